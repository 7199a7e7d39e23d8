"""The way from a page to its kernel: a page may talk to widgets that are there, and do nothing else."""

from __future__ import annotations

import json
from typing import Any

from jupyter_server.services.kernels.connection.base import deserialize_binary_message, deserialize_msg_from_ws_v1
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

# Nothing here runs code, ends a kernel, or asks it what it knows.
MESSAGES = ("comm_msg", "comm_open", "comm_info_request", "kernel_info_request")
_WIDGETS_STATES = "jupyter.widget.control"


class PageConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's own connection, which drops every message that a panel page has no business sending."""

    def handle_incoming_message(self, incoming_msg: Any) -> None:
        """Pass on what is allowed; what is not, or cannot be read, is logged by its kind and goes no further."""
        try:
            kind, allowed = _judged(incoming_msg, self.subprotocol)
        except (ValueError, KeyError, TypeError, IndexError) as problem:
            self.log.warning("workbench: a page sent what is no message (%s)", type(problem).__name__)
            return
        if allowed:
            super().handle_incoming_message(incoming_msg)
        else:
            self.log.warning("workbench: a page sent %r, which panel pages do not do", kind[:40])


def _judged(said: Any, protocol: str | None) -> tuple[str, bool]:
    """Say what kind of message this is and whether it may pass."""
    if isinstance(said, bytes) and 8 * int.from_bytes(said[:8], "little") > len(said):
        raise ValueError("it announces more parts than it has bytes")
    if protocol == "v1.kernel.websocket.jupyter.org":
        channel, parts = deserialize_msg_from_ws_v1(said)
        header, content = json.loads(parts[0]), json.loads(parts[3])
    else:
        message = deserialize_binary_message(said) if isinstance(said, bytes) else json.loads(said)
        channel, header, content = message.get("channel"), message["header"], message["content"]
    kind = str(header["msg_type"])
    if channel not in {"shell", "control"} or kind not in MESSAGES:
        return kind, False
    # A page may ask for the states of the widgets that its kernel shows; it makes none of its own.
    return kind, kind != "comm_open" or content.get("target_name") == _WIDGETS_STATES
