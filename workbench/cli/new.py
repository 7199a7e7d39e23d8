"""`workbench new KIND`: a notebook for a meeting of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli._lines import write_line

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def new(
    kind: Annotated[str, typer.Argument(help="intake, calibration, debrief, training or analysis.")],
    req: Annotated[str, typer.Option(help="The requisition, for the title and the file's name.")] = "",
    folder: Annotated[Path | None, typer.Option(help="Where to write it; the current folder.")] = None,
) -> None:
    """Copy a notebook, dated, with its code hidden; prints its file. Never writes over another."""
    from workbench._notebooks import new_notebook

    write_line({"kind": kind, "file": str(new_notebook(kind, req, into=folder))})
