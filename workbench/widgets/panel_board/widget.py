"""`PanelBoard`: counts before the reveal, differences after it, decisions and the record at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets.score_sheets import sheet_name, write_score_sheets

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session

_STATE = (
    "version", "session", "title", "requisition", "mode", "me", "phase", "names_on", "rubric_version", "may", "clock",
    "criteria", "profiles", "rounds", "people", "reveal", "board", "findings",
)  # fmt: skip


class PanelBoard(MeetingWidget):
    """The panel's board, for the facilitator and, after the reveal, for everybody.

    >>> PanelBoard(meeting)  # doctest: +SKIP
    PanelBoard(session='practice', actor='elin')

    Before the reveal it holds counts only. After it: profile by profile, split recommendations first, the words and
    reasons behind each difference, what was agreed, and one decision a profile, which the people make.

    Parameters
    ----------
    meeting : Session
        One person's handle.

    Attributes
    ----------
    value : dict
        The decisions so far, by profile.
    frame : DataFrame
        All revealed scores, tidy; counts by person before the reveal.
    """

    title: ClassVar[str] = "Panel board"
    passes: ClassVar[frozenset[str]] = frozenset(
        {
            *("reveal", "clock", "names", "facilitator_scores", "open_profile", "discussed", "agree", "differ"),
            *("decide", "change_anchor", "undo"),
        }
    )

    def __init__(self, meeting: Session) -> None:
        self._meeting = meeting
        self._statistics: tuple[Any, Mapping[str, Any] | None] = (None, None)
        super().__init__(session=meeting)

    @property
    def value(self) -> dict[str, Any]:
        """The decisions so far, by profile."""
        board = self._meeting.state_for()["board"]
        return dict(board["decisions"]) if board else {}

    @property
    def frame(self) -> pd.DataFrame:
        """All revealed scores, tidy; before the reveal the counts by person."""
        revealed = self._meeting.state_for()["board"] is not None
        table: pd.DataFrame = self._meeting.scores() if revealed else self._meeting.progress()
        return table

    def compute(self) -> dict[str, Any]:
        """Give the session's state without this person's own sheets, with statistics once something can be counted."""
        state = self._meeting.state_for()
        kept = {name: state[name] for name in _STATE}
        meeting = self._meeting.meeting
        exports = [{"at": one["at"], "event": one["event"], "log": one["log"]} for one in meeting.exports]
        sheets = [
            {"name": one["name"], "file": sheet_name(one["id"]), "there": Path(sheet_name(one["id"])).exists()}
            for one in state["people"]
            if one["scores"]
        ]
        return {**kept, "statistics": self._agreement(state), "exports": exports, "sheets": sheets}

    def _agreement(self, state: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Alpha by criterion and overall, computed again only when a round is revealed or a key comes late."""
        if state["board"] is None:
            return None
        stamp = [(one["id"], one["state"], one["opened"]) for one in state["rounds"]]
        if self._statistics[0] != stamp:
            self._statistics = (stamp, _statistics(self._meeting.scores(), state["criteria"]))
        return self._statistics[1]

    @verb
    def write_record(self, *, request: str) -> Any:
        """Write the record into `records/` beside the notebook."""
        from workbench.calibration import write_record

        return write_record(self._meeting, Path("records"), request=request)

    @verb
    def write_sheets(self, *, request: str) -> dict[str, Any]:
        """Write a score sheet for each rater beside the notebook."""
        return {"files": [path.name for path in write_score_sheets(self._meeting)]}


def _statistics(scores: pd.DataFrame, criteria: list[dict[str, Any]]) -> dict[str, Any] | None:
    from workbench.calibration import agreement
    from workbench.calibration._agreement import overall_alpha

    frame = scores[scores["current"]] if "current" in scores.columns else scores
    frame = frame[["rater", "unit", "criterion", "score"]]
    if frame["score"].notna().sum() == 0:
        return None
    table = agreement(frame, statistics=("krippendorff_alpha",))
    rows = table[table["variant"] == "ordinal"].set_index("criterion")
    out = []
    for one in criteria:
        if one["id"] in rows.index:
            row = rows.loc[one["id"]]
            numbers = {name: _number(row[name]) for name in ("value", "low", "high")}
            out.append(
                {"letter": one["letter"], "name": one["name"], "n": int(row["n_units"]), "why": row["why"], **numbers}
            )
    overall = asdict(overall_alpha(frame))
    return {"rows": out, "overall": overall, "criteria": len(out)}


def _number(value: Any) -> float | None:
    return None if value != value else float(value)
