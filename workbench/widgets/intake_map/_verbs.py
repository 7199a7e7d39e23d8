"""What the view may ask of the map: each verb is one change, stored before it is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.calibration import Rubric
from workbench.errors import NotAllowed
from workbench.intake import Anchors, CapabilityMap, Neighbour, edit
from workbench.intake.capability import Five, How
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.intake_map._desk import Change

_MAP_TEXTS = {"problem", "title", "pitch"}
_TEXTS = {"name", "scale", "question"}
_CHOICES = {"depth", "ownership", "kind"}
_LISTS = {"central", "peripheral", "outcomes", "constraints"}
_IMPORTANCES = {"must", "should", "nice"}
_ROUND = {"title", "minutes", "job"}


class MapVerbs(MeetingWidget):
    """The changes of a map; `IntakeMap` says where they go."""

    _set_aside: dict[str, Five]

    def _change(self, how: Change, typing: str = "") -> None:
        raise NotImplementedError

    # The map itself
    @verb
    def edit_map(self, *, request: str, field: str, value: Any) -> None:
        """Change a text of the map, its systems, or its scale (pairs of what and how large)."""
        if field in _MAP_TEXTS:
            text = str(value).strip() if field == "title" else str(value)
            self._change(lambda m: edit.edit(m, **{field: text}), typing=field)
        elif field == "systems":
            self._change(lambda m: edit.edit(m, systems=tuple(str(one) for one in value)))
        elif field == "scale":
            facts = [{"what": str(what), "value": str(size)} for what, size in value]
            self._change(lambda m: CapabilityMap.from_dict({**m.to_dict(), "scale": facts}))
        else:
            raise NotAllowed(f"{field} is not changed here.")

    @verb
    def add_outcome(self, *, request: str, months: int, text: str) -> None:
        """Add what is different after some months."""
        self._change(lambda m: edit.add_outcome(m, int(months), text.strip()))

    @verb
    def edit_outcome(self, *, request: str, id: str, text: str) -> None:
        """Write an outcome anew; an empty one goes."""
        if text.strip():
            self._change(lambda m: edit.edit_outcome(m, id, text=text), typing=f"outcome {id}")
        else:
            self._change(lambda m: edit.remove_outcome(m, id))

    @verb
    def add_round(self, *, request: str, title: str) -> dict[str, Any]:
        """Add a conversation to the interview loop."""
        made: list[str] = []

        def add(current: CapabilityMap) -> CapabilityMap:
            new = edit.add_round(current, title.strip(), 45, "")
            made.append(new.loop[-1].id)
            return new

        self._change(add)
        return {"id": made[-1]}

    @verb
    def edit_round(self, *, request: str, id: str, field: str, value: Any) -> None:
        """Change a round's title, minutes or job."""
        if field not in _ROUND:
            raise NotAllowed(f"{field} is not changed here.")
        new = _minutes(value) if field == "minutes" else str(value)
        self._change(lambda m: edit.edit_round(m, id, **{field: new}), typing=f"round {id} {field}")

    @verb
    def remove_round(self, *, request: str, id: str) -> None:
        """Take a round off the loop."""
        self._change(lambda m: edit.remove_round(m, id))

    @verb
    def set_test(self, *, request: str, id: str, round: str, how: str | None) -> None:
        """Say whether a round tests a capability, touches on it, or neither."""
        given: How | None = "tests" if how == "tests" else "touches" if how == "touches" else None
        self._change(lambda m: edit.set_test(m, id, round, given))

    # Its cards
    @verb
    def add(self, *, request: str, name: str, importance: str) -> dict[str, Any]:
        """Add a card."""
        made: list[str] = []

        def put(current: CapabilityMap) -> CapabilityMap:
            new, one = edit.new_capability(current, name.strip(), _importance(importance))
            made.append(one.id)
            return new

        self._change(put)
        return {"id": made[-1]}

    @verb
    def move(self, *, request: str, id: str, importance: str, at: int | None = None) -> None:
        """Move a card to a column, or within it."""
        self._change(lambda m: edit.move_capability(m, id, _importance(importance), at))

    @verb
    def remove(self, *, request: str, id: str) -> None:
        """Take a card off the map."""
        self._change(lambda m: edit.remove_capability(m, id))

    @verb
    def edit_capability(self, *, request: str, id: str, field: str, value: Any) -> None:
        """Change one field of a card."""
        if field == "scored_from_profile":
            self._change(lambda m: self._from_profile(m, id, bool(value)))
            return
        if field in _TEXTS | _CHOICES:
            value = str(value)
        elif field in _LISTS:
            value = tuple(dict.fromkeys(str(one) for one in value))
        elif field == "neighbours":
            value = tuple(Neighbour.from_dict(one) for one in value)
        else:
            raise NotAllowed(f"{field} is not changed here.")
        typing = f"{id} {field}" if field in _TEXTS else ""
        self._change(lambda m: edit.edit_capability(m, id, **{field: value}), typing=typing)

    def _from_profile(self, current: CapabilityMap, id: str, on: bool) -> CapabilityMap:
        """Profile anchors cannot stay where no profile is scored; they come back when it is again."""
        one = current.capability(id)
        if one.anchors.profile is not None:
            self._set_aside[id] = one.anchors.profile
        anchors = replace(one.anchors, profile=self._set_aside.get(id) if on else None)
        return edit.edit_capability(current, id, scored_from_profile=on, anchors=anchors)

    @verb
    def edit_anchor(self, *, request: str, id: str, source: str, level: int, text: str) -> None:
        """Write one of the five anchors of a set."""
        self._change(
            lambda m: edit.edit_capability(m, id, anchors=_with_anchor(m, id, source, level, text)),
            typing=f"{id} {source} {level}",
        )


def _importance(name: str) -> Any:
    if name not in _IMPORTANCES:
        raise NotAllowed("A capability is a must, a should or nice to have.")
    return name


def _minutes(value: Any) -> int:
    try:
        minutes = int(str(value).strip())
    except ValueError:
        minutes = 0
    if not 5 <= minutes <= 480:
        raise NotAllowed("A round takes between 5 and 480 minutes; write a whole number.")
    return minutes


def _with_anchor(current: CapabilityMap, id: str, source: str, level: int, text: str) -> Anchors:
    """Give the capability's anchors with one text changed; a set that was the program's becomes the map's own."""
    anchors, criterion = current.capability(id).anchors, Rubric.from_map(current).criterion(id)
    texts = criterion.anchors("profile" if source == "profile" else "interview")
    if texts is None or source not in ("profile", "interview") or level not in range(1, 6) or not text.strip():
        raise NotAllowed("An anchor needs words, and a score from 1 to 5.")
    changed = list(texts)
    changed[level - 1] = text.strip()
    one, two, three, four, five = changed
    return replace(anchors, **{source: (one, two, three, four, five)})
