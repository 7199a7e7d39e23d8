"""What a role needs, as values: the capability map and its parts.

Everything here is frozen and knows `to_dict` and `from_dict` (plain JSON). Changes are made by
`workbench.intake.edit`, which gives new maps, so that a screen can undo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from workbench.intake.capability import Capability

if TYPE_CHECKING:
    import pandas as pd


class Fact(NamedTuple):
    """A name and what it is: `Fact("Peak", "180 a second")`; a size of the work or a point of logistics."""

    what: str
    value: str


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

    def to_frame(self) -> pd.DataFrame:
        """Give a row a capability: letter, id, name, importance, kind, central, depth, ownership, scale, question."""
        import pandas as pd

        columns = ["letter", "id", "name", "importance", "kind", "central", "depth", "ownership", "scale", "question"]
        return pd.DataFrame([{name: getattr(c, name) for name in columns} for c in self.capabilities], columns=columns)

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
