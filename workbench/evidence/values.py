"""The values of this room: what the words of a profile show, and where they stand.

Every value is frozen, goes to plain JSON with `to_dict` and comes back with `from_dict`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Depth = Literal["listed", "used", "central", "unknown"]
Ownership = Literal["assisted", "implemented", "owned", "designed", "led", "unknown"]

DEPTHS: tuple[Depth, ...] = ("unknown", "listed", "used", "central")
OWNERSHIPS: tuple[Ownership, ...] = ("unknown", "assisted", "implemented", "owned", "designed", "led")


def deepest(depths: Iterable[Depth]) -> Depth:
    """Give the greatest depth; `unknown` when there is none.

    >>> deepest(["listed", "used"])
    'used'
    """
    return max(depths, key=DEPTHS.index, default="unknown")


def strongest(ownerships: Iterable[Ownership]) -> Ownership:
    """Give the strongest ownership; `unknown` when there is none.

    >>> strongest(["owned", "assisted"])
    'owned'
    """
    return max(ownerships, key=OWNERSHIPS.index, default="unknown")


@dataclass(frozen=True)
class Size:
    """How much of something: `Size(40, "nodes", "Kafka cluster")`."""

    value: float
    unit: str
    of: str

    def __str__(self) -> str:
        number = f"{self.value:,.10g}" if self.value == int(self.value) else f"{self.value:g}"
        return f"{number} {self.unit}"

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON; whole numbers stay whole."""
        whole = int(self.value) if self.value == int(self.value) else self.value
        return {"value": whole, "unit": self.unit, "of": self.of}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Size:
        return cls(data["value"], data["unit"], data["of"])


@dataclass(frozen=True)
class SkillEvidence:
    """What one sentence shows of one skill. `why` names the words it rests on; `clause` is their span."""

    id: str
    name: str
    depth: Depth
    scale: tuple[Size, ...]
    ownership: Ownership
    why: str = ""
    clause: tuple[int, int] = (0, 0)

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "depth": self.depth,
            "scale": [size.to_dict() for size in self.scale],
            "ownership": self.ownership,
            "why": self.why,
            "clause": list(self.clause),
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> SkillEvidence:
        start, end = data["clause"]
        scale = tuple(Size.from_dict(size) for size in data["scale"])
        return cls(data["id"], data["name"], data["depth"], scale, data["ownership"], data["why"], (start, end))


@dataclass(frozen=True)
class Quote:
    """Words of the profile with their place: `start` and `end` count characters in the text of line `line`.

    Words that run over a line's end have a span on each line in `spans`, (line, start, end); the first is the place.
    """

    id: str
    text: str
    page: int
    line: str
    start: int
    end: int
    section: str | None
    entry: str | None
    employer: str | None
    by: Literal["program", "person"] = "program"
    why: str = ""
    spans: tuple[tuple[str, int, int], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "spans": [list(span) for span in self.spans]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Quote:
        spans = tuple((line, start, end) for line, start, end in data.get("spans", ()))
        return cls(**{**data, "spans": spans})


@dataclass(frozen=True)
class NearSkill:
    """A skill the profile shows that lies near one it does not mention, with the way there in words.

    `ramp_weeks` is a judgement, low and high.
    """

    have: str
    have_name: str
    want: str
    want_name: str
    ramp_weeks: tuple[float, float]
    path: tuple[str, ...]
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "ramp_weeks": list(self.ramp_weeks), "path": list(self.path)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> NearSkill:
        low, high = data["ramp_weeks"]
        return cls(**{**data, "ramp_weeks": (low, high), "path": tuple(data["path"])})


@dataclass(frozen=True)
class CapabilityEvidence:
    """What a profile shows of one capability, what it leaves open, and what to ask.

    `positions`, `months` and `last_year` speak of the work entries with a quote that is more than a listing;
    `months` and `last_year` are None when the entries carry no dates.
    """

    capability: str
    letter: str
    quotes: tuple[Quote, ...]
    skills: tuple[SkillEvidence, ...]
    depth: Depth
    scale: tuple[Size, ...]
    ownership: Ownership
    positions: int
    months: int | None
    last_year: int | None
    unknown: tuple[str, ...]
    questions: tuple[str, ...]
    near: tuple[NearSkill, ...]
    why: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "quotes": [quote.to_dict() for quote in self.quotes],
            "skills": [skill.to_dict() for skill in self.skills],
            "scale": [size.to_dict() for size in self.scale],
            "unknown": list(self.unknown),
            "questions": list(self.questions),
            "near": [near.to_dict() for near in self.near],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> CapabilityEvidence:
        return cls(
            **{
                **data,
                "quotes": tuple(Quote.from_dict(each) for each in data["quotes"]),
                "skills": tuple(SkillEvidence.from_dict(each) for each in data["skills"]),
                "scale": tuple(Size.from_dict(each) for each in data["scale"]),
                "unknown": tuple(data["unknown"]),
                "questions": tuple(data["questions"]),
                "near": tuple(NearSkill.from_dict(each) for each in data["near"]),
            }
        )


@dataclass(frozen=True)
class Evidence:
    """A profile weighed against a capability map, one item a capability in the map's order."""

    capabilities: tuple[CapabilityEvidence, ...]

    def __getitem__(self, capability: str) -> CapabilityEvidence:
        """Give the evidence for a capability by its id or letter."""
        for each in self.capabilities:
            if capability in (each.capability, each.letter):
                return each
        raise KeyError(capability)

    def to_frame(self) -> pd.DataFrame:
        """Give a row a capability: its levels, scale in words, number of quotes, positions, months, last_year."""
        import pandas as pd

        columns = ["capability", "letter", "depth", "ownership", "positions", "months", "last_year"]
        rows = [
            {
                **{name: getattr(one, name) for name in columns},
                "scale": ", ".join(map(str, one.scale)),
                "quotes": len(one.quotes),
            }
            for one in self.capabilities
        ]
        return pd.DataFrame(rows, columns=[*columns, "scale", "quotes"])

    def to_dict(self) -> dict[str, Any]:
        return {"capabilities": [each.to_dict() for each in self.capabilities]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Evidence:
        return cls(tuple(CapabilityEvidence.from_dict(each) for each in data["capabilities"]))
