"""Many raters at once, and the bare engine beside them in the same run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic, perf_counter
from typing import Any

import numpy as np
from sqlalchemy import Connection, text

from workbench.store import Apart, open_store

BYTES = 8192  # of a sealed score


@dataclass(frozen=True)
class Load:
    """What came of a load: acknowledged requests and milliseconds each took, for us and for the bare engine."""

    acknowledged: dict[tuple[str, str], int]
    ours: np.ndarray
    bare: np.ndarray
    late: float  # seconds the last write began after its time

    def told(self, name: str) -> str:
        """Say it in a line."""
        one, two = (np.percentile(taken, (50, 99)) for taken in (self.ours, self.bare))
        return (
            f"{name:12} {len(self.ours):6d} scores: median {one[0]:5.1f} ms, p99 {one[1]:6.1f} ms; "
            f"bare engine {two[0]:5.1f} and {two[1]:6.1f} ms"
        )


def run(address: str, *, raters: int, every: float, seconds: float) -> Load:
    """Let raters write a score each `every` seconds, shifted in time; after every fourth comes a bare one."""
    store = open_store(address)
    with store._database.writing.begin() as connection:
        connection.execute(text("CREATE TABLE bare (n INTEGER, content BYTEA)" if "://" in address else
                                "CREATE TABLE bare (n INTEGER, content BLOB)"))  # fmt: skip
    acknowledged: dict[tuple[str, str], int] = {}
    ours: list[float] = []
    bare: list[float] = []
    late: list[float] = []
    begin = monotonic() + 0.5
    gate = threading.Event()

    def rater(number: int) -> None:
        who, n = f"rater{number}", 0
        while True:
            due = begin + every * (n + number / raters)
            if due > begin + seconds:
                return
            gate.wait(max(0.0, due - monotonic()))  # never set: a clock that others can hurry would be another load
            late.append(monotonic() - due)
            n += 1
            payload: dict[str, Any] = {"n": n, "sealed": Apart(bytes(BYTES))}
            request = f"r{n}"
            start = perf_counter()
            event = store.append("s", who, "sealed", payload, request=request)
            ours.append(1e3 * (perf_counter() - start))
            acknowledged[who, request] = event.seq
            if (n + number) % 4 == 0:
                bare.append(_timed(partial(_bare, store, n)))
            if n % 10 == 1:  # a browser that heard nothing asks again
                assert store.append("s", who, "sealed", payload, request=request).seq == event.seq

    threads = [threading.Thread(target=rater, args=(n,)) for n in range(raters)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    return Load(acknowledged, np.array(ours), np.array(bare), max(late))


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return 1e3 * (perf_counter() - start)


def _bare(store: Any, n: int) -> None:
    """One durable insert of as many bytes, in turn like ours: what the engine itself costs."""
    with store._turn, store._database.writing.begin() as connection:
        _insert(connection, n)


def _insert(connection: Connection, n: int) -> None:
    connection.execute(text("INSERT INTO bare (n, content) VALUES (:n, :content)"), {"n": n, "content": bytes(BYTES)})
