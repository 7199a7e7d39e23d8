"""`DebriefSetup`: begin the debrief of an interview loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from workbench.calibration import Session, open_debrief, open_store_of_meeting
from workbench.errors import BadTemplate, NotAllowed
from workbench.intake import CapabilityMap, load
from workbench.widgets.meeting_setup import _form
from workbench.widgets.meeting_setup.widget import MeetingSetup


class DebriefSetup(MeetingSetup):
    """A form that turns a map's loop, candidates and interviewers into a session with a scorecard a conversation.

    >>> DebriefSetup("backend")  # doctest: +SKIP
    DebriefSetup(store='.workbench/meeting.db')

    Parameters
    ----------
    of : CapabilityMap, str or Path
        The map whose loop is offered first; the maps in `maps/` beside the notebook can be chosen instead.
    """

    title: ClassVar[str] = "Begin a debrief"
    board: ClassVar[str] = "04_debrief.ipynb"
    kept: ClassVar[str] = "debrief.json"
    fewest: ClassVar[int] = 1
    too_few: ClassVar[str] = "Choose at least one candidate whose file could be read."

    @property
    def _map(self) -> CapabilityMap:
        chosen = self._filled.form["map"]
        if chosen is None or not (self._base / chosen).is_file():
            return super()._map
        try:
            return load(self._base / chosen)
        except BadTemplate as problem:
            raise NotAllowed(str(problem)) from problem

    def compute(self) -> dict[str, Any]:
        """Give what the form of a meeting shows, with the conversations of the map's loop."""
        state = super().compute()
        if "unmapped" in state:
            return state
        found = sorted(path.relative_to(self._base).as_posix() for path in (self._base / "maps").glob("*.y*ml"))
        return {**state, "loop": _conversations(self._map), "maps": found}

    def _create(self, wanted: Mapping[str, Any]) -> tuple[Session, list[dict[str, Any]]]:
        the_map = self._map
        offered = [one["id"] for one in _conversations(the_map)]
        named = [n for n, one in enumerate(wanted["people"]) if str(one["name"]).strip()]
        holds = {round: [n for n in wanted["holds"].get(round, ()) if n in named] for round in offered}
        holding = {n for who in holds.values() for n in who}
        people = [{**one, "scores": n in holding} for n, one in enumerate(wanted["people"])]
        if len(holding) < _form.FEWEST:
            raise NotAllowed("Say who holds which conversation; a debrief brings at least two people together.")
        panel, facilitator = _form.seats(people, wanted["facilitator"])
        ids = dict(zip(named, (seat["id"] for seat in panel), strict=True))
        candidates, _ = self._profiles(wanted)
        session = open_debrief(
            open_store_of_meeting(),
            the_map,
            candidates=candidates,
            panel=panel,
            interviewers={round: [ids[n] for n in who] for round, who in holds.items() if who},
            facilitator=facilitator,
            live=wanted["mode"] == "live",
        )
        return session, panel


def _conversations(the_map: CapabilityMap) -> list[dict[str, Any]]:
    """Give the conversations that test something, with the letters of what they test."""
    found = []
    for held in the_map.loop:
        tests = [c for c in the_map.capabilities if any(t.round == held.id and t.how == "tests" for t in c.rounds)]
        if tests:
            letters = [{"letter": c.letter, "name": c.name} for c in tests]
            found.append(
                {"id": held.id, "title": held.title, "job": held.job, "minutes": held.minutes, "tests": letters}
            )
    return found
