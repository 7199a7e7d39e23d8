"""A folder of profiles: which lie beside the notebook, and which of its files can be read."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.errors import NotAllowed, Refused

MOST = 40
_OFFERED = 6
_USUAL = {".pdf", ".docx", ".odt", ".rtf", ".txt"}  # others are read too, but rarely are profiles


def nearby(base: Path) -> list[dict[str, Any]]:
    """Give the folders beside the notebook, one level down or two, that hold documents."""
    from workbench.resume.pool import documents_in

    out: list[dict[str, Any]] = []
    children = [one for one in _folders(base) if one.name not in ("maps", "records", "earlier")]
    for place in (each for child in children for each in (child, *_folders(child))):
        own = [path for path in documents_in(place) if path.parent == place and path.suffix.lower() in _USUAL]
        if own and len(out) < _OFFERED:
            out.append({"folder": place.relative_to(base).as_posix(), "files": len(own)})
    return out


def _folders(place: Path) -> list[Path]:
    return sorted(one for one in place.iterdir() if one.is_dir() and not one.name.startswith((".", "_")))


class Reading:
    """Reads the profiles of a folder in a thread, one after another; a new folder ends the former's reading."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._turn = threading.Lock()
        self._ticket = 0
        self.folder = ""
        self.of = 0
        self._found: list[dict[str, Any]] = []

    @property
    def files(self) -> list[dict[str, Any]]:
        """What was looked at so far: `file, path, status, reason`."""
        with self._turn:
            return list(self._found)

    @property
    def busy(self) -> bool:
        """Whether files are still being read."""
        with self._turn:
            return len(self._found) < self.of

    def look(self, base: Path, folder: str) -> None:
        """Begin with a folder.

        Raises
        ------
        NotAllowed
            When there is no such folder, or nothing in it, or more than a meeting takes.
        """
        from workbench.resume.pool import documents_in

        name = folder.strip()
        place = base / Path(name).expanduser()
        if not name:
            raise NotAllowed("Type the name of the folder that holds the profiles.")
        if not place.is_dir():
            raise NotAllowed(f"There is no folder {name} beside this notebook.")
        paths = documents_in(place)
        if not paths:
            raise NotAllowed(f"{name} holds no PDF, Word or text file.")
        if len(paths) > MOST:
            raise NotAllowed(
                f"{name} holds {len(paths)} files. A meeting takes {MOST} at most; six to twelve are usual."
            )
        with self._turn:
            self._ticket += 1
            self.folder, self.of, self._found = name, len(paths), []
            ticket = self._ticket
        threading.Thread(target=self._read, args=(ticket, place, paths), name="workbench-setup", daemon=True).start()

    def close(self) -> None:
        """End the reading."""
        with self._turn:
            self._ticket += 1

    def _read(self, ticket: int, place: Path, paths: list[Path]) -> None:
        from workbench import resume

        for path in paths:
            found = {"file": path.relative_to(place).as_posix(), "path": path, "status": "read", "reason": ""}
            try:
                resume.read(path)
            except Refused as refused:
                found |= {"status": refused.reason, "reason": refused.message}
            with self._turn:
                if self._ticket != ticket:
                    return
                self._found.append(found)
            self._changed()
