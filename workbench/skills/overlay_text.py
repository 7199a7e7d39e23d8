"""The YAML of a team's glossary: what people wrote stays as it is, what we add reads like the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.skills.laid_over import id_of

_HEAD = (
    "Your team's own judgement. `changes` are laid over our terms, `terms` are your own or replace ours whole;\n"
    "every text may be edited."
)


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
    """Give what a term says of another in a relation, as plain data."""
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


def find(items: Any, skill: str) -> Any | None:
    """Give the item of a list of terms or changes that is about a skill."""
    return next((t for t in items or () if isinstance(t, dict) and t.get("id") == skill), None)


def changed(data: Any, skill: str) -> Any:
    """Give what a file changes of a skill; begun at the end of its `changes` when there is nothing yet."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    changes = data.setdefault("changes", CommentedSeq())
    made = find(changes, skill)
    if made is None:
        made = CommentedMap({"id": skill})
        changes.append(made)
        if len(changes) > 1:
            changes.yaml_set_comment_before_after_key(len(changes) - 1, before="\n")
    return made


def say(change: Any, relation: str, other: str, wanted: dict[str, Any] | None, ours: dict[str, Any] | None) -> None:
    """Write into a change only what differs from ours of one relation to another skill."""
    said = change.get(relation, [])
    at = next((i for i, one in enumerate(said) if id_of(one) == other), len(said))
    kept = [one for one in said if id_of(one) != other]
    if wanted is not None and wanted != ours:
        kept[at:at] = [as_yaml(wanted)]
    without = change.get("without", {})
    gone = [one for one in without.get(relation, ()) if one != other]
    if wanted is None and ours is not None:
        gone.append(other)
    _put(change, relation, kept)
    _put(without, relation, gone)
    _put(change, "without", dict(without))


def _put(place: Any, key: str, value: Any) -> None:
    if value:
        place[key] = as_yaml(value)
    else:
        place.pop(key, None)


def drop_empty(data: Any) -> None:
    """Take out changes that change nothing any more."""
    changes = data.get("changes")
    for i in reversed(range(len(changes or ()))):
        if set(changes[i]) <= {"id"}:
            del changes[i]
    if changes is not None and not changes:
        del data["changes"]


def as_yaml(value: Any) -> Any:
    """Lists of words on one line, an entry with a reason on a line of its own."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, CommentedMap):
        return value
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
