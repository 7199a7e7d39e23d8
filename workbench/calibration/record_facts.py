"""The facts of a record: one plain JSON value from which the page, the file and the table are made."""

from __future__ import annotations

from typing import Any

from workbench.calibration.frames import rater_label
from workbench.calibration.meeting import Meeting
from workbench.calibration.opened import Score
from workbench.calibration.quotes import same_quote
from workbench.calibration.reading import Revealed
from workbench.calibration.session import Session
from workbench.calibration.state import shared_state
from workbench.calibration.state_board import board_state
from workbench.calibration.state_mine import seal_words
from workbench.calibration.steps import Agreed, Differs, settle
from workbench.store import Event


def record_json(session: Session) -> dict[str, Any]:
    """Give the whole record as plain JSON; people by letter unless the panel turned names on.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    while True:
        facts = _facts(session)
        if session.meeting.version == facts["log"]["last"]:  # else something was added while it was being told
            return facts


def _facts(session: Session) -> dict[str, Any]:
    meeting = session.meeting
    version = meeting.version
    revealed = session.revealed()
    events = session.store.events(session.session)
    events = [event for event in events if event.seq <= version]
    shared = shared_state(meeting, session.me, settle(meeting.steps), revealed.seats, session.store.now())
    board = board_state(meeting, "", revealed.turns, revealed.scores, revealed.settled, revealed.seats)
    return {
        "format": "workbench record 1",
        "session": meeting.session,
        "title": meeting.title,
        "requisition": meeting.requisition,
        "mode": meeting.mode,
        "names_on": meeting.names_on,
        "written_at": session.store.now(),
        "began_at": meeting.created_at,
        "panel": _panel(meeting),
        "raters": [rater_label(meeting, r) for r in _by_letter(meeting)],
        "letters": [meeting.people[r].letter for r in _by_letter(meeting)],
        "map": meeting.map,
        "map_version": meeting.map_version,
        "criteria": shared["criteria"],
        "rubric_version": meeting.rubric.version,
        "rounds": [_round(meeting, shared_round, board) for shared_round in shared["rounds"]],
        "profiles": shared["profiles"],
        "decisions": board["decisions"],
        "recommendations": [
            {
                "profile": r.profile,
                "rater": rater_label(meeting, r.rater),
                "value": r.value,
                "reason": r.reason,
                "submitted": r.submitted,
            }
            for r in sorted(revealed.recommendations, key=lambda r: (r.profile, meeting.people[r.rater].letter))
        ],
        "differences": [item for turn in board["agenda"] for item in turn["items"]],
        "matrix": board["matrix"],
        "scores": [_score(meeting, score) for score in revealed.scores],
        "settled": _history(meeting, revealed),
        "stale": board["stale"],
        "contradictions": board["contradictions"],
        "notes": board["notes"],
        "within": board["within"],
        "quotes_by": _quotes_by(revealed.scores),
        "statistics": _statistics(session),
        "changes": [
            {
                "at": c.at,
                "what": c.what,
                "letter": meeting.letter(c.criterion) if c.criterion else None,
                "which": c.which,
                "level": c.level,
                "before": c.before,
                "text": c.text,
                "reason": c.reason,
                "rubric_version": c.rubric_version,
                "map_version": c.map_version,
                "stale": [meeting.letter(s) for s in c.stale],
            }
            for c in meeting.changes
        ],
        "exports": [{"at": e["at"], "event": e["event"], "log": e["log"]} for e in meeting.exports],
        "seals": _seals(meeting, events),
        "log": {
            "first": events[0].seq,
            "last": events[-1].seq,
            "events": len(events),
            "hash": events[-1].hash,
            "hash_words": " ".join(events[-1].hash[n : n + 4] for n in range(0, 64, 4)),
        },
    }


def _panel(meeting: Meeting) -> list[dict[str, Any]]:
    """The panel by role; with names off, roles and letters stay apart."""
    people = meeting.people.values()
    return [
        {
            "role": p.role,
            "name": p.name if meeting.names_on else None,
            "letter": p.letter if meeting.names_on else None,
            "facilitator": p.facilitator,
            "scores": p.id in meeting.raters,
        }
        for p in people
    ]


def _by_letter(meeting: Meeting) -> list[str]:
    ever = {r for round in meeting.revealed_rounds for r in round.raters}
    return sorted(ever, key=lambda r: meeting.people[r].letter)


def _round(meeting: Meeting, shared: dict[str, Any], board: dict[str, Any]) -> dict[str, Any]:
    opened = next((o for o in board["opened"] if o["round"] == shared["id"]), None)
    kept = ("id", "kind", "title", "state", "of", "profiles", "why", "revealed_at", "reason", "submitted", "raters")
    missing = [one["state"] for one in opened["missing"]] if opened else []
    return {**{key: shared[key] for key in kept}, "opened": shared["opened"], "not_opened": missing}


def _score(meeting: Meeting, score: Score) -> dict[str, Any]:
    return {
        "profile": score.profile,
        "criterion": score.criterion,
        "rater": rater_label(meeting, score.rater),
        "score": score.value,
        "round": score.round,
        "version": score.version,
        "stale": score.stale,
        "current": score.current,
        "submitted": score.submitted,
        "reason": score.reason,
        "quotes": [dict(quote) for quote in score.quotes],
        "at": score.at,
        "event": score.event,
    }


def _history(meeting: Meeting, revealed: Revealed) -> list[dict[str, Any]]:
    """What stands on each cell after the discussion."""
    found: list[dict[str, Any]] = []
    cells: dict[tuple[str, str], Agreed | Differs] = {**revealed.settled.agreed, **revealed.settled.differs}
    for (profile, criterion), outcome in cells.items():
        agreed = isinstance(outcome, Agreed)
        found.append(
            {
                "profile": profile,
                "criterion": criterion,
                "outcome": "agreed" if agreed else "differs",
                "score": outcome.score if isinstance(outcome, Agreed) else None,
                "why": outcome.reason if isinstance(outcome, Agreed) else outcome.why,
                "at": outcome.at,
                "event": outcome.event,
            }
        )
    return sorted(found, key=lambda f: f["event"])


def _quotes_by(scores: list[Score]) -> dict[str, int]:
    """How many quotes people chose themselves and how many were the program's."""
    counted = {"person": 0, "program": 0}
    seen: list[tuple[str, Any]] = []
    for score in scores:
        for quote in score.quotes:
            if not any(profile == score.profile and same_quote(q, quote) for profile, q in seen):
                seen.append((score.profile, quote))
                counted[quote["by"]] += 1
    return counted


def _statistics(session: Session) -> list[dict[str, Any]]:
    """Krippendorff's ordinal alpha of the current first scores, a row a criterion and one for all of them."""
    from workbench.calibration import agreement, overall_alpha

    frame = session.scores()
    kept = frame[frame["current"]][["rater", "unit", "criterion", "score"]]
    table = agreement(kept, statistics=("krippendorff_alpha",))
    rows = [*table[table["variant"] == "ordinal"].itertuples(), overall_alpha(kept)]
    names = ("criterion", "value", "low", "high", "n_units", "n_raters", "why")
    order = {c["id"]: n for n, c in enumerate(session.rubric["criteria"])}
    rows.sort(key=lambda row: order.get(row.criterion, len(order)))
    told = [{name: _number(getattr(row, name)) for name in names} for row in rows]
    return [{**row, "why": row["why"].replace(" units ", " profiles ")} for row in told]


def _number(value: Any) -> Any:
    """Give what JSON can hold: NaN as nothing, numpy's numbers as Python's."""
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and value != value else value


def _seals(meeting: Meeting, events: list[Event]) -> list[dict[str, str]]:
    """The short hash of each hand-in, which raters may have written down; sorted, so that they name nobody."""
    found = [
        {"round": e.payload["round"], "seal": seal_words(e.hash)}
        for e in events
        if e.kind == "submitted" and not meeting.rounds[e.payload["round"]].open
    ]
    return sorted(found, key=lambda s: (s["round"], s["seal"]))
