"""Agreement corrected for chance: Cohen, Fleiss, Gwet; and plain percent agreement.

Sources
-------
Cohen, J. (1960, 1968). *Educ. Psychol. Meas.*, 20, 37-46; *Psychological Bulletin*, 70, 213-220.
Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa.
*Psychological Bulletin*, 72, 323-327.
Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. *Psychological Bulletin*, 76, 378-382.
Gwet, K. L. (2008, 2014). AC1: *Br. J. Math. Stat. Psychol.*, 61, 29-48; *Handbook of Inter-Rater Reliability*, 4th ed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.calibration.alpha import unit_counts
from workbench.calibration.ratings import Floats
from workbench.calibration.weights import Weights, agreement_weights


@dataclass(frozen=True)
class Coefficient:
    """An estimate with its standard error and the degrees of freedom its interval uses (infinite: normal)."""

    value: float
    se: float
    df: float


def unit_agreement(counts: Floats, table: Floats) -> tuple[Floats, Floats]:
    """Weighted agreement within each unit, shape (units,), and which units two raters scored."""
    ratings = counts.sum(axis=1)
    both = ratings >= 2
    weighted = counts @ table.T
    within = (counts * (weighted - 1)).sum(axis=1) / np.maximum(ratings * (ratings - 1), 1)
    return np.asarray(np.where(both, within, 0.0), dtype=float), both


def unit_error(within: Floats, both: Floats, unit_chance: Floats, chance: float, value: float) -> float:
    """Standard error over units by linearization (Gwet 2014, section 5.3); units with one score count in n."""
    n = within.size
    if n < 2:
        return float("nan")
    own = np.where(both, (within - chance) * n / both.sum(), 0.0) / (1 - chance)
    own = own - 2 * (1 - value) * (unit_chance - chance) / (1 - chance)
    return float((((own - value) ** 2).sum() / (n * (n - 1))) ** 0.5)


def percent_agreement(matrix: Floats) -> Coefficient:
    """Share of pairs of raters who gave the same score, averaged over units.

    ``p_a = mean_u [ sum_k r_uk (r_uk - 1) / (r_u (r_u - 1)) ]`` over units with two or more scores, in 0-1.

    Parameters
    ----------
    matrix
        Shape (units, raters), NaN for missing.

    Examples
    --------
    >>> import numpy as np
    >>> round(percent_agreement(np.array([[1, 1.0], [2, 2], [3, 1], [2, 2]])).value, 2)
    0.75
    """
    values = np.unique(matrix[~np.isnan(matrix)])
    within, both = unit_agreement(unit_counts(matrix, values), np.eye(values.size))
    shares = within[both]
    n = matrix.shape[0]
    # variance over all units, as in Gwet (2014): units with one score carry no agreement but are part of the sample
    scaled = within * n / both.sum()
    spread = float(((scaled - shares.mean()) ** 2).sum() / (n * (n - 1))) if n > 1 else float("nan")
    return Coefficient(float(shares.mean()), spread**0.5, n - 1)


def gwet_ac(matrix: Floats, weights: Weights = "none") -> Coefficient:
    """Gwet's AC1 (weights `none`) or AC2: chance agreement that does not collapse when one score dominates.

    ``AC = (p_a - p_e) / (1 - p_e)`` with ``p_e = T / (q (q - 1)) sum_k pi_k (1 - pi_k)``, T the sum of all weights.

    Parameters
    ----------
    matrix
        Shape (units, raters), NaN for missing.
    weights
        See `weights.agreement_weights`.

    Returns
    -------
    Coefficient
        With the standard error over units of Gwet (2014, section 5.3); NaN when everybody gave one and the same score.

    Examples
    --------
    Gwet (2014): twelve units, four raters; AC1 = .77544 with standard error .14295.

    >>> from workbench.calibration._example import gwet_table
    >>> ac1 = gwet_ac(gwet_table())
    >>> round(ac1.value, 5), round(ac1.se, 5)
    (0.77544, 0.14295)
    """
    values = np.unique(matrix[~np.isnan(matrix)])
    q, n = values.size, matrix.shape[0]
    if q < 2:
        return Coefficient(float("nan"), float("nan"), n - 1)
    table = agreement_weights(values, weights)
    counts = unit_counts(matrix, values)
    ratings = counts.sum(axis=1)
    within, both = unit_agreement(counts, table)
    observed = within[both].mean()
    share = counts / np.maximum(ratings, 1)[:, None]
    pi = share.mean(axis=0)
    scale = table.sum() / (q * (q - 1))
    chance = scale * (pi * (1 - pi)).sum()
    value = (observed - chance) / (1 - chance)
    unit_chance = scale * (share * (1 - pi)).sum(axis=1)
    return Coefficient(float(value), unit_error(within, both, unit_chance, chance, value), n - 1)


def fleiss_kappa(matrix: Floats, weights: Weights = "none") -> Coefficient:
    """Fleiss' kappa for any number of raters, units with missing scores allowed.

    ``kappa = (p_a - p_e) / (1 - p_e)``, ``p_e = sum_kl w_kl pi_k pi_l``, which is ``sum_k pi_k^2`` without weights. The
    standard error is over units (Gwet 2014), which also holds away from zero agreement, unlike that of Fleiss (1971).

    Examples
    --------
    >>> import numpy as np
    >>> round(fleiss_kappa(np.array([[1, 1, 1.0], [1, 2, 2], [2, 2, 2], [3, 3, 1]])).value, 3)
    0.467
    """
    values = np.unique(matrix[~np.isnan(matrix)])
    n = matrix.shape[0]
    table = agreement_weights(values, weights)
    counts = unit_counts(matrix, values)
    within, both = unit_agreement(counts, table)
    share = counts / np.maximum(counts.sum(axis=1), 1)[:, None]
    pi = share.mean(axis=0)
    chance = pi @ table @ pi
    if chance >= 1:
        return Coefficient(float("nan"), float("nan"), n - 1)
    value = (within[both].mean() - chance) / (1 - chance)
    unit_chance = share @ table @ pi
    return Coefficient(float(value), unit_error(within, both, unit_chance, chance, value), n - 1)


def cohen_kappa(matrix: Floats, weights: Weights = "none") -> Coefficient:
    """Cohen's kappa of two raters, weighted or not, with the standard error of Fleiss, Cohen & Everitt (1969).

    Units that only one of the two scored are left out.

    Parameters
    ----------
    matrix
        Shape (units, 2), NaN for missing.

    Raises
    ------
    ValueError
        When there are not exactly two raters.

    Examples
    --------
    The 3 x 3 table of the SAS manual (PROC FREQ): .4842 with standard error .1380.

    >>> import numpy as np
    >>> table = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]
    >>> pairs = [[a + 1, b + 1] for a in range(3) for b in range(3) for _ in range(table[a][b])]
    >>> kappa = cohen_kappa(np.array(pairs, float))
    >>> round(kappa.value, 4), round(kappa.se, 4)
    (0.4842, 0.138)
    """
    if matrix.shape[1] != 2:
        raise ValueError(f"Cohen's kappa compares two raters; there are {matrix.shape[1]}")
    both = matrix[~np.isnan(matrix).any(axis=1)]
    values = np.unique(both)
    n = both.shape[0]
    if n == 0 or values.size < 2:
        return Coefficient(float("nan"), float("nan"), float("inf"))
    place = np.searchsorted(values, both)
    joint = np.zeros((values.size, values.size))
    np.add.at(joint, (place[:, 0], place[:, 1]), 1 / n)
    table = agreement_weights(values, weights)
    rows, columns = joint.sum(axis=1), joint.sum(axis=0)
    observed = (table * joint).sum()
    chance = (table * np.outer(rows, columns)).sum()
    if chance >= 1:
        return Coefficient(float("nan"), float("nan"), float("inf"))
    value = (observed - chance) / (1 - chance)
    mean = (table @ columns)[:, None] + (table.T @ rows)[None, :]
    inner = (joint * (table - mean * (1 - value)) ** 2).sum() - (value - chance * (1 - value)) ** 2
    return Coefficient(float(value), float(max(inner, 0) ** 0.5 / ((1 - chance) * n**0.5)), float("inf"))
