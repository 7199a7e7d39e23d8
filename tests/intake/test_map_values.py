"""Maps as values: to plain JSON and back, to YAML and back, whatever a person types."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.intake import (
    Anchors,
    Capability,
    CapabilityMap,
    Compensation,
    Fact,
    Neighbour,
    Outcome,
    Round,
    Tests,
    families,
    load,
    parse,
    to_yaml,
)

# What a keyboard or a paste can give: everything but lone surrogates, which no file can hold.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=120)
prose = st.lists(
    st.sampled_from(["Pays", "late.", "who?", "- a", "x: y", "#3", "“no”", "'", "yes", "5"]), max_size=40
).map(" ".join)
words = texts | prose
named = words.filter(bool)
ids = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
five = st.tuples(named, named, named, named, named)
ramps = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda r: (min(r), max(r)))


@st.composite
def maps(draw: st.DrawFn) -> CapabilityMap:
    outcome_ids = draw(st.lists(ids, max_size=3, unique=True))
    round_ids = draw(st.lists(ids, max_size=3, unique=True))
    capability_ids = draw(st.lists(ids, max_size=3, unique=True))

    def capability(n: int, id_: str) -> Capability:
        from_profile = draw(st.booleans())
        central = draw(st.lists(ids, max_size=2, unique=True))
        tests = st.sampled_from(["tests", "touches"])
        return Capability(
            id=id_,
            name=draw(named),
            letter="ABC"[n],
            importance=draw(st.sampled_from(["must", "should", "nice"])),
            kind=draw(st.sampled_from(["technical", "soft"])),
            central=tuple(central),
            peripheral=tuple(s for s in draw(st.lists(ids, max_size=2, unique=True)) if s not in central),
            neighbours=tuple(Neighbour(draw(ids), draw(ids), draw(ramps)) for _ in range(draw(st.integers(0, 2)))),
            depth=draw(st.sampled_from(["listed", "used", "central"])),
            scale=draw(words),
            ownership=draw(st.sampled_from(["assisted", "implemented", "owned", "designed", "led"])),
            question=draw(words),
            rounds=tuple(Tests(r, draw(tests)) for r in round_ids if draw(st.booleans())),
            outcomes=tuple(o for o in outcome_ids if draw(st.booleans())),
            constraints=tuple(draw(st.lists(named, max_size=2))),
            scored_from_profile=from_profile,
            anchors=Anchors(draw(st.none() | five) if from_profile else None, draw(st.none() | five)),
        )

    low, high = sorted((draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6))))
    pay = st.builds(Compensation, st.just(low), st.just(high), named, st.sampled_from(["year", "hour"]), words)
    return CapabilityMap(
        requisition=draw(words),
        title=draw(named),
        family=draw(words),
        problem=draw(words),
        outcomes=tuple(Outcome(o, draw(st.integers(0, 60)), draw(words)) for o in outcome_ids),
        systems=tuple(draw(st.lists(named, max_size=2))),
        scale=tuple(draw(st.lists(st.builds(Fact, named, words), max_size=2))),
        capabilities=tuple(capability(n, id_) for n, id_ in enumerate(capability_ids)),
        loop=tuple(Round(r, draw(named), draw(st.integers(0, 960)), draw(words)) for r in round_ids),
        pitch=draw(words),
        compensation=draw(st.none() | pay),
        logistics=tuple(draw(st.lists(st.builds(Fact, named, words), max_size=2))),
        version=draw(st.integers(1, 99)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_a_map_comes_back_from_yaml_and_from_json_as_it_was(drawn: CapabilityMap) -> None:
    assert parse(to_yaml(drawn)) == drawn
    assert CapabilityMap.from_dict(json.loads(json.dumps(drawn.to_dict()))) == drawn


@pytest.mark.parametrize("family", ["backend", "data", "devops"])
def test_a_template_is_written_as_saving_it_would_write_it(family: str) -> None:
    from workbench._resources import folder

    assert (folder("intake_templates") / f"{family}.yaml").read_text("utf-8") == to_yaml(load(family))


def test_one_changed_answer_is_one_changed_line(small: CapabilityMap) -> None:
    # A recruiter who rewords one sentence sees that sentence in the diff, not a reflowed paragraph.
    before = replace(small, problem="First thing. " * 12 + "Old end.")
    after = replace(small, problem="First thing. " * 12 + "A new and rather longer end.")
    old, new = to_yaml(before).splitlines(), to_yaml(after).splitlines()
    assert sum(a != b for a, b in zip(old, new, strict=True)) == 1


def test_families_are_those_with_a_template() -> None:
    assert {"backend", "data", "devops"} <= set(families())


def test_a_capability_is_found_by_letter_or_id(small: CapabilityMap) -> None:
    assert small.capability("A") is small.capability("scanning")
    with pytest.raises(KeyError):
        small.capability("Z")
