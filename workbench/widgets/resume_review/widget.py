"""`ResumeReview`: read one profile, unmarked first, and attach the words that show something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from workbench.errors import NotAllowed
from workbench.intake import CapabilityMap
from workbench.widgets._base import Reply, verb
from workbench.widgets._profiles import Desk, Reading, Unreadable
from workbench.widgets._seen_by_one import SeenByOne
from workbench.widgets.resume_review import _fields, _sheet

if TYPE_CHECKING:
    import pandas as pd

    from workbench.calibration import Session

_LARGEST = 4.0  # pixels a point: an A4 page of 2,400 x 3,400


class ResumeReview(SeenByOne):
    """One profile of the meeting: its page, its text, and the evidence for each capability.

    >>> ResumeReview(meeting)  # doctest: +SKIP
    ResumeReview(session='practice', actor='elin')

    A rater sees the page unmarked until they ask for the program's marks; the log keeps that they asked, and whether a
    quote was theirs or the program's. Names, contact, schools and years are covered on the picture as in the text.

    Parameters
    ----------
    meeting : Session
        One person's handle.

    Attributes
    ----------
    value : str
        Id of the profile that is open.
    frame : DataFrame
        The quotes shown for it: `capability, letter, text, page, line, start, end, by`.
    """

    title: ClassVar[str] = "Read a profile"
    passes: ClassVar[frozenset[str]] = frozenset({"attach", "detach", "marks", "clock"})

    def __init__(self, meeting: Session) -> None:
        self._meeting = meeting
        self._profile = meeting.order()[0]
        self._open_marks: set[str] = set()
        self._bare = False
        self._told: set[str] = set()
        self._desk = Desk(meeting, self._read_on, start=False)
        super().__init__(session=meeting)
        self._desk.start()

    @property
    def value(self) -> str:
        """Id of the profile that is open."""
        return str(self._profile)

    @property
    def frame(self) -> pd.DataFrame:
        """The quotes shown for the open profile."""
        import pandas as pd

        sheet = self.compute()["sheet"] or {"capabilities": []}
        rows = [
            {"capability": one["id"], "letter": one["letter"], **quote}
            for one in sheet["capabilities"]
            for quote in one["quotes"]
        ]
        return pd.DataFrame(rows, columns=["capability", "letter", "text", "page", "line", "start", "end", "by"])

    def close(self) -> None:
        """Stop reading and leave the screen."""
        self._desk.close()
        super().close()

    def compute(self) -> dict[str, Any]:
        """Give the open profile and where this person stands with the others."""
        state = dict(self._meeting.state_for())
        me, open_ = state["me"], self._desk.get(self._profile)
        kept = {name: state[name] for name in ("version", "title", "requisition", "mode", "clock", "may", "phase")}
        labels = {one["id"]: one for one in state["profiles"]}
        order = [{**self._status(one), "id": one, "label": labels[one]["label"]} for one in self._meeting.order()]
        return {
            **kept,
            "me": {"name": me["name"], "role": me["role"], "facilitator": me["facilitator"], "scores": me["scores"]},
            "order": order,
            "profile": self._profile,
            "label": labels[self._profile]["label"],
            "reading": {"done": self._desk.done, "of": self._desk.of},
            "may_attach": self._round(state) is not None,
            "may_uncover": self._may_uncover(state),
            "bare": self._bare and self._may_uncover(state),
            "sheet": self._sheet(open_, state) if isinstance(open_, Reading) else None,
        }

    def _status(self, profile: str) -> dict[str, str]:
        read = self._desk.get(profile)
        if isinstance(read, Unreadable):
            return {"status": "unreadable", "reason": read.reason, "message": read.message}
        return {"status": "reading" if read is None else "ready", "reason": "", "message": ""}

    def _sheet(self, read: Reading, state: dict[str, Any]) -> dict[str, Any]:
        bare = self._bare and self._may_uncover(state)
        marked = self._marked(state)
        document = read.resume.document if bare else read.document
        covered = {} if bare else read.redacted.boxes
        return {
            "kind": document.kind,
            "pages": _sheet.pages(document, covered),
            "fields": _fields.fields(
                read.resume if bare else read.redacted.resume, read.resume, may_correct=self._may_correct(state)
            ),
            "marked": marked,
            "capabilities": _sheet.capabilities(
                CapabilityMap.from_dict(self._meeting.map), read.evidence.capabilities, self._own(state), marked
            ),
            "findings": [_sheet.finding(one) for one in read.resume.findings] if state["me"]["facilitator"] else [],
            "columns": read.resume.data["meta"]["workbench"].get("columns"),
            "removed": sorted({kind for kind, _ in read.redacted.removed}),
        }

    def _marked(self, state: dict[str, Any]) -> bool:
        mine = state["mine"]
        return self._profile in (mine["marks"] if mine else self._open_marks)

    def _round(self, state: dict[str, Any]) -> dict[str, Any] | None:
        """The open sheet of this profile on which this person may still put quotes."""
        sheets = state["mine"]["sheets"] if state["mine"] else []
        return next((one for one in sheets if one["profile"] == self._profile and one["open"]), None)

    def _own(self, state: dict[str, Any]) -> dict[str, Sequence[dict[str, Any]]]:
        sheets = state["mine"]["sheets"] if state["mine"] else []
        own = [one for one in sheets if one["profile"] == self._profile]
        return {cell["criterion"]: cell["quotes"] for sheet in own for cell in sheet["cells"]}

    @staticmethod
    def _may_uncover(state: dict[str, Any]) -> bool:
        return bool(state["phase"] == "decided" or (state["me"]["facilitator"] and not state["me"]["scores"]))

    @staticmethod
    def _may_correct(state: dict[str, Any]) -> bool:
        return bool(state["me"]["facilitator"])

    def _read_on(self) -> None:
        self._tell_findings()
        self.refresh()

    def _tell_findings(self) -> None:
        """Put what a file hides into the log once, so that the facilitator finds it beside the decision."""
        if not self._meeting.is_facilitator:
            return
        known = self._meeting.state_for()["findings"]
        for profile, read in self._desk.ready().items():
            if (
                isinstance(read, Reading)
                and read.resume.findings
                and profile not in known
                and profile not in self._told
            ):
                self._told.add(profile)
                told = [one.to_dict() for one in read.resume.findings]
                self._meeting.findings(profile, told, request=f"findings:{profile}")

    @verb
    def turn(self, *, request: str, profile: str) -> None:
        """Open another profile."""
        if profile not in self._meeting.order():
            raise NotAllowed("There is no such profile in this meeting.")
        self._profile, self._bare = profile, False

    @verb
    def show_marks(self, *, request: str, on: bool) -> None:
        """Show the program's marks to somebody who does not score, and whose view steers nobody's score."""
        (self._open_marks.add if on else self._open_marks.discard)(self._profile)

    @verb
    def uncover(self, *, request: str, on: bool) -> None:
        """Show what is covered; only who does not score may, or everybody once all is decided."""
        if on and not self._may_uncover(dict(self._meeting.state_for())):
            raise NotAllowed("Names stay covered while people score. They open once every profile is decided.")
        self._bare = on

    @verb
    def correct(self, *, request: str, profile: str, field: str, value: str) -> Any:
        """Put right a field of a profile; an empty value says that the document does not say it."""
        from workbench.resume.corrections import correct

        read = self._desk.get(profile)
        if not isinstance(read, Reading):
            raise NotAllowed("This profile is not read yet.")
        state = dict(self._meeting.state_for())
        if not self._may_correct(state):
            raise NotAllowed("Only the facilitator puts right what was read.")
        shown = _fields.fields(
            read.resume if self._bare and self._may_uncover(state) else read.redacted.resume,
            read.resume,
            may_correct=True,
        )
        known = {one["path"]: one["may_correct"] for group in shown for one in group["fields"]}
        if not known.get(field, False):
            raise NotAllowed("This field is covered here. Uncover the profile first.")
        one = correct(read.resume, field, _fields.value_of(field, value), by=state["me"]["name"])
        return self._meeting.correct_profile(profile, one.to_payload(), request=request)

    @verb(reads=True)
    def page(self, *, request: str, profile: str, page: int, scale: float = 2.0, bare: bool = False) -> Reply:
        """Give a page's picture; what is covered is painted over before it leaves the reading process."""
        from workbench import resume

        read = self._desk.get(profile)
        if not isinstance(read, Reading) or read.resume.path is None:
            raise NotAllowed("This page has no picture; its text is shown instead.")
        if not any(one.number == page and one.drawable for one in read.document.pages):
            raise NotAllowed("This page has no picture; its text is shown instead.")
        open_ = bare and self._may_uncover(dict(self._meeting.state_for()))
        boxes = [] if open_ else [box for box, _ in read.redacted.boxes.get(page, ())]
        scale = min(max(float(scale), 0.5), _LARGEST)
        picture = resume.render(read.resume.path, page, scale=scale, blackout=boxes)
        return Reply({"page": page}, (picture,))
