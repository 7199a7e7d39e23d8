"""Interviews are scored like profiles: each its own job, nobody sees another's card, and evidence opens the debrief."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import intake
from workbench.calibration import (
    coverage,
    erase_profile,
    for_the_close,
    open_debrief,
    sample_debrief_session,
    scorecards,
    verify_seals,
)
from workbench.calibration.debrief import loop_of
from workbench.calibration.record import record_html
from workbench.calibration.session import Session
from workbench.errors import NotAllowed
from workbench.store import open_store

PANEL = [
    {"id": "maria", "name": "Maria", "role": "recruiter"},
    {"id": "tomas", "name": "Tomas", "role": "hiring manager"},
    {"id": "aiko", "name": "Aiko", "role": "engineer"},
]


@pytest.fixture
def the_map() -> intake.CapabilityMap:
    return intake.load("backend")


@pytest.fixture
def loop(the_map: intake.CapabilityMap) -> dict[str, list[str]]:
    """The first conversation is Aiko's, the second Tomas' and Aiko's."""
    tested = {test.round for c in the_map.capabilities for test in c.rounds if test.how == "tests"}
    testing = [r.id for r in the_map.loop if r.id in tested]
    return {testing[0]: ["aiko"], testing[1]: ["tomas", "aiko"]}


@pytest.fixture
def table(tmp_path: Path, the_map: intake.CapabilityMap, loop: dict[str, list[str]]) -> Iterator[dict[str, Session]]:
    store = open_store(tmp_path / "log.db")
    candidates = [{"id": "c1", "number": 1, "file": "/cv/1.pdf"}]
    maria = open_debrief(
        store, the_map, candidates=candidates, panel=PANEL, interviewers=loop, facilitator="maria", session="s-1"
    )
    yield {"maria": maria, **{who: Session(open_store(tmp_path / "log.db"), "s-1", who) for who in ("tomas", "aiko")}}
    store.close()


def fill(session: Session, round: str, value: int) -> None:
    for profile, criterion in session.meeting.rounds[round].cells:
        quote = {"text": f"said of {criterion}", "by": "person"}
        session.score(profile, criterion, value, quotes=[quote])
    session.recommend("c1", "advance", f"after {round}")
    session.submit(round)


def test_the_coverage_matrix_says_what_is_tested_twice_or_never(the_map: intake.CapabilityMap) -> None:
    table = coverage(the_map)
    assert list(table["letter"]) == [c.letter for c in the_map.capabilities]
    for row, capability in zip(table.to_dict("records"), the_map.capabilities, strict=True):
        tested = [t.round for t in capability.rounds if t.how == "tests"]
        assert row["tested"] == len(tested)
        assert all(row[round] == "tests" for round in tested)
    twice, never = the_map.to_dict(), the_map.to_dict()
    rounds = [r["id"] for r in twice["loop"]][:2]
    twice["capabilities"][0]["rounds"] = [{"round": id, "how": "tests"} for id in rounds]
    never["capabilities"][0]["rounds"] = []
    assert coverage(type(the_map).from_dict(twice))["told"][0] == "twice"
    assert coverage(type(the_map).from_dict(never))["told"][0] == "never"


def test_each_interviewer_gets_the_card_of_their_own_conversation(
    table: dict[str, Session], the_map: intake.CapabilityMap, loop: dict[str, list[str]]
) -> None:
    first, second = loop
    cards = {who: {s["round"] for s in table[who].state_for()["mine"]["sheets"]} for who in ("aiko", "tomas")}
    assert cards == {"aiko": {first, second}, "tomas": {second}}
    only_first = {c for _, c in table["maria"].meeting.rounds[first].cells}
    only_first -= {c for _, c in table["maria"].meeting.rounds[second].cells}
    with pytest.raises(NotAllowed):
        table["tomas"].score("c1", sorted(only_first)[0], 3, reason="not mine")
    sheet = table["tomas"].state_for()["mine"]["sheets"][0]
    asked = {c.id: c for c in the_map.capabilities}
    shown = {c["id"]: c["anchors"]["profile"] for c in table["tomas"].state_for()["criteria"]}
    for cell in sheet["cells"]:
        anchors = asked[cell["criterion"]].anchors.interview
        assert anchors is None or shown[cell["criterion"]] == list(anchors)


@pytest.mark.slow
def test_a_loop_from_the_cards_to_the_close(table: dict[str, Session], loop: dict[str, list[str]]) -> None:
    first, second = loop
    fill(table["aiko"], first, 4)
    table["aiko"].note("c1", "concern", "Afraid of being on call alone.")
    assert table["maria"].state_for()["board"] is None
    assert "on call" not in json.dumps(table["tomas"].state_for())
    with pytest.raises(NotAllowed, match=r"(have|has) not submitted"):
        table["maria"].reveal(second)
    assert table["maria"].state_for()["reveal"]["ready"]  # nobody waits for Tomas in a conversation that is not his
    table["maria"].reveal(first)
    fill(table["tomas"], second, 2)
    for profile, criterion in table["aiko"].meeting.rounds[second].cells:
        table["aiko"].score(profile, criterion, 5, reason="I saw it")
    table["aiko"].recommend("c1", "advance", "again")
    table["aiko"].submit(second)
    table["maria"].reveal(second)
    table["tomas"].note("c1", "motivation", "Wants to own a system.")
    cards = scorecards(table["maria"])
    assert set(cards["round"]) == {first, second}
    assert cards["quotes"].str.contains("said of").any()
    assert list(for_the_close(table["maria"])["about"]) == ["motivation", "concern"]
    item = table["maria"].state_for()["board"]["agenda"][0]["items"][0]
    assert item["sides"][0]["quotes"] or item["sides"][0]["reasons"]  # evidence stands in the item before names
    table["maria"].decide("c1", "advance", "shown twice", speaks_to_candidate="Maria", by="2026-12-01")
    page = record_html(table["maria"])
    assert "Afraid of being on call alone." in page
    assert table["maria"].store.verify() == []
    assert verify_seals(table["maria"].store) == []
    erase_profile(table["maria"], "c1")
    assert "on call" not in json.dumps(table["maria"].state_for())


def test_what_does_not_fit_the_map_is_refused(
    the_map: intake.CapabilityMap, loop: dict[str, list[str]], tmp_path: Path
) -> None:
    with pytest.raises(NotAllowed, match="no conversation “coffee”"):
        loop_of(the_map, {"coffee": ["aiko"]})
    store = open_store(tmp_path / "log.db")
    candidates = [{"id": "c1", "number": 1, "file": "x"}]
    with pytest.raises(NotAllowed, match="zoe"):
        open_debrief(
            store,
            the_map,
            candidates=candidates,
            panel=PANEL,
            interviewers={next(iter(loop)): ["zoe"]},
            facilitator="maria",
        )
    store.close()


def test_a_note_is_of_one_of_three_kinds_and_says_something(table: dict[str, Session]) -> None:
    with pytest.raises(NotAllowed, match="motivation, a concern or an objection"):
        table["aiko"].note("c1", "gossip", "x")  # type: ignore[arg-type]
    with pytest.raises(NotAllowed, match="few words"):
        table["aiko"].note("c1", "concern", "  ")


def test_a_debriefs_clock_has_its_own_parts_ten_minutes_a_candidate(tmp_path):
    clock = sample_debrief_session(folder=tmp_path).state_for()["clock"]
    assert [(part["title"], part["minutes"]) for part in clock["parts"]] == [
        ("Look at the evidence", 3), ("Talk about the differences", 4), ("Decide", 2), ("Plan the close", 1)
    ]  # fmt: skip
