"""Measure adjacency: does a system score pairs that belong together above pairs that do not?

The protocol is written down in `docs/adjacency.md`; any system that gives a score to two names can be measured.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Half = Literal["dev", "heldout"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they belong together (None: in between), and how strongly where that was counted."""

    a: str
    b: str
    label: bool | None
    strength: float | None = None


def half(a: str, b: str) -> Half:
    """Say in which half a pair lies, by a hash of its names in either order; nobody chooses.

    >>> half("Kafka", "Java") == half("Java", "Kafka")
    True
    """
    key = "|".join(sorted((a.casefold(), b.casefold())))
    return "heldout" if int(hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest(), 16) % 2 else "dev"


def auc(together: Sequence[float], apart: Sequence[float]) -> float | None:
    """Give the chance that a pair which belongs together scores above one that does not; a tie counts half.

    The area under the ROC curve as the Mann–Whitney statistic (Hanley and McNeil 1982); None without pairs of both
    kinds.

    >>> auc([0.9, 0.4], [0.4, 0.1])
    0.875
    """
    if not together or not apart:
        return None
    ranks = _ranks([*together, *apart])
    total = sum(ranks[: len(together)])
    return (total - len(together) * (len(together) + 1) / 2) / (len(together) * len(apart))


def spearman(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Give Spearman's rank correlation; None where one side does not vary.

    >>> spearman([1, 2, 3], [10, 20, 30])
    1.0
    """
    a, b = _ranks(x), _ranks(y)
    if len(a) < 2:
        return None
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    spread = (sum((p - mean_a) ** 2 for p in a) * sum((q - mean_b) ** 2 for q in b)) ** 0.5
    return sum((p - mean_a) * (q - mean_b) for p, q in zip(a, b, strict=True)) / spread if spread else None


def precision_at(
    pairs: Iterable[Pair], closest: Callable[[str], Iterable[str]], many: int = 10, fewest: int = 3
) -> float | None:
    """Give the mean share of a name's first neighbours that belong with it.

    Only names of the data count as neighbours, for nothing is known of others; names with fewer than `fewest`
    known neighbours are not asked. A name with fewer known neighbours than `many` cannot reach 1.

    >>> data = [Pair("a", b, True) for b in "bcd"]
    >>> precision_at(data, lambda name: ["b", "x", "c"] if name == "a" else [], many=2)
    1.0
    """
    near: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.label:
            near[pair.a].add(pair.b)
            near[pair.b].add(pair.a)
    shares = []
    for name, known in near.items():
        if len(known) >= fewest:
            given = [other for other in dict.fromkeys(closest(name)) if other in near and other != name][:many]
            shares.append(sum(other in known for other in given) / many)
    return sum(shares) / len(shares) if shares else None


def measure(pairs: Sequence[Pair], score: Callable[[str, str], float]) -> dict[str, float | int | None]:
    """Give `auc` over labelled pairs, `spearman` over pairs with a strength, and how many there were of each."""
    scores = [score(pair.a, pair.b) for pair in pairs]
    rows = list(zip(pairs, scores, strict=True))
    counted = [(s, p.strength) for p, s in rows if p.strength is not None]
    return {
        "auc": auc([s for p, s in rows if p.label is True], [s for p, s in rows if p.label is False]),
        "spearman": spearman([s for s, _ in counted], [w for _, w in counted]),
        "together": sum(p.label is True for p in pairs),
        "apart": sum(p.label is False for p in pairs),
        "counted": len(counted),
    }


def _ranks(values: Sequence[float]) -> list[float]:
    """Give each value's rank from 1, equal ones the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    out = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            out[place] = (start + end + 1) / 2
        start = end
    return out
