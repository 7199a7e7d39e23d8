"""Run a notebook in the kernel of the session that Lab will attach to, so that its widgets live when it opens."""

from __future__ import annotations

import contextlib
import json
import queue
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.blocking.client import BlockingKernelClient
from nbformat.sign import NotebookNotary

# A first cell may read a dozen documents on a slow disk; nothing in a meeting's notebook takes minutes.
CELL_SECONDS = 120
START_SECONDS = 60
_OUTPUTS = {"display_data", "execute_result", "stream", "error"}


def run_notebook(url: str, token: str, path: Path, name: str, runtime_dir: Path) -> list[str]:
    """Start the notebook's session, run its cells there, write and sign it; give the errors of its cells.

    Parameters
    ----------
    url, token : str
        The running server.
    path : Path
        The notebook on disk.
    name : str
        The notebook as the server names it, relative to its root.
    runtime_dir : Path
        Where the server keeps its kernels' connection files.
    """
    spec = nbformat.read(path, 4).metadata.get("kernelspec", {}).get("name", "python3")
    session = _api(
        url, token, "api/sessions", {"path": name, "name": name, "type": "notebook", "kernel": {"name": spec}}
    )
    return run_cells(path, runtime_dir / f"kernel-{session['kernel']['id']}.json")


def run_cells(path: Path, connection: Path | str) -> list[str]:
    """Run a notebook's cells in the kernel of a connection file, write and sign it; give the errors of its cells."""
    notebook = nbformat.read(path, 4)
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels()
    try:
        # Lab writes this on connecting; a notebook that has it opens without counting as changed.
        notebook.metadata["language_info"] = _wait_until_heard(client)
        errors = [error for cell in notebook.cells if cell.cell_type == "code" for error in _run_cell(client, cell)]
    finally:
        client.stop_channels()
    sign(notebook)
    nbformat.write(notebook, path)
    return errors


def runs_itself(notebook: Any) -> bool:
    """Whether a notebook asks to be run when it opens: those of a meeting do."""
    return bool(notebook.metadata.get("workbench", {}).get("runs_when_opened"))


def has_run(notebook: Any) -> bool:
    """Whether any of its cells has left something."""
    return any(cell.get("outputs") for cell in notebook.cells)


def sign(notebook: Any) -> None:
    """Mark the outputs as made here: Lab shows a widget of a notebook that is not signed as plain text."""
    NotebookNotary().sign(notebook)


def _api(url: str, token: str, what: str, data: dict[str, Any] | None = None) -> Any:
    request = urllib.request.Request(
        urllib.parse.urljoin(url, what),
        None if data is None else json.dumps(data).encode(),
        {"Authorization": f"token {token}", "Content-Type": "application/json"},
    )
    # The server is this machine's own: no proxy stands between.
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as reply:
        return json.loads(reply.read() or b"null")


def _wait_until_heard(client: BlockingKernelClient) -> Any:
    """Ask until an answer comes over the channel that outputs come over; give what language the kernel speaks.

    A subscription to that channel takes a moment and what is said before it is lost, so one question is not enough.
    The client's own `wait_for_ready` takes a kernel that is slow to start for a dead one, and the server's
    "starting" may stay for ever on a kernel that nobody asks anything.
    """
    late = time.monotonic() + START_SECONDS
    asked: set[str] = set()
    while time.monotonic() < late:
        asked.add(client.kernel_info())
        with contextlib.suppress(queue.Empty):
            while client.get_iopub_msg(timeout=0.5)["parent_header"].get("msg_id") not in asked:
                pass
            return client.get_shell_msg(timeout=START_SECONDS)["content"]["language_info"]
    raise TimeoutError("The notebook's kernel did not start.")


def _run_cell(client: BlockingKernelClient, cell: Any) -> list[str]:
    """Run one cell, keep its outputs in it, and give its error if it had one."""
    outputs: list[Any] = []
    content = {
        "code": cell.source, "silent": False, "store_history": True, "user_expressions": {},
        "allow_stdin": False, "stop_on_error": True,
    }  # fmt: skip
    # The cell's id travels as Lab sends it, so that running the cell again closes its widgets.
    message = client.session.msg("execute_request", content, metadata={"cellId": cell.get("id")})
    client.shell_channel.send(message)
    request = message["header"]["msg_id"]
    while True:
        said = client.get_iopub_msg(timeout=CELL_SECONDS)
        if said["parent_header"].get("msg_id") != request:
            continue
        kind = said["msg_type"]
        if kind == "status" and said["content"]["execution_state"] == "idle":
            break
        if kind == "clear_output":
            outputs.clear()
        elif kind in _OUTPUTS:
            _add(outputs, nbformat.v4.output_from_msg(said))
    reply = client.get_shell_msg(timeout=CELL_SECONDS)
    while reply["parent_header"].get("msg_id") != request:
        reply = client.get_shell_msg(timeout=CELL_SECONDS)
    cell.outputs, cell.execution_count = outputs, reply["content"].get("execution_count")
    return [f"{out.ename}: {out.evalue}" for out in outputs if out.output_type == "error"]


def _add(outputs: list[Any], output: Any) -> None:
    """Add an output; what one stream says in pieces is one output, as Lab writes it."""
    last = outputs[-1] if outputs else None
    if last and output.output_type == "stream" == last.output_type and output.name == last.name:
        last.text += output.text
    else:
        outputs.append(output)
