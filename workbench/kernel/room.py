"""What the verbs act on in one notebook: the meeting that is open, the map in hand, the profiles that were read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import NotAllowed
from workbench.kernel.words import listed, say

if TYPE_CHECKING:
    from workbench.calibration import Session
    from workbench.intake import CapabilityMap
    from workbench.kernel.results import Profiles
    from workbench.kernel.settings import Workbench
    from workbench.training import Exercise


class Room:
    """Opens the meeting when a verb first needs it; nothing is imported before that."""

    def __init__(self, settings: Workbench) -> None:
        self.settings = settings
        self.profiles: Profiles | None = None
        self.read: dict[tuple[str, int, int], Any] = {}
        self._meeting: Session | None = None
        self._sample: Session | None = None
        self._exercise: Exercise | None = None
        self._handles: list[Session] = []  # somebody may hold one in a variable, so they end with the extension
        self._opened_in = ""
        self._role: Any = None

    @property
    def opened(self) -> Session | None:
        """The meeting that is open, if one is."""
        return self._meeting

    @property
    def meeting(self) -> Session:
        """The meeting; the one begun last, or a practice meeting, when none is open yet."""
        if self._meeting is None or self._opened_in != self.settings.store:
            return self.join()
        return self._meeting

    def join(self, person: str | None = None, session: str | None = None) -> Session:
        """Open a meeting as a person, by name or id; the facilitator when nobody is named.

        Raises
        ------
        NotAllowed
            When there is no such session or person.
        """
        from workbench import calibration

        store = calibration.open_store_of_meeting()
        known = store.sessions()
        if session is not None and session not in known:
            store.close()
            raise NotAllowed(say("no_session", given=session, known=listed(known)))
        opened = calibration.open_meeting(store, session=session)
        if person is not None:
            actor = named(opened, person)
            if actor != opened.actor:
                opened = calibration.Session(store, opened.session, actor)
        self._handles.append(opened)
        self._meeting, self._opened_in = opened, self.settings.store
        return opened

    @property
    def sample(self) -> Session:
        """The finished sample meeting, opened once."""
        from workbench import calibration

        if self._sample is None:
            self._sample = calibration.sample_panel_session()
            self._handles.append(self._sample)
        return self._sample

    @property
    def decided_sample(self) -> Session:
        """The sample meeting that is over."""
        from workbench import calibration

        decided: Session = calibration.sample_decided_session()
        self._handles.append(decided)
        return decided

    @property
    def exercise(self) -> Exercise:
        """The practice on sample profiles, opened once."""
        from workbench import training

        if self._exercise is None:
            self._exercise = training.open_exercise()
        return self._exercise

    @property
    def begun(self) -> bool:
        """Whether there is a meeting to speak of; asking begins none."""
        path = self.settings.store or os.environ.get("WORKBENCH_STORE") or ".workbench/meeting.db"
        return self._meeting is not None or Path(path.removeprefix("sqlite:///")).expanduser().is_file()

    @property
    def role(self) -> Any:
        """The map in hand: a map, or the widget that holds it; None when there is none."""
        return self._role

    @role.setter
    def role(self, role: Any) -> None:
        self._role = role

    @property
    def map(self) -> CapabilityMap:
        """The map in hand, else the open meeting's.

        Raises
        ------
        NotAllowed
            When there is neither.
        """
        from workbench.intake import CapabilityMap

        if self._role is not None:
            found: CapabilityMap = self._role if isinstance(self._role, CapabilityMap) else self._role.value
            return found
        if self._meeting is not None:
            return CapabilityMap.from_dict(self._meeting.map)
        raise NotAllowed(say("no_map"))

    def close(self) -> None:
        """Let go of the store and forget what was read."""
        for handle in self._handles:
            handle.close()
        self._handles.clear()
        if self._exercise is not None:
            self._exercise.close()
            self._exercise = None
        self._meeting = self._sample = self._role = self.profiles = None
        self.read.clear()


def profile_of(meeting: Session, given: str) -> str:
    """Give the id of a profile of a meeting, named by id, number or label.

    Raises
    ------
    NotAllowed
        When the meeting has no such profile.
    """
    wanted = given.strip().casefold()
    profiles = meeting.state_for()["profiles"]
    for one in profiles:
        if wanted in (one["id"].casefold(), str(one["number"]), one["label"].casefold()):
            return str(one["id"])
    raise NotAllowed(say("no_profile", given=given, known=listed([one["label"] for one in profiles])))


def named(meeting: Session, given: str) -> str:
    """Give the id of a person on the panel, by id or name; capitals do not matter.

    Raises
    ------
    NotAllowed
        With the names of the panel.
    """
    wanted = given.strip().casefold()
    people = meeting.state_for()["people"]
    for one in people:
        if wanted in (one["id"].casefold(), one["name"].casefold()):
            return str(one["id"])
    first = [one for one in people if one["name"].casefold().split()[:1] == [wanted]]
    if len(first) == 1:
        return str(first[0]["id"])
    raise NotAllowed(say("no_person", given=given, known=listed([one["name"] for one in people])))


def is_file(given: str) -> bool:
    """Whether a person means a file that is there."""
    return Path(given).expanduser().is_file()
