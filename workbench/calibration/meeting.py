"""What a meeting is at one moment: the values that `fold` fills from the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.calibration.clock import Clock, parts_of
from workbench.calibration.identity import Register
from workbench.calibration.rubric import Rubric

Cell = tuple[str, str]  # profile id, criterion id
RoundKind = Literal["pilot", "main", "again", "interview"]
Mode = Literal["practice", "live"]
Verdict = Literal["advance", "hold", "not_now"]
Note = Literal["motivation", "concern", "objection"]
NOTES: tuple[Note, ...] = ("motivation", "concern", "objection")
VERDICTS: tuple[Verdict, ...] = ("advance", "hold", "not_now")

SHAPES = ("circle", "square", "triangle", "diamond", "pentagon", "star", "hexagon", "cross")
LETTERS = "KLMNPQRSTUVWXYZ"  # of people: A to H are capabilities, and O reads as a nought


@dataclass(frozen=True)
class Person:
    """Someone at the table. `asked` is their place in the order of speaking, the hiring manager's the last."""

    id: str
    name: str
    role: str
    facilitator: bool
    letter: str
    shape: str
    asked: int


@dataclass(frozen=True)
class Profile:
    """A candidate's document in the meeting; `file` is None once it was erased."""

    id: str
    number: int
    pilot: bool
    file: str | None

    @property
    def label(self) -> str:
        """Say "Profile 4"."""
        return f"Profile {self.number}"


@dataclass(frozen=True)
class SealedEvent:
    """A sealed entry as the log has it."""

    seq: int
    at: str
    hash: str
    number: int
    key: str  # the commitment of the key it was sealed with
    ciphertext: str  # its key beside the log
    commitment: str


@dataclass(frozen=True)
class Mark:
    """That something was done: when, in which event, with which hash."""

    at: str
    event: int
    hash: str
    note: str = ""


@dataclass
class Seat:
    """One rater in one round, as counts and ciphertexts."""

    keys: list[str] = field(default_factory=list)
    sealed: list[SealedEvent] = field(default_factory=list)
    entries: int = 0  # all that were ever sealed here, those before a new start too
    scores: int = 0
    of: int = 0
    profiles: int = 0
    last_at: str | None = None
    submitted: Mark | None = None
    again: bool = False  # an anchor changed after the last count
    published: dict[str, bytes] = field(default_factory=dict)
    restarted: list[Mark] = field(default_factory=list)
    lost: Mark | None = None


@dataclass
class Round:
    """A set of cells that is scored blind, submitted and revealed together."""

    id: str
    kind: RoundKind
    why: str
    cells: list[Cell]
    withdrawn: list[Cell] = field(default_factory=list)  # asked for once, until the map changed
    seats: dict[str, Seat] = field(default_factory=dict)
    revealed: Mark | None = None
    raters: tuple[str, ...] = ()  # who was to score, as of the reveal
    submitted: tuple[str, ...] = ()  # who had submitted, as of the reveal
    name: str = ""  # of an interview
    asked: tuple[str, ...] = ()  # who holds it, for an interview; everybody who scores when empty

    @property
    def open(self) -> bool:
        """Whether its scores are still sealed."""
        return self.revealed is None

    @property
    def profiles(self) -> list[str]:
        """The profiles it covers, in the order of the meeting."""
        return list(dict.fromkeys(profile for profile, _ in self.cells))

    @property
    def title(self) -> str:
        """Say which round it is, in two or three words."""
        told = {"pilot": "Pilot profile", "main": "All profiles", "again": "Scored again"}
        return told.get(self.kind, self.name)

    def asks(self, person: str) -> bool:
        """Whether this round is this person's to score."""
        return not self.asked or person in self.asked

    def criteria_of(self, profile: str) -> list[str]:
        """The criteria it asks of a profile."""
        return [criterion for asked, criterion in self.cells if asked == profile]

    def seat(self, rater: str) -> Seat:
        """Give a rater's seat, an empty one if they have done nothing here."""
        return self.seats.setdefault(rater, Seat())


@dataclass
class Step:
    """One act after the reveal, in the order of the log; `undone` when a later one took it back."""

    seq: int
    at: str
    hash: str
    kind: str
    data: dict[str, Any]
    undone: bool = False


@dataclass(frozen=True)
class Change:
    """A correction of the rubric or the map during the meeting."""

    seq: int
    at: str
    what: str  # "anchor" or "map"
    criterion: str | None
    which: str | None
    level: int | None
    before: str
    text: str
    reason: str
    rubric_version: int
    map_version: int
    stale: tuple[str, ...]


@dataclass
class Meeting:
    """The state of one session after `version`, the last event that was folded."""

    session: str
    version: int = 0
    created_at: str = ""
    title: str = ""
    requisition: str = ""
    mode: Mode = "practice"
    facilitator: str = ""
    people: dict[str, Person] = field(default_factory=dict)  # in seating order
    scoring: dict[str, bool] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    left: dict[str, Mark] = field(default_factory=dict)  # raters who went away, and why
    profiles: dict[str, Profile] = field(default_factory=dict)  # by number
    map: dict[str, Any] = field(default_factory=dict)
    map_version: int = 1
    rubric: Rubric = field(default_factory=lambda: Rubric("", "", ()))
    criterion_versions: dict[str, int] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    clock: Clock = field(default_factory=lambda: Clock(parts_of(45)))
    names_on: bool = False
    steps: list[Step] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    findings: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    corrections: dict[str, list[dict[str, Any]]] = field(default_factory=dict)  # by profile, in the order given
    exports: list[dict[str, Any]] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    last: dict[str, Mark] = field(default_factory=dict)  # each actor's last event
    head: str = ""
    notes: list[dict[str, Any]] = field(default_factory=list)  # what candidates said they want, and fear
    misshapen: dict[int, str] = field(default_factory=dict)  # events that do not have the shape of their kind

    @property
    def practice(self) -> bool:
        """Whether its decisions decide nothing."""
        return self.mode == "practice"

    @property
    def raters(self) -> list[str]:
        """Who scores, in seating order; who left is not waited for."""
        return [person for person in self.people if self.scoring.get(person) and person not in self.left]

    def raters_at_reveal(self, round: Round) -> list[str]:
        """Whose scores a reveal opens: everybody who scores, and who left after handing this round in."""
        there = [p for p in self.people if p in self.raters or (p in self.left and round.seat(p).submitted)]
        return [p for p in there if round.asks(p)]

    @property
    def open_rounds(self) -> list[Round]:
        """The rounds whose scores are still sealed."""
        return [round for round in self.rounds.values() if round.open]

    @property
    def revealed_rounds(self) -> list[Round]:
        """The rounds that everyone can see."""
        return [round for round in self.rounds.values() if not round.open]

    def raters_of(self, round: Round) -> list[str]:
        """Who is asked to score in a round; after its reveal, who was."""
        if round.open:
            return [person for person in self.raters if round.asks(person)]
        return [p for p in self.people if p in round.raters]

    def open_round_of(self, cell: Cell, rater: str | None = None) -> Round | None:
        """The sealed round that asks for a cell, if one does; with a rater, that asks them."""
        asking = (round for round in self.open_rounds if cell in round.cells)
        return next((round for round in asking if rater is None or round.asks(rater)), None)

    def stale(self, criterion: str, version: int) -> bool:
        """Whether a score given under a version of the anchors was overtaken by a change."""
        return version < self.criterion_versions.get(criterion, 1) or not self.scored(criterion)

    def scored(self, criterion: str) -> bool:
        """Whether a criterion is on the rubric and scored from profiles."""
        return any(c.id == criterion and c.scored_from_profile for c in self.rubric.criteria)

    def from_profile(self) -> Iterator[str]:
        """Give the ids of the criteria that are scored from profiles, in the rubric's order."""
        return (c.id for c in self.rubric.criteria if c.scored_from_profile)

    def letter(self, criterion: str) -> str:
        """Give the letter of a criterion; "?" when it left the map."""
        return next((c.letter for c in self.rubric.criteria if c.id == criterion), "?")
