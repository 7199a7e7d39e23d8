"""A small meeting: three raters and a facilitator, three criteria (one for interviews only), four profiles."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import new_database
from workbench.calibration.rubric import Rubric
from workbench.calibration.session import Session
from workbench.store import Store, open_store

PANEL = [
    {"id": "maria", "name": "Maria", "role": "recruiter"},
    {"id": "tomas", "name": "Tomas", "role": "hiring manager"},
    {"id": "aiko", "name": "Aiko", "role": "interviewer"},
    {"id": "ben", "name": "Ben", "role": "interviewer"},
]


def criterion(id: str, letter: str, importance: str, *, profile: bool = True) -> dict[str, Any]:
    return {
        "id": id,
        "name": f"The matter of {id}",
        "letter": letter,
        "importance": importance,
        "kind": "technical",
        "question": "What did you do?",
        "profile": [f"{id} profile {n}" for n in range(1, 6)] if profile else None,
        "interview": [f"{id} interview {n}" for n in range(1, 6)],
        "standard": [],
    }


def capability(id: str, letter: str, importance: str, *, profile: bool = True) -> dict[str, Any]:
    row = criterion(id, letter, importance, profile=profile)
    return {
        "id": id,
        "name": row["name"],
        "letter": letter,
        "importance": importance,
        "central": [f"{id}-skill"],
        "scored_from_profile": profile,
        "anchors": {"profile": row["profile"], "interview": row["interview"]},
    }


ROWS = (("queues", "A", "must", True), ("storage", "B", "should", True), ("calm", "C", "must", False))


def a_map() -> dict[str, Any]:
    capabilities = [capability(id, letter, imp, profile=p) for id, letter, imp, p in ROWS]
    return {
        "requisition": "REQ-1",
        "title": "Engineer",
        "version": 1,
        "problem": "Orders stop half way.",
        "outcomes": [],
        "capabilities": capabilities,
    }


def a_rubric() -> Rubric:
    return Rubric.from_dict(
        {
            "title": "Engineer",
            "requisition": "REQ-1",
            "version": 1,
            "map_version": 1,
            "criteria": [criterion(id, letter, imp, profile=p) for id, letter, imp, p in ROWS],
        }
    )


# The sessions of these modules are held on both databases; the others look at the file, or at no store at all.
BOTH = {"test_processes": "slow", "test_team_store": "slow"}
BOTH |= dict.fromkeys(("test_scoring", "test_reveal", "test_converging", "test_mending"), "soak")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        when = BOTH.get(metafunc.module.__name__.rpartition(".")[2])
        marks = {mark.name for mark in metafunc.definition.iter_markers()}
        when = "slow" if "both" in marks else None if "sqlite" in marks else when
        server = [pytest.param("postgresql", marks=getattr(pytest.mark, when))] if when else []
        engines = ["sqlite", *server]
        metafunc.parametrize("engine", engines, indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Table:
    """Everyone's handles on one session, each with a store connection of their own."""

    def __init__(self, folder: Path, engine: str = "sqlite", **changes: Any) -> None:
        self.path = folder / "meeting.db"
        self.address = new_database() if engine == "postgresql" else str(self.path)
        minute = itertools.count()
        self.now: Callable[[], str] = lambda: f"2026-11-21T14:{(n := next(minute)) // 60 % 60:02d}:{n % 60:02d}.000Z"
        self.stores: list[Store] = []
        settings = {
            "title": "Senior engineer",
            "requisition": "REQ-1",
            "mode": "practice",
            "capability_map": a_map(),
            "rubric": a_rubric(),
            "panel": PANEL,
            "profiles": [{"id": f"p{n}", "number": n, "file": folder / f"{n}.pdf"} for n in range(1, 5)],
            "facilitator": "maria",
            "session": "s-1",
            **changes,
        }
        self.maria = Session.create(self.store(), **{"keys": folder / "keys", **settings})
        self.session = self.maria.session
        self.raters = {id: self.join(id) for id in self.maria.meeting.raters}

    def store(self) -> Store:
        self.stores.append(open_store(self.address, now=self.now))
        return self.stores[-1]

    def join(self, actor: str, **settings: Any) -> Session:
        return Session(self.store(), "s-1", actor, **{"keys": self.path.parent / "keys", **settings})

    def __getitem__(self, actor: str) -> Session:
        return self.maria if actor == "maria" else self.raters[actor]

    def fill(
        self,
        actor: str,
        value: Callable[[str, str], int | None] = lambda profile, criterion: 3,
        verdict: Callable[[str], Any] = lambda profile: "advance",
        rounds: tuple[str, ...] = ("pilot", "main"),
    ) -> None:
        """Let a rater score, recommend and hand in whole rounds."""
        rater = self[actor]
        for round in rounds:
            asked = rater.meeting.rounds[round]
            for profile, criterion in list(asked.cells):
                rater.score(profile, criterion, value(profile, criterion), reason=f"{actor} on {profile} {criterion}")
            if asked.kind != "again":
                for profile in asked.profiles:
                    rater.recommend(profile, verdict(profile), f"{actor} recommends {profile}")
            rater.submit(round)

    def fill_all(self, rounds: tuple[str, ...] = ("pilot", "main")) -> None:
        for actor in self.raters:
            self.fill(actor, rounds=rounds)

    def close(self) -> None:
        for store in self.stores:
            store.close()


@pytest.fixture
def table(tmp_path: Path, engine: str) -> Iterator[Table]:
    seated = Table(tmp_path, engine)
    yield seated
    seated.close()


@pytest.fixture
def seat(tmp_path: Path, engine: str) -> Iterator[Callable[..., Table]]:
    """Seat a meeting with other settings, each in a folder of its own."""
    seated: list[Table] = []

    def make(**changes: Any) -> Table:
        folder = tmp_path / f"meeting-{len(seated)}"
        folder.mkdir()
        seated.append(Table(folder, engine, **changes))
        return seated[-1]

    yield make
    for one in seated:
        one.close()
