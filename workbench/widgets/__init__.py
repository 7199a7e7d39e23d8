"""The screen: one widget a part of the meeting.

>>> from workbench.widgets import RubricScoring
"""

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submod_attrs={
        "glossary": ["Glossary"],
        "intake_map": ["IntakeMap"],
        "join_meeting": ["JoinMeeting"],
        "meeting_mode": ["MeetingMode"],
        "meeting_setup": ["DebriefSetup", "MeetingSetup"],
        "resume_review": ["ResumeReview"],
        "rubric_scoring": ["RubricScoring"],
        "panel_board": ["PanelBoard"],
        "panel_comparison": ["PanelComparison"],
        "skill_adjacency": ["SkillAdjacency"],
        "vocabulary_drill": ["VocabularyDrill"],
    },
)
