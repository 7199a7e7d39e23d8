"""The map under the pen: its file, its history, and what people answered aloud."""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.errors import BadTemplate, NotAllowed, StoreError
from workbench.intake import CapabilityMap, edit, parse, save

_MOST = 200  # changes that can be taken back
_ONE_CHANGE = 20.0  # seconds in which pauses while typing in one field are one change

Change = Callable[[CapabilityMap], CapabilityMap]


@dataclass(frozen=True)
class Page:
    """A moment of the work: the map, the answers to the question for musts, and the checks that were laid aside."""

    map: CapabilityMap
    answers: tuple[tuple[str, bool], ...] = ()
    kept: tuple[str, ...] = ()


class MapDesk:
    """One map being worked on. With a path, a change is on the disk before it counts.

    The file may also be written by others (an editor, another kernel): what they wrote is taken over and can be
    taken back like any change; while it cannot be read, the map stays as it was and `problem` says why.
    """

    def __init__(self, path: Path | None, start: CapabilityMap | None) -> None:
        self.path = path
        self.problem: BadTemplate | None = None
        self._turn = threading.RLock()
        self._stamp: tuple[int, int, int] | None = None
        self._before: list[Page] = []
        self._after: list[Page] = []
        self._typing: tuple[str, float] | None = None
        self._page = None if start is None else Page(start)
        self.look()
        if start is None and path is not None and not path.exists():
            self.problem = BadTemplate(path.name, None, "", "There is no such file.")
        self._before.clear()
        if self._page is not None:
            self._page = replace(self._page, **self._notes())

    @property
    def open(self) -> bool:
        """Whether there is a map at all."""
        return self._page is not None

    @property
    def page(self) -> Page:
        """The map of now, with its answers."""
        if self._page is None:
            raise NotAllowed(str(self.problem or "No map is open yet. Choose a template."))
        return self._page

    @property
    def changes(self) -> int:
        """How many changes can be taken back."""
        return len(self._before)

    @property
    def undone(self) -> int:
        """How many can be done again."""
        return len(self._after)

    def change(self, how: Change, typing: str = "", **beside: Any) -> None:
        """Make a change and keep it on the disk. `beside` changes answers or kept checks in the same step.

        Parameters
        ----------
        typing
            The field that is being typed in: its changes within some seconds are taken back as one.

        Raises
        ------
        NotAllowed
            When what was to be changed is no longer on the map.
        BadTemplate
            When the change would leave a map that cannot be read again; file and map stay as they were.
        StoreError
            When the file cannot be written.
        """
        with self._turn:
            self.look()
            if self.problem is not None:
                raise self.problem
            before = self.page
            try:
                changed = how(before.map)
            except KeyError:
                raise NotAllowed("That is no longer on the map; it was changed elsewhere.") from None
            new = replace(before, map=changed, **beside)
            if new == before:
                return
            one = (
                typing and self._typing and self._typing[0] == typing
                and time.monotonic() - self._typing[1] < _ONE_CHANGE
            )  # fmt: skip
            self._put(new)
            self._typing = (typing, time.monotonic()) if typing else None
            self._before = self._before if one else [*self._before, before][-_MOST:]
            self._after = []

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Do again what was taken back; False when there is nothing."""
        return self._step(self._after, self._before)

    def _step(self, source: list[Page], other: list[Page]) -> bool:
        with self._turn:
            self.look()
            if not source:
                return False
            now, to = self.page, source[-1]
            self._put(replace(to, map=edit.edit(to.map, version=now.map.version)))
            source.pop()
            other.append(now)
            self._typing = None
            return True

    def _put(self, new: Page) -> None:
        """Write, then show: what is called saved is on the disk."""
        old = self._page
        if old is None or new.map != old.map:
            new = replace(new, map=edit.edit(new.map, version=(old or new).map.version + 1))
        if self.path is not None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                if old is None or new.map != old.map:
                    save(new.map, self.path)
                if old is None or (new.answers, new.kept) != (old.answers, old.kept):
                    _write(self._notes_path, json.dumps({"answers": dict(new.answers), "kept": list(new.kept)}))
                self._stamp = _stamp(self.path)
            except OSError as problem:
                why = problem.strerror or "the disk refused"
                raise StoreError(f"Nothing was saved: {self.path.name} cannot be written ({why}).") from problem
        self._page = new

    def look(self) -> bool:
        """Take over what others wrote to the file; say whether there is something new to show."""
        with self._turn:
            stamp = None if self.path is None else _stamp(self.path)
            if self.path is None or stamp is None or stamp == self._stamp:
                return False
            self._stamp = stamp
            try:
                found = parse(self.path.read_bytes().decode("utf-8-sig"), self.path.name)
            except (BadTemplate, UnicodeDecodeError, OSError) as problem:
                self.problem = _told(problem, self.path.name)
                return True
            mended, self.problem = self.problem is not None, None
            if self._page is None:
                self._page = Page(found, **self._notes())
            elif found == self._page.map:
                return mended
            else:
                self._before, self._after = [*self._before, self._page][-_MOST:], []
                self._page = replace(self._page, map=found)
            return True

    def keep_shown(self) -> None:
        """Write the map that is shown over a file that cannot be read; the file is kept beside as `….broken`."""
        with self._turn:
            if self.path is None or self.problem is None:
                return
            self.path.replace(self.path.with_name(f"{self.path.name}.broken"))
            self.problem = None
            save(self.page.map, self.path)
            self._stamp = _stamp(self.path)

    def move_to(self, path: Path) -> None:
        """Let the file go by another name; the answers go with it."""
        with self._turn:
            old, notes = self.path, self._notes_path if self.path else None
            if old is None or path == old:
                return
            if path.exists():
                raise NotAllowed(f"There is a map {path.name} already. Open that one, or choose another number.")
            if old.exists():
                old.replace(path)
            self.path = path
            if notes is not None and notes.exists():
                notes.replace(self._notes_path)
            self._stamp = _stamp(path)

    @property
    def _notes_path(self) -> Path:
        if self.path is None:
            raise NotAllowed("This map has no file.")
        return self.path.with_name(f".{self.path.stem}.json")

    def _notes(self) -> dict[str, Any]:
        if self.path is None or not self._notes_path.is_file():
            return {}
        try:
            noted = json.loads(self._notes_path.read_text(encoding="utf-8"))
            return {"answers": tuple(dict(noted["answers"]).items()), "kept": tuple(noted["kept"])}
        except (ValueError, KeyError, TypeError):
            return {}  # the answers are asked for again; the map itself is whole


def _told(problem: Exception, name: str) -> BadTemplate:
    if isinstance(problem, BadTemplate):
        return problem
    if isinstance(problem, UnicodeDecodeError):
        return BadTemplate(name, None, "", "This is not UTF-8 text; save the file as UTF-8.")
    return BadTemplate(name, None, "", "The file cannot be read.")


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _write(path: Path, text: str) -> None:
    handle, partial = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(partial).replace(path)
