"""Where the maps of a team lie: `maps/` beside the notebook, a file a requisition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import BadTemplate, NotAllowed
from workbench.intake import families, load

if TYPE_CHECKING:
    from workbench.intake import CapabilityMap

FOLDER = "maps"
_SUFFIXES = {".yaml", ".yml"}


def is_file(given: str | Path) -> bool:
    """Tell whether a person named a file and not a role family."""
    return isinstance(given, Path) or Path(given).suffix in _SUFFIXES or len(Path(given).parts) > 1


def named(requisition: str, family: str) -> Path:
    """Give the file for a requisition; a map without a number yet goes by its family.

    >>> named("BE-204", "backend").as_posix()
    'maps/BE-204.yaml'
    >>> named("", "backend").as_posix()
    'maps/backend.yaml'
    """
    stem = re.sub(r"[^\w.-]+", "-", requisition.strip()).strip("-.")[:80] or family or "map"
    return Path(FOLDER) / f"{stem}.yaml"


def saved(folder: Path) -> list[Path]:
    """Give the maps saved under a working folder, the one that was changed last first."""
    found = [path for path in (folder / FOLDER).glob("*.yaml") if not path.name.startswith(".")]
    return sorted(found, key=lambda path: (-path.stat().st_mtime_ns, path.name))


def own(folder: Path, family: str) -> Path:
    """Give the file that `IntakeMap("backend")` opens: the team's newest map of the family, else where one will go.

    A file that cannot be read counts when its name is the family's: its mistake is shown rather than passed over.
    """
    plain = folder / named("", family)
    for path in saved(folder):
        try:
            if load(path).family == family:
                return path
        except BadTemplate:
            if path == plain:
                return path
    return plain


def template(family: str) -> CapabilityMap:
    """Give a family's template; say which there are when there is none."""
    if family not in families():
        raise NotAllowed(f"There is no template called {family}. There is {', '.join(families())}.")
    return load(family)


def copy_to(folder: Path, text: str) -> Path:
    """Give the file that a person named for a copy; it must be YAML, and not there yet."""
    path = Path(text.strip()).expanduser()
    if path.suffix not in _SUFFIXES:
        raise NotAllowed("Give a file name that ends with .yaml, such as maps/BE-204.yaml.")
    path = folder / path
    if path.exists():
        raise NotAllowed(f"{text.strip()} exists already. Choose another name; nothing was written.")
    if not path.parent.is_dir() and path.parent != folder / FOLDER:
        raise NotAllowed(f"There is no folder {path.parent}. Nothing was written.")
    return path
