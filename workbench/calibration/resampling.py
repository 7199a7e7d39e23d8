"""Alpha over and over: with resampled units for a distribution, and again after one score has changed.

Source
------
Efron, B., & Tibshirani, R. (1993). *An Introduction to the Bootstrap.* Chapman & Hall. Units are what is
resampled, and never pairs of scores within a unit.
"""

from __future__ import annotations

import numpy as np

from workbench.calibration.alpha import Metric, alpha_of, coincidences, unit_counts
from workbench.calibration.ratings import Floats


def resample_alpha(table: Floats, metric: Metric = "ordinal", *, resamples: int = 1000, seed: int = 0) -> Floats:
    """Krippendorff's alpha of bootstrap samples of units; NaN where a sample has one score only.

    A sample's coincidences are the units' coincidences times how often each unit was drawn, so that all samples cost
    one product of matrices: ``O(resamples * units * values^2)`` a criterion. The criteria of a table share the draws,
    so that they can be compared sample by sample. With the 6-12 units of a meeting their percentile interval
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
    if table.ndim == 2:
        return _alphas(table, metric, times)
    return np.stack([_alphas(table[:, :, one], metric, times) for one in range(table.shape[2])], axis=1)


def _alphas(matrix: Floats, metric: Metric, times: Floats) -> Floats:
    """Alpha of every sample of one criterion, from how often each unit was drawn, shape (resamples, units)."""
    values = np.unique(matrix[~np.isnan(matrix)])
    if values.size < 2:
        return np.full(times.shape[0], np.nan)
    each = coincidences(unit_counts(matrix, values)).reshape(matrix.shape[0], -1)
    return alpha_of((times @ each).reshape(-1, values.size, values.size), values, metric)
