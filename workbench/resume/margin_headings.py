"""Headings that stand beside what they head, and words of headings that head nothing."""

from __future__ import annotations

from collections import Counter

from workbench.resume.headings import section_of
from workbench.resume.rows import Row, style


def margin_headings(rows: list[Row], known: dict[int, str]) -> dict[int, str]:
    """Headings in the margin that look like one that is known, though their word alone could be a label."""
    looks = {style(row.cells[0]) for row in rows if id(row) in known and len(row.cells) > 1}
    edges = {round(row.cells[0].x0) for row in rows if id(row) in known and len(row.cells) > 1}
    found: dict[int, str] = {}
    for row in rows:
        cell = row.cells[0]
        section = section_of(cell.text)
        if section and len(row.cells) > 1 and style(cell) in looks and round(cell.x0) in edges and not row.bullet:
            found[id(row)] = section
    return found


def skills_beside(rows: list[Row], known: dict[int, str]) -> dict[int, str]:
    """The heading of the skills beside their list, bold and no larger than it, where no other heading names them."""
    if "skills" in known.values() or not {"work", "education"} & set(known.values()):
        return {}
    mine = [row for row in rows if len(row.cells) > 1 and section_of(row.cells[0].text) == "skills"]
    bold = [row for row in mine if row.cells[0].bold and not row.cells[1].bold and not row.bullet]
    return {id(bold[0]): "skills"} if len(bold) == 1 else {}


def without_lone_words(rows: list[Row], known: dict[int, str]) -> dict[int, str]:
    """A small word in large letters ("stack", the end of a job title) is no heading when no other looks like it."""
    looks = Counter(style(row.cells[0]) for row in rows if id(row) in known)
    lone = {
        id(row)
        for row in rows
        if id(row) in known and row.cells[0].text[0].islower() and looks[style(row.cells[0])] == 1
    }
    return {key: section for key, section in known.items() if key not in lone}


def tell_below(rows: list[Row], known: dict[int, str]) -> None:
    """Take for bullets the plain lines under a label inside an entry ("Highlights"), as far as they look alike."""
    if not rows or rows[0].bullet or id(rows[0]) in known:
        return
    look = style(rows[0].cells[0])
    for row in rows:
        if id(row) in known or row.bullet or len(row.cells) > 1 or style(row.cells[0])[:2] != look[:2]:
            return
        if row.text[0].islower() and row is not rows[0]:
            row.joined = True
        else:
            row.bullet = True
