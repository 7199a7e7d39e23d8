"""A rater's kernel is killed at any moment, and starts again. No acknowledged score is lost, none is applied twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from workbench.calibration.session import Session
from workbench.calibration.verifying import verify_seals
from workbench.store import open_store

PROCESSES = multiprocessing.get_context("fork")  # a fresh interpreter a round would take the time of fifty
CELLS = [(f"p{n}", criterion) for n in range(1, 5) for criterion in ("queues", "storage")]

Click = tuple[str, str, int, str]  # profile, criterion, value, request


def score_until_killed(address: str, keys: Path, clicks: list[Click], acknowledged: Connection) -> None:
    aiko = Session(open_store(address), "s-1", "aiko", keys=keys)
    for number, (profile, criterion, value, request) in enumerate(clicks):
        saved = aiko.score(profile, criterion, value, reason=f"click {request}", request=request)
        acknowledged.send((number, saved.event))


def play(table: Any, rounds: int, seed: int) -> int:
    """Kill and start again; the click that was not acknowledged is sent again, as a browser does.

    Gives how many clicks were acknowledged.
    """
    chance = random.Random(seed)
    made = 0
    waiting: list[Click] = []
    acknowledged: dict[str, tuple[Click, int]] = {}
    for _ in range(rounds):
        while len(waiting) < 60:
            made += 1
            waiting.append((*chance.choice(CELLS), chance.randint(1, 5), f"click-{made}"))
        outer, inner = PROCESSES.Pipe(duplex=False)
        kernel = PROCESSES.Process(
            target=score_until_killed, args=(table.address, table.path.parent / "keys", waiting, inner)
        )
        kernel.start()
        inner.close()
        done = -1
        for _ in range(chance.randint(1, 10)):
            done, event = outer.recv()
            acknowledged[waiting[done][3]] = (waiting[done], event)
        assert kernel.pid is not None
        os.kill(kernel.pid, signal.SIGKILL)
        try:
            while True:
                done, event = outer.recv()
                acknowledged[waiting[done][3]] = (waiting[done], event)
        except EOFError:
            pass
        kernel.join(60)
        waiting = waiting[done + 1 :]
    check(table, acknowledged)
    return len(acknowledged)


def check(table: Any, acknowledged: dict[str, tuple[Click, int]]) -> None:
    aiko = table.join("aiko")
    store = aiko.store
    assert store.verify() == []
    sealed = {e.request: e.seq for e in store.events("s-1", actor="aiko") if e.kind == "sealed"}
    assert {request: sealed.get(request) for request in acknowledged} == {
        request: event for request, (_, event) in acknowledged.items()
    }
    said = {e.request for e in store.events("s-1", actor="aiko")}
    assert len(said) == len(store.events("s-1", actor="aiko"))
    last = {click[:2]: (event, click) for click, event in sorted(acknowledged.values(), key=lambda done: done[1])}
    unheard = {seq for request, seq in sealed.items() if request not in acknowledged}
    for sheet in aiko.state_for()["mine"]["sheets"]:
        for cell in sheet["cells"]:
            event, click = last.get((sheet["profile"], cell["criterion"]), (None, None))
            if click is not None and cell["event"] not in unheard:
                assert (cell["event"], cell["value"], cell["reason"]) == (event, click[2], f"click {click[3]}")
    for round in ("pilot", "main"):
        table.maria.reveal(round, reason="to see that every seal holds")
    assert verify_seals(store) == []
    assert table.maria.state_for()["rounds"][1]["opened"] >= 1


def test_kill_9_of_a_raters_kernel(table: Any) -> None:
    play(table, rounds=4, seed=1)


@pytest.mark.slow
@pytest.mark.sqlite
def test_kill_9_of_a_raters_kernel_fifty_times(table: Any) -> None:
    play(table, rounds=50, seed=2)


@pytest.mark.soak
@pytest.mark.timeout(5400)
def test_kill_9_of_a_raters_kernel_a_thousand_times(
    seat: Callable[..., Any], engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    clicks = 0
    for meeting in range(20):  # no meeting holds the scores of a thousand kernels
        table = seat()
        clicks += play(table, rounds=50, seed=meeting + 3)
        table.close()  # a server has only so many places
    with capsys.disabled():
        print(f"\n{engine}: 1,000 kills while scoring, {clicks} acknowledged scores, none lost and none there twice")


def test_a_kernel_killed_between_key_file_and_first_score_goes_on_with_that_key(table: Any) -> None:
    key = table["aiko"].keys.load_or_create("s-1", "aiko", "pilot")
    table["aiko"].score("p1", "queues", 4, reason="after the kill")
    assert table["aiko"].keys.load("s-1", "aiko", "pilot") == key
    assert table["aiko"].state_for()["mine"]["sheets"][0]["cells"][0]["value"] == 4


def click_in_a_second_kernel(address: str, keys: Path, gate: Connection, actor: str, count: int) -> None:
    session = Session(open_store(address), "s-1", actor, keys=keys)
    gate.recv()
    for n in range(count):
        session.score(*CELLS[n % len(CELLS)], 1 + n % 5, reason=f"{os.getpid()}", request=f"{os.getpid()}-{n}")


def test_two_kernels_of_one_rater_and_another_rater_write_at_once(table: Any) -> None:
    gates = [PROCESSES.Pipe() for _ in range(3)]
    kernels = [
        PROCESSES.Process(
            target=click_in_a_second_kernel, args=(table.address, table.path.parent / "keys", inner, actor, 15)
        )
        for (_, inner), actor in zip(gates, ("aiko", "aiko", "ben"), strict=True)
    ]
    for kernel in kernels:
        kernel.start()
    for outer, _ in gates:
        outer.send("go")
    for kernel in kernels:
        kernel.join(60)
        assert kernel.exitcode == 0
    assert table.maria.store.verify() == []
    events = [e for e in table.maria.store.events("s-1") if e.kind == "sealed"]
    assert sorted(e.actor for e in events) == ["aiko"] * 30 + ["ben"] * 15
    table.maria.reveal("pilot", reason="x")
    table.maria.reveal("main", reason="x")
    assert verify_seals(table.maria.store) == []
    assert len(table.maria.scores()) == 16


def test_the_board_hears_of_a_score_in_another_kernel(table: Any) -> None:
    heard: list[int] = []
    changed = threading.Condition()

    def hear(state: dict[str, Any]) -> None:
        with changed:
            heard.append(state["people"][2]["rounds"]["pilot"]["scores"])
            changed.notify_all()

    watcher = table.maria.watch(hear)
    table["aiko"].score("p1", "queues", 4, reason="because")
    with changed:
        assert changed.wait_for(lambda: heard[-1:] == [1], 10)
    watcher.close()
