"""A panel that is told to score six more profiles, and then knows no more than before, has wasted an afternoon."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from workbench.calibration.alpha import krippendorff_alpha
from workbench.calibration.intervals import alpha_interval
from workbench.calibration.planning import expected_gain, kappa_sample_size, profiles_needed, score_next
from workbench.errors import BadRatings

CUTS = np.array([-2, -0.7, 0.7, 2])


def panel(rng: np.random.Generator, units: int, raters: int, spread: float) -> np.ndarray:
    place = rng.normal(0, spread, (units, 1)) + rng.normal(0, 1, (units, raters))
    return 1.0 + np.searchsorted(CUTS, place.ravel()).reshape(units, raters)


def tidy(matrix: np.ndarray) -> pd.DataFrame:
    rows = [(f"r{r}", f"u{u:03}", "queues", matrix[u, r]) for u, r in np.ndindex(matrix.shape)]
    return pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score"])


# Cantor (1996), table 1 and its examples: rates of one half, 80 % power, one side and two
@pytest.mark.parametrize(
    ("kappa", "against", "one", "two"),
    [(0.7, 0.85, 96, 119), (0.6, 0.4, 119, 153), (0.8, 0.6, 83, 108), (0.8, 0.4, 26, 34)],
)
def test_cantor_1996(kappa: float, against: float, one: int, two: int) -> None:
    assert kappa_sample_size((0.5, 0.5), kappa, against) == one
    assert kappa_sample_size((0.5, 0.5), kappa, against, sides=2) == two


@pytest.mark.slow
@pytest.mark.parametrize("spread", [1.0, 2.0])
def test_with_as_many_profiles_as_it_says_alpha_is_known_that_well(spread: float) -> None:
    """Small panels ask how many more; panels of that size are then simulated and their intervals measured."""
    rng = np.random.default_rng(3)
    plans = [profiles_needed(tidy(panel(rng, 12, 4, spread)))[0] for _ in range(60)]
    asked = [plan.units + plan.more for plan in plans if plan.more is not None]
    assert len(asked) >= 55
    size = int(np.median(asked))
    widths = [np.diff(alpha_interval(panel(rng, size, 4, spread), "ordinal"))[0] / 2 for _ in range(60)]
    assert np.median(widths) == pytest.approx(0.1, abs=0.02)


@pytest.mark.slow
def test_the_proposed_profile_tells_more_than_another() -> None:
    """Twelve more scores for 24 profiles, chosen as proposed, by chance and against the proposal; alpha is .81."""
    truth = krippendorff_alpha(panel(np.random.default_rng(1), 40_000, 2, 2.5))
    error = {}
    for how in ("proposed", "chance", "against"):
        misses = []
        for seed in range(200):
            rng = np.random.default_rng(seed)
            whole = panel(rng, 24, 6, 2.5)
            some = np.where(np.arange(6) < np.repeat([1, 2], 12)[:, None], whole, np.nan)
            for _ in range(12):
                scores = (~np.isnan(some)).sum(axis=1)
                left = np.flatnonzero(scores < 6)
                gain = expected_gain(scores, truth)[left]
                pick = {"proposed": np.argmax(gain), "against": np.argmin(gain), "chance": rng.integers(left.size)}[how]
                unit = left[pick]
                some[unit, scores[unit]] = whole[unit, scores[unit]]
            misses.append(krippendorff_alpha(some) - truth)
        error[how] = float(np.sqrt(np.mean(np.square(misses))))
    assert error["proposed"] < 0.92 * error["chance"] < 0.92 * error["against"], error


def test_where_people_differ_more_raters_are_worth_more_than_more_profiles() -> None:
    scores = np.array([1, 1, 2, 2, 3])
    assert np.argmax(expected_gain(scores, 0.9)) < 2
    assert np.argmax(expected_gain(scores, 0.1)) >= 2


def test_the_order_names_what_nobody_has_finished() -> None:
    some = panel(np.random.default_rng(8), 6, 3, 2)
    some[4:, 1:] = np.nan
    some[3, 2] = np.nan
    table = score_next(tidy(some), "queues")
    assert list(table["unit"]) == ["u004", "u005", "u003"]
    assert table["gain"].is_monotonic_decreasing
    assert "only one person" in table["why"][0]


@pytest.mark.parametrize(
    ("matrix", "says"),
    [
        ([[3, 3], [3, 3], [3, 3]], "Every score is the same"),
        ([[1, 1], [3, 3], [5, 5]], "All scores agree"),
        ([[1, 2]], "Two profiles"),
        ([[1, np.nan], [np.nan, 2]], "Two profiles"),
    ],
)
def test_where_nothing_can_be_planned_it_says_why(matrix: list[list[float]], says: str) -> None:
    (plan,) = profiles_needed(tidy(np.array(matrix, float)))
    assert plan.more is None
    assert says in plan.why


def test_enough_is_enough() -> None:
    (plan,) = profiles_needed(tidy(panel(np.random.default_rng(2), 300, 4, 2)))
    assert plan.more == 0
    assert "No more" in plan.why


def test_wishes_that_nobody_can_fulfil_are_refused() -> None:
    some = tidy(panel(np.random.default_rng(2), 4, 2, 2))
    with pytest.raises(BadRatings, match="within 0 and 1"):
        profiles_needed(some, within=0)
    with pytest.raises(BadRatings, match="no criterion"):
        score_next(some, "stars")
    with pytest.raises(BadRatings, match="Score two profiles"):
        score_next(tidy(np.array([[1.0, 2]])), "queues")
    with pytest.raises(BadRatings, match="the same"):
        kappa_sample_size((0.5, 0.5), 0.5, 0.5)
    with pytest.raises(BadRatings, match="cannot reach"):
        kappa_sample_size((0.1, 0.9), 0.9, 0.5)
