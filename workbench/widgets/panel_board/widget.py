"""`PanelBoard`: counts before the reveal, differences after it, decisions and the record at the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.errors import Sealed
from workbench.widgets._base import MeetingWidget, Reply, verb
from workbench.widgets.panel_board import _statistics
from workbench.widgets.score_sheets import sheet_name, write_score_sheets

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session
    from workbench.calibration.identity import Invitation

_STATE = (
    "version", "session", "title", "requisition", "mode", "me", "phase", "names_on", "rubric_version", "may", "clock",
    "criteria", "profiles", "rounds", "people", "reveal", "board", "findings",
)  # fmt: skip
_PASSES = (
    "reveal", "clock", "names", "key_lost", "open_profile", "discussed", "agree", "differ", "decide", "change_anchor",
    "undo", "left", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Door:
    """Where a person walks in with an invitation: an address, and the same as a QR code (SVG) where there is one."""

    url: str
    qr: bytes = b""


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
    door : callable, optional
        Gives the `Door` of an invitation where people join by a link. Left out, it is the panel's page while those are
        served (`workbench meet`); else the invitation's text is handed over.

    Attributes
    ----------
    value : dict
        The decisions so far, by profile.
    frame : DataFrame
        All revealed scores, tidy; counts by person before the reveal.
    """

    title: ClassVar[str] = "Panel board"
    passes: ClassVar[frozenset[str]] = frozenset(_PASSES)

    def __init__(self, meeting: Session, *, door: Callable[[Invitation], Door | None] | None = None) -> None:
        self._meeting = meeting
        self._door = door or self._page
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
        """Give the session's state without this person's own sheets, with the score sheets' names and the exports."""
        state = self._meeting.state_for()
        return {
            **{name: state[name] for name in _STATE},
            "sheets": [_sheet(one) for one in state["people"] if one["scores"]] if state["me"]["facilitator"] else [],
            "exports": [_export(one) for one in self._meeting.meeting.exports],
        }

    @verb(reads=True)
    def statistics(self, *, request: str) -> dict[str, Any]:
        """Count agreement over what is revealed: by criterion and over all. Asked for when the numbers are opened."""
        state = self._meeting.state_for()
        if state["board"] is None:
            raise Sealed("There is nothing to count before a reveal.")
        return _statistics.agreement_rows(self._meeting.scores(), state["criteria"])

    @verb
    def invite(self, *, request: str, person: str, hours: float = 72) -> Reply:
        """Make an invitation. Its text goes into this answer and nowhere else: the state is on the shared screen."""
        invitation = self._meeting.invite(person, hours=hours)
        door = self._door(invitation)
        said = {"text": invitation.text, "expires": invitation.expires, "url": door.url if door else None}
        saved = self._meeting.state_for()["saved"]
        return Reply({**said, "event": saved["event"], "at": saved["at"]}, (door.qr,) if door and door.qr else ())

    def _page(self, invitation: Invitation) -> Door | None:
        from workbench.server.pages import way_in

        way = way_in(self._meeting, invitation)
        return Door(way.url, way.qr.encode()) if way else None

    @verb(slow=True)
    def write_record(self, *, request: str) -> Any:
        """Write the record into `records/` beside the notebook."""
        from workbench.calibration import write_record

        return write_record(self._meeting, Path("records"), request=request)

    @verb(slow=True)
    def write_sheets(self, *, request: str) -> dict[str, Any]:
        """Write a score sheet for each rater beside the notebook."""
        return {"files": [path.name for path in write_score_sheets(self._meeting)]}


def _sheet(person: Mapping[str, Any]) -> dict[str, Any]:
    path = Path(sheet_name(person["id"])).absolute()
    return {
        "person": person["id"],
        "name": person["name"],
        "file": path.name,
        "path": str(path),
        "there": path.exists(),
    }


def _export(one: Mapping[str, Any]) -> dict[str, Any]:
    """An export as the log has it; its names are gone when they were erased."""
    files, digests = (json.loads(one[name]) if one[name] else [] for name in ("files", "sha256"))
    name = next((Path(file).name for file in files if file.endswith(".html")), None)
    return {
        **{key: one[key] for key in ("at", "event", "log")},
        "file": f"records/{name}" if name else "its name was erased",
        "sha256": digests[name] if name else "",
    }
