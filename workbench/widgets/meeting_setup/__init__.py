"""From a map to a meeting: which profiles, which people, practice or live."""

from workbench.widgets.meeting_setup.debrief import DebriefSetup
from workbench.widgets.meeting_setup.widget import MeetingSetup

__all__ = ["DebriefSetup", "MeetingSetup"]
