"""Intraclass correlation, all six forms, with missing scores by the mixed model and not by dropping units.

Sources
-------
Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations. *Psychological Bulletin*, 86, 420-428.
McGraw, K. O., & Wong, S. P. (1996). Forming inferences about some intraclass correlation coefficients.
*Psychological Methods*, 1, 30-46.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from workbench.calibration._reml import variances
from workbench.calibration.ratings import Floats

Form = Literal["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True)
class Icc:
    """One form of the ICC with its interval; `k` is the number of raters the averaged forms speak of."""

    form: Form
    value: float
    low: float
    high: float
    k: int


def icc(matrix: Floats, *, level: float = 0.95) -> dict[Form, Icc]:
    """Intraclass correlations of Shrout & Fleiss: one-way (1), raters at random (2), raters fixed (3); one or k raters.

    Complete data use the mean squares and the F intervals of McGraw & Wong. With missing scores the variance of units,
    raters and error comes from REML of the crossed random model, and the intervals from the same F forms with the
    number of raters a unit has on average (harmonic mean). The averaged forms speak of the whole panel's mean.

    Parameters
    ----------
    matrix
        Shape (units, raters), NaN for missing; units with a single score help to place the raters.
    level
        Of the interval, 0-1.

    Returns
    -------
    dict
        The six forms by name; NaN where nothing varies, or where units or raters are fewer than two.

    Examples
    --------
    Shrout & Fleiss (1979), table 2: .17, .29, .71, .44, .62, .91.

    >>> import numpy as np
    >>> judges = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)
    >>> [round(one.value, 2) for one in icc(judges).values()]
    [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    """
    scored = ~np.isnan(matrix)
    matrix = matrix[scored.any(axis=1)][:, scored.any(axis=0)]
    units, raters = matrix.shape
    undefined = {form: Icc(form, float("nan"), float("nan"), float("nan"), raters) for form in FORMS}
    if units < 2 or raters < 2 or (~np.isnan(matrix)).sum(axis=1).max() < 2 or np.nanstd(matrix) == 0:
        return undefined
    if np.isnan(matrix).any():
        k = float(units / (1 / (~np.isnan(matrix)).sum(axis=1)).sum())
        unit, error, rater = variances(matrix)
        alone, within, _ = variances(matrix, rater_variance=False)
        # the mean squares that a complete table of k raters would have with these variances
        squares = (error + k * unit, error + units * rater, error, within, within + k * alone)
    else:
        k = float(raters)
        squares = _mean_squares(matrix)
    return {form: _form(form, squares, units, k, raters, level) for form in FORMS}


def _mean_squares(matrix: Floats) -> tuple[float, float, float, float, float]:
    """Mean squares of a complete table: rows, columns, error, within rows, rows again for the one-way model."""
    units, raters = matrix.shape
    mean, rows, columns = matrix.mean(), matrix.mean(axis=1), matrix.mean(axis=0)
    between = raters * ((rows - mean) ** 2).sum() / (units - 1)
    raters_square = units * ((columns - mean) ** 2).sum() / (raters - 1)
    error = ((matrix - rows[:, None] - columns + mean) ** 2).sum() / ((units - 1) * (raters - 1))
    within = ((matrix - rows[:, None]) ** 2).sum() / (units * (raters - 1))
    return float(between), float(raters_square), float(error), float(within), float(between)


def _form(
    form: Form, squares: tuple[float, float, float, float, float], n: int, k: float, panel: int, level: float
) -> Icc:
    rows, columns, error, within, one_way = squares
    model, averaged = form[0], form.endswith("k")
    if model == "1":
        value = _ratio(one_way - within, one_way + (k - 1) * within)
        low, high = _f_interval(one_way, within, n - 1, n * (k - 1), k, level)
    elif model == "3":
        value = _ratio(rows - error, rows + (k - 1) * error)
        low, high = _f_interval(rows, error, n - 1, (n - 1) * (k - 1), k, level)
    else:
        value = _ratio(rows - error, rows + (k - 1) * error + k * (columns - error) / n)
        low, high = _absolute_interval(value, rows, columns, error, n, k, level)
    if averaged:
        value, low, high = (_spearman_brown(v, panel) for v in (value, low, high))
    return Icc(form, float(value), float(low), float(high), panel)


def _ratio(top: float, bottom: float) -> float:
    return top / bottom if bottom > 0 else float("nan")


def _spearman_brown(single: float, k: float) -> float:
    return _ratio(k * single, 1 + (k - 1) * single)


def _f_interval(top: float, bottom: float, df1: float, df2: float, k: float, level: float) -> tuple[float, float]:
    """Invert the F ratio of two mean squares into bounds for the single-rater correlation."""
    from scipy.special import fdtri

    if bottom <= 0:
        return float("nan"), float("nan")
    tail = 1 - (1 - level) / 2
    low = top / bottom / fdtri(df1, df2, tail)
    high = top / bottom * fdtri(df2, df1, tail)
    return (low - 1) / (low + k - 1), (high - 1) / (high + k - 1)


def _absolute_interval(
    value: float, rows: float, columns: float, error: float, n: int, k: float, level: float
) -> tuple[float, float]:
    """Satterthwaite interval of ICC(2,1) (McGraw & Wong 1996, table 7, case 2A)."""
    from scipy.special import fdtri

    if error <= 0 or not value < 1:
        return float("nan"), float("nan")
    a = k * value / (n * (1 - value))
    b = 1 + k * value * (n - 1) / (n * (1 - value))
    doubt = (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
    if doubt <= 0:  # raters who contradict each other exactly: there is no spread to read an interval from
        return float("nan"), float("nan")
    v = (a * columns + b * error) ** 2 / doubt
    tail = 1 - (1 - level) / 2
    lower, upper = fdtri(n - 1, v, tail), fdtri(v, n - 1, tail)
    if not np.isfinite([lower, upper]).all():  # hardly a degree of freedom is left, so there is no interval
        return float("nan"), float("nan")
    spread = k * columns + (k * n - k - n) * error
    low = _ratio(n * (rows - lower * error), lower * spread + n * rows)
    high = _ratio(n * (upper * rows - error), spread + n * upper * rows)
    return low, high
