"""`IntakeMap`: recruiter and hiring manager settle what the work needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.calibration import Rubric
from workbench.errors import NotAllowed
from workbench.intake import CapabilityMap, Issue, check, edit, suggest_neighbours
from workbench.intake.capability import IMPORTANCES, Five
from workbench.widgets._base import verb
from workbench.widgets.intake_map import _fixes, _look, _places
from workbench.widgets.intake_map._desk import Change, MapDesk
from workbench.widgets.intake_map._filing import Filing
from workbench.widgets.intake_map._follow import Follower
from workbench.widgets.intake_map._verbs import MapVerbs
from workbench.widgets.skill_adjacency._names import suggestions

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session


class IntakeMap(MapVerbs, Filing):
    """The capability map, as cards in three columns.

    >>> IntakeMap("backend")  # doctest: +SKIP
    IntakeMap(map='backend')

    Every change is in the map's YAML file before it is called saved. In a meeting the facilitator's changes are
    gathered in a draft, and go into the meeting together, with a reason.

    Parameters
    ----------
    of : str, Path, CapabilityMap or Session, optional
        A role family (the team's own map of it under `maps/`, else its template), a YAML file, a map, or a meeting.
        Left out, the screen offers the templates and the saved maps.

    Attributes
    ----------
    value : CapabilityMap
        The map as it stands.
    rubric : Rubric
        The criteria it makes; in a meeting, the meeting's.
    frame : DataFrame
        A row a capability: `id, letter, name, importance, kind, depth, scale, ownership, question, central,
        peripheral, rounds, outcomes, scored_from_profile, coverage`.
    """

    title: ClassVar[str] = "Capability map"
    passes: ClassVar[frozenset[str]] = frozenset({"clock"})

    def __init__(self, of: str | Path | CapabilityMap | Session | None = None) -> None:
        self._folder = Path.cwd()
        self._meeting: Session | None = None
        self._template = ""
        self._set_aside: dict[str, Five] = {}
        self._checked: tuple[CapabilityMap, list[Issue]] | None = None
        if of is None or isinstance(of, str | Path | CapabilityMap):
            self._desk = self._desk_for(of)
        else:
            self._meeting = of
            self._desk = self._meeting_desk(of)
        if self._meeting is not None:
            super().__init__(session=self._meeting)
        else:
            name = (of.requisition or of.title) if isinstance(of, CapabilityMap) else str(of or "none yet")
            super().__init__(about={"map": name})
        self._follower = Follower(lambda: self._desk.look(), self.refresh)

    def _desk_for(self, of: str | Path | CapabilityMap | None) -> MapDesk:
        if of is None:
            return MapDesk(None, None)
        if isinstance(of, CapabilityMap):
            self._template = ""
            return MapDesk(self._folder / _places.named(of.requisition, of.family), of)
        if _places.is_file(of):
            path = self._folder / Path(of).expanduser()
            return MapDesk(path, None)
        start = _places.template(str(of))
        self._template = start.family
        return MapDesk(_places.own(self._folder, start.family), start)

    def _meeting_desk(self, meeting: Session) -> MapDesk:
        """The facilitator's changes wait in a file beside the store, so that a restart loses none."""
        draft = meeting.store.path.parent / "drafts" / f"{meeting.session}.yaml"
        self._base = CapabilityMap.from_dict(meeting.map)
        return MapDesk(draft if meeting.is_facilitator else None, self._base)

    @property
    def value(self) -> CapabilityMap:
        """The map as it stands."""
        return self._desk.page.map

    @property
    def rubric(self) -> Rubric:
        """The criteria it makes; in a meeting, the meeting's."""
        if self._meeting is not None:
            return Rubric.from_dict(self._meeting.rubric)
        return Rubric.from_map(self.value)

    @property
    def frame(self) -> pd.DataFrame:
        """A row a capability, tidy."""
        import pandas as pd

        return pd.DataFrame(_look.frame_rows(self.value))

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Give the map in three lines."""
        if not self._desk.open:
            return super().saved_rows()
        own: dict[str, list[str]] = {name: [] for name in IMPORTANCES}
        for one in self.value.capabilities:
            own[one.importance].append(f"{one.letter} {one.name}")
        return [("Role", self.value.title), *((name.capitalize(), " · ".join(own[name])) for name in IMPORTANCES)]

    def close(self) -> None:
        """Stop looking at the file and leave the screen."""
        if (follower := getattr(self, "_follower", None)) is not None:
            follower.close()
        super().close()

    def compute(self) -> dict[str, Any]:
        """Give the map with its checks, and where it is kept."""
        desk, alone = self._desk, self._meeting is None
        state: dict[str, Any] = {
            "families": _look.families(),
            "maps": [path.name for path in _places.saved(self._folder) if path != desk.path] if alone else [],
            "problem": _look.trouble(desk.problem),
            "map": None,
            "meeting": None,
        }
        if not desk.open:
            return state
        page = desk.page
        found = self._issues(page.map)
        state |= {
            "map": page.map.to_dict(),
            "names": _look.names(page.map),
            "bands": _look.bands(page.map),
            "issues": _look.issues(page.map, found, page.kept),
            "clear": _look.clear(found),
            "kept": len(page.kept),
            "coverage": _look.coverage(page.map),
            "rubric": [one.to_dict() for one in self.rubric.criteria],
            "answers": dict(page.answers),
            "changes": desk.changes,
            "undone": desk.undone,
            "path": self._shown_path(desk.path),
            "template": self._template,
            "read_only": self._meeting is not None and not self._meeting.is_facilitator,
        }
        return state if self._meeting is None else {**state, **self._in_meeting(self._meeting, page.map)}

    def _in_meeting(self, meeting: Session, the_map: CapabilityMap) -> dict[str, Any]:
        told = meeting.state_for()
        shown = {name: told[name] for name in ("title", "requisition", "clock", "me", "mode", "may", "map_version")}
        waiting = None
        if meeting.is_facilitator and not _same(the_map, CapabilityMap.from_dict(meeting.map)):
            found = meeting.consequences(the_map.to_dict())
            letters = {c["id"]: c["letter"] for c in (*meeting.rubric["criteria"], *the_map.to_dict()["capabilities"])}
            waiting = {**found, **{what: [letters[id] for id in found[what]] for what in ("stale", "added", "removed")}}
        return {"meeting": shown, "waiting": waiting, "path": None, "version": told["version"]}

    def _changed(self, *state: Any) -> None:
        """Follow the meeting's map, unless changes of our own wait to go into it."""
        meeting, desk = self._meeting, self._desk
        if meeting is not None and desk.open and _same(desk.page.map, self._base):
            now = CapabilityMap.from_dict(meeting.map)
            if not _same(now, self._base):
                self._drop_draft(meeting)
        super()._changed(*state)

    def _issues(self, the_map: CapabilityMap) -> list[Issue]:
        if self._checked is None or self._checked[0] is not the_map:
            self._checked = (the_map, check(the_map))
        return self._checked[1]

    def _change(self, how: Change, typing: str = "") -> None:
        self._may_write()
        self._desk.change(how, typing)

    @verb
    def answer(self, *, request: str, id: str, stays: bool) -> None:
        """Keep the answer to the question that is asked aloud; “no” moves the card to should."""
        self._may_write()
        answers = tuple({**dict(self._desk.page.answers), id: bool(stays)}.items())
        moved: Change = (lambda m: m) if stays else (lambda m: edit.move_capability(m, id, "should"))
        self._desk.change(moved, answers=answers)

    @verb
    def settle(self, *, request: str, key: str, fix: int) -> None:
        """Do what is offered under a check."""
        the_map = self._desk.page.map
        found = next((one for one in self._issues(the_map) if _fixes.key_of(one) == key), None)
        offered = _fixes.fixes(the_map, found) if found else []
        if not 0 <= fix < len(offered):
            raise NotAllowed("The words have changed meanwhile, and the check with them.")
        self._change(offered[fix].change)

    @verb
    def keep_ours(self, *, request: str, key: str) -> None:
        """Leave things as they are; the check stays quiet about these words."""
        self._may_write()
        kept = tuple(dict.fromkeys((*self._desk.page.kept, key)))
        self._desk.change(lambda m: m, kept=kept)

    @verb
    def show_kept(self, *, request: str) -> None:
        """Show again what was laid aside."""
        self._may_write()
        self._desk.change(lambda m: m, kept=())

    @verb
    def undo(self, *, request: str) -> None:
        """Take the last change back."""
        self._may_write()
        if not self._desk.undo():
            raise NotAllowed("There is nothing to take back.")

    @verb
    def redo(self, *, request: str) -> None:
        """Do again what was taken back."""
        self._may_write()
        if not self._desk.redo():
            raise NotAllowed("There is nothing to do again.")

    @verb
    def into_meeting(self, *, request: str, reason: str) -> Any:
        """Put the changed map into the meeting; scores whose meaning changes become stale."""
        if self._meeting is None:
            raise NotAllowed("This map is not part of a meeting.")
        args = {"map": self._desk.page.map.to_dict(), "reason": reason}
        saved = self._meeting.do("change_map", args, request=request)
        self._drop_draft(self._meeting)
        return saved

    @verb
    def discard(self, *, request: str) -> None:
        """Leave the meeting's map as it is, and forget the changes."""
        if self._meeting is None:
            raise NotAllowed("This map is not part of a meeting.")
        self._may_write()
        self._drop_draft(self._meeting)

    def _drop_draft(self, meeting: Session) -> None:
        if self._desk.path is not None:
            self._desk.path.unlink(missing_ok=True)
        self._desk = self._meeting_desk(meeting)

    @verb(reads=True)
    def find(self, *, request: str, text: str) -> Mapping[str, Any]:
        """Offer skills for what is being typed."""
        return {"names": suggestions(text, 6)}

    @verb(reads=True)
    def neighbours(self, *, request: str, id: str) -> Mapping[str, Any]:
        """Propose acceptable neighbours of a capability's central skills."""
        return {"offers": _look.offers(suggest_neighbours(self._desk.page.map.capability(id), limit=4))}


def _same(one: CapabilityMap, other: CapabilityMap) -> bool:
    return bool(one.to_dict() | {"version": 1} == other.to_dict() | {"version": 1})
