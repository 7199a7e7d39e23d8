"""Changes to a capability map: each function gives a new map and leaves the old one as it was.

No function here raises the version; call `bump` once a change is kept, so that a screen can try and undo.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workbench.errors import NotAllowed
from workbench.intake.capability import IMPORTANCES, LETTERS, Capability, How, Importance, Tests
from workbench.intake.capability_map import CapabilityMap, Outcome, Round


def bump(current: CapabilityMap) -> CapabilityMap:
    """Give the same map with the next version."""
    return replace(current, version=current.version + 1)


def edit(current: CapabilityMap, **fields: Any) -> CapabilityMap:
    """Change fields of the map itself, such as `problem` or `title`.

    >>> edit(CapabilityMap("", "Engineer", "backend"), title="Backend engineer").title
    'Backend engineer'
    """
    return replace(current, **fields)


def new_capability(
    current: CapabilityMap, name: str, importance: Importance = "should"
) -> tuple[CapabilityMap, Capability]:
    """Add a capability with that name and nothing else; give the new map and the new capability."""
    capability = Capability(
        id=free_id(name, {c.id for c in current.capabilities}),
        name=name,
        letter=free_letter(current),
        importance=importance,
    )
    return add_capability(current, capability), capability


def add_capability(current: CapabilityMap, capability: Capability, at: int | None = None) -> CapabilityMap:
    """Add a capability at position `at` of its own column (must, should or nice), or at its end.

    Raises
    ------
    NotAllowed
        When its id or letter is already on the map.
    """
    for other in current.capabilities:
        if capability.id == other.id or capability.letter == other.letter:
            raise NotAllowed(f"“{other.name}” already has the id {other.id} or the letter {other.letter}.")
    columns = _columns(current)
    column = columns[capability.importance]
    column.insert(len(column) if at is None else max(0, min(at, len(column))), capability)
    return replace(current, capabilities=_flat(columns))


def remove_capability(current: CapabilityMap, id: str) -> CapabilityMap:
    """Take a capability off the map; KeyError when it is not on it."""
    gone = current.capability(id)
    return replace(current, capabilities=tuple(c for c in current.capabilities if c.id != gone.id))


def move_capability(current: CapabilityMap, id: str, importance: Importance, at: int | None = None) -> CapabilityMap:
    """Move a capability to a column, or within its own, to position `at` or to the end. Its letter stays."""
    moved = current.capability(id)
    return add_capability(remove_capability(current, moved.id), replace(moved, importance=importance), at)


def edit_capability(current: CapabilityMap, id: str, **fields: Any) -> CapabilityMap:
    """Change fields of one capability; a change of `importance` puts it at the end of the new column."""
    old = current.capability(id)
    new = replace(old, **fields)
    if new.importance != old.importance:
        return add_capability(remove_capability(current, old.id), new)
    return replace(current, capabilities=tuple(new if c.id == old.id else c for c in current.capabilities))


def set_test(current: CapabilityMap, capability: str, round_id: str, how: How | None) -> CapabilityMap:
    """Say that a round tests a capability, touches on it, or (None) does neither."""
    if round_id not in {r.id for r in current.loop}:
        raise KeyError(round_id)
    changed = current.capability(capability)
    order = {r.id: i for i, r in enumerate(current.loop)}
    rounds = [t for t in changed.rounds if t.round != round_id] + ([Tests(round_id, how)] if how else [])
    rounds.sort(key=lambda t: order.get(t.round, len(order)))
    return edit_capability(current, changed.id, rounds=tuple(rounds))


def add_round(current: CapabilityMap, title: str, minutes: int, job: str) -> CapabilityMap:
    """Add a round at the end of the loop."""
    return replace(
        current,
        loop=(*current.loop, Round(free_id(title, {r.id for r in current.loop}), title, minutes, job)),
    )


def edit_round(current: CapabilityMap, id: str, **fields: Any) -> CapabilityMap:
    """Change fields of a round; its id stays."""
    return replace(current, loop=tuple(replace(r, **fields) if r.id == id else r for r in current.loop))


def remove_round(current: CapabilityMap, id: str) -> CapabilityMap:
    """Take a round off the loop, and out of every capability that it tested."""
    without = replace(current, loop=tuple(r for r in current.loop if r.id != id))
    return _each(without, lambda c: replace(c, rounds=tuple(t for t in c.rounds if t.round != id)))


def add_outcome(current: CapabilityMap, months: int, text: str) -> CapabilityMap:
    """Add an outcome, earlier months first."""
    taken = {o.id for o in current.outcomes}
    new = Outcome(free_id(f"month {months}", taken), months, text)
    return replace(current, outcomes=tuple(sorted((*current.outcomes, new), key=lambda o: o.months)))


def edit_outcome(current: CapabilityMap, id: str, **fields: Any) -> CapabilityMap:
    """Change the text or the months of an outcome; its id stays."""
    return replace(current, outcomes=tuple(replace(o, **fields) if o.id == id else o for o in current.outcomes))


def remove_outcome(current: CapabilityMap, id: str) -> CapabilityMap:
    """Take an outcome off the map, and out of every capability that served it."""
    without = replace(current, outcomes=tuple(o for o in current.outcomes if o.id != id))
    return _each(without, lambda c: replace(c, outcomes=tuple(o for o in c.outcomes if o != id)))


def free_letter(current: CapabilityMap) -> str:
    """Give the first letter no capability has; after Z they are doubled, AA, BB and so on."""
    taken = {c.letter for c in current.capabilities}
    times = 1
    while True:
        for letter in LETTERS:
            if letter * times not in taken:
                return letter * times
        times += 1


def free_id(name: str, taken: set[str]) -> str:
    """Give an id in kebab-case made from a name and not yet taken.

    >>> free_id("Queries that stay quick", {"queries-that-stay-quick"})
    'queries-that-stay-quick-2'
    """
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:48].strip("-") or "item"
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found


def _columns(current: CapabilityMap) -> dict[Importance, list[Capability]]:
    return {i: [c for c in current.capabilities if c.importance == i] for i in IMPORTANCES}


def _flat(columns: dict[Importance, list[Capability]]) -> tuple[Capability, ...]:
    return tuple(c for importance in IMPORTANCES for c in columns[importance])


def _each(current: CapabilityMap, change: Callable[[Capability], Capability]) -> CapabilityMap:
    return replace(current, capabilities=tuple(change(c) for c in current.capabilities))
