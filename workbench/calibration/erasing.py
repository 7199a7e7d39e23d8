"""Erasing a candidate: every word about them goes, the chain stays whole, and the exports are named."""

from __future__ import annotations

import json
from dataclasses import dataclass

from workbench.calibration.session import Session
from workbench.errors import NotAllowed
from workbench.store import Event, references

_ABOUT = ("agreed", "differed", "decided", "findings", "noted", "profile_corrected")


@dataclass(frozen=True)
class Erased:
    """What was erased: how many texts, and the files of records that still tell of the person."""

    texts: int
    exports: tuple[str, ...]


def erase_profile(session: Session, profile: str) -> Erased:
    """Erase a profile's file name, its scores with their quotes and reasons, and what was settled about it.

    Counts and hashes stay, so the log still verifies. Records that were written are listed, to be deleted by hand.

    Raises
    ------
    NotAllowed
        For anyone but the facilitator, and while a round with this profile is sealed: nobody can tell then which
        entries are about it.
    """
    if not session.is_facilitator:
        raise NotAllowed("Only the facilitator can erase a profile.")
    meeting = session.meeting
    if profile not in meeting.profiles:
        raise NotAllowed(f"There is no profile “{profile}” in this session.")
    if any(profile in round.profiles for round in meeting.open_rounds):
        raise NotAllowed(f"{meeting.profiles[profile].label} is in a sealed round. Reveal it first, then erase.")
    events = session.store.events(session.session)
    about = {entry.seq for entry in session.sealed_about(profile)}
    keys = [key for event in events for key in _keys(event, profile, about)]
    exports = [file for export in meeting.exports for file in json.loads(export["files"] or "[]")]
    session.store.erase(keys, actor=session.actor)
    session.refresh()
    return Erased(len(keys), tuple(exports))


def _keys(event: Event, profile: str, about: set[int]) -> list[str]:
    if event.kind == "created":
        return [key for p in event.payload["profiles"] if p["id"] == profile for key in references(p)]
    if event.seq in about or (event.kind in _ABOUT and event.payload.get("profile") == profile):
        return references(event.payload)
    return []
