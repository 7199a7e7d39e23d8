"""Start JupyterLab for a meeting: on this machine alone, asking nothing of any other."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_runtime_dir

START_SECONDS = 90

_NOTIFICATION = "lab/settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"


@dataclass(frozen=True)
class Server:
    """A running JupyterLab. `url` ends in a slash."""

    url: str
    token: str
    process: subprocess.Popen[bytes]
    runtime_dir: Path


def settings(token: str, root: Path, port: int) -> dict[str, Any]:
    """Give the server's configuration: loopback and a token; no news, update check or extension list."""
    return {
        "ServerApp": {
            "ip": "127.0.0.1",
            "port": port or 8888,
            "port_retries": 0 if port else 100,
            "open_browser": False,
            "root_dir": str(root),
            "allow_root": hasattr(os, "geteuid") and os.geteuid() == 0,
            "answer_yes": True,
        },
        "IdentityProvider": {"token": token},
        "PasswordIdentityProvider": {"hashed_password": ""},
        "LabApp": {
            "news_url": None,
            "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
            "extension_manager": "readonly",
        },
    }


def prepare(own: Path) -> dict[str, str]:
    """Write Lab's settings for meetings into `own` and give the environment that makes Lab read them.

    Lab's own settings folder is left alone: a vim keymap or a colleague's open tabs do not belong in a meeting.
    """
    if not (own / _NOTIFICATION).exists():
        (own / _NOTIFICATION).parent.mkdir(parents=True, exist_ok=True)
        (own / _NOTIFICATION).write_text('{"fetchNews": "false", "checkForUpdates": false}\n')
    return {
        "JUPYTERLAB_SETTINGS_DIR": str(own / "lab" / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "lab" / "workspaces"),
    }


def lay_out(own: Path, notebooks: Sequence[str]) -> str:
    """Write how Lab looks when a meeting opens, and give the address of that look under the server's.

    The notebooks are open, the first in front, and the file list is folded away beside them.
    """
    return keep_look(own / "lab" / "workspaces", notebooks)


def keep_look(folder: Path, notebooks: Sequence[str]) -> str:
    """Write that look among the workspaces that Lab keeps in `folder`, and give its address under the server's."""
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    # One look a first notebook: two people's Labs in one folder must not fold each other's.
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", Path(notebooks[0]).stem) if notebooks else "meeting"
    tabs = [f"notebook:{path}" for path in notebooks]
    look = {
        "main": {"dock": {"type": "tab-area", "currentIndex": 0, "widgets": tabs}, "current": next(iter(tabs), None)},
        "down": {"size": 0, "collapsed": True, "widgets": []},
        # Lab opens the side of a `current` widget, whatever `collapsed` says.
        "left": {"collapsed": True, "visible": True, "current": None, "widgets": ["filebrowser"]},
        "right": {"collapsed": True, "visible": True, "current": None, "widgets": []},
        "relativeSizes": [0, 1, 0],
    }
    opened = {f"notebook:{path}": {"data": {"path": path, "factory": "Notebook"}} for path in notebooks}
    folder.mkdir(parents=True, exist_ok=True)
    WorkspacesManager(str(folder)).save(
        name, json.dumps({"data": {"layout-restorer:data": look, **opened}, "metadata": {"id": name}})
    )
    return f"lab/workspaces/{name}"


@contextlib.contextmanager
def lab(root: Path, own: Path, *, port: int = 0, extra: Sequence[str] = ()) -> Iterator[Server]:
    """Run JupyterLab on `root` until the block ends; its kernels end with it.

    Parameters
    ----------
    root : Path
        The folder people see.
    own : Path
        Where Workbench keeps what is not for reading: settings, the token's file, the log.
    port : int
        0 takes the first free one from 8888 on.

    Raises
    ------
    RuntimeError
        When the server does not come up; with the last lines of its log.
    """
    token = secrets.token_urlsafe(32)
    own.mkdir(parents=True, exist_ok=True)
    config = own / f"server-{os.getpid()}.json"
    # The token goes through a file that nobody else can read, not through the command line, which everybody can.
    with os.fdopen(os.open(config, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(settings(token, root, port), file)
    log = own / f"server-{os.getpid()}.log"
    command = [sys.executable, "-m", "jupyterlab", f"--config={config}", *extra]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **prepare(own)}, start_new_session=True
        )
        try:
            yield _wait(process, token, log)
        except KeyboardInterrupt:
            log.unlink(missing_ok=True)  # it is kept when something went wrong
            raise
        finally:
            _stop(process)
            config.unlink(missing_ok=True)


def _wait(process: subprocess.Popen[bytes], token: str, log: Path) -> Server:
    """Wait until the server has said where it listens and answers there."""
    runtime = Path(jupyter_runtime_dir())
    said = runtime / f"jpserver-{process.pid}.json"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    late = time.monotonic() + START_SECONDS
    while time.monotonic() < late:
        if process.poll() is not None:
            break
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError, urllib.error.URLError, ConnectionError):
            url = json.loads(said.read_text())["url"]
            request = urllib.request.Request(url + "api/status", headers={"Authorization": f"token {token}"})
            opener.open(request, timeout=5).close()
            return Server(url, token, process, runtime)
        time.sleep(0.05)
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-12:])
    raise RuntimeError(f"JupyterLab did not start. The end of {log}:\n{tail}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
