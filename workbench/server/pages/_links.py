"""Links for the panel: one a person, with a QR code, made once and shown as often as the facilitator likes."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from workbench.errors import NotAllowed
from workbench.server.pages._place import Door, read_private, write_private

SERVED = "pages.json"
_LINKS = "invitations.json"
HOURS = 72


@dataclass(frozen=True)
class PanelLink:
    """One person's way in. `url` is for that person alone, so printing the link hides it.

    `url`, `expires` (UTC, ISO 8601) and `qr` (SVG) are empty for a person who has joined and has no further link.
    """

    person: str
    name: str
    joined: bool
    url: str = field(default="", repr=False)
    expires: str = ""
    qr: str = field(default="", repr=False)


def panel_links(session: Any, *, anew: Collection[str] = ()) -> list[PanelLink]:
    """Give the links of a meeting whose pages are being served by `workbench meet`.

    >>> panel_links(open_meeting())                                          # doctest: +SKIP
    [PanelLink(person='tobias', name='Tobias Rein', joined=False, expires='2026-11-25T08:00:00.000Z'), …]

    Links that are still good are given again, missing ones are made; asking twice makes nothing void.

    Parameters
    ----------
    session : Session
        The facilitator's handle.
    anew : collection of str
        People who get a new link: for a second device, or when one went astray. The unused one is void then.

    Raises
    ------
    NotAllowed
        When the pages are not being served, or the handle is not the facilitator's.
    """
    own = Path(session.store.path).parent
    return links(session.door(), served_at(own, session.session), own, anew=anew)


def way_in(session: Any, invitation: Any) -> PanelLink | None:
    """Give the link of an invitation that was just made, or None where no pages are served; `/panel` shows it, too.

    Parameters
    ----------
    session : Session
        The facilitator's handle.
    invitation : Invitation
        What `session.invite` gave.
    """
    own, person = Path(session.store.path).parent, invitation.person
    try:
        url = served_at(own, session.session)
    except NotAllowed:
        return None
    _keep(own, {**read_private(own / _LINKS), person: {"text": invitation.text, "expires": invitation.expires}})
    return next(one for one in links(session.door(), url, own) if one.person == person)


def served_at(own: Path, session: str) -> str:
    """Give the address at which a meeting's pages are served now.

    Raises
    ------
    NotAllowed
        When they are not.
    """
    kept = read_private(own / SERVED)
    if kept.get("session") != session or not psutil.pid_exists(int(kept.get("pid", -1))):
        raise NotAllowed("The panel's pages are not being served. Start them in a terminal with: workbench meet")
    return str(kept["url"])


def links(door: Door, url: str, own: Path, *, anew: Collection[str] = ()) -> list[PanelLink]:
    """Give a link a guest; what was made before and is still good is given again."""
    kept = read_private(own / _LINKS)
    before = dict(kept)
    out = []
    for guest in door.guests():
        old, joined = kept.get(guest.id), door.has_joined(guest.id)
        good = old is not None and guest.id not in anew and door.is_good(old["text"])
        if not good:
            kept.pop(guest.id, None)
        if not good and (guest.id in anew or not joined):
            made = door.invite(guest.id, hours=HOURS)
            kept[guest.id] = {"text": made.text, "expires": made.expires}
        told = kept.get(guest.id)
        way = f"{url}join?i={told['text']}" if told else ""
        expires = told["expires"] if told else ""
        out.append(PanelLink(guest.id, guest.name, joined, way, expires, qr_code(way) if way else ""))
    if kept != before:
        _keep(own, kept)
    return out


def _keep(own: Path, kept: dict[str, Any]) -> None:
    write_private(own / _LINKS, json.dumps(kept))


def qr_code(address: str) -> str:
    """Draw an address as a QR code in SVG: black on white in every theme, since cameras want it so."""
    import segno

    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, scale=4, border=4, dark="#000", light="#fff"
    )
    return drawn.getvalue().decode()


def say_where(own: Path, session: str, url: str, pid: int) -> None:
    """Keep where the pages are served, so that the facilitator's notebook finds them."""
    write_private(own / SERVED, json.dumps({"session": session, "url": url, "pid": pid}))


def say_gone(own: Path) -> None:
    """Forget where the pages were served."""
    with contextlib.suppress(FileNotFoundError):
        (own / SERVED).unlink()
