"""Checking a whole store: every hash, every chain, everything kept beside the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import DBAPIError

from workbench.errors import StoreError
from workbench.store._canonical import apart_key, canonical, event_hash
from workbench.store._database import Database
from workbench.store._event import Problem, references
from workbench.store._schema import apart, events


def verify(database: Database) -> list[Problem]:
    """List what does not verify: problems of events by seq, then those of the file as a whole.

    It finds a changed, swapped, missing, added or cut-off event, content beside the log that is not what was
    stored, content erased without an entry, a reveal whose chains no longer lead where it said, missing guards and
    whatever the database's own check reports.
    """
    found: list[Problem] = []
    try:
        with database.snapshot() as connection:
            found += _log_problems(connection)
            found += [Problem(None, "", "", "file", fault) for fault in database.faults(connection)]
    except (DBAPIError, UnicodeDecodeError) as problem:
        reason = problem.orig if isinstance(problem, DBAPIError) else problem
        found.append(Problem(None, "", "", "file", f"The database cannot be read to its end: {reason}"))
    return sorted(found, key=lambda p: (p.seq is None, p.seq or 0))


def _log_problems(connection: Connection) -> Iterator[Problem]:
    kept = {row.key: row for row in connection.execute(select(apart))}
    heads: dict[tuple[str, str], str] = {}
    mentioned: list[tuple[str, Row[Any]]] = []
    erased: set[tuple[str, str]] = set()
    expected = 1
    for row in connection.execute(select(events).order_by(events.c.seq)):

        def problem(what: str, why: str, row: Row[Any] = row) -> Problem:
            return Problem(row.seq, row.session, row.actor, what, why)

        if row.seq != expected:
            yield problem("gap", f"Event {expected} is missing before event {row.seq}.")
        expected = row.seq + 1
        chain = (row.session, row.actor)
        payload = _payload(row)
        if payload is None or _hash(row, payload) != row.hash:
            yield problem("hash", "The event does not say what it said when it was stored.")
        if row.prev != heads.get(chain, ""):
            yield problem("chain", "The event does not follow the one before it by the same person.")
        stood = dict(heads) if payload and "heads" in payload else {}
        heads[chain] = row.hash
        if payload is None:
            continue
        mentioned += [(key, row) for key in references(payload)]
        if row.kind == "erased":
            erased |= {(row.session, key) for key in payload.get("keys", [])}
        for actor, head in payload.get("heads", {}).items():
            if stood.get((row.session, actor)) != head:
                yield problem("head", f"The chain of {actor} no longer leads to where it stood at this event.")
    for key, row in mentioned:
        why = _apart_problem(key, row.session, kept.get(key), erased)
        if why:
            yield Problem(row.seq, row.session, row.actor, "content", why)
    mentions = {key for key, _ in mentioned}
    for key, entry in kept.items():
        if entry.seq is not None and key not in mentions:
            yield Problem(
                entry.seq, entry.session, "", "gap", "Content was stored with an event that is no longer there."
            )


def _payload(row: Row[Any]) -> dict[str, Any] | None:
    try:
        value = json.loads(row.payload)
        return value if isinstance(value, dict) and canonical(value).decode() == row.payload else None
    except (ValueError, StoreError):
        return None


def _hash(row: Row[Any], payload: dict[str, Any]) -> str:
    fields = ("seq", "at", "session", "actor", "kind", "request", "prev")
    return event_hash(payload=payload, **{name: getattr(row, name) for name in fields})


def _apart_problem(key: str, session: str, entry: Row[Any] | None, erased: set[tuple[str, str]]) -> str:
    if entry is None or entry.session != session:
        return "What the event refers to is not beside the log."
    if entry.content is None:
        return "" if (session, key) in erased else "What the event refers to was erased without an entry."
    if entry.salt is None or apart_key(entry.salt, entry.content) != key:
        return "What lies beside the log is not what was stored with the event."
    return ""
