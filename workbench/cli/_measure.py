"""Read pairs and another system's scores from tables, and measure; what `workbench skills measure` prints."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from workbench.skills.measure import Pair, half, measure, precision_at

Score = Callable[[str, str], float]
Closest = Callable[[str], Iterable[str]]
_MANY = 60


def figures(file: Path, scores: Path | None, which: str) -> dict[str, Any]:
    """Give the figures of one table of pairs.

    Raises
    ------
    ValueError
        When a column is missing or a cell is no number; the sentence names the line.
    """
    pairs = [p for p in read_pairs(file) if which in ("all", half(p.a, p.b))]
    score, closest = of_table(scores) if scores else of_graph(pairs)
    return {"pairs": len(pairs), **measure(pairs, score), "p_at_10": precision_at(pairs, closest)}


def read_pairs(file: Path) -> list[Pair]:
    """Read a table with the columns `a`, `b`, `label` and perhaps `strength`."""
    labels = {"1": True, "0": False, "": None}
    out = []
    for line, row in _rows(file, {"a", "b", "label"}):
        if row["label"] not in labels:
            raise ValueError(f"{file.name}, line {line}: the label is 1, 0 or empty, not {row['label']!r}")
        strength = row.get("strength") or ""
        out.append(Pair(row["a"], row["b"], labels[row["label"]], _number(file, line, strength) if strength else None))
    return out


def of_table(file: Path) -> tuple[Score, Closest]:
    """Give another system's scores, the same in both directions, and its closest names; a missing pair has 0."""
    known: dict[tuple[str, str], float] = {}
    for line, row in _rows(file, {"a", "b", "score"}):
        known[row["a"], row["b"]] = known[row["b"], row["a"]] = _number(file, line, row["score"])
    beside: dict[str, list[tuple[float, str]]] = {}
    for (a, b), value in known.items():
        beside.setdefault(a, []).append((-value, b))
    return lambda a, b: known.get((a, b), 0.0), lambda name: [b for _, b in sorted(beside.get(name, ()))]


def of_graph(pairs: list[Pair]) -> tuple[Score, Closest]:
    """Give our scores by name, and our closest names among those of the pairs."""
    from workbench import skills

    graph = skills.graph()
    names = list(dict.fromkeys(name for pair in pairs for name in (pair.a, pair.b)))
    read = {name: skills.read_as(name) for name in names}
    by_id: dict[str, str] = {}
    for name in names:
        if (skill := skills.resolve(name).id) is not None:
            by_id.setdefault(skill, name)

    def score(a: str, b: str) -> float:
        return max((graph.related(i, j) for i in read[a] for j in read[b]), default=0.0)

    def closest(name: str) -> list[str]:
        skill = skills.resolve(name).id
        return [] if skill is None else [by_id[n.id] for n in graph.adjacent(skill, _MANY) if n.id in by_id]

    return score, closest


def _rows(file: Path, needed: set[str]) -> Iterable[tuple[int, dict[str, str]]]:
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = csv.DictReader(source)
        if not needed <= set(rows.fieldnames or ()):
            raise ValueError(f"{file.name}, line 1: the columns {', '.join(sorted(needed))} are needed")
        for row in rows:
            yield rows.line_num, {k: (v or "").strip() for k, v in row.items() if k}


def _number(file: Path, line: int, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"{file.name}, line {line}: {cell!r} is no number") from None
