"""Ways to learn: from what a person has to what is asked for, with a range in weeks.

A ramp is a judgement, written in a glossary as a range. Where only the other direction was judged, or two skills are
only said to be alternatives, the range is estimated from the kind of what is to be learned, and said to be so.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

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


Edge = tuple[str, float, Step]


def _judged(to: str, entry: dict[str, Any]) -> Step:
    low, high = entry["ramp_weeks"]
    return Step(to, low, high, entry.get("why", ""), "judged")


def _follow(skill: str, after: dict[str, tuple[str, Step]]) -> Iterator[tuple[str, Step]]:
    while skill in after:
        to, step = after[skill]
        yield skill, step
        skill = to


class Around:
    """The ways from one skill: `get(to)` gives one in words, None when there is none."""

    def __init__(
        self,
        ways: Ways,
        skill: str,
        free: dict[str, tuple[str, ...]],
        before: dict[str, tuple[str, Step]],
        reached: set[str],
        direct: dict[str, Step],
    ) -> None:
        self._ways, self._skill, self._free, self._before, self._reached = ways, skill, free, before, reached
        self._direct = direct

    def get(self, to: str) -> Ramp | None:
        """Give the cheapest way to a skill."""
        if to in self._direct and to not in self._free:
            return self._ways._ramp((self._skill,), [(self._skill, self._direct[to])])
        if to == self._skill or to not in self._reached:
            return None
        steps: list[tuple[str, Step]] = []
        while to not in self._free:
            to, step = self._before[to]
            steps.insert(0, (to, step))
        return self._ways._ramp(self._free[to], steps)


class Ways:
    """Cheapest ways over `near` (its weeks) and what comes with a skill (no weeks)."""

    def __init__(self, words: Vocabulary, implication: Implication) -> None:
        self._words = words
        self._implication = implication
        self._out: dict[str, list[Edge]] = {}
        self._into: dict[str, list[Edge]] = {}
        # who names a skill as near, and who as an alternative, in the glossaries' order
        self._near: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self._instead: dict[str, list[tuple[str, str, str]]] = {}
        for skill, term in words.terms.items():
            for n in term.get("near", ()):
                self._near.setdefault(n["id"], []).append((skill, n))
            for e in term.get("alternative_to", ()):
                other, why = (e, "") if isinstance(e, str) else (e["id"], e.get("why", ""))
                self._instead.setdefault(other, []).append((skill, skill, why))
                self._instead.setdefault(skill, []).append((other, skill, why))

    def out_of(self, have: str) -> list[Edge]:
        """Give the steps from a skill: what somebody judged comes before what is estimated of the same pair."""
        known = self._out.get(have)
        if known is None:
            known = self._out[have] = self._edges(have, self._steps_out_of(have))
        return known

    def into(self, to: str) -> list[Edge]:
        """Give the steps to a skill, in the same order."""
        known = self._into.get(to)
        if known is None:
            known = self._into[to] = self._edges(to, self._steps_into(to))
        return known

    def _edges(self, end: str, steps: Iterator[tuple[str, Step]]) -> list[Edge]:
        out: dict[str, Edge] = {}
        for other, step in steps:
            if other in self._words.terms and other != end and other not in out:
                out[other] = (other, (step.low + step.high) / 2, step)
        return list(out.values())

    def _steps_out_of(self, have: str) -> Iterator[tuple[str, Step]]:
        for skill, n in self._near.get(have, ()):
            yield skill, _judged(skill, n)
        for n in self._words.terms.get(have, {}).get("near", ()):
            yield n["id"], self._turned(n["id"], *n["ramp_weeks"])
        for other, said_of, why in self._instead.get(have, ()):
            yield other, self._guessed(other, said_of, why)

    def _steps_into(self, to: str) -> Iterator[tuple[str, Step]]:
        for n in self._words.terms.get(to, {}).get("near", ()):
            yield n["id"], _judged(to, n)
        for skill, n in self._near.get(to, ()):
            yield skill, self._turned(to, *n["ramp_weeks"])
        for other, said_of, why in self._instead.get(to, ()):
            yield other, self._guessed(to, said_of, why)

    def _guessed(self, to: str, said_of: str, why: str) -> Step:
        low, high = _BY_KIND[self._words.terms[said_of]["kind"]]
        return Step(to, low, high, why or "an alternative for the same job", "estimated from its kind")

    def _turned(self, to: str, low: float, high: float) -> Step:
        """Estimate the way back of a judged one: never shorter than it, and by the kind of what is to be learned."""
        kind = self._words.terms.get(to, {"kind": "tool"})["kind"]
        least, most = _BY_KIND[kind]
        return Step(
            to, max(low, least), max(high, most), "only the other direction was judged", "estimated from its kind"
        )

    def to(self, have: Collection[str], to: str) -> Ramp | None:
        """Give the cheapest way by the middle of its range; what is had or comes with it costs nothing.

        Walked backwards, from what is asked for until something that is there is met: its cost does not grow with how
        much a person has. Where somebody judged the pair itself, no way round undercuts their judgement.
        """
        owned = set(have)
        judged = [(middle, one, step) for one, middle, step in self.into(to) if step.said == "judged" and one in owned]
        if judged and to not in self._free(owned):
            _, one, step = min(judged, key=lambda way: way[0])
            direct = self._ramp((one,), [(one, step)])
            rest = self._search([s for s in have if s not in {other for _, other, _ in judged}], to)
            return rest if rest is not None and sum(rest.weeks) < sum(direct.weeks) else direct
        return self._search(have, to)

    def _search(self, have: Iterable[str], to: str) -> Ramp | None:
        free = self._free(have)
        best = {to: 0.0}
        after: dict[str, tuple[str, Step]] = {}
        queue = [(0.0, 0, to)]
        done: set[str] = set()
        while queue:
            cost, steps, skill = heapq.heappop(queue)
            if skill in done:
                continue
            if skill in free:
                return self._ramp(free[skill], [*_follow(skill, after)])
            done.add(skill)
            if steps >= _STEPS:
                continue
            for other, middle, step in self.into(skill):
                reached = cost + middle
                if reached < best.get(other, _FARTHEST):
                    best[other] = reached
                    after[other] = (skill, step)
                    heapq.heappush(queue, (reached, steps + 1, other))
        return None

    def around(self, skill: str, wanted: Iterable[str]) -> Around:
        """Give the cheapest ways from one skill to the wanted ones, each made into words when it is asked for."""
        missing = set(wanted)
        free = self._free([skill])
        best = dict.fromkeys(free, 0.0)
        before: dict[str, tuple[str, Step]] = {}
        queue = [(0.0, 0, one) for one in free]
        done: set[str] = set()
        while queue and missing:
            cost, steps, now = heapq.heappop(queue)
            if now in done:
                continue
            done.add(now)
            missing.discard(now)
            if steps >= _STEPS:
                continue
            for other, middle, step in self.out_of(now):
                reached = cost + middle
                if reached < best.get(other, _FARTHEST):
                    best[other] = reached
                    before[other] = (now, step)
                    heapq.heappush(queue, (reached, steps + 1, other))
        return Around(self, skill, free, before, done, self._judged([skill]))

    def _judged(self, have: Iterable[str]) -> dict[str, Step]:
        """Give the steps from these that somebody judged as they are."""
        return {to: step for one in have for to, _, step in self.out_of(one) if step.said == "judged"}

    def _free(self, have: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give what a person has and what comes with it, each with the chain to it.

        Who has just learned something across did not learn what comes with it too.
        """
        free: dict[str, tuple[str, ...]] = {skill: (skill,) for skill in have}
        for skill in list(free):
            for other, (score, chain) in self._implication.chains(skill).items():
                if score >= 0.5 and (other not in free or len(chain) < len(free[other])):
                    free[other] = chain
        return free

    def _ramp(self, chain: tuple[str, ...], steps: list[tuple[str, Step]]) -> Ramp:
        said = [self._comes(a, b) for a, b in itertools.pairwise(chain)]
        said += [self._learn(skill, step) for skill, step in steps]
        low, high = sum(s.low for _, s in steps), sum(s.high for _, s in steps)
        return Ramp((low, high), (*chain, *(s.to for _, s in steps)), "; ".join(said) or "shown")

    def _name(self, skill: str) -> str:
        return str(self._words.terms[skill]["name"])

    def _comes(self, a: str, b: str) -> str:
        relation, why = next((r, w) for other, _, r, w in self._implication.steps(a) if other == b)
        words = {"implies": "comes with", "built_on": "is what stands under", "part_of": "is what holds"}[relation]
        return f"{self._name(b)} {words} {self._name(a)}{f' ({why})' if why else ''}"

    def _learn(self, have: str, step: Step) -> str:
        judged = "" if step.said == "judged" else f", {step.said}"
        why = f": {step.why}" if step.why else ""
        return f"{self._name(have)} → {self._name(step.to)} {weeks(step.low, step.high)}{judged}{why}"


def weeks(low: float, high: float) -> str:
    """Write a range of weeks; what is less than one in working days.

    >>> weeks(2, 6), weeks(0.4, 1), weeks(0.2, 0.6), weeks(0, 2)
    ('2–6 weeks', '2 days–1 week', '1–3 days', '0–2 weeks')
    """
    first, last = _time(low), _time(high)
    if first == last:
        return last
    same = low == 0 or (low < 1) == (high < 1)
    return f"{first.split()[0]}–{last}" if same else f"{first}–{last}"


def _time(long: float) -> str:
    number, unit = (f"{long:g}", "week") if long >= 1 else (f"{5 * long:.0f}", "day")
    return f"{number} {unit}{'' if number == '1' else 's'}"
