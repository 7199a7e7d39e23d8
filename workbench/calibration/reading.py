"""What a person may read of a session: counts before the reveal, everything after it, their own scores always."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.calibration import frames
from workbench.calibration._handle import Handle
from workbench.calibration.agenda import Turn, agenda
from workbench.calibration.book import Book
from workbench.calibration.book import settle as settle_book
from workbench.calibration.clock import gone_ms
from workbench.calibration.opened import (
    Recommendation,
    Score,
    recommendations_of,
    scores_of,
    seat_state,
)
from workbench.calibration.own_severity import beside_the_panel
from workbench.calibration.seating import orders
from workbench.calibration.state import SeatStates, shared_state
from workbench.calibration.state_board import board_state
from workbench.calibration.state_mine import my_state
from workbench.calibration.steps import Settled, settle
from workbench.errors import Sealed
from workbench.store import Watcher

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Revealed:
    """Everything that is open, at one version of the meeting."""

    seats: SeatStates
    scores: list[Score]
    recommendations: list[Recommendation]
    settled: Settled
    turns: list[Turn]


class Reading(Handle):
    """The part of a `Session` that tells."""

    def state_for(self) -> dict[str, Any]:
        """Give everything this person's screen needs and nothing else, as plain JSON.

        Before a reveal it holds names and counts of other people, never a score, a reason or a quote.

        Returns
        -------
        dict
            ``version``, an int that only grows; ``session, title, requisition, mode, names_on, map_version,
            rubric_version``; ``me`` {id, name, role, facilitator, scores, letter, shape}; ``phase`` "scoring",
            "discussing" or "decided"; ``may`` {score, reveal, converge, names, clock}: what this person may do;
            ``clock`` {total_min, part, running, since, now, parts: [{id, title, minutes, elapsed_s}]} (while it runs,
            ``now - since`` is to be added to the part's elapsed time); ``criteria`` [{id, letter, name, importance,
            question, scored_from_profile, version, anchors: {profile, interview}}]; ``profiles`` by number [{id,
            number, label, pilot, decision, reopened}]; ``rounds`` [{id, kind, title, state, of, profiles, why,
            revealed_at, reason, submitted, raters, opened, cells}]; ``people`` in seating order [{id, name, role,
            facilitator, scores, asked, left, invited_until, joined_at, rounds: {round: {scores, of, profiles,
            profiles_of, submitted_at, last_at, again, opened}}}]; ``reveal`` {round, ready, waiting, why}; ``saved``,
            this person's last event {at, event, hash} or None; ``findings`` {profile: […]} for the facilitator, else
            {}.

            ``mine`` for who scores, else None: ``order`` of profiles; ``sheets`` [{round, profile, number, label, open,
            needs_recommendation, scored, of, done, recommendation: {value, reason, at, event}, cells: [{criterion,
            letter, scored, value, quotes, reason, at, event, version, again, earlier}]}], those still open first;
            ``rounds`` {round: {scored, of, profiles, profiles_of, submitted: {at, event, seal}, missing, can_submit,
            key}}; ``next`` {round, profile, criterion}; ``can_undo``; ``marks``; ``notes`` [{profile, about, text, at}]
            that they wrote; ``beside`` {points, low, high, profiles, words}, where this person's
            scores lie beside the others', after a reveal and on no shared screen.

            ``board`` after the first reveal, before it None: ``current`` profile; ``agenda`` [{profile, label, split,
            split_words, recommendations, decision, opened, worth, items}], an item being {profile, criterion, letter,
            name, importance, question, number, values, apart, why, worth, dots, anchors, sides, anchor, discussed,
            agreed, differs, again}; ``matrix`` rows {profile, number, label, decision, reopened, cells}; ``decisions``
            by profile; ``stale``; ``within`` {cells, within_one}; ``opened`` [{round, opened, of, missing,
            not_submitted}]; ``notes`` [{profile, about, text, at}];
            ``contradictions`` [{profile, label, what, letters, reason, question}]; ``can_undo``.
            A person on the board is {letter, shape}, with ``name`` when names are on and ``mine`` on their own screen.
        """
        with self._turn:
            self.refresh()
            cached = self._states.get("state")
            if cached is None or cached[0] != self._meeting.version:
                cached = (self._meeting.version, self._state())
                self._states["state"] = cached
            now = self.store.now()
            told = self._states.get("now")
            if told is not None and told[0] == cached[0] and 0 <= gone_ms(told[1], now) < 1000:
                now = told[1]  # told twice in a row it is the same state, and need not travel twice
            self._states["now"] = (cached[0], now)
            return {**cached[1], "clock": self._meeting.clock.to_dict(now)}

    def watch(
        self,
        callback: Callable[[dict[str, Any]], None],
        *,
        on_error: Callable[[Exception], None] | None = None,
    ) -> Watcher:
        """Call back with the new state, from a daemon thread, whenever this session has changed; close it when done."""
        seen = [-1]

        def changed() -> None:
            state = self.state_for()
            if state["version"] != seen[0]:
                seen[0] = state["version"]
                callback(state)

        return self.store.watch(changed, on_error=on_error)

    @property
    def map(self) -> dict[str, Any]:
        """The capability map of now, as plain JSON."""
        self.refresh()
        return self._meeting.map

    @property
    def rubric(self) -> dict[str, Any]:
        """The rubric of now, as plain JSON."""
        self.refresh()
        return self._meeting.rubric.to_dict()

    @property
    def profiles(self) -> dict[str, str]:
        """The profiles' ids and labels, by number."""
        return {profile.id: profile.label for profile in self._meeting.profiles.values()}

    def profile_file(self, profile: str) -> Path | None:
        """Give a profile's file; None when its name was erased. Not in the state: a file's name can name a person."""
        self._known(profile)
        file = self._meeting.profiles[profile].file
        return Path(file) if file else None

    def corrections(self) -> dict[str, list[dict[str, Any]]]:
        """Give what was put right in the profiles as they were read, by profile, in the order given.

        Each is what `workbench.resume.corrections.Correction.to_payload` gives. Not in the state: it can hold names.
        """
        return {profile: list(given) for profile, given in self._meeting.corrections.items()}

    def order(self) -> list[str]:
        """Give the order in which this person reads the profiles."""
        profiles = self._meeting.profiles.values()
        rest = orders(self.session, list(self._meeting.people), [p.id for p in profiles if not p.pilot])
        return [*(p.id for p in profiles if p.pilot), *rest[self.actor]]

    def progress(self) -> pd.DataFrame:
        """Give a row a rater and round: how many scores of how many, how many profiles, submitted when. Counts only."""
        import pandas as pd

        state = self.state_for()
        rows = [
            {"person": person["name"], "round": round, **counts}
            for person in state["people"]
            for round, counts in person["rounds"].items()
        ]
        return pd.DataFrame(rows)

    def my_scores(self) -> pd.DataFrame:
        """Give this rater's own scores, a row a cell, read from the log with their own key file."""
        import pandas as pd

        mine = self.state_for()["mine"]
        rows = [
            {"round": sheet["round"], "unit": sheet["profile"], **cell}
            for sheet in (mine["sheets"] if mine else [])
            for cell in sheet["cells"]
        ]
        return pd.DataFrame(rows)

    def scores(self) -> pd.DataFrame:
        """Give every first score of the revealed rounds as a tidy frame; see `frames.scores_frame`.

        Raises
        ------
        Sealed
            Before the first reveal.
        """
        return frames.scores_frame(self._meeting, self.revealed().scores)

    def recommendations(self) -> pd.DataFrame:
        """Give every blind recommendation of the revealed rounds."""
        return frames.recommendations_frame(self._meeting, self.revealed().recommendations)

    def matrix(self) -> pd.DataFrame:
        """Give a row a cell: its scores, spread, agreed score, or why the panel differs."""
        revealed = self.revealed()
        return frames.matrix_frame(self._meeting, revealed.scores, revealed.settled)

    def agenda(self) -> pd.DataFrame:
        """Give the differences in the order in which they are talked about."""
        return frames.agenda_frame(self.revealed().turns)

    def decisions(self) -> pd.DataFrame:
        """Give what was decided, by profile."""
        return frames.decisions_frame(self._meeting, self.revealed().settled)

    def agreement(self) -> pd.DataFrame:
        """Give the agreement of the first scores, with intervals; see `calibration.agreement`."""
        from workbench import calibration

        frame = self.scores()
        kept = frame[frame["current"]][["rater", "unit", "criterion", "score"]]
        found: pd.DataFrame = calibration.agreement(kept)
        return found

    def revealed(self) -> Revealed:
        """Give everything that is open.

        Raises
        ------
        Sealed
            Before the first reveal.
        """
        with self._turn:
            self.refresh()
            meeting = self._meeting
            if not meeting.revealed_rounds:
                raters = meeting.raters_of(meeting.open_rounds[0])
                submitted = sum(meeting.open_rounds[0].seat(r).submitted is not None for r in raters)
                raise Sealed(
                    f"Scores are sealed until the facilitator reveals them; {submitted} of {len(raters)} "
                    "have submitted. Your own are in my_scores()."
                )
            cached = self._states.get("revealed")
            if cached is None or cached[0] != meeting.version:
                cached = (meeting.version, self._reveal_all())
                self._states["revealed"] = cached
            found: Revealed = cached[1]
            return found

    def _state(self) -> dict[str, Any]:
        meeting = self._meeting
        settled = settle(meeting.steps)
        revealed = self.revealed() if meeting.revealed_rounds else None
        state = shared_state(meeting, self.me, settled, revealed.seats if revealed else {}, "")
        mine = board = None
        if self.actor in {r for round in meeting.rounds.values() for r in meeting.raters_of(round)}:
            books = {id: self._book(round) for id, round in meeting.rounds.items()}
            keys = {id: self._key_state(id) for id in meeting.rounds}
            mine = my_state(meeting, self.actor, self.order(), books, keys)
            # the facilitator's screen is the shared one, and nothing about one rater is ever on that
            alone = revealed is not None and not self.is_facilitator
            mine["beside"] = asdict(beside_the_panel(revealed.scores, self.actor)) if revealed and alone else None
        if revealed:
            board = board_state(meeting, self.actor, revealed.turns, revealed.scores, revealed.settled, revealed.seats)
        findings = meeting.findings if self.is_facilitator else {}
        return {**state, "mine": mine, "board": board, "findings": findings}

    def _key_state(self, id: str) -> str:
        round = self._meeting.rounds[id]
        if not round.seat(self.actor).keys:
            return "none yet"
        return "missing" if self._key_of(round, self.actor) is None else "ok"

    def _reveal_all(self) -> Revealed:
        meeting = self._meeting
        books: dict[tuple[str, str], Book] = {}
        seats: SeatStates = {}
        for round in meeting.revealed_rounds:
            for rater in round.raters:
                entries = self._opened_entries(round, rater)
                seats[round.id, rater] = seat_state(round, rater, bool(self._broken[round.id, rater]))
                books[round.id, rater] = settle_book(list(entries.values()) if seats[round.id, rater] == "open" else [])
        settled = settle(meeting.steps)
        scores, given = scores_of(meeting, books), recommendations_of(meeting, books)
        return Revealed(seats, scores, given, settled, agenda(meeting, scores, given, settled))
