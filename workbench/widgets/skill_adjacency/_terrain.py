"""What the picture shows: the neighbours of some skills, and what they do not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from workbench.skills import SkillGraph, band, overlay, skill
from workbench.skills.overlay_text import entry

PICTURE = 60
_COMES_WITH_IT = 0.5


def neighbours(
    graph: SkillGraph, starts: Sequence[str], asked: Mapping[str, str], limit: int = PICTURE, also: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Give the skills around `starts`, at most `limit`, each once, from the start that is closest to it.

    Each has `relation`: `near`, `alternative`, `comes with it` or `further on`. What the map asks for and what is named
    in `also` comes first, then every start's neighbours in turn.
    """
    ways: dict[str, tuple[str, Sequence[str], tuple[float, float]]] = {}
    rank: dict[str, int] = {}
    for start in starts:
        beside = [one for one in graph.adjacent(start, limit * 2) if one.id not in starts]
        for place, one in enumerate(beside):
            if one.ramp_weeks is None:
                continue
            rank[one.id] = min(place, rank.get(one.id, place))
            if one.id not in ways or sum(one.ramp_weeks) < sum(ways[one.id][2]):
                ways[one.id] = (start, one.path, one.ramp_weeks)
    for wanted in dict.fromkeys([*also, *asked]):
        if wanted not in ways and wanted not in starts and (way := graph.ramp(starts, wanted)) is not None:
            ways[wanted] = (way.path[0], way.path, way.weeks)
            rank[wanted] = limit
    first = set(also)
    order = sorted(ways, key=lambda one: (one not in first, one not in asked, len(ways[one][1]) > 2, rank[one], one))
    return [_node(graph, ways[one][0], one, *ways[one][1:], asked) for one in order[:limit]]


def _node(
    graph: SkillGraph, start: str, to: str, path: Sequence[str], weeks: tuple[float, float], asked: Mapping[str, str]
) -> dict[str, Any]:
    step = path[-2] if len(path) > 1 else start
    relation = "comes with it" if graph.implies(start, to) >= _COMES_WITH_IT else _relation(graph, path)
    return {
        "id": to,
        "name": graph.name(to),
        "kind": skill(to).kind,
        "start": start,
        "relation": relation,
        "whose": _whose(graph, path),
        "band": band(weeks),
        "weeks": list(weeks),
        "path": list(path),
        "by": [graph.name(one) for one in path],
        "letter": asked.get(to),
        "why": reason(graph, step, to),
    }


def _whose(graph: SkillGraph, path: Sequence[str]) -> str:
    """Whose judgement a way rests on: the team's or an estimate as soon as one step does."""
    said = {overlay.whose(a, b) for a, b in pairwise(path) if graph.implies(a, b) < _COMES_WITH_IT}
    return next((one for one in ("your team", "an estimate") if one in said), "the glossaries")


def _relation(graph: SkillGraph, path: Sequence[str]) -> str:
    if len(path) > 2:
        return "further on"
    terms, (a, b) = graph.words.terms, path
    other = any(entry(terms[one], "alternative_to", two) for one, two in ((a, b), (b, a)))
    return "alternative" if other and entry(terms[b], "near", a) is None else "near"


def not_shown(graph: SkillGraph, starts: Sequence[str]) -> list[dict[str, str]]:
    """Give what the starts do not show although it is often taken for the same, each with its reason."""
    out = []
    for start in starts:
        for a, relation, b, why in graph.relations(start):
            if relation == "not" and a == start and b not in starts:
                names = {"from_name": graph.name(a), "name": graph.name(b), "kind": skill(b).kind}
                told = {"plain": skill(b).plain, "whose": overlay.whose(a, b, "not")}
                out.append({"from": a, "id": b, "why": why, **names, **told})
    return out


def not_the_same(graph: SkillGraph, starts: Sequence[str]) -> list[dict[str, str]]:
    """Give what the starts are easily confused with, each with what it is in plain words."""
    out = []
    for start in starts:
        one = skill(start)
        for other in one.confused_with:
            if other in graph.words.terms and other not in starts:
                there = skill(other)
                names = {"from_name": one.name, "name": there.name}
                out.append({"from": start, "id": other, **names, "own": one.plain, "plain": there.plain})
    return out


def reason(graph: SkillGraph, a: str, b: str) -> str:
    """The reason that a glossary gives for the link, else the sentence that the graph makes of it."""
    terms = graph.words.terms
    judged = entry(terms[b], "near", a)
    if judged is not None:
        return str(judged.get("why") or graph.why(a, b))
    if graph.implies(a, b) < _COMES_WITH_IT and entry(terms[a], "near", b) is not None:
        return f"Only the way from {graph.name(b)} to {graph.name(a)} was judged; this one is estimated."
    for one, other in ((a, b), (b, a)):
        for relation in ("implies", "built_on", "part_of", "alternative_to"):
            if (found := entry(terms[one], relation, other)) is not None and found.get("why"):
                return str(found["why"])
    return str(graph.why(a, b))
