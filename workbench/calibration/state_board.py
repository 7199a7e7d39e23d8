"""The board after a reveal: agenda, matrix, decisions; people as letters and shapes unless names are on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from workbench.calibration.agenda import Item, Side, Turn, values_apart
from workbench.calibration.contradicting import contradicting
from workbench.calibration.meeting import Meeting
from workbench.calibration.opened import Score, SeatState
from workbench.calibration.quotes import same_quote
from workbench.calibration.steps import Settled

Who = Callable[[str], dict[str, Any]]


def who_is(meeting: Meeting, viewer: str) -> Who:
    """Give the function that names a person on the board the way this viewer may see it."""

    def who(person: str) -> dict[str, Any]:
        seat = meeting.people[person]
        shown: dict[str, Any] = {"letter": seat.letter, "shape": seat.shape}
        if meeting.names_on:
            shown["name"] = seat.name
        if person == viewer and not seat.facilitator:
            shown["mine"] = True  # the facilitator's screen is the shared one
        return shown

    return who


def board_state(
    meeting: Meeting,
    viewer: str,
    turns: Sequence[Turn],
    scores: Sequence[Score],
    settled: Settled,
    seats: Mapping[tuple[str, str], SeatState],
) -> dict[str, Any]:
    """Give what everyone sees once a round is revealed. The shape is described at `Session.state_for`."""
    who = who_is(meeting, viewer)
    current = [score for score in scores if score.current]
    matrix = [_row(meeting, turn.profile, current, settled, who) for turn in turns]
    matrix.sort(key=lambda row: row["number"])
    cells = [[d["value"] for d in c["dots"] if d["value"] is not None] for row in matrix for c in row["cells"]]
    cells = [values for values in cells if len(values) >= 2]
    return {
        "current": _current(turns, settled),
        "agenda": [_turn(meeting, turn, settled, who) for turn in turns],
        "matrix": matrix,
        "decisions": {
            profile: {
                "decision": d.decision,
                "reason": d.reason,
                "speaks_to_candidate": d.speaks_to_candidate,
                "by": d.by,
                "open_questions": list(d.open_questions),
                "at": d.at,
                "event": d.event,
                "practice": meeting.practice,
                "reopened": bool(d.reopened),
                "why_reopened": d.reopened,
            }
            for profile, d in settled.decisions.items()
        },
        "stale": _stale(meeting, current),
        "within": {"cells": len(cells), "within_one": sum(max(v) - min(v) <= 1 for v in cells)},
        "opened": _opened(meeting, seats),
        "notes": [
            {"profile": note["profile"], "about": note["about"], "text": note["text"], "at": note["at"]}
            for note in meeting.notes
        ],
        "contradictions": [asdict(one) for one in contradicting(meeting, scores, settled)],
        "can_undo": any(not step.undone and step.kind != "reopened" for step in meeting.steps),
    }


def _current(turns: Sequence[Turn], settled: Settled) -> str | None:
    """The profile on the table, else the first undecided one whose turn it is."""
    if settled.on_table is not None:
        return settled.on_table
    return next((turn.profile for turn in turns if not settled.decided(turn.profile)), None)


def _turn(meeting: Meeting, turn: Turn, settled: Settled, who: Who) -> dict[str, Any]:
    decided = settled.decisions.get(turn.profile)
    return {
        "profile": turn.profile,
        "label": meeting.profiles[turn.profile].label,
        "split": turn.split,
        "split_words": turn.split_words,
        "recommendations": _by_letter(
            [{**who(r.rater), "value": r.value, "reason": r.reason} for r in turn.recommendations]
        ),
        "decision": decided.decision if decided and not decided.reopened else None,
        "opened": settled.on_table == turn.profile,
        "worth": turn.worth,
        "items": [_item(meeting, item, settled, who) for item in turn.items],
    }


def _item(meeting: Meeting, item: Item, settled: Settled, who: Who) -> dict[str, Any]:
    cell = (item.profile, item.criterion)
    criterion = meeting.rubric.criterion(item.criterion)
    anchors = criterion.profile or criterion.interview
    dots = _dots(item.scores, who)
    doubt = item.anchor
    return {
        "profile": item.profile,
        "criterion": item.criterion,
        "letter": criterion.letter,
        "name": criterion.name,
        "importance": criterion.importance,
        "question": criterion.question,
        "number": item.number,
        "values": sorted((d["value"] for d in dots), key=lambda v: (v is None, v)),
        "apart": item.apart,
        "why": item.why,
        "worth": item.worth,
        "dots": dots,
        "anchors": list(anchors),
        "sides": [_side(side, who) for side in item.sides],
        "anchor": {"level": doubt.level, "text": anchors[doubt.level - 1], "why": doubt.why} if doubt else None,
        "discussed": cell in settled.discussed,
        **_settled(settled, cell),
        "again": meeting.open_round_of(cell) is not None,
    }


def _side(side: Side, who: Who) -> dict[str, Any]:
    quotes: list[dict[str, Any]] = []
    for score in side.scores:
        for quote in score.quotes:
            known = next((q for q in quotes if same_quote(q, quote)), None)
            if known is None:
                quotes.append({**quote, "count": 1})
            else:
                known["count"] += 1
    return {
        "label": side.label,
        "values": sorted({s.value for s in side.scores if s.value is not None}),
        "people": _by_letter([who(s.rater) for s in side.scores]),
        "quotes": sorted(quotes, key=lambda q: -q["count"]),
        "reasons": _by_letter([{**who(s.rater), "text": s.reason} for s in side.scores if s.reason]),
    }


def _row(meeting: Meeting, profile: str, scores: Sequence[Score], settled: Settled, who: Who) -> dict[str, Any]:
    cells = []
    for criterion in meeting.from_profile():
        cell = (profile, criterion)
        own = [s for s in scores if s.profile == profile and s.criterion == criterion]
        numbers = [s.value for s in own if s.value is not None]
        cells.append(
            {
                "criterion": criterion,
                "letter": meeting.letter(criterion),
                "dots": _dots(own, who),
                "spread": max(numbers) - min(numbers) if numbers else None,
                "none": len(own) - len(numbers),
                "apart": values_apart([s.value for s in own])[1],
                **_settled(settled, cell),
                "stale": any(s.stale for s in own),
                "again": meeting.open_round_of(cell) is not None,
            }
        )
    decided = settled.decisions.get(profile)
    return {
        "profile": profile,
        "number": meeting.profiles[profile].number,
        "label": meeting.profiles[profile].label,
        "decision": decided.decision if decided and not decided.reopened else None,
        "reopened": bool(decided and decided.reopened),
        "cells": cells,
    }


def _settled(settled: Settled, cell: tuple[str, str]) -> dict[str, Any]:
    agreed, differs = settled.agreed.get(cell), settled.differs.get(cell)
    return {
        "agreed": None
        if agreed is None
        else {"value": agreed.score, "reason": agreed.reason, "at": agreed.at, "event": agreed.event},
        "differs": None if differs is None else {"why": differs.why, "at": differs.at, "event": differs.event},
    }


def _stale(meeting: Meeting, scores: Sequence[Score]) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for score in scores:
        cell = (score.profile, score.criterion)
        if score.stale and meeting.scored(score.criterion):
            again = meeting.open_round_of(cell)
            found[cell] = {
                "profile": score.profile,
                "label": meeting.profiles[score.profile].label,
                "criterion": score.criterion,
                "letter": meeting.letter(score.criterion),
                "version": score.version,
                "now": meeting.criterion_versions[score.criterion],
                "round": again.id if again else None,
            }
    return list(found.values())


def _opened(meeting: Meeting, seats: Mapping[tuple[str, str], SeatState]) -> list[dict[str, Any]]:
    """Say whose scores are not in, by name and without letters: beside a letter the name would give it away."""
    return [
        {
            "round": round.id,
            "opened": sum(seats[round.id, r] == "open" for r in round.raters),
            "of": len(round.raters),
            "missing": [
                {"name": meeting.people[r].name, "state": seats[round.id, r]}
                for r in round.raters
                if seats[round.id, r] != "open"
            ],
            "not_submitted": [meeting.people[r].name for r in round.raters if r not in round.submitted],
        }
        for round in meeting.revealed_rounds
    ]


def _dots(scores: Sequence[Score], who: Who) -> list[dict[str, Any]]:
    return _by_letter([{**who(s.rater), "value": s.value, "stale": s.stale} for s in scores])


def _by_letter(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Order by letter, so that the order says nothing about seats."""
    return sorted(shown, key=lambda person: person["letter"])
