"""What only a server can do wrong: somebody with SQL, a lost connection, an older or newer format, missing rights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pg8000.dbapi
import pytest
from typer.testing import CliRunner

from tests.postgres import new_database
from workbench.cli.audit import app
from workbench.errors import StoreError, StoreTooNew
from workbench.store import Apart, Store, _postgres, open_store
from workbench.store._postgres import GUARDS, HEAD
from workbench.store.migrations import known

pytestmark = pytest.mark.slow


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> str:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    return new_database()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = open_store(address)
    for n in range(1, 5):
        for actor in ("ana", "ben"):
            opened.append("s", actor, "said", {"n": n, "why": Apart(f"reason {n}")}, request=f"r{n}")
    opened.append("s", "maria", "revealed", {"heads": opened.heads("s"), "round": "main", "keys": {}}, request="r")
    yield opened
    opened.close()


def sql(address: str, *statements: str) -> list[Any]:
    """Run statements as the database's owner, past the program."""
    whole, _, database = address.rpartition("/")
    port = int(whole.rpartition(":")[2])
    connection = pg8000.dbapi.connect(user="workbench", host="127.0.0.1", port=port, database=database)
    cursor = connection.cursor()
    try:
        for statement in statements:
            cursor.execute(statement)
        rows = list(cursor.fetchall()) if cursor.description else []
        connection.commit()
        return rows
    finally:
        connection.close()


def unguarded(*statements: str) -> list[str]:
    tables = ("events", "apart")
    off = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]
    return [*off, *statements, *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET payload = '{}' WHERE seq = 3",
        "DELETE FROM events WHERE seq = 3",
        "TRUNCATE events",
        "INSERT INTO events SELECT * FROM events WHERE seq = 3 ON CONFLICT (seq) DO UPDATE SET payload = '{}'",
        "UPDATE apart SET content = '\\x00' WHERE seq = 3",
        "DELETE FROM apart WHERE seq = 3",
        "TRUNCATE apart",
    ],
)
def test_the_guards_forbid_it(store: Store, address: str, statement: str) -> None:
    with pytest.raises(pg8000.dbapi.Error, match="never changed"):
        sql(address, statement)
    assert store.verify() == []


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE events SET payload = replace(payload, '\"n\":2', '\"n\":9') WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3", (3, "hash")),
        ("UPDATE events SET actor = 'ben2' WHERE seq = 3", (3, "chain")),
        ("DELETE FROM events WHERE seq = 3", (3, "gap")),
        ("DELETE FROM events WHERE seq = 9", (None, "file")),
        ("UPDATE apart SET content = '\\x00' WHERE seq = 3", (3, "content")),
        ("UPDATE apart SET content = NULL, salt = NULL WHERE seq = 3", (3, "content")),
        ("DELETE FROM apart WHERE seq = 3", (3, "content")),
    ],
)
def test_an_owner_who_takes_the_guards_off_is_found(
    store: Store, address: str, statement: str, first: tuple[int | None, str]
) -> None:
    sql(address, *unguarded(statement))
    found = [(p.seq, p.what) for p in store.verify()]
    assert first in found
    assert found[0][0] == first[0]


def test_the_end_of_the_log_is_counted(store: Store, address: str) -> None:
    sql(address, *unguarded("DELETE FROM events WHERE seq = 9", "DELETE FROM apart WHERE seq = 9"))
    assert "ends at event 8, but 9" in store.verify()[0].why


def test_a_guard_that_is_gone_or_off_is_named(store: Store, address: str) -> None:
    sql(address, "DROP TRIGGER events_stay ON events", "ALTER TABLE apart DISABLE TRIGGER USER")
    told = " ".join(problem.why for problem in store.verify())
    off = ("events_stay", "apart_only_erased", "apart_stays", "apart_whole")
    assert all((name in told) == (name in off) for name in GUARDS)


def test_the_shell_audits_an_address(store: Store, address: str) -> None:
    run = CliRunner()
    whole = run.invoke(app, [address])
    assert (whole.exit_code, json.loads(whole.stdout)) == (0, {"ok": True, "events": 9, "sessions": 1, "problems": 0})
    sql(address, *unguarded("UPDATE events SET at = 'x' WHERE seq >= 4"))
    broken = run.invoke(app, [address])
    _, first = map(json.loads, broken.stdout.splitlines())
    assert (broken.exit_code, first["seq"], first["what"]) == (1, 4, "hash")


def test_a_format_from_the_future_is_refused_untouched(store: Store, address: str) -> None:
    sql(address, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNew, match="newer Workbench"):
        open_store(address)
    assert sql(address, "SELECT version_num FROM alembic_version") == [["9999"]]


def test_every_migration_is_known_and_the_last_is_the_head() -> None:
    assert HEAD in known()
    assert max(known()) == HEAD


def test_a_role_without_rights_is_told_and_leaves_nothing(address: str) -> None:
    role = "reader_" + address.rpartition("/")[2]
    sql(address, f"CREATE ROLE {role} LOGIN", "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    with pytest.raises(StoreError, match="permission denied"):
        open_store(address.replace("workbench@", f"{role}@"))
    assert sql(address, "SELECT to_regclass('events')") == [[None]]


def test_no_message_tells_a_password(address: str) -> None:
    port = address.rpartition(":")[2].partition("/")[0]
    with pytest.raises(StoreError) as refused:
        open_store(f"postgresql://ana:s3cret@127.0.0.1:{port}/not_there")
    assert "s3cret" not in str(refused.value)
    with pytest.raises(StoreError, match="ends with the name"):
        open_store(f"postgresql://ana:s3cret@127.0.0.1:{port}")


def test_a_store_that_is_not_there_is_not_made_by_an_audit(address: str) -> None:
    with pytest.raises(StoreError, match="holds no store"):
        open_store(address, create=False)
    assert sql(address, "SELECT to_regclass('events')") == [[None]]


def test_writing_goes_on_after_the_server_has_hung_up(
    store: Store, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_postgres, "_RESTED_SECONDS", 0.0)  # as after a night
    mine = "datname = current_database() AND pid <> pg_backend_pid()"
    sql(address, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {mine}")
    store.append("s", "ana", "said", {"n": 99}, request="after")
    assert store.events("s")[-1].payload == {"n": 99}
    assert store.verify() == []


def test_each_database_has_its_own_folder_of_keys(store: Store, address: str) -> None:
    other = open_store(new_database())
    assert other.path.parent != store.path.parent
    other.close()
