"""A calibration session, as one person holds it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from workbench.calibration._handle import Saved
from workbench.calibration.book import Entry
from workbench.calibration.converging import Converging
from workbench.calibration.debrief import checked_loop
from workbench.calibration.facilitating import Facilitating
from workbench.calibration.joining import Joining
from workbench.calibration.keys import check_name
from workbench.calibration.meeting import Meeting, Mode
from workbench.calibration.mending import Mending
from workbench.calibration.reading import Reading
from workbench.calibration.rubric import Rubric
from workbench.errors import NotAllowed
from workbench.store import Apart, Store

# What a screen may ask for by message: the verbs of people, nothing that reads files or other people's scores.
VERBS = frozenset(
    {
        "score", "attach", "detach", "explain", "recommend", "marks", "undo", "submit", "start_over", "note",
        "reveal", "clock", "names", "facilitator_scores", "open_profile", "discussed", "agree", "differ",
        "decide", "change_anchor", "change_map", "key_lost", "left",
    }
)  # fmt: skip


class Session(Converging, Facilitating, Joining, Mending, Reading):
    """A handle on one session for one person: blind scoring, reveal, convergence.

    >>> maria = Session.create(store, title="Backend engineer", …)              # doctest: +SKIP
    >>> aiko = Session(store, maria.session, "aiko")                            # doctest: +SKIP
    >>> aiko.score("p1", "queries", 4, reason="Two positions with numbers.")    # doctest: +SKIP

    Everyone may hold their own handle in their own process; the store is what they share. Each verb takes a
    `request` and gives a `Saved`; the same request again gives the same `Saved` and no second event.

    Parameters
    ----------
    store
        An open store.
    session
        The session's id.
    actor
        The id of the person, who must be on the panel.
    keys
        The folder of this person's key files; `keys/` beside the store when left out.

    Raises
    ------
    NotAllowed
        When there is no such session, or the person is not on its panel.
    """

    def __repr__(self) -> str:
        return f"<Session {self.session} as {self.actor}>"

    @classmethod
    def create(
        cls,
        store: Store,
        *,
        title: str,
        requisition: str,
        mode: Mode,
        capability_map: Mapping[str, Any] | Any,
        rubric: Mapping[str, Any] | Rubric,
        panel: Sequence[Mapping[str, Any]],
        profiles: Sequence[Mapping[str, Any]],
        facilitator: str,
        clock: int = 45,
        pilot: str | None = None,
        loop: Sequence[Mapping[str, Any]] = (),
        session: str | None = None,
        keys: Path | str | None = None,
    ) -> Session:
        """Begin a session and give the facilitator's handle.

        Parameters
        ----------
        mode
            "practice", whose decisions decide nothing, or "live".
        capability_map, rubric
            The map and the rubric made from it, as plain JSON or as the values themselves.
        panel
            In seating order: `{"id", "name", "role", "scores"}`. The facilitator scores only if theirs says so.
        profiles
            `{"id", "number", "file"}`.
        clock
            Minutes for the whole meeting.
        pilot
            The profile that is scored and revealed first; the first one when left out, none when "".
        loop
            For interviews instead of profiles: `{"id", "title", "job", "criteria", "raters"}` each; see `debrief`.
        session
            An id for the session; made up when left out.

        Raises
        ------
        NotAllowed
            When an id is used twice or cannot be a name, or the facilitator is not on the panel.
        """
        rubric = rubric if isinstance(rubric, Rubric) else Rubric.from_dict(rubric)
        whole_map = dict(capability_map) if isinstance(capability_map, Mapping) else capability_map.to_dict()
        session = check_name(session or f"s-{uuid4().hex[:12]}", "session")
        seats = [{**seat, "scores": bool(seat.get("scores", seat["id"] != facilitator))} for seat in panel]
        for what, ids in (("person", [s["id"] for s in seats]), ("profile", [p["id"] for p in profiles])):
            if len(set(ids)) != len(ids) or not ids:
                raise NotAllowed(f"Each {what} needs an id of its own, and there has to be one.")
            for id in ids:
                check_name(id, what)
        numbers = [profile["number"] for profile in profiles]
        if len(set(numbers)) != len(numbers):
            raise NotAllowed("Each profile needs a number of its own.")
        if facilitator not in [seat["id"] for seat in seats]:
            raise NotAllowed(f"The facilitator “{facilitator}” is not on the panel.")
        if mode not in ("practice", "live"):
            raise NotAllowed("A session is practice or live.")
        if not any(c.scored_from_profile for c in rubric.criteria):
            raise NotAllowed("This rubric leaves nothing to score from a profile.")
        first = min(profiles, key=lambda p: p["number"])["id"] if pilot is None and len(profiles) > 1 else pilot
        said = {
            "title": Apart(title),
            "requisition": Apart(requisition),
            "mode": mode,
            "facilitator": facilitator,
            "seats": [{"id": seat["id"], "scores": seat["scores"]} for seat in seats],
            "panel": Apart(_json([{k: seat.get(k, "") for k in ("id", "name", "role")} for seat in seats])),
            "profiles": [{"id": p["id"], "number": int(p["number"]), "file": Apart(str(p["file"]))} for p in profiles],
            "pilot": first or None,
            "map": Apart(_json(whole_map)),
            "map_version": int(whole_map.get("version", 1)),
            "rubric": Apart(_json(rubric.to_dict())),
            "clock": int(clock),
            **({"loop": checked_loop(loop, [s["id"] for s in seats if s["scores"]], rubric)} if loop else {}),
        }
        with store.writing() as writer:
            if session in writer.sessions():
                raise NotAllowed(f"There is a session {session} in this store already.")
            writer.append(session, facilitator, "created", said, request=f"create:{session}")
        return cls(store, session, facilitator, keys=keys)

    def do(self, verb: str, args: Mapping[str, Any], *, request: str) -> dict[str, Any]:
        """Carry out a verb that a screen asked for, and give the acknowledgement as plain JSON.

        Raises
        ------
        NotAllowed
            For a verb that screens do not have, or arguments that it does not take.
        WorkbenchError
            Whatever the verb itself refuses.
        """
        if verb not in VERBS:
            raise NotAllowed(f"“{verb}” is not something that can be done here.")
        act: Callable[..., Saved] = getattr(self, verb)
        try:
            bound = _bind(act, args)
        except TypeError as problem:
            raise NotAllowed(f"“{verb}” was asked for in a way it does not understand: {problem}.") from None
        saved = act(*bound[0], **bound[1], request=request)
        return {**saved.to_dict(), "version": self._meeting.version}

    @property
    def meeting(self) -> Meeting:
        """The state of the meeting as of now: counts, and what was revealed."""
        self.refresh()
        return self._meeting

    def sealed_about(self, profile: str) -> list[Entry]:
        """List the opened entries, of all raters and those undone too, that speak of a profile."""
        with self._turn:
            self.refresh()
            entries = [
                entry
                for round in self._meeting.revealed_rounds
                for rater in round.raters
                for entry in self._opened_entries(round, rater).values()
            ]
        return [entry for entry in entries if entry.said.get("profile") == profile]

    def log_export(
        self, files: Sequence[str], sha256: Mapping[str, str], log: str, *, request: str | None = None
    ) -> Saved:
        """Keep that a record was written: where, with which digests, and where the log stood."""
        said = {"files": Apart(_json(list(files))), "sha256": Apart(_json(dict(sha256))), "log": log}
        return self._append("exported", said, request)

    def write_record(self, folder: Path | str, *, request: str | None = None) -> Saved:
        """Write the record into a folder and log it; see `record.write_record`."""
        from workbench.calibration.record import write_record

        return write_record(self, folder, request=request)

    def close(self) -> None:
        """Let go of the store's connections."""
        self.store.close()


def _bind(act: Callable[..., Saved], args: Mapping[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    from inspect import signature

    bound = signature(act).bind(**{name: value for name, value in args.items() if name != "request"})
    return bound.args, bound.kwargs


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
