"""A folder to hold a meeting in: the shipped notebooks, their sample data, and the store."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

import nbformat

from workbench._resources import folder

_SKIP = {".ipynb_checkpoints", "__pycache__", ".gitkeep", ".DS_Store"}


def working_folder(chosen: Path | None = None) -> Path:
    """Give the folder to work in, filled with the shipped notebooks that it lacks.

    Without a choice it is `meeting/` under the repository's ignored `.workbench/`, or `workbench-meeting/` under the
    current folder when the package is installed. A notebook that people changed is theirs and stays; one they
    only ran is brought up to date with the shipped one.
    """
    source = folder("notebooks")
    target = chosen or _default(source)
    target.mkdir(parents=True, exist_ok=True)
    own = target / ".workbench"
    own.mkdir(mode=0o700, exist_ok=True)
    record = own / "shipped.json"
    before: dict[str, str] = json.loads(record.read_text()) if record.is_file() else {}
    shipped: dict[str, str] = {}
    for path in sorted(p for p in source.rglob("*") if p.is_file() and not _SKIP.intersection(p.parts)):
        name = path.relative_to(source).as_posix()
        there = target / name
        shipped[name] = fingerprint(path)
        ours = not there.exists() or (name in before and fingerprint(there) == before[name])
        if ours and (not there.exists() or before.get(name) != shipped[name]):
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, there)
    _replace(record, json.dumps({**before, **shipped}, indent=1))
    return target


def fingerprint(path: Path) -> str:
    """Give a digest of a file; of a notebook, of what people write in it and not of what running it leaves."""
    data = path.read_bytes()
    if path.suffix == ".ipynb":
        cells = nbformat.reads(data.decode("utf-8"), 4).cells
        data = json.dumps([(cell.cell_type, cell.source) for cell in cells]).encode()
    return hashlib.sha256(data).hexdigest()


def _default(source: Path) -> Path:
    if source.parent.name == "_data":
        return Path.cwd() / "workbench-meeting"
    return source.parent / ".workbench" / "meeting"


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    Path(name).replace(path)
