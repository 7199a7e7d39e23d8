"""A folder of many documents, duplicates and broken files among them: finished, counted, taken up again."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import typeset

pytestmark = pytest.mark.slow


def _fill(folder: Path, count: int) -> Counter[str]:
    """Write profiles of one person a file, a duplicate and a broken file among every ten; give what is to come out."""
    draw = random.Random(11)
    pages = [
        typeset.typeset(folder / f"layout{n}.pdf", layout).read_bytes() for n, layout in enumerate(typeset.LAYOUTS)
    ]
    for path in folder.glob("layout*.pdf"):
        path.unlink()
    expected: Counter[str] = Counter()
    for number in range(count):
        kind = number % 10
        path = folder / f"{number // 100:03d}" / f"{number:05d}.pdf"
        path.parent.mkdir(exist_ok=True)
        if kind == 7:
            path.with_suffix(".txt").write_text(
                f"Person Nr{number}\np{number // 20}@example.org\n\nEXPERIENCE\nBaker, Firm {number}\n2019 - 2020\n"
            )
            expected["read"] += 1
        elif kind == 8:
            page = draw.choice(pages)
            path.write_bytes(page[: len(page) // draw.choice([3, 50])])
            expected["broken"] += 1
        elif kind == 9:
            path.write_bytes(b"")
            expected["broken"] += 1
        else:
            path.write_bytes(pages[number % len(pages)])
            expected["read"] += 1
    return expected


def _read(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    code = "from workbench.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "resume", "read", str(folder), *more], capture_output=True, text=True, timeout=3600
    )


def _check(folder: Path, count: int) -> None:
    expected = _fill(folder, count)
    run = _read(folder)
    assert run.returncode == 1
    lines = [json.loads(line)["meta"]["workbench"] for line in run.stdout.splitlines()]
    assert len(lines) == count
    assert [line["path"] for line in lines] == sorted(line["path"] for line in lines)
    found = Counter(line["status"] for line in lines)
    # a file cut short may still be read by one of the engines; nothing is lost either way
    assert expected["read"] <= found["read"] <= count
    assert f"{found['read']} read, refused: " in run.stderr
    assert "may be the same person twice; nothing was merged:" in run.stderr
    assert "the same file" in run.stderr
    half = folder.parent / "half.jsonl"
    half.write_text("\n".join(run.stdout.splitlines()[: count // 2]) + '\n{"cut off')
    rest = _read(folder, "--skip-done", str(half))
    assert len(rest.stdout.splitlines()) == count - count // 2


def test_a_small_folder(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    _check(folder, 60)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_ten_thousand(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    _check(folder, 10_000)
