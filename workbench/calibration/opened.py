"""What the reveal brought to light: every first score and recommendation, and whose keys are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workbench.calibration.book import Book
from workbench.calibration.meeting import Cell, Meeting, Round, Verdict

SeatState = Literal["open", "waiting", "lost", "void", "none"]
Books = Mapping[tuple[str, str], Book]  # (round, rater)


@dataclass(frozen=True)
class Score:
    """One rater's first score of one cell in one round. `value` None is "no evidence".

    `current` is the rater's latest on that cell; `stale` says that the anchors changed after it.
    """

    rater: str
    profile: str
    criterion: str
    round: str
    value: int | None
    quotes: tuple[dict[str, Any], ...]
    reason: str
    version: int
    at: str
    event: int
    stale: bool
    current: bool
    submitted: bool


@dataclass(frozen=True)
class Recommendation:
    """One rater's blind recommendation for a profile."""

    rater: str
    profile: str
    round: str
    value: Verdict
    reason: str
    at: str
    submitted: bool


def seat_state(round: Round, rater: str, broken: bool) -> SeatState:
    """Say what became of a rater's scores at the reveal of a round.

    open: they are in · waiting: their key is not yet · lost: it was given up · void: they are not what was
    committed to · none: nothing was sealed.
    """
    seat = round.seat(rater)
    if not seat.sealed:
        return "none"
    if seat.keys[-1] in seat.published:
        return "void" if broken else "open"
    return "lost" if seat.lost else "waiting"


def scores_of(meeting: Meeting, books: Books) -> list[Score]:
    """List the opened scores, by profile, criterion, round and seat."""
    latest: dict[tuple[str, Cell], str] = {}
    for round in meeting.revealed_rounds:
        for rater in round.raters:
            for cell, held in books[round.id, rater].cells.items():
                if held.scored:
                    latest[rater, cell] = round.id
    found = []
    for round in meeting.revealed_rounds:
        asked = {*round.cells, *round.withdrawn}
        for rater in round.raters:
            for (profile, criterion), held in books[round.id, rater].cells.items():
                if not held.scored or (profile, criterion) not in asked:
                    continue
                found.append(
                    Score(
                        rater, profile, criterion, round.id, held.value, held.quotes, held.reason,
                        held.version, held.at, held.event,
                        stale=meeting.stale(criterion, held.version),
                        current=latest[rater, (profile, criterion)] == round.id,
                        submitted=rater in round.submitted,
                    )
                )  # fmt: skip
    profiles = {id: n for n, id in enumerate(meeting.profiles)}
    criteria = {c.id: n for n, c in enumerate(meeting.rubric.criteria)}
    rounds = {id: n for n, id in enumerate(meeting.rounds)}
    seats = {id: n for n, id in enumerate(meeting.people)}
    return sorted(
        found,
        key=lambda s: (
            profiles[s.profile], criteria.get(s.criterion, 99), rounds[s.round], seats[s.rater]
        ),
    )  # fmt: skip


def recommendations_of(meeting: Meeting, books: Books) -> list[Recommendation]:
    """List the opened recommendations, by profile and seat."""
    found = [
        Recommendation(rater, profile, round.id, r.value, r.reason, r.at, rater in round.submitted)
        for round in meeting.revealed_rounds
        for rater in round.raters
        for profile, r in books[round.id, rater].recommendations.items()
        if profile in round.profiles
    ]
    profiles, seats = list(meeting.profiles), list(meeting.people)
    return sorted(found, key=lambda r: (profiles.index(r.profile), seats.index(r.rater)))
