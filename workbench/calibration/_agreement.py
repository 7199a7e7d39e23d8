"""Every statistic of agreement, a row each, with its interval, its n and what so few can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.calibration import alpha, intervals, kappa
from workbench.calibration.concordance import kendall_w, w_without_each
from workbench.calibration.icc import FORMS, icc
from workbench.calibration.ratings import Floats, Ratings, by_criterion
from workbench.calibration.weights import Weights

if TYPE_CHECKING:
    import pandas as pd

STATISTICS = (
    "percent_agreement",
    "cohen_kappa",
    "fleiss_kappa",
    "krippendorff_alpha",
    "gwet_ac1",
    "gwet_ac2",
    "icc",
    "kendall_w",
)
_ALIKE = "Every score is the same, so chance cannot be told from agreement."


@dataclass(frozen=True)
class Row:
    """One statistic of one criterion; `value` is None where it is undefined, and `why` then says so."""

    criterion: str
    statistic: str
    variant: str
    value: float | None
    low: float | None
    high: float | None
    n_units: int
    n_raters: int
    why: str


def agreement(frame: pd.DataFrame, *, statistics: tuple[str, ...] = STATISTICS, level: float = 0.95) -> pd.DataFrame:
    """Agreement of a panel, criterion by criterion.

    Parameters
    ----------
    frame
        Tidy ratings with columns `rater, unit, criterion, score`; an empty score is "no evidence" and is left out.
    statistics
        Some of `STATISTICS`.
    level
        Of the intervals, 0-1.

    Returns
    -------
    DataFrame
        Columns `criterion, statistic, variant, value, low, high, n_units, n_raters, why`; n_units counts the units
        that two or more raters scored. Values are NaN where undefined; `why` says in a sentence what a number can tell.

    Raises
    ------
    BadRatings
        When a column is missing or a score is not a number.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"rater": list("abcabcabc"), "unit": [1] * 3 + [2] * 3 + [3] * 3,
    ...                       "criterion": "Kubernetes", "score": [1, 1, 2, 3, 3, 3, 5, 4, 5]})
    >>> one = agreement(frame, statistics=("krippendorff_alpha",)).set_index("variant").loc["ordinal"]
    >>> round(float(one["value"]), 2), one["why"]
    (0.93, 'With 3 units and 3 raters, this cannot tell .61 from 1.')
    """
    import pandas as pd

    rows = [row for ratings in by_criterion(frame) for row in rows_of(ratings, statistics, level)]
    return pd.DataFrame([asdict(row) for row in rows], columns=list(Row.__dataclass_fields__)).astype(
        {"value": float, "low": float, "high": float}
    )


def rows_of(ratings: Ratings, statistics: tuple[str, ...] = STATISTICS, level: float = 0.95) -> Iterator[Row]:
    """Give the rows of one criterion."""
    matrix = ratings.matrix
    n_units, n_raters = ratings.pairable.shape[0], len(ratings.raters)
    stop = _why_nothing(ratings)

    def row(statistic: str, variant: str, value: float, low: float, high: float, why: str = "") -> Row:
        numbers = [float(x) if np.isfinite(x) else None for x in (value, low, high)]
        told = stop or why or _what_it_tells(numbers, n_units, n_raters)
        return Row(ratings.criterion, statistic, variant, numbers[0], numbers[1], numbers[2], n_units, n_raters, told)

    for statistic in statistics:
        variants, compute = _BY_NAME[statistic]
        outcomes = [_NOTHING] * len(variants) if stop else compute(matrix, level)
        for variant, outcome in zip(variants, outcomes, strict=True):
            yield row(statistic, variant, *outcome)


def _why_nothing(ratings: Ratings) -> str:
    if ratings.problem:
        return ratings.problem
    if len(ratings.raters) < 2:
        return "One rater alone cannot agree or disagree; at least two are needed."
    if ratings.pairable.shape[0] == 0:
        return "No unit was scored by two raters, so there is nothing to compare."
    return ""


def _what_it_tells(numbers: list[float | None], n_units: int, n_raters: int) -> str:
    value, low, high = numbers
    if value is None:
        return _ALIKE
    size = f"With {n_units} unit{'s' * (n_units != 1)} and {n_raters} raters"
    if low is None or high is None:
        return f"{size}, there is no interval; read the number as a description of these scores only."
    return f"{size}, this cannot tell {_two(low)} from {_two(high)}."


def _two(x: float) -> str:
    """Write a coefficient as the field does: two places and no leading zero."""
    text = f"{x:.2f}".replace("0.", ".", 1) if abs(x) < 0.995 else f"{x:.0f}"
    return text.replace("-", "−").replace("−.00", ".00")


Outcome = tuple[float, float, float, str]
Compute = Callable[[Floats, float], list[Outcome]]
_NOTHING: Outcome = (np.nan, np.nan, np.nan, "")


def _alphas(matrix: Floats, level: float) -> list[Outcome]:
    return [_alpha(matrix, metric, level) for metric in alpha.METRICS]


def _alpha(matrix: Floats, metric: alpha.Metric, level: float) -> Outcome:
    if metric == "ratio" and np.nanmin(matrix) < 0:
        return np.nan, np.nan, np.nan, "Ratios need scores of zero or more."
    value = alpha.krippendorff_alpha(matrix, metric)
    low, high = intervals.alpha_interval(matrix, metric, level)
    note = ""
    if value == 1 and np.isfinite(low):
        note = f"All scores agree; one score a step off would already allow {_two(low)}."
    return value, low, high, note


def _with_error(one: kappa.Coefficient, level: float) -> Outcome:
    """Interval of a coefficient from its standard error, within -1 to 1; none where there is no spread to read."""
    from scipy.special import ndtri, stdtrit

    if not (np.isfinite(one.se) and one.se > 0 and one.df >= 1):
        return one.value, np.nan, np.nan, ""
    tail = 1 - (1 - level) / 2
    reach = float(ndtri(tail) if np.isinf(one.df) else stdtrit(one.df, tail)) * one.se
    # units with one score can push an estimate below -1; its interval still holds it
    return one.value, min(max(one.value - reach, -1.0), one.value), min(one.value + reach, 1.0), ""


def _weighted(of: Callable[[Floats, Weights], kappa.Coefficient], weights: tuple[Weights, ...]) -> Compute:
    return lambda matrix, level: [_with_error(of(matrix, w), level) for w in weights]


def _cohen(matrix: Floats, level: float) -> list[Outcome]:
    if matrix.shape[1] != 2:
        told = f"Cohen's kappa compares two raters; here are {matrix.shape[1]}. Fleiss' kappa takes any number."
        return [(np.nan, np.nan, np.nan, told)] * len(_COHEN)
    return _weighted(kappa.cohen_kappa, _COHEN)(matrix, level)


def _percent(matrix: Floats, level: float) -> list[Outcome]:
    value, low, high, note = _with_error(kappa.percent_agreement(matrix), level)
    return [(value, max(low, 0.0), high, note)]


def _iccs(matrix: Floats, level: float) -> list[Outcome]:
    forms = icc(matrix, level=level).values()
    return [(one.value, min(one.low, one.value), max(one.high, one.value), "") for one in forms]


def _concordance(matrix: Floats, level: float) -> list[Outcome]:
    whole = matrix[~np.isnan(matrix).any(axis=1)]
    if whole.shape[0] < 2:
        return [(np.nan, np.nan, np.nan, "Kendall's W needs at least two units that every rater scored.")]
    value = kendall_w(whole)
    if not np.isfinite(value):
        return [(np.nan, np.nan, np.nan, "Every rater ties all units, so there is no order to compare.")]
    # a jackknife over units: W has no exact interval away from chance
    low, high = intervals.jackknife_interval(w_without_each(whole), value, level)
    if high - low < 1e-12:
        return [(value, np.nan, np.nan, "")]
    return [(value, max(low, 0.0), min(high, 1.0), "")]


_COHEN: tuple[Weights, ...] = ("none", "linear", "quadratic")
_AC2: tuple[Weights, ...] = ("linear", "quadratic", "ordinal")
_BY_NAME: dict[str, tuple[tuple[str, ...], Compute]] = {
    "percent_agreement": (("",), _percent),
    "cohen_kappa": (_COHEN, _cohen),
    "fleiss_kappa": (("",), lambda matrix, level: [_with_error(kappa.fleiss_kappa(matrix), level)]),
    "krippendorff_alpha": (alpha.METRICS, _alphas),
    "gwet_ac1": (("",), _weighted(kappa.gwet_ac, ("none",))),
    "gwet_ac2": (_AC2, _weighted(kappa.gwet_ac, _AC2)),
    "icc": (FORMS, _iccs),
    "kendall_w": (("",), _concordance),
}


def overall_alpha(frame: pd.DataFrame, *, level: float = 0.95) -> Row:
    """Krippendorff's ordinal alpha over all criteria at once; its interval treats a unit's criteria as one.

    Every unit and criterion is a thing that was scored; leaving out a whole unit at a time (jackknife with Student's t)
    keeps the interval honest, since the scores of one profile hang together.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(r, u, c, 1 + (u + (r == "b") * (u == 2)) % 5) for r in "ab" for u in range(5) for c in "xy"]
    >>> one = overall_alpha(pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score"]))
    >>> one.n_units, one.n_raters
    (5, 2)
    """
    from workbench.calibration.ratings import check_frame

    tidy = check_frame(frame).drop_duplicates()
    units, raters = tidy["unit"].nunique(), tidy["rater"].nunique()
    cells = tidy.assign(cell=tidy["unit"] + "\x1f" + tidy["criterion"])
    table = cells.pivot_table(index=["unit", "cell"], columns="rater", values="score", aggfunc="last")
    matrix = table.to_numpy(dtype=float)
    value = alpha.krippendorff_alpha(matrix) if matrix.size else float("nan")
    if not np.isfinite(value):
        return Row("all", "krippendorff_alpha", "ordinal", None, None, None, units, raters, _ALIKE)
    owner = table.index.get_level_values("unit")
    without = np.array([alpha.krippendorff_alpha(matrix[owner != unit]) for unit in owner.unique()])
    low, high = intervals.jackknife_interval(without, value, level)
    ends = [float(x) if np.isfinite(x) else None for x in (low, min(high, 1.0))]
    told = _what_it_tells([value, *ends], units, raters)
    return Row("all", "krippendorff_alpha", "ordinal", value, ends[0], ends[1], units, raters, told)
