"""A trainee who is told "you are severe" from three profiles learns something that is not so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.filling import read
from workbench.training import Exercise, by_criterion, open_exercise, profiles_until_told
from workbench.training.telling import interval, overall


@pytest.fixture
def exercise(tmp_path: Path) -> Iterator[Exercise]:
    opened = open_exercise(folder=tmp_path)
    yield opened
    opened.close()


def test_students_example_of_ten_differences() -> None:
    """Student (1908), the sleep of ten patients: 1.58 hours more, t 4.06, and so 0.70 to 2.46 with 95 %."""
    more = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    middle, low, high = interval(more)
    assert (round(middle, 2), round(low, 2), round(high, 2)) == (1.58, 0.70, 2.46)
    assert profiles_until_told(more) == 0


@settings(deadline=None)
@given(st.lists(st.sampled_from([-2.0, -1.0, -0.5, 0.0, 0.25, 0.5, 1.0, 2.0]), min_size=3, max_size=12))
def test_the_number_is_the_first_at_which_the_interval_leaves_zero(differences: list[float]) -> None:
    from scipy import stats

    more = profiles_until_told(differences)
    mean, spread, n = abs(np.mean(differences)), np.std(differences, ddof=1), len(differences)
    wide = [stats.t.ppf(0.975, m - 1) * spread / m**0.5 < mean for m in range(n, 201)]
    assert more == (wide.index(True) if True in wide else None)


def test_two_profiles_tell_nothing_and_say_how_many_are_missing(exercise: Exercise) -> None:
    for profile in ("p1", "p4"):
        read(exercise, profile, moved=1)
        exercise.compare(profile)
    told = by_criterion(exercise)
    assert [one.letter for one in told] == list("ABCDEFH")
    assert all(one.points is None and one.more for one in told)
    assert told[0].words == "1 more profile before anything can be told."
    assert overall(exercise).points is None


def test_a_trainee_who_reads_far_less_is_told_so_with_the_interval(exercise: Exercise) -> None:
    for profile in ("p1", "p4", "p6", "p7", "p8", "p10"):
        read(exercise, profile, moved=-2, rater="sunniva")
        exercise.compare(profile)
    told = {one.letter: one for one in by_criterion(exercise)}
    running = told["C"]
    assert running.points is not None
    assert running.high is not None
    assert running.points < -1
    assert running.high < 0
    assert (running.more, running.words) == (None, "You read less into the words than the panel.")
    whole = overall(exercise)
    assert whole.high is not None
    assert whole.high < 0
    assert whole.profiles == 6


def test_a_trainee_who_reads_as_the_panel_does_is_told_nothing_else(exercise: Exercise) -> None:
    for profile in ("p1", "p4", "p6", "p7", "p8", "p10"):
        read(exercise, profile, rater="tobias")
        exercise.compare(profile)
    told = {one.letter: one for one in by_criterion(exercise)}
    assert told["B"].words == "You read the words as the panel does, within a point."
    assert told["B"].agreement.startswith("About ")  # alpha's own plan, by the calibration room
    assert "more profiles with 2 raters" in told["B"].agreement
    undecided = [one for one in told.values() if one.more]
    assert all(f"about {one.more} more profile" in one.words for one in undecided)
