"""How long and how recently: the dates of the work entries that show something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.resume import Resume


@dataclass(frozen=True)
class History:
    """How many positions, how many months in all (overlaps once) and the last year; None without dates."""

    positions: int
    months: int | None
    last_year: int | None


def history(resume: Resume, entries: Iterable[str | None], *, today: date) -> History:
    """Sum up the work entries named, such as `work/0`; other entries and None do not count."""
    named = sorted({entry for entry in entries if entry is not None and entry.startswith("work/")})
    covered: set[int] = set()
    for entry in named:
        data = entry_data(resume, entry)
        start, end = _month(data.get("startDate"), first=True), _month(data.get("endDate"), first=False)
        if start is None:
            continue
        if end is None:
            if data.get("endDate"):
                continue
            end = today.year * 12 + today.month - 1
        covered |= set(range(start, max(end, start) + 1))
    if not covered:
        return History(len(named), None, None)
    return History(len(named), len(covered), max(covered) // 12)


def entry_data(resume: Resume, entry: str | None) -> dict[str, Any]:
    """Give the JSON Resume item of an entry such as `work/0`; an empty one when there is none."""
    match = re.fullmatch(r"(\w+)/(\d+)", entry or "")
    if match is None:
        return {}
    items = resume.data.get(match.group(1)) or []
    number = int(match.group(2))
    item = items[number] if number < len(items) else {}
    return item if isinstance(item, dict) else {}


def head_lines(resume: Resume) -> set[str]:
    """Give the lines that only say where and when someone worked: a title names a field, it does not show work."""
    fields = ((resume.data.get("meta") or {}).get("workbench") or {}).get("fields") or {}
    return {
        line
        for path, place in fields.items()
        if re.fullmatch(r"work/\d+/(?:name|position|startDate|endDate|location)", path)
        for line in place.get("lines", ())
    }


def employer(resume: Resume, entry: str | None) -> str | None:
    """Give who the work of an entry was for."""
    if entry is None or not entry.startswith(("work/", "volunteer/", "projects/")):
        return None
    data = entry_data(resume, entry)
    return data.get("name") or data.get("organization") or None


def _month(written: Any, *, first: bool) -> int | None:
    """Count months from year 0; a year alone begins in January and ends in December."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?", str(written or ""))
    if match is None:
        return None
    month = int(match.group(2)) if match.group(2) else (1 if first else 12)
    return int(match.group(1)) * 12 + month - 1
