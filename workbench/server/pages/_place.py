"""Where a meeting's pages are served, and what is kept about that beside its store."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol

LOOPBACK = ("127.0.0.1", "localhost", "::1")

# glibc keeps what a thread once used; given back, the reading of profiles leaves a kernel a tenth smaller.
_THRIFT = {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}


class Guest(Protocol):
    """Somebody on the panel."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...


class Invitation(Protocol):
    """What the facilitator hands to one person."""

    @property
    def text(self) -> str: ...
    @property
    def expires(self) -> str: ...


class Door(Protocol):
    """What the pages ask of the meeting: who is expected, and letting one person in."""

    @property
    def title(self) -> str: ...
    @property
    def host(self) -> Guest: ...
    def guests(self) -> list[Any]: ...
    def look(self, text: str) -> Guest: ...
    def enter(self, text: str) -> Guest: ...
    def invite(self, person: str, *, hours: float = ...) -> Invitation: ...
    def is_good(self, text: str) -> bool: ...
    def has_joined(self, person: str) -> bool: ...


@dataclass(frozen=True)
class Place:
    """One meeting's pages: its door, its store, the folder in which kernels run, and where the pages listen.

    `own` is the folder in which the store's key files lie; what is written there nobody else can read. A kernel that
    nobody is connected to ends after `idle` seconds.
    """

    door: Door
    session: str
    store: str
    notebook: Path
    own: Path
    address: str = "127.0.0.1"
    port: int = 8866
    certificate: Path | None = None
    key: Path | None = None
    idle: int = 15 * 60
    host_token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def folder(self) -> Path:
        """Where the meeting's notebook lies and its kernels run."""
        return self.notebook.parent

    @property
    def secure(self) -> bool:
        """Whether the pages are served over TLS."""
        return self.certificate is not None

    def environment(self, person: str) -> dict[str, str]:
        """Give the whole environment of a person's kernel: nothing in it comes from a request."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("WORKBENCH_ACTOR", "WORKBENCH_SESSION"))}
        own = {"WORKBENCH_ACTOR": person, "WORKBENCH_SESSION": self.session, "WORKBENCH_STORE": self.store}
        return {**_THRIFT, **kept, **own}


def cookie_secret(own: Path) -> bytes:
    """Give the secret that signs cookies; it outlives the server, so that a restart sends nobody back to the door."""
    file = own / "pages.secret"
    if not file.exists():
        write_private(file, secrets.token_hex(32))
    return file.read_text(encoding="ascii").strip().encode()


def write_private(file: Path, text: str) -> None:
    """Write a file that only this account can read, whole or not at all."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)  # mkstemp makes it 0600
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
    Path(name).replace(file)


def open_private(file: Path) -> IO[bytes]:
    """Open a file that only this account can read, to write at its end."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab")


def read_private(file: Path) -> dict[str, Any]:
    """Give what was kept in a JSON file; nothing when it is not there or was cut off."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return dict(kept) if isinstance(kept, Mapping) else {}
