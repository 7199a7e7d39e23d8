"""The facilitator's board: who has submitted, the reveal, the differences, the decisions, the record."""

from workbench.widgets.panel_board.widget import Door, PanelBoard

__all__ = ["Door", "PanelBoard"]
