"""What one meeting's panel values, as far as its scores and recommendations tell; and which neighbours it accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration.tables import Tables

FEWEST = 8  # profiles; below, the interval of a correlation of .5 is wider than 1.3 and tells nothing
ACCEPTED = 3  # the anchor from which a capability is shown
_WORTH = {"advance": 1.0, "hold": 0.5, "not_now": 0.0}
_ORDER = ("must", "should", "nice")


def said_and_valued(tables: Tables, *, level: float = 0.95) -> pd.DataFrame:
    """Set what the map says of a criterion beside how its scores go with what people recommended.

    Pearson's r over profiles, between the mean of a profile's scores and the share that would advance it (hold counts
    as half), with Fisher's interval: ``tanh(artanh r +- z / sqrt(n - 3))`` (Fisher 1921).

    Returns
    -------
    DataFrame
        A row a criterion in the map's order, musts first: `criterion, letter, name, importance, r, low, high, n, why`.
        r lies in -1 to 1; it is empty below eight profiles, and `why` says so.

    Notes
    -----
    Scores of one profile hang together, so that a criterion may go with the recommendations because another one does.
    r says what to ask the panel; it shows no cause. Many meetings are weighed by `revealed_weights`.
    """
    import pandas as pd

    worth = tables.recommendations["recommendation"].map(_WORTH).groupby(tables.recommendations["unit"]).mean()
    scores = tables.scores[tables.scores["current"]].pivot_table(index="unit", columns="criterion", values="score")
    rows = []
    for one in tables.map.itertuples():
        if one.criterion not in scores:
            continue
        both = pd.concat([scores[one.criterion], worth], axis=1).dropna().to_numpy(dtype=float)
        told = _correlated(both, level)
        rows.append((one.criterion, one.letter, one.name, one.importance, *told))
    frame = pd.DataFrame(
        rows, columns=["criterion", "letter", "name", "importance", "r", "low", "high", "n", "why"]
    ).astype({"r": float, "low": float, "high": float})
    return frame.sort_values("importance", key=lambda c: c.map(_ORDER.index), kind="stable", ignore_index=True)


def _correlated(both: np.ndarray, level: float) -> tuple[float | None, float | None, float | None, int, str]:
    from scipy.special import ndtri

    n = len(both)
    if n < FEWEST:
        return None, None, None, n, f"{n} profiles are too few; from {FEWEST} on an interval tells something."
    if not both.std(axis=0).all():
        return None, None, None, n, "Every score or every recommendation is the same, so nothing can go together."
    r = float(np.corrcoef(both.T)[0, 1])
    reach = float(ndtri(1 - (1 - level) / 2)) / (n - 3) ** 0.5
    middle = np.arctanh(min(max(r, -0.999999), 0.999999))
    low, high = float(np.tanh(middle - reach)), float(np.tanh(middle + reach))
    why = f"{n} profiles cannot tell whether it counted." if low <= 0 <= high else "It went with the recommendations."
    return r, low, high, n, why


def accepted_neighbours(tables: Tables) -> pd.DataFrame:
    """Count how people scored where a profile showed a neighbour of what the map asks for.

    A skill was accepted by a rater who scored the capability 3 or more all the same. A score speaks of the whole
    capability and not of one skill, so that the reasons are worth reading beside it (`scores.reason`).

    Returns
    -------
    DataFrame
        A row a pair and capability: `have, want, criterion, letter, low_weeks, high_weeks, on_map, profiles, accepted,
        below, no_evidence, share`, most often accepted first. `accepted`, `below` (scored 1 or 2) and `no_evidence`
        count raters; `share` is accepted of all three, 0-1.
    """
    first = tables.scores[tables.scores["current"]]
    both = tables.near.merge(first[["unit", "criterion", "score"]], on=["unit", "criterion"])
    both = both.assign(
        accepted=both["score"] >= ACCEPTED, below=both["score"] < ACCEPTED, no_evidence=both["score"].isna()
    )
    pair = ["have_name", "want_name", "criterion", "letter", "low_weeks", "high_weeks", "on_map"]
    counted = both.groupby(pair, sort=True, as_index=False).agg(
        profiles=("unit", "nunique"), accepted=("accepted", "sum"), below=("below", "sum"),
        no_evidence=("no_evidence", "sum"),
    )  # fmt: skip
    counted["share"] = counted["accepted"] / counted[["accepted", "below", "no_evidence"]].sum(axis=1)
    counted = counted.rename(columns={"have_name": "have", "want_name": "want"})
    return counted.sort_values(["share", "accepted", "have"], ascending=[False, False, True], ignore_index=True)
