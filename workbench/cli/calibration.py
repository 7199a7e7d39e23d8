"""`workbench calibration …`: agreement of a panel from a table of ratings."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli._lines import write_line
from workbench.errors import BadRatings, NotAllowed

if TYPE_CHECKING:
    import pandas as pd

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


def _frame(source: Path) -> pd.DataFrame:
    import sys

    import pandas as pd

    try:
        return pd.read_csv(
            sys.stdin if str(source) == "-" else source, dtype=str, keep_default_na=False, encoding="utf-8-sig"
        )
    except (OSError, ValueError) as problem:
        raise BadRatings(f"{source} could not be read as a CSV file: {problem}") from problem


def _plain(value: Any) -> Any:
    """Give what JSON can hold: nothing for an undefined number."""
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return value


@app.callback()
def calibration() -> None:
    """Agreement and severity among raters."""


@app.command()
def agreement(
    ratings: Annotated[Path, typer.Argument(help="CSV with the columns rater, unit, criterion, score; - for stdin.")],
) -> None:
    """Print a line a criterion and statistic: value, interval, n, and what it can tell."""
    from workbench.calibration import agreement as agreement_of

    for row in agreement_of(_frame(ratings)).to_dict("records"):
        write_line({name: _plain(value) for name, value in row.items()})


@app.command()
def labels(
    folder: Annotated[Path, typer.Argument(help="Where the meeting's .workbench folder lies.")] = Path(),
) -> None:
    """Print the profiles that people put right in the meeting, a line each, as labelled data."""
    from workbench.calibration import labelled_profiles, open_meeting, open_store_of_meeting

    if not open_store_of_meeting(folder).sessions():
        raise NotAllowed(f"There is no meeting in {folder.resolve()}.")
    for line in labelled_profiles(open_meeting(folder=folder)):
        write_line(line)


@app.command()
def severity(
    ratings: Annotated[Path, typer.Argument(help="CSV with rater, unit, criterion, score[, occasion]; - for stdin.")],
) -> None:
    """Print severity, strength and difficulty in logits, interactions, drift, and fair scores with rank intervals."""
    from workbench.calibration import severity as severity_of

    for row in severity_of(_frame(ratings)).to_dict("records"):
        fair = row["facet"] == "fair"
        kept = [k for k in row if fair or k not in {"criterion", "rank_low", "rank_high"}]
        write_line({k: _plain(row[k]) for k in kept if k != "why" or row["why"]})
