"""A corrected anchor or map: what was scored under the old one is stale and scored again, and decisions reopen."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from workbench.errors import NotAllowed, Sealed


def mine(table: Any, actor: str) -> dict[str, Any]:
    return dict(table[actor].state_for()["mine"])


def test_a_changed_anchor_after_the_reveal_opens_a_blind_round(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    table.maria.decide("p1", "advance", "All shown.")
    table.maria.change_anchor("queues", 3, "Ran a queue for others.", reason="Two people read it differently.")
    state = table.maria.state_for()
    assert state["rubric_version"] == 2
    assert state["criteria"][0]["anchors"]["profile"][2] == "Ran a queue for others."
    assert state["rounds"][2]["cells"] == [["p1", "queues"]]
    assert state["board"]["stale"] == [
        {
            "profile": "p1",
            "label": "Profile 1",
            "criterion": "queues",
            "letter": "A",
            "version": 1,
            "now": 2,
            "round": "again-1",
        }
    ]
    decision = state["board"]["decisions"]["p1"]
    assert (decision["reopened"], decision["decision"]) == (True, "advance")
    assert state["profiles"][0]["decision"] is None
    with pytest.raises(NotAllowed, match="being scored again"):
        table.maria.decide("p1", "advance", "All shown.")
    first = table.maria.scores()
    for n, actor in enumerate(table.raters):
        sheet = next(s for s in mine(table, actor)["sheets"] if s["round"] == "again-1")
        assert sheet["cells"][0]["earlier"]["value"] == 3
        assert not sheet["needs_recommendation"]
        table[actor].score("p1", "queues", n + 3, reason="under the new anchor")
        assert len(table.maria.scores()) == len(first)  # the new ones are sealed
        table[actor].submit("again-1")
    table.maria.reveal("again-1")
    after = table.maria.scores()
    assert len(after) == len(first) + 3
    kept = after[after["event"].isin(first["event"])].set_index("event")["score"]
    assert kept.to_dict() == first.set_index("event")["score"].to_dict()
    now = after[(after["criterion"] == "queues") & after["current"]]
    assert sorted(now["score"]) == [3, 4, 5]
    assert not now["stale"].any()
    assert table.maria.state_for()["board"]["stale"] == []
    assert table.maria.state_for()["board"]["agenda"][0]["items"][0]["values"] == [3, 4, 5]
    table.maria.decide("p1", "hold", "Looked at again.")
    assert table.maria.state_for()["profiles"][0]["decision"] == "hold"


def test_sealed_scores_under_the_old_anchor_are_asked_for_again(table: Any) -> None:
    table.fill_all()
    table.maria.reveal("pilot")
    table.maria.change_anchor("queues", 3, "Ran a queue for others.")
    people = table.maria.state_for()["people"][1:]
    assert [p["rounds"]["main"]["submitted_at"] for p in people] == [None] * 3
    assert all(p["rounds"]["main"]["again"] for p in people)
    own = mine(table, "aiko")["rounds"]["main"]
    assert own["submitted"] is None
    assert (own["scored"], own["of"], len(own["missing"])) == (3, 6, 3)
    cell = next(s for s in mine(table, "aiko")["sheets"] if s["round"] == "main")["cells"][0]
    assert (cell["again"], cell["value"]) == (True, 3)
    with pytest.raises(NotAllowed, match="have not submitted"):
        table.maria.reveal("main")
    for actor in table.raters:
        for profile in ("p2", "p3", "p4"):
            table[actor].score(profile, "queues", 4, reason="under the new anchor")
        table[actor].submit("main")
    assert not any(p["rounds"]["main"]["again"] for p in table.maria.state_for()["people"][1:])
    table.maria.reveal("main")
    frame = table.maria.scores()
    kept = frame[(frame["round"] == "main") & (frame["criterion"] == "queues")]
    assert set(kept["score"]) == {4}
    assert set(kept["version"]) == {2}


def test_a_second_change_joins_the_round_that_is_still_sealed(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    table.maria.change_anchor("queues", 3, "one")
    table.fill("aiko", rounds=("again-1",))
    table.maria.change_anchor("storage", 2, "two")
    rounds = table.maria.state_for()["rounds"]
    assert [r["id"] for r in rounds] == ["pilot", "main", "again-1"]
    assert rounds[2]["cells"] == [["p1", "queues"], ["p1", "storage"]]
    assert rounds[2]["submitted"] == 0


def test_a_score_against_anchors_that_just_changed_is_not_taken(table: Any) -> None:
    table.maria.change_anchor("queues", 3, "one")
    with pytest.raises(NotAllowed, match="changed a moment ago"):
        table["aiko"].score("p1", "queues", 3, reason="x", rubric_version=1)
    table["aiko"].score("p1", "storage", 3, reason="x", rubric_version=1)
    table["aiko"].score("p1", "queues", 3, reason="x", rubric_version=2)


def test_an_interview_anchor_makes_no_profile_score_stale(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    table.maria.decide("p1", "advance", "x")
    table.maria.change_anchor("queues", 3, "Says what they did.", which="interview")
    state = table.maria.state_for()
    assert state["rubric_version"] == 2
    assert state["board"]["stale"] == []
    assert state["profiles"][0]["decision"] == "advance"
    assert [r["id"] for r in state["rounds"]] == ["pilot", "main"]


def test_nothing_changes_when_the_anchor_says_that_already(table: Any) -> None:
    with pytest.raises(NotAllowed, match="already"):
        table.maria.change_anchor("queues", 3, "queues profile 3")
    with pytest.raises(NotAllowed):
        table.maria.change_anchor("calm", 3, "x")
    with pytest.raises(NotAllowed):
        table.maria.change_anchor("queues", 6, "x")


def test_rescoring_nobody_does_can_be_closed_with_a_reason(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    table.maria.change_anchor("queues", 3, "one")
    table.maria.reveal("again-1", reason="No time today.")
    stale = table.maria.state_for()["board"]["stale"]
    assert [(s["profile"], s["round"]) for s in stale] == [("p1", None)]
    table.maria.decide("p1", "hold", "Scored under the old anchor; we look again.")


def changed_map(table: Any, **changes: Any) -> dict[str, Any]:
    new = copy.deepcopy(table.maria.map)
    new["capabilities"][0].update(changes)
    return new


def test_a_map_that_means_something_else_makes_scores_stale(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    table.maria.decide("p1", "advance", "x")
    table.maria.change_map(changed_map(table, central=["other-skill"]), reason="We meant something else.")
    state = table.maria.state_for()
    assert (state["map_version"], state["rubric_version"]) == (2, 2)
    assert [s["criterion"] for s in state["board"]["stale"]] == ["queues"]
    assert state["board"]["decisions"]["p1"]["reopened"]


def test_other_musts_reopen_decisions_and_leave_the_scores(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    table.maria.decide("p1", "advance", "x")
    table.maria.change_map(changed_map(table, importance="nice"))
    board = table.maria.state_for()["board"]
    assert board["stale"] == []
    assert "musts" in board["decisions"]["p1"]["why_reopened"]


def test_a_capability_that_is_added_is_scored_in_every_round(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    new = copy.deepcopy(table.maria.map)
    new["capabilities"].append(
        {**new["capabilities"][0], "id": "networks", "letter": "D", "name": "Networks", "anchors": {}}
    )
    table.maria.change_map(new)
    rounds = {r["id"]: r for r in table.maria.state_for()["rounds"]}
    assert rounds["again-1"]["cells"] == [["p1", "networks"]]
    assert ["p2", "networks"] in rounds["main"]["cells"]
    assert rounds["main"]["submitted"] == 0


def test_a_capability_that_is_taken_away_leaves_first_scores_in_the_table(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    before = len(table.maria.scores())
    new = copy.deepcopy(table.maria.map)
    del new["capabilities"][1]
    table.maria.change_map(new)
    assert len(table.maria.scores()) == before
    assert table.maria.scores().set_index("criterion").loc["storage", "stale"].all()
    assert [c["criterion"] for c in table.maria.state_for()["board"]["matrix"][0]["cells"]] == ["queues"]


def test_the_old_anchors_stay_where_the_map_is_the_same(table: Any) -> None:
    table.maria.change_anchor("queues", 3, "Ran a queue for others.")
    table.maria.change_map(changed_map(table, importance="should"))
    assert table.maria.state_for()["criteria"][0]["anchors"]["profile"][2] == "Ran a queue for others."


def test_rescoring_is_blind_to_the_table_too(table: Any) -> None:
    table.maria.change_anchor("queues", 3, "before anything was revealed")
    table.fill_all()
    with pytest.raises(Sealed):
        table.maria.scores()
