"""What stands on a rater's page. Its kernel outlives a reload, so the widgets are made once and shown again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.widgets._base import MeetingWidget

_LIVE = "application/vnd.jupyter.widget-view+json"


def show_page() -> None:
    """Show this kernel's person their page: reading, scoring and, after the reveal, the board.

    Who that is stands in the kernel's environment, put there by the server that started it.
    """
    from IPython.display import publish_display_data

    for widget in _widgets():
        live = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
        publish_display_data({"text/plain": repr(widget), _LIVE: live})


@cache
def _widgets() -> tuple[MeetingWidget, ...]:
    from workbench.calibration import open_meeting
    from workbench.widgets import PanelBoard, ResumeReview, RubricScoring
    from workbench.widgets.panel_page.widget import PanelPage

    meeting = open_meeting()
    return PanelPage(session=meeting), ResumeReview(meeting), RubricScoring(meeting, paged=True), PanelBoard(meeting)
