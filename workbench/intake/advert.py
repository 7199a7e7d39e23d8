"""What a job advert names: skills that are known, names that may mean several things, names no glossary has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.intake.issue import Issue
from workbench.intake.wording import check_phrase
from workbench.skills.ordinary import words_of

if TYPE_CHECKING:
    from workbench.skills import Mention

_WORD = re.compile(r"[A-Za-z][\w.+#/-]*[\w+#]|[A-Z]\b")
_INNER = re.compile(r"[a-z][A-Z]|[A-Z]{2}|[0-9+#]|\w\.\w")
_BULLET = re.compile(r"^\s*(?:[-*•·‣–]|\d+[.)])\s+")
# Written large without naming a thing one can know: places and forms of work, and what an advert says of itself.
_NO_SKILL = words_of(
    "english german french spanish dutch italian portuguese polish europe european eu uk usa us gmbh ltd inc llc plc "
    "ceo cto cfo coo hr faq monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december cv m/f/d m/w/d f/m/d w/m/d b2b b2c 401k pto kpi kpis okr "
    "okrs phd bsc msc 9-5 24/7 i"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was not decided: where it stands (line from 1), and what it may mean or is near to (skill ids)."""

    text: str
    line: int
    may_be: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advert:
    """A job advert, read.

    Attributes
    ----------
    recognised
        (line, mention) of each skill, in order.
    ambiguous
        Names with several meanings that nothing around them decides.
    unknown
        Names written like a tool's that no glossary has, each once, with the nearest known ids.
    wording
        (line, issue) of words that mislead a search.
    """

    text: str
    recognised: tuple[tuple[int, Mention], ...]
    ambiguous: tuple[Named, ...]
    unknown: tuple[Named, ...]
    wording: tuple[tuple[int, Issue], ...]


def read_advert(text: str) -> Advert:
    """Read an advert, or any list of wishes, line by line.

    >>> advert = read_advert("We run Kubernetes and Zorblax9.")
    >>> [m.name for _, m in advert.recognised], [n.text for n in advert.unknown]
    (['Kubernetes'], ['Zorblax9'])
    """
    from workbench import skills

    lines = text.splitlines()
    found = skills.recognise_all(lines)
    ambiguous: dict[str, Named] = {}
    unknown: dict[str, Named] = {}
    for number, (line, mentions) in enumerate(zip(lines, found, strict=True), start=1):
        for name in _left_over(line, mentions):
            key = name.casefold()
            if key in ambiguous or key in unknown:
                continue
            what = skills.resolve(name)
            if what.candidates:
                ambiguous[key] = Named(name, number, tuple(what.candidates))
            elif what.id is not None:  # an ordinary word here, which is also a skill's name
                ambiguous[key] = Named(name, number, (what.id,))
            elif _INNER.search(name):
                unknown[key] = Named(name, number, tuple(what.nearest))
    wording = [(n, issue) for n, line in enumerate(lines, start=1) for issue in check_phrase(_BULLET.sub("", line))]
    recognised = [(n, one) for n, each in enumerate(found, start=1) for one in each]
    return Advert(text, tuple(recognised), tuple(ambiguous.values()), tuple(unknown.values()), tuple(wording))


def _left_over(line: str, mentions: list[Mention]) -> Iterator[str]:
    """Give the words written as names that no skill was found in; the first word of a sentence may be any word."""
    taken = [(one.start, one.end) for one in mentions]
    begins = len(line) - len(_BULLET.sub("", line).lstrip())
    for word in _WORD.finditer(line):
        name, start = word.group().strip("./-"), word.start()
        if any(start < end and word.end() > first for first, end in taken) or name.casefold() in _NO_SKILL:
            continue
        before = line[:start].rstrip()
        opens = start <= begins or before.endswith((".", "!", "?", ":"))
        if _INNER.search(name) or (name[0].isupper() and not opens):
            yield name
