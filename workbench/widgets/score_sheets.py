"""A notebook for each person who scores, so that everybody has a kernel, and a key, of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nbformat

    from workbench.calibration import Session

_READ = (
    "**Read.** One profile at a time, about two minutes: read the page as it is, "
    "and attach the words that show something."
)
_SCORE = (
    "**Score.** Against the anchors, about two minutes a profile; every score rests on a quote or a reason, "
    "and nobody sees it before the reveal."
)
_BOARD = "**After the reveal.** The panel's first scores, the differences and what was decided."


def sheet_name(person: str) -> str:
    """Give the file name of a person's sheet.

    >>> sheet_name("tobias")
    'score_tobias.ipynb'
    """
    return f"score_{person}.ipynb"


def write_score_sheets(meeting: Session, folder: Path | str = ".") -> list[Path]:
    """Write one notebook a rater into `folder`, which lies beside the meeting's store; sheets that exist stay.

    Returns
    -------
    list of Path
        The sheets of all raters, in seating order.
    """
    raters = [person for person in meeting.state_for()["people"] if person["scores"]]
    return [_write(meeting, Path(folder), person["id"], person["name"]) for person in raters]


def write_score_sheet(meeting: Session, folder: Path | str = ".") -> Path:
    """Write the sheet of the person whose handle this is, and give its place; one that exists stays."""
    return _write(meeting, Path(folder), meeting.actor, meeting.me.name)


def _write(meeting: Session, folder: Path, person: str, name: str) -> Path:
    import nbformat

    path = folder / sheet_name(person)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(_sheet(meeting.session, person, name), path)
    return path


def _sheet(session: str, person: str, name: str) -> nbformat.NotebookNode:
    from nbformat import v4

    opening = f"meeting = calibration.open_meeting(actor={person!r}, session={session!r})"
    cells = [
        v4.new_markdown_cell(
            f"# Score sheet of {name}\n\nThree to five minutes a profile, whenever you like.", id="title"
        ),
        _hidden("meeting", f"from workbench import calibration, widgets\n\n{opening}\nmeeting"),
        v4.new_markdown_cell(_READ, id="read"),
        _hidden("read-widget", "widgets.ResumeReview(meeting)"),
        v4.new_markdown_cell(_SCORE, id="score"),
        _hidden("score-widget", "widgets.RubricScoring(meeting)"),
        v4.new_markdown_cell(_BOARD, id="board"),
        _hidden("board-widget", "widgets.PanelBoard(meeting)"),
    ]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    # `runs_when_opened` lets the board's link run it: who scores need not know what a cell is
    about = {"kernelspec": kernel, "language_info": {"name": "python"}, "workbench": {"runs_when_opened": True}}
    sheet: nbformat.NotebookNode = v4.new_notebook(cells=cells, metadata=about)
    return sheet


def _hidden(identifier: str, source: str) -> nbformat.NotebookNode:
    from nbformat import v4

    cell: nbformat.NotebookNode = v4.new_code_cell(source, id=identifier, metadata={"jupyter": {"source_hidden": True}})
    return cell
