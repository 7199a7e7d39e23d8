"""A rater's sheet where a second person looks on: it shows nothing, takes nothing, says why, and comes back."""

from __future__ import annotations

import json

import pytest

from workbench.widgets import PanelBoard, ResumeReview, RubricScoring, _seen_by_one

WORDS = "An aurochs of a sentence."


@pytest.fixture
def people(monkeypatch):
    """Say how many people are at the kernel."""
    here = [1]
    monkeypatch.setattr(_seen_by_one, "people_here", lambda: here[0])

    def say(number):
        here[0] = number

    return say


@pytest.fixture
def sheet(meeting, shown, ask, people):
    sheet = shown(RubricScoring(meeting("tobias")))
    assert ask(sheet, "score", profile="p1", criterion="half-done-work", value=4, reason=WORDS)["ok"]
    return sheet


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("score", {"profile": "p1", "criterion": "half-done-work", "value": 2, "reason": "Seen by two."}),
        ("submit", {"round": "pilot"}),
        ("recommend", {"profile": "p1", "value": "hold", "reason": "Seen by two."}),
    ],
)
def test_it_takes_nothing_and_says_where_to_go(sheet, ask, people, verb, args):
    people(2)
    reply = ask(sheet, verb, **args)
    assert not reply["ok"]
    assert "score_tobias.ipynb" in reply["message"]
    assert "invitation" in reply["message"]
    people(1)
    ask(sheet, "look_again")
    assert sheet.value == {("p1", "half-done-work"): 4}


def test_the_second_browser_is_sent_no_word_of_the_sheet(sheet, people):
    """It asks the kernel for every widget's state before anybody has clicked anything."""
    assert WORDS in json.dumps(sheet.get_state()["state"])
    people(2)
    assert WORDS not in json.dumps(sheet.get_state()["state"])
    people(1)
    assert WORDS in json.dumps(sheet.get_state()["state"])


def test_reading_with_own_quotes_is_one_persons_too_and_the_board_is_everybodys(meeting, shown, people):
    people(2)
    assert shown(ResumeReview(meeting("tobias"))).state["several"] == 2
    assert "several" not in shown(ResumeReview(meeting("elin"))).state  # she scores nothing
    assert "several" not in shown(PanelBoard(meeting("elin"))).state


def test_where_nobody_counts_people_score():
    """Other programs run kernels too; there this cannot be known, and nobody is refused for it."""
    assert _seen_by_one.people_here() == 0
