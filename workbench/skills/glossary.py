"""Read one glossary file, and say on which line it breaks its schema."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.errors import BadTemplate
from workbench.skills.quick import fits, quickly
from workbench.skills.values import Glossary, Skill

# the lists of a glossary of which a broken item is left out and the rest is read
_PARTS = {"terms", "changes"}
_SCHEMA = Path(__file__).parent / "schema" / "glossary.json"


def load_glossary(path: str | Path) -> Glossary:
    """Read one glossary file.

    >>> from workbench._resources import folder
    >>> load_glossary(folder("glossaries") / "devops.yaml").title
    'DevOps and platform'

    Raises
    ------
    BadTemplate
        With the file, the line (from 1) and the field of the first thing that breaks the schema.
    """
    data, problems = read_terms(Path(path))
    if problems:
        raise problems[0]
    return as_glossary(data, str(path))


def as_glossary(data: dict[str, Any], file: str = "") -> Glossary:
    """Make the value of data that the schema has accepted."""
    return Glossary(
        family=data["family"],
        title=data["title"],
        about=data["about"],
        neighbours=data.get("neighbours", ""),
        terms=tuple(Skill.from_dict(t, data["family"]) for t in data["terms"]),
        file=file,
    )


def read_terms(path: Path) -> tuple[dict[str, Any], list[BadTemplate]]:
    """Read a glossary as plain data without its broken terms, and what was wrong with those.

    A file that is broken as a whole gives no terms and one problem.
    """
    text, trouble = _text(path)
    if trouble:
        return _nothing(path), [trouble]
    data = quickly(text)
    if data is None:
        try:
            data = _yaml().load(text)
        except _yaml_errors() as error:
            return _nothing(path), [_from_yaml(path, error)]
    if not isinstance(data, dict):
        return _nothing(path), [
            BadTemplate(path.name, 1, "", "this is not a glossary; begin with `family:`, `title:`, `about:`")
        ]
    _numbers_to_text(data)
    if fits(data):
        return data, _doubled(path, text, data)
    errors = list(_validator().iter_errors(data))
    lines = _Lines(text)
    problems = sorted(
        (BadTemplate(path.name, lines.of(e.absolute_path), _field(data, e), _message(e)) for e in errors),
        key=lambda p: p.line or 0,
    )
    broken = {tuple(e.absolute_path)[:2] for e in errors}
    if any(len(place) < 2 or place[0] not in _PARTS for place in broken):
        return _nothing(path), problems
    for part in _PARTS & set(data):
        data[part] = [t for i, t in enumerate(data[part]) if (part, i) not in broken]
    return data, problems


def _nothing(path: Path) -> dict[str, Any]:
    return {"family": path.stem, "title": path.stem, "about": "", "terms": []}


def _text(path: Path) -> tuple[str, BadTemplate | None]:
    try:
        return path.read_text(encoding="utf-8"), None
    except UnicodeDecodeError:
        return "", BadTemplate(path.name, None, "", "the file is not UTF-8 text; save it as UTF-8")
    except OSError as error:
        return "", BadTemplate(path.name, None, "", f"the file cannot be read ({error.strerror})")


def _yaml() -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True)


def _yaml_errors() -> tuple[type[Exception], ...]:
    from ruamel.yaml.error import YAMLError

    return (YAMLError, RecursionError, ValueError)


@functools.cache
def _validator() -> Any:
    import jsonschema

    return jsonschema.Draft202012Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def _from_yaml(path: Path, error: Exception) -> BadTemplate:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or type(error).__name__
    return BadTemplate(path.name, mark.line + 1 if mark else None, "", f"this is not valid YAML: {said}")


def _numbers_to_text(data: dict[str, Any]) -> None:
    """Take whole numbers as names: `aliases: [8051]` is meant as text."""
    terms = data.get("terms")
    for term in terms if isinstance(terms, list) else ():
        if not isinstance(term, dict):
            continue
        for key in ("aliases", "shared"):
            if isinstance(term.get(key), list):
                term[key] = [str(a) if type(a) is int else a for a in term[key]]


def _doubled(path: Path, text: str, data: dict[str, Any]) -> list[BadTemplate]:
    seen: set[str] = set()
    problems = []
    for i, term in enumerate(data["terms"]):
        if term["id"] in seen:
            where = _Lines(text).of(["terms", i, "id"])
            problems.append(BadTemplate(path.name, where, term["id"], "this id stands twice; a term is defined once"))
        seen.add(term["id"])
    if problems:
        first: dict[str, Any] = {}
        for term in data["terms"]:
            first.setdefault(term["id"], term)
        data["terms"] = list(first.values())
    return problems


def _field(data: Any, error: Any) -> str:
    path = list(error.absolute_path)
    parts = []
    if len(path) > 1 and path[0] in _PARTS:
        term = data[path[0]][path[1]]
        name = term.get("id") if isinstance(term, dict) else None
        parts.append(f"{'term' if path[0] == 'terms' else 'change of'} {name or path[1] + 1}")
        path = path[2:]
    return ", ".join([*parts, ".".join(str(p) for p in path)]).strip(", ")


def _message(error: Any) -> str:
    value = error.instance
    if error.validator == "required":
        missing = [f"`{k}`" for k in error.validator_value if k not in value]
        return f"{', '.join(missing)} is missing"
    if error.validator == "additionalProperties":
        extra = [f"`{k}`" for k in value if k not in error.schema.get("properties", {})]
        return f"{', '.join(extra)} is not a field here; it knows {', '.join(error.schema['properties'])}"
    if error.validator == "enum":
        return f"`{value}` is none of {', '.join(map(str, error.validator_value))}"
    if error.validator == "pattern":
        return f"`{value}` is not an id; write small letters, digits and single hyphens"
    if error.validator == "type":
        if isinstance(value, bool | float):
            return f"`{value}` was read as {type(value).__name__}; put it in quotes"
        return f"`{value}` should be of type {error.validator_value}"
    return str(error.message)


class _Lines:
    """The line of each field, from the composed YAML."""

    def __init__(self, text: str) -> None:
        self._root = _yaml().compose(text)

    def of(self, path: Iterable[Any]) -> int | None:
        node = self._root
        line = node.start_mark.line + 1 if node else None
        for step in path:
            found = None
            if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                found = node.value[step]
            elif isinstance(node.value, list):
                found = next((v for k, v in node.value if k.value == step), None)
            if found is None:
                return line
            node = found
            line = node.start_mark.line + 1
        return line
