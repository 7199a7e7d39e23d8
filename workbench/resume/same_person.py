"""The same person twice: pointed out with the reason, never merged."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_ALIKE = 90.0  # of 100: one slip in a name of ten letters
_EMPLOYER = 86.0
_CROWD = 400  # a name more people share is compared only where an employer is shared, too
_TITLES = {"dr", "prof", "mr", "mrs", "ms", "phd", "msc", "bsc", "mba", "jr", "sr", "ing"}
Period = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Card:
    """What of a profile tells a person from others: small enough to keep ten thousand of."""

    file: str
    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    work: tuple[Period, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Same:
    """Two files that may be of one person, and why; a person decides."""

    one: str
    other: str
    why: str
    certain: bool


def card_of(data: dict[str, Any], file: str, *, digest: str = "") -> Card:
    """Take from a JSON Resume what is compared; `digest` is of the file's bytes."""
    own = (data.get("meta") or {}).get("workbench") or {}
    basics = data.get("basics") or {}
    emails = {str(value).casefold() for value in [*own.get("emails", ()), basics.get("email")] if value}
    phones = {_digits(str(value)) for value in [*own.get("phones", ()), basics.get("phone")] if value}
    work = [_period(item) for item in data.get("work") or () if isinstance(item, dict)]
    return Card(
        file,
        str(basics.get("name") or ""),
        tuple(sorted(emails)),
        tuple(sorted(phone for phone in phones if len(phone) >= 7)),
        tuple(period for period in work if period is not None),
        digest,
    )


def find_same(cards: Sequence[Card]) -> list[Same]:
    """Find pairs that may be one person: the same file, e-mail or phone, or names alike and work that overlaps.

    >>> one = Card("a.pdf", "Mara Lindqvist", work=(("Fjord Logistics", 24192, 24230),))
    >>> two = Card("b.pdf", "Lindkvist, Mara", work=(("Fjord Logistics AS", 24200, 24240),))
    >>> find_same([one, two])[0].why
    'names alike (Mara Lindqvist, Lindkvist, Mara), both at Fjord Logistics at the same time'

    Comparing is linear in the cards but for people who share a name.
    """
    found: dict[tuple[str, str], Same] = {}
    keys: tuple[tuple[Callable[[Card], Iterable[str]], str], ...] = (
        (lambda card: [card.digest] if card.digest else [], "the same file"),
        (lambda card: card.emails, "the same e-mail address"),
        (lambda card: card.phones, "the same phone number"),
    )
    for key, why in keys:
        for one, other in _chained(cards, key):
            found.setdefault((one.file, other.file), Same(one.file, other.file, why, True))
    for one, other in _namesakes(cards):
        if (one.file, other.file) in found or not _names_alike(one.name, other.name):
            continue
        employer = _shared(one.work, other.work)
        if employer:
            why = f"names alike ({one.name}, {other.name}), both at {employer} at the same time"
            found[one.file, other.file] = Same(one.file, other.file, why, False)
    return sorted(found.values(), key=lambda same: (same.one, same.other))


def _chained(cards: Sequence[Card], key: Callable[[Card], Iterable[str]]) -> Iterator[tuple[Card, Card]]:
    """Each card with the first that has the same key: enough to see a group, and never quadratic."""
    first: dict[str, Card] = {}
    for card in cards:
        for value in key(card):
            earlier = first.setdefault(value, card)
            if earlier is not card:
                yield earlier, card


def _namesakes(cards: Sequence[Card]) -> Iterator[tuple[Card, Card]]:
    blocks: dict[tuple[str, ...], list[Card]] = defaultdict(list)
    for card in cards:
        words = _words(card.name)
        if len(words) < 2 or not card.work:
            continue
        for key in _name_keys(words):
            blocks[key].append(card)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for part in [block] if len(block) <= _CROWD else _by_employer(block):
            for one, other in itertools.combinations(part, 2):
                pair = (one.file, other.file)
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


def _by_employer(cards: list[Card]) -> Iterable[list[Card]]:
    parts: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        for employer, _, _ in card.work:
            parts[" ".join(_words(employer)[:1])].append(card)
    return [part[:_CROWD] for part in parts.values()]


def _name_keys(words: list[str]) -> set[tuple[str, ...]]:
    """Keys that names alike in spelling or in sound share: the sound of two words, in any order."""
    import jellyfish

    sounds = sorted({jellyfish.metaphone(word)[:4] or word for word in words})
    pairs = {tuple(pair) for pair in itertools.combinations(sounds, 2)} or {tuple(sounds)}
    starts = sorted({word[:3] for word in words})
    return pairs | {tuple(pair) for pair in itertools.combinations(starts, 2)}


def _names_alike(one: str, other: str) -> bool:
    """Alike in spelling (words in any order), or every word of the shorter name sounds like one of the longer."""
    import jellyfish
    from rapidfuzz import fuzz

    a, b = _words(one), _words(other)
    if fuzz.token_sort_ratio(" ".join(a), " ".join(b)) >= _ALIKE:
        return True
    few, many = sorted((a, b), key=len)
    sounds = {jellyfish.metaphone(word) for word in many}
    return len(few) >= 2 and all(
        jellyfish.metaphone(word) in sounds and any(jellyfish.jaro_winkler_similarity(word, w) > 0.82 for w in many)
        for word in few
    )


def _shared(one: Sequence[Period], other: Sequence[Period]) -> str:
    from rapidfuzz import fuzz

    for a, start, end in one:
        for b, begin, stop in other:
            if start <= stop and begin <= end and fuzz.token_set_ratio(a.casefold(), b.casefold()) >= _EMPLOYER:
                return a
    return ""


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("ł", "l")).encode("ascii", "ignore")
    folded = re.sub("(?<=[aou])e", "", plain.decode())  # "Mueller" is "Müller"
    return [
        word for word in re.findall(r"[^\W\d_]+", folded or name.casefold()) if len(word) > 1 and word not in _TITLES
    ]


def _digits(text: str) -> str:
    """The last nine digits: with or without country code and zero, they are the same number."""
    return re.sub(r"\D", "", re.sub(r"(?:x|ext\.?)\s?\d+$", "", text))[-9:]


def _period(item: dict[str, Any]) -> Period | None:
    start, end = _month(item.get("startDate"), 0), _month(item.get("endDate"), 11)
    if not item.get("name") or start is None:
        return None
    return (str(item["name"]), start, end if end is not None else 10**6)


def _month(text: Any, otherwise: int) -> int | None:
    found = re.match(r"(\d{4})(?:-(\d\d))?", str(text or ""))
    return int(found[1]) * 12 + (int(found[2]) - 1 if found[2] else otherwise) if found else None
