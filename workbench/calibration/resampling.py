"""Alpha over and over: with resampled units for a distribution, and again after one score has changed.

Source
------
Efron, B., & Tibshirani, R. (1993). *An Introduction to the Bootstrap.* Chapman & Hall. Units are what is
resampled, and never pairs of scores within a unit.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from workbench.calibration.alpha import Metric, squared_difference
from workbench.calibration.ratings import Floats


def resample_alpha(table: Floats, metric: Metric = "ordinal", *, resamples: int = 1000, seed: int = 0) -> Floats:
    """Krippendorff's alpha of bootstrap samples of units; NaN where a sample has one score only.

    A sample's coincidences are the units' coincidences times how often each unit was drawn, so that all samples of all
    criteria cost one product of matrices: ``O(resamples * units * criteria * values^2)``. The criteria of a table share
    the draws, so that they can be compared sample by sample. With the 6-12 units of a meeting their percentile interval
    covers .83-.94 and not .95; `intervals.alpha_interval` is what the program shows.

    Parameters
    ----------
    table
        Shape (units, raters) or (units, raters, criteria), NaN for missing.

    Returns
    -------
    array
        Shape (resamples,) or (resamples, criteria).

    Examples
    --------
    >>> import numpy as np
    >>> rows = np.array([[1, 1, 2], [2, 2, 2], [3, 3, 4], [4, 5, 4], [5, 5, 5], [1, 2, 1.0]])
    >>> found = resample_alpha(rows, resamples=200)
    >>> found.shape, bool((found <= 1).all())
    ((200,), True)
    """
    units = table.shape[0]
    if units == 0:
        return np.full((resamples, *table.shape[2:]), np.nan)
    drawn = np.random.default_rng(seed).integers(0, units, (resamples, units))
    drawn += units * np.arange(resamples)[:, None]
    times = np.bincount(drawn.ravel(), minlength=resamples * units).reshape(resamples, units).astype(float)
    found = _alphas(table.reshape(units, table.shape[1], -1), metric, times)
    return found if table.ndim == 3 else found[:, 0]


def _alphas(table: Floats, metric: Metric, times: Floats) -> Floats:
    """Alpha of every sample and criterion, from how often each unit was drawn, shape (resamples, units).

    Coincidences are symmetric, what is on their diagonal does not differ, and their row of a value sums to how often
    it was given where it could be paired: so the pairs above the diagonal and these sums are all that is counted.
    """
    values = np.unique(table[~np.isnan(table)])
    size, criteria, resamples = values.size, table.shape[2], times.shape[0]
    if size < 2:
        return np.full((resamples, criteria), np.nan)
    counts = np.stack([(table == value).sum(axis=1) for value in values]).astype(float)  # (values, units, criteria)
    ratings = counts.sum(axis=0)
    weight = np.where(ratings > 1, 1 / np.maximum(ratings - 1, 1), 0.0)
    pairs = list(combinations(range(size), 2))
    each = [*(counts[c] * counts[k] * weight for c, k in pairs), *(counts * (ratings > 1))]
    units = np.concatenate(each, axis=1).T  # (pairs and values of each criterion, units)
    summed = (units @ times.T).reshape(len(each), criteria, resamples)
    totals = summed[len(pairs) :]
    middle = np.cumsum(totals, axis=0) - totals / 2 if metric == "ordinal" else None
    fixed = squared_difference(np.zeros(size), values, metric)
    observed, expected = np.zeros((2, criteria, resamples))
    for place, (c, k) in enumerate(pairs):
        delta = fixed[c, k] if middle is None else (middle[k] - middle[c]) ** 2
        observed += summed[place] * delta
        expected += totals[c] * totals[k] * delta
    known = expected > 0
    ratio = (totals.sum(axis=0) - 1) * observed / np.where(known, expected, 1)
    return np.asarray(np.where(known, 1 - ratio, np.nan).T, dtype=float)
