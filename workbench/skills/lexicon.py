"""The lexicon: every way a skill is written, and the automaton that finds them all in one pass."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from workbench.skills import cache
from workbench.skills.fold import fold_name
from workbench.skills.surfaces import Surface, build, keep, kept
from workbench.skills.vocabulary import Vocabulary


class Lexicon:
    """The surfaces of a vocabulary, found by key (`surfaces`) or in a text (`automaton`)."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.names: dict[str, list[str]] = {}
        for skill, term in words.terms.items():
            if key := fold_name(term["name"]):
                self.names.setdefault(key, []).append(skill)
        with cache.many_made():
            self.surfaces = kept(words.digest) or keep(words.digest, build(words, self.names))

    @cached_property
    def table(self) -> list[Surface]:
        """The surfaces that are looked for in texts, in the automaton's order."""
        return [s for s in self.surfaces.values() if s.told]

    @cached_property
    def entries(self) -> list[tuple[Surface, int, int]]:
        """The same surfaces, each with the length of its key and how it is to be looked at."""
        with cache.many_made():
            return [(s, len(s.key), s.look) for s in self.table]

    @cached_property
    def ascii(self) -> bool:
        """Whether every key is ASCII, so that the automaton may run over bytes."""
        return all(key.isascii() for key in self.surfaces)

    @cached_property
    def automaton(self) -> Any:
        """The Aho–Corasick automaton over the keys, each word with a capital and a space at the end."""
        import ahocorasick_rs as aho

        keys = [key + " " for key in "\n".join(s.key for s in self.table).title().split("\n")]
        longest, small = aho.MatchKind.LeftmostLongest, aho.Implementation.ContiguousNFA
        if self.ascii:
            return aho.BytesAhoCorasick([key.encode("ascii") for key in keys], longest, implementation=small)
        return aho.AhoCorasick(keys, longest, implementation=small)

    @cached_property
    def numbered(self) -> dict[bytes, Surface]:
        """Single words after which a version may be glued: `python3`, `c++17`."""
        return {
            s.key.encode(): s
            for s in self.surfaces.values()
            if " " not in s.key and not s.key[-1].isdigit() and (len(s.key) > 2 or s.key[-1] in "+#")
        }
