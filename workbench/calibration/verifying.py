"""Checking seals: that what was revealed is what was committed to, entry by entry, from the store alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.calibration.book import open_entry
from workbench.calibration.identity import Register
from workbench.calibration.meeting import SealedEvent
from workbench.calibration.sealing import BrokenSeal, key_commitment
from workbench.store import Event, Problem, Store, references

Seat = tuple[str, str]  # round, rater

_SHAPES = {
    "key": {"round", "key"},
    "started_over": {"round", "key"},
    "sealed": {"round", "n", "key", "sealed", "commitment"},
    "invited": {"person", "invitation", "expires"},
    "joined": {"public_key", "invitation"},
    "submitted": {"round", "entries"},
    "revealed": {"round", "keys", "heads"},
    "opened": {"round", "rater", "key"},
}


def verify_seals(store: Store, session: str | None = None) -> list[Problem]:
    """List what does not verify in the seals of one session or of all; an empty list when all is well.

    Found are: an entry that is not what was committed to, was moved, repeated or left out; one that came after the
    reveal; a published key that is not the one committed to; keys in a reveal that are not the ones in the log.
    Entries whose keys are not published cannot be opened; their places and numbers are checked all the same.
    """
    sessions = [session] if session else store.sessions()
    return [problem for one in sessions for problem in _session(store, one)]


def _session(store: Store, session: str) -> Iterator[Problem]:
    events = store.events(session)
    keys: dict[Seat, list[str]] = {}
    sealed: dict[Seat, list[Event]] = {}
    revealed: dict[str, Event] = {}
    published: dict[str, bytes] = {}

    def problem(event: Event, why: str) -> Problem:
        return Problem(event.seq, session, event.actor, "seal", why)

    register = Register()
    for event in events:
        said = event.payload
        if event.kind == "created" and not register.facilitator:
            register.facilitator = str(said.get("facilitator"))
        objection = register.objection(event)
        if objection:
            yield Problem(event.seq, session, event.actor, "signature", objection)
        if not _SHAPES.get(event.kind, set()) <= set(said):
            yield problem(event, f"The event does not have the shape of “{event.kind}”.")
            continue
        seat = (str(said.get("round")), event.actor)
        if event.kind in ("key", "started_over"):
            keys.setdefault(seat, []).append(said["key"])
        elif event.kind == "sealed":
            sealed.setdefault(seat, []).append(event)
            if seat[0] in revealed:
                yield problem(event, "A score was sealed after its round was revealed; it does not count.")
            if not keys.get(seat) or said["key"] != keys[seat][-1]:
                yield problem(event, "A score was sealed with a key that the rater had not committed to.")
            if said["n"] != len(sealed[seat]):
                yield problem(event, f"This is entry {len(sealed[seat])} of its round and says it is {said['n']}.")
        elif event.kind == "submitted":
            if said["entries"] != len(sealed.get(seat, [])):
                there = len(sealed.get(seat, []))
                yield problem(event, f"{said['entries']} entries were handed in, and {there} are in the log.")
        elif event.kind == "revealed":
            revealed[seat[0]] = event
            for rater, commitment in said["keys"].items():
                if commitment not in keys.get((seat[0], rater), []):
                    yield problem(event, f"The reveal names a key of {rater} that is not in the log.")
        elif event.kind == "opened":
            key = _bytes(said["key"])
            commitment = key_commitment(key, session, said["rater"], said["round"])
            if commitment not in keys.get((said["round"], said["rater"]), []):
                yield problem(event, f"The key published for {said['rater']} is not the one committed to.")
            elif said["round"] not in revealed:
                yield problem(event, f"The key of {said['rater']} was published before the reveal.")
            published[commitment] = key
    for (round, rater), entries in sealed.items():
        yield from _entries(store, session, round, rater, entries, published)


def _bytes(hexadecimal: object) -> bytes:
    try:
        return bytes.fromhex(str(hexadecimal))
    except ValueError:
        return b""


def _entries(
    store: Store, session: str, round: str, rater: str, entries: Iterable[Event], published: dict[str, bytes]
) -> Iterator[Problem]:
    opened = [(event, published[event.payload["key"]]) for event in entries if event.payload["key"] in published]
    opened = [(event, key) for event, key in opened if references(event.payload["sealed"])]
    contents = store.apart([references(event.payload["sealed"])[0] for event, _ in opened])
    for event, key in opened:
        said: dict[str, Any] = event.payload
        sealed = SealedEvent(
            event.seq, event.at, event.hash, said["n"], said["key"], references(said["sealed"])[0], said["commitment"]
        )
        content = contents.get(sealed.ciphertext)
        if content is None:
            continue  # erased with an entry, or missing: the store's own check tells them apart
        try:
            open_entry(session, rater, round, sealed, key, content)
        except BrokenSeal as broken:
            yield Problem(event.seq, session, rater, "seal", str(broken))
