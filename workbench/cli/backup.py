"""`workbench backup STORE COPY`: a whole copy of a store that is in use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli._lines import write_line

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def backup(
    store: Annotated[Path, typer.Argument(help="The store's file.")],
    copy: Annotated[Path, typer.Argument(help="Where the copy goes; nothing is overwritten.")],
) -> None:
    """Copy a store while it is in use, verify the copy, and print how many events it holds."""
    from workbench.store import open_store

    opened = open_store(store, create=False)
    opened.back_up(copy)
    opened.close()
    copied = open_store(copy, create=False)
    problems, (events, sessions) = copied.verify(), copied.size()
    copied.close()
    write_line({"ok": not problems, "events": events, "sessions": sessions, "problems": len(problems)})
    raise typer.Exit(1 if problems else 0)
