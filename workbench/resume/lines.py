"""Words to cells: what stands on one line, cut where the gap is wider than a space can be."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from workbench.resume.dates import is_date_like, says_now
from workbench.resume.place_names import is_place
from workbench.resume.repair import BULLETS, RIGHT_TO_LEFT
from workbench.resume.rows import Cell, Row
from workbench.resume.stops import at_stop, margin_stops
from workbench.resume.tokens import Token

_MARKS = set(BULLETS)
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_FIGURES = re.compile(r"\d[\d./-]*")
_GLUED = set("•▪■●◦‣")


def group(tokens: list[Token]) -> list[list[Token]]:
    """Give the words line by line, each line from left to right."""
    lines: list[list[Token]] = []
    level = -1e9
    marks = [token for token in tokens if token.text in _MARKS and len(token.text) == 1]
    for token in sorted(_others(tokens, marks), key=lambda token: token.base):
        here = token.base
        if lines and here - level <= max(0.3 * min(token.size, lines[-1][-1].size), 1.2):
            lines[-1].append(token)
        else:
            lines.append([token])
            level = here
    lines = _raised(lines)
    _place_marks(lines, marks)
    return [_in_reading_order(line) for line in lines]


def _in_reading_order(line: list[Token]) -> list[Token]:
    """From left to right; a line of Arabic or Hebrew from right to left, its Latin words and figures the other way."""
    line = sorted(line, key=lambda token: token.x0)
    turned = sum(len(token.text) for token in line if RIGHT_TO_LEFT.search(token.text))
    if not turned or 2 * turned < sum(len(token.text) for token in line if any(map(str.isalpha, token.text))):
        return line
    result: list[Token] = []
    run: list[Token] = []
    for token in reversed(line):
        if RIGHT_TO_LEFT.search(token.text):
            result += [*_turned(run), token]
            run = []
        else:
            run.append(token)
    return result + _turned(run)


def _turned(run: list[Token]) -> list[Token]:
    """Latin words and the figures behind them run from left to right; figures alone and signs at the ends do not."""
    latin = [place for place, token in enumerate(run) if any(map(str.isalpha, token.text))]
    if not latin:
        return run
    first = next(place for place, token in enumerate(run) if any(map(str.isalnum, token.text)))
    last = latin[-1] + 1
    return [*run[:first], *reversed(run[first:last]), *run[last:]]


def _others(tokens: list[Token], marks: list[Token]) -> list[Token]:
    taken = {id(mark) for mark in marks}
    return [token for token in tokens if id(token) not in taken]


def _place_marks(lines: list[list[Token]], marks: list[Token]) -> None:
    """Bullets are often smaller or from another font: they go with the line that their middle lies on."""
    if not marks:
        return
    levels = [(min([t.top for t in line]), max([t.bottom for t in line]), line) for line in lines]
    for mark in marks:
        middle = mark.middle
        beside = [line for top, bottom, line in levels if top < middle < bottom]
        right = [line for line in beside if any(-1 < token.x0 - mark.x1 < 40 for token in line)]
        if right or beside:
            (right or beside)[0].append(mark)
        else:
            lines.append([mark])


def _raised(lines: list[list[Token]]) -> list[list[Token]]:
    """Give raised and lowered figures back to the line they touch."""
    result: list[list[Token]] = []
    for line in lines:
        if result and len(line) <= 3:
            above = result[-1]
            rest: list[Token] = []
            for token in line:
                near = any(
                    abs(token.x0 - other.x1) < 0.25 * other.size and other.top < token.middle < other.bottom
                    for other in above
                )
                (above if near and token.size < 0.85 * above[0].size else rest).append(token)
            line = rest
        if line:
            result.append(line)
    return result


def cells(tokens: list[Token], icons: list[Token]) -> list[Cell]:
    """Cut lines into cells at wide gaps and at icons."""
    result: list[Cell] = []
    lines = [_rejoined(line) for line in group(tokens)]
    stops = margin_stops(lines)
    spots = [(icon.middle, icon) for icon in icons]
    for line in lines:
        gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(line)]
        usual = sorted(gaps)[len(gaps) // 2] if len(gaps) > 4 else 0.0
        beside: list[Token] = []
        if spots:
            top, bottom = min([token.top for token in line]), max([token.bottom for token in line])
            beside = [icon for middle, icon in spots if top < middle < bottom]
        part: list[Token] = [line[0]]
        marked = _icon_between(beside, 0.0, line[0].x0 + 1)
        for token, gap in zip(line[1:], gaps, strict=True):
            before = part[-1]
            size = before.size if before.size < token.size else token.size
            if gap <= 0.95 * size and not beside and before.size == token.size and not at_stop(before, token, stops):
                part.append(token)  # an ordinary space
                continue
            icon = bool(beside) and _icon_between(beside, before.x1 - 1, token.x0 + 1)
            mark = before.text in _MARKS and len(part) == 1
            jump = (
                max(before.size, token.size) > 1.6 * size and gap > 1.5 and min(len(before.text), len(token.text)) > 1
            )
            jump = jump or at_stop(before, token, stops)
            if not mark and (icon or jump or gap > max(0.95 * size, min(2.2 * usual, 2.5 * size))):
                result.append(_cell(part, marked))
                part, marked = [], icon
            part.append(token)
        result.append(_cell(part, marked))
    return result


def _rejoined(line: list[Token]) -> list[Token]:
    """Put letters together that the file gives one by one: Chinese set by a browser has no words but letters."""
    if len(line) < 2 or not any(
        not two.text.isascii() or not one.text.isascii() or (two.text[0].isdigit() and one.text[-1].isdigit())
        for one, two in itertools.pairwise(line)
    ):
        return line
    result = [line[0]]
    for token in line[1:]:
        before = result[-1]
        gap = token.x0 - before.x1
        wide = _IDEOGRAPH.search(before.text[-1]) and _IDEOGRAPH.search(token.text[0])
        single = len(token.text) == 1 and before.font == token.font and _IDEOGRAPH.search(token.text + before.text)
        digits = bool(_FIGURES.fullmatch(before.text) and _FIGURES.fullmatch(token.text))
        limit = 0.22 if wide else 0.08 if single or digits else -1.0
        if (
            -0.3 * token.size < gap < limit * token.size
            and before.bold == token.bold
            and abs(before.size - token.size) < 0.6
        ):
            top, bottom = min(before.top, token.top), max(before.bottom, token.bottom)
            result[-1] = replace(before, text=before.text + token.text, x1=token.x1, top=top, bottom=bottom)
        else:
            result.append(token)
    return result


def _cell(tokens: list[Token], icon: bool) -> Cell:
    """Make a cell, and take the mark off it when it is a bullet."""
    first = tokens[0]
    bullet = False
    if first.text in _MARKS and len(tokens) > 1:
        tokens, bullet = tokens[1:], True
    elif first.text in {"o", "§", "¨"} and len(tokens) > 1 and tokens[1].text[0].isupper():
        tokens, bullet = tokens[1:], True  # round bullets of word processors
    elif len(first.text) > 1 and first.text[0] in _GLUED and not first.text[1].isdigit():
        first.text, bullet = first.text[1:], True
    return Cell(tokens, icon=icon, bullet=bullet)


def _icon_between(icons: list[Token], left: float, right: float) -> bool:
    return any(left <= (icon.x0 + icon.x1) / 2 <= right for icon in icons)


def rows(parts: list[Cell], page: int) -> list[Row]:
    """Put cells of one region on rows, from top to bottom."""
    result: list[Row] = []
    level, size = -1e9, 0.0
    for cell in sorted(parts, key=lambda cell: cell.baseline):
        if result and cell.baseline - level <= max(0.3 * min(cell.size, size), 1.2):
            result[-1].cells.append(cell)
        else:
            result.append(Row([cell], page))
            level, size = cell.baseline, cell.size
    result = _with_margins(result)
    above: Row | None = None
    for row in result:
        row.cells.sort(key=lambda cell: cell.x0)
        if above is not None:
            height = max(row.box[3] - row.box[1], 1.0)
            row.gap = max(0.0, (row.box[1] - above.box[3]) / height)
        above = row
        row.bullet = row.cells[0].bullet
    return result


def _with_margins(lines: list[Row]) -> list[Row]:
    """Put a date or place in small letters on the row of larger ones it stands beside, whose letters stand lower."""
    result: list[Row] = []
    for row in lines:
        above = result[-1] if result else None
        if above is not None and _beside(above, row):
            above.cells += row.cells
        else:
            result.append(row)
    return result


def _beside(above: Row, row: Row) -> bool:
    small, large = sorted((above, row), key=lambda item: item.size)
    if len(small.cells) > 1 or small.cells[0].bullet or abs(small.size - large.size) < 0.6:
        return False
    cell = small.cells[0]
    shared = min(cell.bottom, large.box[3]) - max(cell.top, large.box[1])
    if shared < 0.6 * (cell.bottom - cell.top) or any(
        cell.x0 < other.x1 + 3 and cell.x1 > other.x0 - 3 for other in large.cells
    ):
        return False
    return is_date_like(cell.text) or is_place(cell.text) or says_now(cell.text)
