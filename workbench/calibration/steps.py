"""What the panel has settled, from the acts after the reveal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from workbench.calibration.meeting import Cell, Step, Verdict


@dataclass(frozen=True)
class Agreed:
    """A score the panel agreed on; None is "no evidence". It stands beside the first scores."""

    score: int | None
    reason: str
    at: str
    event: int


@dataclass(frozen=True)
class Differs:
    """That the panel differs on purpose, and why."""

    why: str
    at: str
    event: int


@dataclass(frozen=True)
class Decision:
    """What the panel decided about a profile; `reopened` says why it no longer stands, "" while it does."""

    decision: Verdict
    reason: str
    speaks_to_candidate: str
    by: str
    open_questions: tuple[str, ...]
    at: str
    event: int
    reopened: str = ""


@dataclass
class Settled:
    """Everything that stands after the last act; `on_table` is the profile that must be decided next."""

    discussed: set[Cell] = field(default_factory=set)
    agreed: dict[Cell, Agreed] = field(default_factory=dict)
    differs: dict[Cell, Differs] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    on_table: str | None = None

    def decided(self, profile: str) -> bool:
        """Whether a decision stands."""
        return profile in self.decisions and not self.decisions[profile].reopened


def settle(steps: Iterable[Step]) -> Settled:
    """Fold the steps that were not undone. A later agreement or decision on the same thing supersedes the earlier."""
    settled = Settled()
    for step in steps:
        if step.undone:
            continue
        if step.kind == "reopened":
            _reopen(settled, step)
            continue
        profile = step.data["profile"]
        if step.kind == "decided":
            settled.decisions[profile] = _decision(step)
            if settled.on_table == profile:
                settled.on_table = None
            continue
        if not settled.decided(profile):
            settled.on_table = profile
        if step.kind == "profile_opened":
            continue
        cell = (profile, step.data["criterion"])
        if step.kind == "discussed":
            (settled.discussed.add if step.data["on"] else settled.discussed.discard)(cell)
            continue
        settled.discussed.add(cell)
        settled.agreed.pop(cell, None)
        settled.differs.pop(cell, None)
        if step.kind == "agreed":
            settled.agreed[cell] = Agreed(step.data["score"], step.data["reason"] or "", step.at, step.seq)
        else:
            settled.differs[cell] = Differs(step.data["why"] or "", step.at, step.seq)
    return settled


def _reopen(settled: Settled, step: Step) -> None:
    for profile, criterion in step.data["cells"]:
        settled.discussed.discard((profile, criterion))
        settled.agreed.pop((profile, criterion), None)
        settled.differs.pop((profile, criterion), None)
    for profile in step.data["profiles"]:
        if profile in settled.decisions:
            settled.decisions[profile] = replace(settled.decisions[profile], reopened=step.data["why"])


def _decision(step: Step) -> Decision:
    said = step.data
    return Decision(
        said["decision"],
        said["reason"] or "",
        said["speaks_to_candidate"] or "",
        said["by"],
        tuple(question or "" for question in said["open_questions"]),
        step.at,
        step.seq,
    )
