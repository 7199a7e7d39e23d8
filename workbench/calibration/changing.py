"""What a corrected anchor or map makes stale, and the round in which it is scored again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from workbench.calibration.meeting import Change, Meeting, Round, Step
from workbench.calibration.rubric import Rubric
from workbench.store import Event

# What a score of a profile stands on. Importance, rounds and the interview's question do not change what it means.
_MEANING = (
    "name", "central", "peripheral", "neighbours", "depth", "scale", "ownership", "constraints",
)  # fmt: skip


def stale_criteria(
    old: Rubric, new: Rubric, old_map: dict[str, Any], new_map: dict[str, Any]
) -> tuple[list[str], list[str], list[str]]:
    """Say which criteria mean something else for a profile now, which are new and which are gone."""
    before = {c.id: (c.name, c.profile) for c in old.criteria}
    after = {c.id: (c.name, c.profile) for c in new.criteria}
    was, now = _capabilities(old_map), _capabilities(new_map)
    kept = [id for id in after if id in before]
    stale = [id for id in kept if before[id] != after[id] or (was.get(id) != now.get(id) and id in was and id in now)]
    return stale, [id for id in after if id not in before], [id for id in before if id not in after]


def musts(rubric: Rubric) -> set[str]:
    """Give the ids of the criteria that are musts."""
    return {c.id for c in rubric.criteria if c.importance == "must"}


def apply_change(meeting: Meeting, event: Event, said: dict[str, Any]) -> None:
    """Fold a correction: new versions, rounds that ask again, and decisions that are open again."""
    if said["rubric"] is None:
        return
    stale, added, removed = set(said["stale"]), set(said["added"]), set(said["removed"])
    meeting.rubric = Rubric.from_dict(json.loads(said["rubric"]))
    if said["map"] is not None:
        meeting.map = json.loads(said["map"])
    meeting.map_version = said["map_version"]
    for criterion in stale | added:
        meeting.criterion_versions[criterion] = said["rubric_version"]
    meeting.changes.append(
        Change(
            event.seq, event.at, said["what"], said["criterion"], said["which"], said["level"],
            said["before"] or "", said["text"] or "", said["reason"] or "",
            said["rubric_version"], said["map_version"], tuple(said["stale"]),
        )
    )  # fmt: skip
    asked = [c for c in meeting.from_profile() if c in stale | added]
    for round in meeting.open_rounds:
        _ask_again(meeting, round, asked, stale | added, removed)
    _score_again(meeting, asked, said["again"])
    _reopen(meeting, event, stale | added | removed, said)


def _ask_again(meeting: Meeting, round: Round, asked: list[str], changed: set[str], removed: set[str]) -> None:
    before = list(round.cells)
    order = list(meeting.from_profile())
    if round.kind in ("again", "interview"):
        round.cells = [cell for cell in before if cell[1] in order]
    else:
        round.cells = [(profile, criterion) for profile in round.profiles for criterion in order]
    round.withdrawn += [cell for cell in before if cell not in round.cells]
    touched = any(criterion in changed for _, criterion in round.cells)
    for seat in round.seats.values():
        if touched:
            seat.submitted = None
        seat.again = seat.again or (seat.entries > 0 and (touched or round.cells != before))


def _score_again(meeting: Meeting, asked: list[str], id: str) -> None:
    covered = [p for p in meeting.profiles if any(p in r.profiles for r in meeting.revealed_rounds)]
    cells = [(p, c) for p in covered for c in asked if meeting.open_round_of((p, c)) is None]
    if not cells:
        return
    letters = ", ".join(meeting.letter(c) for c in asked)
    why = f"The anchors of {letters} changed."
    waiting = next((r for r in meeting.open_rounds if r.kind == "again"), None)
    if waiting is None:
        meeting.rounds[id] = Round(id, "again", why, cells)
        return
    waiting.cells = sorted({*waiting.cells, *cells}, key=_by_meeting(meeting))
    waiting.why = f"{waiting.why} {why}"
    for seat in waiting.seats.values():
        seat.submitted = None
        seat.again = seat.again or seat.entries > 0


def _reopen(meeting: Meeting, event: Event, changed: set[str], said: dict[str, Any]) -> None:
    shown = {cell for r in meeting.revealed_rounds for cell in r.cells}
    cells = sorted([list(cell) for cell in shown if cell[1] in changed])
    profiles = sorted({profile for profile, _ in cells})
    why = f"Scores of {', '.join(meeting.letter(c) for c in said['stale'])} are given again." if said["stale"] else ""
    if said["musts_changed"]:
        profiles = sorted({profile for profile, _ in shown})
        why = "Which capabilities are musts has changed."
    if cells or profiles:
        data = {"cells": cells, "profiles": profiles, "why": why or "The map has changed."}
        meeting.steps.append(Step(event.seq, event.at, event.hash, "reopened", data))


def _by_meeting(meeting: Meeting) -> Any:
    profiles, criteria = list(meeting.profiles), list(meeting.from_profile())
    return lambda cell: (profiles.index(cell[0]), criteria.index(cell[1]) if cell[1] in criteria else -1)


def _capabilities(map: dict[str, Any]) -> dict[str, dict[str, Any]]:
    capabilities: Iterable[dict[str, Any]] = map.get("capabilities", ())
    return {c["id"]: {name: c.get(name) for name in _MEANING} for c in capabilities}
