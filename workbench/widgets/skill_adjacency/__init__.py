"""The terrain of skills: what is near what, and how long the way tends to take."""

from workbench.widgets.skill_adjacency.widget import SkillAdjacency

__all__ = ["SkillAdjacency"]
