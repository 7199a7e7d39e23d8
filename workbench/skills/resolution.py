"""Say which skill a name stands for: exactly, by rule, or not at all with the nearest known ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.skills.fold import fold_name
from workbench.skills.kin import ends
from workbench.skills.lexicon import Lexicon
from workbench.skills.ordinary import ORDINARY, words_of
from workbench.skills.senses import MOST, everyday, senses
from workbench.skills.values import Resolution

_PARENTHESIS = re.compile(r"^(.{2,}?)\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_BETWEEN = re.compile(r"\s*[/,&]\s*|\s+(?:or|and)\s+")
_ADDS = ("with ", "plus ", "and ", "without ")
_VERSION = re.compile(r"(?<=[a-z+#])[ ]?(?:v ?)?\d{1,4}(?: ?\d{1,3})*(?: x)?\+?$|(?<=[a-z]) \d{1,4}( \d+)*\+?$")
_VENDOR = words_of(
    "apache microsoft ms amazon aws google gcp azure oracle ibm hashicorp adobe red hat redhat gnu jetbrains "
    "atlassian vmware eclipse facebook meta mozilla sap cncf elastic the"
)
# before a maker of many things the rest has to be a thing too: Azure SQL is not SQL
_MAKES_MUCH = frozenset(
    ("microsoft", "ms", "amazon", "aws", "google", "gcp", "azure", "oracle", "ibm", "red", "redhat")
)
_THINGS = frozenset(("tool", "platform", "service", "database", "framework", "library"))
_TAIL = words_of(
    "language lang programming framework library database db platform tool tools js api sdk software core server "
    "development developer scripting query cloud service services engine runtime app apps application package "
    "packages system testing pipeline pipelines basics protocol cli compiler ide editor linux format io dev org com"
)

# what projects put after their name in the name of their site or package
_SHORT = ("lang", "js", "db")
_GLUED = (*_SHORT, "project", "framework", "labs", "dev", "io")
# letters at the end of a word that a plural's s is neither taken from nor added to: DevOps, SLES, analysis, Kubernetes
_NO_PLURAL = ("ops", "op", "ss", "is", "us", "os", "ics", "netes", "les")


def resolve(lexicon: Lexicon, name: str) -> Resolution:
    """Resolve one name; see `workbench.skills.resolve`."""
    key = fold_name(name)
    if not key:
        return Resolution(name, None, [], [])
    for read, ids in _readings(lexicon, name, key):
        if len(ids) == 1 and not _only_shared(lexicon, read, ids[0]):
            return Resolution(name, ids[0], [], [])
        if ids:
            return Resolution(name, None, ids[:MOST], [])
    return Resolution(name, None, [], nearest(lexicon, key))


def _only_shared(lexicon: Lexicon, key: str, skill: str) -> bool:
    """Say whether the only skill that a name has got shares it: it is one meaning among others, not the meaning."""
    surface = lexicon.surfaces.get(key)
    return surface is not None and surface.owner is None and skill not in lexicon.names.get(key, ())


def _readings(lexicon: Lexicon, name: str, key: str) -> Iterator[tuple[str, list[str]]]:
    yield key, exact(lexicon, name, key)
    squeezed = key.replace(" ", "")
    yield squeezed, _squeezed(lexicon).get(squeezed, []) if len(squeezed) > 2 else []
    # what stands in brackets explains the name, unless it adds to it: "Redis (with RediSearch)" is more than Redis
    if (found := _PARENTHESIS.match(name)) and not found.group(2).lower().startswith(_ADDS):
        outside = fold_name(found.group(1))
        yield outside, exact(lexicon, found.group(1), outside)
        inside = exact(lexicon, found.group(2), fold_name(found.group(2)))
        if len(inside) == 1 and len(found.group(2)) > 2:
            yield fold_name(found.group(2)), inside
    yield key, _several(lexicon, name)
    yield key, _beside_its_language(lexicon, key)
    for shorter in _shorter(key):
        ids = exact(lexicon, shorter, shorter)
        if not ids and len(shorter) > 3:
            ids = _squeezed(lexicon).get(shorter.replace(" ", ""), [])
        if key.split()[0] in _MAKES_MUCH and shorter.split()[0] != key.split()[0]:
            ids = [i for i in ids if i in lexicon.words.terms and lexicon.words.terms[i]["kind"] in _THINGS]
        if ids and (len(shorter) > 1 or key[1:].strip().isdigit()):
            yield shorter, ids
    yield key, _unbranded(lexicon).get(key, [])


def _unbranded(lexicon: Lexicon) -> dict[str, list[str]]:
    """Give the skills by what is left of a name without its maker: "Compute Engine", "Data Factory"."""
    table: dict[str, list[str]] | None = lexicon.__dict__.get("_unbranded")
    if table is None:
        table = {}
        for key, meant in lexicon.surfaces.senses():
            maker, _, rest = key.partition(" ")
            if maker not in _VENDOR or (" " not in rest and (len(rest) < 5 or rest in ORDINARY or rest in everyday())):
                continue
            known = table.setdefault(rest, [])
            known += [s for s in meant if s not in known]
        lexicon.__dict__["_unbranded"] = table
    return table


def _several(lexicon: Lexicon, name: str) -> list[str]:
    """Give the skills of a name that is several: `IPython / Jupyter`, `Angular/Angular.js`; none if one is unknown."""
    parts = [p for p in _BETWEEN.split(name) if p.strip()]
    if not 1 < len(parts) <= MOST:
        return []
    each = [exact(lexicon, part, fold_name(part)) for part in parts]
    if any(len(ids) != 1 for ids in each):
        return []
    return list(dict.fromkeys(ids[0] for ids in each))


def exact(lexicon: Lexicon, name: str, key: str) -> list[str]:
    """Give the senses of a name as it stands: one, several when it is ambiguous, none when it is unknown.

    A canonical name stands for its skill even when others use it as an alias.
    """
    surface = lexicon.surfaces.get(key)
    named = [s for s in lexicon.names.get(key, ()) if _same(lexicon, s, name)] or lexicon.names.get(key, [])
    if len(named) == 1:
        return named
    if surface is None:
        return senses(lexicon, key, [])
    if surface.strict and not any(_plain(s) == _plain(name) for s in surface.spellings) and len(key) > 1:
        return []
    return senses(lexicon, key, list(surface.senses))


def _same(lexicon: Lexicon, skill: str, name: str) -> bool:
    return bool(_plain(lexicon.words.terms[skill]["name"]) == _plain(name))


def _plain(name: str) -> str:
    return "".join(name.lower().split())


def _beside_its_language(lexicon: Lexicon, key: str) -> list[str]:
    """Give what stands beside the language that comes with it: `python flask`, `laravel php`."""
    words = key.split()
    if len(words) < 2:
        return []
    for language, rest in ((words[0], " ".join(words[1:])), (words[-1], " ".join(words[:-1]))):
        ids = exact(lexicon, rest, rest)
        if len(ids) == 1 and ids[0] in lexicon.words.terms:
            term = lexicon.words.terms[ids[0]]
            under = {*ends(term, "implies"), *ends(term, "built_on")}
            if any(
                lexicon.words.terms[i]["kind"] == "language" for i in exact(lexicon, language, language) if i in under
            ):
                return ids
    return []


def _squeezed(lexicon: Lexicon) -> dict[str, list[str]]:
    table = lexicon.__dict__.get("_squeezed")
    if table is None:
        table = {}
        for key, meant in lexicon.surfaces.senses():
            known = table.setdefault(key.replace(" ", ""), [])
            known += [s for s in meant if s not in known]
        lexicon.__dict__["_squeezed"] = table
    return table


def _shorter(key: str) -> Iterator[str]:
    """Give what is left without a version, a maker's name before it or a general word after it."""
    seen = {key}
    queue = [key]
    while queue:
        now = queue.pop(0)
        words = now.split()
        made = [_VERSION.sub("", now)]
        if len(words) > 1 and words[0] in _VENDOR:
            made.append(" ".join(words[1:]))
        # a store's query language is not the store
        if len(words) > 1 and words[-1] in _TAIL and words[-2:] != ["query", "language"]:
            made.append(" ".join(words[:-1]))
        if len(words) == 1:
            made += [now.removesuffix(t) for t in _GLUED if len(now) > len(t) + 2 + 2 * (t not in _SHORT)]
            made += [now.removeprefix(v) for v in ("apache", "google", "microsoft") if len(now) > len(v) + 2]
        if len(words[-1]) > 4 and not words[-1].endswith(_NO_PLURAL):
            made.append(now[:-1] if now.endswith("s") else now + "s")
        for shorter in made:
            if shorter and shorter not in seen:
                seen.add(shorter)
                queue.append(shorter)
                yield shorter


def nearest(lexicon: Lexicon, key: str, limit: int = 3) -> list[str]:
    """Give the ids whose names are closest in spelling or sound."""
    import jellyfish
    from rapidfuzz import fuzz, process

    hits = process.extract(key[:80], list(lexicon.surfaces), scorer=fuzz.ratio, limit=25, score_cutoff=55)
    sound = jellyfish.metaphone(key[:80]) if key.isascii() else ""
    ranked = []
    for known, score, _ in hits:
        same_sound = bool(sound) and jellyfish.metaphone(known) == sound
        ranked.append((score + (12 if same_sound else 0), known))
    out: list[str] = []
    for _, known in sorted(ranked, reverse=True):
        for skill in lexicon.surfaces[known].senses:
            if skill not in out:
                out.append(skill)
    return out[:limit]
