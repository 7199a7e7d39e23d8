"""Lines that go on: a name or a title that was too long for its line."""

from __future__ import annotations

import re

from workbench.resume.dates import find_dates, is_date_like
from workbench.resume.place_names import is_place
from workbench.resume.rows import Cell, Row

_HALF_PERIOD = re.compile(r"\d\s*(?:[–—-]?\s*至|[–—-]|to|bis|à|a|al)$", re.I)
_PERIOD_END = re.compile(
    r"[^\W\d_]*\.?\s?[\d/.-]*\d{2}\b|present|now|current|today|heute|actualidad|atual|aujourd|至?今|现在", re.I
)


def unwrapped(rows: list[Row]) -> list[Row]:
    """Put a row that only goes on because the line was full back on the row above."""
    result: list[Row] = []
    for row in rows:
        above = result[-1] if result else None
        if above is not None and goes_on(above, row):
            place = _open_cell(above, row)
            cells = list(above.cells)
            cells[place] = Cell(cells[place].tokens + row.cells[0].tokens)
            result[-1] = Row(cells, above.page, above.id, above.bullet, above.joined, width=above.width)
            result[-1].region = above.region
        else:
            result.append(row)
    return result


def _open_cell(row: Row, below: Row) -> int:
    """The cell that a following row may carry on: the last, or the first when only dates and places stand beside it.

    Of a grid it is the one the following row stands under.
    """
    under = [place for place, cell in enumerate(row.cells) if abs(cell.x0 - below.cells[0].x0) < 2]
    if len(row.cells) > 2 and len(under) == 1:
        return under[0]
    margin = all(is_date_like(cell.text) or is_place(cell.text) for cell in row.cells[1:])
    return 0 if margin else len(row.cells) - 1


def goes_on(above: Row, row: Row) -> bool:
    """Whether a row only goes on because the one above it was full: its first word would not have fitted there."""
    place = _open_cell(above, row)
    one, two = above.cells[place], row.cells[0]
    inner = 0 < place < len(above.cells) - 1
    if len(row.cells) > 1 or (len(above.cells) > 1 and place and not inner) or row.bullet or row.gap > 0.7:
        return False
    if above.region != row.region or abs(one.x0 - two.x0) > 14:
        return False
    last, first = one.tokens[-1], two.tokens[0]
    if last.bold != first.bold or abs(last.size - first.size) > 0.6 or last.colour != first.colour:
        return False
    if _HALF_PERIOD.search(one.text):
        return bool(_PERIOD_END.match(two.text))
    if find_dates(one.text[-30:]) or find_dates(two.text[:20]) or one.text.endswith("."):
        return False
    room = above.width if len(above.cells) == 1 else above.cells[place + 1].x0 - one.x0 - one.size
    return one.x1 - one.x0 + first.x1 - first.x0 + 0.25 * first.size > room
