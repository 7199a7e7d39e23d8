"""`SkillAdjacency`: type a skill, see its neighbours around it, walk on, read the way in words, say it better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from workbench import skills
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.skill_adjacency import _terrain
from workbench.widgets.skill_adjacency._editing import Editing, team
from workbench.widgets.skill_adjacency._names import known, known_all, of_profile, suggestions
from workbench.widgets.skill_adjacency._way import needs, way

if TYPE_CHECKING:
    import pandas as pd

    from workbench.intake import CapabilityMap
    from workbench.resume import Resume

_COLUMNS = ["start", "id", "name", "kind", "relation", "whose", "band", "low_weeks", "high_weeks", "path", "why"]
_NEEDS = ["letter", "capability", "id", "name", "central", "state", "by", "band", "low_weeks", "high_weeks", "path"]


class SkillAdjacency(Editing, MeetingWidget):
    """Skills that lie near one another, as rings of time around what a person has.

    >>> SkillAdjacency("RabbitMQ", "C#")  # doctest: +SKIP
    SkillAdjacency(start='RabbitMQ, C#')

    Parameters
    ----------
    *start : str
        Names or aliases of the skills to start from.
    capability_map : CapabilityMap, optional
        What a requisition asks for: its skills carry their capability's letter, and a list says what of them is shown,
        near or not shown.
    profile : Resume, optional
        Start from every skill that this profile names.

    Attributes
    ----------
    value : tuple of str
        Ids of the start skills.
    frame : DataFrame
        The neighbours shown: `start, id, name, kind, relation, whose, band, low_weeks, high_weeks, path, why`.
    needs : DataFrame
        What the requisition asks for: `letter, capability, id, name, central, state, by, band, low_weeks, high_weeks,
        path`; empty without a map.

    Raises
    ------
    NotAllowed
        When a name is unknown or ambiguous; the sentence offers what it may stand for.
    """

    title: ClassVar[str] = "What is near"

    def __init__(self, *start: str, capability_map: CapabilityMap | None = None, profile: Resume | None = None) -> None:
        self._map = capability_map
        own = of_profile(profile) if profile is not None else []
        self._starts = list(dict.fromkeys([*(known(name) for name in start), *own]))
        self._from: str | None = None
        self._to: str | None = None
        self._trail: list[str] = []
        self._changes = []
        about = {"start": _named([skills.skill(one).name for one in self._starts])}
        super().__init__(about=about, key=f"SkillAdjacency:{','.join(self._starts)}")

    @property
    def value(self) -> tuple[str, ...]:
        """Ids of the start skills."""
        return tuple(self._starts)

    @property
    def frame(self) -> pd.DataFrame:
        """The neighbours as a tidy frame."""
        return _framed(self.compute()["nodes"], _COLUMNS)

    @property
    def needs(self) -> pd.DataFrame:
        """What the requisition asks for as a tidy frame."""
        return _framed(self.compute()["need"], _NEEDS)

    def compute(self) -> dict[str, Any]:
        """Give the picture, the table and the words of the way."""
        graph, asked = skills.graph(), self._asked()
        self._starts = [one for one in self._starts if one in graph.words]
        path = self._way(graph)
        on_the_way = [hop["id"] for hop in path["hops"]] if path else []
        return {
            "starts": [{"id": one, "name": graph.name(one), "letter": asked.get(one)} for one in self._starts],
            "nodes": _terrain.neighbours(graph, self._starts, asked, also=on_the_way),
            "nots": _terrain.not_shown(graph, self._starts),
            "alike": _terrain.not_the_same(graph, self._starts),
            "way": path,
            "pair": self._from,
            "trail": [{"id": one, "name": graph.name(one)} for one in self._trail if one in graph.words],
            "need": needs(graph, self._starts, self._map) if self._map and self._starts else [],
            "asked_by": self._map.title if self._map else None,
            "families": list(graph.words.titles().values()),
            "skills": len(graph.words),
            "team": team(),
        }

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Give the start skills and what is asked; a profile's skills are only counted."""
        return [*super().saved_rows(), *([("Requisition", self._map.title)] if self._map else [])]

    def _asked(self) -> dict[str, str]:
        if self._map is None:
            return {}
        pairs = [(one, c.letter) for c in self._map.capabilities for one in (*c.peripheral, *c.central)]
        return {one: letter for one, letter in pairs if one in skills.graph().words}

    def _way(self, graph: skills.SkillGraph) -> dict[str, Any] | None:
        if not self._to or self._to not in graph.words or not self._starts:
            return None
        return way(graph, [self._from] if self._from in self._starts else self._starts, self._to)

    @verb
    def add(self, *, request: str, name: str) -> dict[str, Any]:
        """Start from one more skill, or from several with commas between them."""
        found = known_all(name)
        self._starts = list(dict.fromkeys([*self._starts, *found]))
        self._from = self._to = None
        return {"id": found[0]}

    @verb
    def remove(self, *, request: str, id: str) -> None:
        """Start from one skill less."""
        self._starts = [one for one in self._starts if one != id]
        self._from = self._to = None

    @verb
    def show(self, *, request: str, id: str | None) -> None:
        """Say the way to a skill in words."""
        self._from, self._to = None, known(id) if id else None

    @verb
    def between(self, *, request: str, a: str, b: str) -> dict[str, Any]:
        """Say the way between two typed skills, and show it."""
        have, to = known(a), known(b)
        if have not in self._starts:
            self._starts = [one for one in [*self._starts, have] if one != to]
        self._from, self._to = have, to
        return {"id": to}

    @verb
    def walk(self, *, request: str, id: str) -> None:
        """Go on from a neighbour: it becomes the start, and the trail keeps where we came from."""
        one = known(id)
        self._trail = [*self._trail, *[s for s in self._starts if s not in self._trail]][-8:]
        self._starts, self._from, self._to = [one], None, None

    @verb
    def back(self, *, request: str, id: str) -> None:
        """Go back to a skill of the trail."""
        one = known(id)
        self._trail = self._trail[: self._trail.index(one)] if one in self._trail else []
        self._starts, self._from, self._to = [one], None, None

    @verb(reads=True)
    def find(self, *, request: str, text: str) -> Mapping[str, Any]:
        """Offer skills for what is being typed."""
        return {"names": suggestions(text)}


def _named(names: Sequence[str]) -> str:
    return ", ".join(names) if 0 < len(names) <= 6 else f"{len(names)} skills" if names else "nothing yet"


def _framed(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    told = []
    for row in rows:
        low, high = row["weeks"] or (None, None)
        told.append({**row, "low_weeks": low, "high_weeks": high})
    return pd.DataFrame(told, columns=list(columns))
