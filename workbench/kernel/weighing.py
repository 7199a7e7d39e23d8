"""One profile of a folder beside the map in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import NotAllowed, Refused
from workbench.kernel.results import Review
from workbench.kernel.words import say

if TYPE_CHECKING:
    from workbench.kernel.room import Room
    from workbench.resume import Resume


def review_of(resume: Resume, room: Room, label: str = "") -> Review:
    """Weigh a profile; what tells who the person is stays covered unless the settings say otherwise."""
    from workbench import evidence
    from workbench.resume import redact

    the_map = room.map
    names = {one.id: one.name for one in the_map.capabilities}
    if not room.settings.redact:
        return Review(label or resume.file, resume, evidence.weigh(resume, the_map), names)
    covered = redact(resume)
    # a covered line says "3 years"; how long ago is counted from the dates as they were read
    found = evidence.weigh(covered.dated(), the_map)
    return Review(label or "Profile", covered.resume, found, names)


def review_of_number(number: int, room: Room) -> Review:
    """Weigh a profile of the folder that was read last.

    Raises
    ------
    NotAllowed
        When it could not be read.
    """
    assert room.profiles is not None
    one = room.profiles[number]
    if one.resume is None:
        raise NotAllowed(one.refused)
    outcome = next((r for (path, _, _), r in room.read.items() if path == one.path), None)
    if outcome is None or isinstance(outcome, Refused):
        raise NotAllowed(say("no_profile", given=number, known=f"1 to {len(room.profiles)}"))
    return review_of(outcome, room, one.label)
