"""The first widget after `%load_ext` brings half of the program in: a meeting does not wait for that.

Measured as the kernel's computing time, since a machine that does other things meanwhile says nothing about us.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.kernel.conftest import ROOT

MOST = 1.0
ROUNDS = 3
SHOWN = """
import json, sys, time
from ipykernel.inprocess.manager import InProcessKernelManager
manager = InProcessKernelManager()
manager.start_kernel()
shell = manager.kernel.shell
shell.run_line_magic("load_ext", "workbench")
begun = time.process_time()
outcome = shell.run_cell(sys.argv[1])
outcome.raise_error()
took = time.process_time() - begun
print(json.dumps([took, hasattr(outcome.result, "comm") and outcome.result.comm is not None]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["%panel", "%score", "%intake backend", "%adjacent Docker --picture"])
def test_the_first_widget_is_there_within_a_second(verb, tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WORKBENCH_")}
    # what is read once a machine (the glossaries' index) is read before: a first notebook is measured, not a first day
    took: list[float] = []
    while len(took) < ROUNDS + 1 and (len(took) < 2 or min(took[1:]) > MOST):
        folder = tmp_path / str(len(took))
        folder.mkdir()
        run = subprocess.run(
            [sys.executable, "-c", SHOWN, verb], capture_output=True, text=True, check=True, cwd=folder,
            env={**kept, "IPYTHONDIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        seconds, is_widget = json.loads(run.stdout.strip().splitlines()[-1])
        assert is_widget
        took.append(seconds)
    print(f"{verb}: {min(took[1:]):.2f} s, the first of all {took[0]:.2f} s")
    assert min(took[1:]) <= MOST
