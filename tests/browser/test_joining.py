"""Inviting, joining and leaving on the screen: a rater who has to type code to score would not score."""

from __future__ import annotations

import re

import pytest

from tests.browser import driver
from workbench.calibration import open_meeting

pytestmark = pytest.mark.browser


def cell(folder, widget):
    return f"import os\nos.chdir({str(folder)!r})\nfrom workbench import calibration, widgets\nwidgets.{widget}"


def test_from_the_invitation_to_the_sheet_and_away_again(lab, page, notebook, tmp_path):
    open_meeting(folder=tmp_path, profiles=["p1", "p2"]).close()
    board_cell = cell(tmp_path, "PanelBoard(calibration.open_meeting())")
    driver.open_notebook(page, lab, notebook(board_cell, cell(tmp_path, "JoinMeeting()")))
    driver.run_all(page)
    board, door = page.locator(".wb.pb"), page.locator(".wb.jm")
    door.locator(".join").wait_for()
    row = board.locator(".seats tr", has_text="Tobias Renner")
    assert "not invited" in row.inner_text()
    row.get_by_role("button", name="invite", exact=True).click()
    board.get_by_role("button", name="Invite Tobias Renner").click()
    message = board.get_by_label("Invitation for Tobias Renner")
    message.wait_for()
    text = message.input_value()
    board.get_by_role("button", name="Copy it").click()
    board.get_by_text("copied", exact=True).wait_for()
    board.get_by_role("button", name="Meeting view").click()
    assert not message.is_visible(), "an invitation is not shown on the wall"
    page.keyboard.press("Escape")
    board.get_by_role("button", name="Done").click()
    assert message.count() == 0

    join = door.get_by_role("button", name="Join", exact=True)
    assert join.get_attribute("aria-disabled") == "true"
    door.get_by_label("Your invitation").fill("an invitation, I think")
    join.click()
    door.get_by_role("note").get_by_text("That is no invitation").wait_for()
    door.get_by_label("Your invitation").fill(text)
    join.click()
    door.get_by_text("score_tobias.ipynb").wait_for()
    assert "workbench/ready?file=" in door.get_by_role("link", name=re.compile("Open the score sheet")).get_attribute(
        "href"
    )
    row.get_by_text("joined").wait_for()

    gone = board.locator(".seats tr", has_text="Kofi Asante-Bell")
    gone.get_by_role("button", name="has left").click()
    assert "stays sealed and counts nowhere: pilot profile (0 of 7 scores)" in board.inner_text()
    board.get_by_label(re.compile("^Why; everyone sees it")).fill("Called to a customer.")
    board.get_by_role("button", name="Kofi Asante-Bell has left").click()
    board.locator(".big-n", has_text="of 3 have submitted").wait_for()
    assert "Kofi Asante-Bell has left: “Called to a customer.”" in board.inner_text()
    gone.get_by_role("button", name="is back").click()
    board.get_by_role("button", name="Kofi Asante-Bell is back").click()
    board.locator(".big-n", has_text="of 4 have submitted").wait_for()


def test_a_debriefs_notes_are_written_on_the_board_and_outlive_the_page(lab, page, notebook, tmp_path):
    driver.open_notebook(page, lab, notebook(cell(tmp_path, "PanelBoard(calibration.sample_debrief_session())")))
    driver.run_all(page)
    close = page.locator(".wb.pb .close")
    close.get_by_role("button", name="Note", exact=True).click()
    close.get_by_role("radio", name="Worries about").click()
    words = "<img src=x onerror=\"document.title='owned'\"> would miss the river"
    close.get_by_label("In their words").fill(words)
    close.get_by_role("button", name="Keep the note").click()
    close.locator(".heard", has_text="would miss the river").wait_for()
    driver.run_all(page)
    driver.until(lambda: close.count() == 1 and "would miss the river" in close.inner_text(), "the note again")
    assert close.locator("img").count() == 0
    assert page.title() != "owned"
