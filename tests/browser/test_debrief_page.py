"""The debrief's page from the sample to a debrief of one's own: begun on screen, sealed, and opened by the next run."""

from __future__ import annotations

import shutil

import pytest

from tests.browser import driver
from workbench._resources import folder as data_folder

pytestmark = pytest.mark.browser


def test_a_debrief_is_begun_on_its_page_and_its_board_waits_for_the_cards(lab, page):
    work = lab.root / "debriefing"
    (work / "candidates").mkdir(parents=True)
    shutil.copy(data_folder("notebooks") / "04_debrief.ipynb", work)
    text = "Ana\n\nExperience\nDeveloper, Example Ltd, 2019-2024\n- Ran a service for 40,000 orders a day\n"
    (work / "candidates" / "ana.txt").write_text(text, encoding="utf-8")
    driver.open_notebook(page, lab, "debriefing/04_debrief.ipynb")
    driver.run_all(page)
    setup, board = page.locator(".wb.setup"), page.locator(".wb.pb")
    setup.get_by_role("button", name="candidates", exact=True).click()
    driver.until(lambda: "1 of 1 in the debrief" in setup.inner_text(), "the candidate")
    for n, name in enumerate(("Elin", "Maria", "Kofi"), start=1):
        setup.get_by_label(f"Name of person {n}").fill(name)
    begin = setup.get_by_role("button", name="Begin the debrief")
    driver.until(lambda: "say who held which conversation" in setup.inner_text(), "the form to say what is missing")
    assert begin.get_attribute("aria-disabled") == "true"
    setup.get_by_label("Maria holds Coding").check()
    setup.get_by_label("Kofi holds System design").check()
    begin.click()
    setup.get_by_text("The debrief has begun").wait_for()
    assert (work / "score_maria.ipynb").exists()
    driver.run_all(page)
    driver.until(
        lambda: board.count() == 1 and "0 of 1 have submitted" in " ".join(board.inner_text().split()), "the board"
    )
    assert "Scores are sealed until the facilitator reveals them" in page.locator(".jp-Notebook").inner_text()
    row = board.locator(".seats tr", has_text="Maria")
    assert row.get_by_role("link", name="Open the sheet of Maria").count() == 1
    driver.end_kernels(lab)
