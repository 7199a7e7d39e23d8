"""The map under the pen: what is called saved is in the file, and nothing of the team's words is lost."""

from __future__ import annotations

import pytest

from tests.widgets.asking import ask, do, second
from workbench import intake
from workbench.widgets.intake_map import _fixes

B = "partial-failure"


def test_a_family_opens_its_template_and_writes_nothing_until_something_changes(opened, folder):
    the_map = opened("backend")
    assert repr(the_map) == "IntakeMap(map='backend')"
    assert the_map.value == intake.load("backend")
    assert not (folder / "maps").exists()
    assert the_map.state["path"] == "maps/backend.yaml"


def test_a_change_is_in_the_file_when_it_is_acknowledged(opened, folder):
    the_map = opened("backend")
    do(the_map, "edit_map", field="problem", value="Refunds stop half way.")
    assert intake.load(folder / "maps" / "backend.yaml").problem == "Refunds stop half way."
    assert the_map.state["map"]["problem"] == "Refunds stop half way."
    assert the_map.state["map"]["version"] == 2


def test_a_new_kernel_shows_the_same_map(opened):
    first = opened("backend")
    do(first, "move", id=second(first), importance="nice", at=0)
    do(first, "answer", id=first.value.capabilities[0].id, stays=True)
    first.close()
    again = opened("backend")
    assert again.value == first.value
    assert again.state["answers"] == {again.value.capabilities[0].id: True}


def test_the_file_goes_by_the_requisition_and_is_found_again(opened, folder):
    the_map = opened("backend")
    do(the_map, "requisition", value="BE-204")
    assert [path.name for path in (folder / "maps").glob("*.yaml")] == ["BE-204.yaml"]
    the_map.close()
    assert opened("backend").value.requisition == "BE-204"
    assert opened("maps/BE-204.yaml").value.requisition == "BE-204"


def test_a_requisition_that_has_a_map_is_not_written_over(opened, folder):
    the_map = opened("backend")
    do(the_map, "requisition", value="BE-1")
    do(the_map, "choose", family="backend")
    assert "BE-1" in ask(the_map, "requisition", value="BE-1")["message"]
    assert the_map.value.requisition == ""
    assert intake.load(folder / "maps" / "BE-1.yaml").requisition == "BE-1"


def test_changes_are_taken_back_and_done_again(opened):
    the_map = opened("backend")
    before = the_map.value.capabilities
    do(the_map, "remove", id=second(the_map))
    removed = the_map.value.capabilities
    do(the_map, "undo")
    assert the_map.value.capabilities == before
    do(the_map, "redo")
    assert the_map.value.capabilities == removed
    assert ask(the_map, "redo")["message"] == "There is nothing to do again."
    do(the_map, "undo")
    do(the_map, "edit_map", field="problem", value="x")
    assert not ask(the_map, "redo")["ok"], "what was taken back must not come after a new change"


def test_pauses_while_typing_in_one_field_are_one_change(opened):
    the_map = opened("backend")
    old = the_map.value.problem
    for text in ("Ref", "Refunds", "Refunds stop."):
        do(the_map, "edit_map", field="problem", value=text)
    assert the_map.state["changes"] == 1
    do(the_map, "undo")
    assert the_map.value.problem == old


def test_no_moves_a_must_and_undo_takes_the_answer_back_too(opened):
    the_map = opened("backend")
    one = the_map.value.capabilities[0].id
    do(the_map, "answer", id=one, stays=False)
    assert the_map.value.capability(one).importance == "should"
    assert the_map.state["answers"] == {one: False}
    do(the_map, "undo")
    assert the_map.value.capability(one).importance == "must"
    assert the_map.state["answers"] == {}


def test_a_check_appears_with_a_wording_that_can_be_used(opened):
    the_map = opened("backend")
    do(the_map, "edit_capability", id=second(the_map), field="question", value="Do you have 8+ years of Java?")
    [check] = the_map.state["issues"]
    assert check["code"] == "years_of_experience"
    assert check["fixes"] == ["Use this wording"]
    do(the_map, "settle", key=check["key"], fix=0)
    assert check["better"] in the_map.value.capability(second(the_map)).question
    assert the_map.state["issues"] == []


def test_keep_ours_is_remembered_and_can_be_shown_again(opened):
    the_map = opened("backend")
    do(the_map, "edit_map", field="problem", value="We need a rockstar.")
    do(the_map, "keep_ours", key=the_map.state["issues"][0]["key"])
    assert the_map.state["issues"] == []
    the_map.close()
    again = opened("backend")
    assert again.state["issues"] == []
    do(again, "show_kept")
    assert [one["code"] for one in again.state["issues"]] == ["coded_or_exclusionary"]


@pytest.mark.parametrize("code", ["untested", "tested_twice", "must_without_question", "must_without_outcome"])
def test_what_a_check_offers_settles_it(opened, code):
    """A press that leaves the check standing would be a dead button in front of the hiring manager."""
    the_map = opened("backend")
    one = the_map.value.capabilities[0]
    if code == "untested":
        do(the_map, "set_test", id=one.id, round="system-design", how=None)
    elif code == "tested_twice":
        do(the_map, "set_test", id=one.id, round="coding", how="tests")
    elif code == "must_without_question":
        do(the_map, "edit_capability", id=one.id, field="question", value="")
    else:
        do(the_map, "edit_capability", id=one.id, field="outcomes", value=[])
    found = next(i for i in the_map.state["issues"] if i["code"] == code)
    do(the_map, "settle", key=found["key"], fix=0)
    assert code not in [i["code"] for i in the_map.state["issues"]]


def test_seven_musts_and_no_soft_criterion_are_settled_with_a_press(opened):
    the_map = opened("backend")
    soft = next(c.id for c in the_map.value.capabilities if c.kind == "soft")
    do(the_map, "remove", id=soft)
    for one in the_map.value.capabilities:
        do(the_map, "move", id=one.id, importance="must")
    for code in ("stack_of_musts", "no_soft_criterion"):
        found = next(i for i in the_map.state["issues"] if i["code"] == code)
        do(the_map, "settle", key=found["key"], fix=0)
        assert code not in [i["code"] for i in the_map.state["issues"]]


def test_every_wording_stands_where_its_check_says(opened):
    """The better wording replaces exactly the words that the check names."""
    base = opened("backend").value
    text = "We want a rockstar with 5+ years of Go and a degree."
    changed = intake.edit.edit_capability(base, base.capabilities[0].id, question=text)
    for issue in intake.check(changed):
        assert issue.start is not None
        new = _fixes.reworded(changed, issue).capabilities[0].question
        assert new == text[: issue.start] + issue.better + text[issue.end :]


def test_profile_anchors_leave_with_the_switch_and_come_back_with_it(opened):
    the_map = opened("backend")
    one = the_map.value.capabilities[0]
    do(the_map, "edit_capability", id=one.id, field="scored_from_profile", value=False)
    assert the_map.rubric.criterion(one.id).profile is None
    do(the_map, "edit_capability", id=one.id, field="scored_from_profile", value=True)
    assert the_map.value.capability(one.id).anchors == one.anchors


def test_an_anchor_is_written_and_an_empty_one_is_not(opened):
    the_map = opened("backend")
    one = the_map.value.capabilities[0]
    do(the_map, "edit_anchor", id=one.id, source="interview", level=3, text=" Finds the lost update. ")
    assert the_map.rubric.criterion(one.id).interview[2] == "Finds the lost update."
    assert not ask(the_map, "edit_anchor", id=one.id, source="profile", level=3, text="  ")["ok"]
    assert the_map.rubric.criterion(one.id).profile == one.anchors.profile


def test_a_new_capability_has_standard_anchors_that_become_its_own(opened):
    the_map = opened("backend")
    new = do(the_map, "add", name="Capacity planning", importance="should")["id"]
    assert the_map.rubric.criterion(new).standard == ("profile", "interview")
    do(the_map, "edit_anchor", id=new, source="profile", level=5, text="Planned two peaks and was right.")
    assert the_map.rubric.criterion(new).standard == ("interview",)


def test_rounds_are_added_edited_and_taken_off(opened):
    the_map = opened("backend")
    new = do(the_map, "add_round", title="Pairing")["id"]
    do(the_map, "edit_round", id=new, field="minutes", value="90")
    do(the_map, "set_test", id=second(the_map), round=new, how="touches")
    assert the_map.value.loop[-1].minutes == 90
    assert "whole number" in ask(the_map, "edit_round", id=new, field="minutes", value="long")["message"]
    do(the_map, "remove_round", id=new)
    assert new not in [t.round for t in the_map.value.capability(second(the_map)).rounds]


def test_hostile_words_come_back_as_they_were(opened):
    the_map = opened("backend")
    words = "<img src=x onerror=alert(1)> ${7*7} \u202eabc & 'yes': - no"
    do(the_map, "edit_capability", id=second(the_map), field="name", value=words)
    do(the_map, "edit_capability", id=second(the_map), field="central", value=[words, "postgresql"])
    the_map.close()
    again = opened("backend").value.capability(second(the_map))
    assert again.name == words
    assert again.central == (words, "postgresql")


def test_a_change_to_what_is_gone_is_refused_in_a_sentence(opened):
    the_map = opened("backend")
    gone = second(the_map)
    do(the_map, "remove", id=gone)
    assert ask(the_map, "edit_capability", id=gone, field="name", value="x")["message"] == (
        "That is no longer on the map; it was changed elsewhere."
    )
