"""Numbers that say how much was worked on: value, unit and place in the sentence.

Percentages, speed-ups, durations, dates, versions and money are not sizes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.evidence.small_words import small
from workbench.evidence.tokens import Token
from workbench.evidence.units import (
    CHANGES,
    DURATIONS,
    MONEY,
    NO_NOUN,
    NOT_SIZES,
    NUMBER_WORDS,
    PEOPLE_WORDS,
    PERIODS,
    RATES,
    SCALES,
    SINGULAR,
    STOPS,
    UNITS,
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A size at tokens `start` to `end`; `before` says that its noun phrase goes on to what it measures."""

    value: float
    unit: str
    start: int
    end: int
    team: bool = False


def find_sizes(tokens: Sequence[Token]) -> list[Found]:
    """Give the sizes in a sentence, left to right."""
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        number = _number(tokens, at)
        if number is None:
            at += 1
            continue
        value, end, written = number
        size = None if _is_no_size(tokens, at, end) else _measure(tokens, at, end, value, written, found)
        if size is not None:
            if _replaces(tokens, size, found):
                found.pop()
            found.append(size)
            at = max(size.end, end)
        else:
            at = end
    return found


def _number(tokens: Sequence[Token], at: int) -> tuple[float, int, bool] | None:
    """Read a number at `at`: its value, where it ends, and whether it was written with digits."""
    token = tokens[at]
    if token.kind == "number":
        value, end = _digits(token.text), at + 1
        if end + 1 < len(tokens) and tokens[end].text in "-–—" and tokens[end + 1].kind == "number":
            scaled = _number(tokens, end + 1)  # 10-15 services: what the words surely state
            end = scaled[1] if scaled else end + 2
            if scaled and scaled[1] > at + 3 and _digits(tokens[at + 2].text):
                value *= scaled[0] / _digits(tokens[at + 2].text)
            return value, end, True
        value, end = _scaled(tokens, value, end)
        if end < len(tokens) and tokens[end].text == "+":
            end += 1
        return value, end, True
    if token.kind != "word":
        return None
    return _spelled(tokens, at)


def _digits(text: str) -> float:
    core = text.strip("~≈<>+ ")
    match = re.fullmatch(r"(.*?\d)\s?(bn|mn|[kKMB])?", core)
    if match is None:
        return 0.0
    digits, suffix = match.groups()
    grouped = re.fullmatch(r"\d{1,3}(?:[,.'\u2019 \u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,2})?", digits)
    if grouped:
        tail = re.search(r"[.,](\d{1,2})$", digits)
        fraction = float("0." + tail.group(1)) if tail else 0.0
        whole = re.sub(r"\D", "", digits[: tail.start()] if tail else digits)
        value = float(whole) + fraction
    else:
        value = float(digits.replace(",", "."))
    return value * SCALES.get(suffix.lower() if suffix else "", 1)


def _scaled(tokens: Sequence[Token], value: float, end: int) -> tuple[float, int]:
    while end < len(tokens) and tokens[end].low in SCALES:
        value *= SCALES[tokens[end].low]
        end += 1
    return round(value, 6), end


def _spelled(tokens: Sequence[Token], at: int) -> tuple[float, int, bool] | None:
    """Read "two hundred", "a dozen", "half a million", "a hundred and fifty", "twenty-five"."""
    index, value, known = at, 0.0, False
    if tokens[at].is_("half") and at + 2 < len(tokens) and tokens[at + 1].is_("a"):
        scale = SCALES.get(tokens[at + 2].low)
        return (scale / 2, at + 3, False) if scale else None
    if tokens[at].is_("a", "one") and at + 1 < len(tokens) and tokens[at + 1].low in SCALES:
        if len(tokens[at + 1].low) < 3:
            return None
        value, index, known = 1.0, at + 1, True
    total = 0.0
    while index < len(tokens) and tokens[index].kind == "word":
        word = tokens[index].low
        if word in NUMBER_WORDS and not (known and word == "one"):
            value, known = value + NUMBER_WORDS[word], True
        elif word in SCALES and len(word) > 2 and known:
            value = max(value, 1.0) * SCALES[word]
            if SCALES[word] >= 1000:
                total, value = total + value, 0.0
        elif word == "and" and known and index + 1 < len(tokens) and (total or value >= 100):
            if tokens[index + 1].low not in NUMBER_WORDS:
                break
        else:
            break
        index += 1
    total += value
    if not known or total <= 1:
        return None
    return total, index, False


def _is_no_size(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether a number is a share, a price, a date, a version or a name."""
    token, before = tokens[at], tokens[at - 1] if at else None
    after = tokens[end] if end < len(tokens) else None
    if after is not None and (after.text in "%°×" or after.low in NOT_SIZES or after.low in MONEY):
        return True
    if before is not None and before.low in MONEY:
        return True
    if before is not None and before.is_("version", "v", "release", "level", "tier", "phase", "top", "iso", "no"):
        return True
    if before is not None and before.is_("by", "from", "to") and _changed(tokens, at):
        return True
    bare = token.text.strip("~+")
    if re.fullmatch(r"(?:19|20)\d\d", bare) and (
        before is None
        or before.kind == "mark"
        or before.low in PERIODS
        or before.low in ("in", "since", "from", "until", "by", "during", "of", "to", "early", "late", "summer")
    ):
        return True
    if before is not None and before.kind == "skill" and not token.glued and token.start - before.end <= 1:
        return after is None or after.low not in UNITS  # a version: Java 17
    if after is not None and after.text == "/" and end + 1 < len(tokens) and tokens[end + 1].kind == "number":
        return True  # 24/7
    return before is not None and before.text == "/" and at > 1 and tokens[at - 2].kind == "number"


def _changed(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number tells how far something fell: an improvement, not a size."""
    return any(each.low in CHANGES for each in tokens[max(at - 9, 0) : at])


def _measure(
    tokens: Sequence[Token], at: int, end: int, value: float, written: bool, found: list[Found]
) -> Found | None:
    """Find the unit of a number in its noun phrase."""
    if (
        at >= 2
        and tokens[at - 1].is_("of")
        and tokens[at - 2].is_("team", "squad", "group", "crew", "staff", "équipe", "equipo")
    ):
        unit, stop = _noun(tokens, end)
        return Found(value, unit if unit in PEOPLE_WORDS else "people", at, stop if unit in PEOPLE_WORDS else end, True)
    if end < len(tokens) and tokens[end].text == "/" and written:
        period = PERIODS.get(tokens[end + 1].low) if end + 1 < len(tokens) else None
        return Found(value, f"/{period}", at, end + 2) if period else None
    unit, stop = _noun(tokens, end)
    if unit is None:
        return _elliptical(tokens, at, end, value, found)
    if unit == "":
        return None
    period, stop = _period(tokens, stop)
    rate = RATES.get(unit)
    if rate:
        return Found(value, rate, at, stop)
    return Found(value, f"{unit}/{period}" if period else unit, at, stop, unit in PEOPLE_WORDS)


def _noun(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Give the unit that follows a number and where it ends; "" when it is a duration or the like."""
    index = at
    if index + 2 < len(tokens) and tokens[index].is_("of") and tokens[index + 1].is_("its", "their", "our", "the"):
        index += 2
    steps = 0
    while index < len(tokens) and steps < 6:
        token = tokens[index]
        word = token.low
        if token.kind == "skill":  # "40 microservices", "60 Docker containers"
            if token.text.islower() and (token.last in UNITS or _is_plural(token.last)):
                return UNITS.get(token.last, token.last), index + 1
            if token.glued and index == at and token.low in SINGULAR:
                return SINGULAR[token.low], index + 1
            index, steps = index + 1, steps + 1
            continue
        if token.text in ("To", "Go", "Po") and index == at:
            return {"To": "TB", "Go": "GB", "Po": "PB"}[token.text], index + 1
        if token.kind != "word" or (small(token) in STOPS and not token.glued):
            return None, index
        if word in DURATIONS:
            return "", index + 1
        if word in NOT_SIZES or word in MONEY:
            return "", index + 1
        if word in UNITS:
            return _compound(tokens, index, UNITS[word]), index + 1
        if word in SINGULAR and (token.glued or index == at):
            return SINGULAR[word], index + 1
        if _is_plural(word) and not token.text.istitle():  # "two Black Fridays"
            return _compound(tokens, index, word), index + 1
        index, steps = index + 1, steps + 1
    return None, index


def _compound(tokens: Sequence[Token], index: int, unit: str) -> str:
    """Keep the first half where the second says too little: "data centres", "virtual machines" stays machines."""
    if (
        index
        and tokens[index - 1].is_("data")
        and unit in ("centres", "centers", "scientists", "engineers", "sources", "sets")
    ):
        return f"data {unit}"
    return unit


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and word not in NO_NOUN


def _period(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Read "/s", "per second", "a day", "each night" after a unit."""
    if at >= len(tokens):
        return None, at
    token = tokens[at]
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (
        token.text == "/" or small(token) in ("per", "a", "an", "each", "every", "pro", "par", "por", "the")
    ) and following in PERIODS:
        return PERIODS[following], at + 2
    if token.is_("daily", "täglich"):
        return "day", at + 1
    if token.is_("hourly"):
        return "hour", at + 1
    if token.is_("monthly"):
        return "month", at + 1
    return None, at


def _elliptical(tokens: Sequence[Token], at: int, end: int, value: float, found: list[Found]) -> Found | None:
    """A bare number that takes the last size's unit: "3 analysts at the start, 45 now", "from 2 nodes to 14"."""
    if not found or not found[-1].start < at:
        return None
    now = end < len(tokens) and tokens[end].is_("now", "today", "later")
    last = found[-1]
    grown = at == last.end + 1 and tokens[at - 1].is_("to") and last.start and tokens[last.start - 1].is_("from")
    return Found(value, last.unit, at, end, last.team) if now or grown else None


def _replaces(tokens: Sequence[Token], size: Found, found: list[Found]) -> bool:
    """Say whether a size is what an earlier one grew to."""
    if not found or found[-1].unit != size.unit:
        return False
    last = found[-1]
    between = tokens[last.end : size.start]
    if size.end <= len(tokens) and size.end < len(tokens) and tokens[size.end].is_("now", "today", "later"):
        return True
    return bool(last.start) and tokens[last.start - 1].is_("from") and len(between) == 1 and between[0].is_("to")
