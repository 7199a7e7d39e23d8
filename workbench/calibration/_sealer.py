"""Putting a rater's word into the log: sealed, numbered, counted, and never twice for one request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from uuid import uuid4

from workbench.calibration._handle import Handle, Saved
from workbench.calibration.book import Entry, count, missing, settle
from workbench.calibration.meeting import Round
from workbench.calibration.sealing import Place, key_commitment, seal
from workbench.errors import NotAllowed, StoreError
from workbench.store import Apart, Event, Writer, canonical, digest

Said = Callable[[], tuple[Round, dict[str, Any]]]  # called inside the transaction; raises when it is not allowed


class Sealer(Handle):
    """A handle that can seal."""

    def _seal(self, said: Said, ask: dict[str, Any], request: str | None) -> Saved:
        request = request or uuid4().hex
        asked = digest(canonical(ask))
        with self._turn:
            with self._writing() as writer:
                earlier = writer.find(self.session, self.actor, request)
                if earlier is not None:
                    self._expect_sealed(earlier, asked)
                    return Saved.of(earlier)
                round, content = said()
                if self.actor not in self._meeting.raters:
                    raise NotAllowed("You are not scoring in this session.")
                key, commitment = self._key_for(writer, round)
                number = round.seat(self.actor).entries + 1
                entry = {**content, "ask": asked}
                place = Place(self.session, self.actor, round.id, number)
                sealed = seal(key, place, entry)
                entries = list(self._opened_entries(round, self.actor).values())
                after = settle([*entries, Entry(0, "", "", number, entry)])
                if round.seat(self.actor).submitted and missing(self._meeting, round, after):
                    raise NotAllowed("This round is submitted. Change the score instead of taking it away.")
                payload = {
                    "round": round.id,
                    "n": number,
                    "key": commitment,
                    "sealed": Apart(sealed.ciphertext),
                    "commitment": sealed.commitment,
                    **asdict(count(self._meeting, round, after)),
                }
                event = writer.append(self.session, self.actor, "sealed", payload, request=request)
            self._entries[round.id, self.actor][number] = Entry(event.seq, event.at, event.hash, number, entry)
            return Saved.of(event)

    def _expect_sealed(self, earlier: Event, asked: str) -> None:
        for round in self._meeting.rounds.values():
            for entry in self._opened_entries(round, self.actor).values():
                if entry.seq == earlier.seq and entry.said["ask"] == asked:
                    return
        raise StoreError(
            f"Request {earlier.request} has already been stored with other content (event {earlier.seq}). "
            "Nothing was changed; send the new content under a new request."
        )

    def _key_for(self, writer: Writer, round: Round) -> tuple[bytes, str]:
        """Give the round's key, making and committing to it before the first entry; it is on the disk by then."""
        seat = round.seat(self.actor)
        if not seat.keys:
            key = self.keys.load_or_create(self.session, self.actor, round.id)
            commitment = key_commitment(key, self.session, self.actor, round.id)
            said = {"round": round.id, "key": commitment}
            request = f"key:{round.id}:{commitment[:16]}"
            writer.append(self.session, self.actor, "key", said, request=request)
            return key, commitment
        return self._key_at_hand(round), seat.keys[-1]

    def _key_at_hand(self, round: Round) -> bytes:
        """Give the key that was committed to, without which nothing sealed before can be read or counted."""
        key = self._own_key(round, self.actor)
        if key is None:
            self.keys.load(self.session, self.actor, round.id)  # an unreadable file says so itself
            raise NotAllowed(
                "The key that sealed your scores of this round is not on this machine. Go on where you began, or copy "
                f"{self.keys.path(self.session, self.actor, round.id)} from there. If it is lost, start the round over."
            )
        return key
