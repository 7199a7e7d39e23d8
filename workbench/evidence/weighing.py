"""Weigh a profile against a capability map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.evidence.values import Evidence

if TYPE_CHECKING:
    from workbench.intake import CapabilityMap
    from workbench.resume import Resume


def weigh(resume: Resume, capability_map: CapabilityMap) -> Evidence:
    """Give, for each capability of a map, what a profile shows, what it leaves open and what to ask."""
    raise NotImplementedError
