"""The map under the pen: what is called saved is in the file, and nothing of the team's words is lost."""

from __future__ import annotations

import threading

import pytest

from workbench import calibration, intake
from workbench.errors import NotAllowed
from workbench.widgets import IntakeMap
from workbench.widgets.intake_map import _fixes

B = "partial-failure"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def opened(folder):
    """Opens maps and closes them at the end."""
    made = []

    def open_(*of):
        made.append(IntakeMap(*of))
        return made[-1]

    yield open_
    for widget in made:
        widget.close()


def ask(widget, verb, **args):
    """Send a request as the view does, and give the answer."""
    heard, said = threading.Event(), []

    def send(content, buffers=None):
        said.append(content)
        heard.set()

    widget.send = send
    widget._receive(widget, {"kind": "do", "request": f"{verb}-{len(args)}-{id(said)}", "verb": verb, "args": args}, [])
    assert heard.wait(10), "no answer"
    return said[0]


def do(widget, verb, **args):
    reply = ask(widget, verb, **args)
    assert reply["ok"], reply
    return reply


def second(widget):
    return widget.value.capabilities[1].id


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


def test_what_an_editor_wrote_is_taken_over_and_can_be_taken_back(opened, folder):
    the_map = opened("backend")
    do(the_map, "edit_map", field="problem", value="Ours.")
    path = folder / "maps" / "backend.yaml"
    path.write_text(path.read_text().replace("Ours.", "Theirs, written in an editor."))
    do(the_map, "edit_map", field="title", value="Engineer")
    assert the_map.value.problem == "Theirs, written in an editor."
    do(the_map, "undo")
    do(the_map, "undo")
    assert the_map.value.problem == "Ours."


def test_a_file_that_was_broken_leaves_the_map_and_says_where(opened, folder):
    the_map = opened("backend")
    do(the_map, "edit_map", field="problem", value="Ours.")
    path = folder / "maps" / "backend.yaml"
    sound = path.read_text()
    path.write_text(sound.replace("ownership: designed", "ownership: boss", 1))
    refused = ask(the_map, "edit_map", field="title", value="Engineer")
    assert not refused["ok"]
    assert the_map.state["problem"]["field"] == "capabilities[0].ownership"
    assert path.read_text().splitlines()[the_map.state["problem"]["line"] - 1].strip() == "ownership: boss"
    assert the_map.value.problem == "Ours."
    do(the_map, "keep_shown")
    assert the_map.state["problem"] is None
    assert intake.load(path).problem == "Ours."
    assert "boss" in path.with_name("backend.yaml.broken").read_text()


def test_a_broken_map_says_line_and_field_and_opens_once_it_is_mended(opened, folder):
    (folder / "maps").mkdir()
    path = folder / "maps" / "BE-9.yaml"
    intake.save(intake.load("backend"), path)
    sound = path.read_text()
    path.write_text(sound.replace("importance: must\n    kind", "importance: vital\n    kind", 1))
    the_map = opened(path)
    assert the_map.state["map"] is None
    assert the_map.state["problem"]["field"] == "capabilities[0].importance"
    with pytest.raises(NotAllowed, match=r"BE-9\.yaml, line"):
        assert the_map.value
    path.write_text(sound)
    seen = threading.Event()
    the_map.observe(lambda change: seen.set() if change["new"]["map"] else None, "state")
    assert the_map.state["map"] or seen.wait(10), "the mended file was not noticed"


def test_a_file_that_is_not_there_is_said_and_nothing_is_made(opened, folder):
    the_map = opened("maps/BE-77.yaml")
    assert the_map.state["problem"]["message"] == "There is no such file."
    assert not (folder / "maps").exists()


def test_nothing_opened_offers_templates_and_saved_maps(opened, folder):
    (folder / "maps").mkdir()
    intake.save(intake.load("data"), folder / "maps" / "DA-1.yaml")
    the_map = opened()
    assert the_map.state["map"] is None
    assert "backend" in [one["id"] for one in the_map.state["families"]]
    assert the_map.state["maps"] == ["DA-1.yaml"]
    do(the_map, "open_map", name="DA-1.yaml")
    assert the_map.value.family == "data"
    assert not ask(the_map, "open_map", name="../secret.yaml")["ok"]


def test_a_copy_is_written_beside_and_never_over_a_file(opened, folder):
    the_map = opened("backend")
    reply = do(the_map, "save_copy", path="maps/copy.yaml")
    assert reply["path"] == "maps/copy.yaml"
    assert intake.load(folder / "maps" / "copy.yaml") == the_map.value
    assert "exists already" in ask(the_map, "save_copy", path="maps/copy.yaml")["message"]
    assert ".yaml" in ask(the_map, "save_copy", path="maps/copy.txt")["message"]


def test_neighbours_are_proposed_with_a_band(opened):
    the_map = opened("backend")
    reply = do(the_map, "neighbours", id=the_map.value.capabilities[3].id)
    assert reply["offers"]
    assert {one["band"] for one in reply["offers"]} <= {"days", "weeks", "a quarter", "longer"}


def test_the_frame_has_a_row_a_capability_and_the_saved_view_three_lines(opened):
    the_map = opened("backend")
    frame = the_map.frame
    assert list(frame["letter"]) == list("ABCDEFGH")
    assert set(frame["coverage"]) == {"tested once"}
    rows = dict(the_map.saved_rows())
    assert rows["Nice"].startswith("H ")
    assert set(rows) == {"Role", "Must", "Should", "Nice"}


# In a meeting


@pytest.fixture
def meeting(folder):
    session = calibration.open_meeting()
    yield session
    session.close()


def test_changes_in_a_meeting_wait_and_go_in_together_with_a_reason(opened, meeting):
    the_map = opened(meeting)
    one = the_map.value.capabilities[0]
    assert the_map.state["waiting"] is None
    do(the_map, "edit_capability", id=one.id, field="depth", value="used")
    assert meeting.map["capabilities"][0]["depth"] == one.depth, "the meeting changes only when it is said so"
    assert the_map.state["waiting"]["stale"] == [one.letter]
    do(the_map, "into_meeting", reason="We use it, others own it.")
    assert meeting.map["capabilities"][0]["depth"] == "used"
    assert the_map.state["waiting"] is None
    assert meeting.state_for()["map_version"] == 2


def test_a_draft_outlives_the_kernel_and_can_be_left_out(opened, meeting):
    first = opened(meeting)
    one = first.value.capabilities[0]
    do(first, "edit_capability", id=one.id, field="depth", value="used")
    first.close()
    again = opened(meeting)
    assert again.value.capability(one.id).depth == "used"
    assert again.state["waiting"]
    do(again, "discard")
    assert again.value.capability(one.id) == one
    assert again.state["waiting"] is None


def test_who_does_not_facilitate_reads_along(opened, meeting):
    rater = calibration.open_meeting(actor=next(iter(meeting.meeting.raters)))
    shown = opened(rater)
    assert shown.state["read_only"]
    reply = ask(shown, "edit_map", field="title", value="x")
    assert reply["message"] == "The facilitator changes the map. Say what you would change."
    assert not ask(shown, "answer", id=shown.value.capabilities[0].id, stays=False)["ok"]
    rater.close()


def test_the_maps_of_others_follow_the_meeting(opened, meeting):
    rater = calibration.open_meeting(actor=next(iter(meeting.meeting.raters)))
    shown, the_map = opened(rater), opened(meeting)
    came = threading.Event()
    shown.observe(lambda change: came.set() if change["new"]["map"]["title"] == "Payments engineer" else None, "state")
    do(the_map, "edit_map", field="title", value="Payments engineer")
    do(the_map, "into_meeting", reason="The title said too little.")
    assert came.wait(10), "the change did not arrive"
    rater.close()
