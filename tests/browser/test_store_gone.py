"""When nothing can be stored, the view says so within two seconds and loses nothing."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.browser import driver
from tests.browser.demo.widget import PIXEL, FileSession

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(lab, page, notebook, demo):
    driver.open_notebook(page, lab, notebook(demo))
    driver.run_all(page)
    page.locator(".wb .crit").nth(2).wait_for()
    return page


@pytest.fixture
def stored(tmp_path):
    return lambda: [(row, value) for _, _, row, value in FileSession(tmp_path / "demo.sqlite").rows()]


def kernel_process(page):
    """Ask the widget's kernel who it is, as a view asks."""
    return page.evaluate("""async () => {
      const kernel = window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel;
      const future = kernel.requestExecute({code: 'import os; print(os.getpid())', silent: false, store_history: false});
      let text = ''; future.onIOPub = (m) => { if (m.header.msg_type === 'stream') text += m.content.text; };
      await future.done; return parseInt(text, 10); }""")


def score(page, row, value):
    page.locator(".wb .crit").nth(row).get_by_role("radio", name=str(value)).click()


def test_a_dead_kernel_is_said_within_two_seconds(sheet, stored):
    """A click on a view whose kernel is gone otherwise changes its label and loses the score without a word."""
    score(sheet, 0, 2)
    sheet.locator(".wb .saved").wait_for()
    os.kill(kernel_process(sheet), signal.SIGSTOP)  # a frozen kernel: Lab does not notice it either
    began = time.monotonic()
    score(sheet, 1, 4)
    sheet.locator(".footing .notice.stop").wait_for()
    assert time.monotonic() - began < 2
    notice = sheet.locator(".footing .notice.stop").inner_text()
    assert "Your last score is kept here and is not saved yet. Keep this page open." in notice
    assert "1 score waiting" in sheet.locator(".wb [role=status]").inner_text()
    assert "last saved" in sheet.locator(".wb [role=status]").inner_text()
    assert sheet.locator("[aria-live=assertive]").text_content().startswith("The store cannot be reached.")
    assert stored() == [("Alpha", 2)]


def test_while_it_is_gone_entries_wait_and_typing_goes_on(sheet, stored):
    pid = kernel_process(sheet)
    os.kill(pid, signal.SIGSTOP)
    score(sheet, 1, 4)
    sheet.locator(".footing .notice.stop").wait_for()
    score(sheet, 2, 5)
    sheet.locator(".wb .crit").nth(0).focus()
    sheet.keyboard.press("3")
    sheet.get_by_role("textbox", name="Note").fill("a thought that stays")
    assert "1 score waiting" in sheet.locator(".wb [role=status]").inner_text()
    os.kill(pid, signal.SIGCONT)
    sheet.locator(".wb .saved").wait_for()
    sheet.locator(".footing .notice.stop").wait_for(state="detached")
    assert stored() == [("Beta", 4)], "sent again and again with one id, stored once"
    assert sheet.get_by_role("textbox", name="Note").input_value() == "a thought that stays"
    score(sheet, 2, 5)
    driver.until(lambda: stored() == [("Beta", 4), ("Gamma", 5)], "the next score")


def test_what_waits_is_saved_when_the_cell_runs_again(sheet, stored):
    """The kernel is killed, Lab starts a new one, the person runs the cell: the score they saw waiting is there."""
    os.kill(kernel_process(sheet), signal.SIGKILL)
    score(sheet, 1, 4)
    sheet.locator(".footing .notice.stop").wait_for()
    assert stored() == []
    sheet.locator(".jp-Dialog").get_by_role("button").click()  # "The kernel appears to have died"
    driver.ready(sheet)
    driver.run_all(sheet)
    sheet.locator(".wb .saved").wait_for()
    assert stored() == [("Beta", 4)]
    assert sheet.locator(".wb").count() == 1


def test_a_refusal_is_said_and_nothing_is_called_saved(sheet):
    sheet.get_by_role("button", name="Reveal").click()
    notice = sheet.locator(".footing .notice")
    notice.wait_for()
    assert "Something in the program went wrong here" in notice.inner_text()
    assert sheet.locator(".wb .saved").count() == 0
    sheet.get_by_role("button", name="Close").click()
    notice.wait_for(state="detached")


def test_pictures_arrive_as_bytes(sheet):
    sheet.get_by_role("button", name="Page").click()
    sheet.get_by_text(f"page 2, {len(PIXEL)} bytes").wait_for()
