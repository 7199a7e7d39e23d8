"""Notice when somebody else wrote the map's file: an editor beside the notebook, or another kernel."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)
_EVERY = 0.7  # seconds; one look at the file's date


class Follower:
    """A daemon thread that looks until it is closed."""

    def __init__(self, look: Callable[[], bool], changed: Callable[[], None]) -> None:
        self._ended = threading.Event()
        self._look, self._changed = look, changed
        threading.Thread(target=self._run, name="workbench-map", daemon=True).start()

    def _run(self) -> None:
        while not self._ended.wait(_EVERY):
            try:
                if self._look() and not self._ended.is_set():
                    self._changed()
            except Exception:
                # One look that failed must not end the following; the next one may find the file whole.
                _log.exception("the map's file could not be looked at")

    def close(self) -> None:
        """Stop looking."""
        self._ended.set()
