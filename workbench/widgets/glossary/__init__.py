"""A role family as a page, for the person who starts tomorrow."""

from workbench.widgets.glossary.widget import Glossary

__all__ = ["Glossary"]
