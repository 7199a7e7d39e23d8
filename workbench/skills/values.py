"""The values of the skills room: what a glossary says, what a text mentions, what two skills share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Kind = Literal[
    "language",
    "framework",
    "library",
    "database",
    "platform",
    "service",
    "tool",
    "protocol",
    "practice",
    "concept",
]
Relation = Literal["implies", "part_of", "built_on", "alternative_to", "near", "not"]


class Mention(NamedTuple):
    """A skill found in a text: `text` stands at `start:end` of what was given; `why` says how it was decided."""

    id: str
    name: str
    text: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation's other end, and the reason a person can read."""

    id: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Who has `id` can learn this skill in `ramp_weeks` (low, high), because of `why`."""

    id: str
    ramp_weeks: tuple[float, float]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """How a name that is also an ordinary word is told apart."""

    case: str = ""
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """One term of a glossary."""

    id: str
    name: str
    kind: Kind
    family: str
    aliases: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    plain: str = ""
    ask: str = ""
    sounds: Mapping[str, str] = field(default_factory=dict)
    confused_with: tuple[str, ...] = ()
    implies: tuple[Link, ...] = ()
    part_of: tuple[Link, ...] = ()
    built_on: tuple[Link, ...] = ()
    alternative_to: tuple[Link, ...] = ()
    near: tuple[Near, ...] = ()
    not_: tuple[Link, ...] = ()
    ambiguous: Ambiguous | None = None
    used_by: tuple[str, ...] = ()
    source: str = ""

    @classmethod
    def from_dict(cls, term: Mapping[str, Any], family: str) -> Skill:
        """Make the value of a term that the schema has accepted."""
        hint = term.get("ambiguous")
        return cls(
            id=term["id"],
            name=term["name"],
            kind=term["kind"],
            family=family,
            aliases=tuple(term.get("aliases", ())),
            shared=tuple(term.get("shared", ())),
            plain=term.get("plain", ""),
            ask=term.get("ask", ""),
            sounds=dict(term.get("sounds", {})),
            confused_with=tuple(term.get("confused_with", ())),
            implies=links(term.get("implies", ())),
            part_of=links(term.get("part_of", ())),
            built_on=links(term.get("built_on", ())),
            alternative_to=links(term.get("alternative_to", ())),
            near=tuple(
                Near(n["id"], (n["ramp_weeks"][0], n["ramp_weeks"][1]), n.get("why", "")) for n in term.get("near", ())
            ),
            not_=links(term.get("not", ())),
            ambiguous=None
            if hint is None
            else Ambiguous(hint.get("case", ""), tuple(hint.get("needs", ())), tuple(hint.get("never", ()))),
            used_by=tuple(term.get("used_by", ())),
            source=term.get("source", ""),
        )


def links(entries: Any) -> tuple[Link, ...]:
    """Make links of what a glossary writes: an id, or an id with its reason."""
    return tuple(Link(e) if isinstance(e, str) else Link(e["id"], e.get("why", "")) for e in entries)


@dataclass(frozen=True, slots=True)
class Glossary:
    """A role family: what it does, and its terms in the order a person reads them."""

    family: str
    title: str
    about: str
    terms: tuple[Skill, ...]
    neighbours: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name stands for: `id`, or `candidates`, or the `nearest` known names' ids.

    `candidates` are the senses of an ambiguous name, two to five: ids, and plain words for what no glossary has.
    """

    name: str
    id: str | None
    candidates: list[str]
    nearest: list[str]


@dataclass(frozen=True, slots=True)
class Adjacent:
    """A skill beside another: `score` in 0–1, `ramp_weeks` and `path` where one can learn across, `why` in words."""

    id: str
    name: str
    score: float
    ramp_weeks: tuple[float, float] | None
    path: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Ramp:
    """The cheapest honest way to a skill: weeks (low, high), the ids walked, and the reasons in words."""

    weeks: tuple[float, float]
    path: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Covered:
    """One skill a capability asks for: shown, near (with its ramp) or not shown."""

    id: str
    state: Literal["shown", "near", "not shown"]
    by: str | None
    ramp: Ramp | None
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a set of skills shows of a capability's central and peripheral ones."""

    central: tuple[Covered, ...]
    peripheral: tuple[Covered, ...]
