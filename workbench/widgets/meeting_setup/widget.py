"""`MeetingSetup`: begin a calibration meeting on your own profiles."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from secrets import randbits
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.calibration import Rubric, Session, open_store_of_meeting, review_sample
from workbench.errors import NotAllowed
from workbench.intake import CapabilityMap, load
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.meeting_setup import _form
from workbench.widgets.meeting_setup._folder import Reading, nearby
from workbench.widgets.score_sheets import sheet_name, write_score_sheets

if TYPE_CHECKING:
    from workbench.store import Store
    from workbench.widgets.intake_map import IntakeMap


class MeetingSetup(MeetingWidget):
    """A form that turns a map, a folder of profiles and a few people into a session.

    >>> MeetingSetup("maps/BE-204.yaml")  # doctest: +SKIP
    MeetingSetup(store='.workbench/meeting.db')

    Parameters
    ----------
    of : IntakeMap, CapabilityMap, str or Path
        The map, its file or a role family; of a widget, the map it shows at the moment the meeting begins.
    minutes : int, optional
        What a form that nobody has filled in yet says of the meeting's length. Default: 45.

    Attributes
    ----------
    value : str or None
        Id of the session that was begun here.
    """

    title: ClassVar[str] = "Begin a meeting"
    board: ClassVar[str] = "02_calibrate.ipynb"
    kept: ClassVar[str] = "setup.json"
    fewest: ClassVar[int] = _form.FEWEST  # profiles
    too_few: ClassVar[str] = "A meeting compares profiles; it needs at least two that could be read."

    def __init__(self, of: IntakeMap | CapabilityMap | str | Path, *, minutes: int | None = None) -> None:
        self._of = load(of) if isinstance(of, str | Path) else of
        self._base = Path.cwd()
        self._reading = Reading(self.refresh)
        self._filled = _form.KeptForm(self._base / ".workbench" / self.kept)
        if minutes is not None and not self._filled.kept:
            self._filled.form["minutes"] = minutes
        self._nearby = nearby(self._base)
        super().__init__(about={"store": str(Path(".workbench") / "meeting.db")}, key=type(self).__name__)
        if self._filled.form["folder"] and not self._filled.begun:
            self._look_again()
        if not isinstance(self._of, CapabilityMap):
            self._of.observe(self._map_changed, "state")

    def _map_changed(self, _: Any) -> None:
        self.refresh()

    def _look_again(self) -> None:
        try:
            self._reading.look(self._base, self._filled.form["folder"])
        except NotAllowed:
            self._filled.form["folder"] = ""  # it was moved since; the form asks for it again

    @property
    def value(self) -> str | None:
        """Id of the session that was begun here."""
        return self._filled.begun["session"] if self._filled.begun else None

    @property
    def _map(self) -> CapabilityMap:
        return self._of if isinstance(self._of, CapabilityMap) else self._of.value

    def close(self) -> None:
        """End the reading and leave the screen."""
        self._reading.close()
        with contextlib.suppress(ValueError, AttributeError):  # not followed, or closed a second time
            self._of.unobserve(self._map_changed, "state")
        super().close()

    def compute(self) -> dict[str, Any]:
        """Give the role, the files that were looked at, the form as it was left, and what was begun."""
        try:
            the_map = self._map
        except NotAllowed as problem:
            return {"unmapped": str(problem)}
        return {
            "title": the_map.title,
            "requisition": the_map.requisition,
            "map_version": the_map.version,
            "capabilities": len(the_map.capabilities),
            "musts": sum(one.importance == "must" for one in the_map.capabilities),
            "roles": list(_form.ROLES),
            "fewest": _form.FEWEST,
            "fewest_profiles": self.fewest,
            "loop": None,
            "maps": [],
            "form": self._filled.form,
            "nearby": self._nearby,
            "folder": self._reading.folder,
            "files": [{name: one[name] for name in ("file", "status", "reason")} for one in self._reading.files],
            "busy": self._reading.busy,
            "of": self._reading.of,
            "begun": self._filled.begun,
        }

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Say what this form makes; no names."""
        return [("Begins", f"a meeting that {self.board} opens")]

    @verb
    def fill(self, *, request: str, form: Mapping[str, Any]) -> None:
        """Keep what is filled in."""
        folder = self._filled.form["folder"]
        self._filled.form = {**_form.cleaned(form), "folder": folder}
        self._filled.keep()

    @verb
    def look(self, *, request: str, folder: str) -> None:
        """Read the profiles of a folder, in a thread; those that cannot be read are listed with their reason."""
        self._reading.look(self._base, folder)
        self._filled.form = {**self._filled.form, "folder": folder.strip(), "pilot": None, "left_out": []}
        self._filled.keep()

    @verb
    def begin(self, *, request: str, form: Mapping[str, Any]) -> dict[str, Any]:
        """Begin the meeting: the session, and a score sheet for each rater.

        Raises
        ------
        NotAllowed
            With what is missing, in a sentence.
        """
        begun = self._filled.begun
        if begun and begun["request"] == request:
            return {"event": begun["event"], "at": begun["at"]}
        wanted = _form.cleaned(form)
        session, panel = self._create(wanted)
        state = session.state_for()
        first = session.store.events(session.session)[0]
        raters = [seat for seat in panel if seat["scores"]]
        _set_aside(self._base, [sheet_name(seat["id"]) for seat in raters])
        write_score_sheets(session, self._base)
        self._filled.form = wanted
        self._filled.begun = {
            "request": request,
            "session": session.session,
            "event": first.seq,
            "at": first.at,
            "title": state["title"],
            "mode": wanted["mode"],
            "profiles": len(state["profiles"]),
            "board": self.board,
            "facilitator": state["me"]["name"],
            "sheets": [_sheet(self._base, seat) for seat in raters],
        }
        self._filled.keep()
        session.close()
        return {"event": first.seq, "at": first.at}

    def _create(self, wanted: Mapping[str, Any]) -> tuple[Session, list[dict[str, Any]]]:
        panel, facilitator = _form.seats(wanted["people"], wanted["facilitator"])
        profiles, pilot = self._profiles(wanted)
        the_map, store = self._map, open_store_of_meeting()
        if wanted["again"]:
            profiles, pilot = _mixed(store, profiles, pilot)
        session = Session.create(
            store,
            title=the_map.title,
            requisition=the_map.requisition,
            mode=wanted["mode"],
            capability_map=the_map,
            rubric=Rubric.from_map(the_map),
            panel=panel,
            profiles=profiles,
            facilitator=facilitator,
            clock=_form.minutes(wanted["minutes"]),
            pilot=pilot,
        )
        return session, panel

    def _profiles(self, wanted: Mapping[str, Any]) -> tuple[list[dict[str, Any]], str]:
        if self._reading.busy:
            raise NotAllowed("The profiles are still being read; a moment more.")
        read = [one for one in self._reading.files if one["status"] == "read" and one["file"] not in wanted["left_out"]]
        if len(read) < self.fewest:
            raise NotAllowed(self.too_few)
        profiles = [{"id": f"p{n}", "number": n, "file": one["path"].resolve()} for n, one in enumerate(read, start=1)]
        chosen = (p["id"] for p, one in zip(profiles, read, strict=True) if one["file"] == wanted["pilot"])
        return profiles, next(chosen, "p1")

    @verb
    def another(self, *, request: str) -> None:
        """Show the form again; the meeting that was begun stays in the store."""
        self._filled.begun = None
        self._filled.keep()
        if self._filled.form["folder"] and not self._reading.folder:
            self._look_again()


def _mixed(store: Store, profiles: list[dict[str, Any]], pilot: str) -> tuple[list[dict[str, Any]], str]:
    """Mix in what was turned down in the store's earlier meetings; the pilot stays the one that was chosen."""
    handles = [Session(store, session, store.events(session)[0].actor) for session in store.sessions()]
    chosen = next(str(one["file"]) for one in profiles if one["id"] == pilot)
    mixed = review_sample([one for one in handles if one.meeting.revealed_rounds], profiles, seed=randbits(32))
    return mixed, next(one["id"] for one in mixed if str(one["file"]) == chosen)


def _sheet(folder: Path, seat: Mapping[str, Any]) -> dict[str, str]:
    name = sheet_name(seat["id"])
    return {"name": seat["name"], "file": name, "path": str(folder.absolute() / name)}


def _set_aside(folder: Path, names: Sequence[str]) -> None:
    """Move the sheets of an earlier meeting to `earlier/`, so that nobody scores in the wrong one."""
    for name in names:
        if (folder / name).exists():
            (folder / "earlier").mkdir(exist_ok=True)
            stem, n = Path(name).stem, 1
            while (target := folder / "earlier" / f"{stem}_{n}.ipynb").exists():
                n += 1
            (folder / name).replace(target)
