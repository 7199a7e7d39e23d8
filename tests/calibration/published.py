"""Published tables and figures, with where they stand; several tests read them."""

from __future__ import annotations

import numpy as np

from workbench.calibration._example import gwet_table

NAN = np.nan

# Fleiss, J. L. (1971), Psychological Bulletin 76, table 1: how many of six psychiatrists chose each of five diagnoses
FLEISS_COUNTS = (
    "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
    "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
    "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006",
)  # fmt: skip


def fleiss_1971() -> np.ndarray:
    """Thirty patients by six ratings; which psychiatrist is which was not told."""
    return np.array([[k + 1 for k, n in enumerate(row) for _ in range(int(n))] for row in FLEISS_COUNTS], float)


# Fleiss (1971): .430 overall; by category, table 2: .245, .245, .520, .471, .566
FLEISS_OVERALL = 0.430
FLEISS_BY_CATEGORY = (0.245, 0.245, 0.520, 0.471, 0.566)

# The worked example of reliability data with missing values: three coders, fifteen units; nominal .691, interval .811
THREE_CODERS = np.array(
    [
        [NAN] * 5 + [3, 4, 1, 2, 1, 1, 3, 3, NAN, 3],
        [1, NAN, 2, 1, 3, 3, 4, 3] + [NAN] * 7,
        [NAN, NAN, 2, 1, 3, 4, 4, NAN, 2, 1, 1, 3, 3, NAN, 4],
    ]
).T
THREE_CODERS_ALPHA = {"nominal": 0.691, "interval": 0.811}

# SAS/STAT PROC FREQ, weighted kappa of a 3 x 3 table: kappa, its standard error, 95 % limits
SAS_TABLE = ((0, 4, 1), (0, 8, 0), (0, 1, 5))
SAS_KAPPA = {"none": (0.4842, 0.1380, 0.2137, 0.7547), "linear": (0.4701, 0.1457, 0.1845, 0.7558)}

# Gwet (2014), four raters and twelve units
GWET_2014 = gwet_table()
# the same with quadratic weights: value and standard error
GWET_QUADRATIC = {
    "brennan_prediger": (0.902, 0.111),
    "conger_kappa": (0.858, 0.144),
    "fleiss_kappa": (0.865, 0.146),
    "weighted_alpha": (0.849, 0.129),
}


def pairs(table: tuple[tuple[int, ...], ...]) -> np.ndarray:
    """A table of counts as the pairs of scores it was made from."""
    rows = [[a + 1, b + 1] for a, row in enumerate(table) for b, n in enumerate(row) for _ in range(n)]
    return np.array(rows, float)
