"""Inviting and joining: the part of a session that says who may write as whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from workbench.calibration._handle import Handle
from workbench.calibration.identity import (
    Invitation,
    check_invitation,
    make_invitation,
    make_key,
    public_half,
    read_invitation,
)
from workbench.errors import NotAllowed
from workbench.store import Store

if TYPE_CHECKING:
    from workbench.calibration.session import Session


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

    def _appear(self, text: str | None) -> None:
        """Write the public half of this person's key into the log."""
        key = make_key(self.keys, self.session, self.actor)

        def check(meeting: Any) -> None:
            if text is not None:
                check_invitation(text, meeting.register.invited.get(self.actor), self.store.now())

        said = {"public_key": public_half(key), "invitation": text.strip() if text else None}
        self._append("joined", said, f"joined:{uuid4().hex}", check)


def join_meeting(
    invitation: str, store: Store | Path | str | None = None, *, keys: Path | str | None = None
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

    Raises
    ------
    NotAllowed
        When it is no invitation, was used, has expired, or a hub's user is somebody else.
    """
    from workbench.calibration.opening import as_on_the_hub, store_at
    from workbench.calibration.session import Session

    session, person = read_invitation(invitation)
    opened = store_at(store)
    handle = Session(opened, session, as_on_the_hub(person) or person, keys=keys)
    if not handle.has_joined(invitation):
        handle._appear(invitation)
    return handle
