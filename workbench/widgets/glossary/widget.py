"""`Glossary`: what a family does, the terms one meets first, and every other term by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from workbench import skills
from workbench.errors import NotAllowed
from workbench.skills.pages import FIRST
from workbench.skills.values import Glossary as Family
from workbench.skills.values import Skill
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.skill_adjacency._editing import team
from workbench.widgets.skill_adjacency._terrain import neighbours, not_shown

if TYPE_CHECKING:
    import pandas as pd

HEAD = FIRST
_NEAR = 12
_FOUND = 30
_COLUMNS = ["family", "id", "name", "kind", "plain", "ask", "exposure", "use", "ownership", "also", "confused_with"]


class Glossary(MeetingWidget):
    """A role family's page: what it does, what its titles hide, and its terms.

    >>> Glossary("devops")  # doctest: +SKIP
    Glossary(family='devops')

    Parameters
    ----------
    family : str
        The family's name or title: `backend`, `devops`, `Data engineering` …

    Attributes
    ----------
    value : str
        The family shown.
    frame : DataFrame
        Its terms: `family, id, name, kind, plain, ask, exposure, use, ownership, also, confused_with`.

    Raises
    ------
    NotAllowed
        When no glossary is called that; the sentence names those there are.
    """

    title: ClassVar[str] = "Glossary"

    def __init__(self, family: str = "backend") -> None:
        self._family = _family(family).family
        super().__init__(about={"family": self._family})

    @property
    def value(self) -> str:
        """The family shown."""
        return self._family

    @property
    def frame(self) -> pd.DataFrame:
        """Every term of the family, as a tidy frame."""
        import pandas as pd

        return pd.DataFrame([_row(term) for term in _family(self._family).terms], columns=_COLUMNS)

    def compute(self) -> dict[str, Any]:
        """Give the page."""
        page = _family(self._family)
        head = _head(page)
        return {
            "family": page.family,
            "title": page.title,
            "about": page.about,
            "neighbours": page.neighbours,
            "head": [_term(term) for term in head],
            "tail": len(page.terms) - len(head),
            "families": [{"id": one, "title": title} for one, title in skills.graph().words.titles().items()],
            "skills": len(skills.graph().words),
            "team": team(),
        }

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Give the family and what it does."""
        page = _family(self._family)
        return [("Family", page.title), ("About", page.about)]

    @verb
    def turn(self, *, request: str, family: str) -> None:
        """Open another family's page."""
        page = _family(family)
        self._family = page.family
        self._about = {"family": page.family}

    @verb(reads=True)
    def find(self, *, request: str, text: str, everywhere: bool = False) -> Mapping[str, Any]:
        """Give terms whose name or other writings hold the typed letters, those that begin with them first."""
        low = text.strip().casefold()
        if not low:
            return {"terms": [], "more": 0}
        words = skills.graph().words
        found = []
        for one, term in words.terms.items():
            if not everywhere and words.family_of[one] != self._family:
                continue
            name, *others = (
                way.casefold() for way in (term["name"], *term.get("aliases", ()), *term.get("shared", ()))
            )
            if low in name or any(low in other for other in others):
                exact = low == name or low in others
                found.append((not exact, not name.startswith(low), low not in name, len(name), one))
        found.sort()
        titles = words.titles()
        shown = [{**_term(words[one]), "family": titles[words.family_of[one]]} for *_, one in found[:_FOUND]]
        return {"terms": shown, "more": len(found) - len(shown)}

    @verb(reads=True)
    def term(self, *, request: str, id: str) -> Mapping[str, Any]:
        """Give one term with its neighbours in words."""
        graph = skills.graph()
        one = skills.skill(id)
        told = {
            **_term(one),
            "family": graph.words.family(one.family)["title"],
            "near": [
                {**{key: node[key] for key in ("id", "name", "relation", "band", "weeks", "whose", "why")},
                 "path": [graph.name(step) for step in node["path"]]}
                for node in neighbours(graph, [id], {}, _NEAR)
            ],
            "nots": [{key: each[key] for key in ("id", "name", "why")} for each in not_shown(graph, [id])],
        }  # fmt: skip
        return {"term": told}  # an answer has a `kind` of its own

    @verb
    def read_again(self, *, request: str) -> None:
        """Read the glossaries again, after somebody edited a file."""
        skills.reload()


def _family(name: str) -> Family:
    words, low = skills.graph().words, name.casefold()
    for family, title in words.titles().items():
        if low in (family, title.casefold()):
            page: Family = words.glossary(family)
            return page
    raise NotAllowed(f"No glossary is called {name}. There are {', '.join(words.titles())}.")


def _head(page: Family) -> list[Skill]:
    return [term for term in page.terms if term.plain and term.ask][:HEAD]


def _term(term: Skill) -> dict[str, Any]:
    words = skills.graph().words
    return {
        "id": term.id,
        "name": term.name,
        "kind": term.kind,
        "plain": term.plain,
        "ask": term.ask,
        "sounds": dict(term.sounds),
        "also": [*term.aliases, *term.shared][:8],
        "confused": [{"id": one, "name": words[one].name} for one in term.confused_with if one in words],
        "source": term.source,
    }


def _row(term: Skill) -> dict[str, Any]:
    return {
        "family": term.family,
        "id": term.id,
        "name": term.name,
        "kind": term.kind,
        "plain": term.plain,
        "ask": term.ask,
        **{level: term.sounds.get(level, "") for level in ("exposure", "use", "ownership")},
        "also": ", ".join((*term.aliases, *term.shared)),
        "confused_with": ", ".join(term.confused_with),
    }
