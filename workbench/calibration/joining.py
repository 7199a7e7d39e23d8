"""Inviting and joining: the part of a session that says who may write as whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast
from uuid import uuid4

from workbench.calibration._handle import Handle
from workbench.calibration.identity import (
    Invitation,
    check_invitation,
    invitation_in,
    make_invitation,
    make_key,
    own_key,
    public_half,
    read_invitation,
)
from workbench.errors import NotAllowed
from workbench.store import Store

if TYPE_CHECKING:
    from workbench.calibration.doorkeeping import Door
    from workbench.calibration.session import Session


Standing = Literal["open", "invited", "joined", "elsewhere"]


class Joining(Handle):
    """The part of a `Session` that invites."""

    def invite(self, person: str, *, hours: float = 72) -> Invitation:
        """Make an invitation for somebody on the panel; an earlier one of theirs is no longer good.

        >>> maria.invite("aiko").text                                         # doctest: +SKIP
        'eyJzZXNzaW9uIjoi…'

        It is used up by joining (`join_meeting`), not by being opened or read. From the first invitation on, what the
        facilitator writes is signed too. A person who has joined and is invited again joins anew, with a new key; what
        they wrote before still counts.

        Raises
        ------
        NotAllowed
            When this person does not facilitate, or the other is not on the panel.
        """
        self._facilitates("invite people")
        self.refresh()
        if person not in self._meeting.people or person == self.actor:
            raise NotAllowed(
                f"“{person}” is not somebody to invite. On the panel are: {', '.join(self._meeting.people)}."
            )
        if self.actor not in self._meeting.register.keys:
            self._appear(None)
        invitation, known = make_invitation(self.keys, self.session, self.actor, person, hours, self.store.now())
        said = {"person": person, "invitation": known.digest, "expires": known.expires}
        self._append("invited", said, None)
        return invitation

    def standing(self) -> Standing:
        """Say what this person may write here.

        "open": nobody invited them, so they write unsigned; "invited": they have to join first; "joined": their key is
        on this machine; "elsewhere": they joined with a key that is not.
        """
        self.refresh()
        register = self._meeting.register
        if self.actor not in register.keys:
            return "invited" if self.actor in register.invited else "open"
        key = own_key(self.keys, self.session, self.actor)
        return "joined" if key is not None and public_half(key) == register.keys[self.actor] else "elsewhere"

    def join(self, invitation: str) -> None:
        """Join with an invitation that was made for this person; the same text again on this machine changes nothing.

        Raises
        ------
        NotAllowed
            When it is no invitation, is somebody else's, was used, or has expired.
        """
        text = invitation_in(invitation)
        session, person = read_invitation(text)
        if (session, person) != (self.session, self.actor):
            raise NotAllowed("This invitation is for another person or another meeting. Ask the facilitator for yours.")
        self.refresh()
        if not self.has_joined(text):
            self._appear(text)

    def door(self) -> Door:
        """Give the meeting's door, for who lets people in; the facilitator's alone."""
        from workbench.calibration.doorkeeping import Door

        return Door(cast("Session", self))

    def _appear(self, text: str | None) -> None:
        """Write the public half of this person's key into the log."""
        key = make_key(self.keys, self.session, self.actor)

        def check(meeting: Any) -> None:
            if text is not None:
                check_invitation(text, meeting.register.invited.get(self.actor), self.store.now())

        said = {"public_key": public_half(key), "invitation": text}
        self._append("joined", said, f"joined:{uuid4().hex}", check)


def join_meeting(
    invitation: str, store: Store | Path | str | None = None, *, keys: Path | str | None = None, again: bool = True
) -> Session:
    """Join a meeting with an invitation and give the rater's handle; the invitation is used up by that.

    >>> session = join_meeting("eyJzZXNzaW9uIjoi…")                            # doctest: +SKIP

    Who has joined on this machine before gets their handle again with the same text.

    Parameters
    ----------
    store
        A store or its place; left out, the one of `open_meeting`.
    keys
        The folder of this person's key files.
    again
        Whether the same text opens the handle once more where it was used, which is right on a person's own machine;
        where one machine serves many people a used text opens nothing.

    Raises
    ------
    NotAllowed
        When it is no invitation, was used, has expired, or a hub's user is somebody else.
    """
    from workbench.calibration.opening import as_on_the_hub, store_at
    from workbench.calibration.session import Session

    text = invitation_in(invitation)
    session, person = read_invitation(text)
    opened = store_at(store)
    if session not in opened.sessions():
        told = f"This invitation is for a meeting that is not in {opened.name}."
        raise NotAllowed(f"{told} Ask the facilitator which store the team uses, and start Workbench with that one.")
    handle = Session(opened, session, as_on_the_hub(person) or person, keys=keys)
    if again:
        handle.join(text)
    else:
        handle._appear(text)
    return handle
