"""Tab goes through the meeting's widgets as people read them: where we are, what to do now, the work, is it saved."""

from __future__ import annotations

import pytest

from tests.browser import driver
from tests.browser.people import BOARD, READING, SCORING
from tests.widgets.filling import fill
from workbench.calibration import open_meeting

pytestmark = pytest.mark.browser

MOST = 90

# Where the focus is: outside, or in which of the widget's four parts.
PART = """(selector) => {
  const root = document.querySelector(selector), at = document.activeElement;
  if (!root || !root.contains(at) || at === root) return 'outside';
  if (at.closest('.strip')) return 'strip';
  if (at.closest('.nowline, .tools')) return 'now';
  return at.closest('.foot') ? 'store line' : 'main'; }"""


@pytest.fixture
def screens(lab, page, notebook, tmp_path):
    """Open a rater's three widgets, the pilot revealed."""
    elin = open_meeting(folder=tmp_path, profiles=["p1", "p2"])
    for rater in ("tobias", "sunniva", "kofi", "marguerite"):
        handle = open_meeting(folder=tmp_path, actor=rater)
        fill(handle, "p1", 2 if rater == "kofi" else 4)
        handle.submit("pilot")
        handle.close()
    elin.reveal("pilot")

    def open_for(actor):
        opened = f"from workbench import calibration, widgets\nmeeting = calibration.open_meeting(folder={str(tmp_path)!r}, actor={actor!r})"
        shown = [f"widgets.{name}(meeting)" for name in ("ResumeReview", "RubricScoring", "PanelBoard")]
        driver.open_notebook(page, lab, notebook(opened, *shown))
        driver.run_all(page)
        page.locator(BOARD).wait_for(timeout=60_000)
        page.locator(f"{READING} .paper").first.wait_for(timeout=60_000)
        return page

    yield open_for
    elin.close()


def parts_by_tab(page, widget):
    """Press Tab from the strip on until the focus leaves; give the parts in which it was, repeats left out."""
    page.locator(f"{widget} .strip button").first.focus()
    seen = []
    for _ in range(MOST):
        part = page.evaluate(PART, widget)
        if part == "outside":
            return seen
        if not seen or seen[-1] != part:
            seen.append(part)
        page.keyboard.press("Tab")
    raise AssertionError(f"{MOST} times Tab do not leave the widget")


@pytest.mark.parametrize(("actor", "widget"), [("tobias", SCORING), ("tobias", READING), ("elin", BOARD)])
def test_tab_goes_strip_now_main_store_line(screens, actor, widget):
    page = screens(actor)
    assert parts_by_tab(page, widget) == ["strip", "now", "main", "store line"]
    assert page.locator(f"{widget} [tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0


def test_m_and_d_are_the_boards_and_not_the_notebooks(screens):
    """In Lab `m` makes a cell text and `d d` deletes it, the meeting with it."""
    page = screens("elin")
    before = driver.cell_sources(page)
    for widget in (BOARD, SCORING, READING):
        page.locator(f"{widget} .strip button").first.focus()
        for key in ("m", "d", "d", "Escape", "m", "x"):
            page.keyboard.press(key)
        page.keyboard.press("Escape")
    assert driver.cell_sources(page) == before
    assert page.locator(".wb").count() == 3
