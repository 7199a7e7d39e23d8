"""Weights that a team's decisions reveal, pooled over many meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.calibration.values import COLUMNS
from workbench.errors import BadRatings

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration._weights_fit import Weighed

ENOUGH = 80  # decisions below which the weightiest class cannot be found reliably


def revealed_weights(frame: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """Weigh importance classes and kinds of capability by the decisions that were made.

    The log-odds of "advance" (hold counts as half) are ``a_q + sum_k w_k x_k``: x_k is the sum of the scores of the
    criteria of class k above their mean in the requisition q, so that w_k is what one point on one such criterion
    moved. Weights share a mean and a spread that are estimated too, and are drawn towards that mean as far as the
    decisions are few (`_weights_fit`). Criteria differ from one requisition to the next; classes do not.

    Parameters
    ----------
    frame
        As `decisions_frame` gives it; no evidence counts as a score of 1.

    Returns
    -------
    DataFrame
        A row a class, `importance, kind, weight, low, high, top, decisions, requisitions, criteria, why`: weight in
        log-odds a point with its interval, `top` the probability that the class weighs most, 0-1. Below 80 decisions
        the numbers are empty and `why` says how many are missing.

    Raises
    ------
    BadRatings
        When a column is missing, or a decision or an importance is not one of the known words.

    Notes
    -----
    Why 80: in simulation (`tests/calibration/test_values.py`) fewer find the weightiest of six classes less than three
    times in four, and an observer who knew the set of weights would hardly do better.
    """
    import pandas as pd

    from workbench.calibration._weights_fit import weigh

    tidy = _checked(frame)
    classes = sorted(set(zip(tidy["importance"], tidy["kind"], strict=True)), key=_order)
    count, requisitions = tidy["profile"].nunique(), tidy["requisition"].nunique()
    per_class = tidy.drop_duplicates(["requisition", "criterion"]).groupby(["importance", "kind"]).size()
    shared = {"decisions": count, "requisitions": requisitions}
    found: Weighed | None = None
    why = _why_not(tidy, count, len(classes))
    if not why:
        x, y, q = _design(tidy, classes)
        found = weigh(x, y, q, level)
    rows: list[dict[str, object]] = []
    if not classes:
        none = dict.fromkeys(("weight", "low", "high", "top"), np.nan)
        rows.append({"importance": "", "kind": "", **none, **shared, "criteria": 0, "why": why})
    for k, (importance, kind) in enumerate(classes):
        numbers = dict.fromkeys(("weight", "low", "high", "top"), np.nan)
        told = why
        if found is not None:
            numbers = {"weight": found.weight[k], "low": found.low[k], "high": found.high[k], "top": found.top[k]}
            told = _tells(found, k, count)
        rows.append(
            {
                "importance": importance,
                "kind": kind,
                **numbers,
                **shared,
                "criteria": int(per_class[importance, kind]),
                "why": told,
            }
        )
    names = ["importance", "kind", "weight", "low", "high", "top", "decisions", "requisitions", "criteria", "why"]
    return pd.DataFrame(rows, columns=names)


def _why_not(tidy: pd.DataFrame, count: int, classes: int) -> str:
    if count < ENOUGH:
        left = ENOUGH - count
        return (
            f"{count} decision{'s' * (count != 1)} so far; {left} more {'is' if left == 1 else 'are'} needed before "
            "the weightiest can be found reliably."
        )
    if classes < 2:
        return "All criteria are of one class, so there is nothing to weigh against each other."
    if tidy["decision"].nunique() < 2:
        return "Every decision was the same, so they show no preference."
    return ""


def _tells(found: Weighed, k: int, count: int) -> str:
    low, high = found.low[k], found.high[k]
    if low <= 0 <= high:
        return f"{count} decisions cannot tell whether this weighed at all."
    if found.top[k] >= 0.5:
        return f"Weighed most, as far as {count} decisions tell ({found.top[k]:.0%})."
    return f"Weighed something; that it weighed most has a chance of {found.top[k]:.0%}."


def _order(one: tuple[str, str]) -> tuple[int, str]:
    return (("must", "should", "nice").index(one[0]), one[1])


def _checked(frame: pd.DataFrame) -> pd.DataFrame:
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise BadRatings(f"The decisions have no column {' and no column '.join(missing)}.")
    for name, words in (("decision", ("advance", "hold", "not_now")), ("importance", ("must", "should", "nice"))):
        odd = ~frame[name].isin(words)
        if odd.any():
            at = int(np.flatnonzero(odd.to_numpy())[0])
            raise BadRatings(f"Row {at + 1} has the {name} {frame[name].iloc[at]!r}; it is one of {', '.join(words)}.")
    scores = frame["score"].to_numpy(dtype=float)
    if ((scores < 1) | (scores > 5)).any():
        raise BadRatings("A score lies outside 1 to 5.")
    filled = frame.assign(score=np.where(np.isnan(scores), 1.0, scores))
    return filled.drop_duplicates(["profile", "criterion"], ignore_index=True)


def _design(tidy: pd.DataFrame, classes: list[tuple[str, str]]) -> tuple[Any, Any, Any]:
    """Scores by decision and class, what was decided (1, 0.5, 0), and the requisition of each."""
    import pandas as pd

    middle = tidy.groupby(["requisition", "criterion"])["score"].transform("mean")
    place = pd.MultiIndex.from_tuples(classes, names=["importance", "kind"])
    table = (
        tidy.assign(above=tidy["score"] - middle)
        .pivot_table(index="profile", columns=["importance", "kind"], values="above", aggfunc="sum", fill_value=0.0)
        .reindex(columns=place, fill_value=0.0)
    )
    about = tidy.drop_duplicates("profile").set_index("profile").loc[table.index]
    worth = about["decision"].map({"advance": 1.0, "hold": 0.5, "not_now": 0.0})
    return table.to_numpy(dtype=float), worth.to_numpy(dtype=float), pd.factorize(about["requisition"])[0]
