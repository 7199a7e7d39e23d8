"""Everybody who scores gets a notebook of their own, and nobody's notebook is written over."""

from __future__ import annotations

import nbformat
import pytest

from workbench.widgets.score_sheets import sheet_name, write_score_sheets

RATERS = ["tobias", "sunniva", "kofi", "marguerite"]


@pytest.fixture
def sheets(meeting, tmp_path):
    return write_score_sheets(meeting(), tmp_path / "sheets")


def test_each_rater_has_one_and_the_facilitator_has_none(sheets):
    assert [path.name for path in sheets] == [sheet_name(rater) for rater in RATERS]
    assert all(path.exists() for path in sheets)


def test_a_facilitator_who_scores_gets_one_too(meeting, tmp_path):
    elin = meeting()
    elin.facilitator_scores(True)
    assert sheet_name("elin") in [path.name for path in write_score_sheets(elin, tmp_path)]


def test_a_sheet_that_exists_stays_as_it_is(sheets, meeting, tmp_path):
    """Somebody has run it, and its outputs and notes are theirs."""
    sheets[0].write_text("mine")
    assert write_score_sheets(meeting(), tmp_path / "sheets") == sheets
    assert sheets[0].read_text() == "mine"


def test_it_is_a_valid_notebook_with_its_code_hidden_and_opens_as_its_person(sheets):
    notebook = nbformat.read(sheets[2], 4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.metadata["jupyter"]["source_hidden"] for cell in code)
    assert "actor='kofi'" in code[0].source
    assert [cell.source for cell in code[1:]] == [
        "widgets.ResumeReview(meeting)", "widgets.RubricScoring(meeting)", "widgets.PanelBoard(meeting)"
    ]  # fmt: skip
    assert "Kofi Asante-Bell" in notebook.cells[0].source


def test_it_runs_beside_the_meetings_store(sheets, meeting, tmp_path, monkeypatch):
    meeting()
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    code = next(cell for cell in nbformat.read(sheets[1], 4).cells if cell.cell_type == "code")
    exec(code.source.rsplit("\n", 1)[0], names)
    assert repr(names["meeting"]) == "<Session practice as sunniva>"
    names["meeting"].close()
