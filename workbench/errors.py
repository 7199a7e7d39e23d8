"""What can go wrong, told to the person who can mend it.

Every error a person causes is a `WorkbenchError`: one sentence with what was wrong, where, and what to do.
Anything else that is raised is a mistake in the program and keeps its traceback.
"""

from __future__ import annotations

from typing import Literal

RefusalReason = Literal["password", "damaged", "no_text_layer", "too_large", "too_slow", "unsupported", "not_a_file"]


class WorkbenchError(Exception):
    """The root of every error that a person can mend. In a notebook it shows its sentence, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        # IPython asks an exception for this; a recruiter should never have to read a traceback
        return [str(self)]


class Refused(WorkbenchError):
    """A document was not read. `reason` is one of seven fixed words, `file` is its name without the folder.

    >>> raise Refused("password", "cv.pdf", "It asks for a password. Ask for a copy without one.")
    Traceback (most recent call last):
    ...
    workbench.errors.Refused: cv.pdf: It asks for a password. Ask for a copy without one.
    """

    def __init__(self, reason: RefusalReason, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}")
        self.reason: RefusalReason = reason
        self.file = file
        self.message = message


class BadTemplate(WorkbenchError):
    """A glossary, template or map breaks its schema. `file`, `line` (from 1) and `field` say where."""

    def __init__(self, file: str, line: int | None, field: str, message: str) -> None:
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}, {field}: {message}" if field else f"{where}: {message}")
        self.file = file
        self.line = line
        self.field = field
        self.message = message


class Sealed(WorkbenchError):
    """Scores of other people were asked for before the reveal."""


class NotAllowed(WorkbenchError):
    """This person, or this moment of the meeting, does not allow the act; the message says what does."""


class BadScore(WorkbenchError):
    """A score outside the scale, or one without a quote or a reason."""


class StoreError(WorkbenchError):
    """The store could not keep or give an event. Nothing was half-written."""


class StoreTooNew(StoreError):
    """The database was written by a newer version; it was not touched."""


class StoreDamaged(StoreError):
    """The file is not a whole database any more, or never was one; it was not touched."""


class StoreOnNetworkDrive(StoreError):
    """SQLite cannot lock safely on a network drive; the message says where to put the store instead."""


class BadRatings(WorkbenchError):
    """A table of ratings lacks a column or holds something that is not a score."""
