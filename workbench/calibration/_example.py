"""A published table of ratings that several formulas show their figures on."""

from __future__ import annotations

import numpy as np

from workbench.calibration.ratings import Floats


def gwet_table() -> Floats:
    """Twelve units by four raters in five categories, some missing: Gwet (2014), *Handbook of Inter-Rater Reliability*.

    >>> gwet_table().shape
    (12, 4)
    """
    n = np.nan
    rows = (
        (1, 1, n, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4),
        (4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2), (n, 5, 5, 5), (n, n, 1, 1), (n, n, 3, n),
    )  # fmt: skip
    return np.array(rows)
