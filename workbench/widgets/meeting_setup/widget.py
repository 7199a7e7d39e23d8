"""`MeetingSetup`: begin a calibration meeting on your own profiles."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.calibration import Rubric, Session, open_store_of_meeting
from workbench.errors import NotAllowed, Refused
from workbench.intake import CapabilityMap
from workbench.intake.edit import free_id
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.score_sheets import sheet_name, write_score_sheets

if TYPE_CHECKING:
    from workbench.widgets.intake_map import IntakeMap

ROLES = ("recruiter", "hiring manager", "interviewer")
_FEWEST, _MOST = 2, 40


class MeetingSetup(MeetingWidget):
    """A form that turns a map, a folder of profiles and a few people into a session.

    >>> MeetingSetup(IntakeMap("backend"))  # doctest: +SKIP
    MeetingSetup(store='.workbench/meeting.db')

    Parameters
    ----------
    of : IntakeMap or CapabilityMap
        The map; of a widget, the one it shows at the moment the meeting begins.

    Attributes
    ----------
    value : str or None
        Id of the session that was begun here.
    """

    title: ClassVar[str] = "Begin a meeting"

    def __init__(self, of: IntakeMap | CapabilityMap) -> None:
        self._of = of
        self._folder = ""
        self._files: list[dict[str, Any]] = []
        self._of_files = 0
        self._turn = 0
        self._looking = threading.Lock()
        self._begun: dict[str, Any] | None = None
        super().__init__(about={"store": str(Path(".workbench") / "meeting.db")}, key="MeetingSetup")

    @property
    def value(self) -> str | None:
        """Id of the session that was begun here."""
        return self._begun["session"] if self._begun else None

    @property
    def _map(self) -> CapabilityMap:
        return self._of if isinstance(self._of, CapabilityMap) else self._of.value

    def compute(self) -> dict[str, Any]:
        """Give the role, the files that were looked at, and what was begun."""
        the_map = self._map
        musts = sum(one.importance == "must" for one in the_map.capabilities)
        return {
            "title": the_map.title,
            "requisition": the_map.requisition,
            "musts": musts,
            "capabilities": len(the_map.capabilities),
            "roles": list(ROLES),
            "folder": self._folder,
            "files": [{name: one[name] for name in ("file", "status", "reason")} for one in self._files],
            "looking": len(self._files) < self._of_files,
            "of": self._of_files,
            "begun": self._begun,
        }

    @verb
    def look(self, *, request: str, folder: str) -> None:
        """Read the profiles of a folder, in a thread; those that cannot be read are listed with their reason."""
        from workbench.resume.pool import documents_in

        place = Path(folder).expanduser()
        if not folder.strip() or not place.is_dir():
            raise NotAllowed(f"There is no folder {folder.strip() or 'with that name'} beside this notebook.")
        paths = documents_in(place)
        if not paths:
            raise NotAllowed(f"{folder} holds no PDF, Word or text file.")
        if len(paths) > _MOST:
            raise NotAllowed(
                f"{folder} holds {len(paths)} files. A meeting takes {_MOST} at most; six to twelve are usual."
            )
        with self._looking:
            self._turn += 1
            self._folder, self._files, self._of_files = folder, [], len(paths)
        threading.Thread(target=self._look_at, args=(self._turn, paths), name="workbench-setup", daemon=True).start()

    def _look_at(self, turn: int, paths: list[Path]) -> None:
        from workbench import resume

        for path in paths:
            try:
                resume.read(path)
                found = {"file": path.name, "path": path, "status": "read", "reason": ""}
            except Refused as refused:
                found = {"file": path.name, "path": path, "status": "refused", "reason": refused.message}
            with self._looking:
                if self._turn != turn:  # another folder was asked for meanwhile
                    return
                self._files.append(found)
            self.refresh()

    @verb
    def begin(
        self,
        *,
        request: str,
        mode: str,
        people: list[dict[str, Any]],
        facilitator: int,
        pilot: str | None,
        minutes: int,
        left_out: list[str],
    ) -> dict[str, Any]:
        """Begin the meeting: the session, and a score sheet for each rater.

        Raises
        ------
        NotAllowed
            With what is missing, in a sentence.
        """
        if self._begun and self._begun["request"] == request:
            return {"event": self._begun["event"], "at": self._begun["at"]}
        seats = _seats(people)
        read = [one for one in self._files if one["status"] == "read" and one["file"] not in left_out]
        if len(read) < _FEWEST:
            raise NotAllowed(f"A meeting compares profiles; it needs at least {_FEWEST} that could be read.")
        if self._of_files > len(self._files):
            raise NotAllowed("The profiles are still being read; a moment more.")
        if mode not in ("practice", "live"):
            raise NotAllowed("Choose practice or live.")
        profiles = [{"id": f"p{n}", "number": n, "file": one["path"].resolve()} for n, one in enumerate(read, start=1)]
        first = next((p["id"] for p, one in zip(profiles, read, strict=True) if one["file"] == pilot), "p1")
        the_map = self._map
        session = Session.create(
            open_store_of_meeting(),
            title=the_map.title,
            requisition=the_map.requisition,
            mode="live" if mode == "live" else "practice",
            capability_map=the_map,
            rubric=Rubric.from_map(the_map),
            panel=seats,
            profiles=profiles,
            facilitator=seats[facilitator]["id"],
            clock=int(minutes),
            pilot=first,
        )
        write_score_sheets(session)
        sheets = [{"name": seat["name"], "file": sheet_name(seat["id"])} for seat in seats if seat["scores"]]
        first_event = session.store.events(session.session)[0]
        self._begun = {
            "request": request,
            "session": session.session,
            "event": first_event.seq,
            "at": first_event.at,
            "sheets": sheets,
            "profiles": len(profiles),
        }
        return {"event": first_event.seq, "at": first_event.at}


def _seats(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each person an id made from the name; say what is missing."""
    named = [one for one in people if str(one.get("name", "")).strip()]
    if sum(bool(one.get("scores")) for one in named) < _FEWEST:
        raise NotAllowed(f"At least {_FEWEST} people score; otherwise there is nothing to compare.")
    taken: set[str] = set()
    seats = []
    for one in named:
        name = str(one["name"]).strip()
        id = free_id(name, taken)
        taken.add(id)
        role = one.get("role") if one.get("role") in ROLES else "interviewer"
        seats.append({"id": id, "name": name, "role": role, "scores": bool(one.get("scores"))})
    return seats
