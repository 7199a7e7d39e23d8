"""Qualities that everybody claims and nobody can score: “excellent communication skills”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording.quality_wording import shown_by
from workbench.intake.wording.subject import tools_in

_MUCH = (
    r"(?:very\s+)?(?:strong|excellent|good|great|solid|outstanding|exceptional|superb|superior|deep|"
    r"extensive|proven|advanced|"
    r"in-depth|thorough|sound|robust|expert(?:[- ]level)?|first[- ]class|top[- ]notch|stellar|"
    r"impeccable|broad|profound|decent|"
    r"demonstrated|demonstrable|well-developed|sharp|keen|fantastic|amazing|perfect|high-level|"
    r"comprehensive|remarkable)"
)
_SKILL = (
    r"(?:skills?|skillset|knowledge|understanding|experience|expertise|background|grasp|command|"
    r"ability|abilities|proficiency|"
    r"foundations?|fundamentals|communicators?|problem[- ]solvers?|track record|work ethic|attitude|"
    r"team[- ]?players?|"
    r"judg[e]?ment|instincts?|acumen|mindset|sense of (?:ownership|urgency|humou?r|responsibility)|"
    r"eye for (?:detail|design)|"
    r"attention to detail|interest in|passion for|familiarity|competenc\w+|aptitude|capabilit\w+|"
    r"listeners?|thinkers?|leaders?|coders?|"
    r"engineers?|developers?|programmers?|candidates?|people person|(?:english|german|french|spanish|"
    r"dutch|italian)(?: skills)?)"
)
_TRAITS = (
    r"team[- ]?players?|self[- ]?starters?|self[- ]?motivat\w+|self[- ]?driven|highly[- ]motivated|"
    r"motivated (?=\w*\s*(?:engineer|developer|individual|person|people|professional|candidate|by|to|"
    r"and|self)|$)|"
    r"passionate|passion for|enthusias\w+|detail[- ]oriented|attention to detail|eye for detail|"
    r"meticulous|fast learners?|quick learners?|"
    r"learns? (?:fast|quickly)|quick to learn|proven track record|track record of|results?[- "
    r"](?:driven|oriented|focus\w+)|goal[- ]oriented|"
    r"fast[- ]paced|rapidly changing environment|(?<!young and )(?<!young, )dynamic (?=(?:and \w+ "
    r")?(?:environment|team|company|individual|person|personality|setting|culture|start-?up|"
    r"workplace))|(?<=ing and )dynamic(?= (?:environment|team))|"
    r"can[- ]do attitude|positive attitude|right attitude|great attitude|winning attitude|go the "
    r"extra mile|goes the extra mile|hands[- ]on (?:mentality|attitude|mindset|approach|person)|"
    r"hit the ground running|hits the ground running|wears? (?:many|multiple|several) hats|wearing "
    r"(?:many|multiple) hats|out[- ]of[- ]the[- ]box|outside (?:of )?the box|"
    r"strategic thinkers?|critical thinkers?|big[- ]picture thinkers?|analytical thinkers?|"
    r"analytical mind(?:set)?|critical thinking|creative thinkers?|"
    r"people person|people skills|soft skills|communication skills|communicat\w+ (?:well|effectively|"
    r"clearly)\s*$|interpersonal skills|leadership skills|leadership qualities|analytical skills|"
    r"organi[sz]ational skills|"
    r"problem[- ]solving skills|presentation skills|time[- ]management(?: skills)?|problem solver|"
    r"multi-?task(?:er|ing|s)?(?= |$|,|\.)|juggle (?:multiple|many|several)|"
    r"ownership (?:mentality|mindset)|entrepreneurial(?: (?:spirit|mindset))?|growth mindset|"
    r"start-?up (?:mentality|mindset)|agile mindset|customer[- ](?:obsess\w+|centric mindset)|"
    r"thrives? (?:in|under|on)|thriving (?:in|under)|works? well (?:under pressure|under|in|with|"
    r"independently|"
    r"alone|within)|work(?:s|ing)? (?:effectively )?under pressure|ability to work (?:under|"
    r"independently|in a|well|both)|able to work (?:under|independently|in a|well)|"
    r"independent (?:worker|thinker)|strong work ethic|work ethic|highly (?:skilled|organi[sz]ed|"
    r"capable|analytical|adaptable|flexible|talented|driven|qualified|competent)|"
    r"top talent|a[- ]players?|world[- ]class|best[- ]in[- ]class|best of the best|the best "
    r"(?=engineer|developer|people|talent|candidates?|and)|high[- ](?:performers?|performing "
    r"individual|calib(?:re|er))|top[- ](?:performers?|tier (?:engineer|developer|talent))|"
    r"seasoned|thought leaders?|game[- ]changers?|movers? and shakers?|change agents?|driven "
    r"(?=individual|person|professional|engineer|developer|self|by success)|"
    r"smart (?=people|person|engineer|developer|and|individual|cookie)|talented|ambitious|dedicated "
    r"(?=individual|person|professional|engineer|developer|team player|and)|dependable|hard[- "
    r"]working|hardworking|go-to (?:person|expert)|"
    r"flexible (?=attitude|mindset|person|individual|and|team|self|approach to work)|adaptable|"
    r"flexible,|^flexible$|resourceful|proactive(?:ly)? (?=attitude|person|individual|mindset|"
    r"engineer|developer|approach|and|self|team|communicator|personality)|^proactive(?!\s+(?:alert|"
    r"monitor|scal|capacity|maint))|(?<=, )proactive|(?<=and )proactive(?!\s+(?:alert|monitor|scal))|"
    r"reliable (?=person|individual|team|and|engineer|developer)|strong personality|curious mind|"
    r"hit(?:s)? deadlines|deliver(?:s)? results|gets? (?:things|stuff|shit) done|"
    r"comfortable with ambiguity|tolerance for ambiguity|tech[- ]savvy|computer literate|well[- "
    r"]rounded|likes? a challenge|loves? (?:a challenge|challenges|technology|coding|code|clean "
    r"code)|sense of urgency|sense of humou?r|cares? about (?:quality|clean code)|problem[- ]solving "
    r"(?:abilit\w+|capabilit\w+|mindset)|(?:tak|show|bring)(?:es|s|ing|e)? (?:the )?initiative|"
    r"initiative and drive"
)
_TRAIT = (
    r"(?:very |highly |extremely )?(?:organi[sz]ed|well-organi[sz]ed|reliable|curious|humble|driven|"
    r"creative|responsible|honest|punctual|committed|friendly|"
    r"outgoing|sociable|loyal|flexible|adaptable|motivated|self-motivated|enthusiastic|passionate|"
    r"dedicated|diligent|hard-?working|ambitious|positive|"
    r"proactive|pragmatic|confident|resilient|independent|innovative|open-minded|structured|"
    r"analytical|communicative|smart|bright|dynamic|"
    r"talented|trustworthy|tenacious|disciplined|kind|inquisitive|stress-resistant|calm|thorough|"
    r"precise|eager|fun|competitive)"
)
_ONLY_TRAITS = re.compile(
    rf"(?i)^\W*(?:(?:must|should|you)\s+(?:be|are)\s+|be\s+|is\s+|someone\s+|somebody\s+|"
    rf"an?\s+)?{_TRAIT}(?:\s*(?:,|and|&|/|but)\s*(?:and\s+)?{_TRAIT})*"
    r"(?:\s+(?:person|individual|professional|people|colleague|character|mind|personality|attitude|"
    r"nature))?\W*$"
)
_FIND = [
    re.compile(
        r"(?i)\b(?!(?:the|our|your|an?|and|with|of|new|in)\b)[\w-]+ (?:attitude|mindset|mentality|"
        r"personality|work ethic)\b|\b(?:entrepreneurial|team|pioneering?|fighting) spirit|"
        r"\bhigh (?:degree|level) of (?:autonomy|initiative|motivation|flexibility|independence|"
        r"responsibility|commitment|"
        r"professionalism|integrity|energy|ownership)(?: and \w+)?|\b(?:quick|fast|sharp|clear|"
        r"lateral|logical) thinker|"
        r"\b(?:strong|high|inner|personal) (?:drive|motivation|will to \w+|desire to \w+|commitment|"
        r"sense of \w+)\b|"
        r"\bloves to \w+|\bexperienced (?:professional|individual|person|team player)"
    ),
    _ONLY_TRAITS,
    re.compile(rf"(?i)(?<![\w-])(?:{_TRAITS})(?:\s+(?:about|in|of|for|to|with|under)\s+(?:[\w+#.-]+\s?){{1,4}})?"),
    re.compile(
        rf"(?i)(?<![\w-]){_MUCH}(?:(?:,|\s+and|\s+or|\s*/)?\s+(?!consisten|typ(?:ed|"
        rf"ing)\b)[\w+#./&-]+){{0,4}}?\s+{_SKILL}(?![\w-])(?:\s+(?:of|in|with|for|to|"
        rf"on)\s+(?!at least|min|\d|more than|over\b)(?:[\w+#.-]+\s?){{1,4}})?"
    ),
    re.compile(
        r"(?i)(?:^\W*|(?<=be )|(?<=is )|(?<=are )|(?<=and )|(?<=very )|(?<=or ))(?:strong|excellent|"
        r"great|good|very good|outstanding|exceptional|skilled|"
        r"proficient|fluent|well-versed|expert|highly proficient|comfortable)\s+(?:in|at|"
        r"with)\s+(?!(?:all|any|most|every|least|the|scale|night|rest|force|house|time|place|use|"
        r"general|english|german)\b)[\w+#.-]+(?:\s+[\w+#.-]+){0,3}"
    ),
]
_TECH_STRONG = re.compile(
    r"(?i)(?:strong|deep|sound|robust|advanced|good|great|sharp|broad|solid|"
    r"perfect)\s+(?:\w+\s+){0,1}(?:consisten\w+|typ(?:ed|ing)|encrypt\w*|authenticat\w+|passwords?|"
    r"references?|learning|packet|links?|copy|copies|clone|state|scaling|eventual|isolation|"
    r"durability|hash\w*|keys?|guarantees?|"
    r"enough|first issue|reason|practice|lock\w*|cipher\w*)"
)
_SHOWN = re.compile(
    r"(?i)\b(?:e\.g\.|such as|for example|shown by|so that|measured by|meaning|that is,|i\.e\.)|"
    r":\s+\w+(?:\s+\w+){3,}"
)
_NEGATED = re.compile(r"(?i)\b(?:no|not|without|don['’]t need|need not be|rather than|instead of)\s+(?:\w+\s+){0,2}$")
# “Proficient in Terraform” is a tool in place of an ability; the other check says so.
_LEVEL_OF_TOOL = re.compile(
    r"(?i)(?:good|great|skilled|proficient|fluent|well-versed|expert|highly proficient|"
    r"comfortable)\s+(?:in|with|at)\s+(?-i:(?P<name>[A-Z]))?"
)
WHY = (
    "Almost everybody would say this of themselves, and two raters mean different things by “{term}”. It "
    "cannot be scored."
)


def find(text: str) -> Iterator[Issue]:
    """Give each quality that says how good somebody is and not what they do."""
    spans: list[tuple[int, int]] = []
    for pattern in _FIND:
        for match in pattern.finditer(text):
            if (
                _TECH_STRONG.match(match[0])
                or _NEGATED.search(text[: match.start()])
                or _SHOWN.match(text[match.end() :].lstrip())
            ):
                continue
            level = _LEVEL_OF_TOOL.match(match[0])
            if level and (level["name"] or tools_in(match[0])):
                continue
            spans.append(match.span())
    spans.extend(_good_tool(text))
    for start, end in _merged(spans, text):
        words = text[start:end].rstrip(" ,.;:")
        yield Issue(
            "vague_quality", words, WHY.format(term=words), _better(text, words), start=start, end=start + len(words)
        )


def _good_tool(text: str) -> Iterator[tuple[int, int]]:
    """A phrase that is only “very good SQL” or “strong Go and Kafka”."""
    lead = re.match(rf"(?i)\W*{_MUCH}\s+", text)
    if lead:
        tools = tools_in(text[lead.end() :])
        rest = text[lead.end() :]
        for tool in reversed(tools):
            rest = rest[: tool.start] + rest[tool.end :]
        if tools and not re.sub(r"(?i)\b(?:and|or|skills?|is|required|needed)\b|\W", "", rest):
            yield 0, len(text.rstrip(" ."))


def _merged(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and re.fullmatch(r"\s*(?:an?|the|our)?\s*", text[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _better(text: str, words: str) -> str:
    quality = re.sub(rf"(?i)^{_MUCH}\s+|\b{_SKILL}\b|\b(?:of|in|with|at)\b", " ", words)
    return shown_by(text, words, quality)
