"""Every test runs as if there were no network, and so does every Python process that it starts."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offline import sitecustomize

OFFLINE = Path(sitecustomize.__file__).parent


def pytest_configure() -> None:
    if "WORKBENCH_OUTSIDE" not in os.environ:  # in a process of pytest-xdist the first one has set it
        handle, name = tempfile.mkstemp(prefix="workbench-outside-")
        os.close(handle)
        os.environ["WORKBENCH_OUTSIDE"] = name
    known = [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
    if str(OFFLINE) not in known:
        os.environ["PYTHONPATH"] = os.pathsep.join([str(OFFLINE), *known])


@pytest.fixture(autouse=True)
def stays_on_this_machine() -> Iterator[Path]:
    """Fail the test when it, or a process that it started, tried to reach another machine."""
    log = Path(os.environ["WORKBENCH_OUTSIDE"])
    before = log.stat().st_size
    yield log
    tried = log.read_bytes()[before:].decode()
    assert tried == "", f"something tried to leave this machine:\n{tried}"
