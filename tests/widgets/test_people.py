"""Who is at the table, on the screen: invited, joined, gone and back, without a line of code."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.browser.driver import until
from tests.widgets.filling import fill
from workbench.calibration import sample_debrief_session
from workbench.calibration.identity import invitation_in
from workbench.calibration.session import Session
from workbench.widgets import JoinMeeting, PanelBoard, RubricScoring
from workbench.widgets.panel_board import Door


@pytest.fixture
def board(meeting, shown, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda actor="elin", **more: shown(PanelBoard(meeting(actor), **more))


def person(widget, id):
    return next(one for one in widget.state["people"] if one["id"] == id)


def test_an_invitation_goes_to_the_screen_once_and_nowhere_else(board, ask):
    """The board's state is on the wall, and it is in the kernel of everybody who looks at it."""
    elin = board()
    reply = ask(elin, "invite", person="tobias", hours=24)
    assert reply["ok"]
    assert reply["event"]
    until(lambda: person(elin, "tobias")["invited_until"] == reply["expires"], "the invitation on the board")
    days = datetime.fromisoformat(reply["expires"]) - datetime.now(UTC)
    assert 23 < days.total_seconds() / 3600 <= 24
    for widget in (elin, board("kofi")):
        assert reply["text"] not in json.dumps(widget.state)
    assert (person(elin, "kofi")["invited_until"], person(elin, "tobias")["joined_at"]) == (None, None)


def test_where_people_join_by_a_link_the_link_comes_with_its_picture(board, ask):
    elin = board(door=lambda invitation: Door(f"https://panel.example/?in={invitation.text}", b"<svg/>"))
    reply = ask(elin, "invite", person="tobias")
    assert reply["url"].endswith(reply["text"])
    assert reply["buffers"] == [b"<svg/>"]


def test_only_the_facilitator_invites_and_only_people_of_the_panel(board, ask):
    assert "Only the facilitator" in ask(board("kofi"), "invite", person="tobias")["message"]
    assert "not somebody to invite" in ask(board(), "invite", person="zoe")["message"]


def test_who_pastes_the_message_has_joined_and_gets_a_sheet(board, ask, shown, tmp_path):
    elin = board()
    text = ask(elin, "invite", person="tobias")["text"]
    door = shown(JoinMeeting())
    assert (door.value, door.state["joined"]) == (None, [])
    assert "no invitation" in ask(door, "join", invitation="hello")["message"]
    assert ask(door, "join", invitation=f"Tobias, you are invited.\n\n{text}\n\nSee you there.")["ok"]
    [told] = door.state["joined"]
    assert (told["name"], told["file"], door.value) == ("Tobias Renner", "score_tobias.ipynb", "tobias")
    assert (tmp_path / "score_tobias.ipynb").exists()
    until(lambda: person(elin, "tobias")["joined_at"], "the board to see it")
    again = shown(JoinMeeting())  # the page was reloaded
    assert again.value == "tobias"
    assert "another has taken its place" in ask(again, "join", invitation=text[:-1] + "x")["message"]
    assert repr(again) == "JoinMeeting()"


def test_an_invitation_to_a_meeting_in_another_store_says_so(board, ask, shown, tmp_path, monkeypatch):
    text = ask(board(), "invite", person="tobias")["text"]
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    reply = ask(shown(JoinMeeting()), "join", invitation=text)
    assert "Ask the facilitator which store the team uses" in reply["message"]


def test_a_sheet_asks_for_the_invitation_before_it_takes_a_score(board, ask, shown, meeting):
    text = ask(board(), "invite", person="tobias")["text"]
    sheet = shown(RubricScoring(meeting("tobias")))
    assert sheet.state["standing"] == "invited"
    given = {"profile": "p1", "criterion": "half-done-work", "value": 4, "reason": "A retry with a limit."}
    assert "Join with your invitation first" in ask(sheet, "score", **given)["message"]
    other = shown(RubricScoring(meeting("kofi")))
    assert "another person" in ask(other, "join", invitation=text)["message"]
    assert ask(sheet, "join", invitation=text)["ok"]
    assert sheet.state["standing"] == "joined"
    assert ask(sheet, "score", **given)["ok"]
    assert other.state["standing"] == "open"


def test_a_sheet_on_a_second_computer_says_that_the_key_is_elsewhere(board, ask, shown, meeting, tmp_path):
    text = ask(board(), "invite", person="tobias")["text"]
    meeting("tobias").join(text)
    first = meeting("tobias")
    second = Session(first.store, first.session, "tobias", keys=tmp_path / "tablet")
    sheet = shown(RubricScoring(second))
    assert sheet.state["standing"] == "elsewhere"
    anew = ask(board(), "invite", person="tobias")["text"]
    assert ask(sheet, "join", invitation=anew)["ok"]
    assert sheet.state["standing"] == "joined"
    assert first.standing() == "elsewhere"


def test_who_has_left_is_not_waited_for_and_may_come_back(board, ask, meeting):
    for rater in ("tobias", "sunniva", "marguerite"):
        fill(meeting(rater), "p1")
        meeting(rater).submit("pilot")
    elin = board()
    assert not ask(elin, "left", person="kofi", reason="")["ok"]
    assert ask(elin, "left", person="kofi", reason="Called to a customer.")["ok"]
    assert person(elin, "kofi")["left"] == "Called to a customer."
    assert (elin.state["rounds"][0]["submitted"], elin.state["rounds"][0]["raters"]) == (3, 3)
    assert "kofi" not in [one["person"] for one in elin.state["sheets"]]
    assert ask(elin, "left", person="kofi", reason="Back.", on=False)["ok"]
    assert elin.state["rounds"][0]["raters"] == 4
    assert "Only the facilitator" in ask(board("kofi"), "left", person="tobias", reason="Gone.")["message"]


def test_what_a_candidate_said_is_an_event_and_stands_on_the_board(ask, shown, tmp_path):
    debrief = sample_debrief_session(folder=tmp_path)
    elin = shown(PanelBoard(debrief))
    before = len(elin.state["board"]["notes"])
    profile = elin.state["profiles"][0]["id"]
    assert ask(elin, "note", profile=profile, about="concern", text="Would move house for this.")["ok"]
    until(lambda: len(elin.state["board"]["notes"]) == before + 1, "the note on the board")
    assert [e.kind for e in debrief.store.events(debrief.session)][-1] == "noted"
    assert "is none of them" in ask(elin, "note", profile=profile, about="gossip", text="No.")["message"]
    rater = Session(debrief.store, debrief.session, "kofi")
    card = shown(RubricScoring(rater))
    assert ask(card, "note", profile=profile, about="motivation", text="Wants to teach.")["ok"]
    assert card.state["mine"]["notes"][-1]["text"] == "Wants to teach."
    assert "Would move house" not in json.dumps(card.state["mine"]["notes"])


def test_the_invitation_is_found_in_a_message_or_a_link():
    token = "eyJhIjoiYiJ9" * 12 + ".c2ln-bmVk_"
    for around in ("{}", "Tobias,\n\n{}\n", "https://panel.example/meet?invitation={}&x=1", "<{}>", "“{}”"):
        assert invitation_in(around.format(token)) == token
    assert invitation_in("") == ""
