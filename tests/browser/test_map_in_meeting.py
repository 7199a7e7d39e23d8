"""A map changed on the spot goes into the meeting as a new version, with a reason."""

from __future__ import annotations

import pytest

from tests.browser import driver
from tests.browser.test_intake_map import PLACES, card

pytestmark = pytest.mark.browser

MEETING = """
import os
os.chdir({folder!r})
from workbench import calibration
from workbench.widgets import IntakeMap
meeting = calibration.open_meeting()
IntakeMap(meeting)
"""


def test_in_a_meeting_changes_go_in_with_a_reason(lab, page, notebook, tmp_path):
    driver.open_notebook(page, lab, notebook(MEETING.format(folder=str(tmp_path))))
    driver.run_all(page)
    widget = page.locator(".wb.intake")
    widget.wait_for(timeout=60_000)
    before = widget.evaluate(PLACES)
    card(widget, "B").click()
    widget.get_by_role("radio", name="used").click()
    widget.get_by_role("button", name="Put them into the meeting").click()
    assert widget.evaluate(PLACES)[1:] == before[1:], "the offer to put the change in must not move the cards"
    dialog = widget.get_by_role("dialog")
    put = dialog.get_by_role("button", name="Put them in")
    assert put.get_attribute("aria-disabled") == "true"
    dialog.get_by_label("Why, in a line").fill("We use it; another team owns it.")
    put.click()
    driver.until(lambda: "version 2 of the map" in widget.locator(".strip").inner_text(), "the meeting's new map")
    assert widget.get_by_role("button", name="Put them into the meeting").count() == 0
