"""The meeting's clock: parts with minutes, started, paused and moved on by events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

ClockAct = Literal["start", "pause", "next", "back"]
CLOCK_ACTS: tuple[ClockAct, ...] = ("start", "pause", "next", "back")

_PARTS = (
    ("musts", "Confirm the musts", 5),
    ("pilot", "Score one profile, mend the anchors", 14),
    ("discuss", "Reveal and discuss", 18),
    ("decide", "Decide", 8),
)
DEBRIEF = (
    ("evidence", "Look at the evidence", 3),
    ("differences", "Talk about the differences", 4),
    ("decide", "Decide", 2),
    ("close", "Plan the close", 1),
)
DEBRIEF_MINUTES = 10  # a candidate


@dataclass(frozen=True)
class Part:
    """A part of the meeting with its minutes, and the milliseconds that have gone into it."""

    id: str
    title: str
    minutes: int
    elapsed_ms: int = 0


@dataclass(frozen=True)
class Clock:
    """The parts, which one is on, and since when it runs (None: paused)."""

    parts: tuple[Part, ...]
    part: int = 0
    since: str | None = None

    def after(self, act: ClockAct, at: str) -> Clock:
        """Give the clock after an act at a time.

        >>> clock = Clock(parts_of(45)).after("start", "2026-11-21T14:00:00Z")
        >>> clock.after("pause", "2026-11-21T14:03:00Z").parts[0].elapsed_ms
        180000
        """
        settled = self._settled(at)
        if act == "start":
            return replace(settled, since=at)
        if act == "pause":
            return replace(settled, since=None)
        step = 1 if act == "next" else -1
        part = min(max(settled.part + step, 0), len(settled.parts) - 1)
        return replace(settled, part=part, since=at if self.since else None)

    def to_dict(self, now: str) -> dict[str, Any]:
        """Give plain JSON; while it runs, `now - since` is to be added to the elapsed time of the part that is on."""
        return {
            "total_min": sum(part.minutes for part in self.parts),
            "part": self.part,
            "running": self.since is not None,
            "since": self.since,
            "now": now,
            "parts": [
                {"id": p.id, "title": p.title, "minutes": p.minutes, "elapsed_s": p.elapsed_ms / 1000}
                for p in self.parts
            ],
        }

    def _settled(self, at: str) -> Clock:
        if self.since is None:
            return self
        gone = max(0, gone_ms(self.since, at))
        parts = list(self.parts)
        parts[self.part] = replace(parts[self.part], elapsed_ms=parts[self.part].elapsed_ms + gone)
        return replace(self, parts=tuple(parts), since=at)


def parts_of(minutes: int, parts: Sequence[tuple[str, str, int]] = _PARTS) -> tuple[Part, ...]:
    """Divide the meeting's minutes as 5, 14, 18 and 8 divide 45, each part at least one minute.

    >>> [part.minutes for part in parts_of(45)], sum(part.minutes for part in parts_of(30))
    ([5, 14, 18, 8], 30)
    """
    whole = sum(part[2] for part in parts)
    ends = [round(minutes * sum(p[2] for p in parts[: n + 1]) / whole) for n in range(len(parts))]
    lengths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    return tuple(Part(id, title, max(1, length)) for (id, title, _), length in zip(parts, lengths, strict=True))


def gone_ms(since: str, at: str) -> int:
    """Give the milliseconds from one time to another, both in ISO 8601.

    >>> gone_ms("2026-11-21T14:00:00.000Z", "2026-11-21T14:00:00.250Z")
    250
    """
    return round((datetime.fromisoformat(at) - datetime.fromisoformat(since)).total_seconds() * 1000)
