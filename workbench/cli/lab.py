"""`workbench lab`: JupyterLab on the meeting's notebook, its widgets alive and nothing to press."""

from __future__ import annotations

import os
import signal
import sys
import webbrowser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)

SHOWN = ("02_calibrate.ipynb", "01_intake.ipynb")


@app.command()
def lab(
    notebooks: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[NOTEBOOK]...", help="Notebooks to run, the first in front. Default: the meetings'."),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address and open nothing.")] = False,
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.")] = 0,
    folder: Annotated[Path | None, typer.Option(help="Folder to hold the meeting in.")] = None,
) -> None:
    """Start JupyterLab on the meeting notebook, its widgets ready. Ctrl-C ends it."""
    from workbench.server._launch import lab as run_lab
    from workbench.server._launch import lay_out
    from workbench.server._run_notebook import run_notebook

    # A closed terminal or a shutdown ends the server too, and its kernels with it.
    for ending in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, ending) and signal.getsignal(getattr(signal, ending)) is not signal.SIG_IGN:
            signal.signal(getattr(signal, ending), _end)
    root, names = _places(notebooks or [], folder)
    own = root / ".workbench"
    _say("Starting JupyterLab …")
    try:
        with run_lab(root, own, port=port) as server:
            _say(f"Running {' and '.join(names)} …")

            def run(name: str) -> list[str]:
                return run_notebook(server.url, server.token, root / name, name, server.runtime_dir)

            with ThreadPoolExecutor(max_workers=2) as runners:
                for name, errors in zip(names, runners.map(run, names), strict=True):
                    for error in errors:
                        _say(f"{name} did not run to its end. {error}")
            address = f"{server.url}{lay_out(own, names)}?token={server.token}"
            _open(address, no_browser)
            server.process.wait()
            raise RuntimeError(f"JupyterLab ended by itself. Its log is in {own}.")
    except RuntimeError as problem:
        _say(str(problem))
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        _say("\nClosing JupyterLab. Everything that was saved is in the store.")


def _end(*_: object) -> None:
    raise KeyboardInterrupt


def _places(notebooks: list[Path], folder: Path | None) -> tuple[Path, list[str]]:
    """Give the folder that Lab shows and the notebooks to run, named relative to it."""
    from workbench.server._working_folder import working_folder

    given = [path for path in notebooks if path.is_file()]
    if given and folder is None:
        root = given[0].resolve().parent
        outside = next((path for path in notebooks if not path.resolve().is_relative_to(root)), None)
        if outside is not None:
            raise typer.BadParameter(f"{outside} is not under {root}; give notebooks of one folder")
        return root, [path.resolve().relative_to(root).as_posix() for path in notebooks]
    root = working_folder(folder and folder.resolve()).resolve()
    names = [path.as_posix() for path in notebooks]
    missing = next((name for name in names if not (root / name).is_file()), None)
    if missing is not None:
        raise typer.BadParameter(f"there is no {missing} here or in {root}")
    if not names:
        names = [name for name in SHOWN if (root / name).is_file()]
        names = names or sorted(path.name for path in root.glob("*.ipynb"))[:1]
    return root, names


def _open(address: str, no_browser: bool) -> None:
    """Open the address in a browser if there is one, and print it in any case."""
    opened = not no_browser and _has_screen() and webbrowser.open(address)
    _say("Ready." if opened else "Ready. Open this address in a browser on this machine:")
    _say(f"  {address}")
    _say("Ctrl-C here ends it.")


def _has_screen() -> bool:
    """Without a display the standard library would start a text browser in this terminal."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
