"""Benchmarks run when asked for: `make bench`, or `pytest tests/bench --benchmarks`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

# the keyword matchers that `make bench` installs stand last, so that nothing of theirs takes the place of ours
sys.path.append(os.environ.get("WORKBENCH_MATCHERS") or str(Path(sys.prefix) / "matchers"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--benchmarks", action="store_true", help="measure speed and print tables")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    asked = config.getoption("--benchmarks", default=False)
    return None if asked or not collection_path.name.startswith("test_") else True
