"""What the worker gives up before it sees a document: memory, network, files, other processes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import sys
import threading
from pathlib import Path
from typing import Any

MEMORY = 1 << 30
_NEW_NETWORK, _NEW_USER, _NO_NEW_PRIVILEGES = 0x40000000, 0x10000000, 38
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.startfile",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.kill",
    "shutil.",
    "urllib.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
)

_FREQUENT = frozenset({"builtins.id", "ctypes.addressof", "object.__getattr__"})  # thousands a document, no harm


def lock_down() -> None:
    """Apply every limit this system has; what one system lacks, the reader's watch over memory replaces."""
    with contextlib.suppress(ImportError):
        import resource

        for limit, value in (("RLIMIT_AS", MEMORY), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0)):
            # macOS refuses to lower the address space; the reader watches the size there
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(getattr(resource, limit), (value, value))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _die_with(0)
    sys.addaudithook(_hook(_readable()))


def _readable() -> tuple[str, ...]:
    """Where the program's own modules and the system's fonts lie."""
    package = Path(__file__).resolve().parent.parent
    places = {
        sys.prefix,
        sys.base_prefix,
        str(package),
        *(p for p in sys.path if p),
        "/usr/lib",
        "/usr/share",
        "/etc/localtime",
    }
    return tuple(sorted(os.path.realpath(place) for place in places))


def _hook(readable: tuple[str, ...]) -> Any:
    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FREQUENT:
            return
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(mode, str) and any(letter in mode for letter in "wax+")
            writes = writes or bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if isinstance(path, int):
                return
            place = os.path.realpath(os.fsdecode(path))
            if writes or not place.startswith(readable):
                raise PermissionError(f"open {place}")

    return refuse


def _die_with(descriptor: int) -> None:
    """End at once when the reader is gone, even in the middle of a document."""

    def watch() -> None:
        poll = select.poll()
        poll.register(descriptor, 0)
        while True:
            if any(what & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, what in poll.poll()):
                os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
