"""Opening the meeting of a notebook, and the sample that can be looked at before the first real one."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench._resources import folder as data_folder
from workbench.calibration.rubric import Rubric
from workbench.calibration.session import Session
from workbench.errors import NotAllowed
from workbench.store import Store, open_store

PRACTICE = "practice"
SAMPLE = "sample"
_HUB_USER = "JUPYTERHUB_USER"


def open_meeting(
    store: Store | Path | str | None = None,
    *,
    actor: str | None = None,
    folder: Path | str | None = None,
    profiles: Sequence[str] | None = None,
    session: str | None = None,
) -> Session:
    """Open the meeting that was begun last; in an empty store, begin a practice meeting on the sample profiles.

    >>> session = open_meeting()                                              # doctest: +SKIP

    Parameters
    ----------
    store
        A store or its path; left out, the environment's `WORKBENCH_STORE`, else `.workbench/meeting.db`.
    actor
        Who opens it; left out, the environment's `WORKBENCH_ACTOR`, else the facilitator. On JupyterHub always the
        hub's user.
    folder
        Where `.workbench` lies; left out, the working folder, which is the notebook's.
    profiles
        Ids of the sample profiles for a new practice meeting; left out, those the sample panel scored.
    session
        Which of the store's meetings; left out, the environment's `WORKBENCH_SESSION`, else the one begun last that is
        no debrief.

    Raises
    ------
    NotAllowed
        When the actor is not on the panel.
    """
    opened = _store(store, folder)
    if not opened.sessions():
        try:
            begin_sample(opened, PRACTICE, sample_panel(), profiles)
        except NotAllowed:
            if PRACTICE not in opened.sessions():  # another notebook may have begun it in the same moment
                raise
    newest = last_session(opened, debrief=False) or opened.sessions()[-1]
    chosen = session or os.environ.get("WORKBENCH_SESSION") or newest
    named = actor or os.environ.get("WORKBENCH_ACTOR")
    if chosen != PRACTICE:  # in the practice meeting everybody plays the sample panel
        named = as_on_the_hub(named)
    return Session(opened, chosen, named or _facilitator(opened, chosen))


def last_session(store: Store, *, debrief: bool) -> str | None:
    """Name the debrief, or the meeting on profiles, that was begun last; None where there is none."""
    held = (s for s in reversed(store.sessions()) if bool(store.events(s)[0].payload.get("loop")) == debrief)
    return next(held, None)


def as_on_the_hub(actor: str | None) -> str | None:
    """On JupyterHub the hub's user is the person at the table, and nobody else; elsewhere, whoever was named.

    A hub's name may hold what an id cannot (`ana.b@example.com`); such characters stand as `-` on the panel.

    Raises
    ------
    NotAllowed
        When somebody else was named.
    """
    user = _hub_user()
    if not user:
        return actor
    id = re.sub(r"[^A-Za-z0-9_-]", "-", user)[:64]
    if actor not in (None, user, id):
        raise NotAllowed(f"You are {user} on this hub, and {actor} is somebody else. Leave the name out.")
    return id


def _hub_user() -> str | None:
    """Give the hub's user as this process was started; a notebook can write into its environment after that."""
    with suppress(OSError):  # other systems do not tell
        for one in Path("/proc/self/environ").read_bytes().split(b"\0"):
            if one.startswith(_HUB_USER.encode() + b"="):
                return os.fsdecode(one.partition(b"=")[2])
    return os.environ.get(_HUB_USER)


def sample_store(store: Store | Path | str | None, folder: Path | str | None, name: str = "sample.db") -> Store:
    """Open the store of what is no meeting of the team: a given one, else `sample.db` beside the meeting's."""
    return _store(store, folder, name=name)


def store_at(store: Store | Path | str | None) -> Store:
    """Open a store by its place, or the one that `open_meeting` uses."""
    return _store(store, None)


def sample_panel_session(
    store: Store | Path | str | None = None, *, actor: str | None = None, folder: Path | str | None = None
) -> Session:
    """Give the finished sample: four people's scores of six profiles, handed in and revealed.

    It lies in `sample.db` beside the meeting's store, is made when it is not there, and is always practice.
    """
    opened = sample_store(store, folder)
    sample = sample_panel()
    if SAMPLE not in opened.sessions():
        try:
            begin_sample(opened, SAMPLE, sample, None)
        except NotAllowed:
            if SAMPLE not in opened.sessions():
                raise
    facilitator = Session(opened, SAMPLE, sample["facilitator"])
    if facilitator.meeting.open_rounds:
        play_sample(opened, facilitator, sample)
    return facilitator if actor in (None, facilitator.actor) else Session(opened, SAMPLE, str(actor))


def open_store_of_meeting(folder: Path | str | None = None) -> Store:
    """Open the store that `open_meeting` uses: the environment's `WORKBENCH_STORE`, else `.workbench/meeting.db`."""
    return _store(None, folder)


def _store(store: Store | Path | str | None, folder: Path | str | None, name: str | None = None) -> Store:
    if isinstance(store, Store):
        return store
    if store is not None:
        return open_store(store)
    path = os.environ.get("WORKBENCH_STORE") or str(Path(folder or ".") / ".workbench" / "meeting.db")
    if path.startswith("postgres"):
        server = open_store(path)
        if name is None:
            return server
        server.close()  # a sample is nobody else's: it lies on this machine
        path = str(server.path)
    path = path.removeprefix("sqlite:///")
    return open_store(Path(path).with_name(name) if name else path)


def _facilitator(store: Store, session: str) -> str:
    return store.events(session)[0].actor


def sample_panel() -> dict[str, Any]:
    """Give the sample panel, its scores of six profiles and its recommendations, as `panel.json` holds them."""
    sample: dict[str, Any] = json.loads((data_folder("notebooks") / "sample" / "panel.json").read_bytes())
    return sample


def begin_sample(store: Store, session: str, sample: dict[str, Any], profiles: Sequence[str] | None) -> None:
    """Begin a practice session of the sample panel on the given profiles, else on those it scored."""
    from workbench import intake

    capability_map = intake.load(sample["family"])
    scored = list(profiles) if profiles else list(dict.fromkeys(s["profile"] for s in sample["scores"]))
    files = data_folder("notebooks") / "sample" / "profiles"
    Session.create(
        store,
        title=sample["title"],
        requisition=sample["requisition"],
        mode="practice",
        capability_map=capability_map,
        rubric=Rubric.from_map(capability_map),
        panel=sample["panel"],
        profiles=[
            {"id": p["id"], "number": number, "file": files / p["file"]}
            for number, p in enumerate(sample["profiles"], start=1)
            if p["id"] in scored
        ],
        facilitator=sample["facilitator"],
        pilot=sample["pilot"],
        session=session,
    )


def play_sample(store: Store, facilitator: Session, sample: dict[str, Any]) -> None:
    """Let the sample panel score; each act has a fixed request, so that playing it twice changes nothing."""
    raters = {id: Session(store, facilitator.session, id) for id in facilitator.meeting.raters}
    for given in sample["scores"]:
        quote = given.get("quote")
        raters[given["rater"]].score(
            given["profile"],
            given["criterion"],
            given["score"],
            quotes=[{"text": quote, "by": "person"}] if quote else [],
            reason=given["reason"],
            request=f"score:{given['profile']}:{given['criterion']}",
        )
    for given in sample["recommendations"]:
        raters[given["rater"]].recommend(
            given["profile"],
            given["recommendation"],
            given["reason"],
            request=f"recommend:{given['profile']}",
        )
    for round in list(facilitator.meeting.rounds):
        for rater in raters.values():
            rater.submit(round, request=f"submit:{round}")
        facilitator.reveal(round, request=f"reveal:{round}")
