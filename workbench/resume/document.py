"""A document as it was laid out: pages of lines, each line with its words and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the page's top left corner."""

Kind = Literal["pdf", "docx", "text", "markdown", "html", "rtf", "odt", "json"]
LineKind = Literal["heading", "bullet", "text"]


class Word(NamedTuple):
    """A word with its place on the page; `line.text[start:end]` is its text."""

    text: str
    box: Box
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a person reads it. `hidden` lines cannot be seen on the page and never count as evidence."""

    id: str
    text: str
    box: Box
    size: float = 0.0
    bold: bool = False
    colour: str = "#000000"
    kind: LineKind = "text"
    section: str | None = None
    entry: str | None = None
    hidden: bool = False
    words: tuple[Word, ...] = field(default=(), repr=False)

    @property
    def page(self) -> int:
        """The page's number, from 1."""
        return int(self.id[1 : self.id.index("l")])


@dataclass(frozen=True, slots=True)
class Page:
    """One page in points, its lines in reading order.

    `picture` says that a person's photo may be on it; `drawable` that `render` can give a picture of the page.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = field(default=(), repr=False)
    picture: bool = False
    drawable: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """Pages in order, and which engine read them.

    >>> page = Page(1, 595, 842, (Line("p1l1", "Ada Lovelace", (72, 72, 150, 84)),))
    >>> [line.text for line in Document("ada.pdf", "pdf", (page,), "pdfium").lines()]
    ['Ada Lovelace']
    """

    file: str
    kind: Kind
    pages: tuple[Page, ...]
    engine: str

    def lines(self, *, hidden: bool = False) -> Iterator[Line]:
        """Give every line in reading order; hidden ones only when asked for."""
        for page in self.pages:
            for line in page.lines:
                if hidden or not line.hidden:
                    yield line

    def line(self, identifier: str) -> Line:
        """Give the line of that id.

        Raises
        ------
        KeyError
            When the document has no such line.
        """
        for line in self.lines(hidden=True):
            if line.id == identifier:
                return line
        raise KeyError(identifier)

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON values; `from_dict` is its inverse."""
        return {
            "file": self.file,
            "kind": self.kind,
            "engine": self.engine,
            "pages": [
                {
                    "number": page.number,
                    "width": page.width,
                    "height": page.height,
                    "picture": page.picture,
                    "drawable": page.drawable,
                    "lines": [_line_to_dict(line) for line in page.lines],
                }
                for page in self.pages
            ],
        }

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Document:
        """Build a document from what `to_dict` gave."""
        pages = tuple(
            Page(
                page["number"],
                page["width"],
                page["height"],
                tuple(_line_from_dict(line) for line in page["lines"]),
                page["picture"],
                page.get("drawable", True),
            )
            for page in value["pages"]
        )
        return cls(value["file"], value["kind"], pages, value["engine"])


def _line_to_dict(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "text": line.text,
        "box": line.box,
        "size": line.size,
        "bold": line.bold,
        "colour": line.colour,
        "kind": line.kind,
        "section": line.section,
        "entry": line.entry,
        "hidden": line.hidden,
        "words": [(*word.box, word.start, word.end) for word in line.words],
    }


def _line_from_dict(value: dict[str, Any]) -> Line:
    text, stored = value["text"], value["words"]
    if stored and isinstance(stored[0], int):
        points = [number / 10 for number in stored]
        boxes = zip(points[::6], points[1::6], points[2::6], points[3::6], strict=True)
        starts, ends = stored[4::6], stored[5::6]
        texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        words = tuple(map(Word._make, zip(texts, boxes, starts, ends, strict=True)))
    else:
        words = tuple(
            Word(text[start:end], (x0, top, x1, bottom), start, end) for x0, top, x1, bottom, start, end in stored
        )
    return Line(
        value["id"],
        text,
        _box(value["box"]),
        value["size"],
        value["bold"],
        value["colour"],
        value["kind"],
        value["section"],
        value["entry"],
        value["hidden"],
        words,
    )


def _box(value: Any) -> Box:
    x0, top, x1, bottom = value
    return (x0, top, x1, bottom)
