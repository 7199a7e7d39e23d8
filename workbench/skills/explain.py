"""The graph in networkx, and what two skills have to do with each other in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbench.skills.implication import Implication
from workbench.skills.kits import in_kit
from workbench.skills.ramps import weeks
from workbench.skills.values import Ramp
from workbench.skills.vocabulary import Vocabulary
from workbench.skills.worlds import side_by_side

if TYPE_CHECKING:
    import networkx as nx

_FIELDS = ("implies", "part_of", "built_on", "alternative_to", "near", "not")
_WORDS = {
    "part_of": "is part of",
    "built_on": "is built on",
    "alternative_to": "is an alternative to",
}


def edges(words: Vocabulary) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Give (from, relation, to, what is written) of every relation; `near` and `not` run from what a person has."""
    for skill, term in words.terms.items():
        for field in _FIELDS:
            for entry in term.get(field, ()):
                data = {"id": entry} if isinstance(entry, str) else entry
                other = data["id"]
                if other in words.terms:
                    a, b = (other, skill) if field in ("near", "not") else (skill, other)
                    yield a, field, b, data


def network(words: Vocabulary) -> nx.MultiDiGraph[str]:
    """Make the graph: `near` and `not` run from what a person has to what is asked for."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for skill, term in words.terms.items():
        graph.add_node(skill, name=term["name"], kind=term["kind"], family=words.family_of[skill])
    for a, field, b, data in edges(words):
        extra = {"ramp_weeks": tuple(data["ramp_weeks"])} if "ramp_weeks" in data else {}
        graph.add_edge(a, b, key=field, relation=field, why=data.get("why", ""), **extra)
    return graph


def touching(words: Vocabulary) -> dict[str, list[tuple[str, str, str, str]]]:
    """Give each skill's relations as (from, relation, to, why): those that go out from it, then those that come in.

    The same as the edges of `network`, without networkx, whose import takes longer than all of this.
    """
    found: dict[tuple[str, str, str], str] = {}
    for a, field, b, data in edges(words):
        found[a, field, b] = data.get("why", "")
    out: dict[str, list[tuple[str, str, str, str]]] = {skill: [] for skill in words.terms}
    into: dict[str, list[tuple[str, str, str, str]]] = {skill: [] for skill in words.terms}
    for (a, field, b), why in found.items():
        out[a].append((a, field, b, why))
        into[b].append((a, field, b, why))
    return {skill: [*out[skill], *into[skill]] for skill in words.terms}


def between(words: Vocabulary, implication: Implication, a: str, b: str, way: Ramp | None = None) -> str:
    """Say what having a means for b, in one sentence."""
    terms = words.terms
    name_a, name_b = terms[a]["name"], terms[b]["name"]
    if a == b:
        return f"{name_a} is itself."
    denied = implication.denied.get((a, b))
    chain = implication.chain(a, b)
    if chain and implication.score(a, b) >= 0.5:
        through = f" ({' → '.join(terms[s]['name'] for s in chain)})" if len(chain) > 2 else ""
        why = next((w for o, _, _, w in implication.steps(a) if o == b and w), "")
        return f"{name_a} shows {name_b}{through}{': ' + why if why else ''}."
    parts = []
    if denied is not None:
        parts.append(f"{name_a} does not show {name_b}{': ' + denied if denied else ''}")
    elif implication.score(b, a) >= 0.5:
        parts.append(f"{name_b} shows {name_a}, not the other way round")
    if way is not None and way.weeks[1] > 0:
        parts.append(f"{name_b} is near, {weeks(*way.weeks)}, a judgement: {way.why}")
    if not parts:
        parts += _direct(words, a, b)
    if not parts and in_kit(a, b):
        parts.append(f"{name_a} and {name_b} usually stand in one kit; neither shows the other")
    if not parts and (shared := side_by_side(a, b)):
        parts.append(f"{name_a} and {name_b} stand side by side in “{shared[0]}”; neither shows the other")
    if not parts:
        roles = sorted(set(terms[a].get("used_by", ())) & set(terms[b].get("used_by", ())))
        if roles:
            parts.append(
                f"{name_a} and {name_b} are used by the same people ({', '.join(roles[:3])}); neither shows the other"
            )
    return "; ".join(parts or [f"Nothing in the glossaries links {name_a} and {name_b}"]) + "."


def _direct(words: Vocabulary, a: str, b: str) -> list[str]:
    out = []
    for one, other in ((a, b), (b, a)):
        term = words.terms[one]
        for field, said in _WORDS.items():
            for entry in term.get(field, ()):
                to, why = (entry, "") if isinstance(entry, str) else (entry["id"], entry.get("why", ""))
                if to == other:
                    out.append(f"{term['name']} {said} {words.terms[other]['name']}{': ' + why if why else ''}")
    return out[:2]
