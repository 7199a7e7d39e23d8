"""Taking a log out of its database: a copy to keep, and a plain file that anyone can check without this program."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import select

from workbench.errors import StoreError
from workbench.store._database import Database
from workbench.store._schema import apart, events

FORMAT = "workbench log 1"


def export_log(database: Database, target: Path, session: str | None = None) -> int:
    """Write the log as lines of JSON and give the number of events; `docs/sealing.md` says what each line holds.

    It holds everything that lies beside the log too, so it is as private as the store.
    """
    partial = target.with_name(f"{target.name}.part")
    written = 0
    with database.snapshot() as connection, partial.open("w", encoding="utf-8", newline="\n") as file:

        def line(value: dict[str, Any]) -> None:
            file.write(json.dumps(value, ensure_ascii=True, sort_keys=True) + "\n")

        line({"format": FORMAT, "session": session})
        for row in connection.execute(select(events).order_by(events.c.seq)):
            if session in (None, row.session):
                line({"event": {**row._asdict(), "payload": json.loads(row.payload)}})
                written += 1
        for row in connection.execute(select(apart).order_by(apart.c.key)):
            if session in (None, row.session):
                found = row._asdict()
                line({"apart": {**found, **{name: _hex(found[name]) for name in ("salt", "content")}}})
        file.flush()
        os.fsync(file.fileno())
    partial.replace(target)
    return written


def back_up(path: Path, target: Path) -> None:
    """Copy a SQLite store while it is in use; the copy is whole, and takes the place of the file when that is damaged.

    Raises
    ------
    StoreError
        When the target is there already, or the store cannot be read to its end.
    """
    if target.exists():
        raise StoreError(f"{target} is there already. Give the copy a name of its own; nothing was overwritten.")
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    source, copy = sqlite3.connect(path), sqlite3.connect(partial)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    except sqlite3.DatabaseError as problem:
        copy.close()
        partial.unlink(missing_ok=True)
        raise StoreError(f"{path.name} could not be copied to its end ({problem}).") from problem
    finally:
        source.close()
        copy.close()
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)


def _hex(value: Any) -> str | None:
    return None if value is None else bytes(value).hex()
