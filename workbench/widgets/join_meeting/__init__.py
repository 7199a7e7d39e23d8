"""The invited rater's door: paste an invitation, and the score sheet is there."""

from workbench.widgets.join_meeting.widget import JoinMeeting

__all__ = ["JoinMeeting"]
