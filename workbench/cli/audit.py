"""`workbench audit STORE`: verifies every chain and every seal; says the first broken event."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli._lines import write_line
from workbench.errors import StoreDamaged

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def audit(
    store: Annotated[str, typer.Argument(help="The store's file, or postgresql://… of a team's.")],
    every: Annotated[bool, typer.Option("--all", help="Print every problem, not the first alone.")] = False,
) -> None:
    """Verify a store: hashes, chains, what lies beside the log, seals. Exit 0 when all is well, 1 when not."""
    from workbench.calibration.verifying import verify_seals
    from workbench.store import open_store

    try:
        opened = open_store(store, create=False)
    except StoreDamaged as damaged:
        write_line({"ok": False, "events": None, "sessions": None, "problems": 1})
        write_line({"seq": None, "session": "", "actor": "", "what": "file", "why": str(damaged)})
        raise typer.Exit(1) from None
    problems = opened.verify()
    if not problems:
        problems = verify_seals(opened)
    events, sessions = opened.size()
    opened.close()
    write_line({"ok": not problems, "events": events, "sessions": sessions, "problems": len(problems)})
    for problem in problems if every else problems[:1]:
        write_line(
            {
                "seq": problem.seq,
                "session": problem.session,
                "actor": problem.actor,
                "what": problem.what,
                "why": problem.why,
            }
        )
    raise typer.Exit(1 if problems else 0)
