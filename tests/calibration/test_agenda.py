"""What is talked about first, and where the words of an anchor may be the difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.calibration.agenda import anchor_doubt, sides, split_words, values_apart
from workbench.calibration.opened import Score

VALUES = st.lists(st.none() | st.integers(1, 5), min_size=1, max_size=8)


def score(rater: int, value: int | None, *words: str) -> Score:
    quotes = tuple({"text": w, "page": 1, "line": "p1l1", "start": 0, "end": 9, "by": "person"} for w in words)
    return Score(f"r{rater}", "p1", "queues", "main", value, quotes, "because", 1, "", rater, False, True, True)


def scores(values: list[int | None]) -> list[Score]:
    return [score(n, value) for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([1, 2, 4, 4], ["Scored 1 or 2", "Scored 4"]),
        ([2, 2, 3, 5], ["Scored 2 or 3", "Scored 5"]),
        ([2, 4, 4, 5], ["Scored 2", "Scored 4 or 5"]),
        ([None, 3, 4], ["No evidence", "Scored 3 or 4"]),
        ([None, 2, 4], ["No evidence", "Scored 2", "Scored 4"]),
        ([1, 2, 3, 4], ["Scored 1 or 2", "Scored 3 or 4"]),
        ([3, 3], ["Scored 3"]),
        ([None, None], ["No evidence"]),
    ],
)
def test_people_are_divided_where_the_gap_is_widest(values: list[int | None], labels: list[str]) -> None:
    assert [side.label for side in sides(scores(values))] == labels


@given(VALUES)
def test_every_score_is_on_one_side(values: list[int | None]) -> None:
    divided = [s.rater for side in sides(scores(values)) for s in side.scores]
    assert sorted(divided) == sorted(s.rater for s in scores(values))


@given(VALUES)
def test_how_far_apart_lies_between_nothing_and_the_whole_scale(values: list[int | None]) -> None:
    steps, words = values_apart(values)
    assert 0 <= steps <= 4
    assert bool(words) == (steps >= 2)
    assert values_apart(list(reversed(values))) == (steps, words)


def test_the_same_words_scored_apart_point_to_the_anchor_between() -> None:
    divided = sides([score(1, 2, "ran it"), score(2, 4, "ran it"), score(3, 4, "else")])
    doubt = anchor_doubt(divided)
    assert doubt is not None
    assert (doubt.level, doubt.why) == (3, "The same words were scored 2 and 4.")


def test_a_panel_in_two_halves_points_to_the_anchor_between() -> None:
    doubt = anchor_doubt(sides(scores([1, 2, 4, 4])))
    assert doubt is not None
    assert (doubt.level, doubt.why) == (3, "2 people scored below anchor 3, 2 at it or above.")


@pytest.mark.parametrize("values", [[1, 4, 4], [None, 4], [3, 3, 4]])
def test_one_person_alone_says_nothing_about_the_anchor(values: list[int | None]) -> None:
    assert anchor_doubt(sides(scores(values))) is None


def test_recommendations_are_counted_in_words() -> None:
    assert split_words(["not_now", "advance", "advance"]) == "2 advance, 1 not now"
