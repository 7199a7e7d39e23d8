"""Coded and exclusionary words: where they stand, and whether they mean something else there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.intake.issue import Issue
from workbench.intake.wording import coded_terms, excluding_terms
from workbench.intake.wording.coded_terms import WHY, Term
from workbench.intake.wording.recast import Span, recast
from workbench.intake.wording.subject import sentence_around

_COMPILED = [
    (re.compile(rf"(?<![\w-])(?:{t.pattern})(?![\w])", re.IGNORECASE), t)
    for t in (*coded_terms.TERMS, *excluding_terms.TERMS)
]
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself|[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)\b")
# A name before the pronoun makes it that person's; HE and HIS in capitals are abbreviations.
_PERSON = re.compile(
    r"(?<=[\w,;] )[A-Z][a-z]+\b|"
    r"^[A-Z][a-z]+(?='s|’s| (?:is|was|has|leaves|left|said|runs|will leave|retires|and)\b)"
)
_NOT_NAMES = {
    "The", "A", "An", "This", "That", "Our", "Your", "We", "You", "I", "He", "She", "It", "If", "When",
    "Senior", "Junior", "Candidate", "Engineer", "Developer", "Someone", "Everyone", "Who",
}  # fmt: skip


def find(text: str) -> Iterator[Issue]:
    """Give each coded word once, the longest reading of it."""
    spans: list[Span] = []
    for start, end, term in sorted(_matches(text), key=lambda m: (m[0], -m[1])):
        if not spans or start >= spans[-1].end:
            spans.append(Span(start, end, term))
    for span in spans:
        words = text[span.start : span.end]
        at, end = span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip())
        why = WHY[span.term.reason].format(term=text[at:end])
        better = recast(text, span, spans)
        yield Issue("coded_or_exclusionary", text[at:end], why, better, start=at, end=end)
    yield from _pronouns(text, spans)


def _matches(text: str) -> Iterator[tuple[int, int, Term]]:
    for pattern, term in _COMPILED:
        for match in pattern.finditer(text):
            after, before = text[match.end() :], text[: match.start()]
            if term.unless_after and re.match(rf"(?i)(?:{term.unless_after})", after):
                continue
            if term.unless_before and re.search(rf"(?i)(?:{term.unless_before})$", before[-60:]):
                continue
            if match[0].strip():
                yield match.start(), match.end(), term


def _pronouns(text: str, spans: list[Span]) -> Iterator[Issue]:
    for match in _PRONOUN.finditer(text):
        if any(s.start < match.end() and match.start() < s.end for s in spans):
            continue
        if any(m[0] not in _NOT_NAMES for m in _PERSON.finditer(text[: match.start()])):
            continue
        left, right = sentence_around(text, match.start(), match.end())
        why = WHY["gender"].format(term=match[0])
        better = _PRONOUN.sub(_neutral, text[left:right]).strip()
        better = better[0].upper() + better[1:]
        yield Issue("coded_or_exclusionary", match[0], why, better, start=match.start(), end=match.end())
        return


def _neutral(match: re.Match[str]) -> str:
    said = {"he": "this person", "she": "this person", "him": "them", "himself": "themselves", "herself": "themselves"}
    new = said.get(match[0].lower(), "their")
    return new[0].upper() + new[1:] if match[0][0].isupper() else new
