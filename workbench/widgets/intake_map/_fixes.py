"""What can be done about a check at once: the better wording put in, a round given, a must moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench.errors import NotAllowed
from workbench.intake import Capability, CapabilityMap, Issue, Round, Tests, checks, edit
from workbench.intake.map_checks import MOST_MUSTS, fewest_outcomes, fullest_last, room_for

_SOFT_NAME = "Trade-offs under pressure"
_SOFT_QUESTION = "If everything for this could not be done in time, what would you leave out, and whom would you tell?"


@dataclass(frozen=True)
class Fix:
    """A button under a check: its label and the change it makes."""

    label: str
    change: Callable[[CapabilityMap], CapabilityMap]


def key_of(issue: Issue) -> str:
    """Give what names a check as long as its words stay the same."""
    return f"{issue.code}:{issue.capability or ''}:{issue.field or ''}:{issue.text}"


def keep_label(issue: Issue) -> str:
    """Give the words of the button that leaves things as they are."""
    return {"tested_twice": "Keep both", "duplicate_round": "Keep both", "untested": "Leave it"}.get(
        issue.code, "Keep ours"
    )


def fixes(current: CapabilityMap, issue: Issue) -> list[Fix]:
    """Give what a press can do about a check, the better one first; empty when only people can."""
    if issue.start is not None and issue.better:
        return [Fix("Use this wording", lambda m: reworded(m, issue))]
    if issue.capability is None:
        return _of_map(current, issue)
    return _of_capability(current, current.capability(issue.capability), issue)


def _of_capability(current: CapabilityMap, one: Capability, issue: Issue) -> list[Fix]:
    if issue.code == "untested":
        room = room_for(current)
        add = [] if room is None else [_give(one, room)]
        return [*add, Fix("Take off the map", lambda m: edit.remove_capability(m, one.id))]
    if issue.code == "tested_twice":
        testing = [r for r in current.loop if Tests(r.id, "tests") in one.rounds]
        _, *others = fullest_last(current, testing)
        return [_free(one, other.id, other.title) for other in others]
    if issue.code == "must_without_question":
        return [Fix("Use this question", lambda m: edit.edit_capability(m, one.id, question=issue.better))]
    if issue.code == "must_without_outcome":
        return [Fix("Move to should", lambda m: edit.move_capability(m, one.id, "should"))]
    if issue.code == "contradictory_level":
        return [Fix("Set depth to central", lambda m: edit.edit_capability(m, one.id, depth="central"))]
    if issue.code == "stack_of_musts":
        rest = tuple(s for s in one.central[2:] if s not in one.peripheral)
        both = {"central": one.central[:2], "peripheral": (*one.peripheral, *rest)}
        return [Fix("Keep two, move the rest", lambda m: edit.edit_capability(m, one.id, **both))]
    return []


def _give(one: Capability, room: Round) -> Fix:
    return Fix(f"Add it to {room.title}", lambda m: edit.set_test(m, one.id, room.id, "tests"))


def _free(one: Capability, round_id: str, title: str) -> Fix:
    return Fix(f"Free {title}", lambda m: edit.set_test(m, one.id, round_id, None))


def _of_map(current: CapabilityMap, issue: Issue) -> list[Fix]:
    if issue.code == "stack_of_musts":
        musts = [c for c in current.capabilities if c.importance == "must"]
        if len(musts) <= MOST_MUSTS:
            return []
        last = fewest_outcomes(musts)
        return [Fix(f"Move {last.letter} to should", lambda m: edit.move_capability(m, last.id, "should"))]
    if issue.code == "no_soft_criterion":
        return [Fix(f"Add “{_SOFT_NAME}”", _with_soft)]
    if issue.code == "duplicate_round" and issue.field:
        drop = current.loop[int(issue.field.removeprefix("loop[").removesuffix("]"))]
        return [Fix(f"Drop {drop.title}", lambda m: edit.remove_round(m, drop.id))]
    return []


def _with_soft(current: CapabilityMap) -> CapabilityMap:
    new, one = edit.new_capability(current, _SOFT_NAME, "should")
    asked: dict[str, Any] = {"kind": "soft", "scored_from_profile": False, "question": _SOFT_QUESTION}
    if new.loop:
        asked["rounds"] = (Tests(new.loop[-1].id, "tests"),)
    return edit.edit_capability(new, one.id, **asked)


def reworded(current: CapabilityMap, issue: Issue) -> CapabilityMap:
    """Put the better wording where the words stand.

    Raises
    ------
    NotAllowed
        When other words stand there now.
    """
    data = current.to_dict()
    holder: Any = data
    *steps, last = checks.place_of(current, issue)
    for step in steps:
        holder = holder[step]
    text = str(holder[last])
    start, end = issue.start or 0, len(text) if issue.end is None else issue.end
    if text[start:end] != issue.text:
        raise NotAllowed("The words have changed meanwhile.")
    holder[last] = text[:start] + issue.better + text[end:]
    return CapabilityMap.from_dict(data)
