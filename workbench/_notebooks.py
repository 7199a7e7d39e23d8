"""New notebooks for meetings of one's own: dated copies of those that ship, code hidden."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from workbench._resources import folder
from workbench.errors import NotAllowed

# kind -> what the shipped notebook is called after its number
KINDS = {
    "intake": "intake",
    "calibration": "calibrate",
    "debrief": "debrief",
    "training": "recruiter_training",
    "analysis": "ad_hoc_analysis",
}


def there_are() -> dict[str, Path]:
    """Give the kinds that this version has a notebook for, with its file."""
    found = {}
    for kind, stem in KINDS.items():
        shipped = sorted(folder("notebooks").glob(f"[0-9][0-9]_{stem}.ipynb"))
        if shipped:
            found[kind] = shipped[0]
    return found


def new_notebook(kind: str, requisition: str = "", *, into: Path | None = None, today: date | None = None) -> Path:
    """Copy the notebook of a kind into a folder and give its path; an existing file is never written over.

    Outputs are left behind, cell ids are kept, code is hidden, and the title names the requisition and the day.

    Raises
    ------
    NotAllowed
        When there is no such kind, or no notebook for it yet.
    """
    import nbformat

    known = there_are()
    if kind not in KINDS:
        raise NotAllowed(f"There is no notebook for “{kind}”. There is one for {', '.join(known)}.")
    if kind not in known:
        raise NotAllowed(f"There is no {kind} notebook in this version yet. There is one for {', '.join(known)}.")
    day = today or date.today()
    notebook = nbformat.read(known[kind], 4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            # where the shipped notebook shows the sample, a copy reads one's own meeting
            cell.source = cell.metadata.pop("workbench", {}).get("in_a_copy", cell.source)
            cell.metadata["jupyter"] = {**cell.metadata.get("jupyter", {}), "source_hidden": True}
    under = " · ".join([*([_as_text(requisition)] if requisition.strip() else []), f"{day.day} {day:%B %Y}"])
    title = next(cell for cell in notebook.cells if cell.cell_type == "markdown")
    heading, _, rest = title.source.partition("\n")
    title.source = f"{heading}\n\n{under}\n{rest}".rstrip()
    target = into or Path.cwd()
    target.mkdir(parents=True, exist_ok=True)
    stem = "_".join(part for part in (day.isoformat(), kind, _as_name(requisition)) if part)
    text = nbformat.writes(notebook)
    for n in range(1, 1000):
        path = target / (f"{stem}.ipynb" if n == 1 else f"{stem}_{n}.ipynb")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text + "\n")
        except FileExistsError:
            continue
        return path
    raise NotAllowed(f"There are a thousand {stem} notebooks here already. Move some away.")


def _as_name(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60]


def _as_text(text: str) -> str:
    """Write a name into Markdown as the text it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|&])", r"\\\1", " ".join(text.split()))[:200]
