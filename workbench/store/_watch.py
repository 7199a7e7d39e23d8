"""Noticing what others have written."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError

from workbench.errors import StoreError
from workbench.store._database import Database

_log = logging.getLogger(__name__)

READY_SECONDS = 5.0
AGAIN_SECONDS = 0.5


class Watcher:
    """A daemon thread that calls back after others' commits. It stops on `close`, and never without a word.

    What the callback raises, and what the database refuses, is logged, handed to `on_error`, and the thread goes on.
    """

    def __init__(
        self,
        database: Database,
        callback: Callable[[], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        self._database = database
        self._callback = callback
        self._on_error = on_error
        self._closing = threading.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="workbench-watch", daemon=True)
        self._thread.start()
        self._ready.wait(READY_SECONDS)  # a commit after `watch` returned is always noticed

    @property
    def alive(self) -> bool:
        """Whether the thread still watches."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Stop watching; no callback begins after this returns (unless it is the callback that calls it)."""
        self._closing.set()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._watch()
            except (DBAPIError, OSError) as problem:
                self._say(StoreError(f"{self._database.name} cannot be watched just now: {problem}"))
                self._closing.wait(AGAIN_SECONDS)

    def _watch(self) -> None:
        with self._database.listening() as heard:
            lost = self._ready.is_set()  # watching again after a failure: something may have happened in between
            self._ready.set()
            while not self._closing.is_set():
                if (lost or heard(self._closing.wait)) and not self._closing.is_set():
                    lost = False
                    self._call()

    def _call(self) -> None:
        try:
            self._callback()
        except Exception as problem:
            self._say(problem)

    def _say(self, problem: Exception) -> None:
        _log.error("watching %s: %s", self._database.name, problem, exc_info=problem)
        if self._on_error is not None:
            try:
                self._on_error(problem)
            except Exception:
                _log.exception("the answer to that problem failed too")
