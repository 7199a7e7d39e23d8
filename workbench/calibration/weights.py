"""How far two scores agree: the weights of the weighted coefficients.

Source
------
Gwet, K. L. (2014). *Handbook of Inter-Rater Reliability*, 4th ed., chapter 3.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from workbench.calibration.ratings import Floats

Weights = Literal["none", "linear", "quadratic", "ordinal", "radical", "ratio", "circular", "bipolar"]


def agreement_weights(values: Floats, weights: Weights) -> Floats:
    """Give how far two scores agree, 1 on the diagonal, shape (values, values).

    `none` is the identity, `linear` ``1 - |a - b| / range``, `quadratic` ``1 - (a - b)^2 / range^2``, `radical` the
    same with the square root; `ordinal` looks at positions on the scale only, ``1 - C(|i - j| + 1, 2) / C(q, 2)``;
    `ratio` divides the difference by the sum, `circular` joins the ends of the scale, `bipolar` counts a difference
    for less in the middle; the last three are scaled so that the largest disagreement has weight 0.

    Examples
    --------
    >>> import numpy as np
    >>> agreement_weights(np.array([1.0, 2, 3]), "linear")
    array([[1. , 0.5, 0. ],
           [0.5, 1. , 0.5],
           [0. , 0.5, 1. ]])
    """
    q = values.size
    if weights == "none" or q < 2:
        return np.eye(q)
    if weights == "ordinal":
        apart = np.abs(np.arange(q)[:, None] - np.arange(q)) + 1.0
        return np.asarray(1 - (apart * (apart - 1) / 2) / (q * (q - 1) / 2), dtype=float)
    difference, low, high = np.abs(values[:, None] - values), values.min(), values.max()
    if weights in ("linear", "quadratic", "radical"):
        power = {"linear": 1.0, "quadratic": 2.0, "radical": 0.5}[weights]
        return np.asarray(1 - (difference / (high - low)) ** power, dtype=float)
    total = values[:, None] + values
    if weights == "circular":
        far = np.sin(np.pi * difference / (high - low + 1)) ** 2
    elif weights == "ratio":
        far = (difference / np.where(total == 0, 1, total)) ** 2
    else:
        room = (total - 2 * low) * (2 * high - total)
        far = np.where(difference > 0, difference**2 / np.where(room == 0, 1, room), 0.0)
    return np.asarray(1 - far / far.max(), dtype=float)
