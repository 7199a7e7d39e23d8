"""Paragraphs of documents without fixed pages, laid out as rows on plain pages so that all else works alike."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workbench.resume.profile import Finding
from workbench.resume.repair import BULLETS, clean
from workbench.resume.rows import Cell, Row
from workbench.resume.structure import Flow
from workbench.resume.tokens import Link, Sheet, Token
from workbench.resume.typeface import width_of

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 48.0
ASIDE = 3  # the column of what stands beside the text: boxes, footers; no section reaches into it or out of it
_STARTS_WITH_BULLET = re.compile(rf"^\s*[{re.escape(BULLETS.replace('-', ''))}\-]\s+(?=\S)")


@dataclass(slots=True)
class Run:
    """Text of one look. A tab in it starts a new cell."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 10.5
    colour: str = "#000000"
    hidden: str = ""
    link: str = ""


@dataclass(slots=True)
class Paragraph:
    """One paragraph or one row of a table (cells parted by tabs)."""

    runs: list[Run] = field(default_factory=list)
    bullet: bool = False
    heading: bool = False
    gap: float = 0.0
    region: int = 10
    joined: bool = False

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(run.text for run in self.runs)


def lay_out(paragraphs: list[Paragraph]) -> Flow:
    """Put paragraphs on plain pages, each as one row whose words wrap."""
    flow = Flow(sheets=[Sheet(1, WIDTH, HEIGHT)])
    top = MARGIN
    sides: dict[int, int] = {}
    for paragraph in paragraphs:
        _take_bullet(paragraph)
        cells, links = _cells(paragraph)
        if not cells:
            continue
        size = max((token.size for cell in cells for token in cell), default=10.5)
        top += paragraph.gap * size
        if top > HEIGHT - MARGIN - (5 if paragraph.heading else 2) * size:
            flow.sheets.append(Sheet(len(flow.sheets) + 1, WIDTH, HEIGHT))
            top = MARGIN
        sheet = flow.sheets[-1]
        bottom = _place(cells, top, paragraph.bullet or paragraph.joined)
        seen = [part for cell in cells if (part := [token for token in cell if not token.why_hidden])]
        unseen = [token for cell in cells for token in cell if token.why_hidden]
        if seen:
            row = Row([Cell(cell) for cell in seen], sheet.number, bullet=paragraph.bullet, joined=paragraph.joined)
            row.gap, row.region = paragraph.gap, paragraph.region
            flow.rows.append(row)
            flow.links += [Link(row.box, url, sheet.number) for url in links]
        if unseen:
            flow.rows.append(Row([Cell(unseen)], sheet.number, region=-1))
        top = bottom
        sides[paragraph.region % 10] = sides.get(paragraph.region % 10, 0) + 1
        sheet.tokens += [token for cell in cells for token in cell]
    if min(sides.get(1, 0), sides.get(2, 0)) >= 3 or min(sides.get(0, 0), sides.get(ASIDE, 0)) >= 5:
        flow.columns = 2
    number: dict[int, int] = {}
    for row in flow.rows:
        number[row.page] = number.get(row.page, 0) + 1
        row.id = f"p{row.page}l{number[row.page]}"
    return flow


def _take_bullet(paragraph: Paragraph) -> None:
    if not paragraph.runs:
        return
    first = paragraph.runs[0]
    found = _STARTS_WITH_BULLET.match(paragraph.text)
    if found and len(first.text) >= found.end():
        first.text = first.text[found.end() :]
        paragraph.bullet = True
    elif found and first.text.strip() in BULLETS:
        paragraph.runs = paragraph.runs[1:]
        paragraph.bullet = True


def _cells(paragraph: Paragraph) -> tuple[list[list[Token]], list[str]]:
    cells: list[list[Token]] = [[]]
    links: list[str] = []
    glued = False
    for run in paragraph.runs:
        if run.link:
            links.append(run.link)
        for piece in re.findall(r"\t|[^\S\t]+|\S+", run.text):
            if piece == "\t":
                if cells[-1]:
                    cells.append([])
                glued = False
            elif piece.isspace():
                glued = False
            else:
                text = clean(piece)
                if not text:
                    continue
                if glued and cells[-1] and bool(run.hidden) == bool(cells[-1][-1].why_hidden):
                    cells[-1][-1].text += text
                else:
                    token = Token(text, 0, 0, 0, 0, run.size, run.bold, run.italic, run.colour, "", run.hidden)
                    cells[-1].append(token)
                glued = True
    return [cell for cell in cells if cell], list(dict.fromkeys(links))


def _place(cells: list[list[Token]], top: float, indented: bool) -> float:
    """Give the words their places: left to right, wrapped at the page's edge; cells stand apart."""
    x = MARGIN + (12 if indented else 0)
    start = x
    line = max(token.size for cell in cells for token in cell) * 1.3
    share = (WIDTH - 2 * MARGIN) / len(cells)
    for number, cell in enumerate(cells):
        if number:
            x = start = max(x + 14, MARGIN + number * share)
            if x > WIDTH - MARGIN - 40:
                x, start, top = MARGIN, MARGIN, top + line
        for token in cell:
            width = width_of(token.text, token.size, token.bold)
            if x + width > WIDTH - MARGIN and x > start:
                x, top = start, top + line
            token.x0, token.x1, token.top, token.bottom = x, x + width, top, top + line * 0.95
            token.base = token.bottom - 0.21 * line
            x += width + 0.28 * token.size
    return top + line


def run_findings(flow: Flow) -> list[Finding]:
    """Findings for words that their document says are not to be seen."""
    from workbench.resume.hidden import hidden_findings

    return hidden_findings(flow.sheets)
