"""What the store asks of a database, whichever it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

Pause = Callable[[float], object]  # waits so many seconds, or less when there is nothing left to wait for
Heard = Callable[[Pause], bool]  # waits a little and says whether anything was committed since it was asked last


class Database(Protocol):
    """A database that keeps the log: one engine that reads (each statement by itself) and one that writes.

    A write transaction of `writing` begins alone: no other one is under way until it ends.
    """

    reading: Engine
    writing: Engine

    @property
    def name(self) -> str:
        """What people call it: a file's name, or the database's."""

    @property
    def path(self) -> Path:
        """The file; for a server, a name in the folder where this machine keeps what belongs to it, such as keys."""

    def snapshot(self) -> AbstractContextManager[Connection]:
        """Give a connection whose reads all see one moment."""

    def listening(self) -> AbstractContextManager[Heard]:
        """Give a function that notices others' commits, from the moment this is entered."""

    def purge(self) -> None:
        """Take erased content off the disk, as far as the database can."""

    def faults(self, connection: Connection) -> list[str]:
        """List what the database itself, its guards and its count of events say is wrong."""

    def close(self) -> None:
        """Close every connection that is not in use."""
