"""Cells and rows: words put together as far as geometry alone can say."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.resume.document import Box
from workbench.resume.tokens import Token

Look = tuple[float, bool, bool, str, str]


@dataclass(slots=True)
class Cell:
    """Words on one line with no wide gap between them."""

    tokens: list[Token]
    icon: bool = False
    bullet: bool = False
    text: str = ""
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    size: float = 0.0  # of most of its letters
    bold: bool = False  # whether most of its letters are heavy
    baseline: float = 0.0  # where its letters stand
    lead: Token = field(init=False, repr=False)  # its longest word

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Work out text, box and look again after the words have changed."""
        tokens = self.tokens
        longest = tokens[0]
        if len(tokens) == 1:
            self.text, self.bold = longest.text, longest.bold
            self.x0, self.top, self.x1, self.bottom = longest.x0, longest.top, longest.x1, longest.bottom
        else:
            heavy = letters = most = 0
            for token in tokens:
                length = len(token.text)
                letters += length
                if token.bold:
                    heavy += length
                if length > most:
                    longest, most = token, length
            self.text = " ".join([token.text for token in tokens])
            self.bold = 2 * heavy > letters
            self.x0 = min([token.x0 for token in tokens])
            self.top = min([token.top for token in tokens])
            self.x1 = max([token.x1 for token in tokens])
            self.bottom = max([token.bottom for token in tokens])
        self.lead, self.size, self.baseline = longest, longest.size, longest.base


@dataclass(slots=True)
class Row:
    """One line of the page in reading order: its cells from left to right, and what is known of it."""

    cells: list[Cell]
    page: int = 1
    id: str = ""
    bullet: bool = False
    joined: bool = False  # continues the bullet or paragraph above
    heading: bool = False
    section: str | None = None
    title: str = ""  # the section's own name
    entry: str | None = None
    repeated: bool = False  # a running header or footer
    region: int = 0
    width: float = 1e9  # of the column it stands in
    gap: float = 0.0  # white space above, in units of its own height
    labels: list[str] = field(default_factory=list)
    whole: list[Cell] | None = None  # all cells, when a label in the margin was taken off

    @property
    def tokens(self) -> list[Token]:
        """All words from left to right."""
        return [token for cell in self.cells for token in cell.tokens]

    @property
    def text(self) -> str:
        """All words, one space between."""
        return self.cells[0].text if len(self.cells) == 1 else " ".join([cell.text for cell in self.cells])

    @property
    def box(self) -> Box:
        """The place of all its words."""
        cells = self.cells
        if len(cells) == 1:
            return (cells[0].x0, cells[0].top, cells[0].x1, cells[0].bottom)
        return (
            min([cell.x0 for cell in cells]),
            min([cell.top for cell in cells]),
            max([cell.x1 for cell in cells]),
            max([cell.bottom for cell in cells]),
        )

    @property
    def lead(self) -> Token:
        """The longest word, whose style stands for the row's."""
        return max([cell.lead for cell in self.cells], key=lambda token: len(token.text))

    @property
    def size(self) -> float:
        """The size of most letters."""
        return self.cells[0].size

    @property
    def bold(self) -> bool:
        """Whether the first cell is mostly heavy."""
        return self.cells[0].bold

    @property
    def hidden(self) -> bool:
        """Whether nobody can see it: most of its letters are hidden."""
        if not any(token.why_hidden for cell in self.cells for token in cell.tokens):
            return False
        letters = sum(len(token.text) for token in self.tokens)
        return 2 * sum(len(token.text) for token in self.tokens if token.why_hidden) > letters


def style(cell: Cell) -> Look:
    """What a cell looks like: size, weight, capitals, colour and font."""
    token = cell.lead
    return (round(token.size), cell.bold, is_capitals(cell.text), token.colour, token.font)


def is_capitals(text: str) -> bool:
    """Whether the text is set in capitals."""
    return text.isupper() and any(letter.isalpha() for letter in text)
