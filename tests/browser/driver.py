"""JupyterLab on loopback in homes of its own, driven through Chromium as a person would."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

REPOSITORY = Path(__file__).resolve().parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 127.0.0.2, EXCLUDE localhost",
]  # fmt: skip
TOKEN = "for-this-test-alone"
PYTHON = os.environ.get("WORKBENCH_TEST_PYTHON", sys.executable)  # whose JupyterLab the tests drive
LOOPBACK = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:", "data:", "about:", "file:")


@dataclass(frozen=True)
class Lab:
    """A running server: its address, the folder it shows, the home it lives in, its process."""

    url: str
    root: Path
    home: Path
    process: subprocess.Popen[bytes]

    def address(self, notebook: str, *, reset: bool = True) -> str:
        return f"{self.url}/lab/tree/{notebook}?token={TOKEN}{'&reset' if reset else ''}"


def chromium() -> str:
    """Give the path of an installed Chromium, or of the one Playwright brought."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), "")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give an environment whose every Jupyter folder lies under `home`, without a proxy."""
    notification = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    notification.parent.mkdir(parents=True, exist_ok=True)
    notification.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    kept = {name: value for name, value in os.environ.items() if not _meddles(name)}
    path = os.pathsep.join(filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")]))
    return {
        **kept, "HOME": str(home), "PYTHONPATH": path, "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"), "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"), "PYTHONPYCACHEPREFIX": str(home / "pycache"), **more,
    }  # fmt: skip


def _meddles(name: str) -> bool:
    # Without compiled files on the disk every kernel would compile pandas and SciPy for itself.
    return name.lower().endswith("_proxy") or name.startswith(("JUPYTER", "WORKBENCH", "PYTHONDONTWRITE"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Any, what: str, seconds: float = 30) -> Any:
    """Wait until `condition()` gives something, and give it."""
    late = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > late:
            raise TimeoutError(f"waited {seconds} s for {what}")
        time.sleep(0.02)
    return found


@contextlib.contextmanager
def running_lab(
    root: Path,
    home: Path,
    *,
    extra: Sequence[str] = (),
    env: dict[str, str] | None = None,
    python: str | Path = PYTHON,
    together: bool = False,
) -> Iterator[Lab]:
    """Run JupyterLab on `root`; its kernels end with it.

    `together` lets several people edit a notebook at once, where jupyter-collaboration is installed.
    """
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [
        str(python), "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root",
        "--ServerApp.port_retries=0", f"--ServerApp.root_dir={root}", f"--IdentityProvider.token={TOKEN}",
        "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly", "--LabApp.expose_app_in_browser=True",
        f"--YDocExtension.disable_rtc={not together}", f"--SQLiteYStore.db_path={home / 'together.db'}", *extra,
    ]  # fmt: skip
    log = home / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env=env or environment(home), start_new_session=True
        )
        try:
            until(lambda: _answers(url, process, log), "JupyterLab", 90)
            yield Lab(url, root, home, process)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


@contextlib.contextmanager
def lowest_lab(root: Path, home: Path, *, together: bool = False) -> Iterator[Lab]:
    """Run the lowest JupyterLab that we allow; `make` sets it up once, beside the tests' own environment."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "WORKBENCH_OUTSIDE")}
    subprocess.run(["make", "--silent", ".venv-lowest/.ready"], cwd=REPOSITORY, env=kept, check=True)
    place = REPOSITORY / ".venv-lowest"
    env = environment(home, PYTHONPYCACHEPREFIX=str(place / "compiled"))  # kept, else each kernel compiles pandas
    with running_lab(root, home, env=env, python=place / "bin" / "python", together=together) as running:
        yield running


def api(lab: Lab, what: str, method: str = "GET") -> Any:
    """Ask the server's own REST interface."""
    request = urllib.request.Request(f"{lab.url}/{what}", headers={"Authorization": f"token {TOKEN}"}, method=method)
    with urllib.request.urlopen(request, timeout=30) as reply:
        return json.loads(reply.read() or b"null")


def raw(lab: Lab, what: str) -> str:
    """Give a page of the server as it is sent."""
    with urllib.request.urlopen(f"{lab.url}/{what}", timeout=30) as reply:
        return str(reply.read().decode())


def end_kernels(lab: Lab) -> None:
    """End every session, and with it its kernel."""
    for session in api(lab, "api/sessions"):
        api(lab, f"api/sessions/{session['id']}", "DELETE")


def _answers(url: str, process: subprocess.Popen[bytes], log: Path) -> bool:
    if process.poll() is not None:
        raise RuntimeError(log.read_text(errors="replace")[-3000:])
    with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
        urllib.request.urlopen(f"{url}/api", timeout=2).close()
        return True
    return False


def write_notebook(path: Path, cells: Sequence[str]) -> Path:
    """Write a notebook of code cells for the Python kernel."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    nbformat.write(notebook, path)
    return path


READY = """async () => {
  const app = window.jupyterapp; await app.restored;
  const panel = app.shell.currentWidget;
  await panel.revealed; await panel.context.ready; await panel.context.sessionContext.ready;
  const kernel = panel.context.sessionContext.session?.kernel;
  if (!kernel) return 'no kernel';
  await kernel.info;
  return `${kernel.connectionStatus}:${panel.context.path}`;
}"""


def open_notebook(page: Any, lab: Lab, name: str, *, reset: bool = True) -> None:
    """Open a notebook and wait until its model, session and kernel are connected."""
    page.goto(lab.address(name, reset=reset))
    page.locator(".jp-Notebook").first.wait_for(state="visible", timeout=60_000)
    ready(page)


def ready(page: Any) -> None:
    page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context", timeout=60_000)
    state = page.evaluate(READY)
    if not state.startswith("connected:"):
        raise RuntimeError(f"the notebook is not connected: {state}")


def run_all(page: Any) -> None:
    """Run all cells through Lab's own command and wait until they have run."""
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")


def command(page: Any, name: str) -> Any:
    """Execute one of Lab's commands."""
    return page.evaluate("(name) => window.jupyterapp.commands.execute(name)", name)


def save(page: Any) -> None:
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")


def cell_sources(page: Any) -> list[str]:
    """Give the notebook's cells as Lab holds them: types and sources, to see that a key did not touch them."""
    return page.evaluate("""() => {
      const cells = window.jupyterapp.shell.currentWidget.content.model.cells;
      return [...Array(cells.length).keys()].map((i) => cells.get(i))
        .map((cell) => `${cell.type}:${cell.sharedModel.getSource()}`); }""")


def dark(page: Any) -> None:
    """Switch Lab to its dark theme."""
    page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")


def outside(requests: Sequence[str]) -> list[str]:
    """Give the requests that left this machine."""
    return [url for url in requests if not url.startswith(LOOPBACK)]
