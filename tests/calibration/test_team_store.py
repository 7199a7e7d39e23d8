"""A whole meeting in the team's store: what holds on one machine's file holds on a server."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from workbench.calibration import erase_profile, verify_seals
from workbench.calibration.record import record_json, write_record
from workbench.cli.audit import app

pytestmark = pytest.mark.slow


def test_a_meeting_from_the_first_score_to_the_record_and_the_erasure(table: Any, tmp_path: Any) -> None:
    for number, rater in enumerate(table.raters):
        table.fill(rater, lambda profile, criterion, n=number: 2 + n)
    first = table["aiko"].score("p2", "queues", 5, reason="changed my mind", request="click")
    assert table["aiko"].score("p2", "queues", 5, reason="changed my mind", request="click") == first
    table.maria.reveal("pilot")
    table.maria.reveal("main")
    for profile in ("p1", "p2", "p3", "p4"):
        table.maria.agree(profile, "queues", 3, "after talking")
        table.maria.decide(profile, "advance", "good enough")
    board = table["ben"].state_for()["board"]
    assert len(board["decisions"]) == 4
    facts = record_json(table.maria)
    assert facts["log"]["events"] == len(table.maria.store.events("s-1"))
    write_record(table.maria, tmp_path / "record")
    erase_profile(table.maria, "p3")
    assert table.maria.profile_file("p3") is None
    assert table.maria.store.verify() == []
    assert verify_seals(table.maria.store) == []
    told = CliRunner().invoke(app, [table.address])
    assert (told.exit_code, json.loads(told.stdout)["ok"]) == (0, True)
