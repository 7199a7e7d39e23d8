"""The labelled and the hard documents beside the repository; collected only where they are."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.errors import Refused
from workbench.resume import Reader

pytestmark = pytest.mark.slow

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval"

if (_SHARED / "resumes" / "run.py").exists():

    def test_labelled_profiles(tmp_path: Path) -> None:
        workbench = str(Path(sys.executable).parent / "workbench")
        minima = (
            "macro=0.97 name=0.97 email=0.98 phone=0.97 employer=0.95 title=0.95 start=0.97 end=0.95 "
            "institution=0.95 degree=0.95 skills=0.95"
        )
        arguments = [piece for minimum in minima.split() for piece in ("--min", minimum)]
        run = subprocess.run(
            [sys.executable, str(_SHARED / "resumes" / "run.py"), "--workbench", workbench, *arguments],
            capture_output=True,
            text=True,
            timeout=200,
        )
        assert run.returncode == 0, run.stdout + run.stderr


if (_SHARED / "documents" / "hard").is_dir():

    def test_hard_documents_are_read_or_refused_in_time() -> None:
        with Reader() as reader:
            for path in sorted((_SHARED / "documents" / "hard").iterdir()):
                if path.suffix not in {".pdf", ".docx"}:
                    continue
                started = time.monotonic()
                try:
                    resume = reader.read(path)
                except Refused:
                    pass  # refused by name, in time: that is the promise
                else:
                    assert any(line.text for line in resume.document.lines(hidden=True)), path.name
                assert time.monotonic() - started < 10, path.name
