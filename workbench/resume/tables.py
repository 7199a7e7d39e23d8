"""Rows of tables that are the layout: a label beside a text, or cells of one line each, are one row of the page."""

from __future__ import annotations

from workbench.resume.dates import is_date_like
from workbench.resume.headings import section_of
from workbench.resume.paragraphs import Paragraph, Run


def stands_beside(parts: list[list[Paragraph]]) -> bool:
    """Whether the cells of a row are read across: each has one line, or the first says of what the rest is."""
    return all(len(part) == 1 for part in parts) or _is_label(parts[0])


def beside(parts: list[list[Paragraph]]) -> list[Paragraph]:
    """Put the first lines of the cells on one row; what else they hold follows."""
    first = parts[0][0]
    runs: list[Run] = []
    for number, part in enumerate(parts):
        lead = part if number == 0 else part[:1]
        for place, paragraph in enumerate(lead):
            runs += ([Run("\t")] if number and place == 0 else [Run(" ")] if place else []) + paragraph.runs
    row = Paragraph(runs, False, False, max(first.gap, 0.3), first.region)
    return [row, *(paragraph for part in parts[1:] for paragraph in part[1:])]


def _is_label(part: list[Paragraph]) -> bool:
    """A narrow first cell that says of what the rest is: a date, a heading, a word or two."""
    text = " ".join(paragraph.text for paragraph in part)
    return len(part) <= 2 and (is_date_like(text) or bool(section_of(text)) or (len(text) < 26 and len(part) == 1))
