"""`workbench resume`: documents in, JSON Resume out."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli._lines import write_line

if TYPE_CHECKING:
    from workbench.errors import Refused
    from workbench.resume import Card, Resume

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

_SHOWN = 20


@app.callback()
def resume() -> None:
    """Read documents as JSON Resume."""


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(help="Documents, or folders of them.")],
    workers: Annotated[int | None, typer.Option(help="Worker processes; one a core by default.")] = None,
    resume_from: Annotated[
        Path | None, typer.Option("--skip-done", help="Leave out files that this earlier output names.")
    ] = None,
) -> None:
    """Print one JSON Resume a line, in the order given; exit 1 when a document was refused."""
    from workbench.errors import Refused
    from workbench.resume.pool import documents_in, read_many

    people = _People()
    done = _done(resume_from, people) if resume_from else set()
    paths: list[Path] = []
    folders = False
    for name in files:
        path = Path(name)
        if path.is_dir() and not path.is_symlink():
            folders = True
            paths += documents_in(path)
        else:
            paths.append(path)
    paths = [path for path in paths if str(path) not in done]
    count = min(workers, 64) if workers else None
    if len(paths) == 1:
        count = 1
    bar = _Bar(len(paths)) if folders or len(paths) > 20 else None
    reasons: Counter[str] = Counter()
    for path, outcome in read_many(paths, workers=count):
        reasons[outcome.reason if isinstance(outcome, Refused) else "read"] += 1
        line = _line(path, outcome, folders)
        write_line(line)
        people.add(line)
        if bar:
            bar.step()
    if bar:
        bar.close(reasons)
        people.tell()
    sys.stdout.flush()
    raise typer.Exit(1 if set(reasons) - {"read"} else 0)


def _line(path: Path, outcome: Resume | Refused, folders: bool) -> dict[str, Any]:
    from workbench.errors import Refused

    if isinstance(outcome, Refused):
        own: dict[str, Any] = {
            "file": path.name,
            "status": "refused",
            "reason": outcome.reason,
            "message": outcome.message,
            "engine": None,
            "pages": 0,
            "columns": 0,
            "language": None,
            "sections": [],
            "emails": [],
            "phones": [],
            "links": [],
            "findings": [],
        }
        data: dict[str, Any] = {"basics": {}, "meta": {"workbench": own}}
    else:
        from workbench.resume import places

        found = places(outcome)
        data = outcome.data
        own = data["meta"]["workbench"]
        for name, known in own["fields"].items():
            if name in found:
                at = found[name]
                known |= {"box": [round(x, 1) for x in at.box], "words": at.words, "confidence": at.confidence}
    if folders:
        own["path"] = str(path)
    return data


class _People:
    """Collects what tells people apart, and says at the end who may be in twice."""

    def __init__(self) -> None:
        self._cards: list[Card] = []

    def add(self, line: dict[str, Any]) -> None:
        from workbench.resume import card_of

        own = line["meta"]["workbench"]
        if own.get("status") == "read":
            self._cards.append(card_of(line, own.get("path") or own["file"], digest=own.get("digest") or ""))

    def tell(self) -> None:
        from workbench.resume import find_same

        found = find_same(self._cards)
        if found:
            pairs = "1 pair" if len(found) == 1 else f"{len(found)} pairs"
            print(f"{pairs} may be the same person twice; nothing was merged:", file=sys.stderr)
        for same in found[:_SHOWN]:
            print(f"  {same.one} and {same.other}: {same.why}", file=sys.stderr)
        if len(found) > _SHOWN:
            print(f"  … and {len(found) - _SHOWN} more", file=sys.stderr)


def _done(earlier: Path, people: _People) -> set[str]:
    import json

    found: set[str] = set()
    for line in earlier.read_text(encoding="utf-8", errors="replace").split("\n"):
        try:
            data = json.loads(line)
            own = data["meta"]["workbench"]
        except (ValueError, KeyError, TypeError):
            continue  # a line cut off when the last run was ended
        if "path" in own:
            found.add(own["path"])
            people.add(data)
    return found


class _Bar:
    """A progress bar on stderr: redrawn in place on a terminal, a line every thousand otherwise."""

    def __init__(self, total: int) -> None:
        self._total, self._count, self._started = total, 0, time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._drawn = 0.0

    def step(self) -> None:
        self._count += 1
        now = time.monotonic()
        if self._terminal and (now - self._drawn > 0.1 or self._count == self._total):
            self._drawn = now
            width = 30 * self._count // max(self._total, 1)
            rate = self._count / max(now - self._started, 0.001)
            bar = "#" * width + "." * (30 - width)
            sys.stderr.write(f"\r[{bar}] {self._count} of {self._total}, {rate:.0f} a second ")
            sys.stderr.flush()
        elif not self._terminal and self._count % 1000 == 0:
            print(f"{self._count} of {self._total}", file=sys.stderr)

    def close(self, reasons: Counter[str]) -> None:
        if self._terminal:
            sys.stderr.write("\n")
        refused = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common() if reason != "read")
        text = f"{reasons['read']} read" + (f", refused: {refused}" if refused else ", none refused")
        print(f"{text}; {time.monotonic() - self._started:.0f} seconds", file=sys.stderr)
