"""Every way a skill is written.

A surface is a folded name (`node js`); its variants by rule are added when all are known: `nodejs`, singular and
plural of practices, both spellings of -isation. A name that more than one skill may claim, that is an ordinary word,
or that is very short carries a level: how much the words around it have to say before it counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workbench.skills.fold import fold_name
from workbench.skills.ordinary import MOSTLY, ORDINARY, words_of
from workbench.skills.variants import in_javascript, variants
from workbench.skills.vocabulary import Vocabulary

# what may stand beside a language's name without making another skill of it
_GENERAL = words_of("packages package libraries templates gems firmware embedded notebooks scripts programs")
# levels: how far a name is from meaning the skill by itself
SURE, MOSTLY_SKILL, WORD, LETTER = 0, 1, 2, 3
# how to look at the text again where a name was found: not at all, at the signs between its words, always, or for a
# dot before it that would make it the end of a file's name
CLEAR, SIGNS, ALWAYS, SHORT = 0, 1, 2, 3

# two letters that mean nothing else in a profile
_CLEAR_PAIRS = words_of("js ts qt c# f# d3 k3s s3 vb ui ux k8s r2")


@dataclass(slots=True)
class Surface:
    """One folded name: the skills it may stand for, the level, the exact spellings, and what the glossary adds.

    `sure` is the one skill it stands for when nothing around has to be looked at; `small` says that the name is
    written in small letters of its own accord, `lead` how many signs stand before its first letter (.NET), `look`
    how to look at the text again. What is not `told`
    resolves but is not looked for in texts: "R packages" speaks of R there.
    """

    key: str
    senses: tuple[str, ...] = ()
    owner: str | None = None
    level: int = SURE
    spellings: tuple[str, ...] = ()
    exact: bool = False
    strict: bool = False
    needs: frozenset[str] = frozenset()
    needs_phrases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    sure: str | None = None
    small: bool = False
    lead: int = 0
    look: int = 0
    told: bool = True


def _hinted(term: dict[str, Any]) -> list[str]:
    """Give the surfaces that a term's `ambiguous` is about: its bare one-word names."""
    name = fold_name(term["name"])
    spelled = [fold_name(s) for s in (term["name"], *term.get("aliases", ()), *term.get("shared", ()))]
    bare = [k for k in spelled if k and " " not in k and {k, k.removesuffix("s")} & set(name.split())]
    # two short words that a hyphen joins are a bare name too: X-Ray
    bare += [k for k in spelled if " " in k and len(k) < 6 and k != name and name.endswith(f" {k}")]
    return list(dict.fromkeys(bare))


def _hinted_level(key: str, spellings: Iterable[str]) -> int:
    """Say how far a name with a hint is from the skill: an acronym that is no word is nearer than a word."""
    acronym = key not in ORDINARY and len(key) > 2 and any(sum(c.isupper() for c in s) > 1 for s in spellings)
    return MOSTLY_SKILL if acronym or key in MOSTLY else WORD


def build(words: Vocabulary, names: dict[str, list[str]]) -> dict[str, Surface]:
    """Make the surfaces of a vocabulary: first what the glossaries write, then what follows by rule."""
    surfaces: dict[str, Surface] = {}
    for skill, term in words.terms.items():
        for spelling in (term["name"], *term.get("aliases", ())):
            _add(surfaces, spelling, skill, owned=True)
        for spelling in term.get("shared", ()):
            _add(surfaces, spelling, skill, owned=False)
    for skill, term in words.terms.items():
        for spelling in variants(term, in_javascript(term)):
            folded = fold_name(spelling)
            if folded not in surfaces and (folded in MOSTLY or folded not in ORDINARY):
                _add(surfaces, spelling, skill, owned=True)
    for term in words.terms.values():
        hint = term.get("ambiguous") or {}
        for folded in _hinted(term) if "ambiguous" in term else ():
            surface = surfaces[folded]
            surface.level = max(surface.level, _hinted_level(folded, surface.spellings))
            surface.exact = surface.exact or hint.get("case") == "exact"
            surface.needs |= {n.lower() for n in hint.get("needs", ())} - {folded}
            surface.never += tuple(n.lower() for n in hint.get("never", ()))
    languages = {key for key, ids in names.items() if any(words.terms[i]["kind"] == "language" for i in ids)}
    for surface in surfaces.values():
        _level(surface, names)
        surface.told = surface.key in names or not _of_language(surface, languages, words)
    return surfaces


def _of_language(surface: Surface, languages: set[str], words: Vocabulary) -> bool:
    """Say whether an alias of another skill is the name of one language and general words around it."""
    if " " not in surface.key:
        return False
    parts = surface.key.split()
    inner = [part for part in parts if part in languages]
    if len(inner) != 1 or any(fold_name(words.terms[s]["name"]) in inner for s in surface.senses):
        return False
    return all(part in _GENERAL for part in parts if part not in inner)


def _add(surfaces: dict[str, Surface], spelling: str, skill: str, *, owned: bool) -> None:
    key = fold_name(spelling)
    if not key:
        return
    surface = surfaces.setdefault(key, Surface(key))
    if skill not in surface.senses:
        surface.senses += (skill,)
    if owned:
        surface.owner = skill if surface.owner in (None, skill) else ""
    if spelling not in surface.spellings:
        surface.spellings += (spelling,)


def _level(surface: Surface, names: dict[str, list[str]]) -> None:
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
    elif key in ORDINARY or (len(key) > 4 and key.removesuffix("s") in ORDINARY):
        surface.level = max(surface.level, WORD)
    if key in names:
        surface.senses = tuple(sorted(surface.senses, key=lambda s: s not in names[key]))
    surface.look = ALWAYS if surface.strict else _look(key)
    surface.needs_phrases = tuple(n for n in sorted(surface.needs) if " " in n)
    surface.small = all(s.islower() for s in surface.spellings)
    surface.sure = surface.senses[0] if surface.level == SURE and len(surface.senses) == 1 else None


def _look(key: str) -> int:
    if " " in key:
        return ALWAYS if len(key) < 4 else SIGNS
    return SHORT if len(key) < 4 else CLEAR


def is_plain(s: Surface) -> bool:
    """Say whether a surface is a clear name of one skill, so that its key, skill and spellings say all of it."""
    hinted = s.exact or s.strict or s.needs or s.never or not s.told
    return s.level == SURE and s.sure is not None and s.sure == s.owner and not hinted


def plain(key: str, skill: str, spellings: tuple[str, ...]) -> Surface:
    """Make a surface of which `is_plain` holds."""
    small = all(s.islower() for s in spellings)
    return Surface(key, (skill,), skill, SURE, spellings, sure=skill, small=small, look=_look(key))
