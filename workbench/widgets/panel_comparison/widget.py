"""`PanelComparison`: where one reads more or less into the same words than a panel that scored them before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.training import Compared, Exercise, by_criterion, compare, readings_frame
from workbench.training.telling import overall
from workbench.widgets._base import MeetingWidget, verb

if TYPE_CHECKING:
    import pandas as pd

_SHAPES = ("square", "triangle", "diamond", "pentagon", "star", "hexagon")


class PanelComparison(MeetingWidget):
    """The comparison of a trainee's reading with the sample panel's, profile by profile.

    >>> PanelComparison(training.open_exercise())  # doctest: +SKIP
    PanelComparison(exercise='twelve sample profiles')

    A profile opens when one's own scores of it are whole and were kept; before that nothing of the panel's is sent to
    the page. Below stands what can be told over the profiles so far, with its interval, and how many more it takes.

    Parameters
    ----------
    exercise : Exercise
        From `training.open_exercise`.

    Attributes
    ----------
    value : dict
        For each compared profile the points by which one's own score lies above the panel's, by criterion.
    frame : DataFrame
        Every compared score, one's own and the panel's, as tidy ratings with reasons and quotes.
    """

    title: ClassVar[str] = "Your reading beside the panel's"

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        super().__init__(session=exercise.session, about={"exercise": "twelve sample profiles"})

    @property
    def value(self) -> dict[str, dict[str, float | None]]:
        """Points above (positive) or below the panel, by profile and criterion."""
        return {
            profile: {one.criterion: one.apart for one in compare(self._exercise, profile)}
            for profile in self._exercise.compared()
        }

    @property
    def frame(self) -> pd.DataFrame:
        """Every compared score, tidy."""
        table: pd.DataFrame = readings_frame(self._exercise)
        return table

    def compute(self) -> dict[str, Any]:
        """Give each profile's state, the compared ones with both readings, and what can be told so far."""
        state = self._exercise.session.state_for()
        compared = {profile: compare(self._exercise, profile) for profile in self._exercise.compared()}
        shapes = dict(zip(self._exercise.raters, _SHAPES, strict=False))
        people = [{"name": name, "shape": shapes[id]} for id, name in self._exercise.raters.items()]
        sheets = {sheet["profile"]: sheet for sheet in state["mine"]["sheets"]}
        return {
            "title": state["title"],
            "people": people,
            "criteria": [
                {"id": one["id"], "letter": one["letter"], "name": one["name"], "anchors": one["anchors"]["profile"]}
                for one in self._exercise.criteria
            ],
            "profiles": [
                {
                    **{name: sheets[profile][name] for name in ("label", "scored", "of", "done")},
                    "id": profile,
                    "compared": profile in compared,
                }
                for profile in self._exercise.profiles
            ],
            "readings": {profile: self._reading(profile, found, shapes) for profile, found in compared.items()},
            "told": [asdict(one) for one in by_criterion(self._exercise)] if compared else [],
            "overall": asdict(overall(self._exercise)) if compared else None,
        }

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Give how far this is; no scores."""
        return [("Compared", f"{len(self._exercise.compared())} of {len(self._exercise.profiles)} profiles")]

    @verb
    def compare(self, *, request: str, profile: str) -> None:
        """Keep one's own scores of a profile as they are, and open the panel's."""
        self._exercise.compare(profile, request=request)

    def _reading(self, profile: str, found: Sequence[Compared], shapes: dict[str, str]) -> dict[str, Any]:
        return {
            "recommended": self._exercise.compared()[profile]["recommendation"],
            "panel_recommended": self._exercise.panel_recommends(profile),
            "items": [
                {
                    **{name: getattr(one, name) for name in ("criterion", "value", "reason", "apart", "far", "words")},
                    "quotes": list(one.quotes),
                    "same_words": one.same_words,
                    "panel": [
                        {
                            "name": self._exercise.raters[row["rater"]],
                            "shape": shapes[row["rater"]],
                            **{name: row[name] for name in ("score", "reason", "quote")},
                        }
                        for row in one.panel
                    ],
                }
                for one in found
            ],
        }
