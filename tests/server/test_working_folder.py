"""The folder people hold a meeting in: filled once, kept up to date, never written over."""

from __future__ import annotations

import nbformat
import pytest

from tests.browser.driver import write_notebook
from workbench.server import _working_folder
from workbench.server._working_folder import fingerprint, working_folder


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    source = tmp_path / "repository" / "notebooks"
    (source / "sample").mkdir(parents=True)
    (source / ".ipynb_checkpoints").mkdir()
    (source / ".ipynb_checkpoints" / "old.ipynb").write_text("{}")
    (source / "sample" / "profile.txt").write_text("words")
    write_notebook(source / "02_calibrate.ipynb", ["1"])
    monkeypatch.setattr(_working_folder, "folder", lambda name: source)
    return source


def run(path):
    """Leave what running a notebook leaves."""
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        cell.outputs, cell.execution_count = [nbformat.v4.new_output("stream", text="1")], 1
    nbformat.write(notebook, path)


def test_notebooks_and_their_sample_data_are_there(shipped):
    target = working_folder()
    assert target == shipped.parent / ".workbench" / "meeting"
    assert (target / "02_calibrate.ipynb").is_file()
    assert (target / "sample" / "profile.txt").read_text() == "words"
    assert not (target / ".ipynb_checkpoints").exists()
    assert (target / ".workbench").stat().st_mode & 0o077 == 0


def test_running_never_touches_the_shipped_one(shipped):
    before = (shipped / "02_calibrate.ipynb").read_bytes()
    run(working_folder() / "02_calibrate.ipynb")
    assert (shipped / "02_calibrate.ipynb").read_bytes() == before


def test_a_notebook_that_was_only_run_follows_the_shipped_one(shipped):
    run(working_folder() / "02_calibrate.ipynb")
    write_notebook(shipped / "02_calibrate.ipynb", ["2"])
    assert nbformat.read(working_folder() / "02_calibrate.ipynb", 4).cells[0].source == "2"


def test_a_run_notebook_keeps_its_outputs_while_nothing_new_is_shipped(shipped):
    run(working_folder() / "02_calibrate.ipynb")
    assert nbformat.read(working_folder() / "02_calibrate.ipynb", 4).cells[0].outputs


def test_what_people_changed_stays_theirs(shipped):
    target = working_folder() / "02_calibrate.ipynb"
    write_notebook(target, ["our own question"])
    write_notebook(shipped / "02_calibrate.ipynb", ["2"])
    for _ in range(2):
        working_folder()
        assert nbformat.read(target, 4).cells[0].source == "our own question"


def test_a_chosen_folder_is_used(shipped, tmp_path):
    assert working_folder(tmp_path / "chosen" / "deep") == tmp_path / "chosen" / "deep"
    assert (tmp_path / "chosen" / "deep" / "02_calibrate.ipynb").is_file()


def test_installed_it_lies_where_people_are(tmp_path, monkeypatch):
    source = tmp_path / "site" / "workbench" / "_data" / "notebooks"
    source.mkdir(parents=True)
    monkeypatch.setattr(_working_folder, "folder", lambda name: source)
    monkeypatch.chdir(tmp_path)
    assert working_folder() == tmp_path / "workbench-meeting"


def test_running_does_not_change_a_notebooks_fingerprint(shipped):
    path = shipped / "02_calibrate.ipynb"
    before = fingerprint(path)
    run(path)
    assert fingerprint(path) == before
    write_notebook(path, ["changed"])
    assert fingerprint(path) != before
