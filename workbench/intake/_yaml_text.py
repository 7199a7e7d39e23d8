"""A capability map as YAML that a recruiter reads top to bottom and a diff shows line by line."""

from __future__ import annotations

import io
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.errors import BadTemplate

if TYPE_CHECKING:
    from workbench.intake.capability_map import CapabilityMap

_HEAD = """\
# A capability map: what the role needs, why, and who tests it. Every text may be edited.
# `workbench intake check` looks at the wording; a broken file is refused with its line.
"""

_ABOVE = {
    "problem": "What goes wrong or is missing today, in numbers where there are some.",
    "outcomes": "What is different after 6 and after 12 months, said so that anyone can see it.",
    "systems": "What this person answers for.",
    "scale": "How large the work is.",
    "capabilities": (
        "importance: must (without it we would say no), should (expected, can be learned) or nice.\n"
        "For every must, say it aloud: would you turn down an otherwise great candidate without it?\n"
        "central: the work fails without these skills. peripheral: helpful, learned on the job.\n"
        "depth: listed, used or central. ownership: assisted, implemented, owned, designed or led.\n"
        "anchors: what a profile's words can show and what an interview can show, for the scores 1 to 5.\n"
        "In a profile, silence is “no evidence”; a 1 there needs words to the contrary."
    ),
    "loop": "The interview rounds. Each has one job; each capability is tested once.",
    "pitch": "What a candidate hears about the work, in the words of the team.",
    "compensation": "The band that is offered, and what comes with it.",
    "logistics": "Place, hours, start, notice.",
}
_FOLD_FROM = 88


def to_yaml(capability_map: CapabilityMap) -> str:
    """Write a map as YAML: block style, always the same order, a sentence a line in long texts."""
    head, *rest = _parts(capability_map)
    parts = [_HEAD + _dump(head)]
    capabilities = [_dump(part).removeprefix(_CAPABILITIES) for part in rest if "capabilities" in part]
    for part in rest:
        (key,) = part
        if key == "loop":
            texts = _CAPABILITIES + "\n".join(capabilities) if capabilities else "capabilities: []\n"
            parts.append(_comment("capabilities") + texts)
        if key != "capabilities":
            parts.append(_comment(key) + _dump(part))
    return "\n".join(parts)


def reads_back(capability_map: CapabilityMap) -> bool:
    """Tell whether each part, written and read again, is what it was. Parts that did not change are not read again."""
    return all(_reads_back(_key(part)) for part in _parts(capability_map))


_CAPABILITIES = "capabilities:\n"


def _parts(capability_map: CapabilityMap) -> list[dict[str, Any]]:
    """Give the map in the parts that are written one after another; each capability is one."""
    data = capability_map.to_dict()
    capabilities = data.pop("capabilities")
    for capability in capabilities:
        capability["anchors"] = {k: v for k, v in capability["anchors"].items() if v is not None}
        if not capability["anchors"]:
            del capability["anchors"]
    head = {key: data.pop(key) for key in ("requisition", "title", "family", "version")}
    rest = [{key: value} for key, value in data.items() if not (key == "compensation" and value is None)]
    return [head, *({"capabilities": [one]} for one in capabilities), *rest]


def _comment(key: str) -> str:
    return "".join(f"# {line}\n" for line in _ABOVE.get(key, "").split("\n") if line)


def _key(part: dict[str, Any]) -> str:
    return json.dumps(part)


def _dump(part: dict[str, Any]) -> str:
    return _dumped(_key(part))


@lru_cache(maxsize=512)
def _reads_back(key: str) -> bool:
    from workbench.intake._yaml_lines import read_yaml

    try:
        data, _ = read_yaml(_dumped(key), "this map")
    except BadTemplate:
        return False
    return bool(data == json.loads(key))


@lru_cache(maxsize=512)
def _dumped(key: str) -> str:
    """Write a part; while people type, all parts but one are the same as a moment ago."""
    from ruamel.yaml import YAML

    data = json.loads(key)

    yaml = YAML(typ="rt", pure=True)
    yaml.width = 10_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_styled(data), out)
    return out.getvalue()


def _styled(value: Any, key: str = "") -> Any:
    """Choose how each text is written: long prose folded after its sentences, ramps on one line."""
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

    if isinstance(value, dict):
        return {k: _styled(v, k) for k, v in value.items()}
    if isinstance(value, list):
        if key == "ramp_weeks":
            pair = CommentedSeq(value)
            pair.fa.set_flow_style()
            return pair
        return [_styled(v) for v in value]
    if isinstance(value, str) and len(value) > _FOLD_FROM and _is_prose(value):
        breaks = [found.end() for found in re.finditer(r"[.?!](?= \S)", value)]
        if breaks:
            folded = FoldedScalarString(value)
            folded.fold_pos = breaks
            return folded
    if isinstance(value, str) and not value.replace("\n", "").isprintable():
        return DoubleQuotedScalarString(value)  # the emitter would write a bare U+0085 as a line end
    return value


def _is_prose(text: str) -> bool:
    """Tell whether folding keeps the text exactly: printable, single spaces, none at the ends."""
    return text.isprintable() and text == text.strip() and "  " not in text
