"""Lines in, JSON lines out: what every command of the shell shares."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_lines(source: str | Path) -> Iterator[str]:
    """Give the lines of a file, or of stdin for `-`; a line ends at `\\n` only, and a last empty one does not count."""
    data = sys.stdin.buffer.read() if str(source) == "-" else Path(source).read_bytes()
    text = data.decode("utf-8", errors="replace")
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    yield from lines


def write_line(value: Any) -> None:
    """Print one JSON object on a line of its own, ASCII-escaped so that nothing inside can end the line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True, separators=(", ", ": ")) + "\n")
