"""Ways to learn: from what a person has to what is asked for, with a range in weeks.

A ramp is a judgement, written in a glossary as a range. Where only the other direction was judged, or two skills are
only said to be alternatives, the range is estimated from the kind of what is to be learned, and said to be so.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Collection, Iterable, Iterator
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
        self._out: dict[str, list[tuple[str, float, Step]]] = {}
        known: dict[str, set[str]] = {}
        self._into: dict[str, list[tuple[str, float, Step]]] = {}
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
                if step.to in known.setdefault(have, set()):
                    continue
                known[have].add(step.to)
                middle = (step.low + step.high) / 2
                self._out.setdefault(have, []).append((step.to, middle, step))
                self._into.setdefault(step.to, []).append((have, middle, step))

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
        judged = [
            (middle, one, step)
            for one, middle, step in self._into.get(to, ())
            if step.said == "judged" and one in owned
        ]
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
            for other, middle, step in self._into.get(skill, ()):
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
            for other, middle, step in self._out.get(now, ()):
                reached = cost + middle
                if reached < best.get(other, _FARTHEST):
                    best[other] = reached
                    before[other] = (now, step)
                    heapq.heappush(queue, (reached, steps + 1, other))
        return Around(self, skill, free, before, done, self._judged([skill]))

    def _judged(self, have: Iterable[str]) -> dict[str, Step]:
        """Give the steps from these that somebody judged as they are."""
        return {to: step for one in have for to, _, step in self._out.get(one, ()) if step.said == "judged"}

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
    """Write a range of weeks.

    >>> weeks(2, 6)
    '2–6 weeks'
    """
    return f"{low:g}–{high:g} weeks" if low != high else f"{low:g} weeks"
