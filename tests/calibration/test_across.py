"""The analyst's page over many meetings: every line has its interval, and what so few cannot tell is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from workbench.calibration import agreement_across, revealed_sessions, unmapped_in
from workbench.calibration.across import SHOWN

pytestmark = pytest.mark.slow


def test_meetings_that_revealed_something_are_found_and_others_left_out(
    table: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert revealed_sessions(table.store())[0].session != "s-1", "nothing is revealed: the samples"
    table.fill_all()
    table.maria.reveal("pilot")
    [found] = revealed_sessions(table.store())
    assert (found.session, found.actor) == ("s-1", "maria")


def test_each_statistic_has_a_row_a_meeting_and_criterion_and_never_a_silent_nan(table: Any) -> None:
    for number, rater in enumerate(table.raters):
        table.fill(
            rater, lambda profile, criterion, n=number: 1 + (int(profile[1:]) + n * (criterion == "storage")) % 5
        )
    for round in ("pilot", "main"):
        table.maria.reveal(round)
    across = agreement_across([table.maria, table.maria])
    assert len(across) == 2 * 2 * len(SHOWN)
    assert set(across["letter"]) == {"A", "B"}
    known = across.dropna(subset=["low"])
    assert len(known) >= len(SHOWN)
    assert (known["low"] <= known["value"]).all()
    assert (known["value"] <= known["high"]).all()
    assert (across["why"] != "").all()
    assert np.isfinite(across.loc[across["criterion"] == "queues", "value"]).all()
    assert agreement_across([]).empty


def test_skills_outside_the_map_are_not_asked_about_before_there_are_enough_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = unmapped_in(revealed_sessions())
    assert told["question"].tolist() == [
        "12 decisions so far; 8 more are needed before a pattern among many skills tells anything."
    ]
