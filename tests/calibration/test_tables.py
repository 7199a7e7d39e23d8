"""An analyst who has to scrape a screen to get at a meeting's data will copy it by hand, with slips."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from workbench.calibration import (
    accepted_neighbours,
    meeting_tables,
    open_meeting,
    said_and_valued,
    sample_decided_session,
    verify_seals,
)
from workbench.calibration.sample_decided import whole_panel
from workbench.calibration.tables import ROWS
from workbench.errors import Sealed

PANEL = whole_panel()

pytestmark = pytest.mark.slow  # twelve profiles are read


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return sample_decided_session(tmp_path_factory.mktemp("tables") / "sample.db")


@pytest.fixture(scope="module")
def tables(session: Any) -> Any:
    return meeting_tables(session)


def test_the_sample_meeting_is_over_and_whole(session: Any) -> None:
    assert session.state_for()["phase"] == "decided"
    assert session.store.verify() == []
    assert verify_seals(session.store) == []
    events = session.store.size()
    assert sample_decided_session(session.store).store.size() == events


def test_every_frame_is_there_and_told(tables: Any) -> None:
    assert [name for name, _ in tables] == list(ROWS)
    assert all(len(frame) for _, frame in tables)
    told = tables.to_frame()
    assert told.set_index("frame")["rows"].to_dict() == {name: len(frame) for name, frame in tables}


def test_the_frames_hold_what_people_did(tables: Any) -> None:
    assert len(tables.scores) == len(PANEL["scores"])
    assert sorted(tables.scores["score"].dropna()) == sorted(s["score"] for s in PANEL["scores"] if s["score"])
    assert tables.decisions.set_index("unit")["decision"].to_dict() == {
        one["profile"]: one["decision"] for one in PANEL["decisions"]
    }
    agreed = tables.cells.dropna(subset="agreed").set_index(["unit", "criterion"])["agreed"]
    assert agreed.to_dict() == {
        (one["profile"], one["criterion"]): one["score"] for one in PANEL["settled"] if one["score"] != "differs"
    }
    assert set(tables.cells.loc[tables.cells["differs"], "unit"]) == {"p3", "p6"}


def test_any_two_frames_can_be_joined(tables: Any) -> None:
    both = tables.scores.merge(tables.evidence, on=["unit", "criterion"], how="left", validate="many_to_one")
    assert len(both) == len(tables.scores)
    assert both["depth"].notna().all()
    assert set(tables.scores["criterion"]) < set(tables.map["criterion"])
    assert tables.agreement["criterion"].isin(tables.map["criterion"]).all()
    assert tables.near["unit"].isin(tables.profiles["unit"]).all()


def test_no_frame_says_who_a_rater_or_a_candidate_is(session: Any, tables: Any) -> None:
    """Names are off in this meeting, and the log's order must not give them away either."""
    said = json.dumps({name: frame.to_dict("list") for name, frame in tables}, default=str)
    people = [one["name"] for one in PANEL["panel"]] + [one["id"] for one in PANEL["panel"]]
    files = [one["file"] for one in PANEL["profiles"]]
    assert [word for word in people + files if f'"{word}"' in said or f"{word}." in said] == []
    assert set(tables.scores["rater"]) == {
        one.letter for one in session.meeting.people.values() if one.id in session.meeting.raters
    }


def test_nothing_is_given_before_the_reveal(tmp_path: Path) -> None:
    with pytest.raises(Sealed):
        meeting_tables(open_meeting(tmp_path / "meeting.db"))


def test_a_profile_that_is_gone_is_a_row_that_says_so(tables: Any, tmp_path: Path, monkeypatch: Any) -> None:
    session = sample_decided_session(tmp_path / "sample.db")
    real = session.profile_file
    monkeypatch.setattr(session, "profile_file", lambda id: tmp_path / "gone.pdf" if id == "p3" else real(id))
    found = meeting_tables(session)
    gone = found.profiles.set_index("unit").loc["p3"]
    assert not gone["read"]
    assert "not where the meeting expects it" in gone["why_not_read"]
    assert set(tables.evidence["unit"]) - set(found.evidence["unit"]) == {"p3"}


def test_r_and_its_interval_are_scipys(tables: Any) -> None:
    from scipy.stats import pearsonr

    row = said_and_valued(tables).set_index("criterion").loc["half-done-work"]
    scores = tables.scores.query("criterion == 'half-done-work'").groupby("unit")["score"].mean()
    worth = tables.recommendations.replace({"recommendation": {"advance": 1.0, "hold": 0.5, "not_now": 0.0}})
    share = worth.assign(recommendation=worth["recommendation"].astype(float)).groupby("unit")["recommendation"].mean()
    told = pearsonr(scores, share[scores.index])
    interval = told.confidence_interval(0.95)
    assert row[["r", "low", "high"]].tolist() == pytest.approx([told.statistic, interval.low, interval.high])
    assert row["n"] == 12


def test_musts_come_first_and_few_profiles_give_no_number(tables: Any) -> None:
    assert said_and_valued(tables)["importance"].tolist() == ["must"] * 4 + ["should"] * 2 + ["nice"]
    few = tables.__class__(**{**vars(tables), "scores": tables.scores[tables.scores["unit"].isin(["p1", "p2", "p3"])]})
    told = said_and_valued(few)
    assert told[["r", "low", "high"]].isna().all(axis=None)
    assert told["why"].str.contains("3 profiles are too few").any()


def test_the_same_score_for_everybody_goes_with_nothing(tables: Any) -> None:
    flat = tables.__class__(**{**vars(tables), "scores": tables.scores.assign(score=3.0)})
    assert said_and_valued(flat)["r"].isna().all()


def test_accepted_counts_raters_of_profiles_with_the_neighbour(tables: Any) -> None:
    found = accepted_neighbours(tables)
    go = found[(found["have"] == "Go") & (found["want"] == "Java")].iloc[0]
    own = [s["score"] for s in PANEL["scores"] if (s["profile"], s["criterion"]) == ("p10", "service-code")]
    assert (go["accepted"], go["below"], go["no_evidence"]) == (
        sum(s >= 3 for s in own),
        sum(s < 3 for s in own),
        own.count(None),
    )
    assert go["on_map"]
    assert (found[["accepted", "below", "no_evidence"]].sum(axis=1) == 4 * found["profiles"]).all()
    assert isinstance(found, pd.DataFrame)
    assert found["share"].is_monotonic_decreasing
