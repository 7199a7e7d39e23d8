"""The server of a panel's pages: Voilà, with our door before it and everything shut that a page does not need."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable
from typing import Any

from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado import httpserver, ioloop, web
from traitlets.config import Config
from voila.app import Voila, _kernel_id_regex
from voila.static_file_handler import MultiStaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbench.server._no_delay import without_delay
from workbench.server.pages import _check, _door, _panel, _sheet
from workbench.server.pages._html import LOOKS, SmallPage
from workbench.server.pages._kernels import Kernels
from workbench.server.pages._place import Place, cookie_secret
from workbench.server.pages._socket import MESSAGES, PageConnection
from workbench.server.pages._who import OwnKernelOnly, Seats

LOOK_EVERY = 60  # seconds, for kernels that nobody is connected to
# What a widget's page needs of JupyterLab's extensions; the rest would only have to be loaded.
EXTENSIONS = ["anywidget", "@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8"]


def settings(place: Place) -> Config:
    """Give Voilà's configuration; nothing of a person's own Voilà set-up is read beside it."""
    return Config(
        {
            "Voila": {
                "open_browser": False,
                "root_dir": str(place.folder),
                "cookie_secret": cookie_secret(place.own),
                "identity_provider_class": Seats,
                "authorizer_class": OwnKernelOnly,
                "kernel_websocket_connection_class": without_delay(PageConnection),
                "config_file_paths": [],
                "log_level": logging.ERROR,
            },
            "VoilaConfiguration": {
                "template": "lab",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "file_allowlist": [],
                "extension_allowlist": EXTENSIONS,
                "prelaunch_hook": _sheet.notebook_for,
                "show_tracebacks": False,
            },
            "MappingKernelManager": {"cull_idle_timeout": place.idle, "cull_interval": min(LOOK_EVERY, place.idle)},
            "KernelManager": {"autorestart": False},  # a page that is told so loads itself again, from the store
        }
    )


class Pages(Voila):  # type: ignore[misc]
    """Voilà for one meeting.

    Parameters
    ----------
    place : Place
        The meeting, its folder, and where to listen.
    ready : callable
        Called once the pages can be opened.
    url : str
        The pages' address as people open it.
    """

    def __init__(self, place: Place, ready: Callable[[], None], url: str, **more: Any) -> None:
        super().__init__(config=settings(place), **more)
        self.place = place
        self.url = url
        self.ready = ready
        self.port, self.ip = place.port, place.address

    def setup_template_dirs(self) -> None:
        """Let our page stand before Voilà's own."""
        super().setup_template_dirs()
        self.template_paths: list[str] = [str(LOOKS), *self.template_paths]

    def init_settings(self) -> dict[str, Any]:
        """Give Voilà's settings, with identity, kernels and log in our hands."""
        given: dict[str, Any] = super().init_settings()
        self.kernel_manager.allowed_message_types = list(MESSAGES)
        return {
            **given,
            "workbench_place": self.place,
            "workbench_kernels": Kernels(self.kernel_manager, self.place),
            "workbench_url": self.url,
            "workbench_host_tokens": {self.place.host_token},
            "login_url": "/login",
            "log_function": _log_nothing_private,
            "default_handler_class": Nowhere,
        }

    def init_handlers(self) -> list[Any]:
        """List what is served; of Voilà's own handlers, only those that a page of ours asks for."""
        page = {"voila_configuration": self.voila_configuration, "config": self.config}
        page |= {"notebook_path": self.place.notebook.name, "template_paths": self.template_paths}
        return [
            ("/", _sheet.Sheet, page),
            ("/here", _sheet.Here, page),
            ("/join", _door.JoinPage),
            ("/login", _door.WhoAreYou),
            ("/leave", _door.LeavePage),
            ("/handover", _door.HandoverPage),
            ("/panel", _panel.PanelPage),
            ("/check", _check.CheckPage),
            ("/check/echo", _check.Echo),
            (r"/pages/(\w+\.(?:css|js))", web.StaticFileHandler, {"path": str(LOOKS)}),
            (f"/api/kernels/{_kernel_id_regex}", KernelHandler),
            (f"/api/kernels/{_kernel_id_regex}/channels", VoilaKernelWebsocketHandler),
            ("/voila/api/shutdown/.*", StaysOpen),
            ("/voila/static/(.*)", MultiStaticFileHandler, {"paths": self.static_paths}),
            ("/voila/labextensions/(.*)", FileFindHandler, {"path": self.labextensions_path, "no_cache_paths": []}),
        ]

    def listen(self) -> None:
        """Listen until the process is told to end; then end the kernels."""
        context = None
        if self.place.certificate is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self.place.certificate, self.place.key)
        # It compares Jupyter's milliseconds with its own seconds, and warns each time a page connects.
        logging.getLogger("tornado.general").setLevel(logging.ERROR)
        server = httpserver.HTTPServer(self.app, ssl_options=context)
        try:
            server.listen(self.place.port, self.place.address)
            self.ioloop = ioloop.IOLoop.current()
            self.ioloop.add_callback(self.ready)
            self.ioloop.start()
        finally:
            server.stop()
            self.stop()


class StaysOpen(SmallPage):
    """Voilà asks for a kernel's end when a page is left. A reload leaves it too: the culler ends what nobody uses."""

    def prepare(self) -> None:
        """Take it from anywhere: it does nothing."""

    def post(self) -> None:
        """Do nothing."""
        self.set_status(204)


class Nowhere(SmallPage):
    """Whatever else is asked for."""

    def prepare(self) -> None:
        """Say that there is no such page."""
        raise web.HTTPError(404)


def _log_nothing_private(handler: web.RequestHandler) -> None:
    """Log what went wrong by its path alone: an invitation stands after the question mark."""
    if handler.get_status() >= 500:
        request = handler.request
        logging.getLogger("tornado.access").error("%d %s %s", handler.get_status(), request.method, request.path)
