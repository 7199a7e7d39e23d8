"""What comes with a skill: chains of `implies`, and what a skill is built on or part of."""

from __future__ import annotations

from typing import Any

from workbench.skills.kin import ends
from workbench.skills.vocabulary import Vocabulary

# how sure one step is; `built_on` and `part_of` say less, and say it by the kind of what stands below
_IMPLIES = 0.97
_ON_LANGUAGE = 0.9
_PART_OF_PLATFORM = 0.85
_WEAK = 0.4
_FLOOR = 0.2


class Implication:
    """Scores `a implies b` in 0–1 over chains of at most six steps.

    The score of a chain is the product of its steps: 0.97 for `implies`, 0.9 for a framework or library `built_on` a
    language, 0.85 for a service that is `part_of` a platform, 0.4 for other `built_on` and `part_of`. `not` makes the
    step between those two 0, whatever else is said.
    """

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._steps: dict[str, list[tuple[str, float, str, str]]] = {}
        self._above: dict[str, dict[str, tuple[float, tuple[str, ...]]]] = {}
        self.denied: dict[tuple[str, str], str] = {}
        for skill, term in words.terms.items():
            for entry in term.get("not", ()):
                other, why = (entry, "") if isinstance(entry, str) else (entry["id"], entry.get("why", ""))
                self.denied[other, skill] = why

    def score(self, a: str, b: str) -> float:
        """Give the score of the best chain, 0 when there is none."""
        if a == b:
            return 1.0
        found = self.chains(a).get(b)
        return found[0] if found else 0.0

    def chain(self, a: str, b: str) -> tuple[str, ...]:
        """Give the ids on the best chain; empty when there is none."""
        found = self.chains(a).get(b)
        return found[1] if found else ()

    def chains(self, a: str) -> dict[str, tuple[float, tuple[str, ...]]]:
        """Give what a implies, each with its score and the chain to it."""
        known = self._above.get(a)
        if known is not None:
            return known
        best: dict[str, tuple[float, tuple[str, ...]]] = {a: (1.0, (a,))}
        edge = [a]
        for _ in range(6):
            following = []
            for now in edge:
                score, path = best[now]
                for other, step, _relation, _why in self.steps(now):
                    reached = score * step
                    if reached < _FLOOR or reached <= best.get(other, (0.0,))[0] or (a, other) in self.denied:
                        continue
                    best[other] = (reached, (*path, other))
                    following.append(other)
            edge = following
        del best[a]
        self._above[a] = best
        return best

    def steps(self, skill: str) -> list[tuple[str, float, str, str]]:
        """Give (id, score, relation, reason) of the steps up from a skill."""
        known = self._steps.get(skill)
        if known is None:
            known = self._steps[skill] = list(self._read(skill))
        return known

    def _read(self, skill: str) -> list[tuple[str, float, str, str]]:
        term = self._words.terms.get(skill, {})
        out: list[tuple[str, float, str, str]] = []
        for field in ("implies", "built_on", "part_of"):
            for entry in term.get(field, ()):
                other = entry if isinstance(entry, str) else entry["id"]
                above = self._words.terms.get(other)
                if above is None or other == skill or (skill, other) in self.denied:
                    continue
                why = "" if isinstance(entry, str) else entry.get("why", "")
                out.append((other, _step(field, term, above), field, why))
        return out


def _step(field: str, term: dict[str, Any], above: dict[str, Any]) -> float:
    if field == "implies":
        return _IMPLIES
    if field == "built_on" and above["kind"] == "language" and term["kind"] in ("framework", "library"):
        return _ON_LANGUAGE
    if field == "part_of" and above["kind"] == "platform" and term["kind"] in ("service", "tool", "database"):
        return _PART_OF_PLATFORM
    return _WEAK


def implied(words: Vocabulary, skill: str) -> list[str]:
    """Give the ids a term's `implies` names."""
    return ends(words.terms[skill], "implies")
