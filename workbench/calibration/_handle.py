"""One person's hold on a session: reading the log, writing to it, keeping their own keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from workbench.calibration.book import Book, Entry, open_entry, settle
from workbench.calibration.fold import apply
from workbench.calibration.identity import own_key, public_half
from workbench.calibration.keys import KeyFolder
from workbench.calibration.meeting import Cell, Meeting, Person, Round
from workbench.calibration.sealing import BrokenSeal, key_commitment
from workbench.errors import NotAllowed, StoreError
from workbench.store import Event, Store, Writer, digest, references


@dataclass(frozen=True)
class Saved:
    """The store's acknowledgement of an act: the event's number, its time (UTC, ISO 8601) and its hash."""

    event: int
    at: str
    hash: str

    @classmethod
    def of(cls, event: Event) -> Saved:
        """Acknowledge an event."""
        return cls(event.seq, event.at, event.hash)

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {"event": self.event, "at": self.at, "hash": self.hash}


class Handle:
    """What `Session` stands on. Safe to use from a watching thread and the main one at once."""

    def __init__(self, store: Store, session: str, actor: str, *, keys: Path | str | None = None) -> None:
        self.store = store
        self.session = session
        self.actor = actor
        self.keys = KeyFolder(Path(keys) if keys else store.path.parent / "keys")
        self._turn = threading.RLock()
        self._forget()
        self.refresh()
        if not self._meeting.people:
            raise NotAllowed(f"There is no session {session} in {store.name}.")
        if actor not in self._meeting.people:
            raise NotAllowed(f"“{actor}” is not on this panel. On it are: {', '.join(self._meeting.people)}.")

    def _forget(self) -> None:
        self._meeting = Meeting(self.session)
        self._entries: dict[tuple[str, str], dict[int, Entry]] = {}
        self._broken: dict[tuple[str, str], dict[int, str]] = {}
        self._states: dict[str, tuple[int, Any]] = {}

    @property
    def me(self) -> Person:
        """The person whose handle this is."""
        return self._meeting.people[self.actor]

    @property
    def is_facilitator(self) -> bool:
        """Whether this person runs the meeting."""
        return self.actor == self._meeting.facilitator

    def refresh(self) -> bool:
        """Fold what is new in the log, and put in keys that a reveal still waits for; say whether anything was new."""
        with self._turn:
            before = self._meeting.version
            self._catch_up(self.store.events(self.session, after=before))
            if self._meeting.people and self._late_keys():
                with self.store.writing() as writer:
                    writer.signer = self._signature
                    self._catch_up(writer.events(self.session, after=self._meeting.version))
                    self._publish(writer)
                self._catch_up(self.store.events(self.session, after=self._meeting.version))
            return self._meeting.version != before

    def _catch_up(self, events: list[Event]) -> None:
        if any(event.kind == "erased" for event in events):
            self._forget()  # what was erased must not live on in memory
            events = self.store.events(self.session)
        keys = [key for event in events if event.kind != "sealed" for key in references(event.payload)]
        beside = self.store.apart(keys) if keys else {}
        for event in events:
            apply(self._meeting, event, lambda payload: _resolve(payload, beside))

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        """One transaction that begins with everything folded; what it appended is folded once it is on the disk."""
        with self._turn:
            with self.store.writing() as writer:
                writer.signer = self._signature
                self._catch_up(writer.events(self.session, after=self._meeting.version))
                yield writer
            self._catch_up([event for event in writer.appended if event.session == self.session])

    def _append(
        self,
        kind: str,
        said: dict[str, Any],
        request: str | None,
        check: Callable[[Meeting], dict[str, Any] | None] = lambda meeting: None,
    ) -> Saved:
        """Append what was said, and what `check` adds to it; `check` raises when the moment does not allow it."""
        request = request or uuid4().hex
        with self._writing() as writer:
            earlier = writer.find(self.session, self.actor, request)
            if earlier is not None:
                writer.expect(earlier, kind, said)
                return Saved.of(earlier)
            added = check(self._meeting) or {}
            return Saved.of(writer.append(self.session, self.actor, kind, {**said, **added}, request=request))

    def _signature(self, session: str, actor: str, kind: str, mark: str) -> str | None:
        """Sign what this person writes, once they have joined with an invitation."""
        if (session, actor) != (self.session, self.actor):
            return None
        register = self._meeting.register
        if actor not in register.keys and kind != "joined":
            if actor in register.invited:
                raise NotAllowed("You were invited to this meeting. Join with your invitation first.")
            return None
        key = own_key(self.keys, session, actor)
        if key is None or (kind != "joined" and public_half(key) != register.keys[actor]):
            raise NotAllowed(
                f"{self.me.name} joined this meeting with a key that is not on this machine, so nothing was saved. Go "
                f"on where you joined, copy {self.keys.path(session, actor, 'identity')} from there, or ask for a new "
                "invitation."
            )
        return key.sign(mark.encode()).hex()

    def has_joined(self, invitation: str) -> bool:
        """Whether this person has joined with this invitation, on this machine."""
        register, key = self._meeting.register, own_key(self.keys, self.session, self.actor)
        used = register.used.get(self.actor) == digest(invitation.strip().encode())
        return used and key is not None and public_half(key) == register.keys[self.actor]

    def earlier(self, request: str) -> Saved | None:
        """Give what this request made before, if it did."""
        own = self.store.events(self.session, actor=self.actor)
        return next((Saved.of(event) for event in own if event.request == request), None)

    def _book(self, round: Round, rater: str | None = None) -> Book:
        """Settle a rater's round: their own at any time, another's only with a published key."""
        return settle(list(self._opened_entries(round, rater or self.actor).values()))

    def _opened_entries(self, round: Round, rater: str) -> dict[int, Entry]:
        place = (round.id, rater)
        entries, broken = self._entries.setdefault(place, {}), self._broken.setdefault(place, {})
        sealed = round.seat(rater).sealed
        there = {s.number for s in sealed}
        for gone in [number for number in entries if number not in there]:
            del entries[gone]
        new = [s for s in sealed if s.number not in entries and s.number not in broken]
        key = self._key_of(round, rater) if new else None
        if key is None:
            return entries
        contents = self.store.apart([s.ciphertext for s in new])
        for s in new:
            content = contents.get(s.ciphertext)
            if content is None:
                continue  # erased with its profile; a row that is missing without an entry is the audit's to find
            try:
                entries[s.number] = open_entry(self.session, rater, round.id, s, key, content)
            except BrokenSeal as problem:
                broken[s.number] = str(problem)
        return entries

    def _key_of(self, round: Round, rater: str) -> bytes | None:
        seat = round.seat(rater)
        if not seat.keys:
            return None
        published = seat.published.get(seat.keys[-1])
        if published is not None or rater != self.actor:
            return published
        return self._own_key(round, rater)

    def _own_key(self, round: Round, rater: str) -> bytes | None:
        """Read a key file; None when it is missing, unreadable or not the key that was committed to."""
        try:
            key = self.keys.load(self.session, rater, round.id)
        except StoreError:  # shown as a missing key; the rater's next score says what is wrong with the file
            return None
        fits = key and key_commitment(key, self.session, rater, round.id) == round.seat(rater).keys[-1]
        return key if fits else None

    def _late_keys(self) -> list[tuple[Round, str]]:
        """List whose keys a revealed round waits for and this handle can bring: the host all, a rater their own."""
        found = []
        for round in self._meeting.revealed_rounds:
            for rater in round.raters:
                seat = round.seat(rater)
                waits = bool(seat.keys) and seat.keys[-1] not in seat.published
                mine = rater == self.actor or self.is_facilitator
                there = waits and mine and self.keys.path(self.session, rater, round.id).exists()
                if there and self._own_key(round, rater) is not None:
                    found.append((round, rater))
        return found

    def _publish(self, writer: Writer) -> None:
        for round, rater in self._late_keys():
            self._publish_key(writer, round, rater)

    def _publish_key(self, writer: Writer, round: Round, rater: str) -> None:
        key = self._own_key(round, rater) if round.seat(rater).keys else None
        if key is not None:
            request = f"open:{round.id}:{rater}:{round.seat(rater).keys[-1][:16]}"
            said = {"round": round.id, "rater": rater, "key": key.hex()}
            writer.append(self.session, self.actor, "opened", said, request=request)

    def _facilitates(self, act: str) -> None:
        if not self.is_facilitator:
            name = self._meeting.people[self._meeting.facilitator].name
            raise NotAllowed(f"Only the facilitator can {act}. That is {name}.")

    def _known(self, profile: str, criterion: str | None = None) -> Cell:
        if profile not in self._meeting.profiles:
            raise NotAllowed(f"There is no profile “{profile}” in this session.")
        if criterion is not None and not any(c.id == criterion for c in self._meeting.rubric.criteria):
            raise NotAllowed(f"There is no criterion “{criterion}” on this rubric.")
        return (profile, criterion or "")


def _resolve(payload: Any, beside: dict[str, str | bytes]) -> Any:
    """Put what lies beside the log in the place of its references; None where it was erased."""
    if isinstance(payload, dict):
        if set(payload) == {"$apart"}:
            return beside.get(payload["$apart"])
        return {key: _resolve(value, beside) for key, value in payload.items()}
    if isinstance(payload, list):
        return [_resolve(value, beside) for value in payload]
    return payload
