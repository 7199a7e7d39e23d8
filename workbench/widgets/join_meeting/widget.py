"""`JoinMeeting`: join a meeting with an invitation, without a line of code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from workbench.calibration import Session, join_meeting, open_store_of_meeting
from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.score_sheets import write_score_sheet


class JoinMeeting(MeetingWidget):
    """One field for an invitation; who joins gets a score sheet beside the notebook.

    >>> JoinMeeting()  # doctest: +SKIP
    JoinMeeting()

    It opens the store that `open_meeting` opens. Who has joined on this computer sees their sheets after a reload too.

    Attributes
    ----------
    value : str or None
        The person who joined here last, by id.
    """

    title: ClassVar[str] = "Join a meeting"

    def __init__(self) -> None:
        self._store = open_store_of_meeting()
        self._base = Path.cwd()
        self._joined = _joined_here(self._store)
        super().__init__(about={}, key="JoinMeeting")

    @property
    def value(self) -> str | None:
        """The person who joined here last, by id."""
        return self._joined[-1].actor if self._joined else None

    def close(self) -> None:
        """Let go of the store and leave the screen."""
        super().close()
        self._store.close()

    def compute(self) -> dict[str, Any]:
        """Give who has joined here, in which meeting, and where their sheet lies."""
        return {"store": self._store.name, "joined": [self._told(handle) for handle in self._joined]}

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Say what it is for; no names."""
        return [("Opens", "a score sheet for who was invited")]

    @verb
    def join(self, *, request: str, invitation: str) -> dict[str, Any]:
        """Join, and write the score sheet.

        Raises
        ------
        NotAllowed
            When it is no invitation, was used, has expired, or is for a meeting in another store.
        """
        handle = join_meeting(invitation, self._store)
        write_score_sheet(handle, self._base)
        others = [one for one in self._joined if (one.session, one.actor) != (handle.session, handle.actor)]
        self._joined = [*others, handle]
        return handle.state_for()["saved"] or {}

    def _told(self, handle: Session) -> dict[str, Any]:
        state, path = handle.state_for(), write_score_sheet(handle, self._base)
        return {
            "title": state["title"],
            "name": state["me"]["name"],
            "at": next(one["joined_at"] for one in state["people"] if one["id"] == handle.actor),
            "file": path.name,
            "path": str(path.absolute()),
        }


def _joined_here(store: Any) -> list[Session]:
    """Give the raters of the newest meeting whose keys are on this computer, by when they joined."""
    if not store.sessions():
        return []
    session = store.sessions()[-1]
    host = Session(store, session, store.events(session)[0].actor)
    joined = host.meeting.register.joined
    handles = [Session(store, session, person) for person in sorted(joined, key=joined.__getitem__)]
    return [handle for handle in handles if not handle.is_facilitator and handle.standing() == "joined"]
