"""Tools in place of work: a list of seven as required, or one as if it were an ability."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording.subject import Tool, has_worked_with, names, tools_in

_NEEDED = re.compile(
    r"(?i)\b(?:must(?:[- ]haves?)?|required?|requirements?|mandatory|essential|needs? to know|"
    r"expert(?:ise)? in|proficien\w+|"
    r"all of|knows?|experience (?:with|in)|knowledge of|skilled in|skills?:|tech stack:|fluent in|"
    r"command of|master\w* of|familiar(?:ity)? with|you have|hands-on)\b"
)
_CHOICE = re.compile(
    r"(?i)\b(?:any (?:one|two|of)|one of|two of|some of|at least one|either|a few of|nice to have|a "
    r"plus|bonus|optional|such as|for example|e\.g\.|"
    r"or (?:a )?(?:similar|comparable|another|near|like)|we use|our stack|we run|you will (?:work|"
    r"use|meet|find)|you['’]ll (?:work|use)|in use here|today we|not (?:all )?required|none of|no "
    r"need|"
    r"can be learned|learned on the job|do not need|need not|consists? of|built on|runs on|moved?|"
    r"migrat\w+|replac\w+|instead of)\b"
)
_OR = re.compile(r"(?i),?\s+or\s+")
_ITEM = r"(?:[A-Z][\w.+#-]*|[a-z]+[A-Z]\w*|\w+\.js|k8s|dbt|gRPC)(?:\s+[A-Z][\w.+#-]*){0,2}"
_CAPITALS = re.compile(rf"{_ITEM}(?:\s*[,/;•|&+]\s*(?:and\s+)?{_ITEM}){{4,}}(?:,?\s*(?:and|&)\s+{_ITEM})?")
_LEAD = (
    r"(?:(?:must\s+(?:have|know|be)|needs?\s+(?:to\s+know)?|requires?|required:?|should\s+(?:have|"
    r"know)|you\s+(?:have|know|need)|has|have|ideally|relevant|some|prior|practical|"
    r"professional|working|basic|hands-on|real|previous|general|demonstrable|day-to-day|knows?|uses?|"
    r"able\s+to\s+use|can\s+use|exposure\s+to|"
    r"experience(?:d)?(?:\s+(?:with|in|of|using|on))?|knowledge(?:\s+(?:of|in))?|"
    r"understanding(?:\s+of)?|familiar(?:ity)?(?:\s+with)?|proficien(?:t|cy)(?:\s+(?:in|with))?|"
    r"expert(?:ise)?(?:\s+(?:in|with))?|skills?(?:\s+(?:in|with))?|fluen(?:t|cy)(?:\s+in)?|"
    r"(?:very\s+)?good\s+at|great\s+with|skilled(?:\s+(?:in|with))?|competen(?:t|ce|cy)(?:\s+(?:in|"
    r"with))?|background(?:\s+in)?|certified(?:\s+in)?|worked\s+with|work(?:ing)?\s+with|used|using|"
    r"comfortable\s+with|versed\s+in|in|with|of|the|a|an)(?!\w)\s*:?\s*)*"
)
_TRAIL = (
    r"(?:\s*(?:is|are)?\s*(?:required|a\s+must|mandatory|needed|essential|must|preferred|desired|"
    r"experience|knowledge|skills?|expertise|proficiency|experts?|know-how|"
    r"a\s+plus|or\s+similar|and\s+similar(?:\s+tools)?|or\s+equivalent|etc\.?|administration|"
    r"proficient|competency|understanding|background|fundamentals|basics)\b\.?)*"
)
WHY_LIST = (
    "{n} tools at once leave almost nobody, and say nothing about the work. "
    "People who know the work and learn a tool in weeks are turned away unseen."
)
WHY_TOOL = (
    "“{term}” is a tool, not an ability. Knowing it shows little of what somebody did with it, "
    "and who did the same with a near tool is passed over."
)


def find(text: str) -> Iterator[Issue]:
    """Give a long list of required tools, or a phrase that is only a tool."""
    listed = _long_list(text)
    if listed:
        yield listed
        return
    yield from _only_tools(text)


def _long_list(text: str) -> Issue | None:
    tools = tools_in(text)
    run = _longest_run(text, tools)
    capitals = max(_CAPITALS.finditer(text), key=lambda m: len(m[0]), default=None)
    count = len({t.name.lower() for t in run})
    start, end = (run[0].start, run[-1].end) if run else (0, 0)
    if capitals is not None:
        listed = re.split(r"\s*[,/;•|&+]\s*(?:and\s+)?|\s+and\s+", capitals[0])
        if len(listed) > count:
            count, start, end = len(listed), capitals.start(), capitals.end()
    needed = bool(_NEEDED.search(text)) and not re.search(r"(?i)\bwe use\b", text)
    if count < (5 if needed else 6) or _CHOICE.search(text):
        return None
    words = text[start:end]
    if len(_OR.findall(words)) >= count - 1 or (_OR.search(words) and " and " not in words and count < 8):
        return None
    shown = tools or [Tool(words.split(",")[0].strip(), start, end, "")]
    rest = f" {len(tools) - 2} others, such as {tools[2].name}, can be learned on the job." if len(tools) > 2 else ""
    better = (
        f"{has_worked_with(shown[:1])} Keep at most {names(shown[:2])} as "
        f"musts;{rest or ' the others can be learned on the job.'}"
    )
    return Issue("stack_of_musts", words, WHY_LIST.format(n=count), better, start=start, end=end)


def _longest_run(text: str, tools: list[Tool]) -> list[Tool]:
    """The longest run of tools with only list marks and short words between them."""
    best: list[Tool] = []
    current: list[Tool] = []
    for tool in tools:
        gap = text[current[-1].end : tool.start] if current else ""
        if current and not re.fullmatch(
            (
                r"(?i)[\s,/;•|&+()-]*(?:(?:and|plus|as well as|also|"
                r"or)\s+)?(?:[\w.+#-]+\s*,\s*){0,2}(?:\w+\s+)?[(]?"
            ),
            gap,
        ):
            current = []
        current.append(tool)
        if len(current) > len(best):
            best = list(current)
    return best


def _only_tools(text: str) -> Iterator[Issue]:
    stripped = re.sub(rf"(?i)^\s*[-•*]?\s*{_LEAD}", "", text, count=1)
    core = re.sub(rf"(?i){_TRAIL}[\s.!]*$", "", stripped, count=1)
    lead = text[: len(text) - len(stripped)]
    if not core.strip():
        return
    tools = tools_in(core) or _named(core, lead)
    if not tools or (_CHOICE.search(text) and not re.search(r"(?i)or (?:similar|equivalent)|a plus", text)):
        return
    rest = core
    for tool in reversed(tools):
        rest = rest[: tool.start] + rest[tool.end :]
    if re.sub(
        (
            r"(?i)\b(?:and|or|/|&|plus|version|v?\d+(?:\.\d+)*\+?|tools?|stack|ecosystem|clusters?|"
            r"services)\b|[^\w]"
        ),
        "",
        rest,
    ):
        return
    words = text.strip().rstrip(".")
    start = text.index(words)
    yield Issue(
        "tool_as_capability",
        words,
        WHY_TOOL.format(term=names(tools)),
        has_worked_with(tools),
        start=start,
        end=start + len(words),
    )


def _named(core: str, lead: str) -> list[Tool]:
    """Take capitalised words after “experience with” for product names that no glossary has."""
    if not re.search(r"(?i)(?:with|of|in|at|knows?|using|used|use|to|has|have|know)\s*$", lead.rstrip() + " "):
        return []
    match = re.fullmatch(rf"\s*({_ITEM})((?:\s*(?:,|and|or|/)\s*(?:and\s+|or\s+)?{_ITEM})*)\s*", core)
    if not match or re.match(
        (
            r"(?i)\s*(?:pci|gdpr|iso|hipaa|sox|english|german|french|b2b|europe\w*|agile|scrum|ux|ui|"
            r"saas)\b"
        ),
        core,
    ):
        return []
    return [Tool(core.strip(), core.index(core.strip()), len(core.rstrip()), "")]
