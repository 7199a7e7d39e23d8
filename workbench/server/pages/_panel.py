"""`/panel`: the facilitator's list of who has joined, with everybody's link and code."""

from __future__ import annotations

import secrets

from markupsafe import Markup
from tornado import web

from workbench.server.pages._html import SmallPage
from workbench.server.pages._links import links
from workbench.server.pages._who import seat_of


class PanelPage(SmallPage):
    """Invitations, for the facilitator's eyes."""

    def prepare(self) -> None:
        """Turn everybody else away."""
        super().prepare()
        seat = seat_of(self)
        if seat is None or seat.shared or seat.person != self.place.door.host.id:
            raise web.HTTPError(403)

    def get(self) -> None:
        """Show them; a code is drawn when it is asked for, so that a shared screen shows one at a time."""
        self._show(self.get_query_argument("show", ""))

    def post(self) -> None:
        """Make a link anew: for a second device, or when one went astray. The facilitator's own is one more."""
        person = self.get_body_argument("person", "")
        if person == self.place.door.host.id:
            self._show(person, own=self._own_link())
        else:
            if person not in {guest.id for guest in self.place.door.guests()}:
                raise web.HTTPError(400)
            links(self.place.door, self._address(), self.place.own, anew={person})
            self.redirect(f"/panel?show={person}")

    def _show(self, person: str, own: str = "") -> None:
        listed = links(self.place.door, self._address(), self.place.own)
        shown = next((one for one in listed if one.person == person and one.url), None)
        # segno draws the code from the address alone: squares, no text
        code = Markup(shown.qr) if shown else ""
        self.show("panel", links=listed, shown=shown, code=code, host=self.place.door.host, own=own)

    def _own_link(self) -> str:
        tokens: set[str] = self.settings["workbench_host_tokens"]
        tokens.add(token := secrets.token_urlsafe(32))
        return f"{self._address()}join?i={token}"

    def _address(self) -> str:
        address: str = self.settings["workbench_url"]
        return address
