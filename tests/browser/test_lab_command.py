"""`workbench lab` on a first day: an empty home, one command, and a widget that works with nothing pressed."""

from __future__ import annotations

import os
import re
import signal
import subprocess

import psutil
import pytest

from tests.browser import driver

pytestmark = [pytest.mark.browser, pytest.mark.slow]

START = [driver.PYTHON, "-c", "from workbench.cli import main; main()", "lab"]


@pytest.fixture
def first_day(tmp_path):
    """An environment with a home that has nothing in it, and none of Jupyter's own variables."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON", "WORKBENCH", "XDG", "DISPLAY"))
    }
    return {**kept, "HOME": str(home), "PYTHONPATH": str(driver.REPOSITORY)}


@pytest.fixture
def started(first_day, tmp_path):
    """Starts the command and gives the process and the address it prints."""
    running = []

    def start(*arguments):
        process = subprocess.Popen(
            [*START, *map(str, arguments)],
            cwd=tmp_path,
            env=first_day,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        running.append(process)
        said = ""
        for line in process.stderr:
            said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S+", line):
                return process, found.group(), said
        raise AssertionError(said)

    yield start
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(30)
        process.stderr.close()


def ends(process, how):
    """End the command and see that nothing stays behind: a kernel that does keeps the store open."""
    children = psutil.Process(process.pid).children(recursive=True)
    assert len(children) >= 2
    process.send_signal(how)
    assert process.wait(30) == 0
    assert "Everything that was saved is in the store." in process.stderr.read()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []


def test_one_command_and_the_widget_works(started, page, demo, tmp_path):
    root = tmp_path / "meeting"
    root.mkdir()
    notebook = driver.write_notebook(root / "sheet.ipynb", [demo])
    process, address, said = started(notebook, "--no-browser")
    assert "Running sheet.ipynb" in said
    page.goto(address)
    page.locator(".wb .crit .nb").first.click()
    page.locator(".wb .saved").wait_for()
    assert page.get_by_text("not found").count() == 0
    assert page.locator(".wb").bounding_box()["width"] > 1000, "the file list is folded away"
    assert page.locator(".jp-Dialog").count() == 0
    ends(process, signal.SIGINT)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP], ids=["shutdown", "closed terminal"])
def test_ended_from_outside_it_takes_its_server_along(started, tmp_path, how):
    notebook = driver.write_notebook(tmp_path / "plain.ipynb", ["1 + 1"])
    process, _, _ = started(notebook, "--no-browser")
    ends(process, how)


def test_a_notebook_that_is_not_there_is_named(first_day, tmp_path):
    run = subprocess.run(
        [*START, "absent.ipynb", "--no-browser"], cwd=tmp_path, env=first_day, capture_output=True, text=True
    )
    assert run.returncode == 2
    assert "absent.ipynb" in run.stderr
    assert "Traceback" not in run.stderr
