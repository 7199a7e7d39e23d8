"""Capability maps on disk: a template of a role family, or a map that a team saved."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench._resources import folder
from workbench.errors import BadTemplate
from workbench.intake._references import require_references
from workbench.intake._schema import line_of, require_schema
from workbench.intake._yaml_lines import Lines, read_yaml
from workbench.intake._yaml_text import reads_back, to_yaml
from workbench.intake.capability import LETTERS
from workbench.intake.capability_map import CapabilityMap

__all__ = ["families", "load", "parse", "parse_with_lines", "read_with_lines", "save", "to_yaml"]


def families() -> list[str]:
    """Give the role families that have a template, by name.

    >>> "backend" in families()
    True
    """
    return sorted(path.stem for path in folder("intake_templates").glob("*.yaml"))


def load(path_or_family: str | Path) -> CapabilityMap:
    """Read a capability map from a file, or the template of a family.

    >>> load("backend").family
    'backend'

    Parameters
    ----------
    path_or_family
        A path, or a family's name when there is no such file.

    Raises
    ------
    BadTemplate
        With file, line and field, when the file breaks the schema or an id in it leads nowhere.
    """
    path = _find(path_or_family)
    return parse(_text(path), path.name)


def read_with_lines(path: Path) -> tuple[CapabilityMap, Callable[[tuple[str | int, ...]], int], int]:
    """Read a map from a file, and give how to find the line of a path in it, and how many lines there are."""
    text = _text(path)
    capability_map, lines = parse_with_lines(text, path.name)
    return capability_map, lambda place: line_of(place, lines) or 1, len(text.splitlines())


def parse(text: str, file: str = "this map") -> CapabilityMap:
    """Read a capability map from YAML text; `file` is what an error calls it."""
    return parse_with_lines(text, file)[0]


def parse_with_lines(text: str, file: str = "this map") -> tuple[CapabilityMap, Lines]:
    """Read a map as `parse` does, and give the line of each part, keyed by its path."""
    data, lines = read_yaml(text, file)
    if not isinstance(data, dict):
        raise BadTemplate(file, 1, "", "A capability map starts with fields such as title and capabilities.")
    require_schema(data, lines, file)
    require_references(data, lines, file)
    return CapabilityMap.from_dict(_lettered(data)), lines


def save(capability_map: CapabilityMap, path: str | Path) -> None:
    """Write a map as YAML that diffs well. The old file stays whole until the new one is complete on disk.

    Raises
    ------
    BadTemplate
        When the map could not be read again; nothing is written then.
    """
    path = Path(path)
    text = to_yaml(capability_map)
    if not _sound_again(capability_map) and parse(text, path.name) != capability_map:
        raise BadTemplate(path.name, None, "", "A text in this map cannot be kept in YAML. Nothing was written.")
    handle, partial = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def _sound_again(capability_map: CapabilityMap) -> bool:
    """Tell whether a map will be read again as it is; reading all of it takes many times as long."""
    data = capability_map.to_dict()
    try:
        require_schema(data, {}, "")
        require_references(data, {}, "")
    except BadTemplate:
        return False
    return reads_back(capability_map)


def _find(path_or_family: str | Path) -> Path:
    path = Path(path_or_family)
    if path.is_file():
        return path
    template = folder("intake_templates") / f"{path_or_family}.yaml"
    if str(path_or_family) in families():
        return template
    raise BadTemplate(
        str(path_or_family),
        None,
        "",
        f"There is no such file and no such family. There is {', '.join(families())}.",
    )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise BadTemplate(path.name, line, "", "This is not UTF-8 text; save the file as UTF-8.") from None
    except OSError as problem:
        said = problem.strerror or "it cannot be opened"
        raise BadTemplate(path.name, None, "", f"The file cannot be read: {said}.") from None


def _lettered(data: dict[str, Any]) -> dict[str, Any]:
    """Give letters to the capabilities that came without."""
    taken = {c["letter"] for c in data["capabilities"] if c.get("letter")}
    free = (letter * times for times in (1, 2, 3) for letter in LETTERS if letter * times not in taken)
    return {
        **data,
        "capabilities": [{**c, "letter": c.get("letter") or next(free)} for c in data["capabilities"]],
    }
