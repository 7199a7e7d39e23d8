"""Logistic weights with a common prior, for `values.revealed_weights`.

``logit p = a + a_q + x w``, ``a_q ~ N(0, s_a^2)``, ``w_k ~ N(m, s^2)``, with m and the two variances found by EM around
a Laplace approximation (Gelman, A., & Hill, J. (2007), *Data Analysis Using Regression and Multilevel/Hierarchical
Models*, chapters 12 and 14). A common mean that is not zero is what a ridge lacks: every criterion was put on a map
because it counts, and the fewer the decisions, the more alike the weights are held.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.calibration.ratings import Floats

_DRAWS = 4000


@dataclass(frozen=True)
class Weighed:
    """Weights with their interval and the probability that each is the largest; all of shape (classes,)."""

    weight: Floats
    low: Floats
    high: Floats
    top: Floats


def weigh(x: Floats, y: Floats, group: NDArray[np.intp], level: float = 0.95) -> Weighed:
    """Weigh the columns of x by the outcomes y (0 to 1), with an intercept for each group.

    Parameters
    ----------
    x
        Shape (decisions, classes); columns without any variation keep the prior alone.
    y
        Shape (decisions,), 0 to 1.
    group
        Shape (decisions,), codes from 0.
    """
    from scipy.special import ndtri

    scale = float(x.std()) or 1.0  # one scale for all columns: a point stays a point
    columns = x.shape[1]
    design = np.c_[x / scale, np.eye(group.max() + 1)[group], np.ones(x.shape[0])]
    mode, covariance = _fit(design, y, columns)
    w, block = mode[:columns], covariance[:columns, :columns]
    error = np.sqrt(np.diag(block))
    reach = float(ndtri(1 - (1 - level) / 2))
    draws = np.random.default_rng(0).multivariate_normal(w, (block + block.T) / 2, _DRAWS, method="eigh")
    top = np.bincount(draws.argmax(axis=1), minlength=columns) / _DRAWS
    return Weighed(w / scale, (w - reach * error) / scale, (w + reach * error) / scale, top)


def _fit(design: Floats, y: Floats, columns: int) -> tuple[Floats, Floats]:
    """Posterior mode and covariance of weights, group intercepts and the intercept."""
    p = design.shape[1]
    own = slice(0, columns)
    groups = slice(columns, p - 1)
    mode, mean, spread, between = np.zeros(p), 0.5, 0.25, 0.25
    covariance = np.eye(p)
    for _ in range(60):
        precision = np.r_[np.full(columns, 1 / spread), np.full(p - 1 - columns, 1 / between), 1e-2]
        centre = np.r_[np.full(columns, mean), np.zeros(p - columns)]
        before = mode
        for _ in range(30):
            chance = 1 / (1 + np.exp(-np.clip(design @ mode, -30, 30)))
            slope = design.T @ (y - chance) - precision * (mode - centre)
            curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(precision)
            step = np.linalg.solve(curve, slope)
            mode = mode + step * min(1.0, 3 / max(float(np.abs(step).max()), 1e-12))
            if np.abs(step).max() < 1e-7:
                break
        covariance = np.linalg.inv(curve)
        variance = np.diag(covariance)
        mean = float(mode[own].mean())
        # weak priors of a few pseudo-observations keep the variances off zero when classes or requisitions are few
        square = ((mode[own] - mean) ** 2 + variance[own]).sum()
        spread = float((square + 2 * 0.25) / (columns + 2))
        between = float(((mode[groups] ** 2 + variance[groups]).sum() + 2 * 0.25) / (p - 1 - columns + 2))
        if np.abs(mode - before).max() < 1e-4:
            break
    # the mean is estimated as well; its uncertainty is every weight's
    return mode, np.asarray(covariance, dtype=float)
