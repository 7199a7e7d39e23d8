"""The meeting's profiles as its people may see them: read once a kernel, redacted, weighed against the map.

Reading takes a while and more than one widget wants it, so it happens in a thread and is kept by file and map.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from workbench.errors import Refused

if TYPE_CHECKING:
    from workbench.evidence import Evidence
    from workbench.resume import Document, Resume
    from workbench.resume.redact import Redacted


class Meeting(Protocol):
    """What is needed of a session's handle."""

    map: dict[str, Any]

    def corrections(self) -> Mapping[str, Sequence[dict[str, Any]]]: ...
    def order(self) -> list[str]: ...
    def profile_file(self, profile: str) -> Path | None: ...


@dataclass(frozen=True)
class Reading:
    """One profile: as it is, as it is redacted, and what its words show of the map.

    Quotes of `evidence` point into the redacted lines, so that they never hold a name, a school or a year.
    """

    resume: Resume
    redacted: Redacted
    evidence: Evidence

    @property
    def document(self) -> Document:
        """The redacted pages and lines."""
        return self.redacted.resume.document


@dataclass(frozen=True)
class Unreadable:
    """A profile that could not be read, with the reason in a word and in a sentence; the meeting goes on."""

    reason: str
    message: str


_log = logging.getLogger(__name__)
_STUMBLED = Unreadable("damaged", "Something in the program went wrong with this file. The others are not touched.")
_GONE = Unreadable("erased", "This profile was erased at the person's wish.")
_kept: dict[tuple[str, float, int], tuple[Resume, Redacted] | Unreadable] = {}
_weighed: dict[tuple[tuple[str, float, int], str, str], Reading] = {}
_one_at_a_time = threading.Lock()


def reading(meeting: Meeting, profile: str) -> Reading | Unreadable:
    """Give one profile of a meeting; the first call reads it, which can take seconds."""
    from workbench.evidence import weigh
    from workbench.intake import CapabilityMap

    path = meeting.profile_file(profile)
    if path is None:
        return _GONE
    try:
        stat = path.stat()
    except OSError:
        return Unreadable(
            "not_a_file", "The file is not where the meeting expects it. Put it back and open this again."
        )
    key = (str(path.resolve()), stat.st_mtime, stat.st_size)
    with _one_at_a_time:
        if key not in _kept:
            _kept[key] = _read(path)
        kept = _kept[key]
        if isinstance(kept, Unreadable):
            return kept
        given = meeting.corrections().get(profile, ())
        both = (key, repr(meeting.map), repr(given))
        if both not in _weighed:
            resume, redacted = _put_right(kept, given)
            # a redacted line says "3 years"; history is counted from the dates as they were read
            _weighed[both] = Reading(resume, redacted, weigh(redacted.dated(), CapabilityMap.from_dict(meeting.map)))
        return _weighed[both]


def _put_right(kept: tuple[Resume, Redacted], given: Sequence[dict[str, Any]]) -> tuple[Resume, Redacted]:
    """Apply what people corrected to what was read; a new reading of the file gets the same corrections."""
    from workbench.resume.corrections import Correction, apply
    from workbench.resume.redact import redact

    if not given:
        return kept
    corrected = apply(kept[0], [Correction.from_payload(one) for one in given]).resume
    return corrected, redact(corrected)


def _read(path: Path) -> tuple[Resume, Redacted] | Unreadable:
    from workbench import resume
    from workbench.resume.redact import redact

    try:
        read = resume.read(path)
    except Refused as refused:
        return Unreadable(refused.reason, refused.message)
    return read, redact(read)


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
