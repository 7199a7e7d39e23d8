"""The many-facet rating model: its likelihood, and how it is fitted.

The log-odds of score k against k - 1 for a unit u, criterion c, rater r and occasion o is

    theta_u - beta_c - alpha_r - gamma_rc - delta_ro - s_r tau_k

(Linacre, J. M. (1989), *Many-Facet Rasch Measurement*; rating scale of Andrich, D. (1978), *Psychometrika*, 43). alpha
is a rater's severity on the first occasion, gamma what they add for one criterion, delta how they have moved since, and
s how far apart they hold the points: above 1 means that they keep to the middle of the scale. theta is a random
effect; delta is a random walk; gamma has a Student prior, which leaves small differences near zero and lets a real one
stand (Gelman, A. et al. (2008), *Ann. Appl. Statist.*, 2). Variances are found by EM around a Laplace approximation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.calibration.ratings import Floats

Codes = NDArray[np.intp]

STUDENT_DF = 3.0
SPREAD_SD = 0.25  # prior standard deviation of log s: most people hold the points within 0.6 and 1.6 of the panel's
THRESHOLD_SD = 3.0  # keeps the threshold of a score that nobody gave within the scale
_ROUNDS, _STEPS = 12, 30


@dataclass(frozen=True)
class Layout:
    """Where each kind of parameter lies in the vector of all of them."""

    units: int
    criteria: int
    raters: int
    occasions: int
    points: int

    def slices(self) -> dict[str, slice]:
        """Give the slice of each block, in order."""
        sizes = {
            "unit": self.units,
            "criterion": self.criteria,
            "rater": self.raters,
            "interaction": self.raters * self.criteria,
            "drift": self.raters * (self.occasions - 1),
            "threshold": self.points,
            "spread": self.raters,
        }
        out, start = {}, 0
        for name, size in sizes.items():
            out[name] = slice(start, start + size)
            start += size
        return out


@dataclass(frozen=True)
class Fit:
    """Estimates (p,), their covariance (p, p) and where each block lies."""

    layout: Layout
    estimate: Floats
    covariance: Floats
    converged: bool

    def block(self, name: str) -> tuple[Floats, Floats]:
        """Give the estimates and standard errors of one block."""
        at = self.layout.slices()[name]
        return self.estimate[at], np.sqrt(np.diag(self.covariance)[at])


class Likelihood:
    """The ratings as codes, and the score and information of all parameters at a point.

    The cumulative indicators C_k = 1[score >= k] are the sufficient statistics, each with the natural parameter
    ``eta - s_r tau_k``; so the gradient is J'(C - E C) and the information J' Cov(C) J.
    """

    def __init__(self, layout: Layout, unit: Codes, criterion: Codes, rater: Codes, occasion: Codes, score: Codes):
        from scipy.sparse import csr_array

        self.layout, self.rater = layout, rater
        at = layout.slices()
        n, width = score.size, at["threshold"].start
        rows = np.arange(n)
        moved = occasion > 0
        entries = [
            (rows, unit, np.ones(n)),
            (rows, at["criterion"].start + criterion, -np.ones(n)),
            (rows, at["rater"].start + rater, -np.ones(n)),
            (rows, at["interaction"].start + rater * layout.criteria + criterion, -np.ones(n)),
            (
                rows[moved],
                at["drift"].start + (rater * (layout.occasions - 1) + occasion - 1)[moved],
                -np.ones(moved.sum()),
            ),
        ]
        row, column, value = (np.concatenate(parts) for parts in zip(*entries, strict=True))
        self.design = csr_array((value, (row, column)), shape=(n, width))
        self.transposed = self.design.T.tocsr()
        self.reached = (score[:, None] >= np.arange(1, layout.points + 1)).astype(float)
        self.of_rater = csr_array((np.ones(n), (rater, rows)), shape=(layout.raters, n))

    def expected(self, at_point: Floats) -> tuple[Floats, Floats, Floats]:
        """Give P(score >= k), shape (n, points), the thresholds and every rater's spread."""
        at = self.layout.slices()
        tau, spread = at_point[at["threshold"]], np.exp(at_point[at["spread"]])
        eta = self.design @ at_point[: at["threshold"].start]
        steps = eta[:, None] - spread[self.rater][:, None] * tau
        log_odds = np.concatenate([np.zeros((eta.size, 1)), np.cumsum(steps, axis=1)], axis=1)
        log_odds -= log_odds.max(axis=1, keepdims=True)
        share = np.exp(log_odds)
        share /= share.sum(axis=1, keepdims=True)
        above = np.cumsum(share[:, ::-1], axis=1)[:, ::-1][:, 1:]
        return above, tau, spread

    def score_and_information(self, at_point: Floats) -> tuple[Floats, Floats]:
        """Give the gradient (p,) and the Fisher information (p, p) of the log-likelihood."""
        at, points = self.layout.slices(), self.layout.points
        above, tau, spread = self.expected(at_point)
        rest = self.reached - above
        own = spread[self.rater]
        order = np.arange(points)
        covariance = above[:, np.maximum(order[:, None], order)] - above[:, :, None] * above[:, None, :]

        p = at_point.size
        gradient, information = np.empty(p), np.zeros((p, p))
        linear, steps, spreads = slice(0, at["threshold"].start), at["threshold"], at["spread"]
        gradient[linear] = self.transposed @ rest.sum(axis=1)
        gradient[steps] = -(own[:, None] * rest).sum(axis=0)
        towards = rest @ tau
        gradient[spreads] = -spread * (self.of_rater @ towards)

        with_sum = covariance.sum(axis=2)
        weight = with_sum.sum(axis=1)
        information[linear, linear] = (self.transposed @ (self.design * weight[:, None])).toarray()
        cross = -(self.transposed @ (own[:, None] * with_sum))
        information[linear, steps], information[steps, linear] = cross, cross.T
        with_tau = covariance @ tau
        by_rater = -own * (with_sum @ tau)
        cross = (self.transposed @ self.of_rater.T.multiply(by_rater[:, None])).toarray()
        information[linear, spreads], information[spreads, linear] = cross, cross.T
        information[steps, steps] = np.einsum("n,nij->ij", own**2, covariance)
        cross = np.asarray(self.of_rater @ ((own**2)[:, None] * with_tau)).T
        information[steps, spreads], information[spreads, steps] = cross, cross.T
        information[spreads, spreads] = np.diag(spread**2 * (self.of_rater @ (with_tau @ tau)))
        return gradient, information


def _drift_precision(layout: Layout, variance: float) -> Floats:
    """Precision of a random walk from zero, for every rater: shape (raters * (occasions - 1), same)."""
    steps = layout.occasions - 1
    change = np.eye(steps) - np.eye(steps, k=-1)
    return np.asarray(np.kron(np.eye(layout.raters), change.T @ change / variance), dtype=float)


def fit(likelihood: Likelihood) -> Fit:
    """Find the posterior mode and its covariance, variances by EM.

    Thresholds are held to sum zero, severities to mean zero, so that the units' mean carries the level.
    """
    layout = likelihood.layout
    at = layout.slices()
    p = at["spread"].stop
    point = np.zeros(p)
    reach = np.clip(likelihood.reached.mean(axis=0), 0.02, 0.98)
    point[at["threshold"]] = -np.log(reach / (1 - reach))
    point[at["threshold"]] -= point[at["threshold"]].mean()
    variance = {"unit": 1.0, "criterion": 1.0, "rater": 1.0, "drift": 0.04}
    weights = np.full(at["interaction"].stop - at["interaction"].start, 1 / 0.04)
    held = np.zeros((3, p))
    held[0, at["threshold"]] = 1
    held[1, at["rater"]] = 1
    held[2, at["criterion"]] = 1

    def prior() -> Floats:
        precision = np.zeros((p, p))
        for name in ("criterion", "rater"):
            precision[at[name], at[name]] = np.eye(at[name].stop - at[name].start) / variance[name]
        # the units' mean is free: only their spread about it is held
        size = layout.units
        precision[at["unit"], at["unit"]] = (np.eye(size) - 1 / size) / variance["unit"]
        precision[at["interaction"], at["interaction"]] = np.diag(weights)
        precision[at["threshold"], at["threshold"]] = np.eye(layout.points) / THRESHOLD_SD**2
        if layout.occasions > 1:
            precision[at["drift"], at["drift"]] = _drift_precision(layout, variance["drift"])
        spread = slice(at["spread"].start, at["spread"].stop)
        precision[spread, spread] = np.eye(layout.raters) / SPREAD_SD**2 + 1e3 / layout.raters
        return precision + 1e6 * held.T @ held

    converged = False
    covariance: Floats = np.eye(p)
    for _ in range(_ROUNDS):
        precision, before = prior(), point.copy()
        for _ in range(_STEPS):
            gradient, information = likelihood.score_and_information(point)
            hessian = information + precision
            step = np.linalg.solve(hessian, gradient - precision @ point)
            step *= min(1.0, 1.5 / max(float(np.abs(step).max()), 1e-12))
            point = point + step
            if np.abs(step).max() < 1e-4:
                break
        covariance = np.asarray(np.linalg.inv(hessian), dtype=float)
        variance, weights = _variances(layout, point, covariance, variance)
        if np.abs(point - before).max() < 2e-3:
            converged = True
            break
    return Fit(layout, point, covariance, converged)


def _variances(
    layout: Layout, point: Floats, covariance: Floats, before: dict[str, float]
) -> tuple[dict[str, float], Floats]:
    """One EM step: every random effect's expected square, given the ratings."""
    at = layout.slices()
    spread = np.diag(covariance)

    def mean_square(name: str, free: int) -> float:
        block = point[at[name]] - point[at[name]].mean()
        return float((block @ block + spread[at[name]].sum()) / max(free, 1))

    # a few raters cannot say how far raters differ: theirs and the criteria's variance stays wide, nearly fixed effects
    out = {**before, "unit": (layout.units * mean_square("unit", layout.units) + 4) / (layout.units + 4)}
    if layout.occasions > 1:
        steps = layout.occasions - 1
        change = np.kron(np.eye(layout.raters), np.eye(steps) - np.eye(steps, k=-1))
        moved, block = change @ point[at["drift"]], covariance[at["drift"], at["drift"]]
        total = moved @ moved + np.trace(change @ block @ change.T)
        out["drift"] = max(float(total / moved.size), 1e-4)
    squares = point[at["interaction"]] ** 2 + spread[at["interaction"]]
    scale = max(float(np.median(squares)), 1e-3)
    return out, (STUDENT_DF + 1) / (STUDENT_DF * scale + squares)
