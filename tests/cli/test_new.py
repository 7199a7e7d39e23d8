"""`workbench new`: a notebook of one's own, beside what is there already."""

from __future__ import annotations

import json
from datetime import date

import nbformat
import pytest
from typer.testing import CliRunner

from workbench._notebooks import KINDS, new_notebook, there_are
from workbench.cli.main import app
from workbench.errors import NotAllowed


def test_the_command_says_where_it_wrote(tmp_path):
    run = CliRunner().invoke(app, ["new", "calibration", "--req", "BE 204", "--folder", str(tmp_path)])
    assert run.exit_code == 0
    told = json.loads(run.stdout)
    assert told["kind"] == "calibration"
    assert told["file"] == str(next(tmp_path.glob("*.ipynb")))
    assert told["file"].endswith(f"{date.today().isoformat()}_calibration_BE-204.ipynb")


@pytest.mark.parametrize("kind", KINDS)
def test_each_of_the_five_kinds_is_a_clean_copy_of_what_ships(kind, tmp_path):
    path = new_notebook(kind, "BE-204", into=tmp_path, today=date(2026, 11, 22))
    assert path.name == f"2026-11-22_{kind}_BE-204.ipynb"
    copy, shipped = nbformat.read(path, 4), nbformat.read(there_are()[kind], 4)
    nbformat.validate(copy)
    assert [cell.id for cell in copy.cells] == [cell.id for cell in shipped.cells]
    assert len({cell.id for cell in copy.cells}) == len(copy.cells)
    assert "BE-204 · 22 November 2026" in copy.cells[0].source
    assert copy.metadata == shipped.metadata
    for cell in copy.cells:
        if cell.cell_type == "code":
            assert cell.metadata["jupyter"]["source_hidden"]
            assert (cell.outputs, cell.execution_count) == ([], None)


def test_a_copy_for_analysts_reads_the_own_meeting_and_not_the_sample(tmp_path):
    cells = {cell.id: cell for cell in nbformat.read(new_notebook("analysis", into=tmp_path), 4).cells}
    assert cells["frames"].source == "meeting = %tables\nmeeting"
    assert "workbench" not in cells["frames"].metadata


def test_a_kind_that_is_not_there_is_answered_with_those_that_are(tmp_path):
    with pytest.raises(NotAllowed, match="There is one for intake, calibration, debrief, training, analysis"):
        new_notebook("party", into=tmp_path)


def test_a_name_cannot_leave_the_folder_or_become_markup(tmp_path):
    path = new_notebook("intake", "../../<b>x</b>", into=tmp_path, today=date(2026, 11, 22))
    assert path == tmp_path / "2026-11-22_intake_b-x-b.ipynb"
    assert "../../\\<b\\>x\\</b\\> · 22 November 2026" in nbformat.read(path, 4).cells[0].source


def test_no_notebook_is_written_over(tmp_path):
    first = new_notebook("intake", into=tmp_path, today=date(2026, 11, 22))
    first.write_text("mine", encoding="utf8")
    second = new_notebook("intake", into=tmp_path, today=date(2026, 11, 22))
    assert (first.name, second.name) == ("2026-11-22_intake.ipynb", "2026-11-22_intake_2.ipynb")
    assert first.read_text(encoding="utf8") == "mine"
