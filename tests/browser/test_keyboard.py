"""A key meant for the widget never edits the notebook, and Ctrl+S still saves it."""

from __future__ import annotations

import pytest

from tests.browser import driver

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(lab, page, notebook, demo):
    """The demo widget in Lab, with a Markdown cell under it that a stray key could reach."""
    name = notebook(demo, "1 + 1")
    driver.open_notebook(page, lab, name)
    driver.run_all(page)
    page.locator(".wb .crit").nth(2).wait_for()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.mode = 'command'")
    return page


PLACES = {
    "a button": ".wb .crit:nth-child(2) .btn",
    "a score": ".wb .crit:nth-child(2) [role=radio][tabindex='0']",
    "a row": ".wb .crit:nth-child(1)",
    "the widget itself": ".wb",
}


KEYS = [
    "m",
    "d",
    "d",
    "a",
    "b",
    "x",
    "y",
    "r",
    "1",
    "2",
    "5",
    "ArrowUp",
    "ArrowDown",
    "Shift+M",
    "Shift+K",
    "z",
    "Delete",
]


def test_bare_keys_do_not_touch_the_notebook(sheet):
    """In command mode Lab turns `m` into Markdown, `d d` deletes the cell, `a` adds one, digits make headings."""
    before = driver.cell_sources(sheet)
    for place in PLACES.values():
        for key in [*KEYS, "Enter", "Escape", "Shift+Enter"]:
            if sheet.locator(".drawer").count():
                sheet.keyboard.press("Escape")
            sheet.locator(place).focus()
            sheet.keyboard.press(key)
        assert driver.cell_sources(sheet) == before, place
    assert sheet.evaluate("window.jupyterapp.shell.currentWidget.content.mode") == "command"


def test_the_same_keys_do_edit_the_notebook_outside_the_widget(sheet):
    """The control: if these keys did nothing here either, the test above would prove nothing."""
    before = driver.cell_sources(sheet)
    sheet.evaluate(
        "() => { const notebook = window.jupyterapp.shell.currentWidget.content; notebook.activeCellIndex = 1; notebook.activeCell.node.focus(); }"
    )
    sheet.keyboard.press("m")
    sheet.wait_for_function("window.jupyterapp.shell.currentWidget.content.model.cells.get(1).type === 'markdown'")
    assert driver.cell_sources(sheet) != before


def test_ctrl_s_saves_from_inside_the_widget(sheet, lab):
    sheet.evaluate(
        "() => { window.jupyterapp.shell.currentWidget.content.model.cells.get(1).sharedModel.setSource('2 + 2'); }"
    )
    sheet.locator(PLACES["a score"]).focus()
    sheet.keyboard.press("Control+s")
    path = next(lab.root.glob("test_ctrl_s*.ipynb"))
    driver.until(lambda: '"2 + 2"' in path.read_text(), "the notebook on disk")


def test_digits_score_and_arrows_walk(sheet):
    sheet.locator(PLACES["a row"]).focus()
    sheet.keyboard.press("ArrowDown")
    sheet.keyboard.press("4")
    sheet.locator(".wb .saved").wait_for()
    assert "B, 4" in sheet.locator(".wb [role=status]").inner_text()
    sheet.keyboard.press("ArrowDown")
    sheet.keyboard.press("0")
    sheet.locator(".wb .saved").get_by_text("C, no evidence").wait_for()
    assert sheet.evaluate("document.activeElement.dataset.id") == "Gamma"


def test_in_a_text_field_letters_are_letters(sheet):
    note = sheet.get_by_role("textbox", name="Note")
    note.click()
    sheet.keyboard.type("mad 123 ?z")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("second line")
    assert note.input_value() == "mad 123 ?z\nsecond line"
    assert sheet.locator(".wb .saved").count() == 0
    assert len(driver.cell_sources(sheet)) == 2


def test_escape_goes_back_a_step_at_a_time(sheet):
    opener = sheet.get_by_role("button", name="Open").nth(1)
    opener.focus()
    sheet.keyboard.press("Enter")
    sheet.locator(".drawer").wait_for()
    sheet.wait_for_function("document.activeElement.closest('.drawer-body')")
    sheet.keyboard.press("Escape")
    sheet.locator(".drawer").wait_for(state="detached")
    sheet.wait_for_function("document.activeElement.textContent === 'Open'")
    sheet.keyboard.press("?")
    sheet.locator(".keylist").wait_for()
    assert "next row" in sheet.locator(".keylist").inner_text()
    sheet.keyboard.press("Escape")
    sheet.locator(".keylist").wait_for(state="detached")


def test_a_list_is_one_tab_stop(sheet):
    sheet.locator(PLACES["a row"]).focus()
    stops = sheet.evaluate("() => [...document.querySelectorAll('.wb .crit')].map(e => e.tabIndex)")
    assert stops == [0, -1, -1]
    sheet.keyboard.press("ArrowDown")
    sheet.wait_for_function("document.querySelectorAll('.wb .crit')[1].tabIndex === 0")
    assert sheet.evaluate("() => [...document.querySelectorAll('.wb .crit')].map(e => e.tabIndex)") == [-1, 0, -1]


def test_a_click_on_plain_ground_keeps_the_keys_in_the_widget(sheet):
    """After a click beside the rows the next `d d` must not delete the cell."""
    before = driver.cell_sources(sheet)
    sheet.locator(".wb .crit b").first.click()
    sheet.keyboard.press("d")
    sheet.keyboard.press("d")
    sheet.locator(".wb .strip").click(position={"x": 4, "y": 4})
    sheet.keyboard.press("d")
    sheet.keyboard.press("d")
    assert driver.cell_sources(sheet) == before


def test_meeting_view_fills_the_window_and_escape_leaves_it(sheet):
    button = sheet.get_by_role("button", name="Meeting view")
    button.click()
    size = sheet.locator(".wb").bounding_box()
    assert (size["x"], size["y"], size["width"], size["height"]) == (0, 0, 1280, 900)
    assert (
        float(sheet.evaluate("parseFloat(getComputedStyle(document.querySelector('.wb h3, .wb .req')).fontSize)")) >= 22
    )
    sheet.locator(".wb .crit").first.focus()
    sheet.keyboard.press("5")
    sheet.locator(".wb .saved").wait_for()
    sheet.keyboard.press("Escape")
    sheet.wait_for_function("!document.querySelector('.wb').classList.contains('wb-meeting')")
    assert sheet.locator(".wb").bounding_box()["width"] < 1280
