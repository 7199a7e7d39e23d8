"""What the engines hand to the layout: words with place and style, before anybody knows what they say."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.resume.document import Box


@dataclass(slots=True)
class Token:
    """A word as an engine found it; the box is in points from the page's top left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    font: str = ""
    why_hidden: str = ""
    upright: bool = True
    base: float = 0.0

    def __post_init__(self) -> None:
        if not self.base:
            self.base = self.bottom - 0.21 * (self.bottom - self.top)

    @property
    def box(self) -> Box:
        """The word's place."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """The height of the word's middle, by which words on one line are found."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Link:
    """A link annotation: where it lies and where it leads."""

    box: Box
    url: str
    page: int = 1


@dataclass(slots=True)
class Sheet:
    """One page as an engine read it."""

    number: int
    width: float
    height: float
    tokens: list[Token] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    notes: list[tuple[Box, str]] = field(default_factory=list)
