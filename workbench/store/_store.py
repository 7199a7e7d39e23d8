"""The store: an append-only log of events, with what may be erased beside it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from workbench.errors import StoreError
from workbench.store._database import Database
from workbench.store._event import Event, Problem
from workbench.store._export import back_up, export_log
from workbench.store._schema import apart, events
from workbench.store._sqlite import Sqlite
from workbench.store._verify import verify
from workbench.store._watch import Watcher
from workbench.store._writer import Writer, read_events


def utc_now() -> str:
    """Give this moment in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def open_store(url_or_path: str | Path, *, create: bool = True, now: Callable[[], str] = utc_now) -> Store:
    """Open a store, making the file and its tables when there are none.

    >>> store = open_store("meeting.db")                                        # doctest: +SKIP
    >>> store.append("s-1", "maria", "started", {}, request="7c1e…")            # doctest: +SKIP

    Parameters
    ----------
    url_or_path
        A path, a URL that begins with `sqlite:///`, or the address of a PostgreSQL database,
        `postgresql://user:password@host/database`.
    create
        Whether a missing file, or the tables of a database, are made.
    now
        What time it is, for tests.

    Raises
    ------
    StoreTooNew, StoreOnNetworkDrive, StoreError
        When the file is from a newer version, on a network drive, damaged or not a store. It was not touched.
    """
    text = str(url_or_path)
    if "://" in text:
        scheme, _, rest = text.partition("://")
        kind = scheme.partition("+")[0]
        if kind in ("postgresql", "postgres"):
            from workbench.store._postgres import Postgres

            return Store(Postgres(f"postgresql://{rest}", create=create), now=now)
        if kind != "sqlite":
            raise StoreError(
                f"A store lies in SQLite or PostgreSQL; {scheme}://… cannot be opened. Give a path to a file."
            )
        text = rest.removeprefix("/")
    if not text or text == ":memory:":
        raise StoreError("A store needs a file, so that an acknowledged score survives; give a path.")
    return Store(Sqlite(Path(text).expanduser().absolute(), create=create), now=now)


class Store:
    """An append-only event log, hash-chained per session and actor. Make one with `open_store`.

    It may be used from several threads and opened by several processes at once.
    """

    def __init__(self, database: Database, *, now: Callable[[], str] = utc_now) -> None:
        self._database = database
        self._now = now
        self._turn = threading.RLock()

    @property
    def path(self) -> Path:
        """The database file; on PostgreSQL a name in the folder where this machine keeps the store's key files."""
        return self._database.path

    @property
    def name(self) -> str:
        """What people call it: the file's name, or the database and its host."""
        return self._database.name

    def __repr__(self) -> str:
        return f"<Store {self.name}>"

    def now(self) -> str:
        """Say what time it is for this store: UTC, ISO 8601 with milliseconds."""
        return self._now()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Give a `Writer` for one transaction; it commits when the block ends and keeps nothing if the block raises.

        Raises
        ------
        StoreError
            When the database is busy for too long, full or cannot be written.
        """
        try:
            # Threads of one process take turns here; the database's own waiting is for other processes.
            with self._turn, self._database.writing.begin() as connection:
                yield Writer(connection, self._now)
        except DBAPIError as problem:
            raise StoreError(
                f"Nothing was saved: {self.name} could not be written ({problem.orig}). Try again; "
                "if it stays so, look at the free space and the rights of its folder."
            ) from problem
        except ConnectionError as problem:  # the answer to a commit may have been on its way
            raise StoreError(
                f"It is not known whether this was saved: the connection to {self.name} broke. Try again; what was "
                "saved already is not saved twice."
            ) from problem

    def append(
        self, session: str, actor: str, kind: str, payload: dict[str, Any], *, request: str | None = None
    ) -> Event:
        """Append one event; when this returns, it is on the disk.

        Parameters
        ----------
        payload
            Plain JSON, with `Apart(…)` where free text, personal data or a ciphertext stands.
        request
            The caller's idempotency key: the same request with the same content gives the earlier event.

        Raises
        ------
        StoreError
            When the request was used with other content, the payload is not plain JSON, or the file cannot be written.
        """
        with self.writing() as writer:
            return writer.append(session, actor, kind, payload, request=request or uuid4().hex)

    def events(self, session: str, *, after: int = 0, actor: str | None = None) -> list[Event]:
        """List a session's events with a seq above `after`, in order."""
        with self._database.reading.connect() as connection:
            return list(read_events(connection, session, after=after, actor=actor))

    def sessions(self) -> list[str]:
        """Name the sessions in the order in which they began."""
        query = select(events.c.session).group_by(events.c.session).order_by(func.min(events.c.seq))
        with self._database.reading.connect() as connection:
            return list(connection.execute(query).scalars())

    def size(self) -> tuple[int | None, int | None]:
        """Count events and sessions; None when the database cannot be read."""
        query = select(func.count(), func.count(func.distinct(events.c.session))).select_from(events)
        try:
            with self._database.reading.connect() as connection:
                total, sessions = connection.execute(query).one()
        except DBAPIError:
            return None, None
        return int(total), int(sessions)

    def heads(self, session: str) -> dict[str, str]:
        """Give the hash of each actor's last event in a session."""
        last = select(func.max(events.c.seq)).where(events.c.session == session).group_by(events.c.actor)
        query = select(events.c.actor, events.c.hash).where(events.c.seq.in_(last)).order_by(events.c.actor)
        with self._database.reading.connect() as connection:
            return {row.actor: row.hash for row in connection.execute(query)}

    def put_text(self, session: str, text: str) -> str:
        """Keep text beside the log and give its key, for payloads as `{"$apart": key}`."""
        with self.writing() as writer:
            return writer.keep(session, text)

    def text(self, key: str) -> str | None:
        """Give the text kept under a key; None when it was erased or never kept."""
        found = self.apart([key]).get(key)
        return found if isinstance(found, str) else None

    def apart(self, keys: Sequence[str]) -> dict[str, str | bytes]:
        """Give what is kept under the keys, text as `str`, bytes as `bytes`; erased ones are left out."""
        found: dict[str, str | bytes] = {}
        with self._database.reading.connect() as connection:
            for start in range(0, len(keys), 500):
                query = select(apart.c.key, apart.c.text, apart.c.content).where(
                    apart.c.key.in_(keys[start : start + 500]), apart.c.content.is_not(None)
                )
                for row in connection.execute(query):
                    found[row.key] = row.content.decode() if row.text else row.content
        return found

    def erase(self, keys: Iterable[str], *, actor: str = "store") -> None:
        """Erase what is kept under the keys, on the disk too; the chain still verifies and says what was erased."""
        wanted = sorted(set(keys))
        with self.writing() as writer:
            connection = writer._connection
            by_session: dict[str, list[str]] = {}
            query = select(apart.c.key, apart.c.session).where(apart.c.key.in_(wanted), apart.c.content.is_not(None))
            for row in connection.execute(query):
                by_session.setdefault(row.session, []).append(row.key)
            for session, gone in by_session.items():
                event = writer.append(session, actor, "erased", {"keys": sorted(gone)}, request=uuid4().hex)
                connection.execute(
                    update(apart).where(apart.c.key.in_(gone)).values(content=None, salt=None, erased_at=event.at)
                )
        self._database.purge()

    def verify(self) -> list[Problem]:
        """List everything that does not verify, the first broken event first; an empty list when all is well."""
        return verify(self._database)

    def export(self, target: Path | str, session: str | None = None) -> int:
        """Write the log, of one session or all, as lines of JSON that anyone can check; give the number of events."""
        return export_log(self._database, Path(target), session)

    def back_up(self, target: Path | str) -> None:
        """Copy a SQLite store while it is in use.

        Raises
        ------
        StoreError
            On PostgreSQL, which has tools of its own for that, or when the target is there already.
        """
        if not isinstance(self._database, Sqlite):
            raise StoreError(f"{self.name} is a server's database; copy it with pg_dump.")
        back_up(self.path, Path(target))

    def watch(self, callback: Callable[[], None], *, on_error: Callable[[Exception], None] | None = None) -> Watcher:
        """Call back from a daemon thread within 100 ms of each commit by any other connection, until closed."""
        return Watcher(self._database, callback, on_error)

    def close(self) -> None:
        """Close the connections; an acknowledged event is on the disk already."""
        self._database.close()
