"""Neighbours are proposed from the graph: near enough to learn within a quarter, and not named already."""

from __future__ import annotations

from dataclasses import replace

from workbench.intake import Neighbour, load, suggest_neighbours
from workbench.intake.suggest import LONGEST_RAMP


def test_neighbours_of_kubernetes_are_skills_one_can_come_from() -> None:
    capability = load("devops").capability("A")
    found = suggest_neighbours(replace(capability, neighbours=()), limit=4)
    assert found
    assert all(n.for_ in capability.central for n in found)
    assert all(n.have not in (*capability.central, *capability.peripheral) for n in found)
    assert all(0 < n.ramp_weeks[0] <= n.ramp_weeks[1] <= LONGEST_RAMP for n in found)


def test_what_was_accepted_is_not_proposed_again() -> None:
    capability = replace(load("devops").capability("A"), neighbours=())
    first = suggest_neighbours(capability, limit=1)[0]
    again = suggest_neighbours(replace(capability, neighbours=(Neighbour(first.have, first.for_, (1, 2)),)))
    assert (first.have, first.for_) not in {(n.have, n.for_) for n in again}


def test_a_skill_no_glossary_has_gets_no_proposal() -> None:
    assert suggest_neighbours(replace(load("devops").capability("A"), central=("no-such-skill",))) == []
