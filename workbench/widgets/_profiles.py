"""The meeting's profiles for a screen: read in a thread, told as each is ready."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping

from workbench.calibration.read_profiles import Meeting, Reading, Unreadable, reading

__all__ = ["Desk", "Reading", "Unreadable", "reading"]

_log = logging.getLogger(__name__)
_STUMBLED = Unreadable("damaged", "Something in the program went wrong with this file. The others are not touched.")


class Desk:
    """Reads all profiles of a meeting in a thread, in this person's order, and says when one is ready.

    >>> desk = Desk(session, changed=widget.refresh)  # doctest: +SKIP
    >>> desk.get("p1")  # doctest: +SKIP
    """

    def __init__(self, meeting: Meeting, changed: Callable[[], None], *, start: bool = True) -> None:
        self._meeting, self._changed = meeting, changed
        self._ready: dict[str, Reading | Unreadable] = {}
        self._seen = self._look()
        self._closed = threading.Event()
        self.of = len(meeting.order())
        if start:
            self.start()

    def start(self) -> None:
        """Begin to read; a widget that is not whole yet begins when it is."""
        threading.Thread(target=self._run, name="workbench-profiles", daemon=True).start()

    def _run(self) -> None:
        for profile in self._meeting.order():
            if self._closed.is_set():
                return
            self._ready[profile] = self._read(profile)
            if not self._closed.is_set():
                self._tell(profile)

    def _read(self, profile: str) -> Reading | Unreadable:
        try:
            return reading(self._meeting, profile)
        except Exception:  # one file must not keep the others from being read
            _log.exception("profile %s could not be read", profile)
            return _STUMBLED

    def _tell(self, profile: str) -> None:
        try:
            self._changed()
        except Exception:  # nor may a screen or a store that is away for a moment
            _log.exception("profile %s was read and could not be shown", profile)

    def get(self, profile: str) -> Reading | Unreadable | None:
        """Give a profile, or None while it is being read; a changed map or a corrected field is weighed again."""
        now = self._look()
        if self._seen != now:
            self._seen = now
            self.start()
        return self._ready.get(profile)

    def _look(self) -> str:
        return repr((self._meeting.map, self._meeting.corrections()))

    @property
    def done(self) -> int:
        """How many of `of` are ready."""
        return len(self._ready)

    def ready(self) -> Mapping[str, Reading | Unreadable]:
        """Give what is ready, by profile."""
        return dict(self._ready)

    def close(self) -> None:
        """Stop reading; what is being read is finished and kept."""
        self._closed.set()
