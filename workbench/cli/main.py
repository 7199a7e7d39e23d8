"""The `workbench` command: its groups, and one way to say what went wrong."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import typer

from workbench.errors import WorkbenchError

# name of the command or group -> module that holds its Typer `app`, and what `workbench --help` says of it
_COMMANDS: dict[str, tuple[str, str]] = {
    "lab": ("workbench.cli.lab", "Start JupyterLab on the meeting notebook, its widgets ready."),
    "meet": ("workbench.cli.meet", "Serve the panel's pages: a link a person, no code."),
    "new": ("workbench.cli.new", "Copy a notebook for a meeting of your own."),
    "resume": ("workbench.cli.resume", "Read documents as JSON Resume."),
    "skills": ("workbench.cli.skills", "Find, resolve and relate skills."),
    "intake": ("workbench.cli.intake", "Check the wording of a request or a capability map."),
    "evidence": ("workbench.cli.evidence", "Read depth, scale and ownership from sentences."),
    "calibration": ("workbench.cli.calibration", "Agreement among raters."),
    "backup": ("workbench.cli.backup", "Copy a store that is in use."),
    "audit": ("workbench.cli.audit", "Verify the chain of a store."),
}


class _Lazy(typer.core.TyperGroup):
    """Imports a command's module when it is called, so that one room does not wait for another."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in _COMMANDS:
            return None
        command = typer.main.get_command(importlib.import_module(_COMMANDS[cmd_name][0]).app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


app = typer.Typer(cls=_Lazy, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def workbench() -> None:
    """Calibration workbench for technical recruiting."""


def main() -> None:
    """Run the command line: 0 all well, 1 a document was refused or a check found something, 2 wrong usage."""
    try:
        app()
    except WorkbenchError as problem:
        print(problem, file=sys.stderr)
        raise SystemExit(2) from None
