"""The fast way to read a glossary that is in order; what is not goes the slow way, which can say where and why.

PyYAML's C parser reads a file in a tenth of the time that ruamel.yaml takes, and a compiled schema checks it in a
hundredth. Both answer yes or no only.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

SCHEMA = Path(__file__).parent / "schema" / "glossary.json"


def quickly(text: str) -> Any | None:
    """Give what a YAML text holds, read as YAML 1.2; None when it cannot be read this way."""
    import yaml

    try:
        reader = _loader()(text)
        try:
            return reader.get_single_data()
        finally:
            reader.dispose()
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


@functools.cache
def _loader() -> Any:
    """Make a loader that knows the types of YAML 1.2: `no`, `on` and `12:30` are words."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """PyYAML's safe loader, in C where it was built so."""

        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            """Refuse a key that stands twice, which the slow way reports."""
            keys = [key.value for key, _ in node.value]
            if len(set(keys)) < len(keys):
                raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
            return super().construct_mapping(node, deep)

    for tag, pattern, first in (
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ):
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
    Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
    return Loader


def fits(data: Any) -> bool:
    """Say whether data fits the schema of a glossary."""
    import fastjsonschema

    try:
        _compiled()(data)
    except fastjsonschema.JsonSchemaException:
        return False
    return True


@functools.cache
def _compiled() -> Callable[[Any], Any]:
    import fastjsonschema

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    made: Callable[[Any], Any] = fastjsonschema.compile(
        json.loads(json.dumps({**schema, "$schema": "http://json-schema.org/draft-07/schema"}))
    )
    return made
