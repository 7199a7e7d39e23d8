"""Many meetings beside each other, for an analyst."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.calibration._agreement import agreement
from workbench.calibration.opening import sample_panel_session, store_at
from workbench.calibration.sample_decided import sample_decided_session
from workbench.calibration.session import Session
from workbench.store import Store

if TYPE_CHECKING:
    import pandas as pd

# one variant a statistic, that which fits ordered scores of raters who could have been others
SHOWN = {
    "percent_agreement": "",
    "krippendorff_alpha": "ordinal",
    "gwet_ac2": "ordinal",
    "icc": "2,1",
    "kendall_w": "",
}


def revealed_sessions(store: Store | Path | str | None = None) -> list[Session]:
    """Give the facilitator's handles on all meetings of a store that have revealed something, by when they began.

    Where there is none yet, the two sample meetings stand in; they are practice and share six of their profiles.

    Parameters
    ----------
    store
        A store or its place; left out, the one of `open_meeting`.
    """
    opened = store_at(store)
    handles = (Session(opened, session, opened.events(session)[0].actor) for session in opened.sessions())
    found = [handle for handle in handles if handle.meeting.revealed_rounds]
    return found or [sample_panel_session(), sample_decided_session()]


def agreement_across(sessions: Sequence[Session], *, level: float = 0.95) -> pd.DataFrame:
    """Every meeting's agreement of the first scores, criterion by criterion: what a forest plot shows.

    Returns
    -------
    DataFrame
        A row a meeting, criterion and statistic: `meeting, requisition, letter, criterion, statistic, value, low, high,
        n_units, n_raters, why`. Statistics in the variant of `SHOWN`; values are NaN where they are undefined.

    Raises
    ------
    Sealed
        For a meeting before its first reveal.
    """
    import pandas as pd

    parts = []
    for session in sessions:
        frame = session.scores()
        first = frame.loc[frame["current"], ["rater", "unit", "criterion", "score"]]
        table = agreement(first, statistics=tuple(SHOWN), level=level)
        kept = table[table["variant"] == table["statistic"].map(SHOWN)].copy()
        kept.insert(0, "letter", [session.meeting.letter(criterion) for criterion in kept["criterion"]])
        kept.insert(0, "requisition", session.meeting.requisition)
        kept.insert(0, "meeting", session.session)
        parts.append(kept.drop(columns="variant"))
    columns = ["meeting", "requisition", "letter", "criterion", "statistic", "value", "low", "high", "n_units"]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[*columns, "n_raters", "why"])
