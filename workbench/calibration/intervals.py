"""Intervals that cover what they claim with the six or twelve profiles of a meeting.

Why not the bootstrap: with 6-12 units its percentile interval covers .83-.94 instead of .95, and a jackknife-t covers
.85-.96, because the spread between few units is itself hardly known. Alpha with an ordered metric is an intraclass
correlation of the (ranked) scores, so the F ratio that it implies is used as the pivot (Feldt, L. S. (1965),
*Psychometrika*, 30, 357-370; Shrout & Fleiss, 1979). Where people nearly always agree, what disagreement there is lies
in few units, and the F ratio's lower degrees of freedom are fewer than counted: they are estimated from how unevenly
the units disagree (Satterthwaite, F. E. (1946), *Biometrics Bulletin*, 2, 110-114).
`tests/calibration/test_coverage.py` measures it.
"""

from __future__ import annotations

import numpy as np

from workbench.calibration.alpha import Metric, alpha_of, coincidences, squared_difference, unit_counts
from workbench.calibration.ratings import Floats

Interval = tuple[float, float]
_NOWHERE: Interval = (float("nan"), float("nan"))
_TRUST = 0.65  # in the estimated degrees of freedom, which six units hardly know; by simulation


def raters_a_unit(matrix: Floats) -> float:
    """Harmonic mean of the number of scores a unit has, over units with two or more."""
    sizes = (~np.isnan(matrix)).sum(axis=1)
    sizes = sizes[sizes >= 2]
    return float(sizes.size / (1 / sizes).sum()) if sizes.size else 0.0


def within_freedom(disagreement: Floats, raters: float) -> float:
    """Degrees of freedom of the spread within units, from each unit's disagreement, shape (units,).

    ``nu (e / nu) ** .65`` with ``nu = units (raters - 1)`` and ``e = 2 units mean^2 / variance``, which is what a
    chi-square of that spread has; never more than nu.
    """
    counted = disagreement.size * (raters - 1)
    spread = float(disagreement.var(ddof=1)) if disagreement.size > 1 else 0.0
    if spread == 0:
        return counted
    estimated = 2 * disagreement.size * float(disagreement.mean()) ** 2 / spread
    return float(max(counted * min(1.0, estimated / counted) ** _TRUST, 1.0))


def intraclass_interval(
    value: float, units: int, raters: float, level: float = 0.95, within: float | None = None
) -> Interval:
    """Interval of an intraclass correlation from the F ratio ``(1 + (k - 1) a) / (1 - a)`` it implies.

    Degrees of freedom are units - 1 and `within`, else units (raters - 1). At ``-1 / (k - 1)`` and below no F ratio
    belongs to it.
    """
    from scipy.special import fdtri

    if units < 2 or raters < 2 or not np.isfinite(value) or value >= 1:
        return _NOWHERE
    ratio = (1 + (raters - 1) * value) / (1 - value)
    if ratio <= 0:
        return _NOWHERE
    df1, df2, tail = units - 1, within or units * (raters - 1), 1 - (1 - level) / 2
    low, high = ratio / fdtri(df1, df2, tail), ratio * fdtri(df2, df1, tail)
    return float((low - 1) / (low + raters - 1)), float((high - 1) / (high + raters - 1))


def alpha_interval(matrix: Floats, metric: Metric, level: float = 0.95) -> Interval:
    """Interval of Krippendorff's alpha over units; upper end at most 1.

    Ordered metrics use `intraclass_interval` where there is one; otherwise, as for the nominal one, it is a jackknife
    over units with Student's t. When all scores agree there is no spread to read: the lower end is then the one that
    a single score, one step off, would give.
    """
    values = np.unique(matrix[~np.isnan(matrix)])
    pairable = matrix[(~np.isnan(matrix)).sum(axis=1) >= 2]
    units = pairable.shape[0]
    if units < 2 or values.size < 2:
        return _NOWHERE
    each = coincidences(unit_counts(pairable, values))
    summed = each.sum(axis=0)
    value = float(alpha_of(summed, values, metric))
    if not np.isfinite(value):
        return _NOWHERE
    raters = raters_a_unit(pairable)
    if value >= 1:
        return _one_step_off(pairable, values, metric, raters, level), 1.0
    low, high = _NOWHERE
    if metric != "nominal":
        disagreement = (each * squared_difference(summed.sum(axis=-1), values, metric)).sum(axis=(-1, -2))
        low, high = intraclass_interval(value, units, raters, level, within_freedom(disagreement, raters))
    if not np.isfinite(low):
        low, high = jackknife_interval(alpha_of(summed - each, values, metric), value, level)
    return low, min(high, 1.0)


def _one_step_off(matrix: Floats, values: Floats, metric: Metric, raters: float, level: float) -> float:
    """The lower end if one score of the first unit were its neighbouring value."""
    moved = matrix.copy()
    row, column = np.argwhere(~np.isnan(moved))[0]
    place = int(np.searchsorted(values, moved[row, column]))
    moved[row, column] = values[place - 1] if place else values[1]
    each = coincidences(unit_counts(moved, values))
    value = float(alpha_of(each.sum(axis=0), values, metric))
    low = float("nan") if metric == "nominal" else intraclass_interval(value, len(moved), raters, level)[0]
    if not np.isfinite(low):
        low = jackknife_interval(alpha_of(each.sum(axis=0) - each, values, metric), value, level)[0]
    return low


def jackknife_interval(without_each: Floats, value: float, level: float = 0.95) -> Interval:
    """Student's t interval from the estimates without each unit, shape (units,)."""
    from scipy.special import stdtrit

    n = without_each.size
    if n < 2 or not np.isfinite(without_each).all():
        return _NOWHERE
    error = ((n - 1) / n * ((without_each - without_each.mean()) ** 2).sum()) ** 0.5
    if error == 0:  # a width of nothing would claim to know it exactly
        return _NOWHERE
    reach = float(stdtrit(n - 1, 1 - (1 - level) / 2) * error)
    return value - reach, value + reach
