"""What a person's skills show of what a capability asks for; and ramps as bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbench.skills.values import Coverage, Covered

if TYPE_CHECKING:
    from workbench.skills.skillgraph import SkillGraph

Band = Literal["days", "weeks", "a quarter", "longer"]


def band(ramp_weeks: tuple[float, float]) -> Band:
    """Give the band of a range in weeks, by its middle: up to 1, up to 6, up to 13, more.

    >>> band((0, 1)), band((2, 6)), band((6, 16)), band((20, 40))
    ('days', 'weeks', 'a quarter', 'longer')
    """
    middle = (ramp_weeks[0] + ramp_weeks[1]) / 2
    if middle <= 1:
        return "days"
    if middle <= 6:
        return "weeks"
    return "a quarter" if middle <= 13 else "longer"


def covers(graph: SkillGraph, have: list[str], central: list[str], peripheral: list[str]) -> Coverage:
    """Answer `SkillGraph.covers`."""
    known = [s for s in dict.fromkeys(have) if s in graph.words.terms]
    return Coverage(
        tuple(_one(graph, known, skill) for skill in central),
        tuple(_one(graph, known, skill) for skill in peripheral),
    )


def _one(graph: SkillGraph, have: list[str], skill: str) -> Covered:
    name = graph.name(skill)
    if skill in have:
        return Covered(skill, "shown", skill, None, f"{name} is named.")
    best = max(have, key=lambda h: graph.implies(h, skill), default=None)
    if best is not None and graph.implies(best, skill) >= 0.5:
        return Covered(skill, "shown", best, None, graph.why(best, skill))
    way = graph.ramp(have, skill)
    if way is not None:
        return Covered(skill, "near", way.path[0], way, f"{way.why}.")
    denied = [h for h in have if graph.denies(h, skill)]
    why = graph.why(denied[0], skill) if denied else f"Nothing named leads to {name}; ask."
    return Covered(skill, "not shown", denied[0] if denied else None, None, why)
