"""The state of a meeting is a fold over its log: one function a kind of event.

Kinds, who may write them, and what their payload says (text typed by people lies beside the log):

| kind | by | payload |
|---|---|---|
| created | facilitator | title, requisition, mode, map, rubric, panel, profiles, pilot, facilitator, clock |
| key | a rater | round, key (commitment) |
| sealed | a rater | round, n, key, sealed (ciphertext), commitment, scores, of, profiles (counts) |
| submitted | a rater | round, scores, of, profiles, entries |
| started_over | a rater | round, key, reason |
| revealed | facilitator | round, reason, raters, submitted, heads, keys |
| opened | anyone | round, rater, key (the key itself; void unless it fits the commitment) |
| key_lost | facilitator | round, rater, reason |
| invited, joined | facilitator, a person | see `identity.Register` |
| scoring, left | facilitator | person, on · person, on, reason |
| names, clock | facilitator | on · act |
| profile_opened, discussed, agreed, differed, decided | facilitator | see `steps` |
| undone | facilitator | undoes (seq) |
| changed | facilitator | what, criterion, which, level, before, text, reason, rubric, map, stale, added, removed, … |
| noted | anyone | profile, about (motivation, concern, objection), text |
| findings, exported | facilitator, anyone | profile, findings · files, log |
| profile_corrected | facilitator | profile, correction (a field put right, see `resume.corrections`) |
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from workbench.calibration.changing import apply_change
from workbench.calibration.clock import CLOCK_ACTS, DEBRIEF, Clock, parts_of
from workbench.calibration.meeting import NOTES, Mark, Meeting, Profile, Round, RoundKind, SealedEvent, Step
from workbench.calibration.rubric import Rubric
from workbench.calibration.sealing import key_commitment
from workbench.calibration.seating import seated
from workbench.store import Event

Lookup = Callable[[Any], Any]  # a payload with its references replaced by what lies beside the log

_STEPS = ("profile_opened", "discussed", "agreed", "differed", "decided")


def apply(meeting: Meeting, event: Event, resolve: Lookup) -> None:
    """Fold one event into the meeting. What its actor may not write, or does not fit, changes nothing."""
    meeting.version = event.seq
    meeting.head = event.hash
    meeting.heads[event.actor] = event.hash
    meeting.last[event.actor] = Mark(event.at, event.seq, event.hash)
    if event.kind == "created":
        if not meeting.people:
            _created(meeting, event, resolve(event.payload))
        return
    objection = meeting.register.objection(event) if event.actor in meeting.people else ""
    if objection:
        meeting.misshapen[event.seq] = objection
        return
    handler = _BY_FACILITATOR.get(event.kind) if event.actor == meeting.facilitator else None
    if handler is None and event.actor in meeting.people:
        handler = _BY_ANYONE.get(event.kind)
    if handler is not None:
        payload = event.payload if event.kind == "sealed" else resolve(event.payload)
        try:
            handler(meeting, event, payload)
        except (KeyError, TypeError, ValueError, AttributeError) as odd:
            # Written by hand, past the session: it must not stop everybody's screen. The audit names it.
            meeting.misshapen[event.seq] = f"{type(odd).__name__}: {odd}"


def _created(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    meeting.created_at = event.at
    meeting.title, meeting.requisition, meeting.mode = said["title"], said["requisition"], said["mode"]
    meeting.facilitator = meeting.register.facilitator = said["facilitator"]
    panel = json.loads(said["panel"]) if said["panel"] else said["seats"]
    meeting.people = seated(meeting.session, panel, meeting.facilitator)
    meeting.scoring = {seat["id"]: seat["scores"] for seat in said["seats"]}
    for profile in sorted(said["profiles"], key=lambda p: p["number"]):
        pilot = profile["id"] == said["pilot"]
        meeting.profiles[profile["id"]] = Profile(profile["id"], profile["number"], pilot, profile["file"])
    meeting.map = json.loads(said["map"] or "{}")
    meeting.map_version = said["map_version"]
    if said["rubric"] is not None:
        meeting.rubric = Rubric.from_dict(json.loads(said["rubric"]))
    meeting.criterion_versions = {c.id: meeting.rubric.version for c in meeting.rubric.criteria}
    meeting.clock = Clock(parts_of(said["clock"], DEBRIEF) if said.get("loop") else parts_of(said["clock"]))
    criteria = list(meeting.from_profile())
    for interview in said.get("loop", ()):
        cells = [(profile, c) for profile in meeting.profiles for c in interview["criteria"] if c in criteria]
        held = Round(interview["id"], "interview", interview["job"], cells, name=interview["title"])
        held.asked = tuple(interview["raters"])
        meeting.rounds[held.id] = held
    if meeting.rounds:
        return
    kinds: tuple[RoundKind, ...] = ("pilot", "main")
    for kind in kinds:
        cells = [(p.id, c) for p in meeting.profiles.values() if p.pilot == (kind == "pilot") for c in criteria]
        if cells:
            meeting.rounds[kind] = Round(kind, kind, "", cells)


def _open_round(meeting: Meeting, said: dict[str, Any]) -> Round | None:
    round = meeting.rounds.get(said["round"])
    return round if round is not None and round.open else None


def _key(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = _open_round(meeting, said)
    if round is not None and not round.seat(event.actor).keys:
        round.seat(event.actor).keys.append(said["key"])


def _sealed(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = _open_round(meeting, said)
    if round is None:  # after the reveal nothing can join
        return
    seat = round.seat(event.actor)
    if not seat.keys or said["key"] != seat.keys[-1] or said["n"] != seat.entries + 1:
        return
    seat.entries += 1
    seat.sealed.append(
        SealedEvent(
            event.seq, event.at, event.hash, said["n"], said["key"], said["sealed"]["$apart"], said["commitment"]
        )
    )
    seat.scores, seat.of, seat.profiles = said["scores"], said["of"], said["profiles"]
    seat.last_at, seat.again = event.at, False


def _submitted(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = _open_round(meeting, said)
    if round is not None:
        seat = round.seat(event.actor)
        seat.submitted = Mark(event.at, event.seq, event.hash)
        seat.scores, seat.of, seat.profiles, seat.again = said["scores"], said["of"], said["profiles"], False


def _started_over(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = _open_round(meeting, said)
    if round is not None:
        seat = round.seat(event.actor)
        seat.keys.append(said["key"])
        seat.sealed.clear()
        seat.scores = seat.profiles = 0
        seat.submitted = None
        seat.restarted.append(Mark(event.at, event.seq, event.hash, said["reason"] or ""))


def _revealed(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = _open_round(meeting, said)
    if round is not None:
        round.revealed = Mark(event.at, event.seq, event.hash, said["reason"] or "")
        round.raters, round.submitted = tuple(said["raters"]), tuple(said["submitted"])


def _opened(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = meeting.rounds.get(said["round"])
    if round is None or round.open or said["rater"] not in meeting.people:
        return
    key = bytes.fromhex(said["key"])
    commitment = key_commitment(key, meeting.session, said["rater"], round.id)
    seat = round.seat(said["rater"])
    if commitment in seat.keys:
        seat.published[commitment] = key


def _key_lost(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    round = meeting.rounds.get(said["round"])
    if round is not None and said["rater"] in meeting.people:
        round.seat(said["rater"]).lost = Mark(event.at, event.seq, event.hash, said["reason"] or "")


def _scoring(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    if said["person"] in meeting.people:
        meeting.scoring[said["person"]] = said["on"]


def _left(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    if said["person"] in meeting.people:
        if said["on"]:
            meeting.left[said["person"]] = Mark(event.at, event.seq, event.hash, said["reason"] or "")
        else:
            meeting.left.pop(said["person"], None)


def _names(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    meeting.names_on = said["on"]


def _clock(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    if said["act"] in CLOCK_ACTS:
        meeting.clock = meeting.clock.after(said["act"], event.at)


def _step(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    meeting.steps.append(Step(event.seq, event.at, event.hash, event.kind, said))


def _undone(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    for step in meeting.steps:
        if step.seq == said["undoes"] and step.kind in _STEPS:
            step.undone = True


def _noted(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    if said["profile"] in meeting.profiles and said["about"] in NOTES:
        note = {"by": event.actor, "at": event.at, "event": event.seq}
        meeting.notes.append({"profile": said["profile"], "about": said["about"], "text": said["text"] or "", **note})


def _findings(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    if said["profile"] in meeting.profiles and said["findings"]:
        meeting.findings[said["profile"]] = json.loads(said["findings"])


def _profile_corrected(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    if said["profile"] in meeting.profiles and said["correction"]:
        meeting.corrections.setdefault(said["profile"], []).append(json.loads(said["correction"]))


def _exported(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    meeting.exports.append({**said, "at": event.at, "event": event.seq, "actor": event.actor})


_Handler = Callable[[Meeting, Event, dict[str, Any]], None]
_BY_FACILITATOR: dict[str, _Handler] = {
    "revealed": _revealed,
    "key_lost": _key_lost,
    "scoring": _scoring,
    "left": _left,
    "names": _names,
    "clock": _clock,
    **dict.fromkeys(_STEPS, _step),
    "undone": _undone,
    "changed": apply_change,
    "findings": _findings,
    "profile_corrected": _profile_corrected,
}
_BY_ANYONE: dict[str, _Handler] = {
    "key": _key,
    "sealed": _sealed,
    "noted": _noted,
    "submitted": _submitted,
    "started_over": _started_over,
    "opened": _opened,
    "exported": _exported,
}
