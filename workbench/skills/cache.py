"""What was built from glossaries, kept on disk as JSON and named by the content it was built from."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# raise this when the shape of what is kept changes
FORMAT = 1


@contextmanager
def many_made() -> Iterator[None]:
    """Make many lasting objects without the garbage collector going over them again and again meanwhile."""
    runs = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if runs:
            gc.enable()


def digest(*parts: bytes | str) -> str:
    """Name a content."""
    h = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        h.update(len(data).to_bytes(8, "big") + data)
    return h.hexdigest()


def cache_folder() -> Path:
    """Give the folder for what can be built again: `WORKBENCH_CACHE`, else the user's cache folder."""
    if chosen := os.environ.get("WORKBENCH_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "calibration-workbench"


def load(name: str) -> Any | None:
    """Give what was kept under that name, or None when there is nothing that can be read."""
    try:
        return json.loads((cache_folder() / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None


def keep(name: str, value: Any) -> None:
    """Keep a value; a folder that cannot be written only means that it is built again next time."""
    target = cache_folder() / f"{name}.json"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as file:
            file.write(json.dumps(value, separators=(",", ":")))
        Path(file.name).replace(target)
    except OSError:
        return
    _forget_old(target)


def _forget_old(kept: Path) -> None:
    """Leave only the newest few builds of one kind (the part of the name before the digest)."""
    kind = kept.name.rsplit("-", 1)[0]
    builds = sorted(kept.parent.glob(f"{kind}-*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in builds[40:]:
        old.unlink(missing_ok=True)
