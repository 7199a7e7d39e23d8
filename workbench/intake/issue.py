"""What a wording check found, and what would be better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Code = Literal[
    "years_of_experience",
    "coded_or_exclusionary",
    "title_only",
    "vague_quality",
    "credential_without_reason",
    "stack_of_musts",
    "contradictory_level",
    "tool_as_capability",
    "unmeasurable_outcome",
    "must_without_question",
    "must_without_outcome",
    "untested",
    "tested_twice",
    "duplicate_round",
    "no_soft_criterion",
]


@dataclass(frozen=True, slots=True)
class Issue:
    """Words to look at, why, and a better wording for these words.

    `start` and `end` are offsets of `text` in the field that was checked; None when the issue is about how
    the map is built. `capability` is the id of the capability it stands in; `field` is where, such as
    `question` or `outcomes[1].text`.
    """

    code: Code
    text: str
    why: str
    better: str
    capability: str | None = None
    field: str | None = None
    start: int | None = None
    end: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give plain JSON."""
        return {
            "code": self.code,
            "text": self.text,
            "why": self.why,
            "better": self.better,
            "capability": self.capability,
            "field": self.field,
            "start": self.start,
            "end": self.end,
        }
