"""Practice is worth nothing when the panel's scores can be seen first, or one's own changed afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.training.filling import PANEL, read
from workbench.calibration import open_meeting
from workbench.errors import NotAllowed
from workbench.training import Exercise, compare, open_exercise, readings_frame
from workbench.training.comparing import same_words


@pytest.fixture
def exercise(tmp_path: Path) -> Iterator[Exercise]:
    opened = open_exercise(folder=tmp_path)
    yield opened
    opened.close()


def test_the_twelve_profiles_wait_in_a_store_of_their_own(exercise: Exercise, tmp_path: Path) -> None:
    assert sorted(exercise.profiles) == sorted(one["id"] for one in PANEL["profiles"])
    assert exercise.session.store.path.name == "training.db"
    assert [one["letter"] for one in exercise.criteria] == list("ABCDEFH")
    meeting = open_meeting(folder=tmp_path)
    assert meeting.session == "practice"
    meeting.close()
    assert open_exercise(folder=tmp_path).profiles == exercise.profiles


def test_the_panel_stays_closed_until_the_own_reading_is_whole(exercise: Exercise) -> None:
    for asked in (exercise.panel_of, exercise.panel_recommends, lambda p: compare(exercise, p)):
        with pytest.raises(NotAllowed, match="opens when your own is in"):
            asked("p1")
    with pytest.raises(NotAllowed, match="7 criteria are not scored yet"):
        exercise.compare("p1")
    read(exercise, "p1", upto=5)
    with pytest.raises(NotAllowed, match="2 criteria are not scored yet"):
        exercise.compare("p1")
    read(exercise, "p1", upto=7)
    with pytest.raises(NotAllowed, match="the recommendation is missing"):
        exercise.compare("p1")
    assert not exercise.ready("p1")
    exercise.session.recommend("p1", "advance", "Says what happened.")
    assert exercise.ready("p1")
    exercise.compare("p1")
    assert len(exercise.panel_of("p1")["half-done-work"]) == 4
    with pytest.raises(NotAllowed):
        exercise.panel_of("p2")


def test_what_is_changed_afterwards_changes_no_comparison(exercise: Exercise) -> None:
    read(exercise, "p4")
    exercise.compare("p4")
    before = compare(exercise, "p4")
    for one in PANEL["scores"]:
        if (one["profile"], one["rater"]) == ("p4", "marguerite") and one["score"]:
            exercise.session.score("p4", one["criterion"], one["score"], reason="Now I know.")
    exercise.compare("p4")
    assert compare(exercise, "p4") == before
    assert exercise.session.store.verify() == []


def test_the_comparison_outlives_the_kernel(exercise: Exercise, tmp_path: Path) -> None:
    read(exercise, "p6")
    exercise.compare("p6")
    again = open_exercise(folder=tmp_path)
    assert again.compared() == exercise.compared()
    assert compare(again, "p6") == compare(exercise, "p6")
    again.close()


def test_what_is_read_furthest_apart_comes_first_with_both_sides(exercise: Exercise) -> None:
    read(exercise, "p6", moved=0)
    exercise.compare("p6")
    found = compare(exercise, "p6")
    assert [one.far for one in found] == sorted((one.far for one in found), reverse=True)
    first = found[0]
    # 1 beside 2, 4, 1 and 4: one rater took C# for near, the other did not
    assert (first.criterion, first.value, first.middle, first.apart) == ("service-code", 1, 2.75, -1.75)
    assert first.same_words
    assert first.words == "You read less into the same words: 1.8 points."
    assert {row["rater"] for row in first.panel} == {"tobias", "sunniva", "kofi", "marguerite"}
    assert all(row["reason"] for row in first.panel)


def test_no_evidence_is_no_low_score(exercise: Exercise) -> None:
    read(exercise, "p11", rater="sunniva")
    exercise.compare("p11")
    found = {one.criterion: one for one in compare(exercise, "p11")}
    interfaces = found["apis-for-others"]
    assert (interfaces.value, interfaces.middle, interfaces.apart) == (2, None, None)
    assert interfaces.words == "You scored words in which most of the panel saw no evidence."
    assert interfaces.far == 2.0
    moved = found["moving-live-systems"]
    assert moved.words == "Neither you nor most of the panel found evidence."
    assert moved.far == 0


def test_the_frame_is_tidy_ratings(exercise: Exercise) -> None:
    read(exercise, "p1", moved=1)
    exercise.compare("p1")
    frame = readings_frame(exercise)
    assert len(frame) == 5 * 7
    assert set(frame["rater"]) == {"you", "tobias", "sunniva", "kofi", "marguerite"}
    own = frame[frame["rater"] == "you"].set_index("criterion")["score"]
    kofi = frame[frame["rater"] == "kofi"].set_index("criterion")["score"]
    assert (own == (kofi + 1).clip(upper=5)).all()


def test_words_are_the_same_whoever_cut_them_where() -> None:
    assert same_words(["a timeout becomes “unknown”"], ["treats a timeout becomes “unknown” until asked"])
    assert not same_words(["Java"], ["Java"])  # too short to be more than chance
    assert not same_words([], ["anything at all, really"])


def test_nothing_of_the_panel_lies_in_the_trainees_store(exercise: Exercise, tmp_path: Path) -> None:
    read(exercise, "p1", upto=2)
    said = (tmp_path / ".workbench" / "training.db").read_bytes()
    reasons = [row["reason"] for row in PANEL["scores"] if len(row["reason"]) > 40]
    assert [text for text in reasons if text.encode() in said or json.dumps(text).encode() in said] == []
