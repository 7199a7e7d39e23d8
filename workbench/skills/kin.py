"""Which skills are close enough to speak for one another in a text."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from workbench.skills.vocabulary import Vocabulary

_FIELDS = ("implies", "part_of", "built_on", "alternative_to", "near", "confused_with")


def ends(term: dict[str, Any], field: str) -> list[str]:
    """Give the ids a term's field points to."""
    return [e if isinstance(e, str) else e["id"] for e in term.get(field, ())]


class Kin:
    """`Kin(words)(id)`: the skills one step away in any relation but `not`, and those that share such a one."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._made: dict[str, frozenset[str]] = {}

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        near: dict[str, set[str]] = {skill: set() for skill in self._words.terms}
        for skill, term in self._words.terms.items():
            for field in _FIELDS:
                for other in ends(term, field):
                    if other in near and other != skill:
                        near[skill].add(other)
                        near[other].add(skill)
        return near

    def __call__(self, skill: str) -> frozenset[str]:
        if skill not in self._made:
            near = set(self._near[skill])
            # a hub such as a language has too many neighbours to say anything about two of them
            for other in self._near[skill]:
                if len(self._near[other]) <= 40:
                    near |= self._near[other]
            near.discard(skill)
            self._made[skill] = frozenset(near)
        return self._made[skill]
