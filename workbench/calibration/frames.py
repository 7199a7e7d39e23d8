"""Tidy tables of a session, for statistics, records and analysts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.calibration.agenda import Turn
from workbench.calibration.meeting import Meeting
from workbench.calibration.opened import Recommendation, Score
from workbench.calibration.steps import Settled

if TYPE_CHECKING:
    import pandas as pd

SCORE_COLUMNS = (
    "rater", "unit", "criterion", "score", "no_evidence", "round", "version", "stale", "current", "submitted",
    "reason", "quotes", "at", "event",
)  # fmt: skip


def rater_label(meeting: Meeting, person: str) -> str:
    """Name a rater in a table: by name when the panel turned names on, else by letter; no two people alike."""
    seat = meeting.people[person]
    if not meeting.names_on:
        return seat.letter
    alike = sum(other.name == seat.name for other in meeting.people.values()) > 1
    return f"{seat.name} ({seat.letter})" if alike else seat.name


def scores_frame(meeting: Meeting, scores: Sequence[Score]) -> pd.DataFrame:
    """Give a row a first score: rater, unit (the profile), criterion, score (NaN for no evidence), reason, quotes.

    `current` marks the rater's latest score of a cell and `stale` one that a change of the anchors overtook.
    """
    import pandas as pd

    rows = [
        (
            rater_label(meeting, s.rater), s.profile, s.criterion, s.value, s.value is None, s.round, s.version,
            s.stale, s.current, s.submitted, s.reason, [q["text"] for q in s.quotes], s.at, s.event,
        )
        for s in scores
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    frame["score"] = frame["score"].astype("float64")
    return frame.sort_values(["unit", "criterion", "round", "rater"], kind="stable", ignore_index=True)


def recommendations_frame(meeting: Meeting, given: Sequence[Recommendation]) -> pd.DataFrame:
    """Give a row a recommendation: rater, unit, recommendation, reason."""
    import pandas as pd

    rows = [(rater_label(meeting, r.rater), r.profile, r.value, r.reason, r.submitted, r.at) for r in given]
    columns = ["rater", "unit", "recommendation", "reason", "submitted", "at"]
    return pd.DataFrame(rows, columns=columns).sort_values(["unit", "rater"], kind="stable", ignore_index=True)


def matrix_frame(meeting: Meeting, scores: Sequence[Score], settled: Settled) -> pd.DataFrame:
    """Give a row a cell: unit, criterion, its scores in ascending order, spread, agreed score, why people differ."""
    import pandas as pd

    rows: list[dict[str, Any]] = []
    cells: dict[tuple[str, str], list[Score]] = {}
    for score in scores:
        if score.current:
            cells.setdefault((score.profile, score.criterion), []).append(score)
    for (profile, criterion), own in cells.items():
        numbers = sorted(s.value for s in own if s.value is not None)
        agreed, differs = settled.agreed.get((profile, criterion)), settled.differs.get((profile, criterion))
        rows.append(
            {
                "unit": profile,
                "criterion": criterion,
                "scores": numbers,
                "no_evidence": len(own) - len(numbers),
                "spread": numbers[-1] - numbers[0] if numbers else float("nan"),
                "agreed": float("nan") if agreed is None or agreed.score is None else float(agreed.score),
                "agreed_no_evidence": agreed is not None and agreed.score is None,
                "reason": agreed.reason if agreed else differs.why if differs else "",
                "differs": differs is not None,
                "stale": any(s.stale for s in own),
            }
        )
    columns = [
        "unit", "criterion", "scores", "no_evidence", "spread", "agreed", "agreed_no_evidence", "reason", "differs",
        "stale",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def agenda_frame(turns: Sequence[Turn]) -> pd.DataFrame:
    """Give a row a difference, in the order in which it is talked about."""
    import pandas as pd

    rows = [
        (item.number, turn.profile, item.criterion, turn.split, turn.split_words, item.apart, item.why, item.worth)
        for turn in turns
        for item in turn.items
    ]
    columns = ["number", "unit", "criterion", "split", "recommendations", "apart", "why", "worth"]
    return pd.DataFrame(rows, columns=columns)


def decisions_frame(meeting: Meeting, settled: Settled) -> pd.DataFrame:
    """Give a row a decision; `practice` says that it decides nothing, `stands` that it was not reopened."""
    import pandas as pd

    rows = [
        (
            profile, d.decision, d.reason, d.speaks_to_candidate, d.by, list(d.open_questions), meeting.practice,
            not d.reopened, d.reopened, d.at,
        )
        for profile, d in settled.decisions.items()
    ]  # fmt: skip
    columns = [
        "unit", "decision", "reason", "speaks_to_candidate", "by", "open_questions", "practice", "stands",
        "why_reopened", "at",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
