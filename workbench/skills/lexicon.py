"""The lexicon: every way a skill is written, and the automaton that finds them all in one pass."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from workbench.skills import cache, packed
from workbench.skills.fold import fold_name
from workbench.skills.packed import Surfaces
from workbench.skills.surfaces import Surface, build
from workbench.skills.vocabulary import Vocabulary


class Lexicon:
    """The surfaces of a vocabulary, found by key (`surfaces`) or in a text (`automaton`).

    `names` are the keys of canonical names, each with the skills that bear it. `entries` are the surfaces in the
    automaton's order, each with how it is to be looked at, and None for one that no text has met so far.
    """

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        name = packed.kept_name(words.digest)
        with cache.many_made():
            held = cache.load(name)
            if not isinstance(held, dict):
                names = _names(words)
                held = packed.pack(build(words, names), names)
                cache.keep(name, held)
            self.names: dict[str, list[str]] = held["names"]
            self.surfaces = Surfaces(held)
        self.told = self.surfaces.told()
        self.entries: list[tuple[Surface, int] | None] = [None] * len(self.told)

    def entry(self, index: int) -> tuple[Surface, int]:
        """Make an entry when a text first meets it."""
        surface = self.surfaces[self.told[index]]
        self.entries[index] = made = (surface, surface.look)
        return made

    @cached_property
    def ascii(self) -> bool:
        """Whether every key is ASCII, so that the automaton may run over bytes."""
        return all(map(str.isascii, self.told))

    @cached_property
    def automaton(self) -> Any:
        """The Aho–Corasick automaton over the keys, each word with a capital and a space at the end."""
        import ahocorasick_rs as aho

        longest, small = aho.MatchKind.LeftmostLongest, aho.Implementation.ContiguousNFA
        if self.ascii:
            heads = (" \n".join(self.told) + " ").encode("ascii").title().split(b"\n")
            return aho.BytesAhoCorasick(heads, longest, implementation=small)
        return aho.AhoCorasick((" \n".join(self.told) + " ").title().split("\n"), longest, implementation=small)

    def numbered(self, word: bytes) -> Surface | None:
        """Give a single word after which a version may be glued: `python3`, `c++17`."""
        if word[-1:].isdigit() or not (len(word) > 2 or word[-1] in b"+#"):
            return None
        return self.surfaces.get(word.decode("ascii"))


def _names(words: Vocabulary) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for skill, term in words.terms.items():
        if key := fold_name(term["name"]):
            names.setdefault(key, []).append(skill)
    return names
