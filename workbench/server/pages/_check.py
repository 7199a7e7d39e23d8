"""`/check`: can this device take part? People open it the day before; it needs no invitation and keeps nothing."""

from __future__ import annotations

import json
import time
from urllib.parse import urlsplit

from tornado import websocket

from workbench.server.pages._html import SmallPage

_COOKIE = "workbench-check"
_LONGEST = 1024


class CheckPage(SmallPage):
    """The page that asks and says what came back."""

    def get(self) -> None:
        """Set a cookie that means nothing, so that the socket can see whether the browser brings it back."""
        self.set_cookie(_COOKIE, "1", httponly=True, samesite="Lax", secure=self.place.secure, expires_days=None)
        socket = f"{'wss' if self.place.secure else 'ws'}://{self.request.host}"
        policy = f"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' {socket}; img-src data:"
        self.set_header("Content-Security-Policy", policy)
        self.show("check", secure=self.place.secure)


class Echo(websocket.WebSocketHandler):
    """Says back what was said, with the time here and whether the cookie came along."""

    def check_origin(self, origin: str) -> bool:
        """Only our own page asks."""
        return urlsplit(origin).netloc == self.request.host

    def open(self) -> None:
        """Send without delay, as the kernels' sockets do: the round trip is measured."""
        self.set_nodelay(True)

    def on_message(self, message: str | bytes) -> None:
        """Answer; a long message is nobody's check."""
        if isinstance(message, bytes) or len(message) > _LONGEST:
            self.close()
            return
        cookie = self.get_cookie(_COOKIE) == "1"
        self.write_message(json.dumps({"said": message, "cookie": cookie, "now": time.time()}))
