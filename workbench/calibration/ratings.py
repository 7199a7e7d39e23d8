"""From a tidy frame of ratings to the matrix that the statistics read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from workbench.errors import BadRatings

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

LARGEST = 1e9  # beyond it squares lose what the scores say; no scale has such points
COLUMNS = ("rater", "unit", "criterion", "score")


@dataclass(frozen=True)
class Ratings:
    """The scores of one criterion: `matrix` has shape (units, raters), NaN where nobody scored.

    `problem` is empty, or a sentence that says why no statistic can be computed from these rows.
    """

    criterion: str
    matrix: Floats
    units: tuple[str, ...]
    raters: tuple[str, ...]
    problem: str = ""

    @property
    def pairable(self) -> Floats:
        """The rows that at least two raters scored, the only ones that speak of agreement."""
        return np.asarray(self.matrix[(~np.isnan(self.matrix)).sum(axis=1) >= 2], dtype=float)

    @property
    def values(self) -> Floats:
        """The distinct scores in ascending order."""
        return np.asarray(np.unique(self.matrix[~np.isnan(self.matrix)]), dtype=float)


def check_frame(frame: pd.DataFrame, *, extra: tuple[str, ...] = ()) -> pd.DataFrame:
    """Give the rating columns with scores as numbers; rows without a score ("no evidence") are left out.

    Raises
    ------
    BadRatings
        When a column is missing, a name is empty, or a score is neither a finite number nor empty.
    """
    import pandas as pd

    columns = [*COLUMNS, *extra]
    missing = [c for c in columns if c not in frame.columns]
    if missing:
        raise BadRatings(
            f"The ratings have no column {' and no column '.join(missing)}. They need: {', '.join(columns)}."
        )
    kept = frame[columns].copy()
    number = pd.to_numeric(kept["score"], errors="coerce").astype(float)
    written = kept["score"].map(lambda s: "" if pd.isna(s) else str(s).strip())
    odd = (number.isna() & (written != "")) | (number.abs() > LARGEST)
    if odd.any():
        at = int(np.flatnonzero(odd.to_numpy())[0])
        raise BadRatings(
            f"Row {at + 1} has the score {written.iloc[at]!r}. A score is a point of a scale, or empty for no evidence."
        )
    kept["score"] = number
    for column in columns:
        if column != "score":
            if kept[column].isna().any():
                at = int(np.flatnonzero(kept[column].isna().to_numpy())[0])
                raise BadRatings(f"Row {at + 1} has no {column}. Every rating names its {column}.")
            kept[column] = kept[column].astype(str)
    return kept[kept["score"].notna()]


def by_criterion(frame: pd.DataFrame) -> Iterator[Ratings]:
    """Give one matrix a criterion, in the order in which the criteria first appear.

    A row that repeats another is counted once. Two different scores of one rater for one unit have no right reading:
    the criterion then carries a `problem` instead of a number.
    """
    import pandas as pd

    asked = list(dict.fromkeys(frame["criterion"].dropna().astype(str))) if "criterion" in frame.columns else []
    tidy = check_frame(frame).drop_duplicates()
    groups: dict[Any, pd.DataFrame] = dict(iter(tidy.groupby("criterion", sort=False)))
    for criterion in asked:
        rows = groups.get(criterion)
        if rows is None:
            yield Ratings(criterion, np.empty((0, 0)), (), (), "Nobody gave a score here.")
            continue
        twice = rows.duplicated(["rater", "unit"], keep=False)
        if twice.any():
            first = rows[twice].iloc[0]
            told = f"{first['rater']} has two different scores for {first['unit']}; keep one of them."
            yield Ratings(criterion, np.empty((0, 0)), (), (), told)
            continue
        unit_codes, units = pd.factorize(rows["unit"])
        rater_codes, raters = pd.factorize(rows["rater"], sort=True)
        matrix = np.full((len(units), len(raters)), np.nan)
        matrix[unit_codes, rater_codes] = rows["score"].to_numpy()
        yield Ratings(criterion, matrix, tuple(map(str, units)), tuple(map(str, raters)))
