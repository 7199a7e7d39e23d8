"""All surfaces of a vocabulary, packed: one is made when it is first asked for.

There are some ten for each term, and a session meets few of them. What is kept on disk and in memory are long strings;
the key of a clear name leads to its line, the few others are rows of their own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from workbench.skills import cache
from workbench.skills.surfaces import Surface, is_plain, plain

Packed = dict[str, Any]


class Surfaces(Mapping[str, Surface]):
    """Every surface by its key: first the clear names in order, then the others."""

    def __init__(self, packed: Packed) -> None:
        self._keys: list[str] = packed["keys"].split("\n") if packed["keys"] else []
        self._skills: list[str] = packed["skills"]
        self._of: list[int] = packed["of"]
        self._spellings: list[str] = packed["spellings"].split("\n")
        self._row = dict(zip(self._keys, range(len(self._keys)), strict=True))
        self._made = {row[0]: _surface(row) for row in packed["others"]}
        self._others = list(self._made.values())

    def __getitem__(self, key: str) -> Surface:
        made = self._made.get(key)
        return made if made is not None else self._make(key, self._row[key])

    def __contains__(self, key: object) -> bool:
        return key in self._row or key in self._made

    def __iter__(self) -> Iterator[str]:
        yield from self._keys
        yield from (s.key for s in self._others)

    def __len__(self) -> int:
        return len(self._keys) + len(self._others)

    def _make(self, key: str, row: int) -> Surface:
        made = self._made[key] = plain(key, self._skills[self._of[row]], tuple(self._spellings[row].split("\t")))
        return made

    def senses(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give each key with the skills it may stand for, without making the surfaces."""
        for key, skill in zip(self._keys, self._of, strict=True):
            yield key, (self._skills[skill],)
        for surface in self._others:
            yield surface.key, surface.senses

    def told(self) -> list[str]:
        """Give the keys that are looked for in texts."""
        return self._keys + [s.key for s in self._others if s.told]


def _surface(row: list[Any]) -> Surface:
    key, senses, owner, level, spellings, exact, strict, needs, phrases, never, *rest = row
    return Surface(
        key, tuple(senses), owner, level, tuple(spellings), exact, strict, frozenset(needs), tuple(phrases),
        tuple(never), *rest,
    )  # fmt: skip


def pack(surfaces: Mapping[str, Surface], names: dict[str, list[str]]) -> Packed:
    """Pack surfaces, and the keys of canonical names beside them, into what JSON can hold."""
    # in order, for the automaton is built faster from sorted keys
    ordered = sorted(surfaces.values(), key=lambda s: s.key)
    clear = [s for s in ordered if is_plain(s) and not any({"\n", "\t"} & set(said) for said in s.spellings)]
    apart = {s.key for s in clear}
    skills = list(dict.fromkeys(s.senses[0] for s in clear))
    number = {skill: i for i, skill in enumerate(skills)}
    return {
        "names": names,
        "keys": "\n".join(s.key for s in clear),
        "skills": skills,
        "of": [number[s.senses[0]] for s in clear],
        "spellings": "\n".join("\t".join(s.spellings) for s in clear),
        "others": [(*astuple(s)[:7], sorted(s.needs), *astuple(s)[8:]) for s in ordered if s.key not in apart],
    }


@functools.cache
def _rules() -> str:
    """Name the rules by which surfaces are made: the code itself."""
    here = Path(__file__).parent
    return cache.digest(
        *((here / f"{m}.py").read_bytes() for m in ("surfaces", "packed", "variants", "fold", "ordinary"))
    )


def kept_name(digest: str) -> str:
    """Name what is kept of this content by these rules."""
    return f"lexicon-{cache.digest(str(cache.FORMAT), _rules(), digest)}"
