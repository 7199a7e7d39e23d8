"""Who sits where: seating order, order of speaking, letters, shapes, and each rater's own order of profiles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from workbench.calibration.meeting import LETTERS, SHAPES, Person
from workbench.store import digest


def seated(session: str, panel: Sequence[dict[str, Any]], facilitator: str) -> dict[str, Person]:
    """Give the people in seating order.

    Letters and shapes are shuffled for each session, so that they do not follow the seats; they spare people, they
    do not hide them. The hiring manager is asked last.
    """
    shuffled = sorted((seat["id"] for seat in panel), key=lambda id: digest(f"{session}/letter/{id}".encode()))
    place = {id: n for n, id in enumerate(shuffled)}
    speaking = sorted(panel, key=lambda seat: "hiring manager" in str(seat.get("role", "")).lower())
    asked = {seat["id"]: n for n, seat in enumerate(speaking)}
    return {
        seat["id"]: Person(
            id=seat["id"],
            name=seat.get("name") or seat["id"],
            role=seat.get("role", ""),
            facilitator=seat["id"] == facilitator,
            letter=_letter(place[seat["id"]]),
            shape=SHAPES[place[seat["id"]] % len(SHAPES)],
            asked=asked[seat["id"]],
        )
        for seat in panel
    }


def orders(session: str, people: Sequence[str], profiles: Sequence[str]) -> dict[str, list[str]]:
    """Give each person an own order of the profiles; no two alike while there are orders enough.

    >>> given = orders("s-1", ["ana", "ben", "chi"], ["p1", "p2", "p3"])
    >>> len({tuple(order) for order in given.values()})
    3
    """
    taken: set[tuple[str, ...]] = set()
    enough = _at_least(len(profiles), len(people))
    given: dict[str, list[str]] = {}
    for person in people:
        attempt = 0
        order = _shuffled(session, person, profiles, attempt)
        while enough and tuple(order) in taken and attempt < 200:
            attempt += 1
            order = _shuffled(session, person, profiles, attempt)
        if enough and tuple(order) in taken:  # so few profiles that chance runs out: take the first that is free
            order = next(list(p) for p in permutations(profiles) if p not in taken)
        taken.add(tuple(order))
        given[person] = order
    return given


def _shuffled(session: str, person: str, profiles: Sequence[str], attempt: int) -> list[str]:
    return sorted(profiles, key=lambda p: digest(f"{session}/order/{person}/{attempt}/{p}".encode()))


def _at_least(profiles: int, people: int) -> bool:
    arrangements = 1
    for n in range(2, profiles + 1):
        arrangements *= n
        if arrangements >= people:
            return True
    return arrangements >= people


def _letter(place: int) -> str:
    lap, index = divmod(place, len(LETTERS))
    return LETTERS[index] + (str(lap + 1) if lap else "")
