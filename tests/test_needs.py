"""`make test` on a machine without a browser ends with one line, not with forty errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NEEDS = Path(__file__).with_name("needs.py")


def run(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, NEEDS], env={"PATH": str(path)}, capture_output=True, text=True)


def test_a_machine_without_a_browser_is_told_in_one_line(tmp_path):
    said = run(tmp_path)
    assert said.returncode == 1
    assert said.stdout.count("\n") == 1
    assert "install chromium" in said.stdout
    assert said.stderr == ""


def test_a_machine_with_one_is_told_nothing(tmp_path):
    (tmp_path / "chromium").write_text("#!/bin/sh\n")
    (tmp_path / "chromium").chmod(0o755)
    said = run(tmp_path)
    assert (said.returncode, said.stdout) == (0, "")
