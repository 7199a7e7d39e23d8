"""Lines that go on: a name or a title that was too long for its line."""

from __future__ import annotations

from workbench.resume.dates import find_dates
from workbench.resume.rows import Cell, Row


def unwrapped(rows: list[Row]) -> list[Row]:
    """Put a row that only goes on because the line was full back on the row above."""
    result: list[Row] = []
    for row in rows:
        above = result[-1] if result else None
        if above is not None and goes_on(above, row):
            cell = Cell(above.cells[-1].tokens + row.cells[0].tokens)
            result[-1] = Row(
                [*above.cells[:-1], cell], above.page, above.id, above.bullet, above.joined, width=above.width
            )
            result[-1].region = above.region
        else:
            result.append(row)
    return result


def goes_on(above: Row, row: Row) -> bool:
    """Whether a row only goes on because the one above it was full: its first word would not have fitted there."""
    one, two = above.cells[-1], row.cells[0]
    if len(row.cells) > 1 or len(above.cells) > 1 or row.bullet or above.region != row.region or row.gap > 0.7:
        return False
    if one.bold != two.bold or abs(one.size - two.size) > 0.6 or one.tokens[-1].colour != two.tokens[0].colour:
        return False
    if find_dates(one.text[-30:]) or find_dates(two.text[:20]) or one.text.endswith("."):
        return False
    first = two.tokens[0]
    return one.x1 - one.x0 + first.x1 - first.x0 + 0.25 * first.size > above.width
