"""Serving a meeting's pages from this process until it is told to end."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import replace

import psutil

from workbench.server.pages._links import PanelLink, links, say_gone, say_where
from workbench.server.pages._place import LOOPBACK, Place

EVERYWHERE = ("0.0.0.0", "::")
PORTS = 50


def serve(place: Place, ready: Callable[[str, str, list[PanelLink]], None]) -> None:
    """Serve until interrupted; kernels end with it.

    Parameters
    ----------
    place : Place
        The meeting and where to listen; port 0 takes the first free one from 8866 on.
    ready : callable
        Called once with the pages' address, the facilitator's own one-time address, and the panel's links.
    """
    from workbench.server.pages._app import Pages

    place = place if place.port else replace(place, port=free_port(place.address))
    url = address_of(place)

    def up() -> None:
        say_where(place.own, place.session, url, os.getpid())
        ready(url, f"{url}join?i={place.host_token}", links(place.door, url, place.own))

    asyncio.set_event_loop(asyncio.new_event_loop())
    pages = Pages(place, up, url)
    pages.initialize([])
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        # a closed terminal ends the kernels too
        signal.signal(signal.SIGHUP, pages._handle_signal_stop)
    try:
        pages.start()
    finally:
        say_gone(place.own)


def address_of(place: Place) -> str:
    """Give the address people open; it ends in a slash."""
    host = names_of(place.address)[0]
    return f"{'https' if place.secure else 'http'}://{f'[{host}]' if ':' in host else host}:{place.port}/"


def names_of(address: str) -> list[str]:
    """Give what this machine is called where it listens, the name for people first.

    Listening everywhere, people use the first address that is not the machine's own loop.
    """
    if address not in EVERYWHERE:
        return [address]
    found = [
        one.address
        for card in psutil.net_if_addrs().values()
        for one in card
        if one.family == socket.AF_INET and not one.address.startswith("127.")
    ]
    return [*(found or [socket.gethostname()]), "127.0.0.1"]


def free_port(address: str, first: int = 8866) -> int:
    """Give the first port from `first` on that nobody listens at.

    Raises
    ------
    OSError
        When none of fifty is free.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    for port in range(first, first + PORTS):
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                continue
            return port
    raise OSError(f"No free port from {first} on at {address}.")


def is_open_to_others(address: str) -> bool:
    """Whether other machines can reach what listens there."""
    return address not in LOOPBACK
