"""After the reveal: one profile after the other, everything that is settled can be unsettled, first scores stay."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from workbench.errors import BadScore, NotAllowed, StoreError


@pytest.fixture
def revealed(table: Any) -> Any:
    table.fill("tomas", lambda profile, criterion: 1 if (profile, criterion) == ("p3", "queues") else 3)
    table.fill("aiko", lambda profile, criterion: 5 if (profile, criterion) == ("p3", "queues") else 3)
    table.fill("ben", lambda profile, criterion: None if (profile, criterion) == ("p2", "storage") else 4)
    table.maria.reveal()
    table.maria.reveal()
    return table


def board(table: Any) -> dict[str, Any]:
    return dict(table["aiko"].state_for()["board"])


def test_the_agenda_goes_by_profile_and_worth(revealed: Any) -> None:
    turns = board(revealed)["agenda"]
    assert [turn["profile"] for turn in turns] == ["p3", "p2", "p1", "p4"]
    item = turns[0]["items"][0]
    assert (item["number"], item["values"], item["apart"], item["why"]) == (1, [1, 4, 5], "4 apart", "must, 4 apart")
    assert [side["label"] for side in item["sides"]] == ["Scored 1", "Scored 4 or 5"]
    assert turns[1]["items"][0]["apart"] == "no evidence beside a 3"
    assert [side["label"] for side in turns[1]["items"][0]["sides"]] == ["No evidence", "Scored 3"]
    assert board(revealed)["current"] == "p3"
    assert board(revealed)["within"] == {"cells": 8, "within_one": 7}


def test_an_agreed_score_stands_beside_the_first_ones(revealed: Any) -> None:
    before = revealed.maria.scores()
    revealed.maria.agree("p3", "queues", 4, "Two positions, and a number.")
    row = revealed.maria.matrix().set_index(["unit", "criterion"]).loc[("p3", "queues")]
    assert (row["scores"], row["agreed"], row["reason"]) == ([1, 4, 5], 4, "Two positions, and a number.")
    assert revealed.maria.scores().equals(before)
    revealed.maria.differ("p3", "queues", "We read the words in two ways.")
    item = board(revealed)["agenda"][0]["items"][0]
    assert item["agreed"] is None
    assert item["differs"]["why"] == "We read the words in two ways."
    assert item["discussed"]


def test_a_profile_is_decided_before_the_next_is_opened(revealed: Any) -> None:
    revealed.maria.discussed("p3", "queues")
    for act in (
        lambda: revealed.maria.open_profile("p2"),
        lambda: revealed.maria.agree("p2", "storage", 3, "x"),
        lambda: revealed.maria.decide("p2", "hold", "x"),
    ):
        with pytest.raises(NotAllowed, match="Profile 3 is on the table"):
            act()
    revealed.maria.decide("p3", "advance", "The ledger work is shown.")
    revealed.maria.open_profile("p2")
    assert board(revealed)["current"] == "p2"


def test_the_pilot_may_stay_open_while_others_are_decided(revealed: Any) -> None:
    revealed.maria.open_profile("p1")
    revealed.maria.agree("p3", "queues", 4, "x")
    assert board(revealed)["current"] == "p3"


def test_every_step_can_be_undone(revealed: Any) -> None:
    maria = revealed.maria
    shown = [json.dumps(board(revealed)["matrix"])]
    maria.agree("p3", "queues", 4, "first")
    maria.agree("p3", "queues", 3, "second")
    maria.decide("p3", "hold", "Ask who was paged.")
    assert board(revealed)["decisions"]["p3"]["decision"] == "hold"
    maria.undo()
    assert board(revealed)["decisions"] == {}
    maria.undo()
    assert board(revealed)["agenda"][0]["items"][0]["agreed"]["value"] == 4
    maria.undo(request="u")
    assert maria.undo(request="u").event == maria.state_for()["version"]
    assert json.dumps(board(revealed)["matrix"]) == shown[0]
    assert not board(revealed)["can_undo"]


def test_reasons_are_needed(revealed: Any) -> None:
    for act in (
        lambda: revealed.maria.agree("p3", "queues", 4, " "),
        lambda: revealed.maria.differ("p3", "queues", ""),
        lambda: revealed.maria.decide("p3", "hold", ""),
        lambda: revealed.maria.decide("p3", "perhaps", "x"),
        lambda: revealed.maria.decide("p3", "hold", "x", by="next week"),
    ):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(BadScore):
        revealed.maria.agree("p3", "queues", 9, "x")


def test_a_live_decision_names_who_speaks_to_the_candidate_and_by_when(seat: Callable[..., Any]) -> None:
    table = seat(mode="live")
    table.fill_all()
    table.maria.reveal()
    with pytest.raises(NotAllowed, match="who speaks to the candidate"):
        table.maria.decide("p1", "hold", "Ask who was paged.")
    table.maria.decide(
        "p1",
        "hold",
        "Ask who was paged.",
        speaks_to_candidate="Maria",
        by="2026-11-28",
        open_questions=["Who was paged?", " "],
    )
    decision = board(table)["decisions"]["p1"]
    assert (decision["speaks_to_candidate"], decision["by"]) == ("Maria", "2026-11-28")
    assert decision["open_questions"] == ["Who was paged?"]
    assert not decision["practice"]


def test_a_practice_decision_says_that_it_is_one(revealed: Any) -> None:
    revealed.maria.decide("p3", "advance", "x")
    assert board(revealed)["decisions"]["p3"]["practice"]
    assert revealed.maria.decisions()["practice"].all()
    assert revealed.maria.state_for()["mode"] == "practice"


def test_nothing_is_discussed_before_its_reveal(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    with pytest.raises(NotAllowed, match="Profile 3 is still sealed"):
        table.maria.agree("p3", "queues", 3, "x")


def test_a_step_sent_twice_is_one_event(revealed: Any) -> None:
    first = revealed.maria.agree("p3", "queues", 4, "because", request="r")
    revealed.maria.decide("p3", "hold", "x")
    assert revealed.maria.agree("p3", "queues", 4, "because", request="r") == first
    with pytest.raises(StoreError, match="other content"):
        revealed.maria.agree("p3", "queues", 4, "for another reason", request="r")


def test_the_hiring_manager_is_asked_last(table: Any) -> None:
    people = table.maria.state_for()["people"]
    assert [p["id"] for p in sorted(people, key=lambda p: p["asked"])] == ["maria", "aiko", "ben", "tomas"]
    assert [p["id"] for p in people] == ["maria", "tomas", "aiko", "ben"]


def test_everything_decided_ends_the_meeting(revealed: Any) -> None:
    assert revealed.maria.state_for()["phase"] == "discussing"
    for turn in board(revealed)["agenda"]:
        revealed.maria.decide(turn["profile"], "hold", "because")
    assert revealed.maria.state_for()["phase"] == "decided"
    assert board(revealed)["current"] is None
