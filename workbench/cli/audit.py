"""`workbench audit STORE`: verifies every chain and every seal; says the first broken event."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli._lines import write_line
from workbench.errors import StoreDamaged

if TYPE_CHECKING:
    from workbench.store import Problem, Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def audit(
    store: Annotated[str, typer.Argument(help="The store's file, or postgresql://… of a team's.")],
    every: Annotated[bool, typer.Option("--all", help="Print every problem, not the first alone.")] = False,
    record: Annotated[Path | None, typer.Option(help="A record (JSON): its last event must be in the log.")] = None,
    export: Annotated[Path | None, typer.Option(help="Write the log as lines of JSON that anyone can check.")] = None,
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
    if record is not None and not problems:
        problems = _against(opened, record)
    if export is not None:
        opened.export(export)
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


def _against(store: Store, record: Path) -> list[Problem]:
    """Compare with a record that was written earlier: a log that was cut off, or made anew, lacks its last event."""
    import json

    from workbench.errors import StoreError
    from workbench.store import Problem

    try:
        facts = json.loads(record.read_bytes())
        session, last, mark = facts["session"], facts["log"]["last"], facts["log"]["hash"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StoreError(f"{record} is not a record that Workbench wrote: {problem}.") from None
    found = next((event for event in store.events(session) if event.seq == last), None)
    if found is not None and found.hash == mark:
        return []
    why = f"The record stands on event {last} with the hash {mark[:16]}…, and the log of {session} does not hold it."
    return [Problem(last, session, found.actor if found else "", "record", why)]
