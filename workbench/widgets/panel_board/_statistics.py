"""Agreement of the panel as rows for the board: by criterion, and over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_NOBODY = "Nobody gave a score that could be compared yet."


def agreement_rows(scores: pd.DataFrame, criteria: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Count Krippendorff's ordinal alpha of the first scores that stand now.

    Returns
    -------
    dict
        ``rows``, one a criterion {letter, name, value, low, high, n, why}, and ``overall`` {value, low, high, n,
        raters, why}; `n` counts profiles, and a value of None says in `why` what is missing. Only ``why`` where there
        is no score at all.
    """
    from workbench.calibration import agreement, overall_alpha

    frame = scores.loc[scores["current"], ["rater", "unit", "criterion", "score"]]
    if not frame["score"].notna().any():
        return {"why": _NOBODY}
    table = agreement(frame, statistics=("krippendorff_alpha",))
    ordinal = table[table["variant"] == "ordinal"].set_index("criterion")
    rows = [
        {"letter": one["letter"], "name": one["name"], **_row(ordinal.loc[one["id"]])}
        for one in criteria
        if one["id"] in ordinal.index
    ]
    overall = overall_alpha(frame)
    return {"rows": rows, "overall": {**_row(overall.__dict__), "raters": overall.n_raters}}


def _row(told: Any) -> dict[str, Any]:
    numbers = {name: _number(told[name]) for name in ("value", "low", "high")}
    return {**numbers, "n": int(told["n_units"]), "why": str(told["why"])}


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)
