"""Everything that is SQLite's alone: opening, migrating, locking, noticing changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from workbench.errors import StoreDamaged, StoreError, StoreTooNew
from workbench.store._database import Heard, Pause
from workbench.store._place import refuse_network_drive
from workbench.store._schema import APPLICATION_ID, GUARDS, SQLITE_MIGRATIONS

BUSY_SECONDS = 15.0
INTERVAL_SECONDS = 0.1  # half of it is what a count waits on the way; a look costs some microseconds


class Sqlite:
    """One database file, with an engine that reads (each statement by itself) and one that writes.

    A write transaction takes the lock when it begins (`BEGIN IMMEDIATE`), so that what it has read is still so when
    it commits.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        refuse_network_drive(path)
        if not path.exists():
            if not create:
                raise StoreError(f"{path} does not exist. Give the path of a store that a meeting has written.")
            path.parent.mkdir(parents=True, exist_ok=True)
        elif path.stat().st_size:
            _look_before_touching(path)
        self.reading = self._engine()
        self.writing = self._engine()
        event.listen(self.writing, "begin", _begin_immediate)
        try:
            self._migrate()
        except DBAPIError as problem:
            self.close()
            raise StoreError(
                f"{path} could not be prepared and stayed as it was ({problem.orig}). Look at the rights of its folder."
            ) from problem

    def _engine(self) -> Engine:
        engine = create_engine(
            f"sqlite:///{self.path}",
            connect_args={"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False},
            pool_size=4,
            max_overflow=60,
        )
        event.listen(engine, "connect", _settle)
        return engine

    def _migrate(self) -> None:
        with self.reading.connect() as connection:
            if _user_version(connection) == len(SQLITE_MIGRATIONS):
                return
        with self.writing.begin() as connection:  # another process may have migrated while this one waited
            done = _user_version(connection)
            if done == 0:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for number in range(done + 1, len(SQLITE_MIGRATIONS) + 1):
            with self.writing.begin() as connection:
                if _user_version(connection) >= number:
                    continue
                for statement in SQLITE_MIGRATIONS[number - 1]:
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql(f"PRAGMA user_version = {number}")

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection whose reads all see one moment."""
        with self.reading.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    @contextmanager
    def listening(self) -> Iterator[Heard]:
        """Give a function that looks every tenth of a second whether the file has changed."""
        # An own connection without a transaction: data_version stands still inside one, and does not count
        # the commits of the connection that asks.
        with self.reading.connect() as connection:
            seen = self._change_mark(connection)

            def heard(pause: Pause) -> bool:
                nonlocal seen
                pause(INTERVAL_SECONDS)
                mark = self._change_mark(connection)
                if mark[1:] != seen[1:]:
                    raise OSError("the file was exchanged for another")
                changed, seen = mark != seen, mark
                return changed

            yield heard

    def _change_mark(self, connection: Connection) -> tuple[int, int, int]:
        """Give a value that differs once another connection has committed, or the file was exchanged."""
        stat = self.path.stat()
        version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return int(version), stat.st_dev, stat.st_ino

    def purge(self) -> None:
        """Move the write-ahead log into the file and empty it, so that erased content is nowhere on the disk."""
        with self.reading.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def faults(self, connection: Connection) -> list[str]:
        """List what SQLite itself, the guards and the counter of rows say is wrong with the file."""
        rows = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
        found = [f"SQLite reports: {row}" for row in rows if row != "ok"]
        present = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
        found += [f"The guard {name} was taken out of the database." for name in GUARDS if name not in present]
        last = connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM events").scalar_one()
        counted = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'events'").scalar()
        if (counted or 0) != last:
            found.append(f"The log ends at event {last}, but {counted or 0} events were written.")
        return found

    def close(self) -> None:
        """Close every connection that is not in use."""
        self.reading.dispose()
        self.writing.dispose()


def _settle(connection: sqlite3.Connection, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # a commit that returned is on the disk
    cursor.execute("PRAGMA secure_delete = ON")  # erased content is overwritten, not only unlinked
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _user_version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _look_before_touching(path: Path) -> None:
    """Read the header as plain bytes, then ask a read-only connection: a newer database stays as it was."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\0"):
        raise StoreDamaged(f"{path} is not a store: it is not a SQLite database. It was not touched.")
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as problem:
        raise StoreDamaged(f"{path} is damaged and was not opened ({problem}). Restore a copy of it.") from problem
    finally:
        connection.close()
    _refuse_newer(path, version)
    if owner != APPLICATION_ID and tables:
        raise StoreError(f"{path} is another program's database. Choose another place for the store.")


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(SQLITE_MIGRATIONS):
        raise StoreTooNew(
            f"{path} was written by a newer Workbench (format {version}, this one knows up to "
            f"{len(SQLITE_MIGRATIONS)}). It was not touched. Update Workbench, or use another store."
        )
