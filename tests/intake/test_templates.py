"""The templates keep their promises to a hiring manager: complete, scoreable, and in the glossaries' words."""

from __future__ import annotations

import pytest

from workbench import skills
from workbench.intake import Capability, CapabilityMap, load

FAMILIES = ["backend", "data", "devops"]
CAPABILITIES = [pytest.param(c, id=f"{f}-{c.letter}") for f in FAMILIES for c in load(f).capabilities]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_skill_is_in_a_glossary(family: str) -> None:
    known = {term.id for glossary in skills.glossaries() for term in glossary.terms}
    for capability in load(family).capabilities:
        used = {*capability.central, *capability.peripheral}
        used |= {n.have for n in capability.neighbours} | {n.for_ for n in capability.neighbours}
        assert used <= known, f"{capability.letter}: {sorted(used - known)}"


@pytest.mark.parametrize("family", FAMILIES)
def test_a_template_says_why_what_and_how_large(family: str) -> None:
    current = load(family)
    assert current.family == family
    assert {o.months for o in current.outcomes} == {6, 12}
    assert current.problem
    assert current.systems
    assert current.scale
    assert current.pitch
    assert current.logistics
    assert current.compensation is not None
    assert 7 <= len(current.capabilities) <= 8
    assert sum(c.importance == "must" for c in current.capabilities) <= 6
    assert [c.letter for c in current.capabilities] == sorted(c.letter for c in current.capabilities)


@pytest.mark.parametrize("family", FAMILIES)
def test_working_with_others_is_judged_in_interviews_only(family: str) -> None:
    soft = [c for c in load(family).capabilities if c.kind == "soft"]
    assert soft
    assert all(not c.scored_from_profile and c.anchors.profile is None for c in soft)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_outcome_is_served_and_every_round_but_the_first_call_tests_something(family: str) -> None:
    current: CapabilityMap = load(family)
    assert {o for c in current.capabilities for o in c.outcomes} == {o.id for o in current.outcomes}
    tested = {t.round for c in current.capabilities for t in c.rounds if t.how == "tests"}
    assert tested == {r.id for r in current.loop} - {"recruiter"}


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_anchors_can_be_told_apart_and_read_in_a_row(capability: Capability) -> None:
    sets = [a for a in (capability.anchors.profile, capability.anchors.interview) if a is not None]
    assert len(sets) == 1 + capability.scored_from_profile
    for five in sets:
        assert len(set(five)) == 5
        assert all(20 <= len(text) <= 125 for text in five), [len(t) for t in five]
    if capability.anchors.profile:
        # Silence is "no evidence": the lowest score needs words that say the contrary.
        assert capability.anchors.profile[0].startswith("Says that ")


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_a_technical_capability_names_skills_neighbours_and_a_question(capability: Capability) -> None:
    assert capability.question.endswith("?")
    assert capability.scale
    assert capability.constraints
    if capability.kind == "technical":
        assert capability.central
        assert capability.neighbours
        named = {*capability.central, *capability.peripheral}
        assert all(n.for_ in named and n.have != n.for_ for n in capability.neighbours)
