"""Which files are opened, and what a person is told about those that are not."""

from __future__ import annotations

import sqlite3
import types
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from workbench.errors import StoreDamaged, StoreError, StoreOnNetworkDrive, StoreTooNew
from workbench.store import _sqlite, open_store
from workbench.store._place import filesystem_type


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}


def test_a_database_from_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = everything_in(tmp_path)
    with pytest.raises(StoreTooNew, match="newer Workbench"):
        open_store(path)
    assert everything_in(tmp_path) == before


def test_a_newer_version_that_is_still_in_the_write_ahead_log_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    open_store(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    assert path.with_name("log.db-wal").stat().st_size
    with pytest.raises(StoreTooNew):
        open_store(path)
    connection.close()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_network_drive_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = [
        types.SimpleNamespace(mountpoint="/", fstype="ext4"),
        types.SimpleNamespace(mountpoint=str(tmp_path.resolve()), fstype=kind),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: mounts)
    with pytest.raises(StoreOnNetworkDrive, match="WORKBENCH_STORE"):
        open_store(tmp_path / "team" / "log.db")
    assert list(tmp_path.iterdir()) == []


def test_the_innermost_mount_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = [
        types.SimpleNamespace(mountpoint=str(tmp_path.resolve()), fstype="nfs"),
        types.SimpleNamespace(mountpoint=str(tmp_path.resolve() / "local"), fstype="ext4"),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: mounts)
    assert filesystem_type(tmp_path / "local" / "log.db") == "ext4"
    open_store(tmp_path / "local" / "log.db").close()


def write_text(path: Path) -> None:
    path.write_text("not a database, but long enough to be one " * 10)


def write_other_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()


def write_half(path: Path) -> None:
    open_store(path).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("write", "error"), [(write_text, StoreDamaged), (write_other_program, StoreError), (write_half, StoreDamaged)]
)
def test_what_is_no_store_is_refused_untouched(
    tmp_path: Path, write: Callable[[Path], None], error: type[StoreError]
) -> None:
    write(tmp_path / "log.db")
    before = (tmp_path / "log.db").read_bytes()
    with pytest.raises(error):
        open_store(tmp_path / "log.db")
    assert (tmp_path / "log.db").read_bytes() == before


@pytest.mark.parametrize("place", ["mysql://host/db", ":memory:", ""])
def test_other_places_are_refused_in_words(place: str) -> None:
    with pytest.raises(StoreError):
        open_store(place)


def test_a_missing_store_is_not_made_for_an_audit(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "log.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_url_is_a_path(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'log.db'}")
    assert store.path == tmp_path / "log.db"
    store.close()


def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(tmp_path / "log.db").close()
    broken = (*_sqlite.SQLITE_MIGRATIONS, ("CREATE TABLE whole (x INT)", "nonsense"))
    monkeypatch.setattr(_sqlite, "SQLITE_MIGRATIONS", broken)
    with pytest.raises(StoreError):
        open_store(tmp_path / "log.db")
    monkeypatch.undo()
    store = open_store(tmp_path / "log.db")
    store.append("s", "ana", "said", {}, request="1")
    assert store.verify() == []
    store.close()
    with sqlite3.connect(tmp_path / "log.db") as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    assert "whole" not in tables


def test_a_store_that_cannot_be_written_says_that_nothing_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_sqlite, "BUSY_SECONDS", 0.05)
    store = open_store(tmp_path / "log.db")
    blocker = sqlite3.connect(tmp_path / "log.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="Nothing was saved"):
        store.append("s", "ana", "said", {}, request="1")
    blocker.execute("ROLLBACK")
    blocker.close()
    assert store.append("s", "ana", "said", {}, request="1").seq == 1
    store.close()
