"""Sections: which rows are headings, and which section every other row belongs to.

A heading is known by its words, or by looking like the headings that are. Style alone would take names of
employers for headings; words alone would miss "A day of my life".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from workbench.resume.dates import find_dates
from workbench.resume.entries import prominent
from workbench.resume.headings import section_by_keyword, section_of
from workbench.resume.margin_headings import margin_headings, skills_beside, tell_below, without_lone_words
from workbench.resume.paragraphs import ASIDE
from workbench.resume.rows import Cell, Look, Row, style
from workbench.resume.unnamed import section_by_content, unnamed_headings
from workbench.resume.words import degree_in, is_title, school_score

_UNCLEAR = re.compile(r"^\W*(?:professional\s)?(?:qualifications|training|courses)\W*$", re.I)
_INSIDE = frozenset({"summary", "awards", "skills", "other"})
_GROUPS = frozenset({"languages", "interests", "skills", "other", "contact", "projects"})  # also labels in lists
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_WORD = re.compile(r"[^\W\d_]{3}|[^\W\d_a-zA-Z]{2}")  # a postcode is no heading


def divide(rows: list[Row]) -> list[str]:
    """Mark headings and sections on the rows; give the headings as written, in reading order."""
    live = [row for row in rows if not row.repeated and not row.hidden and row.region >= 0]
    body = _body_style(live)
    known = {id(row): section for row in live if (section := _known_heading(row, body, live))}
    known |= margin_headings(live, known)
    known |= skills_beside(live, known)
    known = without_lone_words(live, known)
    labels = _repeated_labels(live, known)
    looks = _heading_looks([row for row in live if id(row) in known], body, known)
    known = _without_weak(known, looks, live)
    spread = Counter(style(row.cells[0]) for row in live)
    by_look = unnamed_headings(live, {id(row): style(row.cells[0]) for row in live}, body, set(known))
    known |= by_look
    heads = _heads_like_headings(live, known, looks)
    guessed: list[Row] = []
    names: list[str] = []
    current: dict[int, tuple[str | None, str]] = {}
    last: tuple[str | None, str] = (None, "")
    region = -1
    begun = False
    for place, row in enumerate(live):
        if row.region != region:
            last = _carried(row, current)
            region = row.region
            begun = False
        if id(row) in labels:
            row.heading, row.section, row.title = True, *last
            if last[0] in {"work", "volunteer", "projects"}:
                tell_below(live[place + 1 :], known)
            continue
        section = known.get(id(row))
        look = style(row.cells[0])
        if section is None and look in looks and spread[look] <= 2.5 * looks[look].count + 2 and row not in heads:
            beside = [other for other in live[max(place - 1, 0) : place + 2] if other is not row]
            if not any(style(other.cells[0]) == look for other in beside):
                section = _looks_like_heading(row, looks[look], not begun) if place or row.page > 1 else None
                if section == "other":
                    guessed.append(row)
        if section is not None:
            row.heading = True
            title = row.cells[0].text.strip(" :|–—-_")
            last = (section, title)
            row.section, row.title = last
            if len(row.cells) > 1 and not _only_marks(row.cells[1:]):
                row.heading = False  # a heading in the margin: the rest of the row is content
                row.labels.append(title)
                row.whole = row.cells
                row.cells = row.cells[1:]
            names.append(title)
            begun = True
        row.section, row.title = last
        current[row.region] = last
    _free_footers(live)
    worked = any(row.section == "work" for row in live)
    for row in guessed:
        _name_by_content(row, live, worked)
    for row in live:
        if row.heading and row.section == "certificates" and _UNCLEAR.search(row.title):
            below = [other for other in live if other.title == row.title and other.section == row.section]
            if section_by_content(below[1:]) == "education":
                for other in below:
                    other.section = "education"
    return names


def _free_footers(rows: list[Row]) -> None:
    """How to reach the person, at the foot of a page far below the last section, belongs to no section."""
    for place, row in enumerate(rows):
        if row.heading or row.section is None or not _ADDRESS.search(row.text):
            continue
        start = place
        while start > 0 and rows[start].gap < 3 and rows[start - 1].page == row.page and place - start < 3:
            start -= 1
        after = place + 1 < len(rows) and rows[place + 1].page == row.page and rows[place + 1].region == row.region
        if rows[start].gap >= 6 and not after:
            for other in rows[start : place + 1]:
                other.section, other.title = None, ""


def _name_by_content(heading: Row, rows: list[Row], worked: bool) -> None:
    """Give the rows below a heading in unusual words the section that their content shows.

    Where the positions have a heading of their own, what looks like more of them may be mandates or courses.
    """
    below = []
    for row in rows[rows.index(heading) + 1 :]:
        if row.heading or row.section != "other" or row.title != heading.title:
            break
        below.append(row)
    section = section_by_content(below)
    if section == "work" and worked:
        return
    for row in [heading, *below]:
        row.section = section


def _repeated_labels(rows: list[Row], known: dict[int, str]) -> set[int]:
    """Labels inside entries ("Highlights", "Achievements") come back in each; a section's heading stands once."""
    inside = [row for row in rows if known.get(id(row)) in _INSIDE]
    counts = Counter(row.text.casefold() for row in inside)
    found = {id(row) for row in inside if counts[row.text.casefold()] > 1}
    for key in found:
        del known[key]
    return found


def _heads_like_headings(rows: list[Row], known: dict[int, str], looks: dict[Look, _Look]) -> list[Row]:
    """Rows that are set like the headings and open an entry: a title or an employer, its period in the rows below."""
    found: list[Row] = []
    section: str | None = None
    for place, row in enumerate(rows):
        if id(row) in known:
            section = known[id(row)]
            run: list[Row] = []
            titled, opened = 0, place
        elif section in {"work", "volunteer", "education"} and style(row.cells[0]) in looks and len(row.cells) == 1:
            below = rows[place + 1 : place + 4]
            ends = next((n for n, other in enumerate(below) if style(other.cells[0]) in looks), len(below))
            if not any(prominent(other) for other in below[:ends]):
                continue
            run.append(row)
            text = row.text
            # where the first entry is set like the headings, so are the employers of those that follow
            opens = rows[opened + 1] is run[0] and prominent(below[0]) and _names_title(below[0])
            titled += (
                bool(opens)
                or is_title(text)
                or (section == "education" and bool(degree_in(text) or school_score(text) >= 2))
            )
            if 2 * titled >= len(run):
                found += [other for other in run if other not in found]
    return found


def _names_title(row: Row) -> bool:
    return any(is_title(part) for cell in row.cells for part in re.split(r"\s+[|•·–—-]\s+", cell.text))


@dataclass(slots=True)
class _Look:
    count: int
    lefts: dict[int, list[float]]
    middles: dict[int, list[float]]


def _heading_looks(rows: list[Row], body: Look | None, known: dict[int, str]) -> dict[Look, _Look]:
    """The looks that most known headings share, and where headings of that look stand."""
    counts = Counter(style(row.cells[0]) for row in rows)
    looks: dict[Look, _Look] = {}
    for row in rows:
        look = style(row.cells[0])
        if look == body or counts[look] < max(2, 0.34 * len(rows)):
            continue
        cell = row.cells[0]
        entry = looks.setdefault(look, _Look(counts[look], {}, {}))
        entry.lefts.setdefault(row.region % 10, []).append(cell.x0)
        entry.middles.setdefault(row.region % 10, []).append((cell.x0 + cell.x1) / 2)
    # bold labels in a list of skills ("Languages", "Tools") share a look as well, smaller than the headings'
    labels = {look for look in looks if all(known[id(row)] in _GROUPS for row in rows if style(row.cells[0]) == look)}
    largest = max((look[0] for look in looks if look not in labels), default=0)
    return {look: entry for look, entry in looks.items() if look not in labels or look[0] >= largest}


def _without_weak(known: dict[int, str], looks: dict[Look, _Look], rows: list[Row]) -> dict[int, str]:
    """Where most headings share a look, words of a heading in smaller letters are labels ("Web", "Languages")."""
    smallest = min((look[0] for look in looks), default=0.0)
    many = sum(look.count for look in looks.values()) >= 4
    above: dict[int, float] = {}  # by column, the size of the last heading
    weak: set[int] = set()
    for row in rows:
        if id(row) not in known:
            continue
        column, size, look = row.region % 10, row.cells[0].size, style(row.cells[0])
        small = known[id(row)] in _GROUPS and size < above.get(column, 0.0) - 0.7
        if look not in looks and (small or (many and look[0] < smallest - 0.5)):
            weak.add(id(row))
        else:
            above[column] = size
    return {key: section for key, section in known.items() if key not in weak}


def _only_marks(cells: list[Cell]) -> bool:
    return not any(letter.isalnum() for cell in cells for letter in cell.text)


def _carried(row: Row, current: dict[int, tuple[str | None, str]]) -> tuple[str | None, str]:
    """A column that goes on overleaf carries its section along; a new column on the same page starts afresh."""
    column = row.region % 10
    if column == ASIDE:
        return (None, "")
    for region in reversed(current):
        if region % 10 == column:
            return current[region]
    others = [region for region in current if region % 10 != ASIDE]
    return (None, "") if column == 2 or not others else current[others[-1]]


def _body_style(rows: list[Row]) -> Look | None:
    letters: Counter[Look] = Counter()
    for row in rows:
        for cell in row.cells:
            letters[style(cell)] += len(cell.text)
    return letters.most_common(1)[0][0] if letters else None


def _is_larger(cell: Cell, body: Look | None) -> bool:
    """Whether a cell is set larger than the body."""
    return body is None or cell.size > body[0] + 1


def _known_heading(row: Row, body: Look | None, rows: list[Row]) -> str | None:
    """The section, when the row's first cell has a heading's words and does not look like running text."""
    cell = row.cells[0]
    section = section_of(cell.text)
    marked = row.bullet and not (body is not None and (look := style(cell)) != body and (look[2] or look[0] > body[0]))
    if section is None or marked or row.joined or (cell.text[0].islower() and not _is_larger(cell, body)):
        return None
    if not cell.text[0].isalpha() and len(cell.text) < 4:
        return None
    look = style(cell)
    alone = len(row.cells) == 1 or _only_marks(row.cells[1:])
    stands_out = body is None or look[0] > body[0] or look[1] or look[2] or look[3] != body[3] or look[4] != body[4]
    if alone:
        if stands_out or _IDEOGRAPH.match(cell.text):
            return section
        plain = all(style(other.cells[0])[0] == look[0] and not other.bold for other in rows[:40])
        if cell.text.rstrip().endswith(":") or plain or row.gap > 0.6:
            return section if cell.text[0].isupper() or not cell.text[0].isascii() else None
        return None
    # beside other words: a heading in the margin stands out more than a label in a table of skills
    rest = row.cells[1]
    if cell.text.endswith(":") or not stands_out or rest.x0 < cell.x1 + 4:
        return None
    if section in {"languages", "interests", "skills", "other", "contact"} and not look[2]:
        return section if body is not None and look[0] > body[0] + 0.5 else None
    return (
        section
        if look[2] or (body is not None and look[0] > body[0] + 0.5) or section in {"work", "education"}
        else None
    )


def _looks_like_heading(row: Row, look: _Look, first: bool) -> str | None:
    cell = row.cells[0]
    if len(row.cells) > 1 or row.bullet or row.joined or not 2 < len(cell.text) < 50 or len(cell.text.split()) > 7:
        return None
    if find_dates(cell.text) or "@" in cell.text or cell.text.endswith((".", ",")):
        return None
    if not _WORD.search(cell.text) or degree_in(cell.text) or (first and is_title(cell.text)):
        return None
    column = row.region % 10
    middle = (cell.x0 + cell.x1) / 2
    lefts, middles = look.lefts.get(column, []), look.middles.get(column, [])
    if not any(abs(cell.x0 - x) < 4 for x in lefts) and not any(abs(middle - x) < 4 for x in middles):
        return None
    return section_by_keyword(cell.text)
