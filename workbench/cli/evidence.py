"""`workbench evidence`: depth, scale and ownership from sentences."""

from __future__ import annotations

import typer

from workbench.cli._lines import read_lines, write_line

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def evidence() -> None:
    """Read what the words of a profile show."""


@app.command()
def read(file: str = typer.Argument("-", help="Sentences, one a line; - for stdin.")) -> None:
    """Print, for each sentence, its skills with depth, scale and ownership."""
    from workbench.evidence import read_sentence

    for number, line in enumerate(read_lines(file), start=1):
        skills = [
            {
                "id": skill.id,
                "name": skill.name,
                "depth": skill.depth,
                "scale": [size.to_dict() for size in skill.scale],
                "ownership": skill.ownership,
            }
            for skill in read_sentence(line)
        ]
        write_line({"line": number, "skills": skills})
