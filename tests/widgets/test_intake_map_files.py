"""The map and its file, its copies, and the meeting it is used in."""

from __future__ import annotations

import threading

import pytest

from tests.widgets.asking import ask, do
from workbench import calibration, intake
from workbench.errors import NotAllowed

B = "partial-failure"


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
