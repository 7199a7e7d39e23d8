"""Someone with a SQL prompt changes the log. Each way must show in the audit, with the first broken event."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workbench.cli.audit import app
from workbench.store import Apart, Store, open_store
from workbench.store._schema import GUARDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "log.db")
    for n in range(1, 5):
        for actor in ("ana", "ben"):
            store.append("s", actor, "said", {"n": n, "why": Apart(f"reason {n}")}, request=f"r{n}")
    store.append("s", "maria", "revealed", {"heads": store.heads("s"), "round": "main", "keys": {}}, request="r")
    store.append("t", "maria", "said", {"n": 1}, request="r")
    store.close()
    return tmp_path / "log.db"


def tamper(path: Path, *statements: str, guards: bool = False) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    kept = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    for name in kept:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for sql in [] if guards else kept.values():
        connection.execute(sql)
    connection.close()


def problems(path: Path) -> list[tuple[int | None, str]]:
    store = open_store(path)
    found = [(p.seq, p.what) for p in store.verify()]
    store.close()
    return found


def test_an_untouched_store_is_whole(path: Path) -> None:
    assert problems(path) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET payload = '{}' WHERE seq = 3",
        "DELETE FROM events WHERE seq = 3",
        "INSERT OR REPLACE INTO events SELECT seq, at, session, actor, kind, '{}', request, prev, hash, NULL "
        "FROM events WHERE seq = 3",
        "UPDATE apart SET content = x'00' WHERE seq = 3",
        "DELETE FROM apart WHERE seq = 3",
    ],
)
def test_the_guards_forbid_it(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()
    assert problems(path) == []


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE events SET payload = replace(payload, '\"n\":2', '\"n\":9') WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET payload = ' ' || payload WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET payload = '[]' WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET kind = 'other' WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET request = 'other' WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET actor = 'ben2' WHERE seq = 3", (3, "chain")),
        ("UPDATE events SET prev = '' WHERE seq = 3", (3, "chain")),
        ("UPDATE events SET hash = 'x' WHERE seq = 3", (3, "hash")),
        ("DELETE FROM events WHERE seq = 3", (3, "gap")),
        ("DELETE FROM events WHERE seq = 1", (1, "gap")),
        ("DELETE FROM events WHERE seq = 10", (None, "file")),
        ("UPDATE apart SET content = x'00' WHERE seq = 3", (3, "content")),
        ("UPDATE apart SET content = NULL, salt = NULL WHERE seq = 3", (3, "content")),
        ("DELETE FROM apart WHERE seq = 3", (3, "content")),
        ("UPDATE apart SET session = 't' WHERE seq = 3", (3, "content")),
    ],
)
def test_the_audit_names_the_first_broken_event(path: Path, statement: str, first: tuple[int | None, str]) -> None:
    tamper(path, statement)
    found = problems(path)
    assert first in found
    assert found[0][0] == first[0]


def test_events_that_change_places_are_found(path: Path) -> None:
    tamper(
        path,
        "UPDATE events SET seq = 1000 WHERE seq = 3",
        "UPDATE events SET seq = 3 WHERE seq = 5",
        "UPDATE events SET seq = 5 WHERE seq = 1000",
    )
    assert problems(path)[0][0] == 3


def test_a_chain_cut_off_before_a_reveal_is_found_by_its_head(path: Path) -> None:
    """All of ben's last event is taken away, and the numbers after it are closed up and hashed anew."""
    from workbench.store._canonical import event_hash

    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM events ORDER BY seq")]
    connection.close()
    rows = [row for row in rows if row["seq"] != 8]
    heads: dict[tuple[str, str], str] = {}
    fresh = []
    for seq, row in enumerate(rows, start=1):
        row = {**row, "seq": seq, "prev": heads.get((row["session"], row["actor"]), "")}
        del row["signature"], row["hash"]
        mark = event_hash(**{**row, "payload": json.loads(row["payload"])})
        heads[row["session"], row["actor"]] = mark
        fresh.append((*row.values(), mark))
    marks = "(seq, at, session, actor, kind, payload, request, prev, hash)"
    values = [str(tuple(row)).replace("\\'", "''") for row in fresh]
    tamper(
        path,
        "DELETE FROM events",
        "DELETE FROM apart WHERE seq = 8",
        *(f"INSERT INTO events {marks} VALUES {value}" for value in values),
        "UPDATE sqlite_sequence SET seq = 9",
    )
    assert (8, "head") in problems(path)


def test_a_missing_guard_is_found(path: Path) -> None:
    tamper(path, guards=True)
    store = open_store(path)
    told = " ".join(p.why for p in store.verify())
    store.close()
    assert all(name in told for name in GUARDS)


def test_the_shell_prints_the_first_broken_event(path: Path) -> None:
    run = CliRunner()
    whole = run.invoke(app, [str(path)])
    assert (whole.exit_code, json.loads(whole.stdout)) == (0, {"ok": True, "events": 10, "sessions": 2, "problems": 0})
    tamper(path, "UPDATE events SET at = 'x' WHERE seq >= 4")
    broken = run.invoke(app, [str(path)])
    summary, first = map(json.loads, broken.stdout.splitlines())
    assert broken.exit_code == 1
    assert not summary["ok"]
    assert (first["seq"], first["actor"], first["what"]) == (4, "ben", "hash")


def test_a_flipped_bit_shows_or_does_no_harm(path: Path) -> None:
    """Each byte is turned over in steps through the file; the audit sees it, or every event is still the same."""
    whole = path.read_bytes()
    store = open_store(path)
    said = [store.events(session) for session in ("s", "t")]
    store.close()
    silent = 0
    for place in range(100, len(whole), len(whole) // 120):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        silent += _unseen(path, said)
    assert silent == 0


def _unseen(path: Path, said: list[object]) -> bool:
    run = CliRunner().invoke(app, [str(path)])
    if run.exit_code != 0:
        return False
    store: Store = open_store(path)
    try:
        return [store.events(session) for session in ("s", "t")] != said
    finally:
        store.close()
