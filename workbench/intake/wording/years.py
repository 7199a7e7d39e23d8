"""“5+ years of X”: time in place of what was done in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording.subject import has_done, has_worked_with, tidy, tools_in

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
_N = rf"(?:\d{{1,2}}(?:\.\d)?|{_WORDS}|several|many|multiple|a few|a couple of|(?:half )?a)"
_RANGE = rf"{_N}\s*(?:\+|plus\b|(?:-|–|—|to|or|/)\s*{_N}\+?)?"
_UNIT = r"(?:full\s+|solid\s+|good\s+)?(?:years?['’]?s?|yrs?\.?['’]?s?|decades?|yoe\b|(?<=[\d+])\s?y\b)"
_LEAST = (
    r"(?:at\s+least|at\s+minimum|(?:a\s+)?minimum(?:\s+of)?|min\.?|(?:no|not)\s+(?:less|fewer)\s+than|"
    r"more\s+than|upwards\s+of|over|>=?|≥|a\s+good)"
)
_EXPERIENCE = r"(?:experience|exp\b|expertise|background|practice\b|know-how|seniority)"
_BETWEEN = r"(?:\s*(?:of|in|as|with|and|&|/|[\w+#.’'-]+)){0,7}?"
_DOING = (
    r"(?:of|in|with|as|on|using|doing|working|building|writing|leading|managing|running|operating|developing|"
    r"designing|programming|coding|maintaining|supporting|administering|architecting|mentoring|shipping|"
    r"hands-on|professional(?:ly)?|commercial(?:ly)?|backend|frontend|full-?stack|post)\b"
)
_OF_WHAT = rf"(?:\s+{_DOING}[^,;.()]*)?"
_OPENING = (
    r"(?:^|(?<=with )|(?<=has )|(?<=have )|(?<=having )|(?<=need )|(?<=needs )|(?<=require )|"
    r"(?<=requires )|(?<=requiring )|(?<=bring )|(?<=brings )|(?<=possess )|(?<=offer )|(?<=least )|"
    r"(?<=[,:;(–-] )|(?<=[(]))"
)
_PATTERNS = [
    # 5+ years of hands-on Java experience; at least five yrs' experience; years of experience in X
    rf"(?:{_LEAST}\s*)?{_RANGE}[\s-]*{_UNIT}{_BETWEEN}\s+{_EXPERIENCE}{_OF_WHAT}",
    rf"\b(?:years|decades)\s+of\s+(?:\w+[\s-]){{0,3}}{_EXPERIENCE}{_OF_WHAT}",
    r"^\W*years\s+of\s+(?-i:[A-Z])[\w.+#-]*|\byears\s+of\s+[\w.+#-]+\s+(?:behind|under)\b[^,;.]*",
    # experience: 5 years; experience of at least 3 years
    rf"\b{_EXPERIENCE}\b(?:\s+level)?\s*(?:of|:|=|-|–|\()?\s*(?:{_LEAST}\s*)?{_RANGE}\s*{_UNIT}",
    rf"\byoe\s*[:=]?\s*{_RANGE}",
    # 5+ years Java; 5+ years
    rf"(?:{_LEAST}\s*)?\b{_N}\s*(?:\+|plus\b)\s*{_UNIT}(?:\s+{_DOING})?[^,;.()]*",
    # at least 7 years in backend; minimum 3 years; eight years minimum
    rf"{_LEAST}\s*{_RANGE}\s*{_UNIT}\s+(?:{_DOING})[^,;.()]*",
    (
        rf"(?:at\s+least|minimum(?:\s+of)?|min\.?|>=?|≥)\s*{_RANGE}\s*{_UNIT}\s*(?:required|needed|"
        rf"in\s+the\s+role)?\s*$"
    ),
    rf"{_RANGE}\s*{_UNIT}\s+(?:minimum|min\b|at\s+least|or\s+more|plus\b|upwards)[^,;.()]*",
    # 10 years in Kubernetes; senior with 8 years leading teams; with 4 years Java
    rf"{_OPENING}(?:the\s+)?{_RANGE}\s*{_UNIT}\s+{_DOING}[^,;.()]*",
    rf"(?:^|(?<=with )|(?<=need )|(?<=[,:;] )){_RANGE}\s*(?:years?|yrs?)\s+(?=(?-i:[A-Z]))[^,;.()]*",
    # has worked with Java for five years
    r"\b(?:worked|been\s+(?:working|using|writing|coding|programming|a|an)|coded|programmed|spent|used)\b"
    rf"[^,;.]{{0,40}}?\b(?:for\s+)?(?:{_LEAST}\s*)?{_RANGE}\s*{_UNIT}{_OF_WHAT}",
    # Kubernetes (5 years); 18 months of experience with Snowflake
    rf"(?<=[(]){_RANGE}\s*{_UNIT}(?=[)])",
    rf"(?:{_LEAST}\s*)?\b{_N}\+?\s*months?['’]?\s+(?:of\s+)?(?:[\w-]+\s+){{0,3}}{_EXPERIENCE}{_OF_WHAT}",
    rf"\b{_RANGE}[\s-]*year\s+(?:veteran|professional|expert)s?\b",
]
_ANY = "|".join(f"(?:{p})" for p in _PATTERNS)
_FIND = re.compile(rf"(?<![\w.])(?:{_ANY})", re.IGNORECASE)
# What lasts or is kept for years is not somebody's experience.
_OBJECT = re.compile(
    r"(?i)\b(?:years?['’]?|yrs?|decades?)\s+(?:worth\s+)?(?:of|in)\s+(?:\w+[\s-]){0,2}?(?:data|logs?|"
    r"histor\w+|records?|"
    r"invoices?|backups?|archives?|transactions?|orders?|events?|uptime|availability|retention|"
    r"runway|funding|"
    r"contracts?|support|warranty|vesting|growth|revenue|documents?|files?|metrics|messages?|commits?|debt|"
    r"reports?|legacy|prices?|sales|statements?|audits?|audit trails?|service life|a row|production "
    r"without)\b"
)
_BEFORE = re.compile(
    r"(?i)(?:\b(?:retain\w*|kept?|keeps?|keeping|stor\w+|archiv\w+|preserv\w+|deleted?|deletes?|"
    r"expires?|lasts?|old|"
    r"available|availability|uptime|valid|contract|roadmap|plan|budget|lease|licen[cs]e|ago|after|"
    r"vest\w*|warranty|funded|runway|supported)\b[^,;]{0,25}|%[^,;]{0,20}|\b(?:our|company|firm|"
    r"business|system|codebase|product|service)(?:['’]s)?\s+(?:has\s+|with\s+|is\s+|have\s+|for\s+)?)$"
)
_AFTER = re.compile(r"(?i)^\s*(?:old|ago|later|long|plan|roadmap|contract|after|from now|without|retention|before)\b")
_NOT_ASKED = re.compile(
    r"(?i)\b(?:no|not|never|don['’]t|do not|does not|without|instead of|rather than|regardless of|ignore|"
    r"count(?:s|ing)?|any number of)\s+(?:\w+\s+){0,4}$"
)

_ROLE = re.compile(
    r"(?i)\b(?:(?:data|back-?end|front-?end|platform|software|devops|security|cloud|reliability) )?"
    r"(?:engineer|developer|architect|analyst|scientist|administrator)\b"
)

WHY = (
    "A number of years says how long, not what was done in it. "
    "It turns away people who learned it sooner or took a break, and falls unevenly on age groups."
)


def find(text: str) -> Iterator[Issue]:
    """Give each requirement of time spent."""
    for match in _FIND.finditer(text):
        start, end = match.span()
        before = text[:start]
        if _OBJECT.search(match[0]) or _BEFORE.search(before) or _NOT_ASKED.search(before):
            continue
        if _AFTER.search(text[end:]) or re.search(r"(?i)\b(?:old|ago|roadmap|plan|contract|retention)\b", match[0]):
            continue
        if not re.search(r"\w", match[0]):
            continue
        words = match[0].rstrip(" -–,:")
        yield Issue("years_of_experience", words, WHY, _better(text, match[0]), start=start, end=start + len(words))


def _better(text: str, words: str) -> str:
    tools = tools_in(words)
    if tools:
        return has_worked_with(tools)
    subject = tidy(re.split(rf"(?i){_UNIT}", words, maxsplit=1)[-1])
    if len(subject) > 1 and not re.fullmatch(rf"(?i){_LEAST}", subject):
        return has_done(subject)
    around = tools_in(text)
    if around:
        return has_worked_with(around)
    role = _ROLE.search(text)
    if role:
        return has_done(role[0].lower())
    return "Has finished work like the 6-month outcome, and can go through one case of it from start to end."
