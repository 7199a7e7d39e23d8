"""Every way a skill is written, and the automaton that finds them all in one pass.

A surface is a folded name (`node js`); its variants by rule are added when the lexicon is made: `nodejs`, `node js`,
singular and plural of practices, both spellings of -isation. A name that more than one skill may claim, that is an
ordinary word, or that is very short carries a level: how much the words around it have to say before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from workbench.skills.fold import fold_name
from workbench.skills.ordinary import MOSTLY, ORDINARY, words_of
from workbench.skills.vocabulary import Vocabulary

# levels: how far a name is from meaning the skill by itself
SURE, MOSTLY_SKILL, WORD, LETTER = 0, 1, 2, 3

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_HARD = re.compile(r"[,;:/|&()\[\]{}<>•·\\\"]")
_SMALL = words_of("no on in is it at an as be by to do my of or us we up go")
# two letters that mean nothing else in a profile
_CLEAR_PAIRS = words_of("js ts qt c# f# d3 k3s s3 vb ui ux k8s r2")


@dataclass(slots=True)
class Surface:
    """One folded name: the skills it may stand for, the level, the exact spellings, and what the glossary adds.

    `sure` is the one skill it stands for when nothing around has to be looked at; `small` says that the name is
    written in small letters of its own accord, `lead` how many signs stand before its first letter (.NET).
    """

    key: str
    senses: list[str] = field(default_factory=list)
    owner: str | None = None
    level: int = SURE
    spellings: set[str] = field(default_factory=set)
    exact: bool = False
    strict: bool = False
    needs: frozenset[str] = frozenset()
    needs_phrases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    sure: str | None = None
    small: bool = False
    lead: int = 0


class Lexicon:
    """The surfaces of a vocabulary, found by key (`surfaces`) or in a text (`automaton`)."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.surfaces: dict[str, Surface] = {}
        self.names: dict[str, list[str]] = {}
        for skill, term in words.terms.items():
            self._add_term(skill, term)
        for surface in self.surfaces.values():
            self._level(surface)

    def _add_term(self, skill: str, term: dict[str, Any]) -> None:
        name = term["name"]
        key = fold_name(name)
        if key:
            self.names.setdefault(key, []).append(skill)
        for spelling in (name, *term.get("aliases", ())):
            self._add(spelling, skill, owned=True)
        for spelling in term.get("shared", ()):
            self._add(spelling, skill, owned=False)
        for spelling in variants(term, in_javascript(term)):
            folded = fold_name(spelling)
            if folded not in self.surfaces and (folded in MOSTLY or folded not in ORDINARY):
                self._add(spelling, skill, owned=True)
        hint = term.get("ambiguous")
        if hint is not None:
            for folded in _hinted(term):
                surface = self.surfaces[folded]
                surface.level = max(surface.level, _hinted_level(folded, surface.spellings))
                surface.exact = surface.exact or hint.get("case") == "exact"
                surface.needs |= {n.lower() for n in hint.get("needs", ())} - {folded}
                surface.never += tuple(n.lower() for n in hint.get("never", ()))

    def _add(self, spelling: str, skill: str, *, owned: bool) -> None:
        key = fold_name(spelling)
        if not key:
            return
        surface = self.surfaces.setdefault(key, Surface(key))
        if skill not in surface.senses:
            surface.senses.append(skill)
        if owned:
            surface.owner = skill if surface.owner in (None, skill) else ""
        surface.spellings.add(spelling)

    def _level(self, surface: Surface) -> None:
        key = surface.key
        letters = key.replace(" ", "")
        surface.strict = (
            all(len(w) == 1 for w in key.split()) or not min(surface.spellings, key=len)[0].isalnum()
        ) and not letters.endswith(("+", "#"))
        if surface.strict:
            surface.lead = min(len(s) - len(s.lstrip("._-@#*$%!")) for s in surface.spellings)
        if len(key) == 1:
            surface.level = LETTER
        elif len(key) == 2 and key not in _CLEAR_PAIRS and not surface.strict:
            surface.level = max(surface.level, WORD)
        elif key in MOSTLY:
            surface.level = max(surface.level, MOSTLY_SKILL)
        elif key in ORDINARY or key.removesuffix("s") in ORDINARY:
            surface.level = max(surface.level, WORD)
        if key in self.names:
            surface.senses.sort(key=lambda s: s not in self.names[key])
        surface.needs_phrases = tuple(n for n in sorted(surface.needs) if " " in n)
        surface.small = all(s.islower() for s in surface.spellings)
        surface.sure = surface.senses[0] if surface.level == SURE and len(surface.senses) == 1 else None

    @cached_property
    def table(self) -> list[tuple[Surface, int, int]]:
        """Each surface with its length and how to look at the text again, in the automaton's order.

        0 is not at all, 1 unless it is written exactly so, 2 always.
        """
        return [(s, len(s.key), 2 if s.strict or len(s.key) < 4 else int(" " in s.key)) for s in self.surfaces.values()]

    @cached_property
    def ascii(self) -> bool:
        """Whether every key is ASCII, so that the automaton may run over bytes."""
        return all(key.isascii() for key in self.surfaces)

    @cached_property
    def automaton(self) -> Any:
        """The Aho–Corasick automaton over the keys, each word with a capital and a space at the end."""
        import ahocorasick_rs as aho

        keys = [f"{s.key} ".title() for s, _, _ in self.table]
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


def _hinted(term: dict[str, Any]) -> list[str]:
    """Give the surfaces that a term's `ambiguous` is about: its bare one-word names."""
    name = fold_name(term["name"])
    spelled = [fold_name(s) for s in (term["name"], *term.get("aliases", ()), *term.get("shared", ()))]
    bare = [k for k in spelled if k and " " not in k and {k, k.removesuffix("s")} & set(name.split())]
    return list(dict.fromkeys(bare))


def _hinted_level(key: str, spellings: set[str]) -> int:
    """Say how far a name with a hint is from the skill: an acronym that is no word is nearer than a word."""
    acronym = key not in ORDINARY and len(key) > 2 and any(sum(c.isupper() for c in s) > 1 for s in spellings)
    return MOSTLY_SKILL if acronym or key in MOSTLY else WORD


def in_javascript(term: dict[str, Any]) -> bool:
    """Say whether a framework or library stands on JavaScript, so that people write `.js` after its name."""
    if term["kind"] not in ("framework", "library"):
        return False
    ends = [*term.get("implies", ()), *term.get("built_on", ())]
    ids = {e if isinstance(e, str) else e["id"] for e in ends}
    return bool(ids & {"javascript", "typescript", "nodejs", "node-js", "react", "vue", "vuejs", "vue-js"})


def variants(term: dict[str, Any], javascript: bool) -> Iterator[str]:
    """Give other ways to write a term's names, by rule.

    >>> term = {"name": "Vue.js", "aliases": [], "kind": "framework"}
    >>> sorted(variants(term, javascript=True))
    ['Vue', 'Vuejs']
    """
    out: dict[str, None] = {}
    for name in (term["name"], *term.get("aliases", ())):
        for made in (*_joined(name), *_javascript(name, javascript), *_grammar(name, term["kind"])):
            if made != name and len(fold_name(made)) > 2:
                out[made] = None
        if name.startswith("Apache "):
            out[name.removeprefix("Apache ")] = None
    yield from out


def _joined(name: str) -> Iterable[str]:
    words = fold_name(name).split()
    if not name.isascii():
        return
    short = 1 < len(words) < 4 and len(words[0]) > 1 and 5 < len("".join(words)) < 18
    telling = "." in name or "-" in name or not {words[0], words[-1]} <= ORDINARY if words else False
    if short and telling and not _HARD.search(name):
        yield "".join(words) if not name.lower().endswith(".js") else name.replace(".js", "js")
    if len(words) == 1 and (split := _CAMEL.sub(" ", name)) != name:
        pieces = split.lower().split()
        if all(len(p) > 1 for p in pieces) and not _SMALL & set(pieces):
            yield split


def _javascript(name: str, javascript: bool) -> Iterable[str]:
    if name.lower().endswith(".js"):
        yield name[:-3]
        yield name[:-3] + "js"
    elif javascript and fold_name(name).replace(" ", "").isalpha() and not name.lower().endswith("js"):
        bare = name.replace(" ", "")
        yield f"{bare}.js"
        yield f"{bare}JS"


def _grammar(name: str, kind: str) -> Iterable[str]:
    if kind in ("practice", "concept", "protocol"):
        last = name.split()[-1]
        if len(last) > 4 and last.isalpha() and last[-1].islower():
            if last.endswith("s") and not last.endswith(("ss", "is", "us", "ics", "ops")):
                yield name[:-1]
            elif not last.endswith(("s", "ing", "y", "ion")):
                yield f"{name}s"
    for one, other in (("isation", "ization"), ("elling", "eling"), ("haviour", "havior"), ("alyse", "alyze")):
        if one in name:
            yield name.replace(one, other)
        elif other in name:
            yield name.replace(other, one)
