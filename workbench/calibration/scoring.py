"""A rater's verbs. Everything said here is sealed; the log shows counts only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from workbench.calibration._handle import Saved
from workbench.calibration._sealer import Sealer
from workbench.calibration.book import Entry, Scored, count, missing, needs_recommendation
from workbench.calibration.meeting import NOTES, VERDICTS, Cell, Note, Round, Verdict
from workbench.calibration.quotes import check_value, clean_quote, clean_quotes, clean_reason, same_quote
from workbench.calibration.sealing import key_commitment
from workbench.errors import BadScore, NotAllowed
from workbench.store import Apart

Quote = Mapping[str, Any]


class Scoring(Sealer):
    """The part of a `Session` that raters use."""

    def score(
        self,
        profile: str,
        criterion: str,
        value: int | None,
        *,
        quotes: Iterable[Quote] | None = None,
        reason: str | None = None,
        rubric_version: int | None = None,
        request: str | None = None,
    ) -> Saved:
        """Score one criterion of one profile; when this returns, the score is on the disk.

        A number needs a quote or a reason. "No evidence" needs neither: it says that there is nothing to quote.

        Parameters
        ----------
        value
            1 to 5, or None for "no evidence".
        quotes, reason
            What the score stands on; left out, what the cell already holds stays.
        rubric_version
            The version that was on the screen; a score against anchors that have changed since is not taken.

        Raises
        ------
        BadScore
            Outside the scale, or a number without a quote and a reason.
        NotAllowed
            When this person does not score, or the cell is not being scored.
        """
        value = check_value(value)
        given = None if quotes is None else clean_quotes(quotes)
        why = None if reason is None else clean_reason(reason)

        def said() -> tuple[Round, dict[str, Any]]:
            self._anchors_as_seen(criterion, rubric_version)
            return self._cell(profile, criterion, scored=True, value=value, quotes=given, reason=why)

        ask = {"score": [profile, criterion, value], "quotes": given, "reason": why}
        return self._seal(said, ask, request)

    def attach(self, profile: str, criterion: str, quote: Quote, *, request: str | None = None) -> Saved:
        """Put a quote behind a cell, before or after its number."""
        new = clean_quote(quote)

        def said() -> tuple[Round, dict[str, Any]]:
            held = self._held((profile, criterion))
            quotes = clean_quotes([*held.quotes, new])
            return self._cell(profile, criterion, quotes=quotes)

        return self._seal(said, {"attach": [profile, criterion, new]}, request)

    def detach(self, profile: str, criterion: str, quote: Quote, *, request: str | None = None) -> Saved:
        """Take a quote away again; the last thing that a number stands on cannot be taken."""
        old = clean_quote(quote)

        def said() -> tuple[Round, dict[str, Any]]:
            held = self._held((profile, criterion))
            quotes = [q for q in held.quotes if not same_quote(q, old)]
            if len(quotes) == len(held.quotes):
                raise NotAllowed("That quote is not behind this score.")
            return self._cell(profile, criterion, quotes=quotes)

        return self._seal(said, {"detach": [profile, criterion, old]}, request)

    def explain(self, profile: str, criterion: str, reason: str, *, request: str | None = None) -> Saved:
        """Write the reason of a cell, before or after its number."""
        why = clean_reason(reason)
        return self._seal(
            lambda: self._cell(profile, criterion, reason=why), {"explain": [profile, criterion, why]}, request
        )

    def recommend(self, profile: str, value: Verdict, reason: str = "", *, request: str | None = None) -> Saved:
        """Say what to do with a profile and why, as blind as the scores.

        Raises
        ------
        BadScore
            For another word than advance, hold or not_now, or without a reason.
        """
        if value not in VERDICTS:
            raise BadScore(f"A recommendation is advance, hold or not_now; {value!r} is none of them.")
        why = clean_reason(reason)
        if not why:
            raise BadScore("A recommendation needs a reason; a few words are enough.")

        def said() -> tuple[Round, dict[str, Any]]:
            self._known(profile)
            own = [r for r in self._meeting.open_rounds if r.asks(self.actor)]
            rounds = [r for r in own if needs_recommendation(r) and profile in r.profiles]
            if not rounds:
                raise NotAllowed(f"{self._meeting.profiles[profile].label} has been revealed.")
            return rounds[0], {"what": "recommendation", "profile": profile, "value": value, "reason": why}

        return self._seal(said, {"recommend": [profile, value, why]}, request)

    def marks(self, profile: str, *, request: str | None = None) -> Saved:
        """Keep that this person asked to see the program's marks on a profile."""

        def said() -> tuple[Round, dict[str, Any]]:
            self._known(profile)
            rounds = [r for r in self._meeting.open_rounds if profile in r.profiles and r.asks(self.actor)]
            if not rounds:
                raise NotAllowed(f"{self._meeting.profiles[profile].label} has been revealed.")
            return rounds[0], {"what": "marks", "profile": profile}

        return self._seal(said, {"marks": profile}, request)

    def note(self, profile: str, about: Note, text: str, *, request: str | None = None) -> Saved:
        """Write down what a candidate hopes for, worries about or may object to; for the close, and no score.

        Whoever is at the table may write it, at any time; the others see it after the first reveal.
        """
        self._known(profile)
        if about not in NOTES:
            raise NotAllowed(f"A note is a motivation, a concern or an objection; “{about}” is none of them.")
        kept = clean_reason(text)
        if not kept:
            raise NotAllowed("Write what the candidate said, in a few words.")
        return self._append("noted", {"profile": profile, "about": about, "text": Apart(kept)}, request)

    def submit(self, round: str, *, request: str | None = None) -> Saved:
        """Hand in a round. Scores can still be changed until the reveal; the earlier ones are kept.

        Raises
        ------
        NotAllowed
            With what is missing, profile by profile.
        """

        def check(_: object) -> dict[str, Any]:
            asked = self._scores_in(round)
            if asked.seat(self.actor).keys:
                self._key_at_hand(asked)
            book = self._book(asked)
            lacking = missing(self._meeting, asked, book)
            if lacking:
                raise NotAllowed("Not everything is scored yet. " + ". ".join(lacking) + ".")
            return {**asdict(count(self._meeting, asked, book)), "entries": asked.seat(self.actor).entries}

        return self._append("submitted", {"round": round}, request, check)

    def start_over(self, round: str, reason: str, *, request: str | None = None) -> Saved:
        """Score a round afresh after its key file was lost; what was sealed before is void, and everyone sees that."""
        why = clean_reason(reason)
        if not why:
            raise NotAllowed("Say in a few words what happened to the key; the panel will see it.")

        def check(_: object) -> dict[str, Any]:
            asked = self._scores_in(round)
            if not asked.seat(self.actor).keys:
                raise NotAllowed("Nothing has been sealed in this round yet; just score.")
            if self._own_key(asked, self.actor) is not None:
                raise NotAllowed("The key of this round is here; nothing is lost.")
            self.keys.set_aside(self.session, self.actor, round)
            key = self.keys.load_or_create(self.session, self.actor, round)
            return {"key": key_commitment(key, self.session, self.actor, round)}

        return self._append("started_over", {"round": round, "reason": Apart(why)}, request, check)

    def _undo_score(self, request: str | None) -> Saved:
        def said() -> tuple[Round, dict[str, Any]]:
            round, entry = self._last_own()
            if entry is None or round is None:
                raise NotAllowed("There is nothing to undo.")
            return round, {"what": "undo", "undoes": entry.number}

        return self._seal(said, {"undo": True}, request)

    def _last_own(self) -> tuple[Round | None, Entry | None]:
        last: tuple[Round | None, Entry | None] = (None, None)
        for round in self._meeting.open_rounds:
            entry = self._book(round).last
            if entry is not None and (last[1] is None or entry.seq > last[1].seq):
                last = (round, entry)
        return last

    def _cell(self, profile: str, criterion: str, **new: Any) -> tuple[Round, dict[str, Any]]:
        cell = self._known(profile, criterion)
        round = self._meeting.open_round_of(cell, self.actor)
        if round is None:
            raise NotAllowed(self._why_closed(cell))
        held = self._held(cell)
        stale = self._meeting.stale(criterion, held.version)
        scored = new.get("scored", held.scored and not stale)
        content = {
            "what": "cell",
            "profile": profile,
            "criterion": criterion,
            "scored": scored,
            "value": new.get("value", held.value) if scored else None,
            "quotes": list(held.quotes) if new.get("quotes") is None else new["quotes"],
            "reason": held.reason if new.get("reason") is None else new["reason"],
            "version": self._meeting.criterion_versions[criterion],
        }
        if content["scored"] and content["value"] is not None and not (content["quotes"] or content["reason"]):
            raise BadScore("A score rests on a quote or a reason. Tick one, or write a few words; then score.")
        return round, content

    def _held(self, cell: Cell) -> Scored:
        round = self._meeting.open_round_of(cell, self.actor)
        held = self._book(round).cells.get(cell) if round else None
        if held is not None:
            return held
        version = self._meeting.criterion_versions.get(cell[1], 1)
        before = [self._book(r).cells.get(cell) for r in self._meeting.revealed_rounds]
        quotes = next((b.quotes for b in reversed(before) if b is not None), ())  # quotes do not grow stale
        return Scored(False, None, quotes, "", version, "", 0)

    def _why_closed(self, cell: Cell) -> str:
        if not self._meeting.scored(cell[1]):
            return "This criterion is not scored from a profile; the interviews test it."
        label = self._meeting.profiles[cell[0]].label
        return f"{label} has been revealed: first scores stay as they are. A changed anchor is scored again."

    def _scores_in(self, round: str) -> Round:
        if round not in self._meeting.rounds:
            raise NotAllowed(f"There is no round “{round}” in this session.")
        if self.actor not in self._meeting.raters:
            raise NotAllowed("You are not scoring in this session.")
        if not self._meeting.rounds[round].open:
            raise NotAllowed("This round has been revealed.")
        return self._meeting.rounds[round]

    def _anchors_as_seen(self, criterion: str, rubric_version: int | None) -> None:
        if rubric_version is not None and rubric_version < self._meeting.criterion_versions.get(criterion, 1):
            letter = self._meeting.letter(criterion)
            raise NotAllowed(
                f"The anchors of {letter} changed a moment ago. Read them, then score; nothing was stored."
            )
