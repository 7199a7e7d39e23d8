"""Krippendorff's alpha, with missing data, four metrics and an interval for few units.

Sources
-------
Krippendorff, K. (2011). *Computing Krippendorff's Alpha-Reliability.* University of Pennsylvania.
Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability measure for coding data.
*Communication Methods and Measures*, 1, 77-89.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from workbench.calibration.ratings import Floats

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
METRICS: tuple[Metric, ...] = get_args(Metric)


def unit_counts(matrix: Floats, values: Floats) -> Floats:
    """Count how often each of `values` was given in each unit: shape (units, values)."""
    return np.stack([(matrix == value).sum(axis=1) for value in values], axis=-1).astype(float)


def coincidences(counts: Floats) -> Floats:
    """Give each unit's coincidence matrix, shape (units, values, values).

    In a unit with m ratings every ordered pair of ratings counts 1 / (m - 1); units with one rating count nothing.
    """
    ratings = counts.sum(axis=-1)
    weight = np.where(ratings > 1, 1 / np.maximum(ratings - 1, 1), 0.0)
    pairs: Floats = counts[:, :, None] * counts[:, None, :]
    diagonal = np.arange(counts.shape[-1])
    pairs[:, diagonal, diagonal] -= counts
    return np.asarray(pairs * weight[:, None, None], dtype=float)


def squared_difference(totals: Floats, values: Floats, metric: Metric) -> Floats:
    """Give delta squared between every two values, shape (..., values, values), for marginal `totals` (..., values)."""
    size = values.shape[0]
    if metric == "ordinal":
        middle = np.cumsum(totals, axis=-1) - totals / 2
        return np.asarray((middle[..., :, None] - middle[..., None, :]) ** 2, dtype=float)
    if metric == "nominal":
        table = 1.0 - np.eye(size)
    elif metric == "interval":
        table = (values[:, None] - values) ** 2
    else:
        total = values[:, None] + values
        table = ((values[:, None] - values) / np.where(total == 0, 1, total)) ** 2
    return np.broadcast_to(table, (*totals.shape, size))


def alpha_of(summed: Floats, values: Floats, metric: Metric) -> Floats:
    """Alpha of summed coincidence matrices (..., values, values); NaN where nothing could have differed."""
    totals = summed.sum(axis=-1)
    n = totals.sum(axis=-1)
    delta = squared_difference(totals, values, metric)
    observed = (summed * delta).sum(axis=(-1, -2))
    expected = (totals[..., :, None] * totals[..., None, :] * delta).sum(axis=(-1, -2))
    ok = expected > 0
    ratio = (n - 1) * observed / np.where(ok, expected, 1)
    return np.asarray(np.where(ok, 1 - ratio, np.nan), dtype=float)


def krippendorff_alpha(matrix: Floats, metric: Metric = "ordinal") -> float:
    """Krippendorff's alpha: one minus observed over expected disagreement.

    ``alpha = 1 - (n - 1) sum_ck o_ck d2_ck / sum_ck n_c n_k d2_ck``, from the coincidences o of all pairable scores.
    1 is perfect agreement, 0 what chance gives, below 0 systematic disagreement.

    Parameters
    ----------
    matrix
        Shape (units, raters), NaN for missing.
    metric
        How far apart two scores are: `nominal`, `ordinal`, `interval` or `ratio`.

    Returns
    -------
    float
        NaN when no unit has two scores, or when all scores are alike (agreement is then undefined).

    Examples
    --------
    Krippendorff (2011), data C: four observers, twelve units, .815.

    >>> import numpy as np
    >>> nan = np.nan
    >>> raters = [[1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, nan],
    ...           [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan]]
    >>> round(krippendorff_alpha(np.array(raters).T, "ordinal"), 3)
    0.815
    """
    values = np.unique(matrix[~np.isnan(matrix)])
    if values.size < 2:
        return float("nan")
    return float(alpha_of(coincidences(unit_counts(matrix, values)).sum(axis=0), values, metric))
