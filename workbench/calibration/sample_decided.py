"""A meeting that is over, on all twelve sample profiles: scored, revealed, talked through and decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench._resources import folder as data_folder
from workbench.calibration.opening import begin_sample, play_sample, sample_panel, sample_store
from workbench.calibration.session import Session
from workbench.errors import NotAllowed
from workbench.store import Store

DECIDED = "sample-decided"


def whole_panel() -> dict[str, Any]:
    """Give the sample panel with its scores of all twelve profiles, what it settled, and what it decided.

    Returns
    -------
    dict
        As `notebooks/sample/panel.json`, with `scores` and `recommendations` of twelve profiles, and with ``settled``
        [{profile, criterion, score or "differs", reason}] and ``decisions`` [{profile, decision, reason}].
    """
    panel = sample_panel()
    further = json.loads((data_folder("notebooks") / "sample" / "panel_further.json").read_bytes())
    both = {name: [*panel[name], *further[name]] for name in ("scores", "recommendations")}
    return {**panel, **both, "settled": further["settled"], "decisions": further["decisions"]}


def sample_decided_session(store: Store | Path | str | None = None, *, folder: Path | str | None = None) -> Session:
    """Give the facilitator's handle on a sample meeting that is over, for analysts to look at.

    It lies in `sample.db` beside the meeting's store, is made when it is not there, and is always practice.
    """
    opened = sample_store(store, folder)
    panel = whole_panel()
    if DECIDED not in opened.sessions():
        try:
            begin_sample(opened, DECIDED, panel, None)
        except NotAllowed:
            if DECIDED not in opened.sessions():  # another notebook may have begun it in the same moment
                raise
    facilitator = Session(opened, DECIDED, panel["facilitator"])
    if facilitator.meeting.open_rounds:
        play_sample(opened, facilitator, panel)
    if len(facilitator.revealed().settled.decisions) < len(panel["decisions"]):
        _decide(facilitator, panel)
    return facilitator


def _decide(facilitator: Session, panel: dict[str, Any]) -> None:
    """Talk the profiles through in the agenda's order; each act has a fixed request, so that it is done once."""
    decided = {one["profile"]: one for one in panel["decisions"]}
    for turn in facilitator.revealed().turns:
        profile = turn.profile
        facilitator.open_profile(profile, request=f"open:{profile}")
        for one in panel["settled"]:
            if one["profile"] == profile:
                place, request = (profile, one["criterion"]), f"settle:{profile}:{one['criterion']}"
                if one["score"] == "differs":
                    facilitator.differ(*place, one["reason"], request=request)
                else:
                    facilitator.agree(*place, one["score"], one["reason"], request=request)
        given = decided[profile]
        facilitator.decide(profile, given["decision"], given["reason"], request=f"decide:{profile}")
