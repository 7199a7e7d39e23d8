"""`RubricScoring` without a browser: whose scores it holds, what it stores, what it tells after a reveal."""

from __future__ import annotations

import json

import pytest

from tests.browser.driver import until
from tests.widgets.filling import play
from workbench.widgets import RubricScoring

QUOTE = {"text": "On call one week in four", "page": 1, "line": "p1l9", "start": 0, "end": 24, "by": "person"}


@pytest.fixture
def sheet(meeting, shown):
    """Give somebody's score sheet."""
    return lambda actor="tobias": shown(RubricScoring(meeting(actor)))


def cell(widget, criterion, profile="p1"):
    one = next(s for s in widget.state["mine"]["sheets"] if s["profile"] == profile and s["open"])
    return next(c for c in one["cells"] if c["criterion"] == criterion)


def criteria(widget):
    return [one["id"] for one in widget.state["criteria"] if one["scored_from_profile"]]


def test_a_score_is_stored_and_shown(sheet, ask):
    tobias = sheet()
    reply = ask(tobias, "score", profile="p1", criterion="half-done-work", value=4, reason="A retry with a limit.")
    assert reply["ok"]
    assert reply["event"]
    assert (cell(tobias, "half-done-work")["value"], tobias.value["p1", "half-done-work"]) == (4, 4)
    [row] = tobias.frame.to_dict("records")
    assert (row["criterion"], row["value"], row["reason"]) == ("half-done-work", 4, "A retry with a limit.")


def test_a_number_without_words_is_refused_with_a_sentence(sheet, ask):
    tobias = sheet()
    reply = ask(tobias, "score", profile="p1", criterion="half-done-work", value=4)
    assert not reply["ok"]
    assert "quote or a reason" in reply["message"]
    assert not cell(tobias, "half-done-work")["scored"]


def test_no_evidence_needs_no_words(sheet, ask):
    tobias = sheet()
    assert ask(tobias, "score", profile="p1", criterion="half-done-work", value=None)["ok"]
    assert tobias.value == {("p1", "half-done-work"): None}


def test_a_quote_alone_is_enough(sheet, ask):
    tobias = sheet()
    assert ask(tobias, "score", profile="p1", criterion="running-in-production", value=3, quotes=[QUOTE])["ok"]
    assert [quote["text"] for quote in cell(tobias, "running-in-production")["quotes"]] == [QUOTE["text"]]


def test_what_the_program_found_comes_when_asked_for(sheet, ask):
    """Quotes that nobody asked for would steer every rater to the same words."""
    tobias = sheet()
    assert tobias.state["found"] == {} == tobias.state["cannot"]
    ask(tobias, "marks", profile="p1")
    until(lambda: tobias.state["found"]["p1"], "the profile to be read", 60)
    assert tobias.state["reading"] == []
    found = tobias.state["found"]["p1"]
    assert set(found) <= set(criteria(tobias)) | {one["id"] for one in tobias.state["criteria"]}
    assert all(quote["by"] == "program" and quote["text"] for quotes in found.values() for quote in quotes)


def test_a_profile_that_cannot_be_read_is_named_with_its_reason(meeting, sheet, monkeypatch):
    session = meeting("tobias")
    monkeypatch.setattr(type(session), "profile_file", lambda self, profile: None)
    tobias = sheet()
    until(lambda: len(tobias.state["cannot"]) == 3, "the reasons")
    assert tobias.state["cannot"]["p1"] == "This profile was erased at the person's wish."


def test_other_people_are_counts_before_the_reveal(meeting, sheet):
    """Two panels that differ only in one person's scores look the same to everybody else."""
    kofi = meeting("kofi")
    kofi.score("p1", "half-done-work", 5, reason="A word that only Kofi wrote: heliotrope.")
    tobias = sheet()
    told = next(one for one in tobias.state["people"] if one["name"] == "Kofi Asante-Bell")
    assert told["rounds"]["pilot"]["scores"] == 1
    assert "heliotrope" not in json.dumps(tobias.state)
    assert tobias.value == {}


def test_who_facilitates_does_not_score_unless_they_say_so(sheet, ask):
    elin = sheet("elin")
    assert elin.state["mine"] is None
    assert ask(elin, "facilitator_scores", on=True)["ok"]
    assert next(one["profile"] for one in elin.state["mine"]["sheets"]) == "p1"


def test_a_mended_anchor_stands_beside_the_words_it_was_scored_under(meeting, sheet):
    elin, tobias = meeting("elin"), meeting("tobias")
    before = next(c for c in tobias.state_for()["criteria"] if c["id"] == "half-done-work")["anchors"]["profile"][3]
    play(meeting, {"pilot": ["p1"]}, lambda rater, profile: (4, "hold"))
    elin.change_anchor("half-done-work", 4, "Other words.")
    elin.change_anchor("half-done-work", 4, "Other words again.")
    widget = sheet()
    again = next(one for one in widget.state["mine"]["sheets"] if one["round"].startswith("again"))
    assert [c["earlier"]["value"] for c in again["cells"]] == [4]
    assert widget.state["mended"] == {
        "half-done-work": [{"level": 4, "before": before, "now": "Other words again."}],
    }


def test_beside_the_panel_is_told_to_that_person_with_its_interval_and_only_after_a_reveal(meeting, sheet):
    widget = sheet()
    assert widget.state["mine"]["beside"] is None
    shift = {"p1": 0, "p2": 1, "p12": 0}
    given = lambda rater, profile: ((1 if rater == "tobias" else 3) + shift[profile], "hold")  # noqa: E731
    play(meeting, {"pilot": ["p1"], "main": ["p2", "p12"]}, given)
    until(lambda: (widget.state["mine"]["beside"] or {}).get("profiles") == 3, "the comparison over all three")
    told = widget.state["mine"]["beside"]
    assert (told["points"], told["profiles"]) == (-2, 3)
    assert told["low"] <= told["points"] <= told["high"]
    assert "below the others" in told["words"]
    assert json.dumps(told) not in json.dumps(sheet("kofi").state), "it is nobody else's to see"


def test_nothing_but_its_own_verbs_can_be_asked_for(sheet, ask):
    tobias = sheet()
    for name in ("reveal", "decide", "change_anchor", "close", "frame"):
        assert not ask(tobias, name)["ok"]
    assert repr(tobias) == "RubricScoring(session='practice', actor='tobias')"
