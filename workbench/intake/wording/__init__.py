"""Wording checks: words that mislead a search, why they do, and words for the same wish that can be checked."""

from __future__ import annotations

from workbench.intake.wording.phrase import check_phrase

__all__ = ["check_phrase"]
