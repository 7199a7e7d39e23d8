"""A meeting is begun without a line of code, and what was typed survives a new run of the cell."""

from __future__ import annotations

import pytest

from tests.browser import driver
from workbench import calibration

pytestmark = pytest.mark.browser

CELL = """
import os
os.chdir({folder!r})
from workbench.widgets import MeetingSetup
MeetingSetup("backend")
"""
HOSTILE = "<img src=x onerror=\"document.title='owned'\">"


def test_a_form_becomes_a_meeting(lab, page, notebook, tmp_path):
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    for name in ("first", "second", HOSTILE.replace("/", "")):
        text = f"{name}\n\nExperience\nDeveloper, Example Ltd, 2019-2024\n- Ran a service for 40,000 orders a day\n"
        (profiles / f"{name}.txt").write_text(text, encoding="utf-8")
    driver.open_notebook(page, lab, notebook(CELL.format(folder=str(tmp_path))))
    driver.run_all(page)
    widget = page.locator(".wb.setup")
    widget.wait_for(timeout=60_000)
    begin = widget.get_by_role("button", name="Begin the meeting")
    assert begin.get_attribute("aria-disabled") == "true"
    assert "name the folder with the profiles" in widget.inner_text()
    widget.get_by_role("button", name="profiles", exact=True).click()
    driver.until(lambda: "3 of 3 in the meeting" in widget.inner_text(), "the profiles")
    assert "name the person who facilitates" in widget.inner_text()
    for n, name in enumerate(("Elin", "Maria", "Tobias"), start=1):
        widget.get_by_label(f"Name of person {n}").fill(name)
    widget.locator(".saved", has_text="the form").wait_for()
    driver.run_all(page)
    driver.until(
        lambda: widget.count() == 1 and widget.get_by_label("Name of person 3").input_value() == "Tobias",
        "the names again",
    )
    driver.until(lambda: begin.get_attribute("aria-disabled") is None, "a form that is complete")
    assert widget.locator("img").count() == 0
    assert page.title() != "owned"
    begin.click()
    widget.get_by_text("The meeting has begun").wait_for()
    assert "score_maria.ipynb" in widget.inner_text()
    meeting = calibration.open_meeting(tmp_path / ".workbench" / "meeting.db")
    assert [person["name"] for person in meeting.state_for()["people"]] == ["Elin", "Maria", "Tobias"]
    assert len(meeting.profiles) == 3
    meeting.close()
