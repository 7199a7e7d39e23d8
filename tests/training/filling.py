"""A trainee's own reading, made from one rater's of the panel and moved by some points."""

from __future__ import annotations

from workbench.calibration.sample_decided import whole_panel
from workbench.training import Exercise

PANEL = whole_panel()


def read(exercise: Exercise, profile: str, moved: int = 0, *, upto: int | None = None, rater: str = "kofi") -> None:
    """Score a profile as somebody of the panel did, some points higher or lower; whole unless `upto` cells only."""
    rows = [row for row in PANEL["scores"] if (row["profile"], row["rater"]) == (profile, rater)]
    for row in rows[:upto]:
        score = None if row["score"] is None else min(5, max(1, row["score"] + moved))
        quotes = [{"text": row["quote"], "by": "person"}] if row["quote"] else []
        exercise.session.score(profile, row["criterion"], score, quotes=quotes, reason="As I read it.")
    if upto is None:
        exercise.session.recommend(profile, "hold", "A question is open.")
