"""Send each websocket message at once.

TCP gathers small messages for up to 40 ms before it sends them (Nagle's algorithm with delayed acknowledgements).
A click is a small message, and so is the answer to it.
"""

from __future__ import annotations

from typing import Any


def without_delay(connection: type[Any]) -> type[Any]:
    """Give the same kernel connection class, with TCP_NODELAY set when a websocket connects.

    Whatever class the server was configured with stays in charge of everything else. A second call changes nothing.
    """
    if getattr(connection, "sends_at_once", False):
        return connection

    class AtOnce(connection):  # type: ignore[misc]
        sends_at_once = True

        async def connect(self) -> Any:
            self.websocket_handler.set_nodelay(True)
            waiting = super().connect()
            return await waiting if hasattr(waiting, "__await__") else waiting

    AtOnce.__name__ = connection.__name__
    AtOnce.__qualname__ = connection.__qualname__
    return AtOnce
