"""Periods without their years: how long something lasted and how long ago it ended."""

from __future__ import annotations

import re
from datetime import date

from workbench.resume.dates import find_dates


def months_between(first: str, last: str) -> int:
    """Months from one date to another, both "2019" or "2019-03" or "2019-03-14", counted as the words allow.

    >>> months_between("2019-03", "2021-02")
    24
    """
    one, two = _months(first, False), _months(last, True)
    return max(two - one + 1, 1)


def _months(text: str, end: bool) -> int:
    year, _, rest = text.partition("-")
    month = int(rest[:2]) if rest[:2].isdigit() else (12 if end else 1)
    return int(year) * 12 + month - 1


def period_in_words(first: str | None, last: str | None, *, current: bool, today: date) -> str:
    """Say a period without its years.

    >>> period_in_words("2019-03", "2022-02", current=False, today=date(2023, 6, 1))
    '3 years, ended last year'
    >>> period_in_words("2020", None, current=True, today=date(2023, 6, 1))
    'over 3 years, still going on'
    """
    if not _is_date(first) and not _is_date(last):
        return "still going on" if current else ""
    now = f"{today.year}-{today.month:02d}"
    if current and first:
        months = months_between(first, now)
        about = "over " if len(first) == 4 else ""
        return f"{about}{_long(months)}, still going on"
    if first and last:
        months = months_between(first, last)
        if len(first) == 4 and len(last) == 4:
            span = int(last) - int(first)
            long = "under a year" if span == 0 else _long(12 * span)
        else:
            long = _long(months)
        return f"{long}, {_ended(last, today)}"
    return _ended(last or first or "", today)


def _is_date(text: str | None) -> bool:
    return bool(text and re.match(r"\d{4}(?:-\d\d)?", text))


def _long(months: int) -> str:
    if months < 12:
        return f"{months} month{'s' if months > 1 else ''}"
    years, rest = divmod(months, 12)
    if rest in {0, 1}:
        return f"{years} year{'s' if years > 1 else ''}"
    if rest == 11:
        return f"{years + 1} years"
    return "over a year" if years == 1 else f"over {years} years"


def _ended(last: str, today: date) -> str:
    years = today.year - int(last[:4])
    if years < 0:
        return "not ended yet"
    if years == 0:
        return "ended this year"
    if years == 1:
        return "ended last year"
    return f"ended {years} years ago"


def replace_dates(text: str, today: date, *, durations: bool) -> list[tuple[int, int, str]]:
    """Give (start, end, words) for each date in a text: the words for an employment, "[year]" for a graduation."""
    result = []
    for span in find_dates(text):
        if span.blank or (span.bare and not span.period and _is_number(text, span.start, span.end)):
            continue
        words = period_in_words(span.first, span.last, current=span.current, today=today) if durations else "[year]"
        result.append((span.start, span.end, f"[{words}]" if durations and words else words or "[date]"))
    return result


def _is_number(text: str, start: int, end: int) -> bool:
    """A lone year inside a sentence may be a size: "2000 users"."""
    after = re.match(r"\s+([^\W\d_]+)", text[end:])
    before = re.search(r"([^\W\d_]+)\s+$", text[:start])
    in_words = {"in", "since", "until", "by", "from", "during", "seit", "im", "en", "depuis", "desde", "em"}
    return bool(after and after[1].islower() and not (before and before[1].casefold() in in_words))
