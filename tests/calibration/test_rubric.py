"""The rubric: a criterion a capability, both sets of anchors, versions that say which scores went stale."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from workbench.calibration.rubric import (
    Rubric,
    changed_criteria,
    edit_anchor,
    edit_criterion,
    set_anchors,
)
from workbench.errors import NotAllowed
from workbench.intake import CapabilityMap, edit, load


@pytest.fixture
def rubric() -> Rubric:
    return Rubric.from_map(load("backend"))


def test_a_criterion_for_each_capability_in_the_maps_order(rubric: Rubric) -> None:
    current = load("backend")
    assert [(c.id, c.letter) for c in rubric.criteria] == [(c.id, c.letter) for c in current.capabilities]
    assert all(c.standard == () for c in rubric.criteria)
    assert rubric.criterion("G").profile is None
    assert rubric.criterion("A").anchors("profile") == current.capability("A").anchors.profile


def test_it_comes_back_from_json(rubric: Rubric) -> None:
    assert Rubric.from_dict(json.loads(json.dumps(rubric.to_dict()))) == rubric


def test_a_capability_added_by_hand_gets_usable_anchors() -> None:
    current, card = edit.new_capability(CapabilityMap("", "x", ""), "Labels that scan", "must")
    current = edit.edit_capability(current, card.id, scale="1,000 scans a minute", ownership="owned")
    criterion = Rubric.from_map(current).criterion("A")
    assert criterion.standard == ("profile", "interview")
    for five in (criterion.profile, criterion.interview):
        assert five is not None
        assert len(set(five)) == 5
        assert any("Labels that scan" in text for text in five)
        assert "1,000 scans a minute" in five[3]
        assert "answered for it" in five[3]
    assert criterion.profile is not None
    assert criterion.profile[0].startswith("The words say")


def test_a_soft_capability_by_hand_is_scored_in_interviews_only() -> None:
    current, card = edit.new_capability(CapabilityMap("", "x", ""), "Choosing what waits")
    current = edit.edit_capability(current, card.id, kind="soft", scored_from_profile=False)
    criterion = Rubric.from_map(current).criterion("A")
    assert criterion.profile is None
    assert not criterion.scored_from_profile
    assert criterion.standard == ("interview",)


def test_an_anchor_is_changed_in_the_next_version(rubric: Rubric) -> None:
    new = edit_anchor(rubric, "A", "profile", 3, "Kept one schema right under two writers.")
    assert new.version == rubric.version + 1
    assert new.criterion("A").profile != rubric.criterion("A").profile
    assert changed_criteria(rubric, new) == ("money-safe-data",)
    back = edit_anchor(new, "A", "profile", 3, rubric.criterion("A").profile[2])  # type: ignore[index]
    assert changed_criteria(rubric, back) == ()
    assert back.version == 3


def test_anchors_that_nobody_could_use_are_refused(rubric: Rubric) -> None:
    with pytest.raises(NotAllowed, match="not scored from a profile"):
        edit_anchor(rubric, "G", "profile", 1, "x")
    with pytest.raises(NotAllowed, match="from 1 to 5"):
        edit_anchor(rubric, "A", "interview", 0, "x")
    with pytest.raises(NotAllowed, match="each with a text"):
        edit_anchor(rubric, "A", "interview", 2, "  ")
    with pytest.raises(NotAllowed, match="five interview anchors"):
        set_anchors(rubric, "A", "interview", None)
    with pytest.raises(KeyError):
        edit_anchor(rubric, "Z", "interview", 2, "x")


def test_a_criterion_leaves_and_joins_profile_scoring(rubric: Rubric) -> None:
    out = set_anchors(rubric, "A", "profile", None)
    assert not out.criterion("A").scored_from_profile
    assert changed_criteria(rubric, out) == ("money-safe-data",)
    joined = set_anchors(out, "G", "profile", ["a", "b", "c", "d", "e"])
    assert joined.criterion("G").profile == ("a", "b", "c", "d", "e")


def test_a_reworded_question_makes_no_score_stale_and_a_new_name_does(rubric: Rubric) -> None:
    asked = edit_criterion(rubric, "A", question="How did you keep it right?")
    assert changed_criteria(rubric, asked) == ()
    assert changed_criteria(rubric, edit_criterion(rubric, "A", name="Ledgers")) == ("money-safe-data",)


def test_what_a_new_map_adds_or_drops_counts_as_changed(rubric: Rubric) -> None:
    current = edit.bump(edit.remove_capability(load("backend"), "H"))
    new = Rubric.from_map(current, version=2)
    assert changed_criteria(rubric, new) == ("review-and-mentoring",)
    assert changed_criteria(new, rubric) == ("review-and-mentoring",)
    assert changed_criteria(rubric, replace(rubric, criteria=rubric.criteria[::-1])) == ()
    assert new.map_version == 2
