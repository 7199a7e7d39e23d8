"""`/workbench/health`: is the server half loaded, and which version."""

from __future__ import annotations

from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

import workbench


class HealthHandler(APIHandler):
    """Answers those who may use the server; it tells nothing of a meeting."""

    @web.authenticated
    def get(self) -> None:
        """Give `{"ok": true, "version": …, "no_delay": …}`."""
        connection = self.settings["kernel_websocket_connection_class"]
        at_once = bool(getattr(connection, "sends_at_once", False))
        self.finish({"ok": True, "version": workbench.__version__, "no_delay": at_once})


def add_health(app: Any) -> None:
    """Answer at `/workbench/health` under the server's base address."""
    app.add_handlers(".*$", [(url_path_join(app.settings["base_url"], "workbench", "health"), HealthHandler)])
