"""A fresh working folder for the notebooks: a copy of what ships, an empty store, nothing of this machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "notebooks"
_LEFT = (".ipynb_checkpoints", ".workbench", "maps", "records", "team_glossaries")


def notebooks() -> list[Path]:
    return sorted(SHIPPED.glob("*.ipynb"))


def fresh(folder: Path) -> tuple[Path, dict[str, str]]:
    """Fill `folder/work` with the notebooks and give it with the environment to run them in."""
    work = folder / "work"
    shutil.copytree(SHIPPED, work, ignore=shutil.ignore_patterns(*_LEFT))
    home = folder / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WORKBENCH_", "JUPYTER_"))}
    own = {"HOME": str(home), "IPYTHONDIR": str(home / "ipython"), "JUPYTER_RUNTIME_DIR": str(home / "runtime")}
    return work, {**kept, **own}
