"""Judgement: the rubric, the session (blind, reveal, converge), its statistics and its record."""

from __future__ import annotations

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submodules=["agenda"],
    submod_attrs={
        "_agreement": ["agreement", "overall_alpha"],
        "_severity": ["severity"],
        "across": ["agreement_across", "revealed_sessions"],
        "bias": ["bias_check"],
        "debrief": ["coverage", "for_the_close", "interview_rubric", "loop_of", "open_debrief", "scorecards"],
        "doorkeeping": ["Door"],
        "erasing": ["erase_profile"],
        "joining": ["join_meeting"],
        "labelling": ["labelled_profiles"],
        "live": ["LiveAgreement"],
        "opening": ["open_meeting", "open_store_of_meeting", "sample_panel_session"],
        "own_severity": ["drift"],
        "planning": ["profiles_needed", "score_next"],
        "record": ["record_frame", "record_html", "record_json", "record_markdown", "write_record"],
        "rejected": ["flip_rate", "review_sample"],
        "revealed": ["revealed_weights"],
        "rubric": ["Criterion", "Rubric"],
        "sample_debrief": ["last_debrief", "sample_debrief_session"],
        "sample_decided": ["sample_decided_session"],
        "session": ["Session"],
        "tables": ["Tables", "meeting_tables"],
        "unmapped": ["skills_in", "unmapped_in", "unmapped_skills"],
        "valued": ["accepted_neighbours", "said_and_valued"],
        "values": ["contradictions", "decisions_frame"],
        "verifying": ["verify_seals"],
    },
)
