"""The map under the pen: its file, its history, and what people answered aloud."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from workbench.intake import CapabilityMap, edit, load, save

_MOST = 100

Change = Callable[[CapabilityMap], CapabilityMap]


def place_for(requisition: str) -> Path:
    """Give where a map lies in the working folder: `maps/<requisition, or the family>.yaml`."""
    safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in requisition) or "map"
    return Path("maps") / f"{safe}.yaml"


@dataclass
class MapDesk:
    """One map being worked on; with a path every change is on the disk before it counts.

    Raises
    ------
    BadTemplate
        When a change would make the map unsound; file and map stay as they were.
    """

    map: CapabilityMap
    path: Path | None = None
    template: str = ""
    answers: dict[str, bool] = field(default_factory=dict)
    _before: list[CapabilityMap] = field(default_factory=list)
    _after: list[CapabilityMap] = field(default_factory=list)

    @classmethod
    def open(cls, family_or_path: str | Path) -> MapDesk:
        """Open a family's template, or the team's own map of that requisition, or a file."""
        given = Path(family_or_path)
        if given.suffix in {".yaml", ".yml"}:
            return cls._with_answers(load(given), given, "")
        template = load(str(family_or_path))
        own = place_for(template.requisition or template.family)
        return cls._with_answers(load(own) if own.exists() else template, own, str(family_or_path))

    @classmethod
    def _with_answers(cls, opened: CapabilityMap, path: Path, template: str) -> MapDesk:
        desk = cls(opened, path, template)
        if desk._notes.is_file():
            desk.answers = json.loads(desk._notes.read_text(encoding="utf-8"))
        return desk

    @property
    def _notes(self) -> Path:
        return Path(".workbench") / f"aloud-{self.path.stem if self.path else 'meeting'}.json"

    @property
    def changes(self) -> int:
        """How many changes can be taken back."""
        return len(self._before)

    @property
    def undone(self) -> int:
        """How many can be done again."""
        return len(self._after)

    def change(self, how: Change) -> None:
        """Make a change, keep it on the disk, and remember the map before it."""
        new = how(self.map)
        if new == self.map:
            return
        self._put(edit.bump(new))
        self._before = [*self._before, self._last][-_MOST:]
        self._after = []

    def undo(self) -> bool:
        """Take the last change back; false when there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Do again what was taken back; false when there is nothing."""
        return self._step(self._after, self._before)

    def _step(self, source: list[CapabilityMap], other: list[CapabilityMap]) -> bool:
        if not source:
            return False
        self._put(edit.edit(source[-1], version=self.map.version + 1))
        source.pop()
        other.append(self._last)
        return True

    def _put(self, new: CapabilityMap) -> None:
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            save(new, self.path)
        self._last, self.map = self.map, new

    def answer(self, capability: str, stays: bool) -> None:
        """Keep what people said when they were asked aloud whether a must is one."""
        self.answers = {**self.answers, capability: stays}
        if self.path is not None:
            self._notes.parent.mkdir(exist_ok=True)
            self._notes.write_text(json.dumps(self.answers), encoding="utf-8")
