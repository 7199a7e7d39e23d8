"""`/workbench/ready?file=…`: open a meeting's notebook with its widgets alive, so that nobody has to run a cell."""

from __future__ import annotations

import asyncio
import os
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from workbench.server._launch import keep_look
from workbench.server._run_notebook import has_run, run_cells, runs_itself

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Opening {name}</title>
<style>
  body {{ font: 18px/1.5 system-ui, sans-serif; margin: 20vh auto 0; max-width: 34em; padding: 0 1em;
          color: #1c1c1c; background: #fff; }}
  @media (prefers-color-scheme: dark) {{ body {{ color: #ededed; background: #1e1e1e; }} }}
</style>
<p role="status">Opening {name}; a few seconds.</p>
<script>
  fetch(location.href, {{ method: "POST", headers: {{ "X-XSRFToken": "{xsrf}" }} }})
    .then(async (reply) => {{
      const said = await reply.json();
      if (reply.ok) location.replace(said.address);
      else document.querySelector("p").textContent = said.message;
    }})
    .catch(() => {{ document.querySelector("p").textContent = "The server did not answer. Load this page again."; }});
</script>
"""


class ReadyHandler(JupyterHandler):
    """Runs a notebook that asks to be run, once, and sends the browser to it."""

    auth_resource = "kernels"

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Give a page that asks for it and goes there; loading it alone starts nothing."""
        path = self._asked()
        self.finish(_PAGE.format(name=escape(path.stem), xsrf=self.xsrf_token.decode()))

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Start the notebook's session and run its cells, unless that has been done; give Lab's address of it."""
        path = self._asked()
        name = path.relative_to(self._root()).as_posix()
        under_way: dict[str, asyncio.Task[None]] = self.settings.setdefault("workbench_ready", {})
        if name not in under_way:  # two clicks are one run
            under_way[name] = asyncio.ensure_future(self._make_ready(path, name))
            under_way[name].add_done_callback(lambda _: under_way.pop(name))
        await asyncio.shield(under_way[name])
        self.finish({"address": url_path_join(self.base_url, _look(name))})

    async def _make_ready(self, path: Path, name: str) -> None:
        notebook = nbformat.read(path, 4)
        sessions: Any = self.session_manager
        if await sessions.session_exists(path=name):
            if has_run(notebook):
                return
            session = await sessions.get_session(path=name)
        else:
            spec = notebook.metadata.get("kernelspec", {}).get("name", "python3")
            session = await sessions.create_session(path=name, name=path.name, type="notebook", kernel_name=spec)
        connection = self.kernel_manager.get_kernel(session["kernel"]["id"]).connection_file
        errors = await asyncio.get_running_loop().run_in_executor(None, run_cells, path, connection)
        for error in errors:
            self.log.warning("%s did not run to its end. %s", name, error)

    def _asked(self) -> Path:
        """Give the notebook that was asked for; one under the server's folder that asks to be run when it opens."""
        root = self._root()
        path = (root / self.get_query_argument("file")).resolve()
        if not (path.is_relative_to(root) and path.suffix == ".ipynb" and path.is_file()):
            raise web.HTTPError(404, "There is no such notebook in the folder that this JupyterLab shows.")
        if not runs_itself(nbformat.read(path, 4)):
            raise web.HTTPError(403, "This notebook is not one of a meeting. Open it in JupyterLab and run its cells.")
        return path

    def _root(self) -> Path:
        return Path(self.settings["serverapp"].root_dir).resolve()

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say what is wrong in a sentence."""
        problem = kwargs.get("exc_info", (None, None))[1]
        message = (
            getattr(problem, "log_message", None) or "The notebook could not be opened; the server's log says why."
        )
        if self.request.method == "GET":  # a person reads it
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(message)
        else:
            self.finish({"message": message})


def _look(name: str) -> str:
    """Give Lab's address of a notebook: alone and wide where Workbench keeps Lab's looks, else as Lab has it."""
    folder = os.environ.get("JUPYTERLAB_WORKSPACES_DIR")
    # A second tab of the same look gets another one from Lab, and keeps of the address only what follows `tree`.
    return f"{keep_look(Path(folder), [name]) if folder else 'lab'}/tree/{quote(name)}"


def add_ready(app: Any) -> None:
    """Answer at `/workbench/ready` under the server's base address."""
    app.add_handlers(".*$", [(url_path_join(app.settings["base_url"], "workbench", "ready"), ReadyHandler)])
