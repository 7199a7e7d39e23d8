"""Many documents at once: one worker a core, results as they come, broken ones among them by name."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.errors import Refused
from workbench.resume.profile import Resume
from workbench.resume.reader import DEADLINE, Reader

_KINDS = {".pdf", ".docx", ".odt", ".rtf", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".json", ".doc"}
Result = tuple[Path, Resume | Refused]


def documents_in(folder: Path) -> list[Path]:
    """Give the documents below a folder in order; links, hidden files and other kinds are left out."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(base, name)
            if path.suffix.lower() in _KINDS and not name.startswith(".") and not path.is_symlink():
                found.append(path)
    return found


def read_many(
    paths: Iterable[Path], *, workers: int | None = None, deadline: float = DEADLINE, ordered: bool = True
) -> Iterator[Result]:
    """Read documents in parallel and give each with its profile or its refusal.

    Parameters
    ----------
    paths
        The documents; may be a generator of any length, no more than a few are held at a time.
    workers
        Worker processes, one a core by default.
    deadline
        Seconds a document may take.
    ordered
        Give results in the order of the paths; otherwise as they come.
    """
    count = max(1, workers or os.cpu_count() or 1)
    tasks: queue.Queue[tuple[int, Path] | None] = queue.Queue(maxsize=4 * count)
    results: queue.Queue[tuple[int, Path, Resume | Refused | BaseException] | None] = queue.Queue(maxsize=8 * count)
    stop = threading.Event()

    def feed() -> None:
        for number, path in enumerate(paths):
            while not stop.is_set():
                try:
                    tasks.put((number, path), timeout=0.2)
                    break
                except queue.Full:
                    continue
            if stop.is_set():
                break
        for _ in range(count):
            tasks.put(None)

    def work() -> None:
        with Reader(deadline=deadline) as reader:
            while (task := tasks.get()) is not None and not stop.is_set():
                number, path = task
                try:
                    results.put((number, path, reader.read(path)))
                except Refused as refusal:
                    results.put((number, path, refusal))
                except BaseException as problem:
                    results.put((number, path, problem))
        results.put(None)

    threads = [threading.Thread(target=target, daemon=True) for target in [feed, *[work] * count]]
    for thread in threads:
        thread.start()
    try:
        yield from _collect(results, count, ordered)
    finally:
        stop.set()
        _drain(results, tasks, threads)


def _collect(
    results: queue.Queue[tuple[int, Path, Resume | Refused | BaseException] | None], count: int, ordered: bool
) -> Iterator[Result]:
    waiting: dict[int, Result] = {}
    turn = ended = 0
    while ended < count:
        result = results.get()
        if result is None:
            ended += 1
            continue
        number, path, outcome = result
        if not isinstance(outcome, Resume | Refused):
            raise outcome
        if not ordered:
            yield path, outcome
            continue
        waiting[number] = (path, outcome)
        while turn in waiting:
            yield waiting.pop(turn)
            turn += 1


def _drain(
    results: queue.Queue[tuple[int, Path, Resume | Refused | BaseException] | None],
    tasks: queue.Queue[tuple[int, Path] | None],
    threads: list[threading.Thread],
) -> None:
    """Let every thread end when the caller stopped early."""
    while any(thread.is_alive() for thread in threads):
        try:
            tasks.get_nowait()
        except queue.Empty:
            tasks.put(None)
        try:
            results.get(timeout=0.05)
        except queue.Empty:
            continue
