"""Shells with the extension: in this process, and in kernels of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.manager import KernelManager
from traitlets.config import Config

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "notebooks" / "sample" / "profiles"


class Notebook:
    """A shell that is asked as a person asks it: a cell in, what is shown out."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell

    def run(self, cell: str) -> Any:
        """Run a cell that must succeed and give its last value."""
        outcome = self.shell.run_cell(cell)
        outcome.raise_error()
        return outcome.result

    def text(self, cell: str) -> str:
        """Give what a cell's last value looks like in a terminal."""
        return self.shell.display_formatter.format(self.run(cell))[0]["text/plain"]

    def markup(self, cell: str) -> str:
        return self.shell.display_formatter.format(self.run(cell))[0]["text/html"]

    def said(self, cell: str, capsys: pytest.CaptureFixture[str]) -> str:
        """Run a cell that must fail and give all that a person sees of it."""
        capsys.readouterr()
        outcome = self.shell.run_cell(cell)
        assert not outcome.success
        shown = capsys.readouterr()
        return (shown.out + shown.err).strip()

    def completions(self, text: str) -> list[str]:
        with provisionalcompleter():
            return [found.text for found in self.shell.Completer.completions(text, len(text))]


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    """A shell without the extension, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("WORKBENCH_")]:
        monkeypatch.delenv(name)
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = InteractiveShell(config=config)
    for own in (
        "unload_ext workbench",
        "config HistoryManager.enabled",
    ):  # IPython brings its own verbs in when first used
        shell.run_line_magic(*own.split())
    yield Notebook(shell)
    shell.run_line_magic("unload_ext", "workbench")
    InteractiveShell.clear_instance()


@pytest.fixture
def notebook(bare: Notebook) -> Notebook:
    """A shell with the extension."""
    bare.shell.run_line_magic("load_ext", "workbench")
    return bare


class Kernel:
    """A kernel of its own, spoken to over its sockets as Jupyter does."""

    def __init__(self, manager: KernelManager, client: Any) -> None:
        self.manager, self.client = manager, client

    def begin(self, cell: str) -> str:
        return str(self.client.execute(cell, allow_stdin=False))

    def messages(self, request: str, seconds: float = 60) -> Iterator[dict[str, Any]]:
        """Give what the kernel says about a request, until it is idle again."""
        while True:
            said = self.client.get_iopub_msg(timeout=seconds)
            if said["parent_header"].get("msg_id") != request:
                continue
            if said["msg_type"] == "status" and said["content"]["execution_state"] == "idle":
                return
            yield said

    def run(self, cell: str) -> list[dict[str, Any]]:
        return [said for said in self.messages(self.begin(cell)) if said["msg_type"] not in ("status", "execute_input")]

    def text(self, cell: str) -> str:
        """Give what a cell shows, as text; printed and displayed alike."""
        parts = [said["content"] for said in self.run(cell)]
        return "\n".join(
            one.get("text") or one.get("data", {}).get("text/plain") or "\n".join(one.get("traceback", ()))
            for one in parts
        )


def environment(home: Path) -> dict[str, str]:
    """Give an environment of its own for a kernel: nothing of this machine's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WORKBENCH_", "JUPYTER_"))}
    path = os.pathsep.join([str(ROOT), kept.get("PYTHONPATH", "")])
    own = {"HOME": str(home), "IPYTHONDIR": str(home / "ipython"), "JUPYTER_RUNTIME_DIR": str(home / "runtime")}
    return {**kept, **own, "PYTHONPATH": path}


def running(home: Path, folder: Path, **how: Any) -> Iterator[Kernel]:
    """Run a kernel in a folder until the caller is done with it."""
    manager = KernelManager(**how)
    home.mkdir(parents=True, exist_ok=True)
    manager.start_kernel(cwd=str(folder), env=environment(home))
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield Kernel(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    """One kernel for a module, with the extension loaded by a line of the notebook."""
    base = tmp_path_factory.mktemp("kernel")
    (base / "work").mkdir()
    for one in running(base / "home", base / "work", kernel_name="python3"):
        assert one.run("%load_ext workbench") == []
        yield one


__all__ = ["ROOT", "SAMPLE", "Kernel", "Notebook", "running"]
