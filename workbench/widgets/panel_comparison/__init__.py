"""One's own reading of the sample profiles beside the expert panel's."""

from workbench.widgets.panel_comparison.widget import PanelComparison

__all__ = ["PanelComparison"]
