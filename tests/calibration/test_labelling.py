"""What is put right in a profile: an event of the facilitator's, beside the log, gone with the profile, and a label."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workbench import resume
from workbench.calibration import Session, erase_profile, labelled_profiles, open_meeting
from workbench.cli.calibration import app
from workbench.errors import NotAllowed
from workbench.resume.corrections import correct


@pytest.fixture
def elin(tmp_path: Path) -> Iterator[Session]:
    session = open_meeting(folder=tmp_path, profiles=["p1", "p6"])
    yield session
    session.close()


def _put_right(session: Session, profile: str, field: str, value: str) -> str:
    path = session.profile_file(profile)
    assert path is not None
    one = correct(resume.read(path), field, value, by="Elin")
    session.correct_profile(profile, one.to_payload())
    return str(one.was)


def test_a_correction_is_kept_in_order_and_lies_beside_the_log(elin: Session, tmp_path: Path) -> None:
    _put_right(elin, "p1", "work/0/position", "Payout engineer")
    _put_right(elin, "p1", "work/0/position", "Payments engineer")
    with closing(open_meeting(folder=tmp_path)) as other:
        assert [one["value"] for one in other.corrections()["p1"]] == ["Payout engineer", "Payments engineer"]
    [event, _] = [one for one in elin.store.events(elin.session) if one.kind == "profile_corrected"]
    assert "Payout" not in json.dumps(event.payload), "the words can be erased, the chain stays whole"


def test_raters_put_nothing_right_and_take_no_labels(elin: Session, tmp_path: Path) -> None:
    with closing(open_meeting(folder=tmp_path, actor="kofi")) as kofi:
        with pytest.raises(NotAllowed, match="Only the facilitator can put right"):
            kofi.correct_profile("p1", {"field": "work/0/position", "value": "Owner"})
        with pytest.raises(NotAllowed, match="it holds names"):
            list(labelled_profiles(kofi))


def test_the_command_prints_each_corrected_profile_as_a_label(elin: Session, tmp_path: Path) -> None:
    was = _put_right(elin, "p1", "work/0/position", "Payments engineer")
    printed = CliRunner().invoke(app, ["labels", str(tmp_path)])
    [label] = [json.loads(line) for line in printed.stdout.splitlines()]
    assert label["truth"]["work"][0]["position"] == "Payments engineer"
    [one] = label["corrections"]
    assert (one["read"], one["right"]) == (was, "Payments engineer")
    assert was in " ".join(one["lines"])


def test_what_was_put_right_goes_when_the_profile_is_erased(elin: Session) -> None:
    _put_right(elin, "p1", "work/0/position", "Payments engineer")
    for round in ("pilot", "main"):
        if any(one.id == round for one in elin.meeting.open_rounds):
            elin.reveal(round, reason="tried out")
    erase_profile(elin, "p1")
    assert elin.corrections() == {}
    assert list(labelled_profiles(elin)) == []
