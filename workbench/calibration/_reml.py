"""Variance components of a table with holes, by REML.

Sources
-------
Patterson, H. D., & Thompson, R. (1971). Recovery of inter-block information (REML). *Biometrika*, 58, 545-554.
Searle, S. R., Casella, G., & McCulloch, C. E. (1992). *Variance Components.* Wiley.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from workbench.calibration.ratings import Floats

_FLOOR, _CEILING, _STEP = -14.0, 14.0, 1e-3  # of log ratios; the floor stands for no variance at all
_MOVES = {size: _STEP * np.array(list(product((-1, 0, 1), repeat=size)), dtype=float) for size in (1, 2)}


def variances(matrix: Floats, *, rater_variance: bool = True) -> tuple[float, float, float]:
    """Variance of units, error and raters by REML; the profiled deviance is searched over the log ratios to error.

    The units' effect is inverted row by row and the raters' by one small matrix (Searle et al. 1992, chapter 6), so an
    evaluation costs units x raters and not their cube.
    """
    size = 2 if rater_variance else 1
    profile = _Profile(matrix, rater_variance)
    found = profile.minimum(size)
    error = float(profile(found[None])[1][0])
    ratios = np.where(found <= _FLOOR + 0.5, 0.0, np.exp(found))
    return float(ratios[0] * error), error, float(ratios[1] * error) if rater_variance else 0.0


class _Profile:
    """The REML deviance of a table with the error variance profiled out, for many pairs of ratios at once."""

    def __init__(self, matrix: Floats, rater_variance: bool) -> None:
        self.seen = (~np.isnan(matrix)).astype(float)
        y = np.nan_to_num(matrix - np.nanmean(matrix))
        self.n, self.in_unit, self.of_rater = self.seen.sum(), self.seen.sum(axis=1), self.seen.sum(axis=0)
        self.unit_sum, self.rater_sum, self.square = y.sum(axis=1), y.sum(axis=0), float((y**2).sum())
        self.total, self.rater_variance = float(y.sum()), rater_variance

    def __call__(self, ratios: Floats) -> tuple[Floats, Floats]:
        """Give deviance and error variance, each of shape (points,), at log ratios of shape (points, 1 or 2)."""
        unit_ratio = np.exp(ratios[:, :1])
        shrink = unit_ratio / (1 + unit_ratio * self.in_unit)
        ones_ones = self.n - shrink @ self.in_unit**2
        ones_y = self.total - shrink @ (self.in_unit * self.unit_sum)
        y_y = self.square - shrink @ self.unit_sum**2
        log_determinant = np.log1p(unit_ratio * self.in_unit).sum(axis=1)
        if self.rater_variance:
            rater_ratio = np.exp(ratios[:, 1])
            together = self.seen.T @ (shrink[:, :, None] * self.seen)
            identity = np.eye(self.of_rater.size)
            inner = identity + rater_ratio[:, None, None] * (np.diag(self.of_rater) - together)
            to_ones = self.of_rater - (shrink * self.in_unit) @ self.seen
            to_y = self.rater_sum - (shrink * self.unit_sum) @ self.seen
            solved = np.linalg.solve(inner, np.stack([to_ones, to_y], axis=-1))
            ones_ones -= rater_ratio * (to_ones * solved[..., 0]).sum(axis=1)
            ones_y -= rater_ratio * (to_ones * solved[..., 1]).sum(axis=1)
            y_y -= rater_ratio * (to_y * solved[..., 1]).sum(axis=1)
            log_determinant = log_determinant + np.linalg.slogdet(inner)[1]
        error = np.maximum(y_y - ones_y**2 / ones_ones, 1e-12) / (self.n - 1)
        return log_determinant + np.log(ones_ones) + (self.n - 1) * np.log(error), error

    def minimum(self, size: int) -> Floats:
        """Find the minimum: the best of a coarse grid, then Newton's steps, shortened while they climb."""
        axis = np.array([-4.0, -1.5, 0.5, 3.0])
        grid = np.stack(np.meshgrid(*[axis] * size, indexing="ij"), axis=-1).reshape(-1, size)
        at = grid[int(np.argmin(self(grid)[0]))]
        halves = 0.25 ** np.arange(5)[:, None]
        for _ in range(60):
            here, slope, curve = self._local(at)
            free = ~((at <= _FLOOR) & (slope > 0)) & ~((at >= _CEILING) & (slope < 0))
            if not free.any():
                break
            # eigenvalues turned positive: downhill also where the deviance bends the other way
            values, vectors = np.linalg.eigh(curve[np.ix_(free, free)])
            step = np.zeros(size)
            step[free] = -vectors @ ((vectors.T @ slope[free]) / np.maximum(np.abs(values), 1e-4))
            if float(-slope @ step) < 1e-7:  # a hundredth of what would move the third place
                break
            step *= min(1.0, 4 / max(float(np.abs(step).max()), 1e-12))
            tried = np.clip(at + halves * step, _FLOOR, _CEILING)
            deviance = self(tried)[0]
            best = int(np.argmin(deviance))
            if deviance[best] >= here - 1e-9:
                break
            at = tried[best]
        return np.asarray(at, dtype=float)

    def _local(self, at: Floats) -> tuple[float, Floats, Floats]:
        """Give the deviance at a point with its slope and curvature, by central differences."""
        values = self(at + _MOVES[at.size])[0].reshape((3,) * at.size)
        if at.size == 1:
            low, here, high = values
            return float(here), np.array([high - low]) / (2 * _STEP), np.array([[high - 2 * here + low]]) / _STEP**2
        here = values[1, 1]
        slope = np.array([values[2, 1] - values[0, 1], values[1, 2] - values[1, 0]]) / (2 * _STEP)
        mixed = (values[2, 2] - values[2, 0] - values[0, 2] + values[0, 0]) / 4
        curve = np.array(
            [[values[2, 1] - 2 * here + values[0, 1], mixed], [mixed, values[1, 2] - 2 * here + values[1, 0]]]
        )
        return float(here), slope, curve / _STEP**2
