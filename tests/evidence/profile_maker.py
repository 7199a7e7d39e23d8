"""Make a profile from plain lines, so that weighing is tested apart from the reading of files."""

from __future__ import annotations

from typing import Any

from workbench.resume import Document, Line, Page, Resume

_WORK = [
    {"name": "Quay Freight", "position": "Platform engineer", "startDate": "2021-03"},
    {"name": "Alder Bank", "position": "Engineer", "startDate": "2016-01", "endDate": "2018-12"},
]


def make(lines: list[tuple[str, str, str | None, bool]]) -> Resume:
    """Make a profile of lines (text, section, entry, hidden); work entries are Quay Freight, then Alder Bank."""
    made = tuple(
        Line(
            f"p1l{number}",
            text,
            (72.0, 40.0 + 14 * number, 500.0, 52.0 + 14 * number),
            size=11,
            kind="bullet" if text.startswith("•") else "text",
            section=section,
            entry=entry,
            hidden=hidden,
        )
        for number, (text, section, entry, hidden) in enumerate(lines, 1)
    )
    data: dict[str, Any] = {"basics": {}, "work": _WORK}
    return Resume("made.pdf", data, Document("made.pdf", "pdf", (Page(1, 595, 842, made),), "made"))


def work(text: str, entry: int = 0) -> tuple[str, str, str | None, bool]:
    """Give a line of a work entry."""
    return (text, "work", f"work/{entry}", False)
