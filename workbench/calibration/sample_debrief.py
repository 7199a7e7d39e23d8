"""A finished interview loop of the sample, to look at before the first real debrief."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench._resources import folder as data_folder
from workbench.calibration.debrief import open_debrief
from workbench.calibration.opening import as_on_the_hub, last_session, sample_store, store_at
from workbench.calibration.session import Session
from workbench.errors import NotAllowed
from workbench.store import Store

DEBRIEF = "sample-debrief"


def sample_debrief_session(store: Store | Path | str | None = None, *, folder: Path | str | None = None) -> Session:
    """Give the facilitator's handle on the sample loop: five conversations with one candidate, scored and revealed.

    It lies in `sample.db` beside the meeting's store, is made when it is not there, and is always practice.
    """
    from workbench import intake

    opened = sample_store(store, folder)
    panel = json.loads((data_folder("notebooks") / "sample" / "panel.json").read_bytes())
    loop: dict[str, Any] = json.loads((data_folder("notebooks") / "sample" / "debrief.json").read_bytes())
    file = next(p["file"] for p in panel["profiles"] if p["id"] == loop["candidate"]["id"])
    if DEBRIEF not in opened.sessions():
        try:
            open_debrief(
                opened,
                intake.load(panel["family"]),
                candidates=[{**loop["candidate"], "file": data_folder("notebooks") / "sample" / "profiles" / file}],
                panel=panel["panel"],
                interviewers=loop["interviewers"],
                facilitator=panel["facilitator"],
                live=False,
                session=DEBRIEF,
            )
        except NotAllowed:
            if DEBRIEF not in opened.sessions():  # another notebook may have made it in the same moment
                raise
    facilitator = Session(opened, DEBRIEF, panel["facilitator"])
    if facilitator.meeting.open_rounds:
        _play(opened, facilitator, loop)
    return facilitator


def last_debrief(store: Store | Path | str | None = None, *, actor: str | None = None) -> Session:
    """Open the debrief that was begun last, as its facilitator unless somebody else is named; else the sample one.

    >>> last_debrief()                                                        # doctest: +SKIP

    Parameters
    ----------
    store
        A store or its place; left out, the one of `open_meeting`.
    actor
        Who opens it; on JupyterHub always the hub's user.
    """
    opened = store_at(store)
    session = last_session(opened, debrief=True)
    if session is None:
        return sample_debrief_session()
    return Session(opened, session, as_on_the_hub(actor) or opened.events(session)[0].actor)


def _play(store: Store, facilitator: Session, loop: dict[str, Any]) -> None:
    """Let the interviewers fill in their cards; each act has a fixed request, so that it is played once."""
    people = {id: Session(store, DEBRIEF, id) for id in facilitator.meeting.people}
    candidate = loop["candidate"]["id"]
    for card in loop["cards"]:
        quotes = [{"text": card["quote"], "by": "person"}] if card["quote"] else []
        place = (candidate, card["criterion"], card["score"])
        request = f"score:{card['round']}:{card['criterion']}"
        people[card["rater"]].score(*place, quotes=quotes, reason=card["reason"], request=request)
    for one in loop["notes"]:
        people[one["by"]].note(candidate, one["about"], one["text"], request=f"note:{one['about']}")
    for id, round in facilitator.meeting.rounds.items():
        for given in [one for one in loop["recommendations"] if one["round"] == id]:
            rater = people[given["rater"]]
            rater.recommend(candidate, given["value"], given["reason"], request=f"recommend:{id}")
            rater.submit(id, request=f"submit:{id}")
        if round.open:
            facilitator.reveal(id, request=f"reveal:{id}")
