"""A rater's side: what is taken, what is refused and why, and what is still there after a restart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.calibration.session import Session
from workbench.errors import BadScore, NotAllowed, StoreError

QUOTE = {"text": "on call one week in five", "page": 1, "line": "p1l9", "start": 0, "end": 24, "by": "program"}


def cell(session: Session, profile: str, criterion: str) -> dict[str, Any]:
    mine = session.state_for()["mine"]
    found = [c for s in mine["sheets"] if s["profile"] == profile for c in s["cells"] if c["criterion"] == criterion]
    assert found
    return dict(found[0])


def test_a_score_is_there_with_what_it_stands_on(table: Any) -> None:
    aiko = table["aiko"]
    saved = aiko.score("p1", "queues", 4, quotes=[QUOTE], reason="Owned it.")
    held = cell(aiko, "p1", "queues")
    assert (held["scored"], held["value"], held["quotes"], held["reason"]) == (True, 4, [QUOTE], "Owned it.")
    assert (held["event"], held["at"]) == (saved.event, saved.at)
    assert aiko.state_for()["saved"] == saved.to_dict()


@pytest.mark.parametrize("value", [0, 6, -1, 3.0, 2.5, float("nan"), True, "4", [4]])
def test_a_value_outside_the_scale_is_refused(table: Any, value: Any) -> None:
    with pytest.raises(BadScore, match="1 to 5"):
        table["aiko"].score("p1", "queues", value, reason="because")
    assert not cell(table["aiko"], "p1", "queues")["scored"]


def test_a_number_needs_a_quote_or_a_reason_and_no_evidence_needs_neither(table: Any) -> None:
    aiko = table["aiko"]
    with pytest.raises(BadScore, match="quote or a reason"):
        aiko.score("p1", "queues", 3)
    with pytest.raises(BadScore):
        aiko.score("p1", "queues", 3, reason="   ")
    aiko.score("p1", "queues", None)
    held = cell(aiko, "p1", "queues")
    assert (held["scored"], held["value"]) == (True, None)
    with pytest.raises(BadScore):
        aiko.score("p1", "queues", 3)
    aiko.score("p1", "queues", 3, quotes=[QUOTE])
    assert cell(aiko, "p1", "queues")["value"] == 3


def test_a_quote_can_wait_for_its_number(table: Any) -> None:
    aiko = table["aiko"]
    aiko.attach("p1", "queues", QUOTE)
    assert not cell(aiko, "p1", "queues")["scored"]
    assert aiko.state_for()["people"][2]["rounds"]["pilot"]["scores"] == 0
    aiko.score("p1", "queues", 4)
    assert cell(aiko, "p1", "queues")["quotes"] == [QUOTE]
    with pytest.raises(BadScore):
        aiko.detach("p1", "queues", QUOTE)
    aiko.explain("p1", "queues", "Owned it.")
    aiko.detach("p1", "queues", QUOTE)
    held = cell(aiko, "p1", "queues")
    assert (held["value"], held["quotes"], held["reason"]) == (4, [], "Owned it.")


def test_the_same_click_sent_twice_is_one_event(table: Any) -> None:
    aiko = table["aiko"]
    first = aiko.score("p1", "queues", 4, reason="because", request="click-1")
    aiko.score("p1", "queues", 2, reason="because", request="click-2")
    assert table.join("aiko").score("p1", "queues", 4, reason="because", request="click-1") == first
    assert cell(aiko, "p1", "queues")["value"] == 2
    with pytest.raises(StoreError, match="other content"):
        aiko.score("p1", "queues", 5, reason="because", request="click-1")
    with pytest.raises(StoreError, match="other content"):
        aiko.submit("pilot", request="click-1")


def test_undo_gives_back_what_was_there(table: Any) -> None:
    aiko = table["aiko"]
    aiko.score("p1", "queues", 4, reason="first")
    aiko.score("p1", "queues", 2, reason="second")
    aiko.recommend("p1", "hold", "unsure")
    aiko.undo()
    assert aiko.state_for()["mine"]["sheets"][0]["recommendation"] is None
    aiko.undo()
    assert (cell(aiko, "p1", "queues")["value"], cell(aiko, "p1", "queues")["reason"]) == (4, "first")
    aiko.undo()
    assert not cell(aiko, "p1", "queues")["scored"]
    assert not aiko.state_for()["mine"]["can_undo"]
    with pytest.raises(NotAllowed, match="nothing to undo"):
        aiko.undo()


def test_a_round_is_handed_in_whole(table: Any) -> None:
    aiko = table["aiko"]
    with pytest.raises(NotAllowed, match="Profile 1: A, B and the recommendation"):
        aiko.submit("pilot")
    aiko.score("p1", "queues", 4, reason="because")
    aiko.score("p1", "storage", None)
    with pytest.raises(NotAllowed, match="Profile 1: the recommendation"):
        aiko.submit("pilot")
    with pytest.raises(BadScore, match="reason"):
        aiko.recommend("p1", "hold", "")
    aiko.recommend("p1", "hold", "Ask who was paged.")
    assert aiko.state_for()["mine"]["rounds"]["pilot"]["can_submit"]
    saved = aiko.submit("pilot")
    handed_in = aiko.state_for()["mine"]["rounds"]["pilot"]["submitted"]
    assert handed_in["seal"].replace(" ", "") == saved.hash[:16]
    aiko.score("p1", "queues", 5, reason="on second thoughts")
    assert table.maria.state_for()["rounds"][0]["submitted"] == 1
    aiko.undo()
    with pytest.raises(NotAllowed, match="Change the score"):
        aiko.undo()


def test_the_same_scores_are_there_after_a_restart_and_in_a_second_browser(table: Any) -> None:
    table.fill("aiko", lambda profile, criterion: None if criterion == "queues" else 4)
    again = table.join("aiko")
    before, after = table["aiko"].state_for(), again.state_for()
    assert before["mine"] == after["mine"]
    assert {**before, "clock": 0} == {**after, "clock": 0}
    assert again.my_scores()["value"].notna().sum() == 4
    again.score("p2", "queues", 1, reason="in the second browser")
    assert cell(table["aiko"], "p2", "queues")["value"] == 1


def test_profiles_come_in_another_order_for_each_rater(seat: Callable[..., Any]) -> None:
    profiles = [{"id": f"p{n}", "number": n, "file": f"{n}.pdf"} for n in range(1, 8)]
    table = seat(profiles=profiles)
    orders = [tuple(session.order()) for session in table.raters.values()]
    assert len(set(orders)) == 3
    assert {order[0] for order in orders} == {"p1"}  # the pilot is everyone's first
    assert orders[0] == tuple(table.join("tomas").order())


def test_next_is_the_first_open_cell_in_the_raters_own_order(table: Any) -> None:
    aiko = table["aiko"]
    assert aiko.state_for()["mine"]["next"] == {"round": "pilot", "profile": "p1", "criterion": "queues"}
    aiko.score("p1", "queues", 4, reason="because")
    aiko.score("p1", "storage", 4, reason="because")
    assert aiko.state_for()["mine"]["next"] == {"round": "pilot", "profile": "p1", "criterion": None}
    aiko.recommend("p1", "hold", "because")
    assert aiko.state_for()["mine"]["next"]["profile"] == aiko.order()[1]


def test_who_does_not_score_cannot(table: Any) -> None:
    with pytest.raises(NotAllowed, match="not scoring"):
        table.maria.score("p1", "queues", 3, reason="because")
    table.maria.facilitator_scores(True)
    table.maria.score("p1", "queues", 3, reason="because")
    assert table.maria.state_for()["mine"]["rounds"]["pilot"]["scored"] == 1
    with pytest.raises(NotAllowed, match="stay in"):
        table.maria.facilitator_scores(False)


@pytest.mark.parametrize(("profile", "criterion"), [("p9", "queues"), ("p1", "speed"), ("p1", "calm")])
def test_what_is_not_asked_for_cannot_be_scored(table: Any, profile: str, criterion: str) -> None:
    with pytest.raises(NotAllowed):
        table["aiko"].score(profile, criterion, 3, reason="because")


def test_a_stranger_gets_no_handle(table: Any) -> None:
    with pytest.raises(NotAllowed, match="not on this panel"):
        table.join("eve")


def test_only_the_facilitator_runs_the_meeting(table: Any) -> None:
    aiko = table["aiko"]
    for act in (
        lambda: aiko.reveal(reason="now"),
        lambda: aiko.names(True),
        lambda: aiko.clock("start"),
        lambda: aiko.agree("p1", "queues", 3, "x"),
        lambda: aiko.differ("p1", "queues", "x"),
        lambda: aiko.decide("p1", "hold", "x"),
        lambda: aiko.change_anchor("queues", 3, "x"),
        lambda: aiko.findings("p1", []),
    ):
        with pytest.raises(NotAllowed, match="Maria"):
            act()


def test_screens_can_only_do_what_people_do(table: Any) -> None:
    aiko = table["aiko"]
    args = {"profile": "p1", "criterion": "queues", "value": 4, "reason": "because"}
    done = aiko.do("score", args, request="r1")
    assert done == aiko.do("score", args, request="r1")
    assert done["event"] == done["version"]
    for verb, wrong in (("scores", {}), ("_seal", {}), ("log_export", {}), ("score", {"profil": "p1"})):
        with pytest.raises(NotAllowed):
            aiko.do(verb, wrong, request="r2")


def test_marks_are_asked_for_and_kept_sealed(table: Any) -> None:
    aiko = table["aiko"]
    aiko.marks("p2")
    assert aiko.state_for()["mine"]["marks"] == ["p2"]
    assert table.maria.store.events("s-1")[-1].kind == "sealed"


def test_the_clock_runs_pauses_and_moves_on(table: Any) -> None:
    for act in ("start", "pause", "next", "start"):
        table.maria.clock(act)
    clock = table["aiko"].state_for()["clock"]
    assert (clock["part"], clock["running"], clock["total_min"]) == (1, True, 45)
    assert clock["parts"][0]["elapsed_s"] > 0
    with pytest.raises(NotAllowed):
        table.maria.clock("stop")
