"""Everything a meeting produced, as tidy frames for an analyst."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from workbench.calibration.frames import rater_label
from workbench.calibration.read_profiles import Reading, reading
from workbench.calibration.session import Session
from workbench.calibration.values import contradictions, decisions_frame

if TYPE_CHECKING:
    import pandas as pd

# frame -> what a row of it is
ROWS = {
    "map": "a capability of the map",
    "profiles": "a profile: how it is built and what was decided, never who it is",
    "evidence": "a profile and a capability: what the words show",
    "near": "a profile, a skill the map asks for, and one beside it that the profile shows",
    "scores": "a rater, a profile and a criterion: the score before the talk, its reason and quotes",
    "recommendations": "a rater and a profile: advance, hold or not now, with the reason",
    "cells": "a profile and a criterion: all scores, how far apart, what was agreed",
    "agreement": "a criterion and a statistic, with its interval and n",
    "agenda": "a difference, in the order in which it was talked about",
    "decisions": "a profile: what was decided, and why",
    "stands": "a decided profile and a criterion: where it stood then",
    "questions": "a decision that the map does not explain, as a question",
    "events": "an event of the log; what it says stays in the log",
}


@dataclass(frozen=True)
class Tables:
    """The frames of one meeting. `unit` is a profile and `criterion` a capability in all of them.

    >>> tables = meeting_tables(session)  # doctest: +SKIP
    >>> tables.scores.merge(tables.evidence, on=["unit", "criterion"])  # doctest: +SKIP
    """

    map: pd.DataFrame
    profiles: pd.DataFrame
    evidence: pd.DataFrame
    near: pd.DataFrame
    scores: pd.DataFrame
    recommendations: pd.DataFrame
    cells: pd.DataFrame
    agreement: pd.DataFrame
    agenda: pd.DataFrame
    decisions: pd.DataFrame
    stands: pd.DataFrame
    questions: pd.DataFrame
    events: pd.DataFrame

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        for one in fields(self):
            yield one.name, getattr(self, one.name)

    def to_frame(self) -> pd.DataFrame:
        """Give a row a frame: its name, how many rows it has, what a row is, its columns."""
        import pandas as pd

        rows = [(name, len(frame), ROWS[name], ", ".join(frame.columns)) for name, frame in self]
        return pd.DataFrame(rows, columns=["frame", "rows", "a row is", "columns"])


def meeting_tables(session: Session) -> Tables:
    """Give everything that a meeting produced, as tidy frames; profiles are read, which takes seconds.

    Raters are letters until the panel turned names on, in the log as well; profiles are ids and numbers.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    session.revealed()
    read = {profile: reading(session, profile) for profile in session.profiles}
    weighed = {profile: one for profile, one in read.items() if isinstance(one, Reading)}
    return Tables(
        map=_map(session),
        profiles=_profiles(session, read),
        evidence=_evidence(weighed),
        near=_near(session, weighed),
        scores=session.scores(),
        recommendations=session.recommendations(),
        cells=session.matrix(),
        agreement=session.agreement(),
        agenda=session.agenda(),
        decisions=session.decisions(),
        stands=decisions_frame([session]),
        questions=_questions(session),
        events=_events(session),
    )


def _map(session: Session) -> pd.DataFrame:
    from workbench.intake import CapabilityMap

    frame: pd.DataFrame = CapabilityMap.from_dict(session.map).to_frame()
    return frame.rename(columns={"id": "criterion"})


def _profiles(session: Session, read: dict[str, Any]) -> pd.DataFrame:
    import pandas as pd

    decided = session.revealed().settled.decisions
    rows = []
    for unit, profile in session.meeting.profiles.items():
        one = read[unit]
        document = one.document if isinstance(one, Reading) else None
        rows.append(
            {
                "unit": unit,
                "number": profile.number,
                "read": document is not None,
                "format": document.kind if document else None,
                "pages": len(document.pages) if document else None,
                "positions": len(one.resume.data.get("work") or ()) if document else None,
                "decision": decided[unit].decision if unit in decided and not decided[unit].reopened else None,
                "why_not_read": "" if document else one.message,
            }
        )
    columns = ["unit", "number", "read", "format", "pages", "positions", "decision", "why_not_read"]
    return pd.DataFrame(rows, columns=columns).sort_values("number", ignore_index=True)


def _evidence(weighed: dict[str, Reading]) -> pd.DataFrame:
    import pandas as pd

    parts = []
    for unit, one in weighed.items():
        part = one.evidence.to_frame().rename(columns={"capability": "criterion"})
        part.insert(0, "unit", unit)
        parts.append(part.astype({"months": "Int64", "last_year": "Int64"}))
    if parts:
        whole: pd.DataFrame = pd.concat(parts, ignore_index=True)
        return whole
    columns = ["unit", "criterion", "letter", "depth", "ownership", "positions", "months", "last_year", "scale"]
    return pd.DataFrame(columns=[*columns, "quotes"])


def _near(session: Session, weighed: dict[str, Reading]) -> pd.DataFrame:
    import pandas as pd

    named = {(c["id"], n["have"], n["for"]) for c in session.map["capabilities"] for n in c.get("neighbours", ())}
    rows = [
        (
            unit, item.capability, item.letter, near.have, near.have_name, near.want, near.want_name, *near.ramp_weeks,
            (item.capability, near.have, near.want) in named, near.why,
        )
        for unit, one in weighed.items()
        for item in one.evidence.capabilities
        for near in item.near
    ]  # fmt: skip
    columns = [
        "unit", "criterion", "letter", "have", "have_name", "want", "want_name", "low_weeks", "high_weeks", "on_map",
        "why",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _questions(session: Session) -> pd.DataFrame:
    import pandas as pd

    rows = [(one.profile, one.what, ", ".join(one.letters), one.question) for one in contradictions(session)]
    return pd.DataFrame(rows, columns=["unit", "what", "letters", "question"])


def _events(session: Session) -> pd.DataFrame:
    import pandas as pd

    meeting = session.meeting
    rows = [
        (one.seq, one.at, rater_label(meeting, one.actor), one.kind, one.hash)
        for one in session.store.events(session.session)
    ]
    return pd.DataFrame(rows, columns=["event", "at", "actor", "kind", "hash"])
