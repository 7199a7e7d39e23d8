"""The door looks at invitations as often as anybody likes, and lets each in once."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.calibration import Door, join_meeting
from workbench.errors import NotAllowed


def test_looking_changes_nothing_and_entering_uses_it_up(table: Any) -> None:
    door = table.maria.door()
    text = door.invite("aiko").text
    before = len(table.maria.store.events("s-1"))
    for _ in range(3):
        assert (door.look(text).id, door.look(text).name) == ("aiko", "Aiko")
    assert len(table.maria.store.events("s-1")) == before
    assert not door.has_joined("aiko")
    assert door.enter(text).id == "aiko"
    assert door.has_joined("aiko")
    assert not door.is_good(text)
    with pytest.raises(NotAllowed, match="has been used"):
        door.enter(text)
    with pytest.raises(NotAllowed, match="has been used"):
        join_meeting(text, table.store(), keys=table.maria.keys.folder, again=False)
    assert join_meeting(text, table.store(), keys=table.maria.keys.folder).actor == "aiko", "on one's own machine"


def test_an_invitation_that_has_expired_says_until_when_it_was_good(table: Any) -> None:
    door = table.maria.door()
    text = door.invite("aiko", hours=1).text
    table.maria.store._now = lambda: "2026-11-21T18:00:00.000Z"
    with pytest.raises(NotAllowed, match="was good until"):
        door.look(text)


def test_a_door_is_the_facilitators_and_knows_who_is_expected(table: Any) -> None:
    with pytest.raises(NotAllowed, match="Only the facilitator"):
        Door(table["aiko"])
    door = table.maria.door()
    assert door.host.name == "Maria"
    assert {guest.id for guest in door.guests()} == {"aiko", "ben", "tomas"}
