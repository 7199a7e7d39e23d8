"""The reveal: for all at once, held up by nobody, and what is shown is what was sealed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.calibration.sealing import Place, seal
from workbench.calibration.verifying import verify_seals
from workbench.errors import NotAllowed, Sealed
from workbench.store import Apart


def test_nobody_reads_scores_before_the_reveal(table: Any) -> None:
    table.fill_all()
    for actor in ("maria", "aiko"):
        for ask in ("scores", "recommendations", "matrix", "agenda", "decisions", "agreement"):
            with pytest.raises(Sealed, match="sealed"):
                getattr(table[actor], ask)()
        assert table[actor].state_for()["board"] is None


def test_everyone_sees_the_same_scores_after_it(table: Any) -> None:
    for n, actor in enumerate(table.raters):
        table.fill(actor, lambda profile, criterion, n=n: n + 2)
    table.maria.reveal()
    table.maria.reveal()
    frames = [table[actor].scores() for actor in ("maria", "tomas", "aiko", "ben")]
    assert all(frame.equals(frames[0]) for frame in frames)
    frame = frames[0]
    assert len(frame) == 3 * 4 * 2
    assert sorted(frame[frame["unit"] == "p1"]["score"].unique()) == [2, 3, 4]
    assert set(frame["rater"]) == {table.maria.meeting.people[r].letter for r in table.raters}
    assert list(frame.columns[:4]) == ["rater", "unit", "criterion", "score"]
    table.maria.names(True)
    assert set(table["ben"].scores()["rater"]) == {"Tomas", "Aiko", "Ben"}


def test_a_round_waits_for_everyone_unless_there_is_a_reason(table: Any) -> None:
    table.fill("aiko")
    table.fill("tomas")
    table["ben"].score("p1", "queues", 1, reason="as far as I got")
    with pytest.raises(NotAllowed, match="Ben has not submitted"):
        table.maria.reveal()
    state = table.maria.state_for()
    assert state["reveal"] == {
        "round": "pilot",
        "ready": False,
        "waiting": ["Ben"],
        "why": "Opens when all 3 have submitted. Waiting for 1.",
    }
    saved = table.maria.reveal(reason="Ben was called away.", request="now")
    assert table.maria.reveal(reason="Ben was called away.", request="now") == saved
    round = table.maria.state_for()["rounds"][0]
    assert (round["state"], round["reason"], round["submitted"], round["opened"]) == (
        "revealed",
        "Ben was called away.",
        2,
        3,
    )
    assert table.maria.state_for()["board"]["opened"][0]["not_submitted"] == ["Ben"]
    frame = table.maria.scores()
    assert sorted(frame["submitted"]) == [False] + [True] * 4


def test_scores_stay_as_they_were_at_the_reveal(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    with pytest.raises(NotAllowed, match="revealed"):
        table["aiko"].score("p1", "queues", 5, reason="after all")
    with pytest.raises(NotAllowed, match="revealed"):
        table["aiko"].recommend("p1", "not_now", "after all")
    with pytest.raises(NotAllowed, match="revealed"):
        table["aiko"].submit("pilot")


def test_the_reveal_records_where_every_chain_stood(table: Any) -> None:
    table.fill_all()
    heads = table.maria.store.heads("s-1")
    table.maria.reveal()
    event = next(e for e in table.maria.store.events("s-1") if e.kind == "revealed")
    assert event.payload["heads"] == heads
    assert table.maria.store.verify() == []
    assert verify_seals(table.maria.store) == []


def test_keys_come_with_the_reveal_though_no_raters_kernel_runs(table: Any) -> None:
    table.fill_all()
    for actor in list(table.raters):
        table.raters.pop(actor).close()
    table.maria.reveal()
    assert table.maria.state_for()["rounds"][0]["opened"] == 3


def other_machine(table: Any, tmp_path: Path, actor: str) -> Any:
    return table.join(actor, keys=tmp_path / "another machine")


def test_a_late_key_joins_when_it_comes(table: Any, tmp_path: Path) -> None:
    table.raters["ben"] = ben = other_machine(table, tmp_path, "ben")
    table.fill_all()
    table.maria.reveal()
    state = table.maria.state_for()
    assert state["rounds"][0]["opened"] == 2
    assert state["people"][3]["rounds"]["pilot"]["opened"] == "waiting"
    assert state["board"]["opened"][0]["missing"] == [{"name": "Ben", "state": "waiting"}]
    assert len(table.maria.scores()) == 4
    ben.refresh()  # ben's kernel sees the reveal and brings the key
    assert table.maria.state_for()["rounds"][0]["opened"] == 3
    assert len(table.maria.scores()) == 6
    assert verify_seals(table.maria.store) == []


def test_a_key_file_that_turns_up_on_the_host_is_published_by_it(table: Any, tmp_path: Path) -> None:
    table.raters["ben"] = other_machine(table, tmp_path, "ben")
    table.fill_all()
    table.maria.reveal()
    assert table.maria.state_for()["rounds"][0]["opened"] == 2
    for file in (tmp_path / "another machine" / "s-1").glob("ben.*"):
        file.rename(table.maria.keys.folder / "s-1" / file.name)
    assert table.maria.state_for()["rounds"][0]["opened"] == 3


def test_a_lost_key_voids_those_scores_for_all_to_see(table: Any, tmp_path: Path) -> None:
    table.raters["ben"] = ben = other_machine(table, tmp_path, "ben")
    table.fill_all()
    table.maria.reveal()
    ben.keys.path("s-1", "ben", "pilot").unlink()
    table.maria.key_lost("pilot", "ben", "The laptop was stolen.")
    assert table["aiko"].state_for()["people"][3]["rounds"]["pilot"]["opened"] == "lost"
    assert len(table.maria.scores()) == 4
    with pytest.raises(NotAllowed, match="No key of that person is missing"):
        table.maria.key_lost("pilot", "aiko", "x")
    assert ben.state_for()["mine"]["rounds"]["pilot"]["key"] == "missing"


def test_a_rater_who_lost_the_key_before_the_reveal_starts_over(table: Any) -> None:
    ben = table["ben"]
    ben.score("p1", "queues", 1, reason="before")
    ben.keys.path("s-1", "ben", "pilot").unlink()
    ben = table.raters["ben"] = table.join("ben")
    assert ben.state_for()["mine"]["rounds"]["pilot"]["key"] == "missing"
    with pytest.raises(NotAllowed, match="start the round over"):
        ben.score("p1", "queues", 2, reason="again")
    ben.start_over("pilot", "The file was deleted.")
    table.fill("ben", lambda profile, criterion: 5, rounds=("pilot",))
    table.fill("aiko", rounds=("pilot",))
    table.fill("tomas", rounds=("pilot",))
    table.maria.reveal()
    assert sorted(table.maria.scores()["score"]) == [3, 3, 3, 3, 5, 5]
    assert verify_seals(table.maria.store) == []
    with pytest.raises(NotAllowed):
        ben.start_over("main", "nothing was lost")


def test_a_key_file_damaged_on_the_host_does_not_stop_the_reveal(table: Any) -> None:
    table.fill_all()
    table.maria.keys.path("s-1", "ben", "pilot").write_text("{")
    table.maria.reveal()
    assert table.maria.state_for()["rounds"][0]["opened"] == 2


def rewrite(path: Path, *statements: tuple[str, tuple[Any, ...]]) -> None:
    """Do with SQL what the guards forbid."""
    with sqlite3.connect(path, isolation_level=None) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement, values in statements:
            connection.execute(statement, values)
    connection.close()


@pytest.mark.sqlite
def test_exchanged_ciphertexts_do_not_open_and_are_named(table: Any) -> None:
    table.fill_all()
    sealed = [e for e in table.maria.store.events("s-1", actor="ben") if e.kind == "sealed"]
    one, two = (e.payload["sealed"]["$apart"] for e in sealed[:2])
    with sqlite3.connect(table.path) as connection:
        rows = {
            key: (salt, content) for key, salt, content in connection.execute("SELECT key, salt, content FROM apart")
        }
    connection.close()
    update = "UPDATE apart SET salt = ?, content = ? WHERE key = ?"
    rewrite(table.path, (update, (*rows[two], one)), (update, (*rows[one], two)))
    table.maria.reveal()
    assert table.maria.state_for()["people"][3]["rounds"]["pilot"]["opened"] == "void"
    assert len(table.maria.scores()) == 4
    assert [p.seq for p in table.maria.store.verify() if p.what == "content"] == [sealed[0].seq, sealed[1].seq]
    assert [p.seq for p in verify_seals(table.maria.store)] == [sealed[0].seq, sealed[1].seq]


def test_a_score_written_into_the_log_after_the_reveal_counts_for_nothing(table: Any) -> None:
    table.fill_all()
    before = table.maria.store.events("s-1")
    table.maria.reveal()
    replayed = next(e for e in before if e.kind == "sealed" and e.actor == "ben")
    late = table.maria.store.append("s-1", "ben", "sealed", replayed.payload, request="replay")
    assert len(table.maria.scores()) == 6
    assert late.seq in {p.seq for p in verify_seals(table.maria.store)}


def test_a_replayed_score_before_the_reveal_counts_for_nothing(table: Any) -> None:
    table.fill_all()
    replayed = next(e for e in table.maria.store.events("s-1") if e.kind == "sealed" and e.actor == "ben")
    late = table.maria.store.append("s-1", "ben", "sealed", replayed.payload, request="replay")
    table.maria.reveal()
    assert len(table.maria.scores()) == 6
    assert late.seq in {p.seq for p in verify_seals(table.maria.store)}


def test_a_key_published_by_someone_else_opens_nothing_unless_it_fits(table: Any) -> None:
    table.fill_all()
    table.maria.reveal("pilot")
    table.maria.store.append(
        "s-1", "aiko", "opened", {"round": "main", "rater": "ben", "key": "00" * 32}, request="forged"
    )
    assert any(p.actor == "aiko" for p in verify_seals(table.maria.store))
    assert table.maria.state_for()["rounds"][1]["opened"] is None


def test_a_session_opened_months_later_shows_the_same(seat: Callable[..., Any]) -> None:
    table = seat()
    table.fill_all()
    table.maria.reveal()
    shown = table.maria.state_for()["board"]
    for file in (table.path.parent / "keys" / "s-1").iterdir():
        if ".pilot." in file.name:
            file.unlink()  # once published, a key is in the log
    assert table.join("maria").state_for()["board"] == shown


@pytest.mark.parametrize("kind", ["key", "sealed", "submitted", "started_over", "opened", "exported"])
@pytest.mark.parametrize("payload", [{}, {"round": "pilot"}, {"round": 3, "key": None, "n": "x", "sealed": []}])
def test_a_misshapen_event_stops_nobodys_screen(table: Any, kind: str, payload: dict[str, Any]) -> None:
    table.fill_all()
    table.maria.store.append("s-1", "ben", kind, payload, request="by hand")
    table.maria.reveal()
    assert len(table.maria.scores()) >= 4
    assert table["aiko"].state_for()["board"] is not None
    assert isinstance(verify_seals(table.maria.store), list)


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {
            "what": "cell",
            "profile": "p1",
            "criterion": "queues",
            "scored": True,
            "value": 99,
            "quotes": [],
            "reason": "",
        },
        {
            "what": "cell",
            "profile": "p9",
            "criterion": "queues",
            "scored": True,
            "value": 3,
            "quotes": [],
            "reason": "x",
        },
        {"what": "recommendation", "profile": "p1", "value": "fire", "reason": "x"},
        {"what": "recommendation", "profile": "p9", "value": "hold", "reason": "x"},
    ],
)
def test_what_a_rater_sealed_with_a_program_of_their_own_stops_nobodys_screen(
    table: Any, entry: dict[str, Any]
) -> None:
    table.fill_all()
    ben = table["ben"]
    seat = ben.meeting.rounds["pilot"].seat("ben")
    key = ben.keys.load("s-1", "ben", "pilot")
    number = seat.entries + 1
    sealed = seal(key, Place("s-1", "ben", "pilot", number), {"version": 1, "ask": "", **entry})
    payload = {
        "round": "pilot", "n": number, "key": seat.keys[-1], "sealed": Apart(sealed.ciphertext),
        "commitment": sealed.commitment, "scores": 2, "of": 2, "profiles": 1,
    }  # fmt: skip
    ben.store.append("s-1", "ben", "sealed", payload, request="by hand")
    table.maria.reveal()
    frame = table["aiko"].scores()
    assert set(frame["unit"]) == {"p1"}
    assert frame["score"].between(1, 5).all()
    assert table["aiko"].state_for()["board"] is not None
