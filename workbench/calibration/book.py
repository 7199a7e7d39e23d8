"""What one rater has said in one round, from their opened entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.calibration.meeting import VERDICTS, Cell, Meeting, Round, SealedEvent, Verdict
from workbench.calibration.quotes import LONGEST_REASON
from workbench.calibration.sealing import BrokenSeal, Place, unseal


@dataclass(frozen=True)
class Entry:
    """An opened entry: what it says, and the event it came in."""

    seq: int
    at: str
    hash: str
    number: int
    said: dict[str, Any]


@dataclass(frozen=True)
class Scored:
    """What a rater holds about one cell. `scored` is False while only quotes or a reason wait there."""

    scored: bool
    value: int | None
    quotes: tuple[dict[str, Any], ...]
    reason: str
    version: int
    at: str
    event: int


@dataclass(frozen=True)
class Recommended:
    """What a rater would do with a profile, and why."""

    value: Verdict
    reason: str
    at: str
    event: int


@dataclass
class Book:
    """Everything that stands in a rater's round; `last` is the entry that an undo would take back."""

    cells: dict[Cell, Scored] = field(default_factory=dict)
    recommendations: dict[str, Recommended] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    history: dict[Cell, list[Scored]] = field(default_factory=dict)
    last: Entry | None = None


def settle(entries: Sequence[Entry]) -> Book:
    """Fold the entries: the last word on a cell stands, an undone one is passed over."""
    undone = {entry.said["undoes"] for entry in entries if entry.said["what"] == "undo"}
    book = Book()
    for entry in entries:
        said = entry.said
        if said["what"] == "undo" or entry.number in undone:
            continue
        if said["what"] == "cell":
            cell = (said["profile"], said["criterion"])
            scored = Scored(
                said["scored"], said["value"], tuple(said["quotes"]), said["reason"], said["version"],
                entry.at, entry.seq,
            )  # fmt: skip
            book.cells[cell] = scored
            book.history.setdefault(cell, []).append(scored)
            book.last = entry
        elif said["what"] == "recommendation":
            book.recommendations[said["profile"]] = Recommended(said["value"], said["reason"], entry.at, entry.seq)
            book.last = entry
        elif said["what"] == "marks" and said["profile"] not in book.marks:
            book.marks.append(said["profile"])
    return book


def open_entry(session: str, rater: str, round: str, sealed: SealedEvent, key: bytes, content: Any) -> Entry:
    """Open one sealed event.

    Raises
    ------
    BrokenSeal
        When its ciphertext was exchanged or moved, or is not what was committed to.
    """
    if not isinstance(content, bytes):
        raise BrokenSeal(f"Entry {sealed.number} of {rater} in round {round} is no ciphertext.")
    said = unseal(key, Place(session, rater, round, sealed.number), content, sealed.commitment)
    if not _whole(said):
        raise BrokenSeal(f"Entry {sealed.number} of {rater} in round {round} does not have the shape of one.")
    return Entry(sealed.seq, sealed.at, sealed.hash, sealed.number, said)


def _whole(said: dict[str, Any]) -> bool:
    """Whether an entry has the shape of its kind; a rater could seal anything with a program of their own."""
    about = isinstance(said.get("profile"), str)
    text = isinstance(said.get("reason"), str) and len(said["reason"]) <= LONGEST_REASON
    match said.get("what"):
        case "undo":
            return isinstance(said.get("undoes"), int)
        case "marks":
            return about
        case "recommendation":
            return about and text and said.get("value") in VERDICTS
        case "cell":
            kinds = (("criterion", str), ("scored", bool), ("version", int), ("quotes", list))
            whole = about and text and all(isinstance(said.get(name), kind) for name, kind in kinds)
            return whole and said.get("value") in (None, 1, 2, 3, 4, 5) and all(map(_whole_quote, said["quotes"]))
    return False


def _whole_quote(quote: Any) -> bool:
    return isinstance(quote, dict) and isinstance(quote.get("text"), str) and quote.get("by") in ("person", "program")


@dataclass(frozen=True)
class Count:
    """How far a rater is in a round: scores of cells, whole profiles of profiles."""

    scores: int
    of: int
    profiles: int


def count(meeting: Meeting, round: Round, book: Book) -> Count:
    """Count what stands under the anchors of now."""
    whole = [profile for profile in round.profiles if not _missing(meeting, round, book, profile)]
    return Count(sum(stands(meeting, book, cell) for cell in round.cells), len(round.cells), len(whole))


def stands(meeting: Meeting, book: Book, cell: Cell) -> bool:
    """Whether a cell has a score that was given under the anchors of now."""
    held = book.cells.get(cell)
    return held is not None and held.scored and not meeting.stale(cell[1], held.version)


def missing(meeting: Meeting, round: Round, book: Book) -> list[str]:
    """Say, a sentence a profile, what is left to do before the round can be submitted."""
    lines = []
    for profile in round.profiles:
        lacking = _missing(meeting, round, book, profile)
        if lacking:
            lines.append(f"{meeting.profiles[profile].label}: {_listed(lacking)}")
    return lines


def _missing(meeting: Meeting, round: Round, book: Book, profile: str) -> list[str]:
    cells = [c for c in round.criteria_of(profile) if not stands(meeting, book, (profile, c))]
    lacking = [meeting.letter(c) for c in cells]
    if needs_recommendation(round) and profile not in book.recommendations:
        lacking.append("the recommendation")
    return lacking


def needs_recommendation(round: Round) -> bool:
    """Whether the round asks what to do with each profile; one that scores some criteria again does not."""
    return round.kind != "again"


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
