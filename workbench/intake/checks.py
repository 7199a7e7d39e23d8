"""All checks of a whole map: the wording of its texts, and how it is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from workbench.intake import map_checks
from workbench.intake.capability import Capability
from workbench.intake.capability_map import CapabilityMap
from workbench.intake.issue import Code, Issue
from workbench.intake.wording import check_phrase

_WORDS: frozenset[Code] = frozenset({"years_of_experience", "coded_or_exclusionary"})
_DEMANDS: frozenset[Code] = _WORDS | {"credential_without_reason", "contradictory_level"}
_WISHES: frozenset[Code] = _DEMANDS | {"vague_quality", "stack_of_musts"}
_NAME: frozenset[Code] = _WISHES | {"title_only", "tool_as_capability"}
_OUTCOME: frozenset[Code] = _WISHES | {"title_only", "unmeasurable_outcome"}


def check(capability_map: CapabilityMap) -> list[Issue]:
    """Look at every text of a map and at how its parts fit.

    >>> from workbench import intake
    >>> intake.check(intake.load("backend"))
    []

    Returns
    -------
    list of Issue
        Those of the whole map first, then capability by capability in the map's order. `field` is relative to the
        capability when `capability` is set, else to the map.
    """
    found = [*_of_map(capability_map), *map_checks.of_map(capability_map)]
    for capability in capability_map.capabilities:
        for field, text, codes in _texts_of(capability):
            found.extend(_wording(text, codes, field, capability.id))
        found.extend(map_checks.of_capability(capability_map, capability))
    return found


def place_of(capability_map: CapabilityMap, issue: Issue) -> tuple[str | int, ...]:
    """Give the path of an issue in the map's `to_dict`, such as `("capabilities", 2, "question")`."""
    path: list[str | int] = []
    if issue.capability is not None:
        path += ["capabilities", [c.id for c in capability_map.capabilities].index(issue.capability)]
    for part in (issue.field or "").replace("]", "").replace("[", ".").split("."):
        if part:
            path.append(int(part) if part.isdigit() else part)
    return tuple(path)


@lru_cache(maxsize=2048)
def _phrase(text: str) -> tuple[Issue, ...]:
    """Look at a text once: a screen checks the whole map again after every change of one text."""
    return tuple(check_phrase(text))


def _wording(text: str, codes: frozenset[Code], field: str, capability: str | None) -> Iterator[Issue]:
    for issue in _phrase(text):
        if issue.code in codes:
            yield replace(issue, capability=capability, field=field)


def _of_map(current: CapabilityMap) -> Iterator[Issue]:
    yield from _wording(current.title, _DEMANDS, "title", None)
    yield from _wording(current.problem, _WORDS, "problem", None)
    for n, outcome in enumerate(current.outcomes):
        yield from _wording(outcome.text, _OUTCOME, f"outcomes[{n}].text", None)
    for n, round_ in enumerate(current.loop):
        yield from _wording(round_.job, _WORDS, f"loop[{n}].job", None)
    yield from _wording(current.pitch, _WISHES, "pitch", None)
    if current.compensation is not None:
        yield from _wording(current.compensation.note, _WORDS, "compensation.note", None)
    for n, fact in enumerate(current.logistics):
        yield from _wording(fact.value, _DEMANDS, f"logistics[{n}].value", None)


def _texts_of(capability: Capability) -> Iterator[tuple[str, str, frozenset[Code]]]:
    yield "name", capability.name, _NAME
    yield "scale", capability.scale, _DEMANDS
    yield "question", capability.question, _DEMANDS
    for n, text in enumerate(capability.constraints):
        yield f"constraints[{n}]", text, _DEMANDS
    for n, text in enumerate(capability.anchors.profile or ()):
        yield f"anchors.profile[{n}]", text, _DEMANDS
    for n, text in enumerate(capability.anchors.interview or ()):
        yield f"anchors.interview[{n}]", text, _DEMANDS
