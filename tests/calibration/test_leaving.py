"""People go home, change machines and lose power; the panel must neither wait for ever nor lose what was handed in."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from workbench.calibration.session import Session
from workbench.calibration.verifying import verify_seals
from workbench.errors import NotAllowed
from workbench.store import open_store

PROCESSES = multiprocessing.get_context("fork")


def test_who_leaves_after_handing_in_counts_and_is_not_waited_for(table: Any) -> None:
    table.fill("aiko")
    table.fill("ben", rounds=("pilot",))
    table.fill("tomas")
    assert table.maria.state_for()["reveal"]["ready"]
    table.maria.reveal("pilot")
    assert not table.maria.state_for()["reveal"]["ready"]
    table.maria.left("ben", "called away to a customer")
    state = table["aiko"].state_for()
    assert state["reveal"]["ready"]
    assert next(p for p in state["people"] if p["id"] == "ben")["left"] == "called away to a customer"
    with pytest.raises(NotAllowed, match="not scoring"):
        table["ben"].score("p2", "queues", 3, reason="from the train")
    table.maria.reveal("main")
    scores = table.maria.scores()
    assert (scores["round"] == "pilot").sum() == 6
    assert (scores["round"] == "main").sum() == 12


def test_what_somebody_handed_in_before_leaving_is_revealed(table: Any) -> None:
    table.fill_all()
    table.maria.left("ben", "ill")
    table.maria.reveal("pilot")
    assert len(table.maria.scores()) == 6
    assert verify_seals(table.maria.store) == []


def test_who_comes_back_is_waited_for_again(table: Any) -> None:
    table.maria.left("ben", "ill")
    table.fill("aiko")
    table.fill("tomas")
    table.maria.left("ben", "well again", on=False)
    assert table.maria.state_for()["reveal"]["waiting"] == ["Ben"]
    table.fill("ben")
    table.maria.reveal("pilot")
    assert len(table.maria.scores()) == 6


def test_leaving_is_the_facilitators_to_say_with_a_reason(table: Any) -> None:
    with pytest.raises(NotAllowed, match="Only the facilitator"):
        table["aiko"].left("ben", "he is late")
    with pytest.raises(NotAllowed, match="few words"):
        table.maria.left("ben", "")
    with pytest.raises(NotAllowed, match="does not score"):
        table.maria.left("maria", "break")
    table.maria.left("ben", "ill")
    table.maria.left("aiko", "ill")
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        table.maria.left("tomas", "ill")


def test_a_second_device_needs_the_key_file_and_then_goes_on(table: Any, tmp_path: Path) -> None:
    table["aiko"].score("p1", "queues", 4, reason="at the desk")
    tablet = table.join("aiko", keys=tmp_path / "tablet")
    assert tablet.state_for()["mine"]["rounds"]["pilot"]["key"] == "missing"
    with pytest.raises(NotAllowed, match="not on this machine"):
        tablet.score("p1", "queues", 5, reason="on the sofa")
    shutil.copytree(table.path.parent / "keys", tmp_path / "tablet", dirs_exist_ok=True)
    tablet.score("p1", "queues", 5, reason="on the sofa")
    sheet = table["aiko"].state_for()["mine"]["sheets"][0]
    assert (sheet["cells"][0]["value"], sheet["cells"][0]["reason"]) == (5, "on the sofa")
    assert [e.payload["n"] for e in table.maria.store.events("s-1", actor="aiko") if e.kind == "sealed"] == [1, 2]


Act = tuple[str, str]  # verb, request


def script(rounds: int) -> list[tuple[str, tuple[Any, ...], str]]:
    """What a facilitator does in a meeting: reveal both rounds, then settle and decide over and over."""
    acts: list[tuple[str, tuple[Any, ...], str]] = [("reveal", ("pilot",), "v0"), ("reveal", ("main",), "v1")]
    for n in range(rounds):
        profile = f"p{1 + n % 4}"
        acts += [
            ("open_profile", (profile,), f"o{n}"),
            ("agree", (profile, "queues", 1 + n % 5, f"agreed {n}"), f"a{n}"),
            ("differ", (profile, "storage", f"differ {n}"), f"d{n}"),
            ("decide", (profile, "hold", f"decided {n}"), f"e{n}"),
        ]
    return acts


def facilitate_until_killed(address: str, keys: Path, start: int, rounds: int, acknowledged: Connection) -> None:
    maria = Session(open_store(address), "s-1", "maria", keys=keys)
    for number, (verb, arguments, request) in enumerate(script(rounds)[start:], start):
        saved = getattr(maria, verb)(*arguments, request=request)
        acknowledged.send((number, saved.event))


def interrupt(table: Any, kills: int, seed: int) -> int:
    """Kill the facilitator's kernel again and again, from the first reveal on; what was not answered is asked again.

    Gives how many acts were acknowledged.
    """
    table.fill_all()
    chance, start, rounds = random.Random(seed), 0, 5 * kills
    known: dict[str, int] = {}
    for _ in range(kills):
        outer, inner = PROCESSES.Pipe(duplex=False)
        arguments = (table.address, table.path.parent / "keys", start, rounds, inner)
        kernel = PROCESSES.Process(target=facilitate_until_killed, args=arguments)
        kernel.start()
        inner.close()
        for _ in range(chance.randint(0, 4)):
            number, event = outer.recv()
            known[script(rounds)[number][2]] = event
        outer.poll(chance.random() / 50)  # some are killed before their first act, some in the middle of one
        assert kernel.pid is not None
        os.kill(kernel.pid, signal.SIGKILL)
        try:
            while True:
                number, event = outer.recv()
                known[script(rounds)[number][2]] = event
        except EOFError:
            kernel.join(60)
        start = max((n for n, act in enumerate(script(rounds)) if act[2] in known), default=-1) + 1
    maria = table.join("maria")
    written = maria.store.events("s-1", actor="maria")
    events = {e.request: e for e in written}
    assert len(events) == len(written)
    assert {request: events[request].seq for request in known} == known
    assert maria.store.verify() == []
    assert verify_seals(maria.store) == []
    for round in maria.meeting.revealed_rounds:  # a reveal is whole or has not been
        assert {p["rounds"][round.id]["opened"] for p in maria.state_for()["people"] if p["rounds"]} == {"open"}
    decided = [request for request in known if request.startswith("e")]
    assert len([e for e in events.values() if e.kind == "decided"]) >= len(decided)
    return len(known)


@pytest.mark.slow
@pytest.mark.both
def test_a_reveal_or_a_decision_that_is_interrupted_is_whole_or_never_was(table: Any) -> None:
    interrupt(table, kills=6, seed=1)


@pytest.mark.soak
@pytest.mark.both
@pytest.mark.timeout(5400)
def test_a_thousand_interruptions_of_reveal_and_converge(
    seat: Callable[..., Any], engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = 0
    for meeting in range(50):
        table = seat()
        acts += interrupt(table, kills=20, seed=meeting + 2)
        table.close()  # a server has only so many places
    with capsys.disabled():
        print(
            f"\n{engine}: 1,000 kills in reveal and converge, {acts} acknowledged acts, none lost and none there twice"
        )
