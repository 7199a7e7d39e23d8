"""Other ways to take chance out of agreement, for analysts who compare with older reports.

They differ in what they call chance only: Brennan & Prediger take every score as equally likely, Conger takes each
rater's own habits, and Gwet writes alpha with the weights of his other coefficients.

Sources
-------
Brennan, R. L., & Prediger, D. J. (1981). *Educ. Psychol. Meas.*, 41, 687-699.
Conger, A. J. (1980). *Psychological Bulletin*, 88, 322-328.
Gwet, K. L. (2014). *Handbook of Inter-Rater Reliability*, 4th ed., chapters 2, 3 and 5.
"""

from __future__ import annotations

import numpy as np

from workbench.calibration.alpha import unit_counts
from workbench.calibration.kappa import Coefficient, unit_agreement, unit_error
from workbench.calibration.ratings import Floats
from workbench.calibration.weights import Weights, agreement_weights

_NOTHING = Coefficient(float("nan"), float("nan"), 0)


def brennan_prediger(matrix: Floats, weights: Weights = "none") -> Coefficient:
    """Brennan & Prediger's coefficient: ``(p_a - p_e) / (1 - p_e)`` with ``p_e`` the mean of all weights.

    Parameters
    ----------
    matrix
        Shape (units, raters), NaN for missing.

    Examples
    --------
    Gwet (2014): twelve units, four raters; .77273 with standard error .14472.

    >>> from workbench.calibration._example import gwet_table
    >>> one = brennan_prediger(gwet_table())
    >>> round(one.value, 5), round(one.se, 5)
    (0.77273, 0.14472)
    """
    values = np.unique(matrix[~np.isnan(matrix)])
    if values.size < 2:
        return _NOTHING
    table = agreement_weights(values, weights)
    within, both = unit_agreement(unit_counts(matrix, values), table)
    if not both.any():
        return _NOTHING
    chance = float(table.mean())
    value = float((within[both].mean() - chance) / (1 - chance))
    error = unit_error(within, both, np.full(within.size, chance), chance, value)
    return Coefficient(value, error, matrix.shape[0] - 1)


def conger_kappa(matrix: Floats, weights: Weights = "none") -> Coefficient:
    """Conger's kappa: chance is the mean agreement of two different raters who score by their own habits.

    ``p_e = sum_{g != h} p_g' W p_h / (r (r - 1))``, p_g the shares of rater g's scores. With two raters it is Cohen's.

    Examples
    --------
    Gwet (2014): twelve units, four raters; .76282 with standard error .14917.

    >>> from workbench.calibration._example import gwet_table
    >>> one = conger_kappa(gwet_table())
    >>> round(one.value, 5), round(one.se, 5)
    (0.76282, 0.14917)
    """
    scored = (~np.isnan(matrix)).any(axis=0)
    matrix = matrix[:, scored]
    values = np.unique(matrix[~np.isnan(matrix)])
    units, raters = matrix.shape
    if values.size < 2 or raters < 2:
        return _NOTHING
    table = agreement_weights(values, weights)
    within, both = unit_agreement(unit_counts(matrix, values), table)
    if not both.any():
        return _NOTHING
    given = (matrix[:, :, None] == values).astype(float)  # units, raters, values
    times = given.sum(axis=(0, 2))
    share = given.sum(axis=0) / times[:, None]
    others = (share.sum(axis=0) - share) @ table.T  # what agreeing with everybody else's habits would take
    pairs = raters * (raters - 1)
    chance = float((share * others).sum() / pairs)
    if chance >= 1:
        return _NOTHING
    value = float((within[both].mean() - chance) / (1 - chance))
    there = given.sum(axis=2)
    moved = ((given - there[:, :, None] * share) * others * (units / times)[:, None]).sum(axis=(1, 2)) / pairs
    return Coefficient(value, unit_error(within, both, chance + moved, chance, value), units - 1)


def weighted_alpha(matrix: Floats, weights: Weights = "none") -> Coefficient:
    """Krippendorff's alpha with agreement weights and an error over units (Gwet 2014, section 5.4).

    `none` is the nominal and `quadratic` the interval alpha. `ordinal` is Gwet's and not Krippendorff's ordinal metric:
    on the data of Krippendorff (2011) it gives .834, and `alpha.krippendorff_alpha` the .815 of the paper.

    Examples
    --------
    Gwet (2014): twelve units, four raters; .74342 with standard error .14548.

    >>> from workbench.calibration._example import gwet_table
    >>> one = weighted_alpha(gwet_table())
    >>> round(one.value, 5), round(one.se, 5)
    (0.74342, 0.14548)
    """
    matrix = matrix[(~np.isnan(matrix)).sum(axis=1) >= 2]
    values = np.unique(matrix[~np.isnan(matrix)])
    units = matrix.shape[0]
    if values.size < 2:
        return _NOTHING
    table = agreement_weights(values, weights)
    counts = unit_counts(matrix, values)
    size = counts.sum(axis=1)
    mean = size.mean()
    within = (counts * (counts @ table.T - 1)).sum(axis=1) / (mean * (size - 1))
    small = 1 / (units * mean)  # alpha's correction for few scores
    pi = counts.mean(axis=0) / mean
    chance = float(pi @ table @ pi)
    plain = float(within.mean())
    value = float(((1 - small) * plain + small - chance) / (1 - chance))
    if units < 2:
        return Coefficient(value, float("nan"), 0)
    # the error is that of alpha before its correction, as Gwet has it
    raw = (plain - chance) / (1 - chance)
    heavier = (size - mean) / mean
    own = (within - plain * heavier - chance) / (1 - chance)
    by_unit = (counts / mean) @ table @ pi - chance * heavier
    own = own - 2 * (1 - raw) * (by_unit - chance) / (1 - chance)
    return Coefficient(value, float((((own - raw) ** 2).sum() / (units * (units - 1))) ** 0.5), units - 1)
