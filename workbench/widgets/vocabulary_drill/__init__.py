"""A drill in the words of the work, made from the glossaries."""

from workbench.widgets.vocabulary_drill.widget import VocabularyDrill

__all__ = ["VocabularyDrill"]
