"""Two dates in a margin, one above the other: the period of the entry they stand beside."""

from __future__ import annotations

import itertools
from dataclasses import replace

from workbench.resume.dates import find_dates, is_date_piece, says_now
from workbench.resume.rows import Cell, Row, style


def join_dates(rows: list[Row]) -> None:
    """Put a start and an end that stand on two lines of a margin on the first line, the earlier one first.

    Years of a list ("2019 Award", "2018 Prize") stay: what stands beside them looks alike.
    """
    _gather(rows)
    for row, below in itertools.pairwise(rows):
        _close(row, below)
    for row, below in itertools.pairwise([row for row in rows if row.cells]):
        if len(row.cells) < 2 or not row.cells or not below.cells or row.page != below.page:
            continue
        one, two = row.cells[0], below.cells[0]
        if not _lone(one.text) or not _lone(two.text) or says_now(two.text) or below.gap > 0.8:
            continue
        if abs(one.x0 - two.x0) > 3 and abs(one.x1 - two.x1) > 3:
            continue
        if len(below.cells) > 1 and style(below.cells[1]) == style(row.cells[1]):
            continue
        first, last = (two, one) if says_now(one.text) or _value(two) < _value(one) else (one, two)
        edge = first.tokens[-1]
        dash = replace(edge, text="–", x0=edge.x1, x1=edge.x1 + 1)
        joined = Cell([*first.tokens, dash, *last.tokens])
        joined.baseline = one.baseline
        row.cells[0] = joined
        below.cells = below.cells[1:]
    rows[:] = [row for row in rows if row.cells]


def _gather(rows: list[Row]) -> None:
    """Put the lines of one date or period in a narrow margin together: "septiembre de", "2022 – abril de", "2023"."""
    for place, row in enumerate(rows):
        if not row.cells or not is_date_piece(row.cells[0].text) or _is_period(row.cells[0].text):
            continue
        chain = [(row, row.cells[0])]
        for other in rows[place + 1 : place + 8]:
            one, two = chain[-1][1], other.cells[0] if other.cells else None
            if two is None or not (abs(one.x0 - two.x0) < 3 or abs(one.x1 - two.x1) < 3):
                continue
            if not is_date_piece(two.text) or two.top - one.bottom > 0.5 * (two.bottom - two.top) or len(chain) > 3:
                break
            chain.append((other, two))
            text = " ".join(cell.text for _, cell in chain)
            if _is_period(text) or (_lone(text) and not find_dates(one.text)):
                joined = Cell([token for _, cell in chain for token in cell.tokens])
                joined.baseline = row.cells[0].baseline
                row.cells[0] = joined
                for later, _ in chain[1:]:
                    later.cells = later.cells[1:]
                if _is_period(text):
                    break
                chain = [(row, joined)]
    rows[:] = [row for row in rows if row.cells]


def _close(row: Row, below: Row) -> None:
    """Put the end of a period that was too long for a margin behind its start: "2017 –" above "2021"."""
    for place, cell in enumerate(row.cells):
        if len(row.cells) < 2 or not find_dates(cell.text) or _is_period(cell.text) or below.gap > 0.8:
            continue
        for under, other in enumerate(below.cells):
            over = other.x0 < cell.x1 and other.x1 > cell.x0 and len(other.text) < 20 and not _is_period(other.text)
            if over and _is_period(f"{cell.text} {other.text}"):
                row.cells[place] = Cell([*cell.tokens, *other.tokens])
                row.cells[place].baseline = cell.baseline
                below.cells = below.cells[:under] + below.cells[under + 1 :]
                return


def _lone(text: str) -> bool:
    """Whether a text is one date, or a word for now, and nothing else."""
    if says_now(text):
        return True
    spans = find_dates(text)
    rest = text[: spans[0].start] + text[spans[0].end :] if len(spans) == 1 else text
    return len(spans) == 1 and not spans[0].period and not any(letter.isalnum() for letter in rest)


def _is_period(text: str) -> bool:
    """Whether a text is one period with both its ends, and nothing else."""
    spans = find_dates(text)
    if len(spans) != 1 or not spans[0].period or text.rstrip().endswith(("-", "–", "—")):
        return False
    return not any(letter.isalnum() for letter in text[: spans[0].start] + text[spans[0].end :])


def _value(cell: Cell) -> str:
    spans = find_dates(cell.text)
    return (spans[0].last or "") if spans else "9999"
