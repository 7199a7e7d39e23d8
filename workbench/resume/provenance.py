"""Where a field stands: the words on the page that say it, and why they were believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.resume.dates import find_dates
from workbench.resume.document import Box, Line
from workbench.resume.profile import Resume

Confidence = Literal["high", "medium", "low"]

# How much a reason bears. What no line here names, the words themselves suggest: medium.
_BY_FORM = (
    "has the form of",
    "the link's address",
    "written out, and a link",
    "follows the word for",
    "listed under the heading",
    "stands under ",
    "of two dates",
    "still going on",
    "names a school",
    "names a degree",
    "put right by",
)
_BY_PLACE = (
    "by its place",
    "of the position above",
    "of the degree above",
    "the first words of",
    "ways to reach",
)


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a field.

    Attributes
    ----------
    page
        Number of the page, from 1.
    box
        Left, top, right and bottom in points, around the words on that page.
    words
        The words as they stand there.
    lines
        Ids of the lines they stand on, further pages included.
    why
        Why they were taken for this field.
    confidence
        How much that reason bears: `"high"`, their form or a heading says so; `"medium"`, their words suggest it;
        `"low"`, only where they stand does, and a person should look.
    """

    page: int
    box: Box
    words: str
    lines: tuple[str, ...]
    why: str
    confidence: Confidence


def place_of(resume: Resume, path: str) -> Place | None:
    """Give where a field was read.

    Parameters
    ----------
    resume
        A profile.
    path
        The field, as JSON Resume names it: `"work/0/position"`, `"basics/name"`.

    Returns
    -------
    Place or None
        The words of the value where the lines have them, a date in its own form; all words of the lines where the
        value was put together from them. None for a field that was not read, or one with no line of its own.
    """
    known = _fields(resume).get(path)
    return _place(path, known, {line.id: line for line in resume.document.lines()}) if known else None


def places(resume: Resume) -> dict[str, Place]:
    """Give where every field was read; `place_of` says what stands there."""
    lines = {line.id: line for line in resume.document.lines()}
    found = {path: _place(path, known, lines) for path, known in _fields(resume).items()}
    return {path: place for path, place in found.items() if place is not None}


def _fields(resume: Resume) -> dict[str, Any]:
    fields: dict[str, Any] = resume.data["meta"]["workbench"].get("fields", {})
    return fields


def _place(path: str, known: dict[str, Any], lines: dict[str, Line]) -> Place | None:
    mine = [lines[each] for each in known.get("lines", ()) if each in lines]
    if not mine:
        return None
    spans = _spans(known.get("text"), mine, dated=path.lower().endswith("date"))
    page = mine[0].page
    boxes = [box for line, start, end in spans if line.page == page for box in _boxes(line, start, end)]
    words = " ".join(line.text[start:end] for line, start, end in spans)
    return Place(page, _around(boxes), words, tuple(line.id for line in mine), known["why"], _confidence(known["why"]))


def _confidence(why: str) -> Confidence:
    if any(part in why for part in _BY_PLACE):
        return "low"
    return "high" if any(part in why for part in _BY_FORM) else "medium"


def _spans(value: str | None, lines: Sequence[Line], *, dated: bool) -> list[tuple[Line, int, int]]:
    wanted = (value or "").casefold()
    for line in lines:
        if dated:
            for date in find_dates(line.text):
                return [(line, date.start, date.end)]
        text = line.text.casefold()
        at = text.find(wanted) if wanted and len(text) == len(line.text) else -1
        if at >= 0:
            return [(line, at, at + len(wanted))]
    return [(line, 0, len(line.text)) for line in lines]


def _boxes(line: Line, start: int, end: int) -> list[Box]:
    return [word.box for word in line.words if word.start < end and word.end > start] or [line.box]


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
