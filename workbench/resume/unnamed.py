"""Headings in words nobody foresaw ("Where I have worked"): found by their look, named by what stands below.

Only where the known words fail: a column without one heading that is known by its words, and sections whose
heading was found by its look alone.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from workbench.resume.dates import find_dates, is_date_like
from workbench.resume.entries import prominent
from workbench.resume.headings import section_by_keyword
from workbench.resume.rows import Cell, Look, Row
from workbench.resume.skill_lists import names_language, split_list
from workbench.resume.words import degree_in, is_title, school_score

_CONTACT = re.compile(r"@|https?:|www\.|\+\d[\d ]{6}")
_VOLUNTEER = re.compile(r"\b(?:volunteer|volunt[aá]ri[oa]|volontari\w+|b[ée]n[ée]vole|ehrenamt\w*)\b", re.I)
_SENTENCE = re.compile(r"[.!?]$")


def unnamed_headings(rows: list[Row], looks: dict[int, Look], body: Look | None, taken: set[int]) -> dict[int, str]:
    """Find headings by their look in columns that have none: by the row's id, the section each names by its content.

    Parameters
    ----------
    rows
        The visible rows in reading order.
    looks
        The look of each row's first cell, by the row's id.
    body
        The look of most letters.
    taken
        The rows that are headings by their words.
    """
    found: dict[int, str] = {}
    columns = {row.region % 10 for row in rows} - {row.region % 10 for row in rows if id(row) in taken}
    for column in columns:
        mine = [row for row in rows if row.region % 10 == column]
        best: dict[int, str] = {}
        for look in _looks_apart(mine, looks, body):
            places = [place for place, row in enumerate(mine) if looks[id(row)] == look]
            named = {
                id(mine[place]): _section(mine[place], mine[place + 1 : stop])
                for place, stop in zip(places, [*places[1:], len(mine)], strict=True)
            }
            if {"work", "education"} & set(named.values()) and len(named) > len(best):
                best = named
        found |= best
    return found


def _section(heading: Row, below: list[Row]) -> str:
    section = section_by_content(below)
    return section if section != "other" else section_by_keyword(heading.text)


def _looks_apart(rows: list[Row], looks: dict[int, Look], body: Look | None) -> list[Look]:
    """The looks of which every row could be a heading: alone, short, without dates, with other rows below each."""
    result = []
    largest = max((looks[id(row)][0] for row in rows), default=0.0)
    for look, count in Counter(looks[id(row)] for row in rows).items():
        if look == body or count > 12 or (body is not None and look[0] < body[0] - 0.5):
            continue
        mine = [place for place, row in enumerate(rows) if looks[id(row)] == look]
        if look[0] == largest and count == 1 and rows[mine[0]].page == rows[0].page and mine[0] < 3:
            continue  # the name
        fine = all(_may_be_heading(rows[place]) for place in mine)
        apart = all(after - before > 1 for before, after in itertools.pairwise(mine))
        below = mine[-1] + 1 < len(rows)
        if fine and apart and below:
            result.append(look)
    return result


def _may_be_heading(row: Row) -> bool:
    text = row.text
    if len(row.cells) > 1 or row.bullet or row.joined or not 2 < len(text) < 45 or len(text.split()) > 6:
        return False
    if find_dates(text) or _CONTACT.search(text) or text.endswith((".", ",", ";")) or text[0].islower():
        return False
    return not (is_title(text) or degree_in(text) or school_score(text) >= 2)


def section_by_content(rows: list[Row]) -> str:
    """Name a section by what stands in it: periods beside titles, degrees, lists, sentences; `other` when unsure."""
    rows = [row for row in rows if not row.repeated]
    heads = [row for row in rows if not row.joined and not (row.bullet and len(row.cells) == 1)]
    dated = [row for row in heads if prominent(row) is not None]
    cells = [cell for row in heads for cell in row.cells if len(cell.text) < 90]
    degrees = [cell for cell in cells if degree_in(cell.text) or school_score(cell.text) >= 2]
    titles = [cell for cell in cells if is_title(_without_school(cell))]
    periods = [row for row in dated if (span := prominent(row)) is not None and span.period]
    if dated and len(degrees) >= max(1, len(titles)) and len(degrees) >= 0.5 * len(dated):
        return "education"
    if periods and any(_VOLUNTEER.search(cell.text) for cell in cells):
        return "volunteer"
    if periods and titles and 2 * len(titles) >= len(periods):
        return "work"
    if len(periods) >= 2 and any(row.bullet for row in rows):
        return "work"
    if dated or not rows:
        return "other"
    prose = sum(len(row.text.split()) > 8 for row in rows)
    if 2 * prose >= len(rows) and _SENTENCE.search(rows[-1].text) and not any(row.bullet for row in rows):
        return "summary"
    items = [part for row in rows for cell in row.cells for part in split_list(cell.text)]
    if len(items) >= 3 and 2 * sum(names_language(item) for item in items) >= len(items):
        return "languages"
    short = [item for item in items if len(item.split()) <= 4 and not _SENTENCE.search(item)]
    tools = [item for item in items if _is_tool(item)]
    if len(items) >= 6 and len(short) >= 0.8 * len(items) and len(tools) >= 0.25 * len(items):
        return "skills"
    return "other"


def _without_school(cell: Cell) -> str:
    return "" if school_score(cell.text) >= 2 or is_date_like(cell.text) else cell.text


def _is_tool(text: str) -> bool:
    """Names of tools are written unlike other words: "SQL", "PostgreSQL", "C++", "Java 21"."""
    return bool(re.search(r"[A-Z]{2}|[a-z][A-Z]|[+#]|\d|\.\w", text))
