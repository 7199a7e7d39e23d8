"""Tell each kernel how many people are at it, where a server lets several edit one notebook and so share its kernel.

A server without jupyter-collaboration is one person's, who may well sit at two browsers: nobody is counted there. With
it, Jupyter knows people by the identity it gives a browser (a cookie; on JupyterHub the hub's user), so a reload and a
second tab are the same person. The number is written beside the kernel's connection file, where the kernel finds it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

_here: defaultdict[Path, Counter[str]] = defaultdict(Counter)


def notebooks_are_shared(server: Any) -> bool:
    """Whether this server has jupyter-collaboration, and it is not switched off."""
    apps = server.extension_manager.extension_apps.get("jupyter_server_ydoc", ())
    return any(not app.disable_rtc for app in apps)


def counting_people(connection: type[Any]) -> type[Any]:
    """Give the same kernel connection class, keeping count of who is connected. A second call changes nothing."""
    if getattr(connection, "counts_people", False):
        return connection

    class Counted(connection):  # type: ignore[misc]
        counts_people = True
        _counted: tuple[Path, str] | None = None

        async def connect(self) -> Any:
            self._counted = _entry(self)
            _add(self._counted, 1)
            waiting = super().connect()
            return await waiting if hasattr(waiting, "__await__") else waiting

        def disconnect(self) -> Any:
            counted, self._counted = self._counted, None
            _add(counted, -1)
            return super().disconnect()

    Counted.__name__ = connection.__name__
    Counted.__qualname__ = connection.__qualname__
    return Counted


def _entry(connection: Any) -> tuple[Path, str] | None:
    """Give where a kernel looks for its number, and who this is; None for a kernel on another machine."""
    file = getattr(connection.kernel_manager, "connection_file", "")
    return (Path(file).with_suffix(".people"), connection.websocket_handler.current_user.username) if file else None


def _add(entry: tuple[Path, str] | None, change: int) -> None:
    if entry is None:
        return
    file, who = entry
    here = _here[file]
    here[who] += change
    if here[who] < 1:
        del here[who]
    if here:
        file.write_text(str(len(here)), encoding="ascii")
    else:
        del _here[file]
        file.unlink(missing_ok=True)
