"""A rater's kernel dies in the middle of scoring: nothing is called saved, and nothing is lost or stored twice."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.browser import driver, people
from tests.browser.people import SCORING
from tests.browser.test_store_gone import kernel_process
from workbench.calibration import open_meeting

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(lab, page, request):
    """Tobias at his score sheet of a real meeting; gives the table."""
    table = people.lay_table(lab, request.node.name, ["p1"])
    driver.open_notebook(page, lab, table.sheet("tobias"))
    driver.run_all(page)
    page.locator(f"{SCORING} .crit").nth(6).wait_for(timeout=60_000)
    page.locator(".wb.rv .paper img").first.wait_for(timeout=60_000)
    yield table
    driver.end_kernels(lab)


def criteria(table):
    return [one for one in table.session.state_for()["criteria"] if one["scored_from_profile"]]


def kept(table):
    tobias = open_meeting(folder=table.folder, actor="tobias")
    cells = [cell for sheet in tobias.state_for()["mine"]["sheets"] for cell in sheet["cells"] if cell["scored"]]
    sealed = [event for event in tobias.store.events("practice", actor="tobias") if event.kind == "sealed"]
    tobias.close()
    return {cell["letter"]: (cell["value"], cell["reason"]) for cell in cells}, len(sealed)


def test_a_click_on_a_dead_kernel_says_within_two_seconds_that_nothing_is_saved(sheet, page):
    """Without it the number changes its look, the person goes on, and ten scores are gone."""
    first, second, *_ = criteria(sheet)
    people.score(page, first, 4, "Said before it died.")
    os.kill(kernel_process(page), signal.SIGKILL)
    page.locator(".jp-Dialog").get_by_role("button").first.click()  # Lab: the kernel appears to have died
    began = time.monotonic()
    people.group(page, second).get_by_role("radio").nth(5).click()
    page.locator(f"{SCORING} .footing .notice.stop").wait_for()
    assert time.monotonic() - began < 2
    line = page.locator(f"{SCORING} .footing [role=status]").first.inner_text()
    assert "1 score waiting" in line
    assert kept(sheet) == ({"A": (4, "Said before it died.")}, 1)


def test_what_waited_is_stored_exactly_once_when_the_cell_runs_again(sheet, page):
    first, second, *_ = criteria(sheet)
    people.score(page, first, 4, "Said before it died.")
    os.kill(kernel_process(page), signal.SIGKILL)
    people.group(page, second).get_by_role("radio").nth(5).click()
    page.locator(f"{SCORING} .footing .notice.stop").wait_for()
    page.locator(".jp-Dialog").get_by_role("button").first.click()
    driver.ready(page)
    driver.run_all(page)
    driver.until(lambda: "B" in kept(sheet)[0], "the score that waited")
    page.locator(f"{SCORING} .footing .notice.stop").wait_for(state="detached")
    assert kept(sheet) == ({"A": (4, "Said before it died."), "B": (None, "")}, 2)
    assert page.locator(SCORING).count() == 1


def test_reload_second_browser_and_restart_show_the_same_sheet(sheet, page, lab, chromium):
    first, *_ = criteria(sheet)
    people.score(page, first, 5, "Seen everywhere.")
    driver.save(page)

    def picked(somewhere):
        somewhere.locator(f"{SCORING} .crit").nth(6).wait_for(timeout=60_000)
        return people.group(somewhere, first).locator("[aria-checked=true]").inner_text().split("\n")[0].strip()

    def shows_five(somewhere):
        driver.until(lambda: picked(somewhere) == "5", "the score that was given")

    driver.open_notebook(page, lab, sheet.sheet("tobias"))
    shows_five(page)
    with people.seated(chromium, "tobias") as second:
        driver.open_notebook(second.page, lab, sheet.sheet("tobias"))
        shows_five(second.page)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()")
    driver.ready(page)
    driver.run_all(page)
    shows_five(page)
    assert driver.until(lambda: page.locator(SCORING).count() == 1, "one sheet")
