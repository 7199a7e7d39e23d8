"""One module and one stylesheet a widget, joined from what all widgets share and its own view.

A browser imports a widget's module from a blob, where a relative `import` has nothing to be relative to.
So every JavaScript file here is one function that is given the parts before it and gives back one object:
names inside it are its own and cannot collide.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

SHARED = Path(__file__).parent / "shared"

# Each may use those before it.
MODULES = (
    "dom", "place", "icons", "words", "badge", "scale", "evidence", "anchors", "dots", "interval", "control",
    "invited", "notice", "strip", "wall", "foot", "live", "keys", "list", "drawer", "viewport", "ack", "screen",
)  # fmt: skip
SHEETS = ("tokens", "base", "controls", "evidence", "meeting")

_LEADING = re.compile(r"\A(?:\s+|/\*.*?\*/|//[^\n]*\n)*", re.DOTALL)


def script(view: Path) -> str:
    """Give the module of the widget whose view is `view`: the shared parts, the widget's own, then the view.

    A view of more than one idea has modules of its own in `parts/` beside it, joined in the order of their names'
    first line `/** n. …`; each is one function that is given `wb` and returns one object, `wb.<name>`.

    >>> script(Path("view.js"))  # doctest: +SKIP
    'const wb = {};\\nwb.dom = (function dom() …'

    Parameters
    ----------
    view : Path
        A file with one function, `function view(wb) {…}`, that returns an object with `render`.

    Raises
    ------
    ValueError
        When a file is not one function of the expected name, or uses `import` or `export`.
    """
    own = []
    for path in sorted((view.parent / "parts").glob("*.js"), key=_place):
        if path.stem in MODULES:
            raise ValueError(f"parts/{path.name} has the name of a shared module")
        own.append(f"wb.{path.stem} = ({_function(path.read_text(encoding='utf-8'), path.stem, path)})(wb);")
    body = _function(view.read_text(encoding="utf-8"), "view", view)
    return "\n".join([_shared_script(), *own, f"export default ({body})(wb);", ""])


def _place(part: Path) -> tuple[int, str]:
    """Where a part stands among the others: the number that its first comment begins with."""
    number = re.match(r"/\*\* (\d+)\.", part.read_text(encoding="utf-8"))
    return (int(number.group(1)) if number else 99, part.stem)


def styles(sheet: Path) -> str:
    """Give the stylesheet of a widget: tokens and components, then its own (which may be missing)."""
    own = sheet.read_text(encoding="utf-8") if sheet.is_file() else ""
    return "\n".join([*(_read(f"{name}.css") for name in SHEETS), own])


@cache
def _shared_script() -> str:
    lines = ["const wb = {};"]
    for name in MODULES:
        path = SHARED / f"{name}.js"
        lines.append(f"wb.{name} = ({_function(_read(path.name), name, path)})(wb);")
    return "\n".join(lines)


@cache
def _read(name: str) -> str:
    return (SHARED / name).read_text(encoding="utf-8")


def _function(source: str, name: str, path: Path) -> str:
    """Check that the file is one function called `name`, and give it without what stands before or after."""
    leading = _LEADING.match(source)
    body = source[leading.end() if leading else 0 :].rstrip().rstrip(";")
    if not re.match(rf"function\s+{name}\s*\(", body) or not body.endswith("}"):
        raise ValueError(f"{path.name} must be one function called {name}")
    if re.search(r"^\s*(?:import|export)\b", body, re.MULTILINE) or "\n}\n" in body:
        raise ValueError(f"{path.name} must be one function called {name}, without import, export or a second one")
    return body
