"""`RubricScoring`: score a profile against the anchors, as blind as everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from workbench.widgets._base import verb
from workbench.widgets._profiles import Desk, Reading, Unreadable
from workbench.widgets._seen_by_one import SeenByOne

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session

_STATE = (
    "version", "title", "requisition", "mode", "me", "phase", "rubric_version", "may", "clock", "criteria", "mine",
)  # fmt: skip
_PASSES = (
    "score", "attach", "detach", "explain", "recommend", "marks", "note", "undo", "submit", "start_over",
    "facilitator_scores",
)  # fmt: skip
_QUOTE = ("text", "page", "line", "start", "end", "by")
_MOST_QUOTES = 12


class RubricScoring(SeenByOne):
    """One person's score sheet.

    >>> RubricScoring(meeting)  # doctest: +SKIP
    RubricScoring(session='practice', actor='tobias')

    Every criterion stands with its anchors; a score rests on a quote or a reason; after the criteria comes a
    recommendation. What is written is sealed until the reveal, and a click counts as saved when the store has said so.

    Parameters
    ----------
    meeting : Session
        One person's handle.
    paged : bool
        One criterion at a time, for a page on which the profile lies beside the sheet.

    Attributes
    ----------
    value : dict
        This person's scores by (profile, criterion): 1-5, or None for "no evidence".
    frame : DataFrame
        The same with quotes and reasons, tidy.
    """

    title: ClassVar[str] = "Score against the anchors"
    passes: ClassVar[frozenset[str]] = frozenset(_PASSES)

    def __init__(self, meeting: Session, *, paged: bool = False) -> None:
        self._meeting = meeting
        self._paged = paged
        self._desk = Desk(meeting, self.refresh, start=False)
        super().__init__(session=meeting)
        self._desk.start()

    @property
    def value(self) -> dict[tuple[str, str], int | None]:
        """This person's scores by (profile, criterion)."""
        return {
            (sheet["profile"], cell["criterion"]): cell["value"]
            for sheet in reversed(self._sheets())
            for cell in sheet["cells"]
            if cell["scored"]
        }

    @property
    def frame(self) -> pd.DataFrame:
        """This person's scores with quotes and reasons, tidy."""
        import pandas as pd

        columns = ["round", "profile", "criterion", "value", "reason", "quotes", "at"]
        rows = [
            {
                **cell,
                "round": sheet["round"],
                "profile": sheet["profile"],
                "quotes": [q["text"] for q in cell["quotes"]],
            }
            for sheet in self._sheets()
            for cell in sheet["cells"]
            if cell["scored"]
        ]
        return pd.DataFrame(rows, columns=columns)

    def close(self) -> None:
        """Stop reading and leave the screen."""
        self._desk.close()
        super().close()

    def compute(self) -> dict[str, Any]:
        """Give this person's sheets, with what the program found for the profiles whose marks they asked for."""
        state = self._meeting.state_for()
        me, mine = state["me"]["id"], state["mine"]
        marked = mine["marks"] if mine else []
        people = [
            {**{name: one[name] for name in ("name", "role", "scores", "rounds")}, "me": one["id"] == me}
            for one in state["people"]
        ]
        return {
            **{name: state[name] for name in _STATE},
            "standing": self._meeting.standing(),
            "people": people,
            "paged": self._paged,
            "facilitator": next(one["name"] for one in state["people"] if one["facilitator"]),
            "rounds": [{name: one[name] for name in ("id", "kind", "title", "state")} for one in state["rounds"]],
            "found": {profile: self._found(profile) for profile in marked},
            "reading": [profile for profile in marked if self._desk.get(profile) is None],
            "cannot": {p: read.message for p, read in self._desk.ready().items() if isinstance(read, Unreadable)},
            "mended": self._mended(mine) if mine else {},
        }

    @verb
    def join(self, *, request: str, invitation: str) -> dict[str, Any]:
        """Join with the invitation that the facilitator made for this person."""
        self._meeting.join(invitation)
        return self._meeting.state_for()["saved"] or {}

    def _sheets(self) -> list[dict[str, Any]]:
        mine = self._meeting.state_for()["mine"]
        return list(mine["sheets"]) if mine else []

    def _found(self, profile: str) -> dict[str, list[dict[str, Any]]]:
        read = self._desk.get(profile)
        if not isinstance(read, Reading):
            return {}
        return {
            one.capability: [
                {**{name: getattr(quote, name) for name in _QUOTE}, "place": quote.employer or ""}
                for quote in one.quotes[:_MOST_QUOTES]
            ]
            for one in read.evidence.capabilities
            if one.quotes
        }

    def _mended(self, mine: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
        """For criteria scored under older anchors: what the anchors that changed said then, and say now."""
        since: dict[str, int] = {}
        for sheet in mine["sheets"]:
            for cell in sheet["cells"]:
                if sheet["open"] and cell["earlier"]:
                    version = cell["earlier"]["version"]
                    since[cell["criterion"]] = min(version, since.get(cell["criterion"], version))
        out: dict[str, list[dict[str, Any]]] = {}
        for criterion, version in since.items():
            said: dict[int, dict[str, Any]] = {}
            for change in self._meeting.meeting.changes:
                ours = (change.what, change.criterion, change.which) == ("anchor", criterion, "profile")
                if ours and change.level is not None and change.rubric_version > version:
                    before = said.get(change.level, {"before": change.before})["before"]
                    said[change.level] = {"level": change.level, "before": before, "now": change.text}
            out[criterion] = [said[level] for level in sorted(said)]
        return out
