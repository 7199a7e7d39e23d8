"""Practice in JupyterLab: read, score, compare, and be told why an answer was wrong."""

from __future__ import annotations

import shutil

import pytest

from tests.browser import driver, people
from tests.notebooks.working import SHIPPED
from tests.training.filling import read
from workbench import intake
from workbench.training import open_exercise

pytestmark = pytest.mark.browser

CRITERIA = [one.to_dict() for one in intake.load("backend").capabilities if one.scored_from_profile]
NAME = "06_recruiter_training.ipynb"


@pytest.fixture
def practice(lab, page):
    """Open the notebook as it ships, in a folder of its own, and run it."""
    folder = lab.root / "practice"
    folder.mkdir()
    shutil.copy(SHIPPED / NAME, folder / NAME)
    exercise = open_exercise(folder=folder)
    read(exercise, exercise.profiles[0], upto=6)  # six of the seven criteria were scored yesterday
    exercise.close()
    driver.open_notebook(page, lab, f"practice/{NAME}")
    driver.run_all(page)
    page.locator(".wb.tp .profiles").wait_for()
    yield page
    driver.end_kernels(lab)
    shutil.rmtree(folder)


def test_a_profile_is_scored_and_then_compared(practice):
    page = practice
    board = page.locator(".wb.tp")
    assert board.get_by_role("button", name="Compare with the panel").count() == 0
    board.get_by_text("the panel’s reading opens when yours is in").wait_for()
    label = page.locator(".wb.sc .prog [aria-current=true] b").inner_text()

    people.score(page, CRITERIA[-1], 2, "My own reason, today.")
    people.recommend(page, label, "hold", "One question is open.")

    # the board learned of it by itself, and still shows nothing of the panel's
    row = board.get_by_role("list", name="Profiles").get_by_role("button", name=label, exact=False).first
    row.click()
    compare = board.get_by_role("button", name="Compare with the panel")
    compare.wait_for()
    assert board.get_by_text("Tobias Renner").count() == 0
    compare.click()
    board.get_by_role("heading", name="Read differently").wait_for()
    assert board.get_by_text("Tobias Renner").count() >= 1
    assert board.locator(".item").count() == 7
    assert board.get_by_text("As I read it.", exact=False).count() >= 1
    assert "1 of 12 profiles compared" in board.inner_text()
    board.get_by_text("What your readings tell so far").wait_for()
    assert "2 more profiles before anything can be told." in board.inner_text()


def test_the_drill_by_keyboard(lab, page, notebook):
    driver.open_notebook(page, lab, notebook("%load_ext workbench", "%drill --seed 6"))
    driver.run_all(page)
    drill = page.locator(".wb.dr")
    drill.locator(".opt").first.wait_for()
    drill.locator("[data-focus=question]").focus()
    for number in range(1, 11):
        page.keyboard.press("1")
        drill.get_by_role("list", name="Questions").get_by_role("listitem").nth(number - 1).locator("svg").wait_for()
        assert drill.locator(".opt.right .why").count() == 1
        page.keyboard.press("Enter")
    drill.get_by_role("heading", name="of 10 right").wait_for()
    drill.get_by_role("button", name="New questions").click()
    drill.get_by_text("drill 7").wait_for()
    assert drill.locator(".opt").count() >= 2
