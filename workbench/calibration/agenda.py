"""What to talk about, and in which order: profile by profile, the largest differences first.

Worth of settling a difference: how far apart people are (0 to 1 of the scale's four steps), times the criterion's
importance (must 1, should 2/3, nice 1/3). "No evidence" beside a 3 or more counts as far apart as that score is
above 1. Two steps and more are on the agenda; one step is within what a rubric can settle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.calibration.meeting import Meeting, Verdict
from workbench.calibration.opened import Recommendation, Score
from workbench.calibration.quotes import same_quote
from workbench.calibration.steps import Settled

WEIGHT = {"must": 1.0, "should": 2 / 3, "nice": 1 / 3}
_WORDS: dict[Verdict, str] = {"advance": "advance", "hold": "hold", "not_now": "not now"}


@dataclass(frozen=True)
class Side:
    """People who read a cell alike. `label` says how they scored."""

    label: str
    scores: tuple[Score, ...]


@dataclass(frozen=True)
class AnchorDoubt:
    """That the anchor may be the difference, not the people: which one, and what points to it."""

    level: int
    why: str


@dataclass(frozen=True)
class Item:
    """A difference worth talking about. `worth` lies in 0–1, `apart` says the difference in words."""

    profile: str
    criterion: str
    number: int
    worth: float
    apart: str
    why: str
    sides: tuple[Side, ...]
    anchor: AnchorDoubt | None

    @property
    def scores(self) -> list[Score]:
        """Every score of the cell."""
        return [score for side in self.sides for score in side.scores]


@dataclass(frozen=True)
class Turn:
    """A profile's turn: whether recommendations are split, and its differences, the one worth most first."""

    profile: str
    split: bool
    split_words: str
    recommendations: tuple[Recommendation, ...]
    items: tuple[Item, ...]
    worth: float


def values_apart(values: Sequence[int | None]) -> tuple[int, str]:
    """Say how many steps apart scores are, and in words.

    >>> values_apart([1, 2, 4, 4]), values_apart([None, 4]), values_apart([2, None, 2])
    ((3, '3 apart'), (3, 'no evidence beside a 4'), (0, ''))
    """
    numbers = [value for value in values if value is not None]
    if not numbers:
        return 0, ""
    spread = max(numbers) - min(numbers)
    unseen = max(numbers) - 1 if len(numbers) < len(values) and max(numbers) >= 3 else 0
    if unseen > spread:
        return unseen, f"no evidence beside a {max(numbers)}"
    return spread, f"{spread} apart" if spread >= 2 else ""


def agenda(
    meeting: Meeting, scores: Sequence[Score], recommendations: Sequence[Recommendation], settled: Settled
) -> list[Turn]:
    """Order the revealed profiles: split recommendations first, then by what settling their differences is worth."""
    shown = [p for p in meeting.profiles if any(p in round.profiles for round in meeting.revealed_rounds)]
    turns = [_turn(meeting, profile, scores, recommendations) for profile in shown]
    turns.sort(
        key=lambda t: (
            -_split([r.value for r in t.recommendations]),
            -t.worth,
            -sum(item.worth for item in t.items),
            meeting.profiles[t.profile].number,
        )
    )
    number = 0
    numbered = []
    for turn in turns:
        items = []
        for item in turn.items:
            number += 1
            items.append(Item(**{**item.__dict__, "number": number}))
        numbered.append(Turn(**{**turn.__dict__, "items": tuple(items)}))
    return numbered


def sides(scores: Sequence[Score]) -> tuple[Side, ...]:
    """Divide the scores of a cell at the widest gap; those who found no evidence are a side of their own."""
    unseen = tuple(s for s in scores if s.value is None)
    numbered = sorted((s for s in scores if s.value is not None), key=lambda s: s.value or 0)
    found = [Side("No evidence", unseen)] if unseen else []
    values = [s.value or 0 for s in numbered]
    if len(set(values)) < 2 or (unseen and values[-1] - values[0] < 2):
        return (*found, *([Side(_label(values), tuple(numbered))] if numbered else ()))
    cuts = [n for n in range(1, len(values)) if values[n] > values[n - 1]]
    cut = min(cuts, key=lambda n: (values[n - 1] - values[n], abs(2 * n - len(values)), n))
    low, high = tuple(numbered[:cut]), tuple(numbered[cut:])
    return (*found, Side(_label(values[:cut]), low), Side(_label(values[cut:]), high))


def anchor_doubt(divided: Sequence[Side]) -> AnchorDoubt | None:
    """Say which anchor two readings differ on, when the same words were scored apart or the panel is divided in two."""
    numeric = [side for side in divided if side.scores and side.scores[0].value is not None]
    if len(numeric) != 2:
        return None
    low, high = numeric
    pairs = [(s.value or 0, t.value or 0) for s in low.scores for t in high.scores if _share_words(s, t)]
    apart = max(pairs, key=lambda pair: pair[1] - pair[0], default=(0, 0))
    if apart[1] - apart[0] >= 2:
        return AnchorDoubt(apart[0] + 1, f"The same words were scored {apart[0]} and {apart[1]}.")
    level = 1 + max(s.value or 0 for s in low.scores)
    if len(low.scores) >= 2 and len(high.scores) >= 2:
        return AnchorDoubt(
            level, f"{len(low.scores)} people scored below anchor {level}, {len(high.scores)} at it or above."
        )
    return None


def split_words(values: Sequence[Verdict]) -> str:
    """Say "2 advance, 1 hold"."""
    counted = Counter(values)
    return ", ".join(f"{counted[value]} {word}" for value, word in _WORDS.items() if counted[value])


def _turn(meeting: Meeting, profile: str, scores: Sequence[Score], recommendations: Sequence[Recommendation]) -> Turn:
    items = []
    for criterion in meeting.rubric.criteria:
        cell = [s for s in scores if s.current and s.profile == profile and s.criterion == criterion.id]
        steps, apart = values_apart([s.value for s in cell])
        if steps < 2 or meeting.open_round_of((profile, criterion.id)) is not None:
            continue
        divided = sides(cell)
        worth = round(WEIGHT[criterion.importance] * steps / 4, 4)
        why = f"{criterion.importance}, {apart}"
        items.append(Item(profile, criterion.id, 0, worth, apart, why, divided, anchor_doubt(divided)))
    items.sort(key=lambda item: (-item.worth, meeting.letter(item.criterion)))
    own = tuple(r for r in recommendations if r.profile == profile)
    values = [r.value for r in own]
    worth = max((item.worth for item in items), default=0.0)
    return Turn(profile, _split(values) > 0, split_words(values), own, tuple(items), worth)


def _split(values: Sequence[Verdict]) -> int:
    if {"advance", "not_now"} <= set(values):
        return 2
    return int(len(set(values)) > 1)


def _label(values: Sequence[int]) -> str:
    *first, last = [str(value) for value in sorted(set(values))]
    return f"Scored {', '.join(first)} or {last}" if first else f"Scored {last}"


def _share_words(one: Score, other: Score) -> bool:
    return any(same_quote(a, b) for a in one.quotes for b in other.quotes)
