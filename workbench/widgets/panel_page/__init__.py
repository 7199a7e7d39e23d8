"""A rater's own page, for people who see no notebook."""

from workbench.widgets.panel_page.page import show_page

__all__ = ["show_page"]
