"""The skill graph: what comes with what, what is near what, and the way from one skill to another.

The relations are a glossary's, directed from what a person has to what is asked for:

- `implies`: who has a has b;
- `near` of b with id a: who has a can learn b in the given weeks;
- `not` of b with id a: a does not show b.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.skills import cache, coverage, explain, ramps
from workbench.skills.implication import Implication
from workbench.skills.relatedness import Relatedness
from workbench.skills.values import Adjacent, Coverage, Ramp
from workbench.skills.vocabulary import UnknownSkill, Vocabulary

if TYPE_CHECKING:
    import networkx as nx

    from workbench.skills.learned import Learned


class SkillGraph:
    """Answers questions about two skills, or about one and all others.

    >>> from workbench import skills
    >>> graph = skills.graph()
    >>> graph.implies("helm", "kubernetes") > 0.5
    True
    >>> graph.ramp(["docker"], "kubernetes").path
    ('docker', 'kubernetes')
    """

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.learned: Learned | None = None
        self._implication = Implication(words)
        with cache.many_made():
            self._ways = ramps.Ways(words, self._implication)

    @cached_property
    def _relatedness(self) -> Relatedness:
        return Relatedness(self.words)

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The graph in networkx: a node a skill, an edge a relation (`relation`, `why`, `ramp_weeks`)."""
        return explain.network(self.words)

    @cached_property
    def _touching(self) -> dict[str, list[tuple[str, str, str, str]]]:
        return explain.touching(self.words)

    def name(self, skill: str) -> str:
        """Give the name of a skill."""
        return str(self._term(skill)["name"])

    def implies(self, a: str, b: str) -> float:
        """Say how far knowing a means knowing b, in 0–1; 0.5 and more means practically everyone.

        >>> from workbench import skills
        >>> skills.graph().implies("docker", "kubernetes") < 0.5
        True
        """
        self._term(a), self._term(b)
        shown = self._implication.score(a, b)
        if shown >= 0.5 or a == b:
            return shown
        return min(
            0.49, shown + 0.05 * self._relatedness.score(a, b) * (shown > 0 or not self._implication.score(b, a))
        )

    def related(self, a: str, b: str) -> float:
        """Say how close two skills are, in 0–1: used by the same people, learned from one another, of one kind."""
        self._term(a), self._term(b)
        score = self._relatedness.score(a, b)
        if self.learned is None:
            return score
        return self.learned.blend(a, b, score)

    def adjacent(self, skill: str, limit: int = 20) -> list[Adjacent]:
        """Give the skills beside one, closest first, with the way to learn each from it.

        Parameters
        ----------
        skill
            The id a person has.
        limit
            At most this many.
        """
        self._term(skill)
        closest = self._relatedness.closest(skill, limit, self.learned)
        ways = self._ways.around(skill, (other for other, _ in closest))
        out = []
        for other, score in closest:
            way = ways.get(other)
            out.append(
                Adjacent(
                    other,
                    self.name(other),
                    score,
                    way.weeks if way else None,
                    way.path if way else (skill, other),
                    way.why if way else explain.between(self.words, self._implication, skill, other),
                )
            )
        return out

    def path(self, a: str, b: str) -> list[str]:
        """Give the ids on the cheapest way from a to b; empty when there is none."""
        way = self.ramp([a], b)
        return list(way.path) if way else []

    def ramp(self, from_ids: Iterable[str], to: str) -> Ramp | None:
        """Give the cheapest honest way to a skill from everything a person has; None when none is known.

        Weeks are a judgement. What is implied costs nothing; each further step adds its range.
        """
        have = [s for s in from_ids if s in self.words.terms]
        self._term(to)
        return self._ways.to(have, to)

    def why(self, a: str, b: str) -> str:
        """Say in one sentence what having a means for b: the relation, its direction and its reason."""
        self._term(a), self._term(b)
        way = self._ways.to([a], b)
        said = explain.between(self.words, self._implication, a, b, way)
        if self.learned is not None:
            said += " " + self.learned.why(a, b)
        return said

    def denies(self, a: str, b: str) -> bool:
        """Say whether the glossaries state that a does not show b."""
        return (a, b) in self._implication.denied

    def relations(self, skill: str) -> list[tuple[str, str, str, str]]:
        """Give (from, relation, to, why) of every relation that touches a skill."""
        self._term(skill)
        return list(self._touching[skill])

    def covers(self, skill_ids: Iterable[str], central: Iterable[str], peripheral: Iterable[str] = ()) -> Coverage:
        """Say which of a capability's skills a person's skills show, are near to, or do not show."""
        return coverage.covers(self, list(skill_ids), list(central), list(peripheral))

    def _term(self, skill: str) -> dict[str, Any]:
        term = self.words.terms.get(skill)
        if term is None:
            from workbench.skills import resolve

            raise UnknownSkill(skill, resolve(skill).nearest)
        return term
