"""A title with nothing about the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording.subject import names, tools_in

_ROLE = (
    r"(?:engineers?|developers?|devs?|programmers?|coders?|architects?|administrators?|admins?|"
    r"sysadmins?|analysts?|"
    r"scientists?|designers?|testers?|consultants?|specialists?|technicians?|sres?|dbas?|ctos?|"
    r"managers?|leads?|"
    r"head of (?:engineering|data|platform|it|devops|product|security|infrastructure)|vp of "
    r"engineering|vp engineering)"
)
_ASK = (
    r"(?:(?:we|i)(?:\s+(?:urgently|just|really|still|also))?\s+(?:need|want|require|are\s+(?:hiring|"
    r"looking\s+for|seeking|after|recruiting))|"
    r"we['’]re\s+(?:hiring|looking\s+for|seeking|after)|looking\s+for|hiring(?:\s+for)?:?|"
    r"need(?:ed)?|wanted:?|seeking|"
    r"find\s+(?:me|us)|get\s+(?:me|us)|recruit|hire|please\s+(?:find|hire|open\s+a\s+req\s+for)|"
    r"urgent(?:ly)?:?|searching\s+for|open(?:ing)?(?:\s+position)?(?:\s+for|:)?|vacancy:?|role:|"
    r"title:|position:|job(?:\s+title)?:|req(?:uisition)?\s+for)"
)
_COUNT = r"(?:an?|the|one|two|three|four|five|another|more|some|\d+x?|several|a\s+couple\s+of|\d+\s*x)"
_WORD = (
    r"(?!(?:who|that|to|which|so|because|has|is|can|does|will|and|with|for|of|in|on|by|runs?|owns?|"
    r"builds?)\b)[\w.+#/&’'-]+"
)
_TAIL = (
    r"(?:\s*[\[(][^\])]{0,20}[\])]|\s+(?:role|position|job|vacancy)|\s+(?:i{1,3}|iv|v|\d)\b|"
    r"\s+(?:asap|urgently|soon|now|immediately|wanted|needed|required|please|to join (?:us|our team|"
    r"the team|our growing team))|"
    r"\s*[,–—|-]\s*(?:\w[\w&/+.-]*\s*){1,3}|\s+(?:for|in|on|at)\s+(?:(?:the|our|a|my|"
    r"team)\s+)?(?:[\w&-]+\s+){0,2}"
    r"(?:team|squad|department|office|company|group|start-?up|hub|tribe)|"
    r"\s+(?:for|in|at)\s+(?:team\s+)?(?:[A-Z][\w-]+))*"
)
_ONLY = re.compile(
    rf"^\s*(?:{_ASK}\s+)?(?:{_COUNT}\s+)?(?P<title>(?:{_WORD}\s+){{0,5}}?(?:[\w-]+\s*[-/]\s*)?{_ROLE}"
    rf"(?:\s*/\s*(?:{_WORD}\s+)?{_ROLE})?){_TAIL}[\s.!?]*$",
    re.IGNORECASE,
)
_BARE_ROLE = re.compile(
    rf"^\s*(?:{_ASK}\s+)(?:{_COUNT}\s+)?(?P<title>(?:senior|junior|lead|strong|good)?\s*"
    r"(?:devops|full-?stack|front-?end|back-?end|qa|data|platform|security|cloud|java|python|react)"
    r"(?:\s+(?:person|people|guys?|folks?|resources?))?)(?:\s+(?:asap|urgently|please|soon))?[\s.!?]*$",
    re.IGNORECASE,
)
# “Support engineer” is a title, “Support the engineers” and “Supports engineers” are not.
_VERB = re.compile(
    r"(?i)^\s*(?:(?:own|run|build|lead|write|mentor|review|design|work|help|train|support|coach|"
    r"report|pair|teach|agree|"
    r"convince|explain|manage|onboard|hand|talk|listen|interview|tell|let|give|ask|show|lead|find)s\b|"
    r"(?:own|run|build|lead|write|mentor|review|design|help|train|support|coach|pair|teach|convince|"
    r"manage|onboard|"
    r"interview|leading|mentoring|managing|coaching|training|hiring|helping)\s+(?:(?:and|the|an?|our|"
    r"two|three|four|other|all|your|with|new|\d+)\b|"
    r"(?:[\w-]+\s+){0,3}\w+s[\s.]*$)|"
    r"(?:our|no|not|any|each|every|most|all|six|seven|eight|nine|ten|\d{2,})\b)"
)
WHY = (
    "A title tells nobody what the work is: two people with it can do quite different things, and every "
    "reader fills it in."
)


def find(text: str) -> Iterator[Issue]:
    """Give the phrase when it is a title and nothing more."""
    match = _ONLY.match(text) or _BARE_ROLE.match(text)
    if match is None or (_VERB.match(text) and not re.match(rf"(?i)^\s*{_ASK}", text)):
        return
    words = text.strip().rstrip(".!? ")
    start = text.index(words)
    yield Issue("title_only", words, WHY, _better(text, match["title"].strip()), start=start, end=start + len(words))


_WORK = {
    r"dba|database": "the data that is slow or at risk today, and who notices",
    r"data sci|machine|ml\b|\bai\b": "the forecast that is wrong or missing today, and by how much it may be wrong",
    r"data|analyt|etl|bi\b": "the table or report that is late or wrong today, and who acts on it",
    r"devops|sre|platform|cloud|infra|admin|reliab": "what takes long or breaks today, and for how many teams",
    r"front|react|ui\b|ux\b|web|design|mobile|ios|android": "the screen or step where people stop today, and how many",
    r"test|qa\b|quality": "the faults that reach customers today, and which should not in six months",
    r"secur": "the risk that keeps somebody awake today, and who decides about it",
    r"manag|lead|head|cto|vp": "what the team does not get done today, and what it decides alone in six months",
    r"architect": "the decision that is stuck today, and who has to live with it",
}


def _better(text: str, title: str) -> str:
    work = next((w for p, w in _WORK.items() if re.search(p, title, re.IGNORECASE)), None)
    work = work or "what fails or is missing today, how often, and who answers for it in six months"
    if re.search(r"(?i)[a-z]s$", title) and not title.endswith("ss"):
        title = title[:-1]
    article = "An" if title[:1].lower() in "aeio" or title.startswith(("SRE", "SR ", "ML")) else "A"
    tools = tools_in(title)
    with_tools = f", and what {names(tools)} does there" if tools else ""
    return f"{article} {title} who takes over [system]; name {work}{with_tools}."
