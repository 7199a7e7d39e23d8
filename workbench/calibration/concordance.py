"""Kendall's coefficient of concordance: do raters put the units in the same order?

Source
------
Kendall, M. G., & Babington Smith, B. (1939). The problem of m rankings. *Ann. Math. Statist.*, 10, 275-287;
correction for ties: Siegel, S., & Castellan, N. J. (1988). *Nonparametric Statistics*, 2nd ed., section 9.5.
"""

from __future__ import annotations

import numpy as np

from workbench.calibration.ratings import Floats


def kendall_w(matrix: Floats) -> float:
    """Kendall's W with the correction for ties, in 0-1, over the units that every rater scored.

    ``W = 12 sum_u (R_u - mean R)^2 / (m^2 (n^3 - n) - m sum_r T_r)`` with ``T_r = sum (t^3 - t)`` over rater r's ties.

    Parameters
    ----------
    matrix
        Shape (units, raters), NaN for missing; scores or ranks.

    Returns
    -------
    float
        NaN with fewer than two units or raters, or when every rater ties all units.

    Examples
    --------
    >>> import numpy as np
    >>> float(kendall_w(np.array([[1, 1, 2], [2, 2, 1], [3, 3, 3.0]])).__round__(3))
    0.778
    """
    from scipy.stats import rankdata

    whole = matrix[~np.isnan(matrix).any(axis=1)]
    n, m = whole.shape
    if n < 2 or m < 2:
        return float("nan")
    ranks = rankdata(whole, axis=0)
    ties = 0.0
    for column in whole.T:
        _, sizes = np.unique(column, return_counts=True)
        ties += float((sizes**3 - sizes).sum())
    below = m**2 * (n**3 - n) - m * ties
    if below <= 0:
        return float("nan")
    totals = ranks.sum(axis=1)
    return float(12 * ((totals - totals.mean()) ** 2).sum() / below)


def w_without_each(matrix: Floats) -> Floats:
    """Kendall's W without each unit in turn, shape (units,), of a table without holes.

    Taking a unit away lowers the mid-rank of every unit above it by one and of every unit tied with it by a half, so
    nothing is ranked again.
    """
    from scipy.stats import rankdata

    n, m = matrix.shape
    ranks = rankdata(matrix, axis=0)
    above = (matrix[:, None, :] < matrix[None, :, :]).sum(axis=2)
    alike = matrix[:, None, :] == matrix[None, :, :]
    totals = ranks.sum(axis=1)[None, :] - above - alike.sum(axis=2) / 2  # (taken away, unit)
    size = alike.sum(axis=1).astype(float)  # of the tie each score lies in, (units, raters)
    ties = ((size**2 - 1).sum(axis=0) - (size**3 - size - (size - 1) ** 3 + (size - 1))).sum(axis=1)
    left = n - 1
    keep = ~np.eye(n, dtype=bool)
    mean = m * (left + 1) / 2
    spread = ((totals - mean) ** 2 * keep).sum(axis=1)
    below = m**2 * (left**3 - left) - m * ties
    return np.asarray(np.where(below > 0, 12 * spread / np.where(below > 0, below, 1), np.nan), dtype=float)
