"""What one person's scores look like beside the panel's, for that person alone, and how that moved between meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.calibration.opened import Score

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration.session import Session

FEWEST = 3  # profiles from which an interval can be read


@dataclass(frozen=True)
class Beside:
    """Points by which a person's scores lie above (positive) or below the others', with the 95 % interval, in words."""

    points: float | None
    low: float | None
    high: float | None
    profiles: int
    words: str


def beside_the_panel(scores: Iterable[Score], rater: str, *, level: float = 0.95) -> Beside:
    """Compare a rater's scores with the mean of the others' on the same cells.

    The differences of a profile are averaged, and Student's t is taken over profiles, since what one reads in a profile
    hangs together: ``mean d_p +- t_(n-1) s_d / sqrt(n)``.

    Returns
    -------
    Beside
        Without numbers below three profiles; the words say so. They judge nobody: a panel can be wrong together.
    """
    from scipy.special import stdtrit

    cells: dict[tuple[str, str], dict[str, int]] = {}
    for score in scores:
        if score.current and not score.stale and score.value is not None:
            cells.setdefault((score.profile, score.criterion), {})[score.rater] = score.value
    apart: dict[str, list[float]] = {}
    for (profile, _), given in cells.items():
        others = [value for person, value in given.items() if person != rater]
        if rater in given and others:
            apart.setdefault(profile, []).append(given[rater] - sum(others) / len(others))
    means = np.array([np.mean(differences) for differences in apart.values()])
    n = means.size
    if n < FEWEST:
        told = f"From {n} profile{'s' * (n != 1)} nothing can be told yet about how your scores lie beside the others’."
        return Beside(None, None, None, n, told)
    middle = float(means.mean())
    reach = float(stdtrit(n - 1, 1 - (1 - level) / 2) * means.std(ddof=1) / n**0.5)
    low, high = middle - reach, middle + reach
    return Beside(middle, low, high, n, _words(middle, low, high, n))


def _words(middle: float, low: float, high: float, n: int) -> str:
    span = f"on average {_points(middle)}, between {_points(low)} and {_points(high)}, on {n} profiles"
    if low <= 0 <= high:
        return f"Your scores lie where the others’ do, as far as this can tell ({span})."
    side = "above" if middle > 0 else "below"
    return (
        f"Your scores lie {side} the others’ ({span}). Neither is right by itself; the anchors are what to read again."
    )


def _points(value: float) -> str:
    rounded = round(value, 1)
    if rounded == 0:
        return "no points apart"
    return f"{abs(rounded):.1f} points {'higher' if rounded > 0 else 'lower'}"


def drift(sessions: Sequence[Session]) -> pd.DataFrame:
    """How each rater has moved since the first of some meetings, from the many-facet model of `severity`.

    Parameters
    ----------
    sessions
        In the order in which they were held; a rater is the same person when the id is the same.

    Returns
    -------
    DataFrame
        Columns `rater, session, estimate, se, low, high, why`: logits since the first meeting (positive: more severe),
        a row a rater and later meeting. For an analyst; a screen shows a person their own row at most.

    Raises
    ------
    Sealed
        When one of them has no reveal yet.
    """
    import pandas as pd

    from workbench.calibration._severity import severity

    columns = ["rater", "session", "estimate", "se", "low", "high", "why"]
    frames = []
    for number, session in enumerate(sessions):
        rows = [
            (score.rater, f"{session.session}/{score.profile}", score.criterion, score.value, f"{number:04d}")
            for score in session.revealed().scores
            if score.current and score.value is not None
        ]
        frames.append(pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score", "occasion"]))
    if len(frames) < 2 or any(frame.empty for frame in frames):
        return pd.DataFrame(columns=columns)
    table = severity(pd.concat(frames), scale=(1, 5))
    moved = table[(table["facet"] == "rater:occasion") & ~table["level"].str.endswith("|0000")].copy()
    moved["rater"] = moved["level"].str.rpartition("|")[0]
    moved["session"] = [sessions[int(level.rpartition("|")[2])].session for level in moved["level"]]
    moved = moved[moved["rater"].isin(set(frames[0]["rater"]))]  # who was not there first has nothing to move from
    moved["why"] = np.where(
        (moved["low"] <= 0) & (moved["high"] >= 0), "No movement can be told.", "Moved, as far as these meetings tell."
    )
    return moved[columns].reset_index(drop=True)
