"""A sheet with three rows on a store that is a file: enough to try every shared part."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from workbench.errors import BadScore
from workbench.widgets._base import MeetingWidget, Reply, verb

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc000000301010018dd8db00000000049454e44ae426082"
)


_TABLE = """CREATE TABLE IF NOT EXISTS events
            (seq INTEGER PRIMARY KEY, request TEXT UNIQUE, row TEXT, value)"""


class FileSession:
    """A session of one person whose scores lie in an SQLite file, each commit on the disk before it counts."""

    def __init__(self, path: str | Path, actor: str = "aiko", texts: list[str] | None = None) -> None:
        self.session, self.actor, self.texts = "DEMO-1", actor, texts or ["Alpha", "Beta", "Gamma"]
        self._lock = threading.Lock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute(_TABLE)

    def do(self, verb: str, args: Mapping[str, Any], *, request: str) -> Mapping[str, Any]:
        if verb == "score" and args.get("value") == 3 and not args.get("reason", "because"):
            raise BadScore("A score needs a quote or a reason.")
        with self._lock:
            self._db.execute(
                "INSERT OR IGNORE INTO events (request, row, value) VALUES (?, ?, ?)",
                (request, args["row"], args["value"]),
            )
            found = self._db.execute("SELECT seq FROM events WHERE request = ?", (request,))
            seq = found.fetchone()[0]
        return {"event": seq, "at": datetime.now(UTC).isoformat()}

    def rows(self) -> list[tuple[int, str, str, Any]]:
        with self._lock:
            return self._db.execute("SELECT seq, request, row, value FROM events ORDER BY seq").fetchall()

    def state_for(self) -> Mapping[str, Any]:
        rows = self.rows()
        values = {row: value for _, _, row, value in rows}
        return {
            "version": rows[-1][0] if rows else 0,
            "title": "Senior Backend Engineer",
            "values": values,
            "rows": [{"id": text[:8], "letter": "ABCDEFGHI"[i], "text": text} for i, text in enumerate(self.texts)],
        }

    def watch(self, callback: Callable[..., None]) -> Any:
        return _Watch(self, callback)


class _Watch:
    """Looks for foreign commits five times a second, on its own thread."""

    def __init__(self, session: FileSession, callback: Callable[..., None]) -> None:
        self._ended = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(session, callback), name="demo-watch", daemon=True)
        self.thread.start()

    def _run(self, session: FileSession, callback: Callable[..., None]) -> None:
        seen = len(session.rows())
        while not self._ended.wait(0.2):
            now = len(session.rows())
            if now != seen:
                seen = now
                callback(session.state_for())

    def close(self) -> None:
        self._ended.set()


class Demo(MeetingWidget):
    """Scores for three rows."""

    title: ClassVar[str] = "Demo sheet"
    passes: ClassVar[frozenset[str]] = frozenset({"score"})

    @verb(reads=True)
    def page(self, *, request: str, page: int) -> Reply:
        return Reply({"page": page}, (PIXEL,))

    @verb
    def stumble(self, *, request: str) -> None:
        raise ZeroDivisionError("a mistake in the program")

    @verb(reads=True)
    def who(self, *, request: str) -> dict[str, Any]:
        return {"pid": os.getpid()}
