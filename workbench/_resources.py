"""Where the data that ships with the package lies."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def folder(name: Literal["glossaries", "intake_templates", "notebooks"]) -> Path:
    """Give the folder of that name: inside the installed package, else at the repository's root.

    Raises
    ------
    FileNotFoundError
        When the installation is incomplete.
    """
    for base in (_PACKAGE / "_data", _PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    raise FileNotFoundError(f"{name}/ is missing from this installation; install calibration-workbench again")
