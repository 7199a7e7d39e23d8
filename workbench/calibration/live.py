"""Agreement that follows the scores one by one: a changed score costs one criterion, not the whole table."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import numpy as np

from workbench.calibration._agreement import STATISTICS, Row, rows_of
from workbench.calibration.ratings import Ratings, by_criterion
from workbench.errors import BadRatings

if TYPE_CHECKING:
    import pandas as pd


class LiveAgreement:
    """The table of `agreement`, kept true while scores change.

    >>> import pandas as pd
    >>> rows = [(r, u, c, 1 + (u + (r == "b") * (u == 2)) % 5) for r in "ab" for u in range(5) for c in "xy"]
    >>> live = LiveAgreement(pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score"]))
    >>> changed = live.put("b", "2", "x", 3)
    >>> {row.criterion for row in changed}, len(live.frame) == 2 * len(changed)
    ({'x'}, True)

    Parameters
    ----------
    frame
        Tidy ratings, as `agreement` takes them.
    statistics
        Some of `STATISTICS`.
    """

    def __init__(self, frame: pd.DataFrame, *, statistics: tuple[str, ...] = STATISTICS, level: float = 0.95) -> None:
        self._statistics, self._level = statistics, level
        self._ratings = {one.criterion: one for one in by_criterion(frame)}
        self._rows = {name: self._compute(one) for name, one in self._ratings.items()}

    @property
    def frame(self) -> pd.DataFrame:
        """The rows of all criteria, as `agreement` gives them."""
        import pandas as pd

        rows = [asdict(row) for rows in self._rows.values() for row in rows]
        return pd.DataFrame(rows, columns=list(Row.__dataclass_fields__)).astype(
            {"value": float, "low": float, "high": float}
        )

    def put(self, rater: str, unit: str, criterion: str, score: float | None) -> list[Row]:
        """Take one score (None: no evidence) and give the rows of its criterion.

        Raises
        ------
        BadRatings
            When the score is not a finite number, or the criterion has two scores of one rater for one unit.
        """
        if score is not None and not np.isfinite(score):
            raise BadRatings(f"The score {score!r} of {rater} for {unit} is not a number.")
        before = self._ratings.get(criterion, Ratings(criterion, np.empty((0, 0)), (), ()))
        if before.problem and before.units:
            raise BadRatings(before.problem)
        self._ratings[criterion] = _with_score(before, rater, unit, score)
        self._rows[criterion] = self._compute(self._ratings[criterion])
        return self._rows[criterion]

    def _compute(self, ratings: Ratings) -> list[Row]:
        return list(rows_of(ratings, self._statistics, self._level))


def _with_score(ratings: Ratings, rater: str, unit: str, score: float | None) -> Ratings:
    """Copy the ratings with one score changed; people and units without any score are left out, as in a frame."""
    units = ratings.units if unit in ratings.units else (*ratings.units, unit)
    raters = ratings.raters if rater in ratings.raters else (*ratings.raters, rater)
    matrix = np.full((len(units), len(raters)), np.nan)
    rows, columns = ratings.matrix.shape
    matrix[:rows, :columns] = ratings.matrix
    matrix[units.index(unit), raters.index(rater)] = np.nan if score is None else score
    there = ~np.isnan(matrix)
    in_unit, of_rater = there.any(axis=1), there.any(axis=0)
    return replace(
        ratings,
        matrix=matrix[in_unit][:, of_rater],
        units=tuple(u for u, keep in zip(units, in_unit, strict=True) if keep),
        raters=tuple(r for r, keep in zip(raters, of_rater, strict=True) if keep),
        problem="" if there.any() else "Nobody gave a score here.",
    )
