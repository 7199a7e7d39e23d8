"""An analyst asks whether a name on a profile went with its scores; few profiles must not make that a finding."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from workbench.calibration import record, sample_decided_session, sample_panel_session
from workbench.calibration.bias import FEWEST, bias_check, bias_table, origins_in, welch_interval
from workbench.calibration.read_profiles import reading
from workbench.calibration.session import Session
from workbench.errors import BadRatings, NotAllowed


def made(rng, with_it, without, lean, name=("school", "northfield")):
    """Profiles of which some name a school, and a panel that leans towards it by so many points."""
    given, origins = {}, {}
    for n in range(with_it + without):
        inside = n < with_it
        given[f"p{n}"] = (rng.normal(lean if inside else 0, 0.6), "advance" if inside else "not_now")
        origins[f"p{n}"] = frozenset({name}) if inside else frozenset()
    return given, origins


def test_a_panel_that_leans_towards_a_school_is_asked_about_it():
    found = bias_table(*made(np.random.default_rng(1), 12, 20, 1.5)).iloc[0]
    assert found["asked"]
    assert found["low"] > 0
    assert found["low"] < 1.5 < found["high"]
    assert (found["profiles"], found["others"], found["advanced"], found["decided"]) == (12, 20, 12, 12)
    assert found["why"].endswith("what did the panel see in it?")


@pytest.mark.parametrize(("with_it", "without"), [(1, 30), (FEWEST - 1, 30), (30, FEWEST - 1)])
def test_below_five_on_a_side_there_is_no_number(with_it, without):
    found = bias_table(*made(np.random.default_rng(2), with_it, without, 3.0)).iloc[0]
    assert found[["points", "low", "high"]].isna().all()
    assert not found["asked"]
    assert f"from {FEWEST} with it" in found["why"]


def test_among_many_names_that_mean_nothing_few_are_asked_about():
    """Forty employers drawn by lot, a hundred times: one in ten of such lists may ask about something, not all."""
    rng = np.random.default_rng(3)
    lists = 0
    for _ in range(100):
        given = {f"p{n}": (rng.normal(), None) for n in range(40)}
        names = [("employer", f"e{n}") for n in range(20)]
        origins = {p: frozenset(names[n] for n in rng.integers(0, 20, 6)) for p in given}
        lists += bool(bias_table(given, origins)["asked"].any())
    assert lists <= 20  # a tenth is meant; three Monte Carlo errors above are .19


def test_the_interval_covers_what_it_claims():
    rng = np.random.default_rng(4)
    inside = 0
    for _ in range(2000):
        _, low, high, _ = welch_interval(rng.normal(0.5, 0.4, FEWEST), rng.normal(0, 1.0, 9))
        inside += low <= 0.5 <= high
    assert 0.935 <= inside / 2000 <= 0.97


def test_equal_scores_and_single_values_have_a_sentence():
    with pytest.raises(BadRatings, match="two values on each side"):
        welch_interval([1.0], [2.0, 3.0])
    with pytest.raises(BadRatings, match="Every value is the same"):
        welch_interval([1.0, 1.0], [1.0, 1.0])
    same = {f"p{n}": (0.0, None) for n in range(12)}
    origins = {p: frozenset({("school", "x")}) if int(p[1:]) < 6 else frozenset() for p in same}
    assert "the same" in bias_table(same, origins)["why"].iloc[0]
    assert len(bias_table({}, {})) == 0


@pytest.mark.slow
def test_on_the_sample_it_names_schools_declines_and_stays_out_of_screen_and_record(tmp_path: Path) -> None:
    meetings = [sample_panel_session(folder=tmp_path), sample_decided_session(folder=tmp_path)]
    table = bias_check(meetings)
    assert set(table["kind"]) == {"employer", "school"}
    assert table["profiles"].max() < FEWEST
    assert table["points"].isna().all()
    twice = bias_check([meetings[1], meetings[1]])
    assert twice["profiles"].tolist() == bias_check([meetings[1]])["profiles"].tolist(), "a profile counts once"
    session = meetings[1]
    kofi = Session(session.store, session.session, "kofi")
    with pytest.raises(NotAllowed, match="raters never see them"):
        bias_check([kofi])
    told = (json.dumps(session.state_for()) + json.dumps(kofi.state_for()) + record.record_html(session)).casefold()
    for profile in session.profiles:
        for _, name in origins_in(reading(session, profile).resume):
            assert name not in told
