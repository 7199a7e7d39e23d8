"""The capability map's JSON Schema, and its complaints as sentences with a place."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from workbench.errors import BadTemplate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.intake._yaml_lines import Lines, Path

_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "array": "a list",
    "object": "a group of fields",
    "boolean": "true or false",
    "null": "empty",
}


@cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema that ships with the package."""
    text = files("workbench.intake").joinpath("capability_map.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def require_schema(data: Any, lines: Lines, file: str) -> None:
    """Raise BadTemplate for the first place in the file that breaks the schema."""
    if _sound(data):
        return
    # jsonschema says what is wrong far better, and takes a second or more to import
    from jsonschema import Draft202012Validator

    found = [
        (line_of(path, lines) or 0, path, message)
        for error in Draft202012Validator(schema()).iter_errors(data)
        for path, message in _explain(error)
    ]
    if found:
        found.sort(key=lambda f: (f[0], len(f[1])))
        line, path, message = found[0]
        more = len(found) - 1
        if more:
            message += f" {more} more {'place needs' if more == 1 else 'places need'} a look too."
        raise BadTemplate(file, line or None, field_name(path), message)


def _sound(data: Any) -> bool:
    """Whether the data fits, by a validator that is quick and says little."""
    import fastjsonschema

    try:
        _quick()(data)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


@cache
def _quick() -> Callable[[Any], Any]:
    import fastjsonschema

    # this validator knows the drafts up to 7; the schema uses nothing newer
    compiled: Callable[[Any], Any] = fastjsonschema.compile(
        {**schema(), "$schema": "http://json-schema.org/draft-07/schema"}
    )
    return compiled


def line_of(path: Path, lines: Lines) -> int | None:
    """Give the line of a path, or of the nearest part around it that is in the file."""
    for end in range(len(path), -1, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return None


def field_name(path: Path) -> str:
    """Write a path as people do: `capabilities[2].anchors.profile`."""
    written = ""
    for part in path:
        written += f"[{part}]" if isinstance(part, int) else f".{part}" if written else part
    return written


def _explain(error: Any) -> Iterable[tuple[Path, str]]:
    path: Path = tuple(error.absolute_path)
    value, rule, limit = error.instance, error.validator, error.validator_value
    if rule == "required":
        strange = [str(name) for name in value if name not in error.schema["properties"]]
        missing = next(name for name in limit if name not in value and name in error.message)
        if get_close_matches(missing, strange, 1, 0.6):
            return []  # the misspelt field is named instead
        return [(path, f"“{missing}” is missing{'' if path else ' at the top of the file'}.")]
    if rule == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        return [((*path, str(name)), _unknown(str(name), known)) for name in value if name not in known]
    return [(path, _sentence(rule, limit, value))]


def _unknown(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1, 0.6)
    if near:
        return f"“{name}” is not a field here. Did you mean “{near[0]}”?"
    return f"“{name}” is not a field here. The fields are {_listed(known)}."


def _sentence(rule: str, limit: Any, value: Any) -> str:
    if rule == "enum":
        return f"This is “{value}”; it can be {_listed([str(v) for v in limit], 'or')}."
    if rule == "type":
        wanted = [limit] if isinstance(limit, str) else list(limit)
        return f"This should be {_listed([_KINDS.get(w, w) for w in wanted], 'or')}, but is {_shown(value)}."
    if rule in ("minItems", "maxItems"):
        return f"This list has {len(value)}; it needs {'at least' if rule == 'minItems' else 'at most'} {limit}."
    if rule == "minLength":
        return "This is empty; write a text."
    if rule == "pattern":
        return f"“{value}” should be lower-case words joined with hyphens, such as running-it-in-production."
    if rule in ("minimum", "maximum"):
        return f"This is {value}; it should be {limit} or {'more' if rule == 'minimum' else 'less'}."
    return f"{_shown(value)} does not fit here."


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a group of fields"
    return f"“{value}”"


def _listed(words: list[str], last: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
