"""The tables, and one tuple of statements for each version of them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("session", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("payload", Text, nullable=False),
    Column("request", String, nullable=False),
    Column("prev", String, nullable=False),
    Column("hash", String, nullable=False),
    Column("signature", String),
)

apart = Table(
    "apart",
    metadata,
    Column("key", String, primary_key=True),
    Column("session", String, nullable=False),
    Column("seq", Integer),  # the event it was written with; None when it was put there alone
    Column("text", Integer, nullable=False),  # 1 for text, 0 for bytes
    Column("salt", LargeBinary),
    Column("content", LargeBinary),
    Column("erased_at", String),
)

GUARDS = ("events_stay", "events_last", "events_once", "apart_only_erased", "apart_stays")

APPLICATION_ID = 0x57424348  # "WBCH" in the file's header

SQLITE_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE events (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL, session TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
            payload TEXT NOT NULL, request TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
            signature TEXT
        ) STRICT""",
        "CREATE UNIQUE INDEX events_request ON events (session, actor, request)",
        "CREATE INDEX events_chain ON events (session, actor, seq)",
        "CREATE INDEX events_session ON events (session, seq)",
        """CREATE TABLE apart (
            key TEXT PRIMARY KEY, session TEXT NOT NULL, seq INTEGER, text INTEGER NOT NULL,
            salt BLOB, content BLOB, erased_at TEXT
        ) STRICT""",
        """CREATE TRIGGER events_stay BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
        """CREATE TRIGGER events_last BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END""",
        # INSERT OR REPLACE deletes the old row without asking a DELETE trigger.
        """CREATE TRIGGER events_once BEFORE INSERT ON events
            WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq OR hash = NEW.hash
                         OR (session = NEW.session AND actor = NEW.actor AND request = NEW.request))
            BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END""",
        """CREATE TRIGGER apart_only_erased BEFORE UPDATE ON apart
            WHEN NEW.key IS NOT OLD.key OR NEW.session IS NOT OLD.session OR NEW.seq IS NOT OLD.seq
                 OR NEW.text IS NOT OLD.text OR NEW.content IS NOT NULL OR NEW.salt IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'what lies beside the log is only ever erased'); END""",
        """CREATE TRIGGER apart_stays BEFORE DELETE ON apart
            BEGIN SELECT RAISE(ABORT, 'erase the content, keep the row'); END""",
    ),
)
