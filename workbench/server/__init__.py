"""Beside Jupyter's server: quick websockets, who is at a kernel, a health check, notebooks that open alive."""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workbench.server"}]


def _load_jupyter_server_extension(server: Any) -> None:
    from workbench.server._health import add_health
    from workbench.server._no_delay import without_delay
    from workbench.server._ready import add_ready
    from workbench.server._who_is_here import counting_people, notebooks_are_shared

    settings = server.web_app.settings
    name = "kernel_websocket_connection_class"
    settings[name] = without_delay(settings[name])
    if notebooks_are_shared(server):
        settings[name] = counting_people(settings[name])
    add_health(server.web_app)
    add_ready(server.web_app)
    server.log.info("workbench: kernel websockets send without delay")
