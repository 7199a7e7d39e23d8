"""The page itself: Voilà draws it, in the kernel of the person whose cookie came with the request."""

from __future__ import annotations

from typing import Any

import nbformat
from tornado import web
from tornado.iostream import StreamClosedError
from voila.tornado.handler import TornadoVoilaHandler

from workbench.server.pages._html import WENT_WRONG, drawn, guard
from workbench.server.pages._kernels import OneKernel
from workbench.server.pages._place import Place
from workbench.server.pages._who import seat_of

# JupyterLab's own code makes functions from schemas, and a widget's module is imported from a blob.
_VOILA = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' blob: data:; font-src 'self' data:; connect-src 'self' {socket}"
)
_SHEET = "from workbench.widgets.panel_page import show_page\n\nshow_page()"


def notebook_for(handler: Any, notebook: Any, cwd: str) -> Any:
    """Give the notebook that this person's page is: a rater's own sheet, or the facilitator's notebook as it is.

    Voilà calls this before it asks for a kernel (`prelaunch_hook`).
    """
    place: Place = handler.settings["workbench_place"]
    seat = seat_of(handler)
    host = handler.current_user.username == place.door.host.id
    if not host:
        spec = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        cell = nbformat.v4.new_code_cell(_SHEET, id="page")
        notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": spec})
    notebook.metadata["workbench_page"] = {
        "title": place.door.title, "host": host, "shared": seat is not None and seat.shared,
    }  # fmt: skip
    return notebook


class Sheet(TornadoVoilaHandler):  # type: ignore[misc]
    """`/`: a rater's sheet, or the facilitator's notebook without its code."""

    @property
    def kernel_manager(self) -> OneKernel:
        """The only kernel that this request can reach."""
        return OneKernel(self.settings["workbench_kernels"], self.current_user.username)

    @web.authenticated
    async def get(self) -> None:
        """Draw the page."""
        place: Place = self.settings["workbench_place"]
        socket = f"{'wss' if place.secure else 'ws'}://{self.request.host}"
        guard(self, _VOILA.format(socket=socket))
        person = self.current_user.username
        async with self.settings["workbench_kernels"].turn(person):
            try:
                async for html in self.get_generator():
                    self.write(html)
                    self.flush()
            except StreamClosedError:
                self.log.info("workbench: the browser went away while its page was drawn")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say it on a page of ours; Voilà's own would ask another host for its letters."""
        guard(self)
        heading, *lines = WENT_WRONG
        self.finish(drawn(self.settings["workbench_place"], "calm", heading=heading, lines=lines))


class Here(Sheet):
    """`/here?kernel=…`: whether the kernel that a page was drawn in is still this person's."""

    @web.authenticated
    async def get(self) -> None:
        """Give `{"alive": true}` or false; a page that hears false loads itself again."""
        guard(self)
        now = await self.settings["workbench_kernels"].now(self.current_user.username)
        self.finish({"alive": now is not None and now == self.get_query_argument("kernel", "")})
