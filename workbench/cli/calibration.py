"""`workbench calibration …`: agreement of a panel from a table of ratings."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli._lines import write_line
from workbench.errors import BadRatings

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def calibration() -> None:
    """Agreement among raters."""


@app.command()
def agreement(
    ratings: Annotated[Path, typer.Argument(help="CSV with the columns rater, unit, criterion, score; - for stdin.")],
) -> None:
    """Print a line a criterion and statistic: value, interval, n, and what it can tell."""
    import sys

    import pandas as pd

    from workbench.calibration import agreement as agreement_of

    try:
        source = sys.stdin if str(ratings) == "-" else ratings
        frame = pd.read_csv(source, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as problem:
        raise BadRatings(f"{ratings} could not be read as a CSV file: {problem}") from problem
    for row in agreement_of(frame).to_dict("records"):
        numbers = {k: None if isinstance(v, float) and math.isnan(v) else v for k, v in row.items()}
        write_line(numbers)
