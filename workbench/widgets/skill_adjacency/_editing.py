"""What a view may ask of `SkillAdjacency` that is kept in the team's glossaries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from workbench import skills
from workbench.errors import NotAllowed
from workbench.skills import overlay
from workbench.widgets._base import verb

_COMES = get_args(overlay.Comes)
_RELATIONS: tuple[overlay.Relation, ...] = get_args(overlay.Relation)


class Editing:
    """Judge a pair, take a judgement out, go back to ours, undo."""

    _changes: list[overlay.Change]

    @verb
    def judge(self, *, request: str, have: str, to: str, low: float, high: float, why: str) -> dict[str, Any]:
        """Keep what the team thinks of the way from one skill to another."""
        return self._written(lambda: overlay.judge_near(have, to, (_weeks(low), _weeks(high)), why))

    @verb
    def deny(self, *, request: str, have: str, to: str, why: str) -> dict[str, Any]:
        """Keep that the one does not show the other."""
        return self._written(lambda: overlay.judge_not(have, to, why))

    @verb
    def comes(self, *, request: str, have: str, to: str, relation: overlay.Comes, why: str) -> dict[str, Any]:
        """Keep that the one comes with the other: it brings it, is part of it or built on it."""
        if relation not in _COMES:
            raise NotAllowed("Say whether the one brings the other, is part of it or is built on it.")
        return self._written(lambda: overlay.judge_comes(have, to, relation, why))

    @verb
    def take_out(self, *, request: str, have: str, to: str, relation: overlay.Relation) -> dict[str, Any]:
        """Take a relation out."""
        return self._written(lambda: overlay.take_out(have, to, _relation(relation)))

    @verb
    def take_ours(self, *, request: str, have: str, to: str, relation: overlay.Relation) -> dict[str, Any]:
        """Go back to what our glossaries say of the two."""
        return self._written(lambda: overlay.take_ours(have, to, _relation(relation)))

    @verb
    def take_back(self, *, request: str) -> dict[str, Any]:
        """Undo the last change made here."""
        if not self._changes:
            raise NotAllowed("There is no change of yours to take back.")
        overlay.take_back(self._changes[-1])
        self._changes.pop()
        return _told("taken back")

    @verb
    def read_again(self, *, request: str) -> dict[str, Any]:
        """Read the glossaries again, after somebody edited a file."""
        skills.reload()
        return _told("read again")

    def _written(self, write: Callable[[], overlay.Change]) -> dict[str, Any]:
        try:
            change = write()
        except OSError as problem:
            raise NotAllowed(
                f"Your team's folder cannot be written ({problem.strerror}); nothing was changed."
            ) from None
        self._changes = [*self._changes[-19:], change]
        return _told(str(change.file.name))


def team() -> dict[str, Any]:
    """Give where the team's judgement is kept, how much of it there is, and what is broken in it."""
    problems = skills.graph().words.problems
    folder = overlay.team_folder()
    return {
        "folder": _short(folder),
        "changed": len(overlay.changed_terms()) if folder.is_dir() else 0,
        "problems": [
            {"file": one.file, "line": one.line, "field": one.field, "message": one.message} for one in problems
        ],
    }


def _short(folder: Path) -> str:
    """Say a folder as people would: from where the notebook lies, or from home."""
    for base, name in ((Path.cwd(), ""), (Path.home(), "~/")):
        if folder.is_relative_to(base):
            return name + str(folder.relative_to(base))
    return str(folder)


def _told(event: str) -> dict[str, Any]:
    return {"event": event, "at": datetime.now().astimezone().isoformat(timespec="seconds")}


def _weeks(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotAllowed("Give the weeks as numbers, from low to high.")
    return float(value)


def _relation(name: str) -> overlay.Relation:
    for known in _RELATIONS:
        if name == known:
            return known
    raise NotAllowed(f"Only these can be changed here: {', '.join(_RELATIONS)}.")
