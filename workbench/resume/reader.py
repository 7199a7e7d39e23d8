"""The parent's side: one worker process at hand, killed when it is late and started again when it is gone."""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import Refused
from workbench.resume import protocol
from workbench.resume.document import Box
from workbench.resume.files import kind_of, take
from workbench.resume.profile import Resume

DEADLINE = 8.0
_START = 20.0
_MEMORY = 1 << 30
_WORKER = Path(__file__).with_name("_worker.py")


class Reader:
    """Reads documents in a worker process; safe to use from several threads, one document at a time.

    >>> with Reader() as reader:  # doctest: +SKIP
    ...     reader.read("ada.pdf").name
    'Ada Lovelace'
    """

    def __init__(self, *, deadline: float = DEADLINE) -> None:
        self.deadline = deadline
        self.spawned = 0
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        process = self._process
        return f"Reader(worker={process.pid if process else None})"

    def read(self, path: str | os.PathLike[str]) -> Resume:
        """Read one document.

        Raises
        ------
        Refused
            With one of the seven reasons, within ten seconds.
        """
        place = Path(path)
        data = take(place)
        kind = kind_of(data, place.name)
        digest = cache(lambda: hashlib.blake2b(data, digest_size=16).hexdigest())
        profile = self._profile(data, place.name, kind, digest)
        profile["data"]["meta"]["workbench"]["digest"] = digest()
        return Resume.from_dict(profile, path=place)

    def _profile(self, data: bytes, name: str, kind: str, meanwhile: Callable[[], object]) -> dict[str, Any]:
        deadline = time.monotonic() + self.deadline
        message = {"do": "read", "file": name, "kind": kind}
        answer = self._ask(message, data, name, deadline, last=kind != "pdf", meanwhile=meanwhile)
        if answer is None:
            # pdfium ends its process on some files; the other engine is written in Python and does not
            answer = self._ask({**message, "engine": "pdfplumber"}, data, name, deadline, last=True)
        if answer is None or not answer[0]["ok"]:
            raise _refusal(answer, name)
        profile: dict[str, Any] = answer[0]["profile"]
        return profile

    def render(
        self, path: str | os.PathLike[str], page: int, *, scale: float = 2.0, blackout: Sequence[Box] = ()
    ) -> bytes:
        """Give a page's picture as PNG; what `blackout` covers is painted over inside the worker.

        Raises
        ------
        Refused
            When the file cannot be read or has no such page.
        """
        place = Path(path)
        data = take(place)
        message = {
            "do": "render",
            "kind": kind_of(data, place.name),
            "page": page,
            "scale": scale,
            "blackout": [list(box) for box in blackout],
        }
        answer = self._ask(message, data, place.name, time.monotonic() + self.deadline, last=True)
        if answer is None or not answer[0]["ok"]:
            raise _refusal(answer, place.name)
        return answer[1]

    def _ask(
        self,
        message: dict[str, Any],
        data: bytes,
        name: str,
        deadline: float,
        *,
        last: bool,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> tuple[dict[str, Any], bytes] | None:
        """Send a message and wait for the answer; None when the worker died and another try is left.

        `meanwhile` is done once the message is on its way; the worker is busy then and this process is not.
        """
        if self._owner != os.getpid():  # after a fork worker and lock are the parent's, not ours
            self._lock, self._process, self._owner = threading.Lock(), None, os.getpid()
        with self._lock:
            process = self._running()
            assert process.stdin is not None
            try:
                protocol.send(process.stdin.fileno(), protocol.pack(message, data), deadline)
                meanwhile()
                answer = self._answer(process, deadline)
            except protocol.TooLate as late:
                self._kill()
                raise Refused("too_slow", name, f"It took longer than {self.deadline:.0f} seconds.") from late
            except (protocol.Closed, ValueError) as gone:
                self._kill()
                if last:
                    raise Refused("damaged", name, "Reading it ended the process that read it.") from gone
                return None
            except BaseException:
                self._kill()  # interrupted between question and answer: the next answer would be the wrong one
                raise
            if answer[0].get("leaving"):
                self._kill()
            return answer

    def _answer(self, process: subprocess.Popen[bytes], deadline: float) -> tuple[dict[str, Any], bytes]:
        assert process.stdout is not None
        if sys.platform != "darwin":
            return protocol.receive(process.stdout.fileno(), deadline)
        watch = threading.Event()
        thread = threading.Thread(target=_watch_memory, args=(process, watch), daemon=True)
        thread.start()
        try:
            return protocol.receive(process.stdout.fileno(), deadline)
        finally:
            watch.set()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._kill()
        environment = {
            key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR") if key in os.environ
        }
        process = subprocess.Popen(
            [sys.executable, "-I", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environment, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            close_fds=True,
            start_new_session=True,  # Ctrl+C in a notebook interrupts the cell, not the worker
            bufsize=0,
        )
        self._process = process
        self.spawned += 1
        assert process.stdin is not None
        assert process.stdout is not None
        os.set_blocking(process.stdin.fileno(), False)
        _widen(process.stdin.fileno(), process.stdout.fileno())
        try:
            protocol.receive(process.stdout.fileno(), time.monotonic() + _START)
        except (protocol.Closed, protocol.TooLate) as problem:
            self._kill()
            raise RuntimeError("the process that reads documents did not start") from problem
        return process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def close(self) -> None:
        """End the worker; the next document starts another."""
        with self._lock:
            self._kill()


def _widen(*pipes: int) -> None:
    """Let a whole document into a pipe at once, where the system can: each refill is a change of process."""
    if sys.platform == "linux":
        import fcntl

        for pipe in pipes:
            with contextlib.suppress(OSError):  # a user's share of pipe memory may be used up
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)


def _refusal(answer: tuple[dict[str, Any], bytes] | None, name: str) -> Refused:
    if answer is None:
        return Refused("damaged", name, "Reading it ended the process that read it.")
    return Refused(answer[0]["reason"], name, answer[0]["message"])


def _watch_memory(process: subprocess.Popen[bytes], done: threading.Event) -> None:
    """Where the system does not limit a process's memory: end it when it grows past the limit."""
    import psutil

    while not done.wait(0.1):
        try:
            if psutil.Process(process.pid).memory_info().rss > _MEMORY:
                process.kill()
                return
        except psutil.NoSuchProcess:
            return


_default: Reader | None = None
_default_lock = threading.Lock()


def default_reader() -> Reader:
    """Give the process's own reader, started on first use and ended at exit."""
    global _default
    with _default_lock:
        if _default is None:
            _default = Reader()
            atexit.register(_default.close)
        return _default


def _after_fork() -> None:
    """A lock held at the moment of a fork would stay held for ever in the child."""
    global _default, _default_lock
    _default, _default_lock = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def read(path: str | os.PathLike[str], *, reader: Reader | None = None) -> Resume:
    """Read a profile: PDF, DOCX, ODT, RTF, HTML, Markdown, plain text or JSON Resume.

    >>> read("ada.pdf").data["basics"]["name"]  # doctest: +SKIP
    'Ada Lovelace'

    Parameters
    ----------
    path
        The file; links out of its folder are not followed.
    reader
        A reader of your own, for another deadline; the process's own otherwise.

    Raises
    ------
    Refused
        `password`, `damaged`, `no_text_layer`, `too_large`, `too_slow`, `unsupported` or `not_a_file`.
    """
    return (reader or default_reader()).read(path)


def render(
    path: str | os.PathLike[str],
    page: int,
    *,
    scale: float = 2.0,
    blackout: Sequence[Box] = (),
    reader: Reader | None = None,
) -> bytes:
    """Give a page's picture as PNG, `page` from 1, `scale` in pixels a point; `blackout` boxes are painted over.

    Raises
    ------
    Refused
        When the file cannot be read or has no such page.
    """
    return (reader or default_reader()).render(path, page, scale=scale, blackout=blackout)
