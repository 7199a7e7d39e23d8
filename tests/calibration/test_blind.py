"""Before the reveal, nothing that others get tells what a rater scored: two meetings that differ only in one rater's
scores look the same to everybody else. After the reveal they do not (else this test would see nothing at all)."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from typing import Any

ONE: dict[str, Any] = {"queues": 1, "storage": None}
OTHER: dict[str, Any] = {"queues": 5, "storage": 4}
SECRETS = ("aurochs", "zebu")


def play(table: Any, values: dict[str, Any], verdict: str, word: str, frames: dict[str, list[str]]) -> None:
    """Ben scores in his own way; everyone's state is kept after each of his acts."""

    def keep() -> None:
        for actor in ("maria", "tomas", "aiko"):
            frames[actor].append(hidden(table[actor].state_for()))

    ben = table["ben"]
    for round in ("pilot", "main"):
        for profile, criterion in ben.meeting.rounds[round].cells:
            ben.attach(profile, criterion, {"text": f"{word} in the quote", "page": 1})
            ben.score(profile, criterion, values[criterion], reason=f"{word} in the reason")
            keep()
        for profile in ben.meeting.rounds[round].profiles:
            ben.marks(profile)
            ben.recommend(profile, verdict, f"{word} in the recommendation")
            keep()
        ben.score("p1" if round == "pilot" else "p2", "queues", values["queues"], reason=f"{word} again")
        ben.undo()
        ben.submit(round)
        keep()


def hidden(value: Any) -> str:
    """Spell a value out with digests, and the viewer's own seal, blanked."""
    return re.sub(r"[0-9a-f]{16,}|([0-9a-f]{4} ){3}[0-9a-f]{4}", "#", json.dumps(value, sort_keys=True))


def rows(table: Any) -> list[tuple[Any, ...]]:
    """Everything another rater or the facilitator can select: the log, and the sizes of what lies beside it."""
    with sqlite3.connect(table.path) as connection:
        log = connection.execute("SELECT seq, at, session, actor, kind, payload FROM events ORDER BY seq").fetchall()
        beside = connection.execute(
            "SELECT seq, session, text, length(salt), length(content), erased_at FROM apart ORDER BY seq, text"
        ).fetchall()
    connection.close()
    return [tuple(hidden(cell) for cell in row) for row in (*log, *beside)]


def meet(table: Any, values: dict[str, Any], verdict: str, word: str) -> tuple[dict[str, list[str]], Any, bytes]:
    frames: dict[str, list[str]] = {"maria": [], "tomas": [], "aiko": []}
    for actor in ("aiko", "tomas"):
        table.fill(actor)
    play(table, values, verdict, word, frames)
    selected = rows(table)
    files = b"".join(f.read_bytes() for f in table.path.parent.iterdir() if f.is_file())
    return frames, selected, files


def test_two_meetings_that_differ_in_one_raters_scores_look_the_same(seat: Callable[..., Any]) -> None:
    first, second = seat(profiles=PROFILES), seat(profiles=PROFILES)
    one = meet(first, ONE, "not_now", SECRETS[0])
    other = meet(second, OTHER, "advance", SECRETS[1])
    for actor in ("maria", "tomas", "aiko"):
        assert one[0][actor] == other[0][actor]
        assert len(one[0][actor]) > 10
    assert one[1] == other[1]
    for table in (first, second):
        table.maria.reveal()
    shown = [hidden(table["aiko"].state_for()) for table in (first, second)]
    assert shown[0] != shown[1]
    assert SECRETS[0] in shown[0]


def test_no_file_but_the_key_files_helps_before_the_reveal(seat: Callable[..., Any]) -> None:
    table = seat(profiles=PROFILES)
    _, _, files = meet(table, OTHER, "advance", SECRETS[0])
    assert SECRETS[0].encode() not in files
    keys = [f.read_text() for f in (table.path.parent / "keys" / "s-1").glob("ben.*.key")]
    assert len(keys) == 2
    for key in keys:
        assert bytes.fromhex(json.loads(key)["key"]) not in files
        assert json.loads(key)["key"].encode() not in files


def test_the_log_counts_and_says_nothing_else(table: Any) -> None:
    table.fill("ben", lambda profile, criterion: 1)
    sealed = [e.payload for e in table.maria.store.events("s-1", actor="ben") if e.kind == "sealed"]
    assert {frozenset(said) for said in sealed} == {
        frozenset({"round", "n", "key", "sealed", "commitment", "scores", "of", "profiles"})
    }
    contents = table.maria.store.apart([said["sealed"]["$apart"] for said in sealed])
    assert {len(content) for content in contents.values()} == {8192}


def test_the_facilitators_handle_cannot_open_a_sealed_entry_with_what_the_store_holds(table: Any) -> None:
    table.fill("ben", lambda profile, criterion: 1)
    round = table.maria.meeting.rounds["pilot"]
    assert round.seat("ben").published == {}
    assert table.maria._opened_entries(round, "ben") == {}
    assert table["aiko"]._opened_entries(table["aiko"].meeting.rounds["pilot"], "ben") == {}


def test_names_and_letters_do_not_meet_while_names_are_off(table: Any) -> None:
    table.fill_all()
    table.maria.reveal()
    board = json.dumps(table.maria.state_for()["board"]["agenda"] + table.maria.state_for()["board"]["matrix"])
    assert not any(name in board for name in ("Tomas", "Aiko", "Ben", '"aiko"', '"ben"'))
    assert '"mine"' not in board
    own = json.dumps(table["aiko"].state_for()["board"]["matrix"])
    assert own.count('"mine": true') == 2
    table.maria.names(True)
    assert '"Aiko"' in json.dumps(table.maria.state_for()["board"]["matrix"])


def test_findings_about_files_go_to_the_facilitator_alone(table: Any) -> None:
    found = [{"kind": "hidden_text", "page": 1, "text": "words in white", "why": "do not show on the page"}]
    table.maria.findings("p2", found)
    assert table.maria.state_for()["findings"] == {"p2": found}
    assert "words in white" not in json.dumps(table["aiko"].state_for())


PROFILES = [{"id": f"p{n}", "number": n, "file": f"/profiles/{n}.pdf"} for n in range(1, 5)]
