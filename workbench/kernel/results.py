"""What the verbs give back: values with a view, a frame, and the things themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.kernel.sheet import Sheet, as_text
from workbench.kernel.words import say

if TYPE_CHECKING:
    import pandas as pd

    from workbench.evidence import Evidence
    from workbench.resume import Resume


class Shown:
    """A result that says of itself how it is shown. `to_frame()` gives its table as tidy data."""

    def sheet(self) -> Sheet:
        """Give what is shown."""
        raise NotImplementedError

    def to_frame(self) -> pd.DataFrame:
        """Give the table as a frame."""
        import pandas as pd

        sheet = self.sheet()
        return pd.DataFrame([list(row) for row in sheet.rows], columns=list(sheet.columns))

    def __str__(self) -> str:
        return as_text(self.sheet())

    def __repr__(self) -> str:  # a subclass without its own: IPython would take that one before the view of `Shown`
        return f"<{self.sheet().title}>"


@dataclass(frozen=True, repr=False)
class Note(Shown):
    """A sentence or a few: what was done, or what is so."""

    title: str
    said: tuple[str, ...] = ()

    def sheet(self) -> Sheet:
        return Sheet(self.title, self.said)


@dataclass(frozen=True, repr=False)
class Table(Shown):
    """Rows with what they were made from: `frame` when there is one, `value` for what the verb found."""

    shown: Sheet
    value: Any = None
    frame: Any = None

    def sheet(self) -> Sheet:
        return self.shown

    def to_frame(self) -> pd.DataFrame:
        found: pd.DataFrame = super().to_frame() if self.frame is None else self.frame
        return found


@dataclass(frozen=True, repr=False)
class Profile:
    """One file of a folder: read, or refused with a reason."""

    number: int
    file: str
    resume: Resume | None
    refused: str = ""
    path: str = ""

    @property
    def label(self) -> str:
        """What it is called while names are covered."""
        return f"Profile {self.number}"

    def __repr__(self) -> str:
        return f"<{self.label}>"


@dataclass(frozen=True, repr=False)
class Profiles(Shown):
    """The profiles of a folder, by number. `profiles[3]` is the third; `.resumes` are those that were read."""

    folder: str
    items: tuple[Profile, ...] = field(default=())
    redacted: bool = True

    @property
    def resumes(self) -> list[Resume]:
        """What was read, without names when names are covered."""
        return [one.resume for one in self.items if one.resume is not None]

    def __getitem__(self, number: int) -> Profile:
        for one in self.items:
            if one.number == number:
                return one
        raise KeyError(number)

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def sheet(self) -> Sheet:
        refused = [one for one in self.items if one.resume is None]
        said = f"{len(self.items) - len(refused)} of {len(self.items)} could be read."
        after = [one.refused for one in refused]
        if self.redacted:
            after.append("Names, contact, schools and years are covered. %config Workbench.redact = False shows them.")
        names = ("profile", "format", "pages", "positions", *(() if self.redacted else ("file", "name")))
        return Sheet(self.folder, (said,), names, [self._row(one) for one in self.items if one.resume], after)

    def _row(self, one: Profile) -> Sequence[str]:
        assert one.resume is not None
        document, data = one.resume.document, one.resume.data
        cells = [one.label, document.kind, str(len(document.pages)), str(len(data.get("work") or ()))]
        return cells if self.redacted else [*cells, one.file, one.resume.name or "no name found"]


@dataclass(frozen=True, repr=False)
class Review(Shown):
    """One profile beside the map: what its words show of each capability, and what to ask."""

    label: str
    resume: Resume
    evidence: Evidence
    names: Mapping[str, str]

    def sheet(self) -> Sheet:
        from workbench.kernel.views import of_evidence

        found = of_evidence(self.evidence, self.names)
        return Sheet(self.label, found.said, found.columns, found.rows, found.after)

    def to_frame(self) -> pd.DataFrame:
        found: pd.DataFrame = self.evidence.to_frame()
        return found


def none_found() -> Note:
    """Say that nothing was found to change."""
    return Note(say("no_changes"))
