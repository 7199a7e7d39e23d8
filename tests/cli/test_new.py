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


def test_each_kind_that_there_is_can_be_copied_and_the_others_are_named(tmp_path):
    assert {"intake", "calibration"} <= set(there_are())
    for kind in KINDS:
        if kind in there_are():
            nbformat.validate(nbformat.read(new_notebook(kind, into=tmp_path), 4))
        else:
            with pytest.raises(NotAllowed, match=f"There is no {kind} notebook in this version yet"):
                new_notebook(kind, into=tmp_path)


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
