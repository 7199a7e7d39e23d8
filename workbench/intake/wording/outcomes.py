"""An outcome nobody could say was reached: “improve the platform”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue

_CHANGE = (
    r"(?:(?:significantly|greatly|continuously|constantly|further|substantially|dramatically|"
    r"actively|massively|steadily)\s+)?"
    r"(?:improv(?:e|es|ed|ing)|enhanc(?:e|es|ed|ing)|optimi[sz](?:e|es|ed|ing)|moderni[sz](?:e|es|ed|"
    r"ing)|streamlin(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|"
    r"boost(?:s|ed|ing)?|increas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|rais(?:e|es|"
    r"ed|ing) (?:the |our )?(?:\w+ )?(?:quality|standards?|bar|efficiency|productivity|awareness|morale|"
    r"levels?|performance|satisfaction|reliability|stability)|accelerat(?:e|es|ed|ing)|transform(?:s|"
    r"ed|ing)?|revolutioni[sz]e[sd]?|"
    r"driv(?:e|es|ing) (?:\w+ ){0,2}(?:innovation|growth|excellence|change|adoption|quality|"
    r"improvements?|transformation|efficiency|success|results|impact|performance|culture)|"
    r"maximi[sz]e[sd]?|minimi[sz]e[sd]?|elevat(?:e|es|ing)|uplift|level up|take .{1,40} to the next "
    r"level|(?:scale|scales|scaling|grow|grows|growing)\s+(?:up\s+)?(?:the|our|out)\b|"
    r"(?:make|makes|making)\s+(?:the|our|it|things?|us|everything|systems?|deployments?|"
    r"\w+)(?:\s+\w+){0,4}?\s+(?:more\s+\w+|better|faster|quicker|easier|simpler|safer|cleaner|stable|"
    r"reliable|scalable|robust|modern|great|secure|efficient)|"
    r"have (?:a )?(?:real |big |positive |lasting |meaningful |significant )?impact|(?:a|more|"
    r"better) \w+ (?:impact)|"
    r"(?:bring|brings|add|adds|deliver|delivers|create|creates) (?:more |real |business |great |"
    r"customer )*(?:value|excellence|impact|quality)\b|"
    r"(?:help|helps|support|supports|enable|enables)\s+(?:the |our )?(?:team|teams|company|business|"
    r"us|organi[sz]ation|product|growth|customers?)(?:\s+(?:to\s+)?(?:\w+\s*){0,5})?$|"
    r"contribut(?:e|es|ing) to (?:the |our )?(?:\w+ ){0,3}(?:success|growth|culture|team|product|"
    r"platform|vision|mission|goals)|"
    r"(?:ensure|ensures|ensuring|guarantee|guarantees|foster|fosters|promote|promotes|champion|"
    r"champions)\s+(?:the |our |a |an |that )?(?:\w+[\s-]){0,4}?(?:quality|reliability|stability|"
    r"scalability|performance|security|excellence|collaboration|best practices?|smooth \w+|culture|"
    r"availability|success|alignment|efficiency|innovation|maintainability|works?)\b|"
    r"(?:establish|implement|introduce|follow|adopt|establishes|implements|introduces)\s+(?:\w+ "
    r"){0,2}best practices|build(?:s|ing)? (?:a |an |the )?(?:better|modern|scalable|robust|stable|"
    r"great|world-class) \w+|stabili[sz](?:e|es|ed|ing)|(?:establish|build|create|foster)(?:es|s)? "
    r"(?:a |the )?culture|clean(?:s|ed)? up (?:the|our)|fix(?:es)? (?:the|our) (?:\w+ "
    r")?(?:platform|"
    r"architecture|culture|process\w*|mess|codebase|technical debt)|"
    r"(?:address|tackle|pay down|pay off|work on|addresses|tackles) (?:the |our )?(?:technical debt|"
    r"tech debt|legacy|quality|performance|scalability)|"
    r"(?:become|becomes|be|is)\s+(?:a |an |the )?(?:key |core |valuable |integral |trusted |go-to |"
    r"effective |successful )+(?:member|part|contributor|player|person|expert|partner|resource)\w*|"
    r"(?:get|gets|be|is|becomes|become)\s+(?:fully )?(?:up to speed|settled in|familiar with|"
    r"comfortable with|productive|onboarded|ramped up|independent)\b|"
    r"take(?:s)? (?:full )?ownership(?: of)?|owns? the (?:success|quality)|move(?:s)? the needle|"
    r"push(?:es)? (?:the )?(?:\w+ )?(?:forward|boundaries)|keep(?:s)? the lights on|(?:fully "
    r")?(?:on-?boarded|ramped up|up to speed|settled in)(?: and \w+)?|drives? (?:the )?(?:product|"
    r"platform|team|roadmap)(?: forward)?|"
    r"better\s+(?:\w+\s+){0,2}(?:performance|quality|reliability|stability|experience|collaboration|"
    r"communication|processes|documentation|tests?|monitoring|visibility|security|alignment|code|"
    r"platform|onboarding)|"
    r"(?:more|higher|greater|faster|fewer|less)\s+(?:\w+\s+){0,2}(?:performance|quality|reliability|"
    r"stability|experience|efficien\w+|stable|reliable|scalable|deployments?|releases?|delivery|"
    r"velocity|productivity|bugs|incidents|outages|satisfaction|scalability|robust|visibility))"
)
_ASPECT = (
    r"(?:fully\s+)?(?:improved|optimi[sz]ed|modern|stable|scalable|robust|world-class|"
    r"efficient)\s+(?:and\s+\w+\s+)?(?:platform|system|architecture|infrastructure|pipelines?|processes|"
    r"codebase)"
)
_STATE = (
    r"(?:the|our|all)\s+(?:[\w-]+\s+){1,3}(?:is|are|becomes?|runs?|works?|feels?|gets?|will be|has "
    r"become|have become)\s+(?:much |significantly |far |noticeably )?"
    r"(?:more (?!than)\w+|better|faster|quicker|easier|simpler|safer|cleaner|cheaper|improved|modern|"
    r"scalable|stable|reliable|robust|efficient)\b(?!\s+than)"
)
_START = (
    r"(?:^|(?<=[.;:•]\s)|(?<=^-\s)|\b(?:will|should|to|must|and|goal is to|you['’]ll|help(?:s|ing)? "
    r"(?:us )?(?:to )?|responsible for|after \w+ months:?|"
    r"in \w+ months:?|outcomes?:|goals?:|objectives?:|months?[,:]|the (?:person|hire|engineer)|works? on)\s+)"
)
_FIND = re.compile(rf"(?i){_START}(?:have\s+)?(?P<what>{_CHANGE}|(?:an?\s+)?{_ASPECT}|{_STATE})")
_MEASURE = re.compile(
    r"(?i)\d|%|\b(?:half|halve[sd]?|twice|double[sd]?|third|quarter(?!ly)|zero|none|nobody|no one|"
    r"nothing|no longer|never|without (?:a |an |any )?\w+|every|each|daily|weekly|monthly|hourly|"
    r"within|before (?:the|a|an|they|it)|until|so that|instead of|rather than|from .{1,50} to |by "
    r"(?:day|night|\w+day)|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"(?:a|an) (?:hour|day|week|minute|morning|second)|alone|switched off|turned off|retired|end of|"
    r"same day|overnight|first time|only|all (?:four|three|five|teams|services|our)|such as|by "
    r"(?:moving|removing|replacing|adding|splitting|cutting|switching|rewriting|caching|batching))\b"
)
_TIME = re.compile(
    r"(?i)\b(?:after|in|within|by|during)\s+(?:the\s+)?(?:first\s+)?(?:\w+[\s-]){0,2}?(?:months?|"
    r"year|quarter)(?:\s+\w+)?(?=[\s:,.]|$)|\bmonths? \d+"
)
WHY = "Nobody could say on the day whether “{term}” was reached, so everybody will remember a different promise."


def find(text: str) -> Iterator[Issue]:
    """Give an outcome with a direction and no measure."""
    last = -1
    for match in _FIND.finditer(text):
        start, end = match.span("what")
        if start < last:
            continue
        stop = re.search(r"[.;\n](?:\s|$)", text[end:])
        end_of = end + stop.start() if stop else len(text)
        begin = max((m.end() for m in re.finditer(r"[.;]\s", text[:start])), default=0)
        sentence = text[begin:end_of]
        if _MEASURE.search(_TIME.sub(" ", sentence)) or _already_done(match, sentence):
            continue
        last = end_of
        words = text[start:end_of].rstrip(" ,.")
        yield Issue(
            "unmeasurable_outcome", words, WHY.format(term=words), _better(words), start=start, end=start + len(words)
        )


def _already_done(match: re.Match[str], sentence: str) -> bool:
    """A question or a look back asks for a story; it promises nothing."""
    return bool(
        sentence.rstrip().endswith("?")
        or re.match(r"(?i)\s*(?:tell|describe|walk|show|explain|what|how|which|when|who|why)\b", sentence)
        or re.search(r"(?i)\b(?:can say|and can|names?|says|tells|explains|what they|what was|why)\b", sentence)
    )


_MEASURED: list[tuple[str, str]] = [
    (
        r"perform|latenc|speed|fast|quick|slow|throughput|load time|respon",
        "the slowest one in a hundred calls takes [300 ms]; today it takes [900 ms].",
    ),
    (
        r"reliab|stab|availab|robust|incident|outage|uptime|lights on",
        "at most [one] page a week needs a person at night; today it is [six].",
    ),
    (r"cost|spend|efficien|bill|budget", "the monthly bill is [half] of today's [amount], with the same load."),
    (
        r"debt|legacy|moderni|clean|codebase|architect|maintain",
        "[one named part] is switched off, and a change there takes [a day] instead of [two weeks].",
    ),
    (
        r"quality|bug|test|defect|best practice",
        "faults that reach customers go from [nine] to [three] a month, by the same count.",
    ),
    (
        r"secur|complian|risk",
        "each finding rated high is closed within [14 days], and the list is empty on [date].",
    ),
    (
        r"experience|customer|user|satisf|onboard|usab|adoption",
        "[eight of ten] people finish [the named step] without asking; today it is [five].",
    ),
    (
        r"deploy|release|delivery|velocity|productiv|pipeline|ci\b|process|automat|streamlin",
        "a change is in production within [a day] of review; today it takes [a week].",
    ),
    (
        r"scal|grow|capacity|traffic",
        "carries [three times] today's load, shown in a test, with the same team on call.",
    ),
    (
        r"document|visib|monitor|knowledge",
        "a new colleague carries the pager after [six weeks] with the written pages alone.",
    ),
    (
        (
            r"team|culture|collab|mentor|communicat|align|innovat|impact|value|success|speed|settled|"
            r"familiar|member|contribut|independ"
        ),
        "carries [one named task] alone by month [three], and somebody else says so.",
    ),
    (
        r"data|report|dashboard|analytic",
        "[the named table] is complete by [six] every morning, or its readers are told.",
    ),
]


def _better(words: str) -> str:
    """A wording with places for the figures, headed by what the phrase wants to change."""
    fallback = "[one thing that fails today] happens at most [once] a month; today it is [weekly]."
    said = next((s for p, s in _MEASURED if re.search(p, words, re.IGNORECASE)), fallback)
    thing = re.search(r"(?i)take (?:the |our )?(.+?) to the next", words) or re.search(
        r"(?i)\b(?:of|in|to|for) (?:the |our |a |an )?((?:[\w-]+ ?){1,3})$", words
    )
    named = thing[1] if thing else words.partition(" ")[2]
    named = re.sub(
        (
            r"(?i)^(?:the|our|a|an|up|out|more|better|key|of)\s+|\s*\b(?:more|is|are|becomes?)\b.*$|"
            r"\s+better.*$"
        ),
        "",
        named,
    )
    named = re.sub(r"(?i)^(?:the|our|a|an)\s+", "", named).strip(" ,.")
    if (
        not named
        or len(named.split()) > 5
        or re.search(
            (
                r"(?i)^(?:us|it|things?|everything|best practices|team|company)\b|impact|value|success|"
                r"member"
            ),
            named,
        )
    ):
        return said[0].upper() + said[1:] if said[0] != "[" else f"For us, {said}"
    return f"{named[0].upper()}{named[1:]}: {said}"
