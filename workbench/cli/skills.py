"""`workbench skills`: find, resolve and relate skills; check glossaries."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from workbench.cli._lines import read_lines, write_line

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def skills() -> None:
    """Find, resolve and relate skills."""


@app.command()
def find(file: Annotated[str, typer.Argument(help="A text file, or - for stdin.")] = "-") -> None:
    """Name the skills in each line of a text."""
    from workbench import skills as room

    for number, line in enumerate(read_lines(file), 1):
        found = [
            {"id": m.id, "name": m.name, "text": m.text, "start": m.start, "end": m.end} for m in room.recognise(line)
        ]
        write_line({"line": number, "skills": found})


@app.command()
def resolve(names: Annotated[list[str] | None, typer.Argument(help="Names; stdin without any.")] = None) -> None:
    """Say which skill each name stands for."""
    from workbench import skills as room

    for name in _names(names):
        found = room.resolve(name)
        write_line({"name": name, "id": found.id, "candidates": found.candidates, "nearest": found.nearest})


@app.command()
def adjacent(
    names: Annotated[list[str], typer.Argument(help="Names, or - for stdin.")],
    limit: Annotated[int, typer.Option(min=1, help="At most this many a name.")] = 20,
) -> None:
    """Give the skills beside each name, with ramp, path and reason."""
    from workbench import skills as room

    graph = room.graph()
    for name in _names(names):
        found = room.resolve(name)
        if found.id is None:
            write_line({"of": name, "adjacent": [], "candidates": found.candidates, "nearest": found.nearest})
            continue
        write_line({"of": name, "adjacent": [_adjacent(a) for a in graph.adjacent(found.id, limit)]})


def _adjacent(a: Any) -> dict[str, Any]:
    return {
        "id": a.id,
        "name": a.name,
        "score": round(a.score, 4),
        "ramp_weeks": list(a.ramp_weeks) if a.ramp_weeks else None,
        "path": list(a.path),
        "why": a.why,
    }


@app.command()
def pairs(
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns a and b.")],
    relation: Annotated[Literal["related", "implies"], typer.Option()] = "related",
) -> None:
    """Score pairs of names."""
    from workbench import skills as room

    graph = room.graph()
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = csv.DictReader(source)
        if not {"a", "b"} <= set(rows.fieldnames or ()):
            raise typer.BadParameter("the first line of the file must name the columns a and b")
        for row in rows:
            write_line({"a": row["a"], "b": row["b"], **_pair(graph, relation, row["a"] or "", row["b"] or "")})


def _pair(graph: Any, relation: str, a: str, b: str) -> dict[str, Any]:
    """Score two names by the closest of what they may be read as; a name that holds a skill's name shows that skill."""
    from workbench import skills as room

    read = {name: room.read_as(name) for name in (a, b)}
    if unknown := [name for name in (a, b) if not read[name]]:
        return {"score": 0.0, "why": f"unknown: {', '.join(unknown)}"}
    score = getattr(graph, relation)
    best = max(((score(i, j), i, j) for i in read[a] for j in read[b]), key=lambda x: x[0])
    return {"score": round(best[0], 6), "why": graph.why(*best[1:])}


@app.command()
def measure(
    file: Annotated[Path, typer.Argument(help="A CSV file: a, b, label (1, 0 or empty) and perhaps strength.")],
    scores: Annotated[Path | None, typer.Option(help="Another system's scores: a, b, score. Ours without one.")] = None,
    half: Annotated[Literal["all", "dev", "heldout"], typer.Option(help="Which half of the pairs.")] = "all",
) -> None:
    """Measure adjacency by the protocol in docs/adjacency.md."""
    from workbench.cli import _measure

    try:
        write_line(_measure.figures(file, scores, half))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of glossaries; ours without one.")] = None,
) -> None:
    """Check glossaries: ids, aliases, circles, ramps and texts."""
    from workbench.skills.lint import check as lint

    found = lint(folder)
    for finding in found:
        write_line(
            {"file": finding.file, "line": finding.line, "term": finding.term, "code": finding.code, "why": finding.why}
        )
    if found:
        print(f"{len(found)} to mend", file=sys.stderr)
        raise typer.Exit(1)


@app.command("import")
def take_in(
    file: Annotated[Path, typer.Argument(help="ESCO, O*NET or Lightcast as CSV or TSV, or a table of two columns.")],
    out: Annotated[Path, typer.Option(help="The glossary to write, best in the team's own folder.")],
    every: Annotated[
        bool, typer.Option("--every", help="Also what our glossaries have; it will replace that.")
    ] = False,
) -> None:
    """Take in names people already have as a glossary, marked with where they are from."""
    from workbench.errors import BadTemplate
    from workbench.skills.importers import import_csv, without_known, write_glossary

    try:
        data = import_csv(file, out.stem)
    except BadTemplate as error:
        raise typer.BadParameter(str(error)) from error
    data, known = (data, {}) if every else without_known(data)
    write_glossary(data, out)
    write_line({"file": str(out), "terms": len(data["terms"]), "known": len(known)})


@app.command()
def pages(
    folder: Annotated[Path, typer.Argument(help="Where the pages go.")] = Path("docs/glossaries"),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say which pages are not current.")] = False,
) -> None:
    """Write each family as a Markdown page, with an index; print the files that changed."""
    from workbench import skills as room
    from workbench.skills.pages import all_pages, stale, write_pages

    graph = room.graph()
    made = all_pages(room.glossaries(), graph.name)
    changed = [folder / name for name in stale(made, folder)] if check else write_pages(made, folder)
    for file in changed:
        write_line({"file": str(file), "written": not check})
    if check and changed:
        print("not current; run `workbench skills pages`", file=sys.stderr)
        raise typer.Exit(1)


def _names(names: list[str] | None) -> list[str]:
    return list(read_lines("-")) if not names or names == ["-"] else names
