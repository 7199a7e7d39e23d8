"""The meeting's profiles as its people may see them: read once a process, redacted, weighed against the map.

Reading takes a while and more than one caller wants it, so what was read is kept by file and map.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
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

    @property
    def map(self) -> dict[str, Any]: ...
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
