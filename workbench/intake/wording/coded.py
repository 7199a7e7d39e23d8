"""Coded and exclusionary words: find them, and say the phrase without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording import coded_terms, excluding_terms
from workbench.intake.wording.coded_terms import WHY, Reason, Term
from workbench.intake.wording.subject import sentence_around

_COMPILED = [
    (re.compile(rf"(?<![\w-])(?:{t.pattern})(?![\w])", re.IGNORECASE), t)
    for t in (*coded_terms.TERMS, *excluding_terms.TERMS)
]
_ROLE = re.compile(r"(?i)\s+(?:engineer|developer|dev|programmer|coder|admin\w*|designer|analyst|architect|tester)s?\b")
# A name before the pronoun makes it that person's; HE and HIS in capitals are abbreviations.
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself|[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)\b")
_PERSON = re.compile(
    r"(?<=[\w,;] )[A-Z][a-z]+\b|^[A-Z][a-z]+(?='s|’s| (?:is|was|has|leaves|left|said|runs|will leave|"
    r"retires|and)\b)"
)
_NOT_NAMES = {"The", "A", "An", "This", "That", "Our", "Your", "We", "You", "I", "He", "She", "It", "If", "When",
              "Senior", "Junior", "Candidate", "Engineer", "Developer", "Someone", "Everyone", "Who"}  # fmt: skip


def find(text: str) -> Iterator[Issue]:
    """Give each coded word once, the longest reading of it."""
    taken: list[tuple[int, int]] = []
    for start, end, term in sorted(_matches(text), key=lambda m: (m[0], -m[1])):
        if any(s < end and start < e for s, e in taken):
            continue
        taken.append((start, end))
        words = text[start:end].strip()
        at = text.index(words, start)
        why = WHY[term.reason].format(term=words)
        better = _better(text, start, end, term)
        yield Issue("coded_or_exclusionary", words, why, better, start=at, end=at + len(words))
    yield from _pronouns(text, taken)


def _matches(text: str) -> Iterator[tuple[int, int, Term]]:
    for pattern, term in _COMPILED:
        for match in pattern.finditer(text):
            after, before = text[match.end() :], text[: match.start()]
            if term.unless_after and re.match(rf"(?i)(?:{term.unless_after})", after):
                continue
            if term.unless_before and re.search(rf"(?i)(?:{term.unless_before})$", before):
                continue
            if match[0].strip():
                yield match.start(), match.end(), term


def _pronouns(text: str, taken: list[tuple[int, int]]) -> Iterator[Issue]:
    for match in _PRONOUN.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in taken):
            continue
        if any(m[0] not in _NOT_NAMES for m in _PERSON.finditer(text[: match.start()])):
            continue
        why = WHY["gender"].format(term=match[0])
        left, right = sentence_around(text, match.start(), match.end())
        better = _PRONOUN.sub(_neutral, text[left:right])
        yield Issue("coded_or_exclusionary", match[0], why, better, start=match.start(), end=match.end())
        return


def _neutral(match: re.Match[str]) -> str:
    word = match[0].lower()
    new = "this person's" if word in ("his", "her", "hers") else "this person"
    return new[0].upper() + new[1:] if match[0][0].isupper() else new


_SAID_AS: dict[Reason, str] = {
    "persona": "whose work others can read, run and build on",
    "age": "with any number of working years",
    "origin": "who can explain a technical decision in that language, in writing and in a call",
    "ability": "who can do the tasks of the role, with what they need to do them",
    "family": "who can work the hours we name in the advert",
    "grind": "who can work the hours and on-call weeks we name in the advert",
    "gender": "",
    "fit": "",
}


def _better(text: str, start: int, end: int, term: Term) -> str:
    if term.reason == "fit" and "famil" not in term.pattern:
        return (
            "Agrees to how we work here, such as written decisions and shared on-call, "
            f"and says what they would change: in place of “{text[start:end].strip()}”."
        )
    if term.reason == "grind":
        return _hours(text[start:end].strip())
    if term.reason == "origin":
        return _origin(text[start:end])
    left, right = sentence_around(text, start, end)
    instead = "" if _ROLE.match(text, end) else term.instead
    words = text[start:end].strip().lower()
    if instead in ("engineer", "person") and words.endswith("s") and not words.endswith("ss"):
        instead = {"engineer": "engineers", "person": "people"}[instead]
    lead, tail = text[left:start], text[end:right]
    if not instead:
        lead, tail = _close_gap(lead, tail)
    said = re.sub(r"\s{2,}", " ", f"{lead}{instead}{' ' if instead and tail[:1].isalnum() else ''}{tail}").strip(
        " ,;:–-&"
    )
    said = re.sub(r"(?i)\b(a)(n?) (?=(\w))", _article, said)
    said = re.sub(r"(?i)^(?:and|or)\s+|\s+(?:and|or)$", "", said).strip()
    if term.reason in ("persona", "age") and said and _SAID_AS[term.reason] not in said:
        said = f"{said.rstrip('.!')} {_SAID_AS[term.reason]}"
    if len(said.split()) < 2:
        said = f"Somebody {_SAID_AS[term.reason] or 'who can show one decision they stood by and what came of it'}"
    return said[0].upper() + said[1:]


def _close_gap(lead: str, tail: str) -> tuple[str, str]:
    """Take out what tied a dropped word to its neighbours: a comma or an “and”."""
    tail = re.sub(r"^\s*(?:,|and\b|&)\s*", " ", tail) if re.match(r"\s*(?:,|and\b|&)", tail) else tail
    if not tail.strip():
        lead = re.sub(r"(?:,|\band\b|&)\s*$", "", lead)
    return lead, tail


def _article(match: re.Match[str]) -> str:
    vowel = match[3].lower() in "aeio"
    return f"{match[1]}{'n' if vowel else ''} "


def _hours(words: str) -> str:
    if re.search(r"(?i)availab|24|always|clock|9", words):
        return f"On call one week in five, with the day after a call at night free (in place of “{words}”)."
    return f"Finishes what the team agreed for the week, in the hours the contract names (in place of “{words}”)."


def _origin(words: str) -> str:
    language = re.search(
        r"(?i)english|german|french|spanish|dutch|italian|portuguese|polish|mandarin|japanese|swedish|arabic|"
        r"hindi|chinese|russian|danish|norwegian|finnish|czech|turkish",
        words,
    )
    if re.search(r"(?i)citizen|national|passport|born|candidate|local|foreign|visa|immigrant", words):
        return (
            f"May work in the country from the start date, or needs a permit we help with (in place of "
            f"“{words.strip()}”)."
        )
    name = language[0].capitalize() if language else "the team's language"
    return f"Explains a technical decision in {name}, in writing and in a call, so that colleagues can act on it."
