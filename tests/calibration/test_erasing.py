"""A candidate asks to be erased: their words go from every file of the store, and the log still verifies."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.calibration import erase_profile
from workbench.calibration.verifying import verify_seals
from workbench.errors import NotAllowed


def test_a_candidate_is_erased_and_the_others_stay(table: Any) -> None:
    table.fill_all()
    table["aiko"].score("p2", "queues", 5, reason="Priyanka ran the queues")
    with pytest.raises(NotAllowed, match="sealed"):
        erase_profile(table.maria, "p2")
    table.maria.reveal()
    table.maria.reveal()
    table.maria.agree("p2", "queues", 4, "Priyanka showed it twice")
    table.maria.write_record(table.path.parent / "out")
    with pytest.raises(NotAllowed):
        erase_profile(table["aiko"], "p2")
    erased = erase_profile(table.maria, "p2")
    assert len(erased.exports) == 4
    assert set(table.maria.scores()["unit"]) == {"p1", "p3", "p4"}
    assert all(seats == "open" for seats in table.maria.revealed().seats.values())
    assert table.maria.profile_file("p2") is None
    for session in (table["aiko"], table.join("ben")):
        assert "Priyanka" not in json.dumps(session.state_for())
    assert table.maria.store.verify() == []
    assert verify_seals(table.maria.store) == []
    table.close()
    assert all(b"Priyanka" not in f.read_bytes() for f in table.path.parent.iterdir() if f.is_file())
