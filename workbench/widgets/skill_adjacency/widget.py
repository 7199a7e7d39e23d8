"""`SkillAdjacency`: type a skill, see its neighbours around it, walk on, read the way in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from workbench import skills
from workbench.errors import NotAllowed
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.skill_adjacency import _terrain

if TYPE_CHECKING:
    import pandas as pd

    from workbench.intake import CapabilityMap


class SkillAdjacency(MeetingWidget):
    """Skills that lie near one another, as rings of time around what a person has.

    >>> SkillAdjacency("RabbitMQ", "C#")  # doctest: +SKIP
    SkillAdjacency(start='RabbitMQ, C#')

    Parameters
    ----------
    *start : str
        Names or aliases of the skills to start from.
    capability_map : CapabilityMap, optional
        What a requisition asks for: its skills carry their capability's letter, and a list says what of them is shown
        or near.

    Attributes
    ----------
    value : tuple of str
        Ids of the start skills.
    frame : DataFrame
        The neighbours shown: `start, id, name, kind, relation, band, low_weeks, high_weeks, path`.

    Raises
    ------
    NotAllowed
        When a name is unknown or ambiguous; the sentence offers what it may stand for.
    """

    title: ClassVar[str] = "What is near"

    def __init__(self, *start: str, capability_map: CapabilityMap | None = None) -> None:
        self._map = capability_map
        self._starts = [_known(name) for name in start]
        self._to: str | None = None
        self._trail: list[str] = []
        names = ", ".join(skills.skill(one).name for one in self._starts)
        super().__init__(about={"start": names or "nothing yet"}, key=f"SkillAdjacency:{names}")

    @property
    def value(self) -> tuple[str, ...]:
        """Ids of the start skills."""
        return tuple(self._starts)

    @property
    def frame(self) -> pd.DataFrame:
        """The neighbours as a tidy frame."""
        import pandas as pd

        columns = ["start", "id", "name", "kind", "relation", "band", "low_weeks", "high_weeks", "path"]
        rows = [
            {**node, "low_weeks": node["weeks"][0], "high_weeks": node["weeks"][1]} for node in self.compute()["nodes"]
        ]
        return pd.DataFrame(rows, columns=columns)

    def compute(self) -> dict[str, Any]:
        """Give the picture, the table and the words of the way."""
        graph, asked = skills.graph(), self._asked()
        return {
            "starts": [{"id": one, "name": graph.name(one), "letter": asked.get(one)} for one in self._starts],
            "nodes": _terrain.neighbours(graph, self._starts, asked, _terrain.PICTURE),
            "nots": _terrain.not_shown(graph, self._starts),
            "way": _terrain.way(graph, self._starts, self._to) if self._starts and self._to else None,
            "trail": [{"id": one, "name": graph.name(one)} for one in self._trail],
            "need": self._need() if self._starts else [],
            "asked_by": self._map.title if self._map else None,
            "families": [one.title for one in skills.glossaries()],
        }

    def _asked(self) -> dict[str, str]:
        if self._map is None:
            return {}
        pairs = [(one, c.letter) for c in self._map.capabilities for one in (*c.peripheral, *c.central)]
        return dict(pairs)

    def _need(self) -> list[dict[str, Any]]:
        if self._map is None:
            return []
        graph, out = skills.graph(), []
        for capability in self._map.capabilities:
            known = [one for one in capability.central if one in graph.words.terms]
            for item in graph.covers(self._starts, known).central:
                weeks = list(item.ramp.weeks) if item.ramp else None
                shown = {"id": item.id, "name": graph.name(item.id), "letter": capability.letter, "state": item.state}
                out.append({**shown, "band": skills.band(item.ramp.weeks) if item.ramp else None, "weeks": weeks})
        return out

    @verb
    def add(self, *, request: str, name: str) -> dict[str, Any]:
        """Start from one more skill."""
        one = _known(name)
        if one not in self._starts:
            self._starts.append(one)
            self._to = None
        return {"id": one}

    @verb
    def remove(self, *, request: str, id: str) -> None:
        """Start from one skill less."""
        self._starts = [one for one in self._starts if one != id]
        self._to = None

    @verb
    def show(self, *, request: str, id: str | None) -> None:
        """Say the way to a skill in words."""
        self._to = _known(id) if id else None

    @verb
    def walk(self, *, request: str, id: str) -> None:
        """Go on from a neighbour: it becomes the start, and the trail keeps where we came from."""
        one = _known(id)
        self._trail = [*self._trail, *[s for s in self._starts if s not in self._trail]][-8:]
        self._starts, self._to = [one], None

    @verb
    def back(self, *, request: str, id: str) -> None:
        """Go back to a skill of the trail."""
        one = _known(id)
        self._trail = self._trail[: self._trail.index(one)] if one in self._trail else []
        self._starts, self._to = [one], None

    @verb(reads=True)
    def find(self, *, request: str, text: str) -> Mapping[str, Any]:
        """Offer skills for what is being typed."""
        return {"names": suggestions(text)}


def suggestions(text: str, limit: int = 8) -> list[dict[str, str]]:
    """Give the skills that a few typed letters may mean: exact, then beginnings, then near spellings and sounds."""
    typed = text.strip()
    if not typed:
        return []
    found = skills.resolve(typed)
    words = skills.graph().words
    ids = [found.id] if found.id else [one for one in found.candidates if one in words]
    low = typed.casefold()
    terms = [term for glossary in skills.glossaries() for term in glossary.terms]
    begin = [t for t in terms if any(n.casefold().startswith(low) for n in (t.name, *t.aliases))]
    begin.sort(key=lambda term: (not term.name.casefold().startswith(low), len(term.name)))
    ids += [term.id for term in begin]
    ids += found.nearest
    shown = [skills.skill(one) for one in dict.fromkeys(ids)][:limit]
    return [{"id": term.id, "name": term.name, "kind": term.kind} for term in shown]


def _known(name: str) -> str:
    found = skills.resolve(name)
    if found.id:
        return found.id
    if found.candidates:
        raise NotAllowed(f"{name} has several meanings: {_names(found.candidates)}. Name the one you mean.")
    near = f" Did you mean {_names(found.nearest)}?" if found.nearest else ""
    raise NotAllowed(f"No glossary knows {name}.{near}")


def _names(ids: Sequence[str]) -> str:
    words = skills.graph().words
    return ", ".join(words[one].name if one in words else one for one in ids)
