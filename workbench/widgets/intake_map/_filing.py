"""Where a map is kept: which file, under which number, and what to do when the file has a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import NotAllowed
from workbench.intake import edit, save
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.intake_map import _places
from workbench.widgets.intake_map._desk import MapDesk

if TYPE_CHECKING:
    from workbench.calibration import Session


class Filing(MeetingWidget):
    """The part of `IntakeMap` that opens, names and copies files."""

    _desk: MapDesk
    _folder: Path
    _template: str
    _meeting: Session | None

    def _may_write(self) -> None:
        if self._meeting is not None and not self._meeting.is_facilitator:
            raise NotAllowed("The facilitator changes the map. Say what you would change.")

    def _shown_path(self, path: Path | None) -> str | None:
        if path is None:
            return None
        return path.relative_to(self._folder).as_posix() if path.is_relative_to(self._folder) else str(path)

    @verb
    def requisition(self, *, request: str, value: str) -> None:
        """Write the requisition's number; the map's file goes by it."""
        self._may_write()
        desk, number = self._desk, value.strip()
        old = desk.page.map
        if number == old.requisition:
            return
        named = self._folder / _places.named(number, old.family)
        ours = desk.path == self._folder / _places.named(old.requisition, old.family)
        if ours and self._meeting is None:
            desk.move_to(named)
        desk.change(lambda m: edit.edit(m, requisition=number))

    @verb
    def choose(self, *, request: str, family: str) -> None:
        """Begin a new map from a template."""
        start = _places.template(family)
        path = self._folder / _places.named("", family)
        if path.exists():
            raise NotAllowed(f"{path.name} is a map without a requisition number yet. Give it one first, or open it.")
        self._desk, self._template = MapDesk(path, start), family

    @verb
    def open_map(self, *, request: str, name: str) -> None:
        """Open a saved map."""
        found = next((path for path in _places.saved(self._folder) if path.name == name), None)
        if found is None:
            raise NotAllowed(f"There is no {name} in {_places.FOLDER} any more.")
        desk = MapDesk(found, None)
        if desk.problem is not None:
            raise desk.problem
        self._desk, self._template = desk, ""

    @verb
    def save_copy(self, *, request: str, path: str) -> dict[str, Any]:
        """Write the map to another file as well."""
        target = _places.copy_to(self._folder, path)
        target.parent.mkdir(exist_ok=True)
        save(self.value, target)
        return {"path": self._shown_path(target)}

    @verb
    def keep_shown(self, *, request: str) -> None:
        """Put the map that is shown in the place of a file that cannot be read."""
        self._may_write()
        self._desk.keep_shown()
