"""The notebook's first cell: an empty store gets a practice meeting, a used one its last meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.calibration import open_meeting, sample_panel_session
from workbench.calibration.verifying import verify_seals


def test_an_empty_store_gets_a_practice_meeting_without_scores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STORE", str(tmp_path / "meeting.db"))
    session = open_meeting()
    state = session.state_for()
    assert (state["mode"], state["phase"], session.is_facilitator) == ("practice", "scoring", True)
    assert all(p["rounds"][r]["scores"] == 0 for p in state["people"] for r in p["rounds"])
    assert all((file := session.profile_file(p)) and file.is_file() for p in session.profiles)
    assert open_meeting().session == session.session
    rater = next(p["id"] for p in state["people"] if p["scores"])
    monkeypatch.setenv("WORKBENCH_ACTOR", rater)
    assert open_meeting().actor == rater


def test_the_store_lies_beside_the_notebook_when_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    assert open_meeting().store.path == tmp_path / ".workbench" / "meeting.db"
    assert open_meeting(folder=tmp_path / "team").store.path == tmp_path / "team" / ".workbench" / "meeting.db"


def test_the_sample_panel_has_scored_and_is_revealed(tmp_path: Path) -> None:
    session = sample_panel_session(tmp_path / "sample.db")
    state = session.state_for()
    assert [r["state"] for r in state["rounds"]] == ["revealed", "revealed"]
    assert state["mode"] == "practice"
    assert state["board"]["agenda"][0]["split"]
    events = len(session.store.events("sample"))
    assert len(sample_panel_session(tmp_path / "sample.db").store.events("sample")) == events
    assert session.store.verify() == []
    assert verify_seals(session.store) == []
    assert not session.scores().empty
