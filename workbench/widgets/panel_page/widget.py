"""`PanelPage`: the head of a rater's own page, and which part of it is seen."""

from __future__ import annotations

from typing import Any, ClassVar

from workbench.widgets._base import MeetingWidget

_STATE = ("version", "title", "requisition", "mode", "clock", "phase")


class PanelPage(MeetingWidget):
    """Where the meeting is, who this is, and the way from reading to scoring to the board.

    >>> PanelPage(session=meeting)  # doctest: +SKIP
    PanelPage(session='practice', actor='tobias')
    """

    title: ClassVar[str] = "Your page"

    def compute(self) -> dict[str, Any]:
        """Give the meeting's head; whether there is a board, and whether this person has something to score."""
        assert self._session is not None
        state = self._session.state_for()
        mine = state["mine"]
        me = state["me"]
        return {
            **{name: state[name] for name in _STATE},
            "me": {name: me[name] for name in ("name", "role", "facilitator", "scores")},
            "facilitator": next(one["name"] for one in state["people"] if one["facilitator"]),
            "revealed": state["board"] is not None,
            "to_score": bool(mine and any(sheet["open"] for sheet in mine["sheets"])),
        }
