"""Scoring a whole profile, or playing whole rounds, for tests that begin after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.calibration import Session

RATERS = ("tobias", "sunniva", "kofi", "marguerite")


def fill(session: Session, profile: str, value: int = 3, verdict: Any = "hold") -> None:
    """Score every criterion of a profile alike, each with a reason that names who wrote it, and recommend."""
    for one in session.state_for()["criteria"]:
        if one["scored_from_profile"]:
            session.score(profile, one["id"], value, reason=f"{session.actor} on {one['letter']}")
    session.recommend(profile, verdict, "Enough to talk about.")


def play(
    meeting: Callable[[str], Session],
    rounds: Mapping[str, Sequence[str]],
    given: Callable[[str, str], tuple[int, Any]] = lambda rater, profile: (3, "hold"),
) -> None:
    """Let everybody score and hand in rounds, and reveal them; `given` says who gives what: a score and a verdict."""
    for rater in RATERS:
        session = meeting(rater)
        for round, profiles in rounds.items():
            for profile in profiles:
                fill(session, profile, *given(rater, profile))
            session.submit(round)
    for round in rounds:
        meeting("elin").reveal(round)
