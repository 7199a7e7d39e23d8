"""What the screen shows of a map: names for skills, the checks with what can be done, who tests what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_args

from workbench import intake, skills
from workbench.errors import BadTemplate
from workbench.intake import CapabilityMap, Issue, Neighbour
from workbench.intake.issue import Code
from workbench.widgets.intake_map._fixes import fixes, keep_label, key_of

_TITLES = {
    "untested": "No round tests this",
    "tested_twice": "Two rounds test the same thing",
    "duplicate_round": "Two rounds have one job",
    "must_without_question": "A must without a question",
    "must_without_outcome": "A must that serves no outcome",
    "no_soft_criterion": "Nothing about working with others",
}
_PLACES = {
    "question": "evidence question",
    "problem": "problem",
    "title": "title",
    "pitch": "pitch",
    "scale": "scale",
    "name": "name",
    "outcomes": "outcomes",
    "constraints": "constraints",
    "anchors": "anchors",
    "loop": "rounds",
}
_CALLED = {"devops": "DevOps", "ai": "AI", "ml": "machine learning", "qa": "testing"}
_CHECKS = len(get_args(Code))


def families() -> list[dict[str, str]]:
    """Give the families that have a template, by what recruiters call them."""
    return [{"id": family, "title": _CALLED.get(family, family)} for family in intake.families()]


def names(the_map: CapabilityMap) -> dict[str, str]:
    """Give the name of every skill on the map; one that no glossary knows stands for itself."""
    used: set[str] = set()
    for one in the_map.capabilities:
        used |= {*one.central, *one.peripheral}
        used |= {end for near in one.neighbours for end in (near.have, near.for_)}
    return {each: skill_name(each) for each in sorted(used)}


def skill_name(id: str) -> str:
    """Give a skill's name, or its id when no glossary knows it."""
    known = skills.graph().words.terms
    return str(known[id]["name"]) if id in known else id


def bands(the_map: CapabilityMap) -> dict[str, list[str]]:
    """Give the band of each neighbour's ramp, by capability."""
    return {one.id: [skills.band(n.ramp_weeks) for n in one.neighbours] for one in the_map.capabilities}


def offers(found: Iterable[Neighbour]) -> list[dict[str, Any]]:
    """Give proposed neighbours with names and bands."""
    return [
        {
            **near.to_dict(),
            "band": skills.band(near.ramp_weeks),
            "have_name": skill_name(near.have),
            "for_name": skill_name(near.for_),
        }
        for near in found
    ]


def issues(the_map: CapabilityMap, found: Iterable[Issue], kept: Collection[str]) -> list[dict[str, Any]]:
    """Give the open checks: what they are about, why, what would be better, and what a press can do."""
    by_id = {one.id: one for one in the_map.capabilities}
    out: dict[str, dict[str, Any]] = {}
    for issue in found:
        about, key = by_id.get(issue.capability or ""), key_of(issue)
        if key in kept:
            continue
        out[key] = {
            "key": key,
            "code": issue.code,
            "title": _TITLES.get(issue.code, f"“{issue.text}”"),
            "why": issue.why,
            "better": issue.better,
            "capability": issue.capability,
            "field": issue.field,
            "letter": about.letter if about else None,
            "place": _place(about.name if about else "", issue.field or ""),
            "fixes": [fix.label for fix in fixes(the_map, issue)],
            "keep": keep_label(issue),
        }
    return list(out.values())


def _place(name: str, field: str) -> str:
    where = _PLACES.get(field.split("[")[0].split(".")[0], "")
    if not name:
        return f"The map, {where}" if where and field != "capabilities" else "The map"
    return f"{name}, {where}" if where and where != "name" and field != "rounds" else name


def clear(found: Iterable[Issue]) -> int:
    """Count the kinds of checks that found nothing."""
    return _CHECKS - len({issue.code for issue in found})


def coverage(the_map: CapabilityMap) -> dict[str, str]:
    """Say for each capability how often it is tested."""
    words = {0: "not tested", 1: "tested once", 2: "tested twice"}
    out = {}
    for one in the_map.capabilities:
        times = sum(test.how == "tests" for test in one.rounds)
        out[one.id] = words.get(times, f"tested {times} times")
    return out


def trouble(problem: BadTemplate | None) -> dict[str, Any] | None:
    """Give a file's mistake as the screen tells it."""
    if problem is None:
        return None
    return {"file": problem.file, "line": problem.line, "field": problem.field, "message": problem.message}


def frame_rows(the_map: CapabilityMap) -> list[dict[str, Any]]:
    """Give a tidy row a capability."""
    tested = coverage(the_map)
    plain = ("id", "letter", "name", "importance", "kind", "depth", "scale", "ownership", "question")
    return [
        {
            **{name: getattr(one, name) for name in plain},
            "central": ", ".join(one.central),
            "peripheral": ", ".join(one.peripheral),
            "rounds": ", ".join(t.round for t in one.rounds if t.how == "tests"),
            "outcomes": ", ".join(one.outcomes),
            "scored_from_profile": one.scored_from_profile,
            "coverage": tested[one.id],
        }
        for one in the_map.capabilities
    ]
