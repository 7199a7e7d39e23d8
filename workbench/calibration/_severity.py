"""Who is severe or lenient, by how much, and what the scores would be with an average rater."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.calibration._facets import Fit, Layout, Likelihood, fit
from workbench.calibration.ratings import Floats, check_frame
from workbench.errors import BadRatings

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("facet", "level", "criterion", "estimate", "se", "low", "high", "rank_low", "rank_high", "why")
_DRAWS = 2000
_POINTS = 30  # steps of the longest scale: each has a threshold of its own


def severity(frame: pd.DataFrame, *, level: float = 0.95, scale: tuple[int, int] | None = None) -> pd.DataFrame:
    """Severity of raters, strength of units, and fair scores, from a many-facet rating model.

    Parameters
    ----------
    frame
        Tidy ratings `rater, unit, criterion, score`, with `occasion` where there is more than one (sorted as text).
        Scores are whole numbers; an empty one is "no evidence" and is left out.
    level
        Of the intervals, 0-1.
    scale
        Lowest and highest score; without it 1-5 where the scores lie within, else the range of the scores.

    Returns
    -------
    DataFrame
        Columns `facet, level, criterion, estimate, se, low, high, rank_low, rank_high, why`. In logits: `rater`
        (positive is more severe; on the first occasion), `unit` (stronger), `criterion` (harder), `occasion`,
        `rater:criterion` and `rater:occasion` (level `"a|b"`). `spread` is a factor (above 1: keeps to the middle of
        the scale). `fair` is a unit's expected score on a criterion with the average rater, in points of the scale,
        with its rank among the units between `rank_low` and `rank_high`. Fair scores stand beside the given ones and
        never replace them.

    Raises
    ------
    BadRatings
        When a column is missing or a score is not a whole number within the scale.

    Notes
    -----
    The model and its sources are in `workbench.calibration._facets`. Intervals are normal; those of ranks come from
    draws of the units' joint distribution.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(r, u, c, min(5, 2 + u // 3 + d)) for r, d in (("ada", 0), ("bo", 1)) for u in range(9) for c in "xyz"]
    >>> table = severity(pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score"]))
    >>> table[table.facet == "rater"].set_index("level").estimate.gt(0).to_dict()
    {'ada': True, 'bo': False}
    """
    import pandas as pd

    extra = ("occasion",) if "occasion" in frame.columns else ()
    tidy = check_frame(frame, extra=extra).drop_duplicates()
    low, high = _scale(tidy["score"].to_numpy(dtype=float), scale)
    asked = tidy if len(tidy) else frame.astype(dict.fromkeys(("unit", "criterion", "rater", *extra), str))
    names = {name: pd.factorize(asked[name], sort=True) for name in ("unit", "criterion", "rater", *extra)}
    problem = _why_not(tidy, names)
    if problem:
        rows = [_row(facet, str(one), why=problem) for facet in ("rater", "unit") for one in names[facet][1]]
        return pd.DataFrame(rows, columns=list(COLUMNS))
    codes = {name: pair[0] for name, pair in names.items()}
    labels = {name: [str(x) for x in pair[1]] for name, pair in names.items()}
    occasions = labels.get("occasion", ["1"])
    layout = Layout(len(labels["unit"]), len(labels["criterion"]), len(labels["rater"]), len(occasions), high - low)
    score = tidy["score"].to_numpy(dtype=int) - low
    occasion = codes.get("occasion", np.zeros(score.size, dtype=int))
    found = fit(Likelihood(layout, codes["unit"], codes["criterion"], codes["rater"], occasion, score))
    reach = _normal(level)
    rows = [*_facets(found, labels, occasions, reach), *_fair(found, labels, low, reach, level)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _scale(scores: Floats, scale: tuple[int, int] | None) -> tuple[int, int]:
    if scores.size and not np.equal(scores, np.round(scores)).all():
        odd = float(scores[scores != np.round(scores)][0])
        raise BadRatings(f"The score {odd:g} is not a whole number; severity needs the points of a scale.")
    inside = scores.size == 0 or (scores.min() >= 1 and scores.max() <= 5)
    low, high = scale or ((1, 5) if inside else (int(scores.min()), int(scores.max())))
    if scores.size and (scores.min() < low or scores.max() > high):
        raise BadRatings(f"A score lies outside the scale {low} to {high}.")
    if high - low > _POINTS:
        raise BadRatings(f"The scores run from {low:g} to {high:g}; severity needs a scale of at most {_POINTS} steps.")
    return low, high


def _why_not(tidy: pd.DataFrame, names: dict[str, Any]) -> str:
    if tidy.empty:
        return "Nobody gave a score here."
    if len(names["rater"][1]) < 2:
        return "One rater alone is neither severe nor lenient; at least two are needed."
    if len(names["unit"][1]) < 2:
        return "One unit cannot tell a severe rater from a weak unit; at least two are needed."
    if tidy["score"].nunique() < 2:
        return "Every score is the same, so nobody can be told apart."
    return ""


def _normal(level: float) -> float:
    from scipy.stats import norm

    return float(norm.ppf(1 - (1 - level) / 2))


def _row(facet: str, level: str, estimate: float = np.nan, se: float = np.nan, **more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "criterion": "",
        "low": np.nan,
        "high": np.nan,
        "rank_low": np.nan,
        "rank_high": np.nan,
        "why": "",
    }
    return {"facet": facet, "level": level, "estimate": float(estimate), "se": float(se), **empty, **more}


def _facets(found: Fit, labels: dict[str, list[str]], occasions: list[str], reach: float) -> list[dict[str, Any]]:
    """Rows of every facet in logits, and of the spread."""
    raters, criteria = labels["rater"], labels["criterion"]
    rows: list[dict[str, Any]] = []

    def add(facet: str, names: list[str], estimate: Floats, se: Floats) -> None:
        for name, e, s in zip(names, estimate, se, strict=True):
            rows.append(_row(facet, name, e, s, low=e - reach * s, high=e + reach * s))

    for facet in ("rater", "unit", "criterion"):
        add(facet, labels[facet], *found.block(facet))
    pairs = [f"{r}|{c}" for r in raters for c in criteria]
    add("rater:criterion", pairs, *found.block("interaction"))
    if len(occasions) > 1:
        steps = len(occasions) - 1
        at = found.layout.slices()["drift"]
        mean = np.kron(np.full((1, len(raters)), 1 / len(raters)), np.eye(steps))
        moved = mean @ found.estimate[at]
        error = np.sqrt(np.diag(mean @ found.covariance[at, at] @ mean.T))
        add("occasion", occasions, np.r_[0.0, moved], np.r_[0.0, error])
        drift = [np.c_[np.zeros(len(raters)), block.reshape(-1, steps)].ravel() for block in found.block("drift")]
        add("rater:occasion", [f"{r}|{o}" for r in raters for o in occasions], drift[0], drift[1])
    log, error = found.block("spread")
    for name, e, s in zip(raters, log, error, strict=True):
        ends = {"low": float(np.exp(e - reach * s)), "high": float(np.exp(e + reach * s))}
        rows.append(_row("spread", name, np.exp(e), np.exp(e) * s, **ends))
    return rows


def _fair(found: Fit, labels: dict[str, list[str]], low: int, reach: float, level: float) -> list[dict[str, Any]]:
    """Expected scores with the average rater, with ranks among units (1 is the strongest)."""
    at = found.layout.slices()
    theta, beta = found.estimate[at["unit"]], found.estimate[at["criterion"]]
    tau = found.estimate[at["threshold"]]
    block = found.covariance[at["unit"], at["unit"]]
    draws = np.random.default_rng(0).multivariate_normal(theta, (block + block.T) / 2, _DRAWS, method="eigh")
    ranks = (-draws).argsort(axis=1).argsort(axis=1) + 1
    tail = (1 - level) / 2
    first = np.quantile(ranks, tail, axis=0, method="lower")
    last = np.quantile(ranks, 1 - tail, axis=0, method="higher")
    rows = []
    for c, criterion in enumerate(labels["criterion"]):
        place = theta - beta[c]
        odds = np.concatenate(
            [np.zeros((place.size, 1)), np.cumsum(place[:, None] - tau, axis=1)],
            axis=1,
        )
        share = np.exp(odds - odds.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        points = np.arange(share.shape[1])
        mean = share @ points
        slope = share @ points**2 - mean**2
        spread = np.diag(block) + found.covariance[at["criterion"], at["criterion"]][c, c]
        spread = spread - 2 * found.covariance[at["unit"], at["criterion"]][:, c]
        error = slope * np.sqrt(np.maximum(spread, 0))
        top = low + points[-1]
        for u, unit in enumerate(labels["unit"]):
            value = low + mean[u]
            ends = {"low": max(value - reach * error[u], low), "high": min(value + reach * error[u], top)}
            ends |= {"rank_low": int(first[u]), "rank_high": int(last[u])}
            rows.append(_row("fair", unit, value, error[u], criterion=criterion, **ends))
    return rows
