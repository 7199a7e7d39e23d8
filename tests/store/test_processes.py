"""Several kernels write at once, and one of them is killed. Nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
from multiprocessing.connection import Connection

import pytest

from workbench.store import Apart, open_store

PROCESSES = multiprocessing.get_context("fork")  # a fresh interpreter a round would take the time of fifty


def write_many(address: str, actor: str, count: int, gate: Connection) -> None:
    gate.recv()  # all begin together, on a file that may not be there yet
    store = open_store(address)
    for n in range(count):
        store.append("s", actor, "said", {"n": n, "why": Apart(b"x" * 4000)}, request=f"r{n}")
    store.close()


def write_until_killed(address: str, start: int, acknowledged: Connection) -> None:
    store = open_store(address)
    n = start
    while True:
        event = store.append("s", "ana", "said", {"n": n, "why": Apart(b"x" * 4000)}, request=f"r{n}")
        acknowledged.send((n, event.seq, event.hash))
        n += 1


def test_four_processes_open_a_new_store_at_once_and_write(address: str) -> None:
    count = 25
    gates = [PROCESSES.Pipe() for _ in range(4)]
    writers = [
        PROCESSES.Process(target=write_many, args=(address, f"person{n}", count, inner))
        for n, (_, inner) in enumerate(gates)
    ]
    for writer in writers:
        writer.start()
    for outer, _ in gates:
        outer.send("go")
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    store = open_store(address)
    assert store.verify() == []
    events = store.events("s")
    assert len(events) == 4 * count
    for n in range(4):
        assert [e.payload["n"] for e in events if e.actor == f"person{n}"] == list(range(count))
    store.close()


def kill_and_check(address: str, rounds: int, seed: int) -> int:
    chance = random.Random(seed)
    known: dict[int, tuple[int, str]] = {}
    start = 0
    for _ in range(rounds):
        outer, inner = PROCESSES.Pipe(duplex=False)
        writer = PROCESSES.Process(target=write_until_killed, args=(address, start, inner))
        writer.start()
        inner.close()
        for _ in range(chance.randint(1, 12)):
            n, seq, mark = outer.recv()
            known[n] = (seq, mark)
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        try:
            while True:  # what it had said before it died counts
                n, seq, mark = outer.recv()
                known[n] = (seq, mark)
        except EOFError:
            pass
        writer.join(60)
        start = max(known) + 1  # the one after may or may not be there: it is asked for again
    store = open_store(address)
    assert store.verify() == []
    kept = {e.payload["n"]: (e.seq, e.hash) for e in store.events("s")}
    assert len(kept) == len(store.events("s"))
    assert {n: kept.get(n) for n in known} == known
    assert len(kept) - len(known) <= rounds
    store.close()
    return len(known)


def test_kill_9_loses_nothing_that_was_acknowledged(address: str) -> None:
    kill_and_check(address, rounds=3, seed=1)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_kill_9_a_thousand_times(address: str, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    events = kill_and_check(address, rounds=1000, seed=2)
    with capsys.disabled():
        print(f"\n{engine}: 1,000 kills while writing, {events} acknowledged events, none lost and none there twice")
