"""Code on the wall screen frightens half the room; and a notebook that stays changed frightens its owner."""

from __future__ import annotations

import pytest

from tests.browser import driver

pytestmark = pytest.mark.browser

CELLS = ("%load_ext workbench", "%adjacent Docker --limit 3", "%meeting_mode")
LOOKS = """() => {
  const px = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return {
    code: [...document.querySelectorAll('.jp-CodeCell .jp-Cell-inputWrapper')].some((e) => getComputedStyle(e).display !== 'none'),
    type: parseFloat(px('.jp-RenderedHTMLCommon', 'fontSize')),
    wide: document.querySelector('.jp-RenderedHTMLCommon').getBoundingClientRect().width,
    files: !document.getElementById('jp-left-stack').classList.contains('lm-mod-hidden'),
  };
}"""


def test_one_switch_makes_the_notebook_fit_for_a_wall_and_back(lab, page, notebook):
    name = notebook(*CELLS)
    driver.open_notebook(page, lab, name)
    files = page.evaluate("() => !document.getElementById('jp-left-stack').classList.contains('lm-mod-hidden')")
    sources = driver.cell_sources(page)
    driver.run_all(page)
    switch = page.get_by_role("switch", name="Shared screen")
    switch.wait_for()
    driver.until(lambda: not page.evaluate(LOOKS)["code"], "the code to hide")
    on = driver.until(lambda: (now := page.evaluate(LOOKS)) and not now["files"] and now, "the file list to fold")
    assert on["type"] >= 18
    assert switch.get_attribute("aria-checked") == "true"

    switch.click()
    driver.until(lambda: page.evaluate(LOOKS)["code"], "the code to come back")
    off = driver.until(lambda: (now := page.evaluate(LOOKS)) and now["files"] == files and now, "the file list")
    assert off["type"] < on["type"]
    assert off["wide"] < on["wide"]
    assert driver.cell_sources(page) == sources

    # run again: its first press switches it on, and the switch that went away does not switch it off
    driver.run_all(page)
    driver.until(lambda: not page.evaluate(LOOKS)["code"], "the code to hide again")
    page.get_by_role("switch", name="Shared screen").wait_for()
    assert page.locator(".wb-shared-screen").count() == 1

    # it can be undone when the kernel is gone
    driver.end_kernels(lab)
    page.get_by_role("switch", name="Shared screen").click()
    driver.until(lambda: page.evaluate(LOOKS)["code"], "the code to come back without a kernel")


def test_every_widget_has_the_button(lab, page, notebook):
    """A facilitator in the meeting's notebook does not look for a verb."""
    driver.open_notebook(
        page,
        lab,
        notebook("from workbench import widgets\nwidgets.Glossary('devops')", "widgets.SkillAdjacency('Docker')"),
    )
    driver.run_all(page)
    glossary, near = page.locator(".wb.gl"), page.locator(".wb.sk")
    near.locator(".node").first.wait_for(timeout=60_000)
    before = page.evaluate(LOOKS)
    glossary.get_by_role("button", name="Shared screen").click()
    driver.until(lambda: not page.evaluate(LOOKS)["code"], "the code to hide")
    assert page.evaluate(LOOKS)["type"] > before["type"]
    near.get_by_role("button", name="Back to the notebook").click()
    driver.until(lambda: page.evaluate(LOOKS)["code"], "the code to come back")
    glossary.get_by_role("button", name="Shared screen").wait_for()
    driver.until(lambda: page.evaluate(LOOKS) == before, "the notebook as it was")
