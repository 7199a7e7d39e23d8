"""What a role needs, as values: the capability map and its parts.

Everything here is frozen and knows `to_dict` and `from_dict` (plain JSON). Changes are made by `workbench.intake.edit`,
which gives new maps, so that a screen can undo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Importance = Literal["must", "should", "nice"]
Kind = Literal["technical", "soft"]
Depth = Literal["listed", "used", "central"]
Ownership = Literal["assisted", "implemented", "owned", "designed", "led"]
How = Literal["tests", "touches"]
Five = tuple[str, str, str, str, str]

IMPORTANCES: tuple[Importance, ...] = ("must", "should", "nice")
DEPTHS: tuple[Depth, ...] = ("listed", "used", "central")
OWNERSHIPS: tuple[Ownership, ...] = ("assisted", "implemented", "owned", "designed", "led")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Fact(NamedTuple):
    """A name and what it is: `Fact("Peak", "180 a second")`; a size of the work or a point of logistics."""

    what: str
    value: str


class Tests(NamedTuple):
    """That a round tests a capability, or only touches on it: `Tests("coding", "tests")`."""

    __test__ = False  # pytest would collect the name
    round: str
    how: How


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is different `months` after the start, said so that it can be seen."""

    id: str
    months: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {"id": self.id, "months": self.months, "text": self.text}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Outcome:
        """Build from what `to_dict` gave."""
        return cls(data["id"], int(data["months"]), data["text"])


@dataclass(frozen=True, slots=True)
class Round:
    """One conversation of the interview loop, with the one job it has."""

    id: str
    title: str
    minutes: int
    job: str

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {"id": self.id, "title": self.title, "minutes": self.minutes, "job": self.job}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Round:
        """Build from what `to_dict` gave."""
        return cls(data["id"], data["title"], int(data["minutes"]), data["job"])


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Who has `have` may come to `for_` in about `ramp_weeks` (low, high); a judgement."""

    have: str
    for_: str
    ramp_weeks: tuple[int, int]

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON; `for_` is called `for` there."""
        return {"have": self.have, "for": self.for_, "ramp_weeks": list(self.ramp_weeks)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Neighbour:
        """Build from what `to_dict` gave."""
        low, high = data["ramp_weeks"]
        return cls(data["have"], data["for"], (int(low), int(high)))


@dataclass(frozen=True, slots=True)
class Anchors:
    """Five behaviours for a profile's words and five for an interview; None where there are none yet."""

    profile: Five | None = None
    interview: Five | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "profile": None if self.profile is None else list(self.profile),
            "interview": None if self.interview is None else list(self.interview),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Anchors:
        """Build from what `to_dict` gave."""
        return cls(_five(data.get("profile")), _five(data.get("interview")))


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing the work needs a person to be able to do.

    >>> Capability(id="queries", name="Queries that stay quick", letter="A", importance="must").kind
    'technical'
    """

    id: str
    name: str
    letter: str
    importance: Importance
    kind: Kind = "technical"
    central: tuple[str, ...] = ()
    peripheral: tuple[str, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    depth: Depth = "used"
    scale: str = ""
    ownership: Ownership = "implemented"
    question: str = ""
    rounds: tuple[Tests, ...] = ()
    outcomes: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    scored_from_profile: bool = True
    anchors: Anchors = Anchors()

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "letter": self.letter,
            "importance": self.importance,
            "kind": self.kind,
            "central": list(self.central),
            "peripheral": list(self.peripheral),
            "neighbours": [n.to_dict() for n in self.neighbours],
            "depth": self.depth,
            "scale": self.scale,
            "ownership": self.ownership,
            "question": self.question,
            "rounds": [{"round": t.round, "how": t.how} for t in self.rounds],
            "outcomes": list(self.outcomes),
            "constraints": list(self.constraints),
            "scored_from_profile": self.scored_from_profile,
            "anchors": self.anchors.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Capability:
        """Build from what `to_dict` gave; what is left out takes its default."""
        return cls(
            id=data["id"],
            name=data["name"],
            letter=data["letter"],
            importance=data["importance"],
            kind=data.get("kind", "technical"),
            central=tuple(data.get("central", ())),
            peripheral=tuple(data.get("peripheral", ())),
            neighbours=tuple(Neighbour.from_dict(n) for n in data.get("neighbours", ())),
            depth=data.get("depth", "used"),
            scale=data.get("scale", ""),
            ownership=data.get("ownership", "implemented"),
            question=data.get("question", ""),
            rounds=tuple(Tests(t["round"], t["how"]) for t in data.get("rounds", ())),
            outcomes=tuple(data.get("outcomes", ())),
            constraints=tuple(data.get("constraints", ())),
            scored_from_profile=bool(data.get("scored_from_profile", True)),
            anchors=Anchors.from_dict(data.get("anchors") or {}),
        )


@dataclass(frozen=True, slots=True)
class Compensation:
    """What the role pays: a band, its currency, and what comes with it."""

    low: int
    high: int
    currency: str
    per: Literal["year", "month", "day", "hour"] = "year"
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "low": self.low,
            "high": self.high,
            "currency": self.currency,
            "per": self.per,
            "note": self.note,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Compensation:
        """Build from what `to_dict` gave."""
        return cls(
            int(data["low"]),
            int(data["high"]),
            data["currency"],
            data.get("per", "year"),
            data.get("note", ""),
        )


@dataclass(frozen=True, slots=True)
class CapabilityMap:
    """What a requisition needs: why the hire, what they can do, who tests it.

    >>> from workbench import intake
    >>> backend = intake.load("backend")
    >>> [c.letter for c in backend.capabilities if c.importance == "must"]
    ['A', 'B', 'C', 'D']
    """

    requisition: str
    title: str
    family: str
    problem: str = ""
    outcomes: tuple[Outcome, ...] = ()
    systems: tuple[str, ...] = ()
    scale: tuple[Fact, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    loop: tuple[Round, ...] = ()
    pitch: str = ""
    compensation: Compensation | None = None
    logistics: tuple[Fact, ...] = ()
    version: int = 1

    def capability(self, id_or_letter: str) -> Capability:
        """Give the capability of that id or letter; KeyError when there is none."""
        for capability in self.capabilities:
            if id_or_letter in (capability.id, capability.letter):
                return capability
        raise KeyError(id_or_letter)

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "requisition": self.requisition,
            "title": self.title,
            "family": self.family,
            "version": self.version,
            "problem": self.problem,
            "outcomes": [o.to_dict() for o in self.outcomes],
            "systems": list(self.systems),
            "scale": [f._asdict() for f in self.scale],
            "capabilities": [c.to_dict() for c in self.capabilities],
            "loop": [r.to_dict() for r in self.loop],
            "pitch": self.pitch,
            "compensation": None if self.compensation is None else self.compensation.to_dict(),
            "logistics": [f._asdict() for f in self.logistics],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> CapabilityMap:
        """Build from what `to_dict` gave; what is left out takes its default."""
        pay = data.get("compensation")
        return cls(
            requisition=data.get("requisition", ""),
            title=data["title"],
            family=data.get("family", ""),
            problem=data.get("problem", ""),
            outcomes=tuple(Outcome.from_dict(o) for o in data.get("outcomes", ())),
            systems=tuple(data.get("systems", ())),
            scale=tuple(Fact(f["what"], f["value"]) for f in data.get("scale", ())),
            capabilities=tuple(Capability.from_dict(c) for c in data.get("capabilities", ())),
            loop=tuple(Round.from_dict(r) for r in data.get("loop", ())),
            pitch=data.get("pitch", ""),
            compensation=None if pay is None else Compensation.from_dict(pay),
            logistics=tuple(Fact(f["what"], f["value"]) for f in data.get("logistics", ())),
            version=int(data.get("version", 1)),
        )


def _five(texts: Any) -> Five | None:
    if texts is None:
        return None
    one, two, three, four, five = texts
    return (one, two, three, four, five)
