"""Acceptable neighbours for a capability, proposed from the skill graph; people decide."""

from __future__ import annotations

from math import ceil, floor

from workbench.intake.capability import Capability, Neighbour
from workbench.intake.wording.subject import TOOL_KINDS

LONGEST_RAMP = 13  # weeks; beyond a quarter a neighbour is another skill


def suggest_neighbours(capability: Capability, limit: int = 3) -> list[Neighbour]:
    """Propose who else could do it: for each central skill, near skills a person can come from within a quarter.

    Skills that the capability names already are left out, and so are central skills no glossary has.

    Parameters
    ----------
    capability
        The capability; its central skills are looked at in their order.
    limit
        The most proposals, nearest first; one for each central skill before a second for any. A tool is proposed
        for a tool and a practice for a practice.
    """
    from workbench import skills

    graph = skills.graph()
    named = {*capability.central, *capability.peripheral}
    accepted = {(n.have, n.for_) for n in capability.neighbours}
    queues: list[list[Neighbour]] = []
    for wanted in capability.central:
        try:
            as_tool = skills.skill(wanted).kind in TOOL_KINDS
        except KeyError:
            continue
        near = []
        for have in graph.adjacent(wanted, limit=20):
            ramp = graph.ramp([have.id], wanted)
            if have.id in named or (have.id, wanted) in accepted or ramp is None:
                continue
            if (skills.skill(have.id).kind in TOOL_KINDS) != as_tool:
                continue
            low, high = max(1, floor(ramp.weeks[0])), ceil(ramp.weeks[1])
            if 0 < high <= LONGEST_RAMP:
                near.append((-have.score, high, Neighbour(have.id, wanted, (min(low, high), high))))
        queues.append([n for *_, n in sorted(near, key=lambda found: found[:2])])
    return _in_turn(queues, limit)


def _in_turn(queues: list[list[Neighbour]], limit: int) -> list[Neighbour]:
    chosen: list[Neighbour] = []
    place = 0
    while len(chosen) < limit and any(place < len(q) for q in queues):
        chosen.extend(q[place] for q in queues if place < len(q))
        place += 1
    return chosen[:limit]
