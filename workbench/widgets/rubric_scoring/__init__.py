"""One rater, one profile, every criterion against its anchors."""

from workbench.widgets.rubric_scoring.widget import RubricScoring

__all__ = ["RubricScoring"]
