"""The door: what opening an invitation shows, and what pressing its button does."""

from __future__ import annotations

import secrets

from tornado import web

from workbench.errors import NotAllowed
from workbench.server.pages._html import SmallPage
from workbench.server.pages._place import Guest
from workbench.server.pages._who import Seat, leave_seat, seat_of, take_seat


class JoinPage(SmallPage):
    """`/join?i=…`: looking at it uses nothing up and starts nothing; its button does."""

    def get(self) -> None:
        """Say which meeting this is and who would join; whoever has joined in this browser goes on from here."""
        text = self.get_query_argument("i", "")
        try:
            guest = self._look(text)
        except NotAllowed as refused:
            seat = seat_of(self)
            self._refuse(refused, there=seat is not None and bool(seat.person))
            return
        host = self.place.door.host
        self.show("join", guest=guest, host=host, is_host=guest.id == host.id, text=text)

    def post(self) -> None:
        """Use the invitation up and give the browser its cookie."""
        text = self.get_body_argument("i", "")
        try:
            guest = self._look(text)
            if guest.id == self.place.door.host.id:
                self.settings["workbench_host_tokens"].discard(text)
            else:
                guest = self.place.door.enter(text)
        except NotAllowed as refused:
            self._refuse(refused, there=False)
            return
        take_seat(self, guest.id)
        self.redirect("/")

    def _look(self, text: str) -> Guest:
        if any(secrets.compare_digest(text, one) for one in self.settings["workbench_host_tokens"]):
            return self.place.door.host
        return self.place.door.look(text)

    def _refuse(self, refused: NotAllowed, *, there: bool) -> None:
        self.set_status(410)
        self.show("used", why=str(refused), there=there, host=self.place.door.host)


class WhoAreYou(SmallPage):
    """`/login`: where a page sends a browser that nobody has joined in."""

    def get(self) -> None:
        """Say how to get in; a laptop that nobody has taken goes to its handover screen."""
        seat = seat_of(self)
        if seat is not None and seat.shared:
            self.redirect("/handover")
            return
        host = self.place.door.host.name
        self.calm(
            403,
            "This page is for the people on the panel",
            f"Open the invitation that {host} sent you, on this device and in this browser, and press “Join”.",
            f"If you have joined before on another device, ask {host} for a second invitation for this one.",
        )


class LeavePage(SmallPage):
    """`/leave`: take the cookie back, on a machine that others use too."""

    def post(self) -> None:
        """Leave; a laptop that is passed round goes back to its handover screen."""
        seat = seat_of(self)
        if seat is not None and seat.shared:
            take_seat(self, "", shared=True)
            self.redirect("/handover")
            return
        leave_seat(self)
        self.calm(200, "You have left on this device", "Your scores are kept. A new invitation brings you back.")


class HandoverPage(SmallPage):
    """`/handover`: one laptop for several people. It shows names, and nothing that anybody wrote."""

    def get(self) -> None:
        """Ask who takes the laptop."""
        seat = self._shared_seat()
        if seat is None:
            return
        if seat.person:
            self.redirect("/")
            return
        self.show("handover", guests=self.place.door.guests())

    def post(self) -> None:
        """Make this laptop one that is passed round, or give it to the person who takes it."""
        wanted = self.get_body_argument("person", "")
        seat = seat_of(self)
        if not wanted and seat is not None and seat.person == self.place.door.host.id:
            take_seat(self, "", shared=True)
            self.redirect("/handover")
            return
        seat = self._shared_seat()
        if seat is None:
            return
        guest = next((one for one in self.place.door.guests() if one.id == wanted), None)
        if guest is None:
            raise web.HTTPError(400)
        if not self.place.door.has_joined(guest.id):
            self.place.door.enter(self.place.door.invite(guest.id).text)
        take_seat(self, guest.id, shared=True)
        self.redirect("/")

    def _shared_seat(self) -> Seat | None:
        seat = seat_of(self)
        if seat is not None and seat.shared:
            return seat
        self.calm(403, "This is not a laptop that is passed round", "The facilitator’s page has the button for that.")
        return None
