"""`PanelBoard` without a browser: counts before the reveal, words and numbers after it, the record at the end."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.browser.driver import until
from tests.widgets.filling import RATERS, fill, play
from workbench.widgets import PanelBoard


@pytest.fixture
def board(meeting, shown, tmp_path, monkeypatch):
    """Give somebody's board, in the folder where its notebook lies."""
    monkeypatch.chdir(tmp_path)
    return lambda actor="elin": shown(PanelBoard(meeting(actor)))


@pytest.fixture
def reveal(meeting):
    """Score and reveal rounds; Kofi sees less than the others."""

    def given(rater, profile):
        if rater != "kofi":
            return 4, "advance"
        return (2 if profile == "p12" else 1), "not_now"

    return lambda **rounds: play(meeting, rounds, given)


@pytest.fixture
def revealed(reveal):
    """The pilot is revealed."""
    reveal(pilot=["p1"])


def test_before_the_reveal_it_holds_counts(meeting, board):
    fill(meeting("kofi"), "p1")
    elin = board()
    assert elin.state["board"] is None
    assert elin.value == {}
    assert next(p for p in elin.state["people"] if p["id"] == "kofi")["rounds"]["pilot"]["scores"] == 7
    assert "Enough to talk about" not in json.dumps(elin.state)
    assert "value" not in elin.frame.columns
    assert "score" not in elin.frame.columns


def test_a_board_holds_no_sheet_of_its_own_person(meeting, board):
    """The facilitator's screen is on the wall; their own scores are not."""
    elin = meeting("elin")
    elin.facilitator_scores(True)
    fill(elin, "p1", 5)
    assert "mine" not in board().state
    assert "elin on A" not in json.dumps(board().state)


def test_an_early_reveal_needs_a_reason(meeting, board, ask):
    fill(meeting("kofi"), "p1")
    elin = board()
    reply = ask(elin, "reveal", round="pilot")
    assert not reply["ok"]
    assert "write a reason" in reply["message"]
    assert ask(elin, "reveal", round="pilot", reason="Three are on a train.")["ok"]
    assert elin.state["board"] is not None
    assert elin.state["rounds"][0]["reason"] == "Three are on a train."


def test_the_score_sheets_are_named_and_made(board, ask, tmp_path):
    elin = board()
    assert next((one["file"], one["there"]) for one in elin.state["sheets"]) == ("score_tobias.ipynb", False)
    assert len(ask(elin, "write_sheets")["files"]) == 4
    until(lambda: all(one["there"] for one in elin.state["sheets"]), "the board to show the sheets")
    assert (tmp_path / "score_kofi.ipynb").exists()


def test_people_are_letters_until_the_panel_turns_names_on(revealed, board, ask):
    elin = board()
    assert "Sunniva" not in json.dumps(elin.state["board"])
    assert ask(elin, "names", on=True)["ok"]
    assert "Sunniva" in json.dumps(elin.state["board"])


def test_an_agreement_stands_beside_the_first_scores(revealed, board, ask):
    elin = board()
    item = elin.state["board"]["agenda"][0]["items"][0]
    at = {"profile": item["profile"], "criterion": item["criterion"]}
    assert ask(elin, "agree", **at, score=3, reason="One flow, told twice.")["ok"]
    kept = next(i for i in elin.state["board"]["agenda"][0]["items"] if i["criterion"] == item["criterion"])
    assert (kept["agreed"]["value"], kept["values"]) == (3, [1, 4, 4, 4])
    assert set(elin.frame["score"]) == {1.0, 4.0}


def test_a_decision_is_the_boards_value(revealed, board, ask):
    elin = board()
    profile = elin.state["board"]["agenda"][0]["profile"]
    said = {"profile": profile, "decision": "hold", "reason": "Ask first.", "open_questions": ["Which part was yours?"]}
    assert ask(elin, "decide", **said)["ok"]
    assert (elin.value[profile]["decision"], elin.value[profile]["practice"]) == ("hold", True)


def test_a_rater_decides_nothing(revealed, board, ask):
    kofi = board("kofi")
    reply = ask(kofi, "decide", profile="p1", decision="advance", reason="Mine.")
    assert not reply["ok"]
    assert "Elin Marsh" in reply["message"]


def test_numbers_come_when_asked_for_with_interval_and_n(reveal, board, ask):
    reveal(pilot=["p1"], main=["p2", "p12"])
    elin = board()
    assert "statistics" not in elin.state
    told = ask(elin, "statistics")
    assert [row["letter"] for row in told["rows"]] == list("ABCDEFH")
    overall = told["overall"]
    assert (overall["n"], overall["raters"]) == (3, 4)
    assert overall["low"] < overall["value"] < overall["high"]


def test_there_is_nothing_to_count_before_a_reveal(board, ask):
    assert "before a reveal" in ask(board(), "statistics")["message"]


def test_every_export_of_the_record_is_listed_with_its_digest(revealed, board, ask, tmp_path):
    elin = board()
    assert ask(elin, "write_record")["ok"]
    until(lambda: elin.state["exports"], "the export on the board")
    [export] = elin.state["exports"]
    assert hashlib.sha256(Path(tmp_path, export["file"]).read_bytes()).hexdigest() == export["sha256"]
    assert export["log"]
    assert export["event"]


def test_a_lost_key_is_given_up_with_a_reason(meeting, board, ask, tmp_path):
    fill(meeting("kofi"), "p1")
    for rater in RATERS[:2]:
        fill(meeting(rater), "p1")
    [key] = [path for path in tmp_path.rglob("*") if path.is_file() and "kofi" in str(path) and "keys" in str(path)]
    key.unlink()
    elin = board()
    assert ask(elin, "reveal", round="pilot", reason="Kofi's machine is at the repair shop.")["ok"]
    told = next(p for p in elin.state["people"] if p["id"] == "kofi")["rounds"]["pilot"]["opened"]
    assert (told, elin.state["board"]["opened"][0]["opened"]) == ("waiting", 2)
    assert not ask(elin, "key_lost", round="pilot", person="kofi", reason="")["ok"]
    assert ask(elin, "key_lost", round="pilot", person="kofi", reason="The disk is gone.")["ok"]
    assert {"name": "Kofi Asante-Bell", "state": "lost"} in elin.state["board"]["opened"][0]["missing"]
