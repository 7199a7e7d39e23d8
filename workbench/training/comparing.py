"""One's own reading of a profile beside the panel's: where more or less was read into the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.training.exercise import Exercise

if TYPE_CHECKING:
    import pandas as pd

SAME_WORDS = 85  # of 100: two quotes of this likeness rest on the same words, whoever cut them where
SHORTEST = 12  # characters; below, two quotes are alike by chance
APART = 1.0  # points from the panel's middle from which a reading is worth another look


@dataclass(frozen=True)
class Compared:
    """One criterion of one profile: one's own score and the panel's, with both sides' words.

    `middle` is the mean of the panel's scores, None when most of them found no evidence; `apart` is one's own score
    above (positive) or below it, in points of the scale, None when either found no evidence.
    """

    profile: str
    criterion: str
    value: int | None
    quotes: tuple[str, ...]
    reason: str
    panel: tuple[dict[str, Any], ...]
    middle: float | None
    apart: float | None
    same_words: bool
    words: str

    @property
    def far(self) -> float:
        """How far apart the readings are, for an order: points, or two where one side alone found evidence."""
        if self.apart is not None:
            return abs(self.apart)
        return 0.0 if self.value is None and self.middle is None else 2.0


def compare(exercise: Exercise, profile: str) -> list[Compared]:
    """Set one's own scores of a profile beside the panel's, those furthest apart first.

    Raises
    ------
    NotAllowed
        For a profile that was not compared yet; see `Exercise.compare`.
    """
    panel = exercise.panel_of(profile)
    own = exercise.compared()[profile]["cells"]
    found = [_one(profile, cell, panel[cell["criterion"]]) for cell in own]
    return sorted(found, key=lambda one: -one.far)


def readings_frame(exercise: Exercise) -> pd.DataFrame:
    """Give every compared score, one's own and the panel's, as tidy ratings.

    Returns
    -------
    DataFrame
        Columns `rater, unit, criterion, score, reason, quote`; one's own rows have the rater `you`.
    """
    import pandas as pd

    rows: list[tuple[Any, ...]] = []
    for profile in exercise.compared():
        for one in compare(exercise, profile):
            rows.append(("you", profile, one.criterion, one.value, one.reason, " … ".join(one.quotes)))
            rows += [
                (row["rater"], profile, one.criterion, row["score"], row["reason"], row["quote"]) for row in one.panel
            ]
    frame = pd.DataFrame(rows, columns=["rater", "unit", "criterion", "score", "reason", "quote"])
    return frame.astype({"score": float})


def same_words(own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two readings rest on the same words of the page.

    >>> same_words(["no balance is ever updated in place"], ["A payout is a sum; no balance is ever updated in place."])
    True
    >>> same_words(["wrote the runbook"], ["led eight incident reviews"])
    False
    """
    from rapidfuzz import fuzz

    def plain(text: str) -> str:
        return " ".join(text.casefold().split())

    return any(
        min(len(a), len(b)) >= SHORTEST and fuzz.partial_ratio(a, b) >= SAME_WORDS
        for a in map(plain, own)
        for b in map(plain, others)
    )


def _one(profile: str, cell: dict[str, Any], panel: Sequence[dict[str, Any]]) -> Compared:
    numbers = [row["score"] for row in panel if row["score"] is not None]
    middle = sum(numbers) / len(numbers) if 2 * len(numbers) > len(panel) else None
    value = cell["value"]
    apart = None if value is None or middle is None else value - middle
    shared = same_words(cell["quotes"], [row["quote"] for row in panel if row["quote"]])
    return Compared(
        profile, cell["criterion"], value, tuple(cell["quotes"]), cell["reason"], tuple(panel), middle, apart, shared,
        _words(value, middle, apart, shared),
    )  # fmt: skip


def _words(value: int | None, middle: float | None, apart: float | None, shared: bool) -> str:
    if value is None and middle is None:
        return "Neither you nor most of the panel found evidence."
    if value is None:
        return "You found no evidence where most of the panel did."
    if middle is None:
        return "You scored words in which most of the panel saw no evidence."
    assert apart is not None
    if abs(apart) < APART:
        return "You read it as the panel did."
    what = "the same words" if shared else "the page"
    return f"You read {'more' if apart > 0 else 'less'} into {what}: {abs(apart):.1f} points."
