"""Entries: where one position, degree or project ends and the next begins.

Almost every entry carries one date or period of its own, so the rows with such a date are the anchors. How many
rows stand above the date is learnt from the first entry and from the look of its first row.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from workbench.resume.dates import DateSpan, find_dates, is_date_like, without_dates
from workbench.resume.labels import label_of, split_label
from workbench.resume.place_names import is_place, trailing_place
from workbench.resume.rows import Look, Row, style
from workbench.resume.words import TABLE_WORDS
from workbench.resume.wraps import goes_on

_IN_SENTENCE = re.compile(
    r"\b(?:between|in|during|since|by|until|zwischen|entre|durante|nel|tussen|im jahr|seit|depuis|en|em)$", re.I
)
ABBREVIATED = re.compile(r"(?:\b(?:inc|ltd|co|corp|llc|bros|jr|sr|dept|univ|inst|st)|\b[A-Z]\.?[A-Z])\.$", re.I)


@dataclass(slots=True)
class Entry:
    """The rows that name it and the rows that tell about it."""

    head: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)


def prominent(row: Row) -> DateSpan | None:
    """Give the row's date when it stands apart (alone, at an end, in brackets), not inside a sentence."""
    for cell in row.cells:
        for span in find_dates(cell.text):
            before, after = cell.text[: span.start].strip(" |,;:•·-–—(["), cell.text[span.end :].strip(" |,;:•·-–—).]")
            if span.bare and (len(before.split()) > 8 or (before and cell.text.rstrip().endswith("."))):
                continue
            if len(before.split()) > 3 and _IN_SENTENCE.search(before) and not cell.bold:
                continue  # "what we raised between 2017 and 2019"
            if len(before.split()) > 5 and cell.text.rstrip().endswith(".") and not span.period and ". " in before:
                continue  # the end of a sentence among others
            if not before or not after or is_place(after) or is_date_like(after):
                if not before and span.bare and after[:1].islower():
                    continue
                if len(before.split()) > 14:
                    continue
                return span
            if span.period and (cell.text[: span.start].rstrip().endswith(("|", "(", "•", "·", ",")) or not before):
                return span
    return None


def _is_body(row: Row) -> bool:
    if row.joined:
        return True
    if row.bullet:
        return not _has_date_cell(row)
    return _is_prose(row)


def _has_date_cell(row: Row) -> bool:
    return len(row.cells) > 1 and any(is_date_like(cell.text) for cell in row.cells[1:])


def _is_prose(row: Row) -> bool:
    text = row.text
    words = text.split()
    if prominent(row) is not None and len(words) < 22:
        return False
    if len(words) > 13:
        return True
    if row.bold or not text.rstrip().endswith((".", ";")) or ABBREVIATED.search(text):
        return False
    return len(words) > 4 or (len(words) > 2 and words[-1][:-1].islower() and len(words[-1]) > 4)


def entries(rows: list[Row]) -> list[Entry]:
    """Cut a section's rows into entries, in reading order."""
    rows = [row for row in rows if not row.heading and any(map(str.isalnum, row.text)) and not _is_table_head(row)]
    rows = rows[_lines_of_table_head(rows) :]
    if not rows:
        return []
    labelled = _labelled(rows)
    if labelled:
        return labelled
    body = [_is_body(row) for row in rows]
    _mark_paragraphs(rows, body)
    anchors = [place for place, row in enumerate(rows) if not body[place] and prominent(row)]
    if len(anchors) < 2:
        bullets = [place for place, row in enumerate(rows) if row.bullet and not row.joined]
        dated = [place for place in bullets if prominent(rows[place])]
        if len(dated) >= max(2, 0.6 * len(bullets)) and len(dated) > len(anchors):
            return _cut(rows, bullets, [not (row.bullet and not row.joined) for row in rows])
    if not anchors:
        return _without_dates(rows, body)
    below = _dated_below(rows, body, anchors)
    return _cut(rows, below or _starts(rows, body, anchors), body)


def _labelled(rows: list[Row]) -> list[Entry]:
    """Cut a form at the label that opens each record ("Employer: …", "Position: …"); none when it is no form."""
    labels = [label_of(row) for row in rows]
    named = [label for label in labels if label is not None]
    if not labels or labels[0] is None or len(set(named)) < 2 or len(named) < 2 * named.count(labels[0]):
        return []
    starts = [place for place, label in enumerate(labels) if label == labels[0]]
    result: list[Entry] = []
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        entry, told = Entry(), False
        for place in range(start, stop):
            row, label = rows[place], labels[place]
            told = (told or row.bullet) if label is None else split_label(row.cells[0].text)[0] == "told"
            plain = label is None and (told or place - start > 6)
            (entry.body if plain or row.bullet or row.joined else entry.head).append(row)
        result.append(entry)
    return result


def _dated_below(rows: list[Row], body: list[bool], anchors: list[int]) -> list[int]:
    """Where entries start whose period stands alone below all that is told; none when it stands anywhere else."""
    if body[0] or len(anchors) < 2:
        return []
    for anchor in anchors:
        alone = all(is_date_like(cell.text) or is_place(cell.text) for cell in rows[anchor].cells)
        if not alone or not anchor or not body[anchor - 1] or (anchor + 1 < len(rows) and body[anchor + 1]):
            return []
    return [0, *(anchor + 1 for anchor in anchors[:-1])]


def _is_table_head(row: Row) -> bool:
    """The first row of a table that says what its columns hold: "Period", "Employer", "Position"."""
    return len(row.cells) > 1 and all(cell.text.casefold().strip(" :") in TABLE_WORDS for cell in row.cells)


def _lines_of_table_head(rows: list[Row]) -> int:
    """How many rows a table's head takes where each of its cells has become a line of its own."""
    words = [len(row.cells) == 1 and row.text.casefold().strip(" :") in TABLE_WORDS for row in rows[:7]]
    count = words.index(False) if False in words else len(words)
    return count if count > 1 else 0


def _mark_paragraphs(rows: list[Row], body: list[bool]) -> None:
    """Mark sentences that run over several lines: each line is full, the next begins small, the last ends it."""
    place = 0
    while place < len(rows):
        stop = place
        while stop + 1 < len(rows) and _runs_on(rows[stop], rows[stop + 1]):
            stop += 1
        words = sum(len(row.text.split()) for row in rows[place : stop + 1])
        if stop > place and words > 7 and rows[stop].text.rstrip().endswith((".", ";", "!")):
            body[place : stop + 1] = [True] * (stop + 1 - place)
        place = stop + 1


def _runs_on(row: Row, below: Row) -> bool:
    if len(row.cells) > 1 or len(below.cells) > 1 or below.bullet or row.bold or below.bold:
        return False
    if row.region != below.region or below.gap > 0.7 or abs(row.size - below.size) > 0.6 or prominent(row):
        return False
    first = below.tokens[0]
    full = row.cells[0].x1 - row.cells[0].x0 + first.x1 - first.x0 > 0.9 * row.width
    return full and not row.text.endswith((".", ":")) and (below.text[0].islower() or below.text[0].isdigit())


def _starts(rows: list[Row], body: list[bool], anchors: list[int]) -> list[int]:
    """Where each anchor's entry starts: above it by as many rows as in the first entry, never across a body."""
    above = min(anchors[0], 4)
    if any(body[: anchors[0]]):
        above = next(step for step in range(anchors[0] + 1) if step == anchors[0] or body[anchors[0] - step - 1])
    first = rows[anchors[0] - above]
    look, begins = style(first.cells[0]), _beginning(first)
    starts = [anchors[0] - above]
    for before, anchor in itertools.pairwise(anchors):
        floor = before + 1
        for place in range(anchor - 1, before, -1):
            if body[place]:
                floor = place + 1
                break
        if floor > anchor:
            floor = anchor
        if floor == before + 1 and _same_entry(rows[before], rows[anchor]):
            continue
        alike = [place for place in range(floor, anchor + 1) if _opens(rows[place], look, begins)]
        distinct = look != style(rows[anchors[0]].cells[0]) or above == 0
        gaps = [
            place for place in range(floor, anchor + 1) if rows[place].gap > 0.9 and rows[place].gap > rows[anchor].gap
        ]
        if any(body[before + 1 : anchor]) and anchor - floor <= above:
            starts.append(floor)
        elif alike and distinct:
            starts.append(alike[-1] if above == 0 else alike[0])
        elif gaps:
            starts.append(gaps[-1])
        else:
            starts.append(max(floor, anchor - above))
    return starts


def _beginning(row: Row) -> tuple[float, bool, bool, str, str]:
    """What a row's first word looks like."""
    token = row.cells[0].tokens[0]
    return (round(token.size), token.bold, token.italic, token.colour, token.font)


def _opens(row: Row, look: Look, begins: tuple[float, bool, bool, str, str]) -> bool:
    """Whether a row looks like the one that opens the first entry, as a whole or, where bold, in its first word."""
    return style(row.cells[0]) == look or (begins[1] and _beginning(row) == begins and not row.bullet)


def _same_entry(one: Row, two: Row) -> bool:
    """A second date in the same head: a graduation date beside a period, an overall duration."""
    if two is one:
        return True
    bare = all(is_date_like(cell.text) or is_place(cell.text) for cell in two.cells)
    alone = all(is_date_like(cell.text) or is_place(cell.text) for cell in one.cells)
    return bare and not alone and two.gap < 0.6 and len(without_dates(two.text)) < 40


def _without_dates(rows: list[Row], body: list[bool]) -> list[Entry]:
    """No dates at all: a new entry starts where the look of the first row comes back, or after bullets end."""
    if all(row.bullet or row.joined for row in rows):
        return _cut(rows, [place for place, row in enumerate(rows) if not row.joined], [row.joined for row in rows])
    look = style(rows[0].cells[0])
    starts = [0]
    for place in range(1, len(rows)):
        if body[place]:
            continue
        back = style(rows[place].cells[0]) == look
        if back and look != style(rows[place - 1].cells[0]) and len(rows[place].text) < 80:
            starts.append(place)
            continue
        if (body[place - 1] and (back or rows[place].gap > 0.4 or rows[place].bold)) or (
            back and rows[place].gap > 0.7
        ):
            starts.append(place)
    return _cut(rows, starts, body)


def _cut(rows: list[Row], starts: list[int], body: list[bool]) -> list[Entry]:
    result: list[Entry] = []
    starts = sorted(set(starts))
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        entry = Entry()
        dated = False
        for place in range(start, stop):
            told = dated and len(entry.head) > 1 and len(rows[place].text.split()) > 5 and not rows[place].bold
            told = told and not (len(rows[place].text) < 80 and trailing_place(rows[place].text))
            dated = dated or prominent(rows[place]) is not None
            if told and not prominent(rows[place]) and not (entry.head and goes_on(entry.head[-1], rows[place])):
                body[place] = True
            if body[place] or (entry.body and not prominent(rows[place])) or len(entry.head) >= 6:
                entry.body.append(rows[place])
            else:
                entry.head.append(rows[place])
        result.append(entry)
    return result
