"""`RubricScoring`: score a profile against the anchors, as blind as everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from workbench.widgets._base import MeetingWidget, verb
from workbench.widgets._profiles import Desk, Reading, Unreadable

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session

_STATE = (
    "version", "title", "requisition", "mode", "me", "phase", "rubric_version", "may", "clock", "criteria", "mine",
    "people",
)  # fmt: skip

_QUOTE = ("text", "page", "line", "start", "end", "by")


class RubricScoring(MeetingWidget):
    """One person's score sheet.

    >>> RubricScoring(meeting)  # doctest: +SKIP
    RubricScoring(session='practice', actor='tobias')

    Every criterion stands with its anchors; a score rests on a quote or a reason; after the criteria comes a
    recommendation. What is written is sealed until the reveal, and a click counts as saved when the store has said so.

    Parameters
    ----------
    meeting : Session
        One person's handle.

    Attributes
    ----------
    value : dict
        This person's scores by (profile, criterion): 1-5, or None for "no evidence".
    frame : DataFrame
        The same with quotes and reasons, tidy.
    """

    title: ClassVar[str] = "Score against the anchors"
    passes: ClassVar[frozenset[str]] = frozenset(
        {
            *("score", "attach", "detach", "explain", "recommend", "undo", "submit", "start_over"),
            *("clock", "facilitator_scores"),
        }
    )

    def __init__(self, meeting: Session) -> None:
        self._meeting = meeting
        self._desk = Desk(meeting, self._read_on)
        super().__init__(session=meeting)

    @property
    def value(self) -> dict[tuple[str, str], int | None]:
        """This person's scores by (profile, criterion)."""
        mine = self._meeting.state_for()["mine"] or {"sheets": []}
        return {
            (sheet["profile"], cell["criterion"]): cell["value"]
            for sheet in reversed(mine["sheets"])
            for cell in sheet["cells"]
            if cell["scored"]
        }

    @property
    def frame(self) -> pd.DataFrame:
        """This person's scores with quotes and reasons, tidy."""
        import pandas as pd

        columns = ["round", "profile", "criterion", "value", "reason", "quotes", "at"]
        mine = self._meeting.state_for()["mine"] or {"sheets": []}
        rows = [
            {
                **cell,
                "round": sheet["round"],
                "profile": sheet["profile"],
                "quotes": [q["text"] for q in cell["quotes"]],
            }
            for sheet in mine["sheets"]
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
        kept = {name: state[name] for name in _STATE}
        people = [{"name": one["name"], "scores": one["scores"]} for one in state["people"]]
        marked = state["mine"]["marks"] if state["mine"] else []
        return {**kept, "people": people, "found": {p: self._found(p) for p in marked}, "cannot": self._cannot()}

    def _found(self, profile: str) -> dict[str, list[dict[str, Any]]]:
        read = self._desk.get(profile)
        if not isinstance(read, Reading):
            return {}
        return {
            one.capability: [
                {
                    **{n: getattr(quote, n) for n in ("text", "page", "line", "start", "end", "by")},
                    "place": quote.employer or "",
                }
                for quote in one.quotes[:6]
            ]
            for one in read.evidence.capabilities
        }

    def _cannot(self) -> dict[str, str]:
        """Profiles that could not be read, with the reason."""
        return {p: read.message for p, read in self._desk.ready().items() if isinstance(read, Unreadable)}

    def _read_on(self) -> None:
        # a profile that was read shows here only when its marks were asked for, or when it cannot be read
        self.refresh()

    @verb
    def marks(self, *, request: str, profile: str) -> Any:
        """Ask for the program's marks on a profile; the log keeps that this person did."""
        return self._meeting.do("marks", {"profile": profile}, request=request)
