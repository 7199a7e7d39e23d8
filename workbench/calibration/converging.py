"""After the reveal: discuss, agree or differ, decide; everything can be undone by a later event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from workbench.calibration._handle import Saved
from workbench.calibration.meeting import VERDICTS, Meeting, Step, Verdict
from workbench.calibration.quotes import check_value, clean_reason
from workbench.calibration.scoring import Scoring
from workbench.calibration.steps import settle
from workbench.errors import NotAllowed
from workbench.store import Apart

_UNDONE_BY_HAND = ("profile_opened", "discussed", "agreed", "differed", "decided")


class Converging(Scoring):
    """The part of a `Session` in which the panel comes to its decisions."""

    def open_profile(self, profile: str, *, request: str | None = None) -> Saved:
        """Put a profile on the table; the one that lies there is decided first."""
        self._facilitates("open a profile")
        return self._append("profile_opened", {"profile": profile}, request, lambda _: self._on_table(profile))

    def discussed(self, profile: str, criterion: str, on: bool = True, *, request: str | None = None) -> Saved:
        """Tick off a difference as talked about, or take the tick away."""
        self._facilitates("tick off a difference")
        said = {"profile": profile, "criterion": criterion, "on": bool(on)}
        return self._append("discussed", said, request, lambda _: self._on_table(profile, criterion))

    def agree(
        self, profile: str, criterion: str, score: int | None, reason: str, *, request: str | None = None
    ) -> Saved:
        """Keep the score the panel agrees on (None: no evidence) beside the first scores, with the reason."""
        self._facilitates("write down what the panel agrees on")
        value, why = check_value(score), self._needed(reason, "Write why, in the panel’s words.")
        said = {"profile": profile, "criterion": criterion, "score": value, "reason": Apart(why)}
        return self._append("agreed", said, request, lambda _: self._on_table(profile, criterion))

    def differ(self, profile: str, criterion: str, why: str, *, request: str | None = None) -> Saved:
        """Keep that the panel differs on purpose, and why."""
        self._facilitates("write down why the panel differs")
        kept = self._needed(why, "Write why you differ; that is the part worth keeping.")
        said = {"profile": profile, "criterion": criterion, "why": Apart(kept)}
        return self._append("differed", said, request, lambda _: self._on_table(profile, criterion))

    def decide(
        self,
        profile: str,
        decision: Verdict,
        reason: str,
        *,
        speaks_to_candidate: str = "",
        by: str | None = None,
        open_questions: Sequence[str] = (),
        request: str | None = None,
    ) -> Saved:
        """Keep the people's decision about a profile.

        Parameters
        ----------
        speaks_to_candidate, by
            Who speaks to the candidate, and by when (a date, `2026-11-28`). A live session needs both.
        open_questions
            What is to be asked next.

        Raises
        ------
        NotAllowed
            When something is missing, another profile lies on the table, or scores it rests on are given again.
        """
        self._facilitates("write down a decision")
        if decision not in VERDICTS:
            raise NotAllowed(f"A decision is advance, hold or not_now; {decision!r} is none of them.")
        why = self._needed(reason, "Write the reason; the decision must be told by it later.")
        speaker = clean_reason(speaks_to_candidate)
        questions = [kept for question in open_questions if (kept := clean_reason(question))]
        said = {
            "profile": profile,
            "decision": decision,
            "reason": Apart(why),
            "speaks_to_candidate": Apart(speaker) if speaker else None,
            "by": _day(by),
            "open_questions": [Apart(question) for question in questions],
        }

        def check(meeting: Meeting) -> None:
            self._on_table(profile)
            if not meeting.practice and not (speaker and said["by"]):
                raise NotAllowed("Say who speaks to the candidate, and by which day.")
            waiting = [r for r in meeting.open_rounds if r.kind == "again" and profile in r.profiles]
            if waiting:
                letters = ", ".join(meeting.letter(c) for c in waiting[0].criteria_of(profile))
                raise NotAllowed(
                    f"{letters} of {meeting.profiles[profile].label} is being scored again. Reveal that first."
                )

        return self._append("decided", said, request, check)

    def undo(self, *, request: str | None = None) -> Saved:
        """Take back this person's last act: a sealed score before the reveal, or a step after it."""
        request = request or uuid4().hex
        with self._turn:
            self.refresh()
            step = self._last_step() if self.is_facilitator else None
            entry = self._last_own()[1] if self.actor in self._meeting.raters else None
        earlier = self.earlier(request)
        if earlier is not None:
            return earlier
        if step is None or (entry is not None and entry.seq > step.seq):
            return self._undo_score(request)
        return self._append("undone", {"undoes": step.seq}, request)

    def _last_step(self) -> Step | None:
        own = [s for s in self._meeting.steps if s.kind in _UNDONE_BY_HAND and not s.undone]
        return own[-1] if own else None

    def _on_table(self, profile: str, criterion: str | None = None) -> None:
        self._known(profile, criterion)
        meeting = self._meeting
        if not any(profile in round.profiles for round in meeting.revealed_rounds):
            raise NotAllowed(f"{meeting.profiles[profile].label} is still sealed. Reveal it first.")
        if criterion is not None and not meeting.scored(criterion):
            raise NotAllowed("This criterion is not scored from a profile; the interviews test it.")
        there = settle(meeting.steps).on_table
        if there not in (None, profile) and not meeting.profiles[there].pilot:
            raise NotAllowed(f"{meeting.profiles[there].label} is on the table. Decide it first; hold is a decision.")

    def _needed(self, text: str, otherwise: str) -> str:
        kept = clean_reason(text)
        if not kept:
            raise NotAllowed(otherwise)
        return kept


def _day(by: str | None) -> str | None:
    if not by:
        return None
    try:
        return date.fromisoformat(by).isoformat()
    except ValueError:
        raise NotAllowed(f"“{by}” is not a day. Write it as 2026-11-28.") from None
