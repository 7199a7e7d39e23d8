"""Appending inside one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from workbench.errors import StoreError
from workbench.store._canonical import apart_key, canonical, event_hash, new_salt
from workbench.store._event import REFERENCE, Apart, Event
from workbench.store._schema import apart, events


def event_of(row: Row[Any]) -> Event:
    """Make an event of a row of the table."""
    values = row._asdict()
    return Event(**{**values, "payload": json.loads(values["payload"])})


def read_events(connection: Connection, session: str, *, after: int = 0, actor: str | None = None) -> Iterator[Event]:
    """Give a session's events after a seq, in order."""
    query = select(events).where(events.c.session == session, events.c.seq > after).order_by(events.c.seq)
    if actor is not None:
        query = query.where(events.c.actor == actor)
    for row in connection.execute(query):
        yield event_of(row)


class Writer:
    """One write transaction: what it reads stays so until it commits, and all it appends is kept or nothing is.

    Get one from `Store.writing`; it is of no use afterwards.
    """

    def __init__(self, connection: Connection, now: Callable[[], str]) -> None:
        self._connection = connection
        self._now = now
        self.signer: Callable[[str, str, str, str], str | None] = lambda session, actor, kind, mark: None
        self._absent: set[tuple[str, str, str]] = set()
        self.appended: list[Event] = []  # by this transaction, in order

    def find(self, session: str, actor: str, request: str) -> Event | None:
        """Give the event that this request made before, if it did."""
        if (session, actor, request) in self._absent:
            return None
        row = self._connection.execute(
            select(events).where(events.c.session == session, events.c.actor == actor, events.c.request == request)
        ).first()
        if row is None:
            self._absent.add((session, actor, request))
            return None
        return event_of(row)

    def events(self, session: str, *, after: int = 0, actor: str | None = None) -> list[Event]:
        """Give the session's events after a seq, as of this transaction."""
        return list(read_events(self._connection, session, after=after, actor=actor))

    def sessions(self) -> list[str]:
        """Name the sessions in the order in which they began."""
        query = select(events.c.session).group_by(events.c.session).order_by(func.min(events.c.seq))
        return list(self._connection.execute(query).scalars())

    def append(self, session: str, actor: str, kind: str, payload: dict[str, Any], *, request: str) -> Event:
        """Append one event, or give the one that this request has already made.

        Raises
        ------
        StoreError
            When the request was used for something else, or the payload is not plain JSON.
        """
        if not (session and actor and kind and request):
            raise StoreError("An event needs a session, an actor, a kind and a request; one of them was empty.")
        earlier = self.find(session, actor, request)
        if earlier is not None:
            self.expect(earlier, kind, payload)
            if payload.keys() == earlier.payload.keys():
                return earlier
            raise _other_content(earlier)
        seq = 1 + int(self._connection.execute(select(func.coalesce(func.max(events.c.seq), 0))).scalar_one())
        kept: list[dict[str, Any]] = []
        text = canonical(self._set_apart(payload, session, seq, kept)).decode()
        content = json.loads(text)
        prev = self._head(session, actor)
        at = self._now()
        mark = event_hash(
            seq=seq, at=at, session=session, actor=actor, kind=kind, payload=content, request=request, prev=prev
        )
        if kept:
            self._connection.execute(insert(apart), kept)
        row = {
            "seq": seq, "at": at, "session": session, "actor": actor, "kind": kind,
            "request": request, "prev": prev, "hash": mark, "signature": self.signer(session, actor, kind, mark),
        }  # fmt: skip
        self._connection.execute(insert(events), {**row, "payload": text})
        self._absent.discard((session, actor, request))
        self.appended.append(Event(**row, payload=content))  # type: ignore[arg-type]
        return self.appended[-1]

    def expect(self, event: Event, kind: str, said: dict[str, Any]) -> None:
        """Check that an earlier event says what a repeated request says now; the event may say more.

        Raises
        ------
        StoreError
            When it does not.
        """
        same = event.kind == kind and all(
            key in event.payload and self._same(value, event.payload[key]) for key, value in said.items()
        )
        if not same:
            raise _other_content(event)

    def keep(self, session: str, content: str | bytes) -> str:
        """Keep content beside the log without an event and give its key."""
        kept: list[dict[str, Any]] = []
        reference = self._set_apart(Apart(content), session, None, kept)
        self._connection.execute(insert(apart), kept)
        return str(reference[REFERENCE])

    def _head(self, session: str, actor: str) -> str:
        query = (
            select(events.c.hash)
            .where(events.c.session == session, events.c.actor == actor)
            .order_by(events.c.seq.desc())
            .limit(1)
        )
        return str(self._connection.execute(query).scalar() or "")

    def _set_apart(self, value: Any, session: str, seq: int | None, kept: list[dict[str, Any]]) -> Any:
        if isinstance(value, Apart):
            salt, content = new_salt(), value.encoded()
            key = apart_key(salt, content)
            is_text = int(isinstance(value.content, str))
            kept.append({"key": key, "session": session, "seq": seq, "text": is_text, "salt": salt, "content": content})
            return {REFERENCE: key}
        if isinstance(value, dict):
            return {key: self._set_apart(item, session, seq, kept) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self._set_apart(item, session, seq, kept) for item in value]
        return value

    def _same(self, new: Any, old: Any) -> bool:
        """Compare new content with stored content; what was set apart is compared through its salted digest."""
        if isinstance(new, Apart):
            key = old.get(REFERENCE, "") if isinstance(old, dict) else ""
            row = self._connection.execute(select(apart.c.salt).where(apart.c.key == key)).first()
            # Erased content cannot be compared; the request itself is then all there is to go by.
            return row is not None and (row.salt is None or apart_key(row.salt, new.encoded()) == key)
        if isinstance(new, dict):
            return isinstance(old, dict) and new.keys() == old.keys() and all(self._same(new[k], old[k]) for k in new)
        if isinstance(new, list | tuple):
            return isinstance(old, list) and len(new) == len(old) and all(map(self._same, new, old))
        return canonical(new) == canonical(old)


def _other_content(event: Event) -> StoreError:
    return StoreError(
        f"Request {event.request} has already been stored with other content (event {event.seq}). "
        "Nothing was changed; send the new content under a new request."
    )
