"""Everything that is PostgreSQL's alone: opening, migrating, taking turns, hearing of changes."""

from __future__ import annotations

import os
import re
import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, DisconnectionError

from workbench.errors import StoreError, StoreTooNew
from workbench.store._database import Heard, Pause
from workbench.store._encryption import Encryption, encryption_in

HEAD = "0001"  # the newest migration in `migrations/versions`
CHANNEL = "workbench_events"
GUARDS = (
    "events_stay", "events_whole", "events_counted", "apart_only_erased", "apart_stays", "apart_whole",
)  # fmt: skip
_TURN = 0x5742_4348  # the advisory lock that a write transaction holds: "WBCH"
_LOCK_SECONDS, _LISTEN_SECONDS = 15, 0.1
_LOOK_SECONDS = 2.0  # what came in one piece with an answer, or under one layer of TLS, no `select` tells of
_RESTED_SECONDS = 2.0  # a connection that lay idle for longer is looked at before it is used


class Postgres:
    """One PostgreSQL database. The driver is pg8000: pure Python, under a permissive licence.

    `postgresql://user:password@host/database` names it, whatever driver stands after the plus; `?sslmode=…` says how it
    is encrypted, see `_encryption`. What belongs to the store on this machine (key files) lies under `WORKBENCH_HOME`,
    else `~/.workbench`, in a folder a database.
    """

    def __init__(self, url: str, *, create: bool = True) -> None:
        try:
            whole = make_url(url)
        except (ArgumentError, ValueError) as problem:
            raise StoreError(f"This is not the address of a database: {problem}") from problem
        if not whole.database:
            raise StoreError("The address of a PostgreSQL store ends with the name of its database.")
        self._url, self._encryption = _for_our_driver(whole)
        self.reading = self._engine(isolation_level="AUTOCOMMIT")
        self.writing = self._engine()
        event.listen(self.writing, "begin", _take_turn)
        try:
            self._migrate(create)
        except DBAPIError as problem:
            self.close()
            told = _told(problem)
            raise StoreError(f"{self.name} could not be opened ({told}). Look at its address and rights.") from problem
        except BaseException:
            self.close()
            raise

    @property
    def name(self) -> str:
        """The database and its host, never the password."""
        return f"{self._url.database} on {self._url.host or 'this machine'}"

    @property
    def path(self) -> Path:
        """A name in the folder of this machine where the store's key files lie; there is no such file."""
        home = Path(os.environ.get("WORKBENCH_HOME") or "~/.workbench").expanduser()
        place = f"{self._url.host or 'local'}-{self._url.port or 5432}-{self._url.database}"
        return home / re.sub(r"[^\w.-]", "_", place) / "store"

    def _engine(self, **more: Any) -> Engine:
        connect = {"application_name": "workbench"}
        engine = create_engine(self._url, connect_args=connect, pool_size=4, max_overflow=60, **more)
        event.listen(engine, "do_connect", self._on_own_socket)
        event.listen(engine, "connect", _settle)
        event.listen(engine, "checkout", _look)
        return engine

    def _migrate(self, create: bool) -> None:
        if self._revision() == HEAD:
            return
        from workbench.store.migrations import known, upgrade

        with self.writing.begin() as connection:  # in turn: another kernel may have migrated while this one waited
            revision = _revision(connection)
            if revision is not None and revision not in known():
                raise StoreTooNew(
                    f"{self.name} was written by a newer Workbench (format {revision}, this one knows up to {HEAD}). "
                    "It was not touched. Update Workbench, or use another store."
                )
            if revision is None and not create:
                raise StoreError(f"{self.name} holds no store. Give the address of one that a meeting has written.")
            if revision != HEAD:
                upgrade(connection)

    def _revision(self) -> str | None:
        with self.reading.connect() as connection:
            return _revision(connection)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection whose reads all see one moment."""
        with self.reading.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            yield connection

    @contextmanager
    def listening(self) -> Iterator[Heard]:
        """Give a function that waits for NOTIFY, on a connection and a socket of its own."""
        import pg8000.dbapi as driver

        try:
            line = self._socket()
            connection = driver.connect(
                user=self._url.username, password=self._url.password, database=self._url.database,
                host=self._url.host or "localhost", sock=line, application_name="workbench watcher",
                ssl_context=False,  # the line is encrypted as it was asked for; the driver would begin anew
            )  # fmt: skip
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(f"LISTEN {CHANNEL}")
        except (driver.Error, StoreError) as problem:
            raise OSError(f"the database did not answer: {problem}") from problem
        looked = [monotonic()]

        def heard(_pause: Pause) -> bool:
            readable, _, _ = select.select([line], [], [], _LISTEN_SECONDS)
            if not readable and monotonic() - looked[0] < _LOOK_SECONDS:
                return False
            looked[0] = monotonic()
            try:
                cursor.execute("SELECT 1")  # reads what has come
            except driver.Error as problem:
                raise OSError(f"the database went away: {problem}") from problem
            told = bool(connection.notifications)
            connection.notifications.clear()
            return told

        try:
            yield heard
        finally:
            line.close()

    def _on_own_socket(self, _dialect: Any, _record: Any, _args: Any, settings: dict[str, Any]) -> Any:
        from pg8000.legacy import Connection as Driver

        try:
            return Driver(**settings, sock=self._socket(), ssl_context=False)
        except OSError as problem:
            told = f"{self.name} does not answer ({problem}). Look at its address, and whether it runs."
            raise StoreError(told) from problem

    def _socket(self) -> socket.socket:
        host, port = self._url.host or "localhost", self._url.port or 5432
        line = socket.create_connection((host, port), timeout=_LOCK_SECONDS)
        try:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            # The driver sends a statement in several pieces; without this each waits 40 ms for the last one's receipt.
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line = self._encryption.over(line, host, self.name)
            line.settimeout(None)
        except BaseException:
            line.close()
            raise
        return line

    def purge(self) -> None:
        """Write the table anew without its erased rows' old versions; the server's write-ahead log keeps them a while.

        Raises
        ------
        StoreError
            When this role may not; the content is erased from the table all the same.
        """
        try:
            with self.reading.connect() as connection:
                connection.exec_driver_sql("VACUUM FULL apart")
        except DBAPIError as problem:
            raise StoreError(
                f"It is erased, but {self.name} could not be told to overwrite it now ({_told(problem)}). Ask who runs "
                "the database for VACUUM FULL apart."
            ) from problem

    def faults(self, connection: Connection) -> list[str]:
        """List what the guards and the count of events say is wrong with the database."""
        query = (
            "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal "
            "AND tgrelid IN ('events'::regclass, 'apart'::regclass)"
        )
        present = set(connection.exec_driver_sql(query).scalars())
        found = [f"The guard {name} was taken out of the database." for name in GUARDS if name not in present]
        last = int(connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM events").scalar_one())
        counted = list(connection.exec_driver_sql("SELECT last FROM log_end").scalars())
        if counted != [last]:
            told = ", ".join(map(str, counted)) or "no count says how many"
            found.append(f"The log ends at event {last}, but {told} events were written.")
        return found

    def close(self) -> None:
        """Close every connection that is not in use."""
        self.reading.dispose()
        self.writing.dispose()


def _for_our_driver(url: URL) -> tuple[URL, Encryption]:
    """Give the address for our driver, and how its line is encrypted."""
    query = dict(url.query)
    encryption = encryption_in(query)
    who = url.username or os.environ.get("PGUSER") or getuser()
    return url.set(drivername="postgresql+pg8000", username=who, query=query), encryption


def _settle(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("SET synchronous_commit = on")  # a commit that returned is on the server's disk
    cursor.execute(f"SET lock_timeout = '{_LOCK_SECONDS}s'")
    cursor.close()
    connection.commit()


def _look(connection: Any, record: Any, _proxy: Any) -> None:
    """Let the pool take another connection when the server has ended this one, whatever its farewell looked like."""
    import pg8000

    rested = monotonic() - record.info.get("used", 0.0)
    record.info["used"] = monotonic()
    if rested < _RESTED_SECONDS:
        return
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT 1")
        cursor.close()
        connection.rollback()
    except (pg8000.Error, OSError) as problem:
        raise DisconnectionError() from problem


def _take_turn(connection: Connection) -> None:
    # Released after the commit can be seen: the next one's sequence number follows on this one's.
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")


def _revision(connection: Connection) -> str | None:
    there = connection.exec_driver_sql("SELECT to_regclass('alembic_version') IS NOT NULL").scalar_one()
    if not there:
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found) if found else None


def _told(problem: DBAPIError) -> str:
    """The server's own message, which pg8000 hands over as a mapping."""
    about = problem.orig.args[0] if problem.orig is not None and problem.orig.args else problem.orig
    return str(about.get("M", about)) if isinstance(about, dict) else str(about)
