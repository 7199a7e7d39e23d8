"""What the screen shows of a map: names for skills, the checks with their place, who tests what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from workbench import skills
from workbench.calibration import Rubric
from workbench.intake import CapabilityMap, Issue
from workbench.intake.issue import Code

_TITLES = {
    "untested": "No round tests this",
    "tested_twice": "Two rounds test the same thing",
    "duplicate_round": "Two rounds have one job",
    "must_without_question": "A must without a question",
    "must_without_outcome": "A must that serves no outcome",
    "no_soft_criterion": "Nothing about working with others",
    "stack_of_musts": "Many musts",
}
CHECKS = len(get_args(Code))


def names(the_map: CapabilityMap) -> dict[str, str]:
    """Give the name of every skill on the map; an id that no glossary knows stands for itself."""
    known = skills.graph().words.terms
    used: set[str] = set()
    for one in the_map.capabilities:
        used |= {*one.central, *one.peripheral, *(n.have for n in one.neighbours), *(n.for_ for n in one.neighbours)}
    return {each: str(known[each]["name"]) if each in known else each for each in sorted(used)}


def bands(the_map: CapabilityMap) -> dict[str, list[str]]:
    """Give the band of each neighbour's ramp, by capability."""
    return {one.id: [skills.band(n.ramp_weeks) for n in one.neighbours] for one in the_map.capabilities}


def key_of(issue: Issue) -> str:
    """Give what names a check as long as its words stay the same."""
    return f"{issue.code}:{issue.capability}:{issue.field}:{issue.text}"


def issues(the_map: CapabilityMap, found: Iterable[Issue], kept: set[str]) -> list[dict[str, Any]]:
    """Give the open checks with what they are about, and whether the wording can be taken over."""
    by_id = {one.id: one for one in the_map.capabilities}
    out = []
    for issue in found:
        key = key_of(issue)
        if key in kept:
            continue
        about = by_id.get(issue.capability or "")
        out.append(
            {
                "key": key,
                "code": issue.code,
                "title": _TITLES.get(issue.code, f"“{issue.text}”"),
                "why": issue.why,
                "better": issue.better,
                "capability": issue.capability,
                "letter": about.letter if about else None,
                "name": about.name if about else "The map",
                "usable": issue.start is not None and bool(issue.better),
            }
        )
    return out


def coverage(the_map: CapabilityMap) -> dict[str, str]:
    """Say for each capability how often it is tested."""
    words = {0: "not tested", 1: "tested once", 2: "tested twice"}
    out = {}
    for one in the_map.capabilities:
        times = sum(test.how == "tests" for test in one.rounds)
        out[one.id] = words.get(times, f"tested {times} times")
    return out


def rubric(the_map: CapabilityMap) -> list[dict[str, Any]]:
    """Give the criteria that the map makes."""
    return [one.to_dict() for one in Rubric.from_map(the_map).criteria]
