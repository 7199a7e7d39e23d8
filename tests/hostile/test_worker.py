"""The worker may die; the notebook that asked must not, and the next document must be read."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from pathlib import Path

import pytest

from workbench.errors import Refused
from workbench.resume import Reader


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "ines.txt"
    path.write_text("Ines Aldana\n\nSkills\nGo, Python\n")
    return path


def _worker(reader: Reader) -> int:
    assert reader._process is not None
    return reader._process.pid


def test_a_killed_worker_is_replaced(letter: Path) -> None:
    with Reader() as reader:
        reader.read(letter)
        first = _worker(reader)
        os.kill(first, signal.SIGKILL)
        assert reader._process is not None
        reader._process.wait(5)
        assert reader.read(letter).name == "Ines Aldana"
        assert _worker(reader) != first


def test_threads_share_one_worker(letter: Path) -> None:
    """Widgets call from threads of their own; answers must not be swapped."""
    names: list[str | None] = []
    others = []
    for number in range(8):
        path = letter.with_name(f"person{number}.txt")
        path.write_text(f"Person Number{'abcdefgh'[number]}\n\nSkills\nGo\n")
        others.append(path)
    with Reader() as reader:

        def ask(path: Path) -> None:
            names.append(reader.read(path).name)

        threads = [threading.Thread(target=ask, args=(path,)) for path in others]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert reader.spawned == 1
    assert sorted(filter(None, names)) == [f"Person Number{letter}" for letter in "abcdefgh"]


def _in_child(path: str, answers: object) -> None:
    from workbench import resume

    answers.put(resume.read(path).name)  # type: ignore[attr-defined]


def test_a_fork_gets_a_worker_of_its_own(letter: Path) -> None:
    from workbench import resume

    assert resume.read(letter).name == "Ines Aldana"
    before = _worker(resume.default_reader())
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    child = context.Process(target=_in_child, args=(str(letter), answers))
    child.start()
    assert answers.get(timeout=30) == "Ines Aldana"
    child.join(20)
    assert child.exitcode == 0
    assert resume.read(letter).name == "Ines Aldana"
    assert _worker(resume.default_reader()) == before


def test_closing_ends_the_worker(letter: Path) -> None:
    reader = Reader()
    reader.read(letter)
    process = reader._process
    assert process is not None
    reader.close()
    assert process.poll() is not None
    assert reader.read(letter).name == "Ines Aldana"
    reader.close()


def test_an_interrupt_leaves_no_answer_behind(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop in a notebook comes between question and answer; the next document must not get the old answer."""
    other = letter.with_name("berta.txt")
    other.write_text("Berta Mwangi\n\nSkills\nRust\n")
    with Reader() as reader:
        reader.read(letter)
        original = reader._answer

        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(reader, "_answer", interrupted)
        with pytest.raises(KeyboardInterrupt):
            reader.read(letter)
        monkeypatch.setattr(reader, "_answer", original)
        assert reader.read(other).name == "Berta Mwangi"


def test_the_worker_has_its_limits(letter: Path) -> None:
    import psutil

    with Reader() as reader:
        reader.read(letter)
        worker = psutil.Process(_worker(reader))
        assert worker.rlimit(psutil.RLIMIT_AS) == (1 << 30, 1 << 30)
        assert worker.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)
        assert worker.memory_info().rss < 160 << 20


def test_what_the_worker_may_not_do(tmp_path: Path) -> None:
    """The audit hook holds even where the system gives no namespace."""
    import subprocess
    import sys

    root = Path(__file__).resolve().parents[2]
    (tmp_path / "secret.txt").write_text("secret")
    code = f"""
import sys; sys.path.insert(0, {str(root)!r})
from workbench.resume.limits import lock_down
lock_down()
import socket, subprocess, os
for act in (
    lambda: socket.create_connection(("127.0.0.1", 9), 1),
    lambda: subprocess.run(["true"]),
    lambda: open({str(tmp_path / "new.txt")!r}, "w"),
    lambda: open({str(tmp_path / "secret.txt")!r}),
    lambda: os.remove({str(tmp_path / "secret.txt")!r}),
    lambda: os.fork(),
):
    try:
        act()
    except PermissionError:
        continue
    print("allowed")
print("done")
"""
    # its input stays open: a worker whose reader is gone ends at once
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read().split() == ["done"]


def test_a_refusal_leaves_the_worker_alive(letter: Path) -> None:
    broken = letter.with_name("broken.pdf")
    broken.write_bytes(b"%PDF-1.7\nnothing\n")
    with Reader() as reader:
        reader.read(letter)
        before = _worker(reader)
        with pytest.raises(Refused):
            reader.read(broken)
        reader.read(letter)
        assert _worker(reader) == before
