"""Margins that hold more than dates: employer, town and period one below the other, beside a title and what is told.

Read line by line, the town and the period would fall among the bullets they happen to stand beside.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from workbench.resume.dates import is_date_like
from workbench.resume.headings import section_of
from workbench.resume.place_names import is_place
from workbench.resume.rows import Cell, Row


def gather_margins(rows: list[Row]) -> list[Row]:
    """Give the rows with every block of such a margin read as a whole, its first line first, before what is told."""
    edges = Counter((round(row.cells[0].x0), round(row.cells[1].x0)) for row in rows if len(row.cells) > 1)
    if not edges:
        return rows
    (left, right), count = edges.most_common(1)[0]
    blocks = [block for block in _blocks(rows, left, right) if _names_and_dates(rows, block)]
    if count < 3 or len(blocks) < 2:
        return rows
    result: list[Row] = []
    place = 0
    for start, stop in blocks:
        result += rows[place:start] + _apart(rows[start:stop], right)
        place = stop
    return result + rows[place:]


def _blocks(rows: list[Row], left: int, right: int) -> list[tuple[int, int]]:
    """Runs of rows that all begin in the margin, no blank line between."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, row in enumerate(rows):
        cell = row.cells[0]
        inside = abs(cell.x0 - left) < 2 and cell.x1 < right - 2 and not cell.bullet and not section_of(cell.text)
        if start is not None and (not inside or cell.top - rows[place - 1].cells[0].bottom > 0.8 * cell.size):
            found.append((start, place))
            start = None
        if inside and start is None and len(row.cells) > 1:
            start = place
    return found + ([(start, len(rows))] if start is not None else [])


def _names_and_dates(rows: list[Row], block: tuple[int, int]) -> bool:
    cells = [row.cells[0] for row in rows[block[0] : block[1]]]
    dated = [is_date_like(cell.text) for cell in cells]
    named = [not date and not is_place(cell.text) for cell, date in zip(cells, dated, strict=True)]
    return len(cells) > 1 and any(dated[1:]) and named[0]


def _apart(rows: list[Row], right: int) -> list[Row]:
    """Give the first row as it is, then the rest of the margin, then the rest of what stands beside it."""
    first = rows[0]
    margin: list[Row] = []
    for row in rows[1:]:
        above, cell = (margin[-1] if margin else first).cells[0], row.cells[0]
        if _goes_on(above, cell, right):
            above.tokens = above.tokens + cell.tokens
            above.text, above.bottom = f"{above.text} {cell.text}", cell.bottom
        else:
            margin.append(Row([cell], row.page, gap=0.2, bullet=False))
    beside = [replace(row, cells=row.cells[1:], bullet=row.cells[1].bullet) for row in rows[1:] if len(row.cells) > 1]
    return [first, *margin, *beside]


def _goes_on(above: Cell, cell: Cell, right: int) -> bool:
    """Whether a line of the margin was too long for it: the next word would not have fitted."""
    alike = above.bold == cell.bold and abs(above.size - cell.size) < 0.6
    if not alike or is_date_like(cell.text) or is_date_like(above.text) or is_place(cell.text):
        return False
    word = cell.tokens[0]
    return above.tokens[-1].x1 + word.x1 - word.x0 + 0.25 * word.size > right - 2.5 * word.size
