"""What a score may stand on: quotes with their place, and a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.errors import BadScore

LONGEST_REASON = 1000  # characters
LONGEST_QUOTE = 500
MOST_QUOTES = 8

_PLACE = {"page": int, "line": str, "start": int, "end": int}


def clean_reason(reason: str) -> str:
    """Give a reason without blanks around it and without control characters.

    Raises
    ------
    BadScore
        When it has more than 1,000 characters.
    """
    if not isinstance(reason, str):
        raise BadScore("A reason is text.")
    kept = "".join(c for c in reason if c.isprintable() or c in "\n\t\u200d").strip()
    if len(kept) > LONGEST_REASON:
        raise BadScore(f"That text has {len(kept)} characters; {LONGEST_REASON} fit. Shorten it; nothing was changed.")
    return kept


def clean_quote(quote: Mapping[str, Any]) -> dict[str, Any]:
    """Give a quote with just its text, its place and whose choice it was.

    >>> clean_quote({"text": "on call one week in five ", "page": 1, "line": "p1l9"})["by"]
    'person'

    Raises
    ------
    BadScore
        When it has no text, too much of it, or a place that is none.
    """
    text = quote.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadScore("A quote needs the words that are quoted.")
    text = "".join(c for c in text.strip() if c.isprintable() or c in "\n\t\u200c\u200d")
    if len(text) > LONGEST_QUOTE:
        raise BadScore(f"That quote has {len(text)} characters; {LONGEST_QUOTE} fit. Quote the words that show it.")
    by = quote.get("by", "person")
    if by not in ("person", "program"):
        raise BadScore("A quote is chosen by a person or by the program.")
    place = {}
    for name, kind in _PLACE.items():
        value = quote.get(name)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise BadScore(f"The {name} of a quote is not one: {value!r}.")
        if isinstance(value, str) and len(value) > 40:
            raise BadScore(f"The {name} of a quote is too long.")
        place[name] = value
    return {"text": text, **place, "by": by}


def clean_quotes(quotes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give each different quote once, in order.

    Raises
    ------
    BadScore
        When there are more than eight.
    """
    kept: list[dict[str, Any]] = []
    for quote in map(clean_quote, quotes):
        if not any(same_quote(quote, other) for other in kept):
            kept.append(quote)
    if len(kept) > MOST_QUOTES:
        raise BadScore(f"A score has {len(kept)} quotes; {MOST_QUOTES} fit. Keep the ones that show most.")
    return kept


def same_quote(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two quotes are the same words at the same place, whoever chose them."""
    return all(one.get(name) == other.get(name) for name in ("text", *_PLACE))


def check_value(value: Any) -> int | None:
    """Give a score on the scale, or None for "no evidence".

    Raises
    ------
    BadScore
        For anything but 1, 2, 3, 4, 5 and None.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value not in range(1, 6):
        raise BadScore(f"A score is a whole number from 1 to 5, or “no evidence”; {value!r} is neither.")
    return value
