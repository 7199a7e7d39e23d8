"""All checks of one phrase, in the order of the words."""

from __future__ import annotations

import re

from workbench.intake.issue import Code, Issue
from workbench.intake.wording import (
    coded,
    credentials,
    levels,
    outcomes,
    qualities,
    titles,
    tool_lists,
    years,
)

# When one of these covers the same words, the second says nothing new.
_SAYS_IT_ALREADY: dict[Code, tuple[Code, ...]] = {
    "tool_as_capability": (
        "years_of_experience",
        "vague_quality",
        "stack_of_musts",
        "title_only",
        "credential_without_reason",
    ),
    "unmeasurable_outcome": ("title_only", "stack_of_musts"),
    "title_only": (
        "coded_or_exclusionary",
        "credential_without_reason",
        "contradictory_level",
        "stack_of_musts",
    ),
}


# Vague words inside one of these are part of what it says.
_FULLER: tuple[Code, ...] = (
    "stack_of_musts",
    "contradictory_level",
    "years_of_experience",
    "unmeasurable_outcome",
    "coded_or_exclusionary",
)


# “A world-class engineer” is a quality; “a good React developer” is a title with a quality.
_NO_FIELD = re.compile(r"(?i)^(?:.*\b(?:an?|the)\s+)?(?:very\s+)?[\w-]+\s+(?:engineer|developer|programmer|coder)s?$")


def check_phrase(text: str) -> list[Issue]:
    """Look at one phrase of a request, such as a line of an advert or a field of a map.

    >>> [(i.code, i.text) for i in check_phrase("5+ years of Java")]
    [('years_of_experience', '5+ years of Java')]
    >>> check_phrase("99.9% available over two years")
    []

    Returns
    -------
    list of Issue
        In the order of the words; each with its span, a reason and a wording built for these words.
    """
    found = [
        *years.find(text),
        *coded.find(text),
        *titles.find(text),
        *qualities.find(text),
        *credentials.find(text),
        *tool_lists.find(text),
        *levels.find(text),
        *outcomes.find(text),
    ]
    kept = [issue for issue in found if not _said_already(issue, found)]
    return sorted(kept, key=lambda i: (i.start or 0, i.end or 0, i.code))


def _said_already(issue: Issue, others: list[Issue]) -> bool:
    if issue.code == "vague_quality":
        return any(o.code in _FULLER and _overlap(issue, o) for o in others)
    if issue.code == "title_only" and any(o.code == "vague_quality" for o in others) and _NO_FIELD.match(issue.text):
        return True
    return any(other.code in _SAYS_IT_ALREADY.get(issue.code, ()) for other in others)


def _overlap(one: Issue, other: Issue) -> bool:
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)
