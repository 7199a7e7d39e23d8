"""Scoring a whole profile in one go, for tests that begin after it."""

from __future__ import annotations

from typing import Any

from workbench.calibration import Session


def fill(session: Session, profile: str, value: int = 3, verdict: Any = "hold") -> None:
    """Score every criterion of a profile alike, each with a reason that names who wrote it, and recommend."""
    for one in session.state_for()["criteria"]:
        if one["scored_from_profile"]:
            session.score(profile, one["id"], value, reason=f"{session.actor} on {one['letter']}")
    session.recommend(profile, verdict, "Enough to talk about.")
