"""The sentences of a document: lines joined where a bullet or paragraph runs on, every character with its place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.resume import Document, Line

_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*▸►–—-]|\d{1,2}[.)])\s+")
_ENDS = (".", "!", "?", ";", ":")


@dataclass(frozen=True)
class Passage:
    """Text of one or more lines; `starts` says where each line's text begins in `text`."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    @property
    def section(self) -> str | None:
        return self.lines[0].section

    @property
    def entry(self) -> str | None:
        return self.lines[0].entry

    def spans(self, start: int, end: int) -> list[tuple[Line, int, int]]:
        """Give the places of a span of the text, line by line, without blanks at their ends."""
        found: list[tuple[Line, int, int]] = []
        for line, at in zip(self.lines, self.starts, strict=True):
            low, high = max(start - at, 0), min(end - at, len(line.text))
            while low < high and line.text[low].isspace():
                low += 1
            while high > low and line.text[high - 1].isspace():
                high -= 1
            if low < high:
                found.append((line, low, high))
        return found


def passages(document: Document, *, without: Container[str] = ()) -> Iterator[Passage]:
    """Give a document's passages in reading order; hidden lines and those `without` (ids) are none."""
    held: list[Line] = []
    for line in document.lines():
        if not line.text.strip() or line.id in without:
            continue
        if held and not _runs_on(held, line):
            yield _join(held)
            held = []
        held.append(line)
    if held:
        yield _join(held)


def _runs_on(held: list[Line], line: Line) -> bool:
    """Say whether a line goes on with the sentence of the lines before it."""
    last = held[-1]
    if line.kind != "text" or last.kind == "heading" or _BULLET.match(line.text):
        return False
    if (line.section, line.entry) != (last.section, last.entry) or abs(line.size - last.size) > 0.6:
        return False
    if line.bold != last.bold or line.section in ("skills", "education", "certificates", "languages"):
        return False
    text = last.text.rstrip()
    bullet = held[0].kind == "bullet" or bool(_BULLET.match(held[0].text))
    far = line.page == last.page and line.box[1] - last.box[3] > 1.2 * max(line.box[3] - line.box[1], 1.0)
    if far or not (bullet or len(text) > 40):
        return False
    first = line.text.lstrip()[:1]
    return first.islower() or first.isdigit() or not text.endswith(_ENDS) if bullet else first.islower()


def _join(lines: list[Line]) -> Passage:
    text, starts = "", []
    for line in lines:
        starts.append(len(text))
        text += line.text + " "
    return Passage(text[:-1], tuple(lines), tuple(starts))
