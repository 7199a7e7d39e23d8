"""All glossaries together: ours, and a team's own folder laid over it term by term."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench._resources import folder
from workbench.errors import BadTemplate, WorkbenchError
from workbench.skills import cache
from workbench.skills.glossary import as_glossary, read_terms
from workbench.skills.laid_over import laid_over
from workbench.skills.values import Glossary, Skill


class UnknownSkill(WorkbenchError, KeyError):
    """No glossary has this id. `nearest` are the closest known ids."""

    def __init__(self, skill: str, nearest: list[str]) -> None:
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No glossary has the skill {skill!r}.{hint}")
        self.nearest = nearest

    def __str__(self) -> str:
        return str(self.args[0])


class Vocabulary(Mapping[str, Skill]):
    """Every term by its id, made into a value when it is asked for.

    Parameters
    ----------
    families
        The glossaries as plain data that the schema has accepted; a later one replaces terms of an earlier one, and
        its `changes` are laid over them.
    problems
        What was wrong with files and terms that were left out.
    """

    def __init__(
        self, families: list[dict[str, Any]], problems: list[BadTemplate] | None = None, name: str = ""
    ) -> None:
        self.problems = problems or []
        self.terms: dict[str, dict[str, Any]] = {}
        self.family_of: dict[str, str] = {}
        self._families: dict[str, dict[str, Any]] = {}
        self._made: dict[str, Skill] = {}
        for data in families:
            known = self._families.setdefault(data["family"], {**data, "terms": []})
            if data["about"] and not known["about"]:
                known.update({k: data[k] for k in ("title", "about", "neighbours") if k in data})
            for term in data["terms"]:
                self.family_of.setdefault(term["id"], data["family"])
                self.terms[term["id"]] = term
        for data in families:
            for change in data.get("changes", ()):
                if change["id"] in self.terms:
                    self.terms[change["id"]] = laid_over(self.terms[change["id"]], change)
        self.digest = name or cache.digest(repr(list(self.terms.values())))

    def __getitem__(self, skill: str) -> Skill:
        if skill not in self._made:
            if skill not in self.terms:
                raise KeyError(skill)
            self._made[skill] = Skill.from_dict(self.terms[skill], self.family_of[skill])
        return self._made[skill]

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def titles(self) -> dict[str, str]:
        """Give the families with their titles."""
        return {name: data["title"] for name, data in self._families.items()}

    def glossary(self, family: str) -> Glossary:
        """Give one family with its terms in order."""
        terms = tuple(self[skill] for skill, name in self.family_of.items() if name == family)
        return replace(as_glossary({**self._families[family], "terms": []}), terms=terms)

    def family(self, name: str) -> dict[str, Any]:
        """Give what a family's file says of itself: `family`, `title`, `about`, `neighbours`."""
        return {key: value for key, value in self._families[name].items() if key not in ("terms", "changes")}

    def glossaries(self) -> list[Glossary]:
        """Give the families, each with its terms in order."""
        by_family: dict[str, list[dict[str, Any]]] = {name: [] for name in self._families}
        for skill, term in self.terms.items():
            by_family[self.family_of[skill]].append(term)
        return [as_glossary({**data, "terms": by_family[name]}) for name, data in self._families.items()]


def glossary_folders() -> list[Path]:
    """Give the folders in the order they are laid over each other: ours, then the team's."""
    return [folder("glossaries"), *team_folders()]


def team_folders() -> list[Path]:
    """Give the folders of `WORKBENCH_GLOSSARIES`, else `team_glossaries/` in the current folder, there or not."""
    own = [Path(p).expanduser() for p in os.environ.get("WORKBENCH_GLOSSARIES", "").split(os.pathsep) if p]
    return own or [Path.cwd() / "team_glossaries"]


def read_folders(folders: list[Path]) -> Vocabulary:
    """Read the glossaries of these folders, each file from the cache when its content has been read before."""
    files = [f for place in folders for f in sorted(place.glob("*.yaml"))]
    contents = [f.read_bytes() for f in files]
    families, problems = [], []
    for file, content in zip(files, contents, strict=True):
        data, wrong = read_file(file, content)
        problems += wrong
        families.append(data)
    return Vocabulary(families, problems, cache.digest(str(cache.FORMAT), *contents))


def read_file(file: Path, content: bytes) -> tuple[dict[str, Any], list[BadTemplate]]:
    """Read a glossary with this content, from the cache when a file in order has been read before."""
    name = f"glossary-{cache.digest(str(cache.FORMAT), _schema(), content)}"
    kept = cache.load(name)
    if isinstance(kept, dict):
        return kept, []
    data, wrong = read_terms(file)
    if not wrong:
        cache.keep(name, data)
    return data, wrong


def _schema() -> bytes:
    return (Path(__file__).parent / "schema" / "glossary.json").read_bytes()


_lock = threading.Lock()
_current: Vocabulary | None = None


def vocabulary() -> Vocabulary:
    """Give the vocabulary in use, read once; `reload` reads it again."""
    global _current
    if _current is None:
        with _lock:
            if _current is None:
                with cache.many_made():
                    _current = read_folders(glossary_folders())
    return _current


def use(words: Vocabulary | None) -> None:
    """Use this vocabulary from now on, or read the folders again at the next question (None)."""
    global _current
    with _lock:
        _current = words
