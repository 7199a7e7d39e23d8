"""How one person scores beside the panel: in words, for them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_TOLD = {
    "lower": (
        "You tend to score lower than the panel on the same profiles.",
        "The difference is larger than chance alone would make it.",
    ),
    "higher": (
        "You tend to score higher than the panel on the same profiles.",
        "The difference is larger than chance alone would make it.",
    ),
    "close": (
        "You score close to the panel.",
        "What difference there is, so few scores cannot tell from chance.",
    ),
}


def beside_the_panel(scores: pd.DataFrame, rater: str) -> dict[str, Any]:
    """Say whether a rater scores lower or higher than the panel, from the many-facet model of `severity`.

    Returns
    -------
    dict
        ``told``, ``detail``, ``profiles`` and ``scores`` (how many of this rater); only ``why`` where nothing can be
        said.
    """
    from workbench.calibration import severity

    frame = scores.loc[scores["current"], ["rater", "unit", "criterion", "score"]]
    own = frame[(frame["rater"] == rater) & frame["score"].notna()]
    if own.empty:
        return {"why": "None of your scores is open yet, so there is nothing to compare."}
    table = severity(frame)
    row = table[(table["facet"] == "rater") & (table["level"] == rater)].iloc[0]
    if row["why"]:
        return {"why": str(row["why"])}
    side = "lower" if row["low"] > 0 else "higher" if row["high"] < 0 else "close"
    told, detail = _TOLD[side]
    return {"told": told, "detail": detail, "profiles": int(own["unit"].nunique()), "scores": len(own)}
