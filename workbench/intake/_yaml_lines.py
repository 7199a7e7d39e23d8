"""YAML as plain data, with the line on which each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.errors import BadTemplate

Path = tuple[str | int, ...]
Lines = dict[Path, int]

_LARGEST = 1_000_000  # characters; a long map has 40,000


def read_yaml(text: str, file: str) -> tuple[Any, Lines]:
    """Read one YAML document; give its data and a line (from 1) for every path in it.

    Raises
    ------
    BadTemplate
        When it is not YAML, repeats a key, is too large or nested too deep, or uses an anchor.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if len(text) > _LARGEST:
        raise BadTemplate(file, None, "", "This file is too large for a capability map.")
    yaml = YAML(typ="safe", pure=True)
    try:
        if any("&" in line or "*" in line for line in text.splitlines()):
            _refuse_aliases(text, file)
        node = yaml.compose(text)
        if node is None:
            raise BadTemplate(file, 1, "", "The file is empty; start from a template.")
        lines = dict(_walk(node, ()))
        return yaml.constructor.construct_document(node), lines
    except MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = None if mark is None else mark.line + 1
        said = (problem.problem or problem.context or "cannot be read").split("\n")[0]
        raise BadTemplate(file, line, "", f"This is not valid YAML here: {said}.") from None
    except RecursionError:
        raise BadTemplate(file, None, "", "Its parts are nested too deep for a capability map.") from None
    except (YAMLError, ValueError) as problem:
        said = str(problem).split("\n")[0].rstrip(".")
        raise BadTemplate(file, None, "", f"This is not valid YAML: {said}.") from None


def _refuse_aliases(text: str, file: str) -> None:
    from ruamel.yaml import YAML
    from ruamel.yaml.events import AliasEvent

    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, AliasEvent):
            line = event.start_mark.line + 1
            raise BadTemplate(file, line, "", "Write the part out again; references (*) are not read here.")


def _walk(node: Any, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line + 1
    if node.id == "mapping":
        for key, value in node.value:
            name = str(key.value)
            yield from _walk(value, (*path, name))
            yield (*path, name), key.start_mark.line + 1
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            yield from _walk(value, (*path, index))
