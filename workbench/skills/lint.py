"""Check glossaries for what a schema cannot see: ids that lead nowhere, aliases claimed twice, circles, ramps."""

from __future__ import annotations

import functools
import graphlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.errors import BadTemplate
from workbench.skills.fold import fold_name
from workbench.skills.kin import ends
from workbench.skills.laid_over import laid_over
from workbench.skills.senses import spoken
from workbench.skills.vocabulary import glossary_folders, read_file

_FIELDS = ("implies", "part_of", "built_on", "alternative_to", "near", "not", "confused_with")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: `code` is one word for its sort, `why` a sentence."""

    file: str
    line: int | None
    term: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class _Place:
    file: str
    line: int | None
    term: dict[str, Any]


def check(*folders: Path | None) -> list[Finding]:
    """Check all glossaries of these folders together; without one, those in use.

    Returns
    -------
    list of Finding
        Codes: `schema`, `twice` (an id or a name two terms have), `dangling` (an id nobody defines), `itself`,
        `alias` (a name two skills claim without saying so), `shared` (one only a single skill claims), `circle`
        (in `implies`), `denied` (implied and denied at once), `ramp` (lower above upper), `plain` (a term with
        `ask` or `sounds` but without `plain`), `repeat` (the same alias twice in a term).
    """
    chosen = [f for f in folders if f is not None] or glossary_folders()
    places: dict[str, _Place] = {}
    found: list[Finding] = []
    for folder in chosen:
        own: dict[str, str] = {}
        for file in sorted(folder.glob("*.yaml")):
            content = file.read_bytes()
            data, problems = read_file(file, content)
            found += [_from_schema(p) for p in problems]
            lines = _id_lines(content.decode("utf-8", "replace"))
            for term in data["terms"]:
                place = _Place(file.name, lines.get(term["id"]), term)
                if term["id"] in own and own[term["id"]] != file.name:
                    found.append(_say(place, "twice", f"`{term['id']}` is defined in {own[term['id']]} too"))
                own.setdefault(term["id"], file.name)
                places[term["id"]] = place
            for change in data.get("changes", ()):
                place = _Place(file.name, lines.get(change["id"]), change)
                if change["id"] in places:
                    places[change["id"]] = replace(place, term=laid_over(places[change["id"]].term, change))
                else:
                    found.append(_say(place, "dangling", f"`changes` is about `{change['id']}`, which no glossary has"))
    for place in places.values():
        found += _term(place, places)
    found += _names(places)
    found += _circles(places)
    _key.cache_clear()
    return sorted(found, key=lambda f: (f.file, f.line or 0, f.code))


# a name is looked at from several sides
_key = functools.lru_cache(maxsize=100_000)(fold_name)


def _say(place: _Place, code: str, why: str) -> Finding:
    return Finding(place.file, place.line, place.term["id"], code, why)


def _from_schema(problem: BadTemplate) -> Finding:
    return Finding(problem.file, problem.line, problem.field, "schema", problem.message)


def _id_lines(text: str) -> dict[str, int]:
    """Give the line of each term's id, found without reading the YAML again: a term's dash stands farthest left."""
    out: dict[str, int] = {}
    margin = 1000
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip().lstrip("-").strip().lstrip("{").strip()
        indent = len(line) - len(line.lstrip())
        if (
            bare.startswith("id:")
            and line.lstrip().startswith("-")
            and indent <= (indent if margin is None else margin)
        ):
            margin = indent
            out.setdefault(bare[3:].split(",")[0].split("#")[0].strip().strip("\"'"), number)
    return out


def _term(place: _Place, places: dict[str, _Place]) -> Iterator[Finding]:
    term = place.term
    skill = term["id"]
    for field in _FIELDS:
        for other in ends(term, field):
            if other == skill:
                yield _say(place, "itself", f"`{field}` names the term itself")
            elif other not in places:
                yield _say(place, "dangling", f"`{field}` names `{other}`, which no glossary defines")
    for near in term.get("near", ()):
        low, high = near["ramp_weeks"]
        if low > high:
            yield _say(place, "ramp", f"the ramp from `{near['id']}` is {low:g} to {high:g} weeks; turn it round")
    if (term.get("ask") or term.get("sounds")) and not term.get("plain"):
        yield _say(place, "plain", "a term with a question needs `plain`: what it is, in a sentence")
    denied = set(ends(term, "not"))
    for other in sorted(denied):
        if other in places and skill in ends(places[other].term, "implies"):
            yield _say(place, "denied", f"`{other}` implies this term, and `not` says that it does not show it")
    seen = {_key(term["name"])}
    for alias in (*term.get("aliases", ()), *term.get("shared", ())):
        key = _key(alias)
        if not key:
            yield _say(place, "alias", f"the alias `{alias}` has no letter or digit")
        elif alias in term.get("shared", ()) and alias in term.get("aliases", ()):
            yield _say(place, "repeat", f"`{alias}` stands in `aliases` and in `shared`")
        seen.add(key)


def _names(places: dict[str, _Place]) -> Iterator[Finding]:
    names: dict[str, list[str]] = {}
    owners: dict[str, list[str]] = {}
    claims: dict[str, list[str]] = {}
    for skill, place in places.items():
        own = {_key(place.term["name"])}
        for alias in place.term.get("aliases", ()):
            own.add(_key(alias))
        names.setdefault(_exact(place.term["name"]), []).append(skill)
        for key in own - {""}:
            owners.setdefault(key, []).append(skill)
        for key in {_key(a) for a in place.term.get("shared", ())} - {""}:
            claims.setdefault(key, []).append(skill)
    for name, skills in names.items():
        if len(skills) > 1:
            yield _say(places[skills[1]], "twice", f"`{name}` is the name of {', '.join(skills)}")
    for key, skills in owners.items():
        others = sorted(set(skills) | set(claims.get(key, ())))
        if len(others) > 1 and not _told_apart(key, others, places):
            yield _say(
                places[skills[0]],
                "alias",
                f"`{key}` is claimed by {', '.join(others)}; write it under `shared` in each, or give it to one",
            )
    for key, skills in claims.items():
        if len(set(skills) | set(owners.get(key, ()))) == 1 and key.replace(" ", "") not in spoken():
            yield _say(places[skills[0]], "shared", f"`{key}` is shared, but no other skill claims it")


def _exact(name: str) -> str:
    return "".join(name.lower().split())


def _told_apart(key: str, skills: list[str], places: dict[str, _Place]) -> bool:
    """A name may belong to one skill and be `shared` by others; and .NET and Net fold alike but differ in writing."""
    owning = [s for s in skills if key == _key(places[s].term["name"])]
    claiming = [s for s in skills if key in {_key(a) for a in places[s].term.get("shared", ())}]
    if len(owning) + len(claiming) >= len(skills) and len(owning) <= 1:
        return True
    written = [
        {_exact(a) for a in (places[s].term["name"], *places[s].term.get("aliases", ())) if _key(a) == key}
        for s in skills
    ]
    return all(w and not (w & other) for i, w in enumerate(written) for other in written[:i])


def _circles(places: dict[str, _Place]) -> Iterator[Finding]:
    above = {skill: [o for o in ends(place.term, "implies") if o in places] for skill, place in places.items()}
    while True:
        try:
            graphlib.TopologicalSorter(above).prepare()
            return
        except graphlib.CycleError as error:
            # each skill of the list stands above the one after it; its first link is taken out to find the next circle
            *circle, _ = reversed(error.args[1])
            above[circle[0]].remove(circle[1] if len(circle) > 1 else circle[0])
            if len(circle) > 1:
                first = min(circle)
                yield _say(places[first], "circle", f"`implies` runs in a circle through {', '.join(sorted(circle))}")
