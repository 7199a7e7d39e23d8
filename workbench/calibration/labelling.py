"""What was put right in a meeting's profiles, as labelled data for whoever improves the reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench import resume
from workbench.calibration.session import Session
from workbench.errors import NotAllowed, Refused
from workbench.resume.corrections import Correction, labels


def labelled_profiles(session: Session) -> Iterator[dict[str, Any]]:
    """Give each corrected profile as JSON Resume that is right, with what had been read and on which lines.

    >>> list(labelled_profiles(open_meeting()))  # doctest: +SKIP

    A profile whose file is gone or erased is left out: there is nothing to label any more.

    Raises
    ------
    NotAllowed
        For anyone but the facilitator: labels hold names and all that raters do not see.
    """
    if not session.is_facilitator:
        raise NotAllowed("Only the facilitator can take out what was put right; it holds names.")
    for profile, given in session.corrections().items():
        path = session.profile_file(profile)
        if path is None:
            continue
        try:
            read = resume.read(path)
        except Refused:
            continue
        yield labels(read, [Correction.from_payload(one) for one in given])
