"""What the picture shows: the neighbours of some skills, what they do not show, and a way in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.skills import SkillGraph, band, skill

PICTURE = 48
_COMES_WITH_IT = 0.5


def neighbours(graph: SkillGraph, starts: Sequence[str], asked: Mapping[str, str], limit: int) -> list[dict[str, Any]]:
    """Give the skills around `starts`, at most `limit`, each once, from the start that is closest to it.

    Each has `relation`: `near`, `comes with it` or `does not show`; what the map asks for is kept first.
    """
    found: dict[str, dict[str, Any]] = {}
    for start in starts:
        for one in graph.adjacent(start, limit * 2):
            if one.ramp_weeks is None or one.id in starts:
                continue
            comes = graph.implies(start, one.id) >= _COMES_WITH_IT
            node = {
                "id": one.id,
                "name": one.name,
                "kind": skill(one.id).kind,
                "start": start,
                "relation": "comes with it" if comes else "near",
                "band": band(one.ramp_weeks),
                "weeks": list(one.ramp_weeks),
                "path": list(one.path),
                "letter": asked.get(one.id),
                "score": one.score,
            }
            before = found.get(one.id)
            if before is None or sum(node["weeks"]) < sum(before["weeks"]):
                found[one.id] = node
    ordered = sorted(found.values(), key=lambda n: (n["letter"] is None, len(n["path"]), -n["score"], n["name"]))
    return ordered[:limit]


def not_shown(graph: SkillGraph, starts: Sequence[str]) -> list[dict[str, str]]:
    """Give what the starts do not show although it is often taken for the same, each with its reason."""
    out = []
    for start in starts:
        for a, relation, b, why in graph.relations(start):
            if relation == "not" and a == start and b not in starts:
                names = {"from_name": graph.name(a), "name": graph.name(b), "kind": skill(b).kind}
                out.append({"from": a, "id": b, "why": why, **names})
    return out


def way(graph: SkillGraph, starts: Sequence[str], to: str) -> dict[str, Any]:
    """Give the way from what is there to `to`, hop by hop, and the way back; or why there is none."""
    name = graph.name(to)
    base: dict[str, Any] = {"to": to, "name": name, "plain": skill(to).plain, "ask": skill(to).ask}
    ramp = graph.ramp(starts, to)
    if ramp is None:
        denied = [s for s in starts if graph.denies(s, to)]
        why = graph.why(denied[0], to) if denied else f"The glossaries know no way from here to {name}. Ask."
        return {**base, "hops": [], "why": why}
    hops = []
    for a, b in zip(ramp.path, ramp.path[1:], strict=False):
        step = graph.ramp([a], b)
        hops.append(
            {
                "from": graph.name(a),
                "to": graph.name(b),
                "id": b,
                "relation": "comes with it" if graph.implies(a, b) >= _COMES_WITH_IT else "near",
                "band": band(step.weeks) if step else "",
                "weeks": list(step.weeks) if step else [],
                "why": _reason(graph, a, b),
            }
        )
    back = graph.ramp([to], ramp.path[0])
    return {
        **base,
        "from": graph.name(ramp.path[0]),
        "band": band(ramp.weeks),
        "weeks": list(ramp.weeks),
        "hops": hops,
        "back": {"band": band(back.weeks), "weeks": list(back.weeks)} if back else None,
        "why": "",
    }


def _reason(graph: SkillGraph, a: str, b: str) -> str:
    """The reason that a glossary gives for the link, else the sentence that the graph makes of it."""
    for one, relation, other, why in graph.relations(a):
        if why and relation != "not" and {one, other} == {a, b}:
            return why
    return graph.why(a, b)
