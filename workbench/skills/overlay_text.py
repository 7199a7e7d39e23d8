"""The YAML of a team's glossary: what people wrote stays as it is, what we add reads like the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_HEAD = "Your team's own judgement. Terms here replace ours of the same id; every text may be edited."


def round_trip() -> Any:
    """Give a reader and writer that keeps comments, order and quotes."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 120
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def read(text: str) -> Any | None:
    """Read a glossary for changing it; None when it is not one."""
    from ruamel.yaml.error import YAMLError

    try:
        data = round_trip().load(text)
    except (YAMLError, RecursionError, ValueError):
        return None
    return data if isinstance(data, dict) and isinstance(data.get("terms"), list) else None


def entry(term: Mapping[str, Any], relation: str, other: str) -> dict[str, Any] | None:
    """Give what a term says of another in `near` or `not`, as plain data."""
    for one in term.get(relation, ()):
        data = {"id": one} if isinstance(one, str) else dict(one)
        if data["id"] == other:
            return data
    return None


def new_file(family: Mapping[str, Any]) -> Any:
    """Begin a file for a family."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    data = CommentedMap({key: family[key] for key in ("family", "title", "about")})
    data["terms"] = CommentedSeq()
    data.yaml_set_start_comment(_HEAD)
    return data


def new_term(data: Any, term: Mapping[str, Any]) -> Any:
    """Put a term at the end of a file, with an empty line above it."""
    from ruamel.yaml.comments import CommentedMap

    made = CommentedMap({key: as_yaml(value) for key, value in term.items()})
    terms = data["terms"]
    terms.append(made)
    if len(terms) > 1:
        terms.yaml_set_comment_before_after_key(len(terms) - 1, before="\n")
    return made


def as_yaml(value: Any) -> Any:
    """Lists of words on one line, an entry with a reason on a line of its own."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        return CommentedMap({key: as_yaml(one) for key, one in value.items()})
    if not isinstance(value, list):
        return value
    made = CommentedSeq()
    for one in value:
        part = as_yaml(one)
        if isinstance(part, CommentedMap):
            part.fa.set_flow_style()
        made.append(part)
    if not any(isinstance(one, dict) for one in value):
        made.fa.set_flow_style()
    return made
