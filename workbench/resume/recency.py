"""Periods without their years: how long something lasted and how long ago it ended."""

from __future__ import annotations

import re
from datetime import date

from workbench.resume.dates import DateSpan, find_dates

_SINCE = {
    "since": ("for {} year", "for {} years"),
    "seit": ("seit {} Jahr", "seit {} Jahren"),
    "depuis": ("depuis {} an", "depuis {} ans"),
    "desde": ("desde hace {} año", "desde hace {} años"),
    "dal": ("da {} anno", "da {} anni"),
    "sinds": ("al {} jaar", "al {} jaar"),
}


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
    """Say a period without its years, in few words: they have to fit over the dates they stand for.

    >>> period_in_words("2019-03", "2022-02", current=False, today=date(2023, 6, 1))
    '3 years, ended last year'
    >>> period_in_words("2020", None, current=True, today=date(2023, 6, 1))
    '3 years, to now'
    """
    if not _is_date(first) and not _is_date(last):
        return "to now" if current else ""
    if current and first:
        if len(first) == 4:
            return f"{_years(first, str(today.year))}, to now"
        return f"{_long(months_between(first, f'{today.year}-{today.month:02d}'))}, to now"
    if first and last:
        both = len(first) == 4 and len(last) == 4
        long = _years(first, last) if both else _long(months_between(first, last))
        return f"{long}, {_ended(last, today)}"
    return _ended(last or first or "", today)


def ago_in_words(day: str, today: date) -> str:
    """Say how long ago a single date lies.

    >>> ago_in_words("2021", date(2023, 6, 1)), ago_in_words("2022-11", date(2023, 6, 1))
    ('2 years ago', 'last year')
    """
    return _ended(day, today).removeprefix("ended ")


def _is_date(text: str | None) -> bool:
    return bool(text and re.match(r"\d{4}(?:-\d\d)?", text))


def _years(first: str, last: str) -> str:
    span = int(last[:4]) - int(first[:4])
    return "under a year" if span <= 0 else f"{span} year{'s' if span > 1 else ''}"


def _long(months: int) -> str:
    if months < 12:
        return f"{months} month{'s' if months > 1 else ''}"
    halves = round(months / 6)
    years, half = divmod(halves, 2)
    return f"{years}{'½' if half else ''} year{'s' if halves > 2 else ''}"


def _ended(last: str, today: date) -> str:
    years = today.year - int(last[:4])
    if years < 0:
        return "not ended yet"
    if years == 0:
        return "ended this year"
    if years == 1:
        return "ended last year"
    return f"ended {years} years ago"


Cut = tuple[int, int, str]


def head_cuts(text: str, today: date) -> list[Cut]:
    """The dates of a line that says when a position or project was: each as a duration or as how long ago."""
    result = []
    for span in find_dates(text):
        if span.blank or (span.bare and not span.period and not _apart(text, span)):
            continue
        result.append((span.start, span.end, f"[{_words(span, today)}]"))
    return result


def range_cuts(text: str, today: date) -> list[Cut]:
    """The whole periods in running text, and nothing else: "31 in 2021" is part of what a person says."""
    return [
        (span.start, span.end, f"[{_words(span, today)}]")
        for span in find_dates(text)
        if span.period and not span.blank and span.first and (span.last or _ends_now(text, span))
    ]


def statement_cuts(text: str, today: date) -> list[Cut]:
    """The date that a statement of an award, a certificate or a paper carries, as how long ago that was."""
    cuts = range_cuts(text, today)
    for span in find_dates(text):
        if not span.period and not span.blank and span.last and _apart(text, span):
            cuts.append((span.start, span.end, f"[{ago_in_words(span.last, today)}]"))
    return cuts


def since_cuts(text: str, today: date) -> list[Cut]:
    """ "Developer since 2012" in a summary, in the words of its language: "Developer [for 11 years]"."""
    cuts = range_cuts(text, today)
    for span in find_dates(text):
        word = text[span.start : span.end].split(" ")[0]
        form = _SINCE.get(word.casefold())
        if span.period and span.first and not span.last and form and all(cut[0] != span.start for cut in cuts):
            years = max(today.year - int(span.first[:4]), 1)
            said = form[years > 1].format(years)
            cuts.append((span.start, span.end, f"[{said[0].upper() + said[1:] if word[0].isupper() else said}]"))
    return cuts


def year_cuts(text: str) -> list[Cut]:
    """The dates of a degree; how long ago somebody graduated tells the age as well as the year does."""
    return [
        (span.start, span.end, "[year]")
        for span in find_dates(text)
        if not span.blank and not (span.bare and not span.period and _counts(text, span))
    ]


def replaced(text: str, cuts: list[Cut]) -> str:
    """Give the text with each cut's words in its place."""
    for start, end, words in sorted(cuts, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _words(span: DateSpan, today: date) -> str:
    return period_in_words(span.first, span.last, current=span.current, today=today) or "date"


def _ends_now(text: str, span: DateSpan) -> bool:
    """Whether a period ends with a word such as "present"; "since 2019" and "2019 –" have none."""
    part = text[span.start : span.end]
    return span.current and part.rstrip(" –—-−‒~")[-1:].isalpha()


def _apart(text: str, span: DateSpan) -> bool:
    """Whether a date stands at an edge or behind a sign, and is not a word of its sentence."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    if re.match(r"[-/]?\w", text[span.end :]) or re.search(r"[\w/-]$", text[: span.start]):
        return False
    if not before:
        return not after or not after[0].islower()
    return before.endswith((",", "(", "|", "·", "•", "–", "—", "-", ":")) and (
        not after or after[0] in ".,;:)|·•–—-" or not after[0].islower()
    )


def _counts(text: str, span: DateSpan) -> bool:
    """A lone year inside a sentence may be a size: "2000 users"."""
    after = re.match(r"\s+([^\W\d_]+)", text[span.end :])
    before = re.search(r"([^\W\d_]+)\s+$", text[: span.start])
    in_words = {"in", "since", "until", "by", "from", "during", "seit", "im", "en", "depuis", "desde", "em"}
    return bool(after and after[1].islower() and not (before and before[1].casefold() in in_words))
