"""A degree or certificate asked for without the reason why the work needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording.subject import has_worked_with, tools_in

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
    r"(?:degrees?|education|diploma|qualifications?|graduates?)|degree\s+(?:in|"
    r"from)\s+\w+(?:\s+\w+){0,3}|degree(?:\s+is)?\s+(?:required|preferred|mandatory|needed|essential|"
    r"a must|a plus|or equivalent)|"
    r"(?:must\s+have|needs?|requires?|with|holds?|has)\s+an?\s+degree|degree[- ]educated|"
    r"(?:completed|finished) (?:\w+ )?(?:degree|studies)|"
    r"(?:ivy[- ]league|russell group|oxbridge|top[- ](?:tier\s+|\d+\s+)?(?:university|universities|"
    r"school|college)|elite\s+(?:university|school|college)|prestigious\s+(?:university|school|"
    r"college)|target\s+school|(?:good|renowned|leading|reputable)\s+university|"
    r"graduates?\s+of\s+(?:a\s+)?(?:mit|stanford|eth|oxford|cambridge|harvard))(?:\s+\w+)?|"
    r"gpa(?:\s+(?:of|above|over|at least|>)?\s*\d(?:[.,]\d)?)?|(?:university|college)\s+graduates?|"
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


def find(text: str) -> Iterator[Issue]:
    """Give each credential for which the phrase has no reason."""
    last = -1
    for match in sorted((*_FIND.finditer(text), *_FIND_DEGREE.finditer(text)), key=lambda m: (m.start(), -m.end())):
        start, end = match.span()
        if start < last:
            continue
        sentence = re.split(r"(?<=[.;])\s", text[end:])[0]
        before = text[:start]
        if _REASON.search(before.rsplit(". ", 1)[-1]) or _REASON.search(sentence):
            continue
        if _NOT_ASKED.search(before) or _NOT_NEEDED.search(sentence) or _NOT_ASKED.search(match[0] + " "):
            continue
        if _is_a_thing(match[0], before, sentence):
            continue
        last = end
        words = match[0].rstrip(" ,.;:")
        words = re.sub(
            (
                r"(?i)^(?:and|or|with|a|an|the|must (?:be|have)|has|have|is|be|any|holds?|relevant|you "
                r"are|who is)\s+"
            ),
            "",
            words,
        )
        at = text.index(words, start)
        yield Issue(
            "credential_without_reason",
            words,
            WHY.format(term=words),
            _better(text, words),
            start=at,
            end=at + len(words),
        )


def _is_a_thing(words: str, before: str, after: str) -> bool:
    """Tell a certificate that machines or companies have from one that people have."""
    if re.search(r"(?i)\b(?:master|degree)s?$", words) and re.match(r"(?i)\s+of\s+(?:freedom|autonomy)", after):
        return True
    if not re.search(r"(?i)certif|accredit", words):
        return False
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
            r"(?i)\s+(?:authorit|rotation|renewal|expir|chain|pinning|store|manag|transparency|"
            r"revocation|hardware|data cent|provider|supplier|process|audit of)"
        ),
        after,
    ):
        return True
    return bool(_THING.search(before)) and not re.search(
        r"(?i)\b(?:aws|azure|google|kubernetes|scrum|cisco|oracle|cloud)\b", words
    )


def _better(text: str, words: str) -> str:
    tools = tools_in(words) or (tools_in(text) if re.search(r"(?i)certif", words) else [])
    if tools:
        return has_worked_with(tools) + f" If “{words}” is needed by law or contract, say by which."
    if re.search(r"(?i)licen[cs]e", words):
        return f"Say what is driven to and how often, such as: reaches three sites a month; or leave out “{words}”."
    if re.search(r"(?i)cissp|cism|cisa|ceh|oscp|security", words):
        return (
            f"Has found or closed a weakness in a system in use, and can say how it was judged. "
            f"“{words}” only with the reason."
        )
    if re.search(r"(?i)pmp|prince|scrum|csm|cspo|safe|itil|togaf|mba|m\.b\.a", words):
        return (
            f"Has brought people from several teams to a date that held, and can say what was left out. "
            f"“{words}” only with the reason."
        )
    if re.search(r"(?i)cka|cks|ckad|rhc|ccn|mcse|az-", words):
        return (
            f"Has run such systems for others and can go through one failure of them. “{words}” only with the reason."
        )
    field = re.search(r"(?i)\b(?:in|of)\s+((?!science\b)[A-Za-z][A-Za-z &/-]+)", words)
    subject = (
        field[1].strip().lower() if field else "computer science" if re.search(r"(?i)\bcs\b|computer", words) else ""
    )
    if re.search(r"(?i)statist|math|data|physic", subject):
        return (
            f"Can say how sure an estimate is and what would make it wrong, from own work; learned at a "
            f"university or elsewhere (in place of “{words}”)."
        )
    if re.search(r"(?i)ph\.?d|doctor", words):
        return (
            f"Has worked a question through to an answer that others checked, and can say what did not "
            f"hold (in place of “{words}”)."
        )
    what = f" {subject}" if subject else " the basics the work rests on"
    return (
        f"Can explain{what} where the work needs it, such as why a query is slow or an index helps; "
        f"learned anywhere (in place of “{words}”)."
    )
