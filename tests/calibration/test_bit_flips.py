"""A disk that turns a bit over must not turn a 2 into a 3 unseen, and a copy must bring the meeting back."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from workbench.calibration.session import Session
from workbench.cli.audit import app
from workbench.cli.main import app as shell
from workbench.errors import StoreError
from workbench.store import open_store


def told(path: Path) -> Any:
    """Everything the meeting says: its log, and what is open."""
    store = open_store(path, create=False)
    try:
        return store.events("s-1"), Session(store, "s-1", "maria").state_for()["board"]
    finally:
        store.close()


def flip(whole: bytes, place: int, bit: int, path: Path) -> None:
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)
    path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :])


def flips(table: Any, count: int, seed: int, tmp_path: Path) -> None:
    table.fill_all()
    table.maria.reveal("pilot")
    table.maria.decide("p1", "advance", "shown")
    said = (table.maria.store.events("s-1"), table.maria.state_for()["board"])
    copy = tmp_path / "copy.db"
    run = CliRunner().invoke(shell, ["backup", str(table.path), str(copy)])
    assert (run.exit_code, json.loads(run.stdout)["ok"]) == (0, True)
    whole = copy.read_bytes()
    shutil.copytree(table.path.parent / "keys", tmp_path / "hurt" / "keys")
    hurt, chance = tmp_path / "hurt" / "meeting.db", random.Random(seed)
    seen = harmless = 0
    for _ in range(count):
        flip(whole, chance.randrange(len(whole)), chance.randrange(8), hurt)
        if CliRunner().invoke(app, [str(hurt)]).exit_code != 0:
            seen += 1
        else:
            assert told(hurt) == said
            harmless += 1
    assert seen + harmless == count
    assert seen > count // 3
    for beside in ("-wal", "-shm"):
        Path(f"{hurt}{beside}").unlink(missing_ok=True)
    shutil.copy(copy, hurt)
    assert CliRunner().invoke(app, [str(hurt)]).exit_code == 0
    assert told(hurt) == said


@pytest.mark.slow
def test_flipped_bits_are_found_or_harmless_and_a_copy_restores(table: Any, tmp_path: Path) -> None:
    flips(table, 60, 1, tmp_path)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_three_hundred_flipped_bits(table: Any, tmp_path: Path) -> None:
    flips(table, 300, 2, tmp_path)


def test_a_copy_is_made_in_use_and_overwrites_nothing(table: Any, tmp_path: Path) -> None:
    table["aiko"].score("p1", "queues", 4, reason="before the copy")
    table.maria.store.back_up(tmp_path / "copy.db")
    assert [file.name for file in tmp_path.glob("copy.db*")] == ["copy.db"]
    kept = (tmp_path / "copy.db").read_bytes()
    with pytest.raises(StoreError, match="there already"):
        table.maria.store.back_up(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == kept
