"""Who sits before a page: decided here from a signed cookie, and from nothing else that a browser sends."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import IdentityProvider, User
from tornado import web

COOKIE_DAYS = 14


@dataclass(frozen=True)
class Seat:
    """What a browser's cookie says: the meeting, the person, and whether the browser is passed round.

    `person` is empty on a laptop that nobody has taken yet.
    """

    session: str
    person: str
    shared: bool = False


def cookie_name(handler: web.RequestHandler) -> str:
    """Give the cookie's name. Browsers send a cookie to every port of a host, so the port is part of it."""
    return f"workbench-seat-{handler.settings['workbench_place'].port}"


def seat_of(handler: web.RequestHandler) -> Seat | None:
    """Give the seat in this meeting that the request's cookie was signed for; None for anything else."""
    signed = handler.get_signed_cookie(cookie_name(handler), max_age_days=COOKIE_DAYS)
    if signed is None:
        return None
    try:
        seat = Seat(**json.loads(signed))
    except (TypeError, ValueError):  # signed by an earlier version: it joins anew
        return None
    return seat if seat.session == handler.settings["workbench_place"].session else None


def take_seat(handler: web.RequestHandler, person: str, *, shared: bool = False) -> None:
    """Give the browser its cookie: no script can read it, no other site can send it, and over TLS it stays there."""
    place = handler.settings["workbench_place"]
    handler.set_signed_cookie(
        cookie_name(handler),
        json.dumps(asdict(Seat(place.session, person, shared))),
        expires_days=COOKIE_DAYS,
        httponly=True,
        samesite="Lax",
        secure=place.secure,
        path="/",
    )


def leave_seat(handler: web.RequestHandler) -> None:
    """Take the cookie back."""
    handler.clear_cookie(cookie_name(handler), path="/")


class Seats(IdentityProvider):
    """Tells Jupyter's handlers who asks. There is no token: one token for all would be nobody's identity."""

    @property
    def auth_enabled(self) -> bool:
        """Always: who has no seat may do nothing."""
        return True

    def get_user(self, handler: web.RequestHandler) -> User | None:
        """Give the person of the request's cookie."""
        seat = seat_of(handler)
        return User(seat.person) if seat is not None and seat.person else None

    def get_handlers(self) -> list[Any]:
        """Give none: the door is ours."""
        return []


class OwnKernelOnly(Authorizer):
    """Lets a person read and use their own kernel, and do nothing else with any."""

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:
        """Whether this person may do it; a kernel is looked up by its owner, never by what the address says of it."""
        if resource != "kernels" or action not in {"read", "execute"}:
            return False
        owner: str | None = handler.settings["workbench_kernels"].owner(handler.path_kwargs.get("kernel_id"))
        return owner is not None and owner == user.username
