"""The rubric: a criterion a capability, with what each score means for a profile and for an interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from workbench.calibration._default_anchors import interview_anchors, profile_anchors
from workbench.errors import NotAllowed
from workbench.intake.capability import Anchors, Capability, Five, Importance, Kind
from workbench.intake.capability_map import CapabilityMap

if TYPE_CHECKING:
    import pandas as pd

Source = Literal["profile", "interview"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A row of the rubric. `profile` is None when the criterion is not scored from a profile.

    `id` and `letter` are those of the capability it was made from; `standard` names the sets of anchors that
    the program wrote because the map had none.
    """

    id: str
    name: str
    letter: str
    importance: Importance
    kind: Kind
    question: str
    profile: Five | None
    interview: Five
    standard: tuple[Source, ...] = ()

    @property
    def scored_from_profile(self) -> bool:
        """Whether a profile's words can show it at all."""
        return self.profile is not None

    def anchors(self, source: Source) -> Five | None:
        """Give the five texts for scoring a profile or an interview."""
        return self.profile if source == "profile" else self.interview

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "letter": self.letter,
            "importance": self.importance,
            "kind": self.kind,
            "question": self.question,
            "profile": None if self.profile is None else list(self.profile),
            "interview": list(self.interview),
            "standard": list(self.standard),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Criterion:
        """Build from what `to_dict` gave."""
        anchors = Anchors.from_dict(data)
        if anchors.interview is None:
            raise NotAllowed(f"The criterion “{data['name']}” has no interview anchors.")
        return cls(
            id=data["id"],
            name=data["name"],
            letter=data["letter"],
            importance=data["importance"],
            kind=data["kind"],
            question=data["question"],
            profile=anchors.profile,
            interview=anchors.interview,
            standard=tuple(data.get("standard", ())),
        )


@dataclass(frozen=True, slots=True)
class Rubric:
    """The criteria of one requisition, in the map's order, with a version of their own.

    >>> from workbench import intake
    >>> rubric = Rubric.from_map(intake.load("backend"))
    >>> rubric.criterion("A").anchors("interview") is not None
    True
    """

    title: str
    requisition: str
    criteria: tuple[Criterion, ...]
    version: int = 1
    map_version: int = 1

    @classmethod
    def from_map(cls, capability_map: CapabilityMap, *, version: int = 1) -> Rubric:
        """Make a criterion for each capability; missing anchors are built from depth, scale and ownership."""
        return cls(
            title=capability_map.title,
            requisition=capability_map.requisition,
            criteria=tuple(_criterion(c) for c in capability_map.capabilities),
            version=version,
            map_version=capability_map.version,
        )

    def criterion(self, id_or_letter: str) -> Criterion:
        """Give the criterion of that id or letter; KeyError when there is none."""
        for criterion in self.criteria:
            if id_or_letter in (criterion.id, criterion.letter):
                return criterion
        raise KeyError(id_or_letter)

    def to_frame(self) -> pd.DataFrame:
        """Give a row an anchor: criterion, letter, name, importance, source, level, text."""
        import pandas as pd

        sources: tuple[Source, ...] = ("profile", "interview")
        rows = [
            (one.id, one.letter, one.name, one.importance, source, level, text)
            for one in self.criteria
            for source in sources
            for level, text in enumerate(one.anchors(source) or (), start=1)
        ]
        columns = ["criterion", "letter", "name", "importance", "source", "level", "text"]
        return pd.DataFrame(rows, columns=columns)

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "title": self.title,
            "requisition": self.requisition,
            "version": self.version,
            "map_version": self.map_version,
            "criteria": [c.to_dict() for c in self.criteria],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Rubric:
        """Build from what `to_dict` gave."""
        return cls(
            title=data["title"],
            requisition=data["requisition"],
            criteria=tuple(Criterion.from_dict(c) for c in data["criteria"]),
            version=int(data["version"]),
            map_version=int(data["map_version"]),
        )


def edit_anchor(rubric: Rubric, id: str, source: Source, level: int, text: str) -> Rubric:
    """Give the next version of the rubric with one anchor's text changed (`level` 1 to 5).

    Raises
    ------
    NotAllowed
        When the text is empty, the level is not 1 to 5, or the criterion is not scored from a profile.
    """
    criterion = rubric.criterion(id)
    texts = criterion.anchors(source)
    if texts is None:
        raise NotAllowed(f"“{criterion.name}” is not scored from a profile. Write all five anchors to score it there.")
    if level not in (1, 2, 3, 4, 5):
        raise NotAllowed(f"An anchor belongs to a score from 1 to 5, not to {level}.")
    changed = list(texts)
    changed[level - 1] = text
    return set_anchors(rubric, id, source, changed)


def set_anchors(rubric: Rubric, id: str, source: Source, texts: list[str] | Five | None) -> Rubric:
    """Give the next version with all five anchors of one set replaced.

    None takes the criterion out of profile scoring; an interview always has its five.
    """
    criterion = rubric.criterion(id)
    standard = tuple(s for s in criterion.standard if s != source)
    if texts is None:
        if source == "interview":
            raise NotAllowed("A criterion needs its five interview anchors.")
        return _changed(rubric, replace(criterion, profile=None, standard=standard))
    cleaned = [t.strip() for t in texts]
    if len(cleaned) != 5 or not all(cleaned):
        raise NotAllowed(f"“{criterion.name}” needs five anchors, each with a text.")
    one, two, three, four, five = cleaned
    anchors: Five = (one, two, three, four, five)
    if source == "profile":
        return _changed(rubric, replace(criterion, profile=anchors, standard=standard))
    return _changed(rubric, replace(criterion, interview=anchors, standard=standard))


def edit_criterion(rubric: Rubric, id: str, *, name: str | None = None, question: str | None = None) -> Rubric:
    """Give the next version with a criterion's name or question changed."""
    criterion = rubric.criterion(id)
    return _changed(
        rubric,
        replace(
            criterion,
            name=criterion.name if name is None else name,
            question=criterion.question if question is None else question,
        ),
    )


def changed_criteria(old: Rubric, new: Rubric) -> tuple[str, ...]:
    """Give the ids of criteria whose meaning differs between two versions, so that their scores are stale.

    A criterion that was added or taken away counts; a new letter or place in the order does not.
    """
    before = {c.id: _meaning(c) for c in old.criteria}
    after = {c.id: _meaning(c) for c in new.criteria}
    return tuple(i for i in {**before, **after} if before.get(i) != after.get(i))


def _meaning(criterion: Criterion) -> tuple[object, ...]:
    return (criterion.name, criterion.profile, criterion.interview)


def _changed(rubric: Rubric, criterion: Criterion) -> Rubric:
    criteria = tuple(criterion if c.id == criterion.id else c for c in rubric.criteria)
    return replace(rubric, criteria=criteria, version=rubric.version + 1)


def _criterion(capability: Capability) -> Criterion:
    standard: list[Source] = []
    profile = capability.anchors.profile if capability.scored_from_profile else None
    if capability.scored_from_profile and profile is None:
        profile = profile_anchors(capability)
        standard.append("profile")
    interview = capability.anchors.interview
    if interview is None:
        interview = interview_anchors(capability)
        standard.append("interview")
    return Criterion(
        id=capability.id,
        name=capability.name,
        letter=capability.letter,
        importance=capability.importance,
        kind=capability.kind,
        question=capability.question,
        profile=profile,
        interview=interview,
        standard=tuple(standard),
    )
