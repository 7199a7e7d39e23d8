"""What a team says it values, in the map, and what its decisions show that it values.

Two readings. From the first meeting on: decisions that contradict the map, each as a question to the team. Over many
meetings: weights of importance classes and kinds of capability, inferred from the decisions (`revealed_weights`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.calibration.contradicting import Contradiction, contradicting, standing
from workbench.calibration.session import Session

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("requisition", "profile", "decision", "criterion", "importance", "kind", "score")


def contradictions(session: Session) -> list[Contradiction]:
    """List the decisions that contradict the map: advanced below a must, "not now" with every must shown.

    A must stands at the score the panel agreed on, else at the median of the first scores; most people seeing no
    evidence is no evidence. From 3 on it is shown. A decision that was reopened does not count. Either may be right:
    the list asks the team whether the map says what it means.

    Raises
    ------
    Sealed
        Before the first reveal.
    """
    revealed = session.revealed()
    return contradicting(session.meeting, revealed.scores, revealed.settled)


def decisions_frame(sessions: Sequence[Session]) -> pd.DataFrame:
    """Give every standing decision of many meetings, a row a criterion, for `revealed_weights`.

    Returns
    -------
    DataFrame
        Columns `requisition, profile, decision, criterion, importance, kind, score`; score is where the criterion
        stood (see `contradictions`), empty for no evidence. Nothing of employers, schools or names is in it.
    """
    import pandas as pd

    rows = []
    for session in sessions:
        meeting, revealed = session.meeting, session.revealed()
        settled = revealed.settled
        stands = standing(revealed.scores, settled)
        criteria = {c.id: c for c in meeting.rubric.criteria}
        for (profile, criterion), score in stands.items():
            decided = settled.decisions.get(profile)
            if decided is not None and not decided.reopened and criterion in criteria:
                row = criteria[criterion]
                where = f"{meeting.session}/{profile}"
                rows.append((meeting.requisition, where, decided.decision, criterion, row.importance, row.kind, score))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"score": float})
