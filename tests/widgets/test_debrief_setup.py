"""From a map's loop to a debrief, without code: who held what, and nobody's scorecard without a conversation."""

from __future__ import annotations

import shutil

import pytest

from tests.browser.driver import until
from workbench import calibration, intake
from workbench._resources import folder as data_folder
from workbench.widgets import DebriefSetup, PanelBoard

PEOPLE = [
    {"name": "Elin", "role": "recruiter", "scores": False},
    {"name": "Maria", "role": "hiring manager", "scores": True},
    {"name": "Kofi", "role": "interviewer", "scores": True},
    {"name": "", "role": "interviewer", "scores": True},
]


@pytest.fixture
def setup(folder, shown, monkeypatch):
    for variable in ("WORKBENCH_STORE", "WORKBENCH_SESSION", "WORKBENCH_ACTOR"):
        monkeypatch.delenv(variable, raising=False)
    (folder / "candidates").mkdir()
    (folder / "candidates" / "a.txt").write_text(
        "A\n\nExperience\nDeveloper, Example Ltd, 2019-2024\n- Ran a service\n"
    )
    return lambda of="backend": shown(DebriefSetup(of))


def form(widget, **changes):
    held = {one["id"]: [1] if n else [1, 2] for n, one in enumerate(widget.state["loop"])}
    return {**widget.state["form"], "people": PEOPLE, "facilitator": 0, "holds": held, **changes}


def look(widget, ask):
    assert ask(widget, "look", folder="candidates")["ok"]
    until(lambda: widget.state["of"] and not widget.state["busy"], "the candidates")


def test_a_debrief_begins_with_a_scorecard_a_conversation_and_the_page_opens_it(setup, folder, ask, shown):
    widget = setup()
    assert calibration.last_debrief().session == "sample-debrief"
    look(widget, ask)
    reply = ask(widget, "begin", form=form(widget, mode="live"))
    assert reply["ok"], reply
    debrief = calibration.last_debrief()
    assert (debrief.session, debrief.actor) == (widget.value, "elin")
    rounds = debrief.meeting.rounds
    assert [one.kind for one in rounds.values()] == ["interview"] * len(widget.state["loop"])
    assert [list(one.asked) for one in rounds.values()][:2] == [["maria", "kofi"], ["maria"]]
    assert sorted(path.name for path in folder.glob("score_*.ipynb")) == ["score_kofi.ipynb", "score_maria.ipynb"]
    assert debrief.meeting.mode == "live"
    assert widget.state["begun"]["board"] == "04_debrief.ipynb"
    board = shown(PanelBoard(debrief))
    assert board.state["board"] is None
    debrief.close()


def test_a_meeting_on_profiles_is_opened_whatever_debrief_came_after_it(setup, ask):
    calibration.open_meeting().close()
    widget = setup()
    look(widget, ask)
    assert ask(widget, "begin", form=form(widget))["ok"]
    meeting = calibration.open_meeting()
    assert meeting.session == "practice"
    meeting.close()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"holds": {}}, "who holds which conversation"),
        ({"holds": {"recruiter": [2, 2]}}, "at least two people"),
        ({"facilitator": 3}, "Name the person who facilitates"),
        ({"left_out": ["a.txt"]}, "at least one candidate"),
    ],
)
def test_what_is_missing_is_said_and_nothing_begins(setup, ask, changes, told):
    widget = setup()
    look(widget, ask)
    reply = ask(widget, "begin", form=form(widget, **changes))
    assert told in reply["message"]
    assert widget.value is None


def test_the_maps_beside_the_notebook_can_be_chosen(setup, folder, ask):
    (folder / "maps").mkdir()
    other = next(path for path in data_folder("intake_templates").glob("*.yaml") if path.stem != "backend")
    shutil.copy(other, folder / "maps" / "own.yaml")
    widget = setup()
    assert widget.state["maps"] == ["maps/own.yaml"]
    assert ask(widget, "fill", form={**widget.state["form"], "map": "maps/own.yaml"})["ok"]
    assert widget.state["title"] == intake.load(other).title
    again = setup()
    assert again.state["title"] == intake.load(other).title, "what was chosen is kept"
