"""Small pages around the meeting: plain markup, our own style, and nothing from anywhere else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from tornado import web

from workbench.server.pages._place import Place

WENT_WRONG = ("Something went wrong here", "What was saved stays saved. Load the page again.")
LOOKS = Path(__file__).parent / "looks"

_OURS = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:"
_CLOSED = "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def guard(handler: web.RequestHandler, policy: str = _OURS) -> None:
    """Set the headers of every page: nothing from another host, nothing kept by the browser, no address passed on."""
    handler.set_header("Content-Security-Policy", policy + _CLOSED)
    handler.set_header("Cache-Control", "no-store")
    handler.set_header("Referrer-Policy", "same-origin")
    handler.set_header("X-Content-Type-Options", "nosniff")


class SmallPage(web.RequestHandler):
    """A page without a kernel. It is open to anybody unless it asks who is there."""

    @property
    def place(self) -> Place:
        """Which meeting's pages these are."""
        place: Place = self.settings["workbench_place"]
        return place

    def set_default_headers(self) -> None:
        """Set what holds for every page."""
        guard(self)

    def prepare(self) -> None:
        """Refuse what another site sends: a form elsewhere must not join, leave or hand over here."""
        if self.request.method != "POST":
            return
        origin = self.request.headers.get("Origin")
        if origin is None or urlsplit(origin).netloc != self.request.host:
            raise web.HTTPError(403, reason="Sent from another page")

    def show(self, template: str, **said: Any) -> None:
        """Draw a page of `looks`; everything said is escaped."""
        self.finish(drawn(self.place, template, **said))

    def calm(self, status: int, heading: str, *lines: str) -> None:
        """Say what is so and what to do."""
        self.set_status(status)
        self.show("calm", heading=heading, lines=lines)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say in words that something is not to be had; the log has the rest."""
        if status_code == 404:
            self.calm(404, "There is no such page", "Go back to the link that you were given.")
        elif status_code < 500:
            self.calm(status_code, "That cannot be done from here", "Load the page again, and try once more from it.")
        else:
            self.calm(status_code, *WENT_WRONG)


def drawn(place: Place, template: str, **said: Any) -> str:
    """Draw a page of `looks`; everything said is escaped."""
    return _environment().get_template(f"{template}.html.j2").render(title=place.door.title, **said)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(loader=jinja2.FileSystemLoader(LOOKS), autoescape=True, undefined=jinja2.StrictUndefined)
