"""Scoring sample profiles that a panel has scored before, and asking for the comparison when one's own are in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench._resources import folder as data_folder
from workbench.calibration import Rubric, Session
from workbench.calibration.opening import sample_store
from workbench.calibration.sample_decided import whole_panel
from workbench.errors import NotAllowed
from workbench.store import Apart, Store
from workbench.store._event import REFERENCE

EXERCISE = "training"
TRAINEE = "you"
COMPARED = "training-compared"  # a log of its own: what was compared, with the scores as they were then


class Exercise:
    """One person's practice: a score sheet of their own, and what they have asked to compare.

    >>> exercise = open_exercise()            # doctest: +SKIP
    >>> exercise.ready("p1")                  # doctest: +SKIP
    >>> exercise.compare("p1")                # doctest: +SKIP

    The panel's scores of a profile are given out after `compare` alone, which wants every criterion and a
    recommendation first and keeps them as they are at that moment: what is changed afterwards changes no comparison.
    """

    def __init__(self, store: Store, panel: dict[str, Any]) -> None:
        self.session = Session(store, EXERCISE, TRAINEE)
        self._panel = panel

    @property
    def criteria(self) -> list[dict[str, Any]]:
        """The criteria that are scored from a profile: id, letter, name, importance, anchors."""
        return [one for one in self.session.state_for()["criteria"] if one["scored_from_profile"]]

    @property
    def profiles(self) -> list[str]:
        """The profiles, in this person's own order."""
        order: list[str] = self.session.order()
        return order

    @property
    def raters(self) -> dict[str, str]:
        """The panel's raters: id and name."""
        return {one["id"]: one["name"] for one in self._panel["panel"] if one["scores"]}

    def sheet(self, profile: str) -> dict[str, Any]:
        """Give this person's own sheet of a profile, as the score sheet shows it.

        Raises
        ------
        NotAllowed
            When the exercise has no such profile.
        """
        for sheet in self.session.state_for()["mine"]["sheets"]:
            if sheet["profile"] == profile:
                return dict(sheet)
        raise NotAllowed(f"There is no profile {profile} in this exercise.")

    def ready(self, profile: str) -> bool:
        """Whether every criterion has a score or "no evidence", and the recommendation is there."""
        return bool(self.sheet(profile)["done"])

    def compare(self, profile: str, *, request: str | None = None) -> None:
        """Keep one's own scores of a profile as they are now; from here on the panel's may be looked at.

        Raises
        ------
        NotAllowed
            While something is missing.
        """
        sheet = self.sheet(profile)
        if profile in self.compared():
            return
        if not sheet["done"]:
            missing = sheet["of"] - sheet["scored"]
            what = f"{missing} criteria are not scored yet" if missing else "the recommendation is missing"
            raise NotAllowed(f"{sheet['label']} can be compared when your own reading of it is whole: {what}.")
        kept = {
            "cells": [
                {name: cell[name] for name in ("criterion", "value", "reason")}
                | {"quotes": [quote["text"] for quote in cell["quotes"]]}
                for cell in sheet["cells"]
            ],
            "recommendation": sheet["recommendation"]["value"],
        }
        said = {"profile": profile, "scores": Apart(json.dumps(kept, ensure_ascii=False))}
        with self.session.store.writing() as writer:
            writer.append(COMPARED, TRAINEE, "compared", said, request=f"compare:{profile}")

    def compared(self) -> dict[str, dict[str, Any]]:
        """Give the kept scores by profile, in the order in which they were compared."""
        store = self.session.store
        found = {}
        for event in store.events(COMPARED):
            text = store.text(event.payload["scores"][REFERENCE])
            if text is not None:
                found[str(event.payload["profile"])] = json.loads(text)
        return found

    def panel_of(self, profile: str) -> dict[str, list[dict[str, Any]]]:
        """Give the panel's scores of a compared profile: by criterion [{rater, score, reason, quote}].

        Raises
        ------
        NotAllowed
            For a profile that was not compared yet.
        """
        if profile not in self.compared():
            raise NotAllowed("The panel's reading opens when your own is in.")
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self._panel["scores"]:
            if row["profile"] == profile:
                found.setdefault(row["criterion"], []).append(row)
        return found

    def panel_recommends(self, profile: str) -> list[str]:
        """Give the panel's recommendations for a compared profile."""
        self.panel_of(profile)
        return [row["recommendation"] for row in self._panel["recommendations"] if row["profile"] == profile]

    def close(self) -> None:
        """Let go of the store."""
        self.session.close()


def open_exercise(store: Store | Path | str | None = None, *, folder: Path | str | None = None) -> Exercise:
    """Open the exercise, and begin it when there is none: twelve sample profiles, scored alone.

    It lies in `training.db` beside the meeting's store, apart from every meeting.
    """
    from workbench import intake

    opened = sample_store(store, folder, name="training.db")
    panel = whole_panel()
    if EXERCISE not in opened.sessions():
        capability_map = intake.load(panel["family"])
        files = data_folder("notebooks") / "sample" / "profiles"
        try:
            Session.create(
                opened,
                title=panel["title"],
                requisition=panel["requisition"],
                mode="practice",
                capability_map=capability_map,
                rubric=Rubric.from_map(capability_map),
                panel=[
                    {"id": "panel", "name": "The sample panel", "role": "has scored before you", "scores": False},
                    {"id": TRAINEE, "name": "You", "role": "in training", "scores": True},
                ],
                profiles=[
                    {"id": one["id"], "number": number, "file": files / one["file"]}
                    for number, one in enumerate(panel["profiles"], start=1)
                ],
                facilitator="panel",
                pilot="",
                session=EXERCISE,
            )
        except NotAllowed:
            if EXERCISE not in opened.sessions():  # another notebook may have begun it in the same moment
                raise
    return Exercise(opened, panel)
