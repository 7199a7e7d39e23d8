"""Decisions that the map does not explain, as questions to the team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from workbench.calibration.meeting import Cell, Meeting
from workbench.calibration.opened import Score
from workbench.calibration.rubric import Criterion
from workbench.calibration.steps import Settled

SHOWN = 3  # the anchor from which a capability is shown

Contradicts = Literal["advanced_below_must", "not_now_with_every_must"]


@dataclass(frozen=True)
class Contradiction:
    """A decision that the map does not explain, as a question; `letters` are the musts it is about."""

    profile: str
    label: str
    what: Contradicts
    letters: tuple[str, ...]
    reason: str
    question: str


def contradicting(meeting: Meeting, scores: Sequence[Score], settled: Settled) -> list[Contradiction]:
    """List the decisions that contradict the map; see `values.contradictions`."""
    stands = standing(scores, settled)
    musts = [c for c in meeting.rubric.criteria if c.importance == "must" and c.scored_from_profile]
    found = []
    for profile, decided in settled.decisions.items():
        if decided.reopened or profile not in meeting.profiles:
            continue
        scored = [c for c in musts if (profile, c.id) in stands]
        below = [c for c in scored if (at := stands[profile, c.id]) is None or at < SHOWN]
        label = meeting.profiles[profile].label
        if decided.decision == "advance" and below:
            named = _listed([f"{c.letter} ({_at(stands[profile, c.id])})" for c in below])
            is_, a, it = ("is", " a must", "it") if len(below) == 1 else ("are", " musts", "them")
            question = f"{label} goes on although {named} {is_}{a}. What made up for {it}, or is it no must after all?"
            found.append(_one(meeting, profile, "advanced_below_must", below, decided.reason, question))
        elif decided.decision == "not_now" and scored and len(scored) == len(musts) and not below:
            question = f"{label} shows every must and does not go on. What decided it, and should the map say so?"
            found.append(_one(meeting, profile, "not_now_with_every_must", musts, decided.reason, question))
    return sorted(found, key=lambda one: meeting.profiles[one.profile].number)


def _one(
    meeting: Meeting, profile: str, what: Contradicts, criteria: Sequence[Criterion], reason: str, question: str
) -> Contradiction:
    letters = tuple(c.letter for c in criteria)
    return Contradiction(profile, meeting.profiles[profile].label, what, letters, reason, question)


def standing(scores: Sequence[Score], settled: Settled) -> dict[Cell, float | None]:
    """Where each scored cell stands: agreed on, else the median of the first scores; None is no evidence."""
    given: dict[Cell, list[int | None]] = {}
    for score in scores:
        if score.current and not score.stale:
            given.setdefault((score.profile, score.criterion), []).append(score.value)
    stands: dict[Cell, float | None] = {}
    for cell, values in given.items():
        numbers = [value for value in values if value is not None]
        stands[cell] = float(median(numbers)) if 2 * len(numbers) > len(values) else None
    for cell, agreed in settled.agreed.items():
        stands[cell] = agreed.score
    return stands


def _at(score: float | None) -> str:
    return "no evidence" if score is None else f"at {score:g}"


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
