"""The facilitator's verbs up to the reveal: clock, names, who scores, and the reveal itself."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from workbench.calibration._handle import Handle, Saved
from workbench.calibration.clock import CLOCK_ACTS, ClockAct
from workbench.calibration.meeting import Meeting, Round
from workbench.calibration.quotes import clean_reason
from workbench.errors import NotAllowed
from workbench.store import Apart


class Facilitating(Handle):
    """The part of a `Session` that runs the meeting."""

    def clock(self, do: ClockAct, *, request: str | None = None) -> Saved:
        """Start or pause the clock, or move to the next part or back."""
        self._facilitates("keep the clock")
        if do not in CLOCK_ACTS:
            raise NotAllowed(f"The clock can start, pause, go to the next part or back; not “{do}”.")
        return self._append("clock", {"act": do}, request)

    def names(self, on: bool, *, request: str | None = None) -> Saved:
        """Turn names on or off for everyone; before, people are letters and shapes."""
        self._facilitates("turn names on")
        return self._append("names", {"on": bool(on)}, request)

    def facilitator_scores(self, on: bool, *, request: str | None = None) -> Saved:
        """Say whether the facilitator scores too; not unless they say so."""
        self._facilitates("say so")

        def check(_: object) -> None:
            begun = any(r.seat(self.actor).entries for r in self._meeting.rounds.values())
            if not on and begun:
                raise NotAllowed("You have scored already; your scores stay in.")

        return self._append("scoring", {"person": self.actor, "on": bool(on)}, request, check)

    def left(self, person: str, reason: str, on: bool = True, *, request: str | None = None) -> Saved:
        """Say that a rater has gone and is not waited for, or that they are back; everyone sees why.

        Rounds they handed in count; what they sealed in others stays sealed.
        """
        self._facilitates("say who has left")
        why = clean_reason(reason)
        if not why:
            raise NotAllowed("Say in a few words why; the panel will see it.")

        def check(meeting: Meeting) -> None:
            if person not in meeting.people or not meeting.scoring.get(person):
                raise NotAllowed(f"“{person}” does not score in this session.")
            if on and meeting.raters == [person]:
                raise NotAllowed("Nobody would be left to score.")

        return self._append("left", {"person": person, "on": bool(on), "reason": Apart(why)}, request, check)

    def findings(self, profile: str, findings: list[dict[str, Any]], *, request: str | None = None) -> Saved:
        """Keep what was found about a file, for the facilitator only."""
        self._facilitates("keep findings about files")
        self._known(profile)
        said = {"profile": profile, "findings": Apart(json.dumps(findings, sort_keys=True))}
        return self._append("findings", said, request)

    def correct_profile(self, profile: str, correction: dict[str, Any], *, request: str | None = None) -> Saved:
        """Keep what was put right in a profile as it was read; see `workbench.resume.corrections`.

        Parameters
        ----------
        correction
            What `Correction.to_payload` gives. It lies beside the log, so that it goes when the profile is erased.
        """
        self._facilitates("put right what was read")
        self._known(profile)
        said = {"profile": profile, "correction": Apart(json.dumps(correction, sort_keys=True))}
        return self._append("profile_corrected", said, request)

    def reveal(self, round: str | None = None, *, reason: str | None = None, request: str | None = None) -> Saved:
        """Open a round for everyone at once, and put in every key that lies on this machine.

        When someone has not submitted, a reason is needed; it is kept, and so is who had not. The event records
        where each person's chain stood.

        Parameters
        ----------
        round
            Left out, the earliest round that is still sealed.

        Raises
        ------
        NotAllowed
            When someone has not submitted and there is no reason, or nothing is left to reveal.
        """
        self._facilitates("reveal")
        request = request or uuid4().hex
        why = clean_reason(reason or "")
        asked = {"reason": Apart(why) if why else None, **({"round": round} if round else {})}
        with self._writing() as writer:
            earlier = writer.find(self.session, self.actor, request)
            if earlier is not None:
                writer.expect(earlier, "revealed", asked)
                return Saved.of(earlier)
            opened = self._to_reveal(round)
            raters = self._meeting.raters_at_reveal(opened)
            if not raters:
                raise NotAllowed("Nobody scores in this session, so there is nothing to reveal.")
            submitted = [r for r in raters if opened.seat(r).submitted]
            waiting = [self._meeting.people[r].name for r in raters if r not in submitted]
            if waiting and not why:
                raise NotAllowed(
                    f"{_listed(waiting)} {'has' if len(waiting) == 1 else 'have'} not submitted. "
                    "To reveal without waiting, write a reason."
                )
            said = {
                "round": opened.id,
                "reason": asked["reason"],
                "raters": raters,
                "submitted": submitted,
                "heads": dict(self._meeting.heads),
                "keys": {r: opened.seat(r).keys[-1] for r in raters if opened.seat(r).keys},
            }
            event = writer.append(self.session, self.actor, "revealed", said, request=request)
            for rater in raters:  # in the same transaction: whoever sees the reveal sees the keys that are here
                self._publish_key(writer, opened, rater)
            return Saved.of(event)

    def key_lost(self, round: str, person: str, reason: str, *, request: str | None = None) -> Saved:
        """Say that a key will not come any more: those scores are void, and everyone sees that."""
        self._facilitates("give a key up")
        why = clean_reason(reason)
        if not why:
            raise NotAllowed("Say in a few words what happened to the key; the panel will see it.")

        def check(_: object) -> None:
            opened = self._meeting.rounds.get(round)
            if opened is None or opened.open:
                raise NotAllowed("Keys are asked for at the reveal; this round is still sealed.")
            seat = opened.seat(person)
            if not seat.keys or seat.keys[-1] in seat.published:
                raise NotAllowed("No key of that person is missing in this round.")

        return self._append("key_lost", {"round": round, "rater": person, "reason": Apart(why)}, request, check)

    def _to_reveal(self, id: str | None) -> Round:
        rounds = self._meeting.open_rounds
        if not rounds:
            raise NotAllowed("Everything has been revealed.")
        if id is None:
            return rounds[0]
        for round in rounds:
            if round.id == id:
                return round
        raise NotAllowed(f"The round “{id}” is not waiting to be revealed.")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
