"""`workbench intake …`: check the wording of a request, line by line, or of a capability map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli._lines import read_lines, write_line

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def intake() -> None:
    """What the role needs."""


@app.command()
def check(
    file: Annotated[
        str, typer.Argument(help="A capability map (.yaml), a text with one phrase a line, or - for stdin.")
    ],
) -> None:
    """Print the issues of each line as JSON; a broken map is named on its line and gives exit code 1."""
    if file != "-" and not Path(file).is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    if Path(file).suffix.lower() in (".yaml", ".yml"):
        _check_map(Path(file))
        return
    from workbench.intake import check_phrase

    for number, line in enumerate(read_lines(file), start=1):
        write_line({"line": number, "issues": [_shown(issue) for issue in check_phrase(line)]})


def _check_map(path: Path) -> None:
    from workbench.errors import BadTemplate
    from workbench.intake.checks import check as check_map
    from workbench.intake.checks import place_of
    from workbench.intake.template import read_with_lines

    try:
        capability_map, line_of, count = read_with_lines(path)
    except BadTemplate as broken:
        write_line({"line": broken.line, "field": broken.field, "refused": str(broken)})
        typer.echo(str(broken), err=True)
        raise typer.Exit(1) from None
    found: dict[int, list[dict[str, Any]]] = {}
    for issue in check_map(capability_map):
        found.setdefault(line_of(place_of(capability_map, issue)), []).append(_shown(issue))
    for number in range(1, count + 1):
        write_line({"line": number, "issues": found.get(number, [])})


def _shown(issue: Any) -> dict[str, str]:
    return {"code": issue.code, "text": issue.text, "why": issue.why, "better": issue.better}
