"""The notebook on a shared screen: code hidden, page wide, type large; and back again."""

from workbench.widgets.meeting_mode.widget import MeetingMode

__all__ = ["MeetingMode"]
