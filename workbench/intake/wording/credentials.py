"""A degree or certificate asked for without the reason why the work needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording.subject import Tool, has_worked_with, tools_in

_FIELD = (
    r"(?:\s+(?:degree|diploma|qualification))?(?:\s+(?:or\s+(?:higher|above|equivalent|better|"
    r"master['’]?s|phd|msc)))*"
    r"(?:\s+(?:in|of)\s+(?:[A-Za-z&/-]+\s*){1,5})?"
)
_DEGREE = (
    r"(?:bachelor(?:['’]?s)?|master['’]s|masters(?=\s+(?:degree|in|or|required|preferred))|"
    r"master(?=\s+(?:degree|of science|in computer))|"
    r"b\.?sc\.?(?![a-z])|m\.?sc\.?(?![a-z])|ph\.?d\.?s?|doctorate|m\.?b\.?a\.?(?![a-z])|b\.?tech|"
    r"m\.?tech|b\.?eng|m\.?eng|diplom(?:a)?(?=\s+(?:in|required|degree|of))|"
    r"(?<=\b)(?:BS|MS|BA|BE)(?=(?:/| or |\s+degree|\s+in\s+[A-Z]|\s*,?\s+(?:required|preferred))))"
)
_OTHER = (
    r"(?:(?:university|college|cs|computer science|engineering|technical|academic|stem|relevant|"
    r"undergraduate|graduate|post-?graduate|higher|4-year|four-year|formal|related|advanced|tertiary|"
    r"it)\s+){1,3}"
    r"(?:degrees?|education|diploma|qualifications?|graduates?)(?:\s+(?:in|of)\s+\w+(?:\s+\w+)?)?|"
    r"degree\s+(?:in|"
    r"from)\s+\w+(?:\s+\w+){0,3}|degree(?:\s+is)?\s+(?:required|preferred|mandatory|needed|essential|"
    r"a must|a plus|or equivalent)|"
    r"(?:must\s+have|needs?|requires?|with|holds?|has)\s+an?\s+degree(?:\s+(?:in|"
    r"of)\s+\w+(?:\s+\w+)?)?|degree[- ]educated|"
    r"(?:completed|finished) (?:\w+ )?(?:degree|studies)|"
    r"(?:ivy[- ]league|russell group|oxbridge|top[- ](?:tier\s+|\d+\s+)?(?:university|universities|"
    r"school|college)|elite\s+(?:university|school|college)|prestigious\s+(?:university|school|"
    r"college)|target\s+school|(?:good|renowned|leading|reputable)\s+university|"
    r"graduates?\s+of\s+(?:a\s+)?(?:mit|stanford|eth|oxford|cambridge|harvard))(?:\s+\w+)?|"
    r"gpa(?:\s*(?:of|above|over|at least|minimum|>=?|:))*(?:\s*\d(?:[.,]\d)?)?|(?:university|"
    r"college)\s+graduates?|"
    r"first[- ]class (?:degree|honours)|honours degree"
)
_CERTIFICATE = (
    r"(?:[\w+#/-]+\s+){0,3}(?:certifi(?:ed|cations?|cates?)|accredit(?:ed|"
    r"ation))(?:\s+(?:[\w-]+\s+){0,3}(?:architect|developer|administrator|engineer|master|"
    r"professional|associate|practitioner|owner))?|"
    r"(?-i:\b(?:CKA|CKAD|CKS|CISSP|CISM|CISA|CEH|OSCP|PMP|CCNA|CCNP|CCIE|RHCE|RHCSA|CSM|CSPO|"
    r"ITIL(?:\s+v?\d)?|PRINCE2|TOGAF|OCP|OCA|ISTQB|SAFe|MCSE|AZ-\d{3}|Security\+))(?![\w-])|"
    r"(?:valid\s+)?(?:driver['’]?s|driving)\s+licen[cs]e"
)
_FIND = re.compile(rf"(?<![\w-])(?:(?:{_DEGREE})(?![a-z]){_FIELD}|(?i:{_OTHER})|(?i:{_CERTIFICATE})(?![\w-]))", 0)
_FIND_DEGREE = re.compile(rf"(?i)(?<![\w-])(?:{_DEGREE})(?![a-z-]){_FIELD}")
_REASON = re.compile(
    r"(?i)\b(?:because|since (?:the|our|we)|as (?:the|our) (?:law|regulator|customer|contract|client|"
    r"insurer)|required by|requires? (?:it|this|that|one|them)|"
    r"demand(?:s|ed) (?:it|by)|by law|law requires|legal(?:ly)? (?:requirement|required)|"
    r"regulat(?:or|ion|ory)\w*|statutory|so that|in order to|"
    r"to (?:sign|enter|drive|meet|be allowed|operate|practise|practice|hold|visit|reach|act as|"
    r"carry)\b|for (?:the )?(?:visa|audit|licen[cs]e|permit|insurance|the regulator)|"
    r"needed (?:to|for|by)|the (?:contract|customer|client|regulator|law|auditor|insurer|visa)\b)"
)
_NOT_ASKED = re.compile(
    r"(?i)\b(?:no|not|without|never|don['’]t (?:need|ask|require|look)|do not (?:need|ask|require|"
    r"look)|regardless of|irrespective of|whether or not|with or without|nor|instead of|rather than|"
    r"don['’]t)\s+(?:\w+\s+){0,4}$"
)
_NOT_NEEDED = re.compile(
    r"(?i)^[^.;]{0,25}\b(?:(?:is|are)\s+(?:not|neither|no)\b|isn['’]t|aren['’]t|not (?:required|"
    r"needed|necessary|a requirement|expected)|optional|does not matter|unnecessary)|^\s*(?:or not\b|"
    r"students?\b|thes[ei]s\b)|^\s+(?:of (?:freedom|autonomy|parallelism|certainty))"
)
_THING = re.compile(
    r"(?i)(?:\b(?:tls|ssl|ca|root|client|server|x\.?509|wildcard|intermediate|self-signed|device|"
    r"gift|birth|https|mtls|expired?|expiring|iso|soc|pci|hipaa|fedramp|renew\w*|rotat\w*|issue[sd]?|"
    r"issuing|manage[sd]?|revok\w*|our|keep|get|bring|pass(?:es|ed)?|data cent(?:re|er)|provider|"
    r"platform|product|the|vendor|supplier)\b[\w\s/.-]{0,22})$"
)
WHY = (
    "“{term}” stands for something without saying what. Many who can do the work do not have it, "
    "and nothing here says what would go wrong without it."
)


_FILLERS = re.compile(
    r"(?i)^(?:and|or|with|a|an|the|must (?:be|have)|has|have|needs?|requires?|is|be|any|holds?|"
    r"relevant|you are|who is)\s+"
)


def find(text: str) -> Iterator[Issue]:
    """Give each credential for which the phrase has no reason; “PMP or PRINCE2” is one."""
    spans: list[tuple[int, int]] = []
    for match in sorted((*_FIND.finditer(text), *_FIND_DEGREE.finditer(text)), key=lambda m: (m.start(), -m.end())):
        start, end = match.span()
        if not _asked_without_reason(match[0], text[:start], re.split(r"(?<=[.;])\s", text[end:])[0]):
            continue
        start += len((_FILLERS.match(match[0]) or [""])[0])
        if spans and re.fullmatch(r"\W*(?:or|and)?\W*", text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif not spans or start >= spans[-1][1]:
            spans.append((start, end))
    for start, end in spans:
        words = text[start:end].rstrip(" ,.;:")
        why = WHY.format(term=words)
        better = _better(text, words)
        yield Issue("credential_without_reason", words, why, better, start=start, end=start + len(words))


def _asked_without_reason(words: str, before: str, after: str) -> bool:
    if _REASON.search(before.rsplit(". ", 1)[-1]) or _REASON.search(after):
        return False
    if _NOT_ASKED.search(before) or _NOT_NEEDED.search(after) or _NOT_ASKED.search(f"{words} "):
        return False
    return not _is_a_thing(words, before, after)


def _is_a_thing(words: str, before: str, after: str) -> bool:
    """Tell a certificate that machines or companies have from one that people have."""
    if re.search(r"(?i)\b(?:master|degree)s?$", words) and re.match(r"(?i)\s+of\s+(?:freedom|autonomy)", after):
        return True
    if not re.search(r"(?i)certif|accredit", words):
        return False
    if re.search(r"certificates?$", words) and not re.search(
        r"\b[A-Z]\w+ (?!(?:an?|the|of|our) )(?:\w+ )?certificates?$", words.strip()
    ):
        asked = (
            r"(?i)\s*(?:(?:is|are)\s+)?(?:an? )?(?:requir|prefer|must|plus|need|mandat|desir|essential|"
            r"in\b)"
        )
        return not re.match(asked, after) or bool(re.search(r"(?i)\b(?:of|out|free|the|our)\s", words))
    if re.search(
        (
            r"(?i)\b(?:tls|ssl|x\.?509|iso|soc|pci|hipaa|root|client|expir\w+|rotat\w+|renew\w*|issu\w+|"
            r"revok\w+|provider|supplier|wildcard|mtls|platform|gift)\b"
        ),
        words,
    ):
        return True
    if re.match(
        (
            r"(?i)\s+(?:(?:is|are|was|were|must be|get|gets|expires?|live|lives|last)\b(?!\s+(?:an? "
            r")?(?:requir|prefer|must|plus|need|mandat|desir|essential|necessary|welcome|expected|"
            r"nice|bonus))|authorit|rotation|renewal|expir|chain|pinning|store|manag|transparency|"
            r"revocation|hardware|data cent|provider|supplier|process|audit of)"
        ),
        after,
    ):
        return True
    return bool(_THING.search(before)) and not re.search(
        r"(?i)\b(?:aws|azure|google|kubernetes|scrum|cisco|oracle|cloud)\b", words
    )


_PROVES = [
    (
        r"ph\.?d|doctor",
        "Has worked a question through to an answer that others checked, and can say what did not hold.",
    ),
    (r"licen[cs]e", "Name what is driven to and how often, such as: reaches three sites a month."),
    (
        r"cissp|cism|cisa|ceh|oscp|security",
        "Has found or closed a weakness in a system in use, and can say how its risk was judged.",
    ),
    (
        r"pmp|prince|scrum|csm|cspo|safe|itil|togaf|mba|m\.b\.a|agile|project",
        "Has brought people from several teams to a date that held, and can say what was left out.",
    ),
    (r"istqb|test", "Has found the fault that mattered before a release, and can say why the others had missed it."),
    (
        r"ccn|ccie|cisco|network",
        "Has found why packets did not arrive in a network in use, and can go through the search.",
    ),
    (
        r"statist|math|data|physic|quantit",
        "Can say how sure an estimate from own work is, and what would make it wrong.",
    ),
    (
        r"gpa|first|honour|ivy|top|elite|russell|oxbridge|prestig|renowned|leading|good|target|reput",
        ("Has learned something hard for a piece of work, and can teach the part of it that the work rests on."),
    ),
]
_MAKERS = {
    "cka": "Kubernetes",
    "cks": "Kubernetes",
    "ckad": "Kubernetes",
    "rhc": "Linux",
    "mcse": "Windows Server",
    "az-": "Azure",
    "ocp": "Oracle",
}


def _better(text: str, words: str) -> str:
    """Say what the credential is meant to show; a reason, where there is one, is for the people to add."""
    maker = next((name for short, name in _MAKERS.items() if words.lower().startswith(short)), "")
    named = re.search(
        (
            r"\b(?:AWS|Azure|Google Cloud|GCP|Kubernetes|Oracle|Terraform|Red Hat|Databricks|Snowflake|"
            r"Java)\b"
        ),
        words,
    )
    if maker or named:
        return has_worked_with([Tool(maker or (named[0] if named else ""), 0, 0, "platform")])
    for pattern, sentence in _PROVES:
        if re.search(pattern, words, re.IGNORECASE):
            return sentence
    field = re.search(r"(?i)\b(?:in|of)\s+(?:an? )?((?!science\b)[a-z][a-z &/-]+)", words)
    subject = re.sub(r"(?i)\s*\b(?:or|and)\b.*$", "", field[1]).strip().lower() if field else ""
    if re.search(r"(?i)\bcs\b|computer|informatic", f"{words} {subject}"):
        subject = "computer science"
    if subject and not re.search(r"(?i)similar|related|relevant|field", subject):
        return f"Can explain the part of {subject} that the work rests on, with a case from own work; learned anywhere."
    if re.search(r"(?i)master|m\.?sc|postgrad|advanced", words):
        return "Has gone into one part of the work further than it needed, and can say what that was good for later."
    if re.search(r"(?i)academic|education|studies|diploma|qualification", words):
        return "Has learned something for the work from papers or manuals, and can say what of it did not hold."
    tools = tools_in(text)
    if tools:
        return f"{has_worked_with(tools)[:-1]}; learned anywhere."
    return "Can explain what the work rests on, such as why a query is slow or an index helps; learned anywhere."
