"""`make test` on a machine without a browser or a database server ends with one line, not with forty errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

NEEDS = Path(__file__).with_name("needs.py")


def run(path: Path) -> subprocess.CompletedProcess[str]:
    nowhere = {"PATH": str(path), "DEBIAN_SERVERS": str(path / "*" / "initdb")}
    return subprocess.run([sys.executable, NEEDS], env=nowhere, capture_output=True, text=True)


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("here", "told"),
    [
        ((), "install chromium postgresql)"),
        (("initdb",), "install chromium)"),
        (("chromium",), "install postgresql)"),
    ],
)
def test_what_is_missing_is_told_in_one_line(tmp_path: Path, here: tuple[str, ...], told: str) -> None:
    put(tmp_path, *here)
    said = run(tmp_path)
    assert said.returncode == 1
    assert said.stdout.count("\n") == 1
    assert told in said.stdout
    assert said.stderr == ""


def test_a_machine_with_both_is_told_nothing(tmp_path: Path) -> None:
    put(tmp_path, "chromium", "initdb")
    said = run(tmp_path)
    assert (said.returncode, said.stdout) == (0, "")
