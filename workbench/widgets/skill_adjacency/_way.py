"""A way from what somebody has to a skill, hop by hop in words; and what a requisition asks for, met or not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from workbench.intake import CapabilityMap
from workbench.skills import SkillGraph, band, overlay, skill
from workbench.skills.values import Ramp
from workbench.widgets.skill_adjacency._terrain import reason

_COMES_WITH_IT = 0.5


def way(graph: SkillGraph, starts: Sequence[str], to: str) -> dict[str, Any]:
    """Give the way from what is there to `to`, hop by hop, and the way back; or why there is none."""
    name, denied = graph.name(to), [s for s in starts if graph.denies(s, to)]
    base: dict[str, Any] = {
        "to": to, "name": name, "plain": skill(to).plain, "ask": skill(to).ask, "hops": [], "why": "",
        "denied": [{"id": s, "name": graph.name(s), **_denial(graph, s, to)} for s in denied],
    }  # fmt: skip
    ramp = graph.ramp(starts, to)
    start = ramp.path[0] if ramp else (denied or list(starts))[0]
    base |= {"from": graph.name(start), "from_id": start}
    if to in starts:
        return {**base, "why": f"{name} is one of the skills you started from."}
    if ramp is None:
        return {**base, "why": "" if denied else f"The glossaries know no way from here to {name}. Ask."}
    back = graph.ramp([to], start)
    return {
        **base,
        "band": band(ramp.weeks),
        "weeks": list(ramp.weeks),
        "comes": ramp.weeks[1] == 0,
        "hops": _hops(graph, ramp),
        "back": {"band": band(back.weeks), "weeks": list(back.weeks), "comes": back.weeks[1] == 0} if back else None,
    }


def _denial(graph: SkillGraph, a: str, b: str) -> dict[str, str]:
    why = next((w for one, relation, other, w in graph.relations(a) if (one, relation, other) == (a, "not", b)), "")
    return {"why": why, "whose": overlay.whose(a, b, "not")}


def _hops(graph: SkillGraph, ramp: Ramp) -> list[dict[str, Any]]:
    hops = []
    for a, b in pairwise(ramp.path):
        comes = graph.implies(a, b) >= _COMES_WITH_IT
        by = overlay.comes_by(a, b) if comes else None
        step = graph.ramp([a], b)
        weeks = list(step.weeks) if step else []
        hops.append(
            {
                "from": graph.name(a),
                "from_id": a,
                "to": graph.name(b),
                "id": b,
                "relation": "comes with it" if comes else "near",
                "by": by,
                "whose": overlay.whose(a, b, by) if by else "the glossaries" if comes else overlay.whose(a, b),
                "band": band(step.weeks) if step else "",
                "weeks": weeks,
                "why": reason(graph, a, b),
                "written": overlay.reason_of(a, b, by) if by else None,
            }
        )
    return hops


def needs(graph: SkillGraph, starts: Sequence[str], asked: CapabilityMap) -> list[dict[str, Any]]:
    """Say of every skill a requisition names whether the starts show it, are near to it, or do not show it."""
    out = []
    for capability in asked.capabilities:
        known = [
            [one for one in part if one in graph.words.terms] for part in (capability.central, capability.peripheral)
        ]
        covered = graph.covers(starts, *known)
        for central, items in ((True, covered.central), (False, covered.peripheral)):
            for item in items:
                ramp = item.ramp
                out.append(
                    {
                        "id": item.id,
                        "name": graph.name(item.id),
                        "letter": capability.letter,
                        "capability": capability.name,
                        "central": central,
                        "state": item.state,
                        "by": graph.name(item.by) if item.by and item.by != item.id else None,
                        "band": band(ramp.weeks) if ramp else None,
                        "weeks": list(ramp.weeks) if ramp else None,
                        "path": [graph.name(one) for one in ramp.path] if ramp else [],
                        "ask": skill(item.id).ask,
                    }
                )
    return out
