"""How much more scoring a question needs, and which profile to score next.

Sources
-------
Feldt, L. S. (1965). *Psychometrika*, 30, 357-370 (the interval that is planned for).
Cantor, A. B. (1996). Sample-size calculations for Cohen's kappa. *Psychological Methods*, 1, 150-153.
Searle, S. R., Casella, G., & McCulloch, C. E. (1992). *Variance Components.* Wiley (what unbalanced scores tell).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.calibration.alpha import krippendorff_alpha
from workbench.calibration.intervals import intraclass_interval, raters_a_unit
from workbench.calibration.ratings import Floats, by_criterion
from workbench.errors import BadRatings

if TYPE_CHECKING:
    import pandas as pd

MOST = 10_000


@dataclass(frozen=True)
class Plan:
    """How many more profiles a panel needs to score; `more` is None when no reachable number would do."""

    criterion: str
    value: float | None
    half_width: float | None
    units: int
    raters: float
    more: int | None
    why: str


def profiles_needed(frame: pd.DataFrame, *, within: float = 0.1, level: float = 0.95) -> list[Plan]:
    """How many more profiles until ordinal alpha is known to `within` either way, criterion by criterion.

    The interval of `intervals.intraclass_interval` is computed for growing numbers of profiles at the alpha and the
    number of raters of now, until half its width is at most `within`. The alpha of now is itself uncertain, so the
    number is for an alpha in the middle of its interval; ask again after some more.

    Parameters
    ----------
    frame
        Tidy ratings `rater, unit, criterion, score`.
    within
        Half the width that is wanted, on alpha's scale.

    Returns
    -------
    list of Plan
        One a criterion; `units` counts profiles that two or more scored, `raters` is their harmonic mean a profile.

    Raises
    ------
    BadRatings
        When `within` is not between 0 and 1, or the frame is not one of ratings.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(r, u, "queues", 1 + (u + "abcd".index(r) * (u % 2)) % 5) for r in "abcd" for u in range(12)]
    >>> plan, = profiles_needed(pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score"]))
    >>> plan.more, plan.why
    (94, 'About 94 more profiles with 4 raters each would tell alpha to ±.10; now it is .46 ± .29.')
    """
    if not 0 < within < 1:
        raise BadRatings(f"Alpha can be wanted to within 0 and 1 either way, not {within:g}.")
    return [_plan(one.criterion, one.matrix, one.problem, within, level) for one in by_criterion(frame)]


def _plan(criterion: str, matrix: Floats, problem: str, within: float, level: float) -> Plan:
    raters = raters_a_unit(matrix) if matrix.size else 0.0
    units = int(((~np.isnan(matrix)).sum(axis=1) >= 2).sum()) if matrix.size else 0
    if problem or units < 2:
        told = problem or "Two profiles that two people scored are the least from which more can be planned."
        return Plan(criterion, None, None, units, raters, None, told)
    values = np.unique(matrix[~np.isnan(matrix)])
    if values.size < 2:
        return Plan(criterion, None, None, units, raters, None, "Every score is the same; more of them tell nothing.")
    value = krippendorff_alpha(matrix)
    now = _half(value, units, raters, level)
    if not np.isfinite(now):
        told = "All scores agree, so there is no spread yet from which more could be planned."
        return Plan(criterion, value, None, units, raters, None, told)
    if now <= within:
        told = f"No more are needed: alpha is {value:.2f} ± {now:.2f} with {units} profiles."
        return Plan(criterion, value, now, units, raters, 0, _short(told))
    if _half(value, MOST, raters, level) > within:
        told = f"Not even {MOST:,} profiles would tell alpha to ±{within:.2f}."
        return Plan(criterion, value, now, units, raters, None, _short(told))
    low, high = units, MOST
    while high - low > 1:  # half the width falls as profiles are added
        middle = (low + high) // 2
        low, high = (low, middle) if _half(value, middle, raters, level) <= within else (middle, high)
    more = high - units
    told = (
        f"About {more} more profile{'s' * (more != 1)} with {raters:.2g} raters each would tell alpha to "
        f"±{within:.2f}; now it is {value:.2f} ± {now:.2f}."
    )
    return Plan(criterion, value, now, units, raters, more, _short(told))


def _half(value: float, units: int, raters: float, level: float) -> float:
    low, high = intraclass_interval(value, units, raters, level)
    return (min(high, 1.0) - max(low, -1.0)) / 2


def _short(told: str) -> str:
    return told.replace(" 0.", " .").replace("±0.", "±.").replace(" -0.", " −.")


def kappa_sample_size(
    rates: tuple[float, float], kappa: float, against: float, *, alpha: float = 0.05, power: float = 0.8, sides: int = 1
) -> int:
    """How many profiles two raters must judge yes or no to tell one kappa from another.

    ``n = ((z_alpha sqrt(Q0) + z_power sqrt(Q1)) / (k1 - k0))^2``, Q being n times the variance of Fleiss, Cohen &
    Everitt (1969) for the 2 x 2 table with these rates and this kappa.

    Parameters
    ----------
    rates
        How often each of the two says yes, 0-1.
    kappa, against
        The kappa that is expected and the one to be told from it.
    sides
        1 or 2.

    Raises
    ------
    BadRatings
        When no table of two raters has these rates and this kappa, or the two kappas are the same.

    Examples
    --------
    Cantor (1996): half the profiles are a yes; .7 against .85 needs 96, two-sided 119.

    >>> kappa_sample_size((0.5, 0.5), 0.7, 0.85), kappa_sample_size((0.5, 0.5), 0.7, 0.85, sides=2)
    (96, 119)
    """
    from scipy.special import ndtri

    if kappa == against:
        raise BadRatings("Two kappas that are the same cannot be told apart by any number of profiles.")
    if sides not in (1, 2):
        raise BadRatings("A test has one side or two.")
    spread, other = (_kappa_spread(rates, one) for one in (kappa, against))
    reach = float(ndtri(1 - alpha / sides) * np.sqrt(other) + ndtri(power) * np.sqrt(spread))
    return int(np.ceil((reach / (kappa - against)) ** 2))


def _kappa_spread(rates: tuple[float, float], kappa: float) -> float:
    """N times the variance of kappa for a 2 x 2 table with these margins."""
    one, two = np.array([rates[0], 1 - rates[0]]), np.array([rates[1], 1 - rates[1]])
    chance = float(one @ two)
    observed = kappa * (1 - chance) + chance
    both = (observed - 1 + rates[0] + rates[1]) / 2
    table = np.array([[both, rates[0] - both], [rates[1] - both, observed - both]])
    if (table < -1e-12).any() or chance >= 1:
        raise BadRatings(f"Two raters who say yes {rates[0]:g} and {rates[1]:g} of the time cannot reach {kappa:g}.")
    mean = two[:, None] + one[None, :]
    inner = (table * (np.eye(2) - mean * (1 - kappa)) ** 2).sum() - (kappa - chance * (1 - kappa)) ** 2
    return float(max(inner, 0.0) / (1 - chance) ** 2)


def score_next(frame: pd.DataFrame, criterion: str) -> pd.DataFrame:
    """Order the profiles by what one more score of them tells about the panel's agreement.

    With variances b between and w within profiles, m scores of one profile carry the information ``m^2, m; m, 1 +
    (m - 1) l^2 / w^2`` over ``2 l^2`` about (b, w), where l = w + m b (Searle, Casella & McCulloch 1992, section 6.9).
    The gain is the share by which one more score lowers the variance of ``b / (b + w)``, at the alpha of now. Where
    people agree, a second score of many profiles tells most; where they do not, a third score of the same ones.

    Parameters
    ----------
    criterion
        One of the frame's.

    Returns
    -------
    DataFrame
        Columns `unit, scores, gain, why`, best first; profiles with the same number of scores tell equally much, and
        those that everybody has scored are left out.

    Raises
    ------
    BadRatings
        When there is no such criterion, or its scores cannot be compared yet.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("a", 1, 5), ("b", 1, 4), ("a", 2, 2), ("b", 2, 2), ("a", 3, 4), ("c", 1, 5)]
    >>> frame = pd.DataFrame([(r, u, "queues", s) for r, u, s in rows], columns=["rater", "unit", "criterion", "score"])
    >>> score_next(frame, "queues")[["unit", "scores", "gain"]].round(2).to_dict("list")
    {'unit': ['3', '2'], 'scores': [1, 2], 'gain': [0.18, 0.15]}
    """
    import pandas as pd

    found = next((one for one in by_criterion(frame) if one.criterion == criterion), None)
    if found is None or found.problem:
        raise BadRatings(found.problem if found else f"There is no criterion “{criterion}” among these ratings.")
    matrix, scored = found.matrix, (~np.isnan(found.matrix)).sum(axis=1)
    value = krippendorff_alpha(matrix)
    if not np.isfinite(value) or (scored >= 2).sum() < 2:
        raise BadRatings("Score two profiles twice, with more than one value, before asking which comes next.")
    gains = expected_gain(scored, value)
    told = {
        n: "only one person has scored it" if n == 1 else f"{n} of {matrix.shape[1]} have scored it" for n in scored
    }
    rows = [
        (unit, int(n), float(gain), told[n])
        for unit, n, gain in zip(found.units, scored, gains, strict=True)
        if n < matrix.shape[1]
    ]
    table = pd.DataFrame(rows, columns=["unit", "scores", "gain", "why"])
    return table.sort_values(["gain", "unit"], ascending=[False, True], ignore_index=True)


def expected_gain(scores: NDArray[np.intp], alpha: float) -> Floats:
    """Share by which one more score of each profile lowers the variance of the agreement; `scores` counts them now."""
    between = float(np.clip(alpha, 0.05, 0.95))
    within = 1 - between
    slope = np.array([within, -between])

    def variance(information: Floats) -> Floats:
        return np.asarray(np.einsum("i,...ij,j->...", slope, np.linalg.inv(information), slope), dtype=float)

    def of(m: NDArray[np.intp]) -> Floats:
        place = within + m * between
        cells = np.array([[m**2, m], [m, 1 + (m - 1) * place**2 / within**2]]) / (2 * place**2)
        return np.moveaxis(np.where(m > 0, cells, 0.0), -1, 0)

    total = of(scores).sum(axis=0)
    return np.asarray(1 - variance(total - of(scores) + of(scores + 1)) / variance(total), dtype=float)
