"""Edits give new maps: what was undone is there again, and nothing points at what was taken away."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import NotAllowed
from workbench.intake import CapabilityMap, Tests, edit, load, parse, to_yaml


def test_a_card_moves_to_a_column_and_keeps_its_letter(small: CapabilityMap) -> None:
    moved = edit.move_capability(small, "B", "must", 0)
    assert [(c.letter, c.importance) for c in moved.capabilities] == [("B", "must"), ("A", "must")]
    assert [c.letter for c in small.capabilities] == ["A", "B"]


def test_a_card_moves_within_its_column(small: CapabilityMap) -> None:
    both = edit.move_capability(small, "B", "must")
    assert [c.letter for c in edit.move_capability(both, "B", "must", 0).capabilities] == ["B", "A"]
    assert [c.letter for c in edit.move_capability(both, "A", "must", 99).capabilities] == ["B", "A"]


def test_a_new_card_takes_a_free_letter_and_id(small: CapabilityMap) -> None:
    more, card = edit.new_capability(small, "Scanning", "nice")
    assert (card.id, card.letter) == ("scanning-2", "C")
    fewer = edit.remove_capability(more, "A")
    assert edit.new_capability(fewer, "Labels")[1].letter == "A"
    with pytest.raises(NotAllowed, match="already has"):
        edit.add_capability(small, small.capability("A"))


def test_letters_go_on_after_z() -> None:
    current = CapabilityMap("", "x", "")
    for n in range(27):
        current, card = edit.new_capability(current, f"c{n}")
    assert card.letter == "AA"


def test_taking_away_a_round_or_an_outcome_leaves_no_loose_end(small: CapabilityMap) -> None:
    without = edit.remove_outcome(edit.remove_round(small, "design"), "no-double-scan")
    assert without.capability("A").rounds == ()
    assert without.capability("A").outcomes == ()
    assert parse(to_yaml(without)) == without


def test_a_press_on_the_matrix_changes_who_tests_what(small: CapabilityMap) -> None:
    both = edit.set_test(small, "A", "manager", "touches")
    assert both.capability("A").rounds == (Tests("design", "tests"), Tests("manager", "touches"))
    assert edit.set_test(both, "A", "manager", None) == small
    with pytest.raises(KeyError):
        edit.set_test(small, "A", "nowhere", "tests")


def test_outcomes_and_rounds_are_added_and_reworded(small: CapabilityMap) -> None:
    more = edit.add_outcome(edit.add_round(small, "Coding", 60, "Writes code."), 3, "First parcel scanned alone.")
    assert [o.months for o in more.outcomes] == [3, 6]
    assert more.loop[-1].id == "coding"
    said = edit.edit_round(edit.edit_outcome(more, "month-3", text="Done."), "coding", minutes=45)
    assert (said.outcomes[0].text, said.loop[-1].minutes) == ("Done.", 45)


def test_the_version_rises_only_when_asked(small: CapabilityMap) -> None:
    assert edit.edit(small, title="x").version == small.version
    assert edit.bump(small).version == small.version + 1


_BACKEND = load("backend")


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_moves_lose_no_card_and_keep_the_columns_in_order(data: st.DataObject) -> None:
    current = start = _BACKEND
    for _ in range(data.draw(st.integers(1, 6))):
        letter = data.draw(st.sampled_from("ABCDEFGH"))
        column = data.draw(st.sampled_from(["must", "should", "nice"]))
        current = edit.move_capability(current, letter, column, data.draw(st.none() | st.integers(-1, 9)))
    assert {c.id for c in current.capabilities} == {c.id for c in start.capabilities}
    order = [("must", "should", "nice").index(c.importance) for c in current.capabilities]
    assert order == sorted(order)
