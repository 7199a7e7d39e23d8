"""What one person's screen needs, as plain JSON: the parts that everybody sees, and counts only of other people."""

from __future__ import annotations

from typing import Any

from workbench.calibration.meeting import Mark, Meeting, Person, Round
from workbench.calibration.opened import SeatState
from workbench.calibration.steps import Settled

SeatStates = dict[tuple[str, str], SeatState]  # (round, rater), revealed rounds only


def shared_state(meeting: Meeting, me: Person, settled: Settled, seats: SeatStates, now: str) -> dict[str, Any]:
    """Give everything but the person's own scores (`mine`) and what the reveal brought (`board`).

    The shape is described at `Session.state_for`.
    """
    return {
        "version": meeting.version,
        "session": meeting.session,
        "title": meeting.title,
        "requisition": meeting.requisition,
        "mode": meeting.mode,
        "me": {
            "id": me.id,
            "name": me.name,
            "role": me.role,
            "facilitator": me.facilitator,
            "scores": me.id in meeting.raters,
            "letter": me.letter,
            "shape": me.shape,
        },
        "phase": phase(meeting, settled),
        "names_on": meeting.names_on,
        "map_version": meeting.map_version,
        "rubric_version": meeting.rubric.version,
        "may": {
            "score": me.id in meeting.raters and bool(meeting.open_rounds),
            "reveal": me.facilitator and bool(meeting.open_rounds),
            "converge": me.facilitator and bool(meeting.revealed_rounds),
            "names": me.facilitator,
            "clock": me.facilitator,
        },
        "clock": meeting.clock.to_dict(now),
        "criteria": _criteria(meeting),
        "profiles": [
            {
                "id": p.id,
                "number": p.number,
                "label": p.label,
                "pilot": p.pilot,
                "decision": settled.decisions[p.id].decision if settled.decided(p.id) else None,
                "reopened": p.id in settled.decisions and not settled.decided(p.id),
            }
            for p in meeting.profiles.values()
        ],
        "rounds": [_round(meeting, round, seats) for round in meeting.rounds.values()],
        "people": [_person(meeting, person, seats) for person in meeting.people.values()],
        "reveal": _reveal(meeting),
        "saved": mark(meeting.last.get(me.id)),
    }


def phase(meeting: Meeting, settled: Settled) -> str:
    """Say where the meeting is: "scoring" until something is revealed, "decided" when every profile is."""
    if not meeting.revealed_rounds:
        return "scoring"
    if not meeting.open_rounds and all(settled.decided(profile) for profile in meeting.profiles):
        return "decided"
    return "discussing"


def mark(done: Mark | None) -> dict[str, Any] | None:
    """Give a mark as plain JSON."""
    return None if done is None else {"at": done.at, "event": done.event, "hash": done.hash}


def _criteria(meeting: Meeting) -> list[dict[str, Any]]:
    return [
        {
            "id": c.id,
            "letter": c.letter,
            "name": c.name,
            "importance": c.importance,
            "question": c.question,
            "scored_from_profile": c.scored_from_profile,
            "version": meeting.criterion_versions.get(c.id, 1),
            "anchors": {"profile": None if c.profile is None else list(c.profile), "interview": list(c.interview)},
        }
        for c in meeting.rubric.criteria
    ]


def _round(meeting: Meeting, round: Round, seats: SeatStates) -> dict[str, Any]:
    raters = meeting.raters_of(round)
    shown = round.revealed
    return {
        "id": round.id,
        "kind": round.kind,
        "title": round.title,
        "state": "open" if round.open else "revealed",
        "of": len(round.cells),
        "profiles": len(round.profiles),
        "why": round.why,
        "revealed_at": shown.at if shown else None,
        "reason": (shown.note or None) if shown else None,
        "submitted": sum(round.seat(r).submitted is not None for r in raters) if round.open else len(round.submitted),
        "raters": len(raters),
        "opened": None if round.open else sum(seats[round.id, r] == "open" for r in raters),
        "cells": [list(cell) for cell in round.cells],
    }


def _person(meeting: Meeting, person: Person, seats: SeatStates) -> dict[str, Any]:
    progress = {}
    for round in meeting.rounds.values():
        if person.id not in meeting.raters_of(round):
            continue
        seat = round.seat(person.id)
        progress[round.id] = {
            "scores": seat.scores,
            "of": seat.of if seat.again else len(round.cells),
            "profiles": seat.profiles,
            "profiles_of": len(round.profiles),
            "submitted_at": seat.submitted.at if seat.submitted else None,
            "last_at": seat.last_at,
            "again": seat.again,
            "opened": None if round.open else seats[round.id, person.id],
        }
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "facilitator": person.facilitator,
        "scores": person.id in meeting.raters,
        "asked": person.asked,
        "left": left.note if (left := meeting.left.get(person.id)) else None,
        "invited_until": invited.expires if (invited := meeting.register.invited.get(person.id)) else None,
        "joined_at": meeting.register.joined.get(person.id),
        "rounds": progress,
    }


def _reveal(meeting: Meeting) -> dict[str, Any]:
    if not meeting.open_rounds:
        return {"round": None, "ready": False, "waiting": [], "why": "Everything has been revealed."}
    round = meeting.open_rounds[0]
    raters = meeting.raters_of(round)
    waiting = [meeting.people[r].name for r in raters if not round.seat(r).submitted]
    if not raters:
        why = "Nobody scores in this session yet."
    elif waiting:
        why = f"Opens when all {len(raters)} have submitted. Waiting for {len(waiting)}."
    else:
        why = "Everyone is in."
    return {"round": round.id, "ready": not waiting and bool(raters), "waiting": waiting, "why": why}
