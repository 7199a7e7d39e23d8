"""`IntakeMap`: recruiter and hiring manager settle what the work needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.calibration import Rubric
from workbench.errors import BadTemplate, NotAllowed
from workbench.intake import Anchors, CapabilityMap, Issue, Neighbour, check, checks, edit, families, suggest_neighbours
from workbench.skills import band
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.intake_map import _look
from workbench.widgets.intake_map._desk import Change, MapDesk
from workbench.widgets.skill_adjacency.widget import suggestions

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session

_MAP_FIELDS = {"problem", "title", "requisition", "pitch"}
_CARD_FIELDS = {"name", "kind", "depth", "scale", "ownership", "question", "scored_from_profile"}
_CARD_LISTS = {"central", "peripheral", "outcomes", "constraints"}


class IntakeMap(MeetingWidget):
    """The capability map, as cards in three columns.

    >>> IntakeMap("backend")  # doctest: +SKIP
    IntakeMap(map='maps/BE-204.yaml')

    Parameters
    ----------
    of : str, Path, CapabilityMap or Session, optional
        A role family (its template, or the team's own map of that requisition), a YAML file, a map, or a meeting. In a
        meeting the facilitator's changes are gathered, and go into it with a reason.

    Attributes
    ----------
    value : CapabilityMap
        The map as it stands.
    rubric : Rubric
        The criteria it makes.
    frame : DataFrame
        A row a capability, tidy.
    """

    title: ClassVar[str] = "Capability map"
    passes: ClassVar[frozenset[str]] = frozenset({"clock"})

    def __init__(self, of: str | Path | CapabilityMap | Session | None = None) -> None:
        self._meeting: Session | None = None
        self._desk: MapDesk | None = None
        self._broken: str | None = None
        self._kept: set[str] = set()
        self._checked: tuple[CapabilityMap, list[Issue]] | None = None
        if isinstance(of, CapabilityMap):
            self._desk = MapDesk(of)
        elif isinstance(of, str | Path):
            self._open(of)
        elif of is not None:
            self._meeting = of
            self._desk = MapDesk(CapabilityMap.from_dict(of.map))
        if self._meeting is not None:
            super().__init__(session=self._meeting)
        else:
            name = str(self._desk.path or self._desk.map.requisition) if self._desk else str(of or "none yet")
            super().__init__(about={"map": name}, key=f"IntakeMap:{name}")

    def _open(self, of: str | Path) -> None:
        try:
            self._desk = MapDesk.open(of)
        except BadTemplate as problem:
            self._broken = str(problem)

    @property
    def value(self) -> CapabilityMap:
        """The map as it stands."""
        return self._opened.map

    @property
    def rubric(self) -> Rubric:
        """The criteria it makes."""
        return Rubric.from_map(self._opened.map)

    @property
    def frame(self) -> pd.DataFrame:
        """A row a capability, tidy."""
        import pandas as pd

        names = ["id", "letter", "name", "importance", "kind", "depth", "scale", "ownership", "question"]
        rows = [
            {**one.to_dict(), "skills": ", ".join(one.central), "tested": _look.coverage(self.value)[one.id]}
            for one in self.value.capabilities
        ]
        return pd.DataFrame(rows, columns=[*names, "skills", "tested"])

    @property
    def _opened(self) -> MapDesk:
        if self._desk is None:
            raise NotAllowed(self._broken or "No map is open yet; choose a template.")
        return self._desk

    def compute(self) -> dict[str, Any]:
        """Give the map with its checks, and where it is kept."""
        state: dict[str, Any] = {"families": families(), "broken": self._broken, "map": None, "meeting": None}
        if self._desk is None:
            return state
        desk, the_map = self._desk, self._desk.map
        found = self._issues(the_map)
        state |= {
            "map": the_map.to_dict(),
            "names": _look.names(the_map),
            "bands": _look.bands(the_map),
            "issues": _look.issues(the_map, found, self._kept),
            "clear": _look.CHECKS - len({one.code for one in found}),
            "coverage": _look.coverage(the_map),
            "rubric": _look.rubric(the_map),
            "answers": desk.answers,
            "changes": desk.changes,
            "undone": desk.undone,
            "path": str(desk.path) if desk.path else None,
            "template": desk.template,
            "read_only": self._meeting is not None and not self._meeting.is_facilitator,
        }
        if self._meeting is not None:
            told = self._meeting.state_for()
            kept = {name: told[name] for name in ("title", "requisition", "clock", "me", "mode", "may", "map_version")}
            scored = bool(told["board"]) or any(r["submitted"] for r in told["rounds"])
            state["meeting"] = {**kept, "scored": scored}
            state["version"] = told["version"]
        return state

    def _issues(self, the_map: CapabilityMap) -> list[Issue]:
        if self._checked is None or self._checked[0] is not the_map:
            self._checked = (the_map, check(the_map))
        return self._checked[1]

    def _change(self, how: Change) -> None:
        if self._meeting is not None and not self._meeting.is_facilitator:
            raise NotAllowed("The facilitator changes the map. Say what you would change.")
        self._opened.change(how)

    # ---- what the view asks
    @verb
    def choose(self, *, request: str, family: str) -> None:
        """Open a template."""
        self._broken = None
        self._open(family)
        if self._broken:
            raise NotAllowed(self._broken)

    @verb
    def edit_map(self, *, request: str, field: str, value: Any) -> None:
        """Change a field of the map itself: problem, title, requisition, pitch, systems, scale."""
        if field in _MAP_FIELDS:
            self._change(lambda m: edit.edit(m, **{field: str(value)}))
        elif field == "systems":
            self._change(lambda m: edit.edit(m, systems=tuple(str(one) for one in value)))
        elif field == "scale":
            data = [{"what": str(one[0]), "value": str(one[1])} for one in value]
            self._change(lambda m: CapabilityMap.from_dict({**m.to_dict(), "scale": data}))
        else:
            raise NotAllowed(f"{field} is not changed here.")

    @verb
    def edit_outcome(self, *, request: str, id: str | None, text: str, months: int = 6) -> None:
        """Write an outcome; an empty one goes."""
        if id is None:
            self._change(lambda m: edit.add_outcome(m, months, text))
        elif text.strip():
            self._change(lambda m: edit.edit_outcome(m, id, text=text))
        else:
            self._change(lambda m: edit.remove_outcome(m, id))

    @verb
    def edit_capability(self, *, request: str, id: str, field: str, value: Any) -> None:
        """Change one field of a card."""
        if field in _CARD_LISTS:
            value = tuple(str(one) for one in value)
        elif field == "neighbours":
            value = tuple(Neighbour.from_dict(one) for one in value)
        elif field not in _CARD_FIELDS:
            raise NotAllowed(f"{field} is not changed here.")
        self._change(lambda m: edit.edit_capability(m, id, **{field: value}))

    @verb
    def move(self, *, request: str, id: str, importance: str, at: int | None = None) -> None:
        """Move a card to a column, or within it."""
        self._change(lambda m: edit.move_capability(m, id, importance, at))  # type: ignore[arg-type]

    @verb
    def add(self, *, request: str, name: str, importance: str) -> dict[str, Any]:
        """Add a card."""
        self._change(lambda m: edit.new_capability(m, name, importance)[0])  # type: ignore[arg-type]
        new = {one.id for one in self._opened.map.capabilities}
        return {
            "id": next(one.id for one in reversed(self._opened.map.capabilities) if one.id in new and one.name == name)
        }

    @verb
    def remove(self, *, request: str, id: str) -> None:
        """Take a card off the map."""
        self._change(lambda m: edit.remove_capability(m, id))

    @verb
    def set_test(self, *, request: str, id: str, round: str, how: str | None) -> None:
        """Say whether a round tests a capability, touches on it, or neither."""
        self._change(lambda m: edit.set_test(m, id, round, how))  # type: ignore[arg-type]

    @verb
    def edit_anchor(self, *, request: str, id: str, source: str, level: int, text: str) -> None:
        """Write one of the five anchors of a set."""
        self._change(lambda m: edit.edit_capability(m, id, anchors=_with_anchor(m, id, source, level, text)))

    @verb
    def answer(self, *, request: str, id: str, stays: bool) -> None:
        """Keep the answer to the question that is asked aloud; "no" moves the card to should."""
        self._opened.answer(id, stays)
        if not stays:
            self._change(lambda m: edit.move_capability(m, id, "should"))

    @verb
    def undo(self, *, request: str) -> None:
        """Take the last change back."""
        if not self._opened.undo():
            raise NotAllowed("There is nothing to take back.")

    @verb
    def redo(self, *, request: str) -> None:
        """Do again what was taken back."""
        if not self._opened.redo():
            raise NotAllowed("There is nothing to do again.")

    @verb
    def keep_ours(self, *, request: str, key: str) -> None:
        """Leave a wording as it is; the check stays quiet about it."""
        self._kept.add(key)

    @verb
    def use_wording(self, *, request: str, key: str) -> None:
        """Put the better wording where the words stand."""
        the_map = self._opened.map
        found = next((i for i in self._issues(the_map) if _look.key_of(i) == key and i.start is not None), None)
        if found is None:
            raise NotAllowed("That wording has changed meanwhile.")
        place = checks.place_of(the_map, found)
        self._change(lambda m: CapabilityMap.from_dict(_reworded(m.to_dict(), place, found)))

    @verb
    def into_meeting(self, *, request: str, reason: str) -> Any:
        """Put the changed map into the meeting; scores whose meaning changes become stale."""
        if self._meeting is None:
            raise NotAllowed("This map is not part of a meeting.")
        args = {"map": self._opened.map.to_dict(), "reason": reason}
        saved = self._meeting.do("change_map", args, request=request)
        self._desk = MapDesk(CapabilityMap.from_dict(self._meeting.map), answers=self._opened.answers)
        return saved

    @verb(reads=True)
    def find(self, *, request: str, text: str) -> Mapping[str, Any]:
        """Offer skills for what is being typed."""
        return {"names": suggestions(text, 6)}

    @verb(reads=True)
    def neighbours(self, *, request: str, id: str) -> Mapping[str, Any]:
        """Propose acceptable neighbours of a capability's central skills."""
        found = suggest_neighbours(self._opened.map.capability(id), limit=4)
        shown = _look.names(replace(self._opened.map, capabilities=(_only(found),))) if found else {}
        return {"offers": [{**n.to_dict(), "band": band(n.ramp_weeks)} for n in found], "names": shown}


def _only(found: list[Neighbour]) -> Any:
    from workbench.intake import Capability

    return Capability(id="x", name="x", letter="A", importance="must", neighbours=tuple(found))


def _with_anchor(the_map: CapabilityMap, id: str, source: str, level: int, text: str) -> Anchors:
    criterion = Rubric.from_map(the_map).criterion(id)
    sets: dict[str, Any] = {"profile": criterion.profile, "interview": criterion.interview}
    if sets.get(source) is None or level not in range(1, 6) or not text.strip():
        raise NotAllowed("An anchor needs words, and a level from 1 to 5.")
    texts = list(sets[source])
    texts[level - 1] = text.strip()
    return Anchors(**{**sets, source: tuple(texts)})


def _reworded(data: dict[str, Any], place: tuple[str | int, ...], issue: Issue) -> dict[str, Any]:
    """Give the map's data with the words at `place` replaced."""
    holder: Any = data
    for step in place[:-1]:
        holder = holder[step]
    text = str(holder[place[-1]])
    start, end = issue.start or 0, issue.end if issue.end is not None else len(text)
    holder[place[-1]] = text[:start] + issue.better + text[end:]
    return data
