"""Ways to learn: from what a person has to what is asked for, with a range in weeks.

A ramp is a judgement, written in a glossary as a range. Where only the other direction was judged, or two skills are
only said to be alternatives, the range is estimated from the kind of what is to be learned, and said to be so.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.skills.implication import Implication
from workbench.skills.values import Ramp
from workbench.skills.vocabulary import Vocabulary

# weeks to learn an alternative of the same kind, when nobody has judged the pair
_BY_KIND: dict[str, tuple[float, float]] = {
    "language": (6, 16),
    "framework": (3, 8),
    "library": (1, 4),
    "database": (3, 8),
    "platform": (6, 16),
    "service": (1, 4),
    "tool": (1, 4),
    "protocol": (1, 4),
    "practice": (4, 12),
    "concept": (4, 12),
}
# beyond this many weeks one learns the thing itself, not across from another
_FARTHEST = 40.0
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One step a person can take: to a skill, in weeks, because."""

    to: str
    low: float
    high: float
    why: str
    said: str


class Ways:
    """Cheapest ways over `near` (its weeks) and what comes with a skill (no weeks)."""

    def __init__(self, words: Vocabulary, implication: Implication) -> None:
        self._words = words
        self._implication = implication
        self._out: dict[str, dict[str, Step]] = {}
        self._around: dict[str, dict[str, Ramp]] = {}
        judged: list[tuple[str, Step]] = []
        turned: list[tuple[str, Step]] = []
        guessed: list[tuple[str, Step]] = []
        for skill, term in words.terms.items():
            for n in term.get("near", ()):
                low, high = n["ramp_weeks"]
                why = n.get("why", "")
                judged.append((n["id"], Step(skill, low, high, why, "judged")))
                turned.append((skill, self._turned(n["id"], low, high)))
            for e in term.get("alternative_to", ()):
                other, why = (e, "") if isinstance(e, str) else (e["id"], e.get("why", ""))
                low, high = _BY_KIND[term["kind"]]
                why = why or "an alternative for the same job"
                guessed.append((other, Step(skill, low, high, why, "estimated from its kind")))
                guessed.append((skill, Step(other, low, high, why, "estimated from its kind")))
        for have, step in (*judged, *turned, *guessed):
            if have in words.terms and step.to in words.terms and have != step.to:
                self._out.setdefault(have, {}).setdefault(step.to, step)

    def _turned(self, to: str, low: float, high: float) -> Step:
        """Estimate the way back of a judged one: never shorter than it, and by the kind of what is to be learned."""
        kind = self._words.terms.get(to, {"kind": "tool"})["kind"]
        least, most = _BY_KIND[kind]
        return Step(
            to, max(low, least), max(high, most), "only the other direction was judged", "estimated from its kind"
        )

    def to(self, have: Iterable[str], to: str) -> Ramp | None:
        """Give the cheapest way by the middle of its range; what is had or implied costs nothing."""
        return self._walk(tuple(dict.fromkeys(have)), to).get(to)

    def around(self, skill: str) -> dict[str, Ramp]:
        """Give the cheapest way from one skill to each it reaches."""
        if skill not in self._around:
            self._around[skill] = self._walk((skill,), None)
        return self._around[skill]

    def _walk(self, have: tuple[str, ...], to: str | None) -> dict[str, Ramp]:
        best: dict[str, float] = {}
        queue: list[tuple[float, int, str, float, float, tuple[str, ...], tuple[str, ...]]] = []
        for skill in have:
            heapq.heappush(queue, (0.0, 0, skill, 0.0, 0.0, (skill,), ()))
        done: dict[str, Ramp] = {}
        while queue:
            cost, steps, skill, low, high, path, said = heapq.heappop(queue)
            if skill in done:
                continue
            done[skill] = Ramp((low, high), path, "; ".join(said) or "shown")
            if skill == to:
                break
            for other, score, relation, why in self._implication.steps(skill):
                # what comes with a skill is free to who has it; who has just learned it across did not learn that too
                if steps == 0 and score >= 0.5 and other not in done and not self._blocked(path[0], other):
                    self._push(
                        queue,
                        best,
                        cost,
                        steps,
                        other,
                        low,
                        high,
                        path,
                        (*said, self._comes(skill, other, relation, why)),
                    )
            if steps >= _STEPS:
                continue
            for step in self._out.get(skill, {}).values():
                if step.to in done:
                    continue
                reached = cost + (step.low + step.high) / 2
                if reached <= _FARTHEST:
                    self._push(
                        queue, best, reached, steps + 1, step.to, low + step.low, high + step.high, path,
                        (*said, self._learn(skill, step)),
                    )  # fmt: skip
        for skill in have:
            if skill != to or to is None:
                done.pop(skill, None)
        return done

    def _blocked(self, a: str, b: str) -> bool:
        return (a, b) in self._implication.denied

    @staticmethod
    def _push(
        queue: list[tuple[float, int, str, float, float, tuple[str, ...], tuple[str, ...]]],
        best: dict[str, float],
        cost: float,
        steps: int,
        to: str,
        low: float,
        high: float,
        path: tuple[str, ...],
        said: tuple[str, ...],
    ) -> None:
        if cost < best.get(to, float("inf")):
            best[to] = cost
            heapq.heappush(queue, (cost, steps, to, low, high, (*path, to), said))

    def _name(self, skill: str) -> str:
        return str(self._words.terms[skill]["name"])

    def _comes(self, a: str, b: str, relation: str, why: str) -> str:
        words = {"implies": "comes with", "built_on": "is what stands under", "part_of": "is what holds"}[relation]
        return f"{self._name(b)} {words} {self._name(a)}{f' ({why})' if why else ''}"

    def _learn(self, have: str, step: Step) -> str:
        judged = "" if step.said == "judged" else f", {step.said}"
        why = f": {step.why}" if step.why else ""
        return f"{self._name(have)} → {self._name(step.to)} {weeks(step.low, step.high)}{judged}{why}"


def weeks(low: float, high: float) -> str:
    """Write a range of weeks.

    >>> weeks(2, 6)
    '2–6 weeks'
    """
    return f"{low:g}–{high:g} weeks" if low != high else f"{low:g} weeks"
