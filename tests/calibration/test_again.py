"""Looking again: rejected profiles among others, one's own scores beside the panel's, and drift between meetings."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from workbench.calibration import drift, flip_rate, review_sample
from workbench.calibration.opened import Score
from workbench.calibration.own_severity import beside_the_panel
from workbench.calibration.rejected import wilson
from workbench.errors import NotAllowed


# Newcombe (1998), Statistics in Medicine 17, table I, method 3
@pytest.mark.parametrize(
    ("part", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_newcombe_1998(part: int, of: int, low: float, high: float) -> None:
    assert wilson(part, of) == pytest.approx((low, high), abs=6e-5)


def decided(table: Any, **decisions: str) -> Any:
    table.fill_all()
    table.maria.reveal("pilot")
    table.maria.reveal("main")
    for profile, decision in decisions.items():
        table.maria.decide(profile, decision, "because")
    return table


@pytest.mark.slow
def test_turned_down_profiles_come_back_blind_and_their_flips_are_counted(seat: Callable[..., Any]) -> None:
    first = decided(seat(), p1="not_now", p2="not_now", p3="advance", p4="not_now")
    others = [{"id": f"n{n}", "number": n, "file": f"/new/{n}.pdf"} for n in range(1, 5)]
    mixed = review_sample([first.maria], others, size=3, seed=1)
    assert len(mixed) == 7
    assert [one["id"] for one in mixed] == [f"p{n}" for n in range(1, 8)]
    old = {first.maria.meeting.profiles[p].file for p in ("p1", "p2", "p4")}
    again = {one["id"] for one in mixed if one["file"] in old}
    assert len(again) == 3
    second = seat(profiles=mixed)
    state = json.dumps([second[who].state_for() for who in ("maria", "aiko")])
    assert not any(file in state for file in old)  # nothing on a screen tells which they are
    flip, *rest = sorted(again)
    decided(second, **{profile: "advance" if profile == flip else "not_now" for profile in again | {"p1", "p2"}})
    found = flip_rate([first.maria], second.maria)
    assert (found.flipped, found.of) == (1, 3)
    assert (found.low, found.high) == pytest.approx(wilson(1, 3))
    assert "1 of 3" in found.why
    assert rest


def test_too_few_others_or_nothing_to_draw_is_refused(seat: Callable[..., Any]) -> None:
    first = decided(seat(), p1="not_now", p2="not_now", p3="advance")
    one = [{"id": "n1", "number": 1, "file": "/new/1.pdf"}]
    with pytest.raises(NotAllowed, match="would be guessed"):
        review_sample([first.maria], one, size=2)
    other = decided(seat(), p1="advance")
    with pytest.raises(NotAllowed, match="no profile to look at again"):
        review_sample([other.maria], one)
    assert flip_rate([first.maria], other.maria).of in (0, 1)


def score(rater: str, profile: str, criterion: str, value: int | None) -> Score:
    return Score(rater, profile, criterion, "main", value, (), "", 1, "", 1, stale=False, current=True, submitted=True)


def simulated(rng: np.random.Generator, profiles: int, lower: float) -> list[Score]:
    """Four raters and three criteria; rater a scores `lower` points lower than the others before rounding."""
    found = []
    for p in range(profiles):
        for c in "xyz":
            place = rng.normal(3, 0.8)
            for r in "abcd":
                value = round(float(np.clip(place + rng.normal(0, 0.6) - lower * (r == "a"), 1, 5)))
                found.append(score(r, f"p{p}", c, value))
    return found


@pytest.mark.slow
def test_the_interval_of_ones_own_difference_covers_what_it_claims() -> None:
    truth = np.mean([beside_the_panel(simulated(np.random.default_rng(s), 60, 0.5), "a").points for s in range(40)])
    inside = []
    for seed in range(400):
        one = beside_the_panel(simulated(np.random.default_rng(1000 + seed), 6, 0.5), "a")
        assert one.low is not None
        assert one.high is not None
        inside.append(one.low <= truth <= one.high)
    assert 0.92 <= np.mean(inside) <= 0.98


def test_the_words_are_neutral_and_say_how_sure() -> None:
    clear = beside_the_panel(simulated(np.random.default_rng(1), 12, 1.0), "a")
    assert "below the others" in clear.words
    assert "Neither is right" in clear.words
    none = beside_the_panel(simulated(np.random.default_rng(2), 12, 0.0), "b")
    assert "as far as this can tell" in none.words
    few = beside_the_panel(simulated(np.random.default_rng(3), 2, 1.0), "a")
    assert (few.points, few.profiles) == (None, 2)
    for one in (clear, none, few):
        assert not any(word in one.words.lower() for word in ("severe", "lenient", "wrong", "bias", "strict", "harsh"))


def test_it_is_shown_to_that_person_alone(table: Any) -> None:
    assert table["aiko"].state_for()["mine"]["beside"] is None
    for number, rater in enumerate(table.raters):
        table.fill(rater, lambda profile, criterion, n=number: 2 + n)
    table.maria.reveal("pilot")
    table.maria.reveal("main")
    table.maria.names(True)
    own = table["aiko"].state_for()["mine"]["beside"]
    assert own["profiles"] == 4
    everybody = {who: table[who].state_for() for who in ("maria", "aiko", "ben", "tomas")}
    assert everybody["maria"]["mine"] is None
    assert "others’" not in json.dumps(everybody["maria"], ensure_ascii=False)
    told = {state["mine"]["beside"]["words"] for who, state in everybody.items() if who != "maria"}
    assert len(told) == 3
    for who, state in everybody.items():
        said = json.dumps(state, ensure_ascii=False)
        assert sum(words in said for words in told) == (who != "maria")


def test_a_facilitator_who_scores_has_none_on_the_shared_screen(table: Any) -> None:
    table.maria.facilitator_scores(True)
    for rater in ("maria", *table.raters):
        table.fill(rater)
    table.maria.reveal("pilot")
    assert table.maria.state_for()["mine"]["beside"] is None


@pytest.mark.slow
def test_who_grew_stricter_since_the_last_meeting_is_found(seat: Callable[..., Any]) -> None:
    rng = np.random.default_rng(5)
    profiles = [{"id": f"p{n}", "number": n, "file": f"{n}.pdf"} for n in range(1, 11)]
    place = {(m, p["id"], c): rng.normal(3.2, 0.9) for m in (0, 1) for p in profiles for c in ("queues", "storage")}
    meetings = []
    for number in (0, 1):
        one = seat(profiles=profiles)
        for rater in one.raters:
            less = 1.6 * (number == 1 and rater == "ben")
            one.fill(
                rater,
                lambda p, c, m=number, less=less: int(np.clip(round(place[m, p, c] + rng.normal(0, 0.4) - less), 1, 5)),
            )
        one.maria.reveal("pilot")
        one.maria.reveal("main")
        meetings.append(one.maria)
    table = drift(meetings).set_index("rater")
    assert set(table.index) == {"aiko", "ben", "tomas"}
    assert table["estimate"].idxmax() == "ben"
    assert table.loc["ben", "low"] > 0
    assert drift(meetings[:1]).empty
