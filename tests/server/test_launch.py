"""Lab for a meeting: on this machine alone, with nothing of a person's own Lab in it."""

from __future__ import annotations

import json
import socket
import stat

import nbformat
import pytest

from tests.browser import driver
from workbench.server._launch import lab, lay_out, prepare, settings
from workbench.server._run_notebook import run_notebook


def test_it_listens_here_and_asks_nobody(tmp_path):
    said = settings("secret", tmp_path, 0)
    assert said["ServerApp"]["ip"] == "127.0.0.1"
    assert said["LabApp"]["news_url"] is None
    assert said["LabApp"]["check_for_updates_class"] == "jupyterlab.NeverCheckForUpdate"
    assert said["LabApp"]["extension_manager"] == "readonly"


def test_a_port_that_was_asked_for_is_that_port(tmp_path):
    assert settings("s", tmp_path, 9123)["ServerApp"]["port_retries"] == 0


def test_a_choice_made_in_lab_is_kept(tmp_path):
    environment = prepare(tmp_path)
    assert str(tmp_path) in environment["JUPYTERLAB_SETTINGS_DIR"]
    [choice] = tmp_path.rglob("*.jupyterlab-settings")
    assert json.loads(choice.read_text())["fetchNews"] == "false"
    choice.write_text('{"fetchNews": "false", "kept": true}')
    prepare(tmp_path)
    assert "kept" in choice.read_text()


@pytest.fixture
def empty_home(tmp_path, monkeypatch):
    """A person's first day: a home with nothing in it."""
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.mark.slow
def test_a_notebook_is_run_written_and_signed_in_the_session_lab_will_find(tmp_path, empty_home):
    root = tmp_path / "root"
    root.mkdir()
    cells = ["import os; print('one'); print('two')", "21 * 2", "raise ValueError('told')", "'still here'"]
    path = driver.write_notebook(root / "meeting.ipynb", cells)
    with lab(root, tmp_path / "own") as server:
        [config] = (tmp_path / "own").glob("server-*.json")
        assert stat.S_IMODE(config.stat().st_mode) == 0o600
        assert server.token in config.read_text()
        errors = run_notebook(server.url, server.token, path, path.name, server.runtime_dir)
    assert errors == ["ValueError: told"]
    assert server.process.poll() is not None
    assert not list((tmp_path / "own").glob("server-*.json"))
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    assert [cell.execution_count for cell in notebook.cells[:2]] == [1, 2]
    [stream] = notebook.cells[0].outputs
    assert stream.text == "one\ntwo\n"
    assert notebook.cells[1].outputs[0].data["text/plain"] == "42"
    assert notebook.cells[3].outputs[0].data["text/plain"] == "'still here'", (
        "one broken cell takes no other widget along"
    )
    assert nbformat.sign.NotebookNotary().check_signature(notebook)


@pytest.mark.slow
def test_a_server_that_does_not_come_up_says_why(tmp_path, empty_home):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(RuntimeError, match="JupyterLab did not start"), lab(tmp_path, tmp_path / "own", port=port):
            pass


def test_the_meeting_opens_wide_with_its_notebooks(tmp_path):
    assert lay_out(tmp_path, ["02_calibrate.ipynb", "aiko.ipynb"]) == "lab/workspaces/02_calibrate"
    [file] = (tmp_path / "lab" / "workspaces").iterdir()
    data = json.loads(file.read_text())["data"]
    assert data["layout-restorer:data"]["main"]["current"] == "notebook:02_calibrate.ipynb"
    assert data["layout-restorer:data"]["left"]["collapsed"]
    assert data["notebook:aiko.ipynb"]["data"]["path"] == "aiko.ipynb"


def test_two_peoples_labs_in_one_folder_keep_their_own_look(tmp_path):
    assert lay_out(tmp_path, ["02_calibrate.ipynb"]) != lay_out(tmp_path, ["score of aiko.ipynb"])
    assert len(list((tmp_path / "lab" / "workspaces").iterdir())) == 2
