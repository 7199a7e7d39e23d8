"""A draft brief made clearer for candidates: change by change, each with its reason, taken by a person or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.intake.wording import check_phrase

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*")
_BULLET = re.compile(r"^\s*(?:[-*•·‣–]|\d+[.)])\s+")
_LEADS = re.compile(
    r"(?i)(?:[\s,;]*\b(?:with|and|or|plus|who (?:is|are|has|have)|having|you (?:have|are|bring)|at least|minimum"
    r"|must have|must be|an?|the|of|being|is|are|has|have)\b)+[\s,;]*$|[\s,;]+$"
)
_TRAILS = re.compile(
    r"(?i)^[\s,;]*(?:\b(?:is |are )?(?:required|preferred|needed|a must|a plus|mandatory|essential)\b)?[\s,;]*"
)
_FEW = 3
_YOU = {"has": "You have", "can": "You can", "is": "You are", "does": "You do"}
_OTHERS = re.compile(r"(?i)\b(they|them|their|themselves|own)\b")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the sentence as it stands, as it would read, and why. `number` counts from 1."""

    number: int
    line: int
    before: str
    after: str
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Brief:
    """A text for candidates and the changes it might take. A person takes them; none is taken by itself.

    >>> brief = read_brief("5+ years of Java")
    >>> brief.changes[0].after
    'You have written something in Java that people used for some time, and can go through one hard change to it from \
start to end.'
    >>> brief.accept(1).changes
    ()
    """

    text: str
    changes: tuple[Change, ...]

    def accept(self, *numbers: int) -> Brief:
        """Take these changes and give the brief that comes of it, with what is left to look at.

        Raises
        ------
        KeyError
            When there is no change of that number.
        """
        known = {one.number: one for one in self.changes}
        text, touched = self.text, len(self.text) + 1
        for number in sorted(set(numbers), key=lambda n: -known[n].start):
            one = known[number]
            if one.end <= touched:  # of two changes of one sentence the first is taken; the other is found again
                text, touched = text[: one.start] + one.after + text[one.end :], one.start
        return read_brief(text)


def read_brief(text: str) -> Brief:
    """Look at a draft, sentence by sentence.

    Each change is about one wording: years, coded words, titles, vague qualities, credentials, stacks of musts,
    levels that contradict, tools in place of work, outcomes nobody could see, and short forms of a skill's name.
    """
    return Brief(text, tuple(_numbered(text)))


def _numbered(text: str) -> Iterator[Change]:
    number = 0
    for start, sentence in _sentences(text):
        line = text.count("\n", 0, start) + 1
        for after, why in (*_wordings(sentence), *_short_names(sentence)):
            number += 1
            yield Change(number, line, sentence, after, why, start, start + len(sentence))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in _SENTENCE.finditer(text):
        whole = found.group()
        bullet = _BULLET.match(whole)
        lead = bullet.end() if bullet else len(whole) - len(whole.lstrip())
        sentence = whole[lead:].rstrip()
        if sentence:
            yield found.start() + lead, sentence


def _wordings(sentence: str) -> Iterator[tuple[str, str]]:
    for issue in check_phrase(sentence):
        if issue.start is None or issue.end is None:
            continue
        yield _put_in(sentence, issue.start, issue.end, _to_you(issue.better)), issue.why


def _put_in(sentence: str, start: int, end: int, better: str) -> str:
    """Give the sentence with the better wording: instead of it, or after what is left of it without the words."""
    opening = sentence[: max(start, 12)].casefold()
    if start and better.casefold().startswith(opening[:start]):
        return better  # the wording is the whole sentence already
    before = _LEADS.sub("", sentence[:start])
    after = _TRAILS.sub("", sentence[end:]).rstrip(".!?")
    left = f"{before} {after}".strip()
    if len(left.split()) <= _FEW:
        return better
    return f"{left[0].upper()}{left[1:]}. {better}"


def _to_you(better: str) -> str:
    """Say to a candidate what a map says of one; a wording that also speaks of others stays as it is."""
    first, _, rest = better.partition(" ")
    if _OTHERS.search(better) or not rest:
        return better
    if first.casefold() in _YOU:
        return f"{_YOU[first.casefold()]} {rest}"
    return better


def _short_names(sentence: str) -> Iterator[tuple[str, str]]:
    """Write out short forms that somebody new to the field would look up: k8s, tf, pg."""
    from workbench import skills

    for mention in skills.recognise(sentence):
        short = mention.text.casefold() != mention.name.casefold() and len(mention.text) <= 4 < len(mention.name)
        if short and mention.name.casefold() not in sentence.casefold():
            after = f"{sentence[: mention.start]}{mention.name} ({mention.text}){sentence[mention.end :]}"
            yield after, f"“{mention.text}” is a short form; people who would fit may know it by its name alone."
