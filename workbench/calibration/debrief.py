"""The interview loop and its debrief, with the machinery of a calibration: one job a conversation, scored blind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.calibration.clock import DEBRIEF_MINUTES
from workbench.calibration.keys import check_name
from workbench.calibration.rubric import Rubric
from workbench.errors import NotAllowed
from workbench.intake.capability_map import CapabilityMap

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration.session import Session
    from workbench.store import Store


def coverage(capability_map: CapabilityMap) -> pd.DataFrame:
    """Say which conversation tests which capability, and what is tested twice or never.

    Returns
    -------
    DataFrame
        A row a capability: `letter, name, importance`, a column a conversation by its id ("tests", "touches" or ""),
        `tested` (how many test it) and `told` ("once", "twice", "never", …).

    Examples
    --------
    >>> from workbench import intake
    >>> table = coverage(intake.load("backend"))
    >>> table["told"].isin(["once", "never", "twice"]).all()
    np.True_
    """
    import pandas as pd

    rows = []
    for capability in capability_map.capabilities:
        how = {test.round: test.how for test in capability.rounds}
        tested = sum(word == "tests" for word in how.values())
        told = {0: "never", 1: "once", 2: "twice"}.get(tested, f"{tested} times")
        about = {"letter": capability.letter, "name": capability.name, "importance": capability.importance}
        rows.append({**about, **{r.id: how.get(r.id, "") for r in capability_map.loop}, "tested": tested, "told": told})
    columns = ["letter", "name", "importance", *(r.id for r in capability_map.loop), "tested", "told"]
    return pd.DataFrame(rows, columns=columns)


def interview_rubric(capability_map: CapabilityMap) -> Rubric:
    """Make the rubric that interviews are scored on: every capability, by its interview anchors."""
    rubric = Rubric.from_map(capability_map)
    return replace(rubric, criteria=tuple(replace(c, profile=c.interview) for c in rubric.criteria))


def loop_of(capability_map: CapabilityMap, interviewers: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """Give the conversations of a map with who holds each, for `Session.create(loop=…)`.

    Parameters
    ----------
    interviewers
        Ids of people by the id of the conversation; one that nobody holds is left out.

    Raises
    ------
    NotAllowed
        For a conversation that the map does not have, or one that tests nothing.
    """
    known = {r.id: r for r in capability_map.loop}
    odd = [id for id in interviewers if id not in known]
    if odd:
        raise NotAllowed(f"There is no conversation “{odd[0]}” in this map’s loop: {', '.join(known)}.")
    found = []
    for id, people in interviewers.items():
        tests = [c.id for c in capability_map.capabilities if any(t.round == id and t.how == "tests" for t in c.rounds)]
        if not tests:
            raise NotAllowed(f"“{known[id].title}” tests nothing on this map, so there is no scorecard for it.")
        about = {"id": id, "title": known[id].title, "job": known[id].job}
        found.append({**about, "criteria": tests, "raters": list(people)})
    return found


def open_debrief(
    store: Store,
    capability_map: CapabilityMap,
    *,
    candidates: Sequence[Mapping[str, Any]],
    panel: Sequence[Mapping[str, Any]],
    interviewers: Mapping[str, Sequence[str]],
    facilitator: str,
    live: bool = True,
    session: str | None = None,
    keys: Path | str | None = None,
) -> Session:
    """Begin the loop of one or more candidates: each interviewer gets the scorecard of their own conversation.

    Scorecards are sealed like scores of profiles and revealed together; the debrief then goes by what settling a
    difference is worth, with quotes before names, and ends in a decision and a record.

    Parameters
    ----------
    candidates
        `{"id", "number", "file"}`, as profiles of a session.
    interviewers
        Who holds which conversation of the map's loop.
    """
    from workbench.calibration.session import Session

    return Session.create(
        store,
        title=capability_map.title,
        requisition=capability_map.requisition,
        mode="live" if live else "practice",
        capability_map=capability_map,
        rubric=interview_rubric(capability_map),
        panel=panel,
        profiles=candidates,
        facilitator=facilitator,
        clock=DEBRIEF_MINUTES * len(candidates),
        pilot="",
        loop=loop_of(capability_map, interviewers),
        session=session,
        keys=keys,
    )


def checked_loop(loop: Sequence[Mapping[str, Any]], raters: Sequence[str], rubric: Rubric) -> list[dict[str, Any]]:
    """Give the loop as plain JSON.

    Raises
    ------
    NotAllowed
        When somebody who does not score holds a conversation, or one asks for what is not on the rubric.
    """
    criteria = {c.id for c in rubric.criteria if c.scored_from_profile}
    for one in loop:
        check_name(one["id"], "conversation")
        strangers = [person for person in one["raters"] if person not in raters]
        if strangers or not one["raters"]:
            raise NotAllowed(f"“{one['title']}” needs interviewers who score; {', '.join(strangers) or 'nobody'} does.")
        if not set(one["criteria"]) <= criteria or not one["criteria"]:
            raise NotAllowed(f"“{one['title']}” has to ask for criteria of the rubric, and for one at least.")
    names = ("id", "title", "job", "criteria", "raters")
    return [{n: list(one[n]) if n in ("criteria", "raters") else str(one[n]) for n in names} for one in loop]


def scorecards(session: Session) -> pd.DataFrame:
    """Give what each conversation brought: a row a conversation, candidate, criterion and interviewer.

    Columns `round, title, job, unit, letter, criterion, rater, score, quotes, reason`; quotes stand there as text:
    a debrief opens with the evidence.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    import pandas as pd

    meeting = session.meeting
    rows = []
    for score in session.revealed().scores:
        held = meeting.rounds[score.round]
        person = meeting.people[score.rater]
        rater = person.name if meeting.names_on else person.letter
        quotes = " / ".join(quote["text"] for quote in score.quotes)
        about = (score.round, held.title, held.why, score.profile, meeting.letter(score.criterion), score.criterion)
        rows.append((*about, rater, score.value, quotes, score.reason))
    names = ["round", "title", "job", "unit", "letter", "criterion", "rater", "score", "quotes", "reason"]
    return pd.DataFrame(rows, columns=names)


def for_the_close(session: Session) -> pd.DataFrame:
    """Lay out what was written down on the way: a row a note, `unit, about, text, at`, motivations first.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    import pandas as pd

    from workbench.calibration.meeting import NOTES

    session.revealed()
    notes = sorted(session.meeting.notes, key=lambda note: (note["profile"], NOTES.index(note["about"]), note["event"]))
    rows = [(note["profile"], note["about"], note["text"], note["at"]) for note in notes]
    return pd.DataFrame(rows, columns=["unit", "about", "text", "at"])
