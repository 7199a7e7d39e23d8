"""An interval that claims 95 % and covers 85 % would make a panel of four sound surer than it is."""

import numpy as np
import pytest

from workbench.calibration.alpha import krippendorff_alpha
from workbench.calibration.intervals import alpha_interval

CUTS = np.array([-2, -0.7, 0.7, 2])


def scores(rng, units, severity, spread):
    """Scores 1-5 of `severity.size` raters whose reading of a unit is its true place, their severity and noise."""
    latent = rng.normal(0, spread, (units, 1)) + severity + rng.normal(0, 1, (units, severity.size))
    return 1.0 + np.searchsorted(CUTS, latent.ravel()).reshape(latent.shape)


def coverage(units, raters, spread, rater_spread, runs, seed):
    rng = np.random.default_rng(seed)
    severity = rng.normal(0, 1, raters)
    severity = rater_spread * (severity - severity.mean()) / severity.std()
    truth = krippendorff_alpha(scores(rng, 40_000, severity, spread))
    inside = known = 0
    for _ in range(runs):
        low, high = alpha_interval(scores(rng, units, severity, spread), "ordinal")
        if np.isfinite(low):
            known += 1
            inside += low <= truth <= high
    return inside / known, truth


def designs(raters):
    return [
        (u, r, spread, severity)
        for u in (6, 12)
        for r in raters
        for spread, severity in ((1.5, 0.3), (2.5, 0.2), (0.8, 0.4), (4.0, 0.1))
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("units", "raters", "spread", "rater_spread"), designs((4,)))
def test_the_interval_of_alpha_covers_what_it_claims(units, raters, spread, rater_spread):
    share, truth = coverage(units, raters, spread, rater_spread, runs=400, seed=units * 100 + raters)
    # three Monte Carlo standard errors at 400 runs are .033
    assert 0.917 <= share <= 0.99, f"alpha {truth:.2f}: covered {share:.3f}"


@pytest.mark.soak
def test_the_table_of_coverage_over_designs(capsys):
    runs, rows = 2000, []
    for number, design in enumerate(designs((3, 4, 6, 10))):
        share, truth = coverage(*design, runs=runs, seed=number)
        rows.append((*design, truth, share, (share * (1 - share) / runs) ** 0.5))
    with capsys.disabled():
        print("\nunits raters spread severity alpha covered mc_error")
        for row in rows:
            print("{:5d} {:6d} {:6.1f} {:8.1f} {:5.2f} {:7.3f} {:8.4f}".format(*row))
    assert 0.93 <= np.mean([row[5] for row in rows]) <= 0.97
    assert all(0.93 - 2 * error <= covered <= 0.97 + 2 * error for *_, covered, error in rows)
