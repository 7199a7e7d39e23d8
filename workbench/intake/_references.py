"""What a schema cannot say: ids that are used exist, and no two things share one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.errors import BadTemplate
from workbench.intake._schema import field_name, line_of
from workbench.intake._yaml_lines import Lines, Path


def require_references(data: dict[str, Any], lines: Lines, file: str) -> None:
    """Raise BadTemplate for the first id that is used twice or leads nowhere."""
    found = [(line_of(path, lines) or 0, path, message) for path, message in _problems(data)]
    if found:
        line, path, message = min(found, key=lambda f: f[0])
        raise BadTemplate(file, line or None, field_name(path), message)


def _problems(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for part in ("outcomes", "loop", "capabilities"):
        yield from _twice(part, "id", data.get(part, []))
    yield from _twice("capabilities", "letter", data["capabilities"])
    outcomes = {o["id"] for o in data.get("outcomes", [])}
    rounds = {r["id"] for r in data.get("loop", [])}
    pay = data.get("compensation")
    if pay and pay["low"] > pay["high"]:
        yield ("compensation", "low"), f"The band starts at {pay['low']}, above its end, {pay['high']}."
    for index, capability in enumerate(data["capabilities"]):
        at: Path = ("capabilities", index)
        for n, outcome in enumerate(capability.get("outcomes", [])):
            if outcome not in outcomes:
                yield (*at, "outcomes", n), f"There is no outcome with the id “{outcome}” in this file."
        seen: set[str] = set()
        for n, test in enumerate(capability.get("rounds", [])):
            if test["round"] not in rounds:
                yield (*at, "rounds", n), f"There is no round with the id “{test['round']}” in the loop."
            if test["round"] in seen:
                yield (*at, "rounds", n), f"“{test['round']}” is listed twice here; keep one."
            seen.add(test["round"])
        yield from _skills(capability, at)


def _skills(capability: dict[str, Any], at: Path) -> Iterator[tuple[Path, str]]:
    central, peripheral = capability.get("central", []), capability.get("peripheral", [])
    for n, skill in enumerate(peripheral):
        if skill in central:
            yield (*at, "peripheral", n), f"“{skill}” is central already; keep it in one of the two lists."
    for n, neighbour in enumerate(capability.get("neighbours", [])):
        low, high = neighbour["ramp_weeks"]
        if low > high:
            yield (
                (*at, "neighbours", n, "ramp_weeks"),
                f"The ramp goes from {low} to {high} weeks; write the shorter one first.",
            )
    anchors = capability.get("anchors") or {}
    if anchors.get("profile") and capability.get("scored_from_profile") is False:
        yield (
            (*at, "anchors", "profile"),
            (
                "This capability is not scored from a profile; take these anchors out or set "
                "scored_from_profile to true."
            ),
        )


def _twice(part: str, key: str, items: list[dict[str, Any]]) -> Iterator[tuple[Path, str]]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        value = item.get(key)
        if value is None:
            continue
        if value in first:
            yield (part, index, key), f"The {key} “{value}” is used twice; each needs its own."
        first.setdefault(value, index)
