"""Which widgets are open, so that a new one takes the place of the one before it."""

from __future__ import annotations

import sys
import threading
import weakref
from typing import Any, Protocol


class Closable(Protocol):
    """What can be closed, twice without harm."""

    def close(self) -> None:
        """Stop threads and leave the screen."""


_lock = threading.Lock()
_by_key: weakref.WeakValueDictionary[str, Any] = weakref.WeakValueDictionary()
_by_cell: dict[str, weakref.WeakSet[Any]] = {}
_listening: weakref.WeakSet[Any] = weakref.WeakSet()


def opened(widget: Closable, key: str) -> None:
    """Remember the widget and close the one that had its key; close it when its cell runs again."""
    with _lock:
        former = _by_key.get(key)
        _by_key[key] = widget
        cell = _listen()
        if cell is not None:
            _by_cell.setdefault(cell, weakref.WeakSet()).add(widget)
    if former is not None:
        former.close()


def _listen() -> str | None:
    """Give the id of the running cell, if a notebook runs us, and make sure we hear of the next one."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    kernel = getattr(shell, "kernel", None)
    if shell is None or kernel is None:
        return None
    if shell not in _listening:
        shell.events.register("pre_run_cell", _cell_runs)
        _listening.add(shell)
    cell = (kernel.get_parent("shell") or {}).get("metadata", {}).get("cellId")
    return cell if isinstance(cell, str) else None


def _cell_runs(info: Any) -> None:
    with _lock:
        former = list(_by_cell.pop(getattr(info, "cell_id", None) or "", ()))
    for widget in former:
        widget.close()


def now_open() -> list[Any]:
    """Give the widgets that are open."""
    with _lock:
        return list(_by_key.values())


def end() -> None:
    """Close every widget and listen to no shell any more."""
    for widget in now_open():
        widget.close()
    with _lock:
        _by_key.clear()
        _by_cell.clear()
        listening = list(_listening)
        _listening.clear()
    for shell in listening:
        if _cell_runs in shell.events.callbacks["pre_run_cell"]:
            shell.events.unregister("pre_run_cell", _cell_runs)
