"""Every promise of the log is tested on both databases that keep it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.postgres import new_database

Address = str


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def new_address(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Address]:
    """Give addresses of stores that are not there yet."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    made = iter(range(1000))
    return lambda: str(tmp_path / f"log{next(made)}.db") if engine == "sqlite" else new_database()


@pytest.fixture
def address(new_address: Callable[[], Address]) -> Address:
    return new_address()
