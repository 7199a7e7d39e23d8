"""What can be told about one's own reading from the profiles compared so far, and how many more it would take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.calibration import profiles_needed
from workbench.calibration.opened import Score
from workbench.calibration.own_severity import FEWEST, Beside, beside_the_panel
from workbench.training.comparing import compare, readings_frame
from workbench.training.exercise import TRAINEE, Exercise

MATTERS = 0.5  # points; a smaller difference is told as none, however surely it is there
SAME = 1.0  # points; an interval that lies within one point either way is a reading like the panel's
MOST = 200  # profiles; more than that nobody scores for practice
CLOSE = 0.2  # half the width of alpha's interval that is asked for: alpha to a fifth


@dataclass(frozen=True)
class Told:
    """One criterion over all compared profiles: points above (positive) or below the panel, with the 95 % interval.

    `more` counts the profiles still needed until the interval leaves zero, at the distance and spread of now; None when
    it has left it, or when no reachable number would do. `agreement` says the same of alpha between the two.
    """

    criterion: str
    letter: str
    name: str
    points: float | None
    low: float | None
    high: float | None
    profiles: int
    more: int | None
    words: str
    agreement: str


def overall(exercise: Exercise) -> Beside:
    """Say how one's scores lie beside the panel's over all criteria; see `calibration.own_severity`."""
    scores = []
    for profile in exercise.compared():
        for one in compare(exercise, profile):
            given = [(TRAINEE, one.value), *((row["rater"], row["score"]) for row in one.panel)]
            scores += [
                Score(rater, profile, one.criterion, "main", value, (), "", 1, "", 0, False, True, True)
                for rater, value in given
            ]
    return beside_the_panel(scores, TRAINEE)


def by_criterion(exercise: Exercise) -> list[Told]:
    """Say for each criterion whether one reads more or less into the words than the panel, in the map's order."""
    apart: dict[str, list[float]] = {}
    for profile in exercise.compared():
        for one in compare(exercise, profile):
            if one.apart is not None:
                apart.setdefault(one.criterion, []).append(one.apart)
    agreement = _agreement(exercise)
    return [
        _told(one["id"], one["letter"], one["name"], apart.get(one["id"], []), agreement.get(one["id"], ""))
        for one in exercise.criteria
    ]


def interval(differences: Sequence[float], *, level: float = 0.95) -> tuple[float, float, float]:
    """Give the mean of some differences with Student's interval: ``mean d +- t_(n-1) s_d / sqrt(n)``.

    >>> [round(x, 2) for x in interval([0.5, 1.0, 1.5])]
    [1.0, -0.24, 2.24]
    """
    d = np.asarray(differences, dtype=float)
    middle, reach = float(d.mean()), _reach(float(d.std(ddof=1)), d.size, level)
    return middle, middle - reach, middle + reach


def profiles_until_told(differences: Sequence[float], *, level: float = 0.95) -> int | None:
    """How many more profiles until the mean difference can be told from none, at the mean and the spread of now.

    The smallest m with ``t_(m-1) s / sqrt(m) < |mean|``, less the n there are. Mean and spread are uncertain
    themselves, so it is a guide: half of the time it takes more.

    Returns
    -------
    int or None
        0 when it can be told now; None when 200 profiles would not do.

    Examples
    --------
    >>> [profiles_until_told(d) for d in ([0.5, 1.0, 1.5], [1.0, 1.0, 1.5], [-1.0, 0.0, 1.0])]
    [1, 0, None]
    """
    d = np.asarray(differences, dtype=float)
    middle, spread = abs(float(d.mean())), float(d.std(ddof=1))
    for m in range(d.size, MOST + 1):
        if _reach(spread, m, level) < middle:
            return m - d.size
    return None


def _reach(spread: float, n: int, level: float) -> float:
    from scipy.special import stdtrit

    reach: float = float(stdtrit(n - 1, 1 - (1 - level) / 2)) * spread / float(n) ** 0.5
    return reach


def _told(criterion: str, letter: str, name: str, differences: Sequence[float], agreement: str) -> Told:
    n = len(differences)
    if n < FEWEST:
        left = FEWEST - n
        words = f"{left} more profile{'s' * (left != 1)} before anything can be told."
        return Told(criterion, letter, name, None, None, None, n, left, words, agreement)
    middle, low, high = interval(differences)
    more = profiles_until_told(differences)
    if more == 0 and abs(middle) >= MATTERS:
        words = f"You read {'more' if middle > 0 else 'less'} into the words than the panel."
        return Told(criterion, letter, name, middle, low, high, n, None, words, agreement)
    if max(abs(low), abs(high)) < SAME:
        words, more = "You read the words as the panel does, within a point.", None
    elif more is None:
        words = "No difference can be told, and more profiles would not show one."
    else:
        words = f"It cannot be told yet; about {more} more profile{'s' * (more != 1)} at this distance and spread."
    return Told(criterion, letter, name, middle, low, high, n, more, words, agreement)


def _agreement(exercise: Exercise) -> dict[str, str]:
    """Plan the profiles until one's agreement with the panel's middle score is known, by criterion."""
    frame = readings_frame(exercise)
    if frame["unit"].nunique() < 2:
        return {}
    panel = frame[frame["rater"] != "you"].groupby(["unit", "criterion"], as_index=False)["score"].median()
    both = [frame.loc[frame["rater"] == "you", ["rater", "unit", "criterion", "score"]], panel.assign(rater="panel")]
    import pandas as pd

    return {plan.criterion: plan.why for plan in profiles_needed(pd.concat(both), within=CLOSE)}
