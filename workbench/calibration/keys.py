"""A rater's keys: one file a round, in a folder that only its owner can read."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path

from workbench.calibration.sealing import new_key
from workbench.errors import NotAllowed, StoreError

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def check_name(name: str, what: str) -> str:
    """Give the name back if it can be part of a file name; people, profiles and sessions are named so.

    Raises
    ------
    NotAllowed
        When it holds anything but letters, digits, `-` and `_`, or is longer than 64.
    """
    if not _SAFE.fullmatch(name):
        raise NotAllowed(f"“{name}” cannot be the id of a {what}: use letters, digits, - and _, up to 64 of them.")
    return name


class KeyFolder:
    """The key files in one folder: `<session>/<rater>.<round>.key`, mode 0600, never written twice.

    >>> folder = KeyFolder(Path("keys"))                                     # doctest: +SKIP
    >>> folder.load_or_create("s-1", "aiko", "main")                         # doctest: +SKIP
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, session: str, rater: str, round: str) -> Path:
        """Say where a key lies."""
        for name, what in ((session, "session"), (rater, "person"), (round, "round")):
            check_name(name, what)
        return self.folder / session / f"{rater}.{round}.key"

    def load(self, session: str, rater: str, round: str) -> bytes | None:
        """Give a key; None when there is no file.

        Raises
        ------
        StoreError
            When the file cannot be read or holds no key.
        """
        path = self.path(session, rater, round)
        try:
            data = json.loads(path.read_bytes())
            key = bytes.fromhex(data["key"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise StoreError(f"The key file {path} cannot be read ({problem}). Restore a copy of it.") from problem
        if len(key) != 32:
            raise StoreError(f"The key file {path} holds no whole key. Restore a copy of it.")
        return key

    def load_or_create(self, session: str, rater: str, round: str) -> bytes:
        """Give the key, making it if there is none; when this returns, file and folder entry are on the disk."""
        key = self.load(session, rater, round)
        if key is not None:
            return key
        path = self.path(session, rater, round)
        for folder in (self.folder, path.parent):
            if not folder.exists():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _sync_folder(folder.parent)
        about = {"session": session, "rater": rater, "round": round, "key": new_key().hex()}
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # mkstemp makes it 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(about).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
            os.link(temporary, path)  # fails where a rename would overwrite another kernel's key
        except FileExistsError:
            pass  # that key was made first, and is read below
        finally:
            Path(temporary).unlink()
        _sync_folder(path.parent)
        made = self.load(session, rater, round)
        if made is None:
            raise StoreError(f"The key file {path} was taken away as it was made. Nothing was saved; try again.")
        return made

    def set_aside(self, session: str, rater: str, round: str) -> None:
        """Move a key file that does not fit out of the way; nothing is deleted."""
        path = self.path(session, rater, round)
        if path.exists():
            number = 1
            while path.with_suffix(f".old{number}").exists():
                number += 1
            path.rename(path.with_suffix(f".old{number}"))
            _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
