"""Columns: where a page is two flows side by side, and where it only looks so.

A gutter is a strip of white that nothing crosses between two heights. The same strip runs through a page of two
columns, beside dates on the right margin and beside labels on the left. It parts two flows only when both sides
have headings of their own, or when their lines do not stand on each other's baselines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from workbench.resume.dates import is_date_like, is_date_piece
from workbench.resume.headings import section_of
from workbench.resume.lines import rows
from workbench.resume.place_names import is_place
from workbench.resume.rows import Cell, Row

_REACH = re.compile(r"@[\w.-]+\.\w|^\W*(?:https?:|www\.)|^[\d ()./–+-]{8,}$|(?:linkedin|github)\.com", re.I)


@dataclass(slots=True)
class Region:
    """A part of a page that is read from top to bottom."""

    rows: list[Row]
    x0: float
    x1: float
    column: int = 0  # 0 whole width, 1 left, 2 right


@dataclass(slots=True)
class _Cut:
    x: float
    top: float
    bottom: float
    left: list[Cell]
    right: list[Cell]
    score: float


def regions(cells: list[Cell], page: int, known: list[float]) -> list[Region]:
    """Give a page's regions in reading order; `known` collects the gutters found, for the pages that follow."""
    return _part(cells, page, known, 0, 0)


def _part(cells: list[Cell], page: int, known: list[float], column: int, depth: int) -> list[Region]:
    if not cells:
        return []
    if len(cells) >= 6 and depth < 5:
        cut = _best([cut for cut in _cuts(cells)[:8] if _independent(cut, known)])
        if cut is not None:
            known.append(cut.x)
            _drop_last_heading(cut)
            above = [cell for cell in cells if cell.bottom <= cut.top + 2 and cell not in cut.left + cut.right]
            inside = {id(cell) for cell in cut.left + cut.right + above}
            below = [cell for cell in cells if id(cell) not in inside]
            return (
                _part(above, page, known, column, depth + 1)
                + _part(cut.left, page, known, 1, depth + 1)
                + _part(cut.right, page, known, 2, depth + 1)
                + _part(below, page, known, column, depth + 1)
            )
    lines = rows(cells, page)
    return [Region(lines, min(cell.x0 for cell in cells), max(cell.x1 for cell in cells), column)]


def _best(cuts: list[_Cut]) -> _Cut | None:
    """The best cut; one that tears dates off their lines gives way to one that parts as much and does not."""
    if not cuts:
        return None
    size = len(cuts[0].left) + len(cuts[0].right)
    rivals = [cut for cut in cuts if len(cut.left) + len(cut.right) >= 0.9 * size and cut.score > 0.3 * cuts[0].score]
    return min(rivals, key=lambda cut: (_torn(cut), -cut.score))


def _torn(cut: _Cut) -> int:
    """How many dates and places stand on the other side of the cut from words on their line; a pair is no sign."""
    torn = 0
    for side, other in ((cut.left, cut.right), (cut.right, cut.left)):
        theirs = _levels(other)
        for cell in side:
            if is_date_like(cell.text) or is_place(cell.text):
                level = cell.baseline
                alone = not any(mate is not cell and abs(mate.baseline - level) <= 1.6 for mate in side)
                torn += alone and any(abs(level - their) <= 1.6 for their in theirs)
    return torn


def _cuts(cells: list[Cell]) -> list[_Cut]:
    """Find the strips of white between cells, the best first; each parting of the cells once."""
    found: dict[tuple[int, int, int], _Cut] = {}
    ordered = sorted(cells, key=lambda cell: cell.top)
    levels = Counter(round(cell.baseline) for cell in cells)
    lone = {id(cell) for cell in cells if sum(levels[round(cell.baseline) + step] for step in (-1, 0, 1)) == 1}
    edges = sorted({round(cell.x0) for cell in cells})
    placed = [(cell, cell.x0, cell.x1, cell.x0 + cell.x1) for cell in ordered]
    middles = sorted([double for *_, double in placed])
    for edge in edges[1:]:
        x = edge - 1.5
        if not 3 <= bisect_left(middles, 2 * x) <= len(middles) - 3:
            continue  # too few on one side
        left: list[Cell] = []
        right: list[Cell] = []
        top = -1e9
        for cell, x0, x1, double in placed:
            if x0 < x and x1 > x + 1 and _crosses(cell, x, id(cell) in lone):
                if len(left) > 2 and len(right) > 2:
                    _keep(found, x, top, cell.top, left, right)
                left, right = [], []
                top = max(top, cell.bottom)
            elif double >= 2 * x:
                right.append(cell)
            else:
                left.append(cell)
        if len(left) > 2 and len(right) > 2:
            _keep(found, x, top, 1e9, left, right)
    return sorted(found.values(), key=lambda cut: -cut.score)


def _crosses(cell: Cell, x: float, lone: bool) -> bool:
    """Whether a cell over the strip lies across it; one that only hangs over its column's edge does not."""
    over = min(x - cell.x0, cell.x1 - x)
    return not lone or over > 0.15 * (cell.x1 - cell.x0) or over > 28 or len(cell.tokens) > 2


def _keep(
    found: dict[tuple[int, int, int], _Cut],
    x: float,
    top: float,
    bottom: float,
    left: list[Cell],
    right: list[Cell],
) -> None:
    starts, ends = sorted(cell.x0 for cell in right), sorted((cell.x1 for cell in left), reverse=True)
    over = min(len(starts), len(ends)) // 8  # a long link may hang over
    if ends[0] > x and ends[1] <= x:
        ends = ends[1:]  # so may a long name
    gap = starts[over] - ends[over]
    if gap < 4:
        gap = starts[0] - ends[0]
    height = max(cell.bottom for cell in left + right) - min(cell.top for cell in left + right)
    if gap < 4 or height < 50:
        return
    key = (id(left[0]), len(left), len(right))
    score = min(len(left), len(right)) * min(gap, 25) ** 0.5
    if key not in found or found[key].score < score:
        found[key] = _Cut(x, top, bottom, left, right, score)


def _independent(cut: _Cut, known: list[float]) -> bool:
    """Say whether the two sides are read one after the other."""
    left, right = _levels(cut.left), _levels(cut.right)
    if min(len(left), len(right)) < 3 or any(_is_annex(side) for side in _side_by_side(cut)):
        return False
    if _aligned(left, right) >= 0.8 and _set_flush_right(cut.left):
        return False  # labels or dates in the margin
    heads = [{id(cell) for cell in side if section_of(cell.text)} for side in (cut.left, cut.right)]
    plain = [[cell for cell in side if id(cell) not in heads[n]] for n, side in enumerate((cut.left, cut.right))]
    if _is_annex(plain[0]) or _is_annex(plain[1]):
        return False
    labels = len(heads[0])
    beside = [cell for cell in cut.left if id(cell) in heads[0]]
    alone = labels > 1 and not heads[1] and sum(cell.bottom > beside[0].top for cell in plain[0]) <= labels
    flush = alone and max(cell.x1 for cell in beside) - min(cell.x1 for cell in beside) < 3
    if alone and _aligned(_levels(beside), right) >= (0.7 if flush else 0.8):
        return False  # headings in the margin below the address, the longest of them on two lines
    if labels and labels >= 0.4 * len(left) and _aligned(left, right) >= 0.6 and len(left) < 0.7 * len(right):
        return False  # headings in the margin
    begin = min((cell.top for side in (cut.left, cut.right) for cell in side if section_of(cell.text)), default=0.0)
    below = [_levels([cell for cell in side if cell.top > begin]) for side in plain]
    if min(len(below[0]), len(below[1])) < 3:
        below = [_levels(side) for side in plain]
    aligned = _aligned(below[0], below[1])
    if (heads[1] and _says_how_to_reach(cut.left, cut.right)) or (heads[0] and _says_how_to_reach(cut.right, cut.left)):
        return True
    if heads[0] and heads[1]:
        return min(len(left), len(right)) > 3 or not _one_small_list(cut)
    seen_before = any(abs(cut.x - x) < 12 for x in known)
    if seen_before:
        return aligned < 0.85
    if heads[0] or heads[1]:
        return aligned < 0.6 and min(len(left), len(right)) >= 4
    return aligned < 0.45 and min(len(left), len(right)) >= 6


def _says_how_to_reach(side: list[Cell], other: list[Cell]) -> bool:
    """Whether one side is an address, a telephone and an e-mail beside a whole career on the other."""
    reach = sum(bool(_REACH.search(cell.text)) for cell in side)
    return len(side) <= 12 and len(other) > 2 * len(side) and reach >= 2 and not any(map(_dated, side))


def _dated(cell: Cell) -> bool:
    return is_date_like(cell.text)


def _drop_last_heading(cut: _Cut) -> None:
    """Leave a heading at the foot of a column, with all that it heads below the columns, to what follows."""
    for side in (cut.left, cut.right):
        last = max(side, key=lambda cell: cell.top)
        rest = [cell for cell in side if cell is not last]
        if len(rest) > 2 and section_of(last.text) and cut.bottom < 1e9 and last.top > max(c.bottom for c in rest) + 2:
            side.remove(last)


def _one_small_list(cut: _Cut) -> bool:
    """Whether one side is a label with a line or two of skills: a list in columns, not a column of the page."""
    small = min(cut.left, cut.right, key=len)
    sections = {section for cell in small if (section := section_of(cell.text))}
    return sections <= {"skills", "languages", "interests", "projects"}


def _set_flush_right(cells: list[Cell]) -> bool:
    """Whether the cells end at one edge, and begin at several."""
    ends = Counter(round(cell.x1) for cell in cells)
    most = max(sum(ends[end + step] for step in (-1, 0, 1)) for end in ends)
    return most >= 0.75 * len(cells) and len({round(cell.x0) for cell in cells}) > 0.4 * len(cells)


def _side_by_side(cut: _Cut) -> tuple[list[Cell], list[Cell]]:
    """The cells of both sides where both have any: a name above a margin of dates makes no column of it."""
    top = max(min(cell.top for cell in cut.left), min(cell.top for cell in cut.right)) - 3
    bottom = min(max(cell.bottom for cell in cut.left), max(cell.bottom for cell in cut.right)) + 3
    left, right = ([cell for cell in side if top <= cell.top <= bottom] for side in (cut.left, cut.right))
    return left, right


def _levels(cells: list[Cell]) -> list[float]:
    levels: list[float] = []
    for level in sorted(cell.baseline for cell in cells):
        if not levels or level - levels[-1] > 3:
            levels.append(level)
    return levels


def _aligned(left: list[float], right: list[float]) -> float:
    """The share of the shorter side's lines that stand on a baseline of the other side."""
    few, many = sorted((left, right), key=len)
    hits = sum(any(abs(level - other) <= 1.6 for other in many) for level in few)
    return hits / max(len(few), 1)


def _is_annex(cells: list[Cell]) -> bool:
    """A margin of dates, places and durations belongs to the lines it stands beside."""
    hits = sum(is_date_like(cell.text) or is_place(cell.text) or is_date_piece(cell.text) for cell in cells)
    return bool(cells) and hits >= 0.6 * len(cells)
