"""The meeting's door: who is expected, whose invitation is still good, and letting one person in."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.calibration.identity import Invitation, check_invitation, read_invitation
from workbench.calibration.joining import join_meeting
from workbench.calibration.session import Session
from workbench.errors import NotAllowed


@dataclass(frozen=True)
class Guest:
    """Somebody on the panel, as the door knows them."""

    id: str
    name: str
    role: str


class Door:
    """The door of one meeting, held by its facilitator.

    >>> door = Door(open_meeting())                                          # doctest: +SKIP
    >>> door.look(text).name                                                 # doctest: +SKIP
    'Aiko Tanaka'

    Parameters
    ----------
    session
        The facilitator's handle.

    Raises
    ------
    NotAllowed
        When the handle is somebody else's.
    """

    def __init__(self, session: Session) -> None:
        if not session.is_facilitator:
            raise NotAllowed("Only the facilitator opens the meeting to others.")
        self._session = session

    @property
    def title(self) -> str:
        """What the meeting is about."""
        self._session.refresh()
        return self._session.meeting.title

    @property
    def host(self) -> Guest:
        """Who facilitates."""
        return self._guest(self._session.actor)

    def guests(self) -> list[Guest]:
        """Give everybody who scores, in seating order; who facilitates is not a guest."""
        self._session.refresh()
        return [self._guest(id) for id in self._session.meeting.raters if id != self._session.actor]

    def look(self, text: str) -> Guest:
        """Say whose invitation this is. It changes nothing: a preview of a link looks, too.

        Raises
        ------
        NotAllowed
            When it is no invitation to this meeting, was used, was replaced or has expired.
        """
        session, person = read_invitation(text)
        self._session.refresh()
        if session != self._session.session:
            raise NotAllowed("This invitation is to another meeting. Ask the facilitator for one to this meeting.")
        check_invitation(text, self._session.meeting.register.invited.get(person), self._session.store.now())
        return self._guest(person)

    def enter(self, text: str) -> Guest:
        """Use an invitation up and say who came in with it.

        Raises
        ------
        NotAllowed
            As `look`, and when somebody else was quicker with the same text.
        """
        guest = self.look(text)
        join_meeting(text, self._session.store, keys=self._session.keys.folder, again=False)
        return guest

    def invite(self, person: str, *, hours: float = 72) -> Invitation:
        """Make an invitation; an earlier one of theirs that was not used is no longer good."""
        return self._session.invite(person, hours=hours)

    def is_good(self, text: str) -> bool:
        """Whether an invitation can still be used."""
        try:
            self.look(text)
        except NotAllowed:
            return False
        return True

    def has_joined(self, person: str) -> bool:
        """Whether somebody has come in with an invitation before."""
        self._session.refresh()
        return person in self._session.meeting.register.keys

    def _guest(self, person: str) -> Guest:
        known = self._session.meeting.people[person]
        return Guest(known.id, known.name, known.role)
