"""One capability of a map: what it is, what it needs, who tests it and how it is scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

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


@dataclass(frozen=True, slots=True)
class Tests:
    """That a round tests a capability, or only touches on it: `Tests("coding", "tests")`."""

    __test__: ClassVar[bool] = False  # pytest collects classes of this name otherwise

    round: str
    how: How


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


def _five(texts: Any) -> Five | None:
    if texts is None:
        return None
    one, two, three, four, five = texts
    return (one, two, three, four, five)
