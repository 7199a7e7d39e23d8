"""The score sheet in JupyterLab: scored with the keyboard, saved when the store says so, the same after a restart."""

from __future__ import annotations

import re

import pytest

from tests.browser import driver
from tests.widgets.filling import fill
from workbench.calibration import open_meeting

pytestmark = pytest.mark.browser

LETTERS = "ABCDEFH"


@pytest.fixture
def handle(tmp_path):
    """Give anybody's handle on the meeting that the notebook opens too."""
    opened = []

    def give(actor="elin"):
        opened.append(open_meeting(folder=tmp_path, profiles=["p1", "p2"], actor=actor))
        return opened[-1]

    give()
    yield give
    for session in opened:
        session.close()


@pytest.fixture
def sheet(lab, page, notebook, tmp_path):
    """Open a notebook with somebody's score sheet and give the sheet."""

    def open_for(actor="tobias"):
        cell = (
            "from workbench import calibration, widgets\n"
            f"meeting = calibration.open_meeting(folder={str(tmp_path)!r}, actor={actor!r})\n"
            "widgets.RubricScoring(meeting)"
        )
        driver.open_notebook(page, lab, notebook(cell))
        driver.run_all(page)
        widget = page.locator(".wb.sc")
        widget.locator(".strip").wait_for()
        return widget

    return open_for


def saved(widget, what):
    widget.locator(".saved", has_text=what).first.wait_for()


def turn_to(widget, label):
    widget.get_by_role("list", name="Your profiles").get_by_role("button", name=label).click()
    widget.get_by_role("heading", name=label, exact=True).wait_for()


def scored(session):
    return [cell for sheet in session.state_for()["mine"]["sheets"] for cell in sheet["cells"] if cell["scored"]]


def active(widget, letter):
    row = widget.locator(f".crit.active[data-cap={letter}]")
    row.wait_for()
    return row


def test_a_whole_profile_is_scored_and_sealed_with_the_keyboard_alone(sheet, page, handle):
    """A rater who cannot use a mouse, or who is fast, never has to reach for one."""
    widget = sheet()
    before = driver.cell_sources(page)
    widget.locator("[data-in=criteria][tabindex='0']").focus()
    for letter, value in zip(LETTERS, (4, 3, 0, 5, 2, 0, 1), strict=True):
        active(widget, letter)
        page.keyboard.press(str(value))
        if value:
            widget.get_by_role("textbox", name=f"Reason for {letter}", exact=True).and_(
                page.locator(":focus")
            ).wait_for()
            page.keyboard.insert_text(f"Words for {letter}.")
            page.keyboard.press("Enter")
        else:
            saved(widget, f"{letter}, no evidence")
            page.keyboard.press("ArrowDown")
        saved(widget, f"{letter}, {value or 'no evidence'}")
    recommendation = widget.get_by_role("region", name="Your recommendation")
    recommendation.get_by_role("radio", name="Advance").and_(page.locator(":focus")).wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    recommendation.get_by_role("textbox").and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text("One question would settle it.")
    page.keyboard.press("Enter")
    saved(widget, "Profile 1, recommendation")
    widget.get_by_role("button", name="Submit", exact=True).and_(page.locator(":focus")).wait_for()
    page.keyboard.press("Enter")
    widget.get_by_role("heading", name="Your 7 scores are sealed").and_(page.locator(":focus")).wait_for()
    assert driver.cell_sources(page) == before, "a key edited the notebook"
    mine = handle("tobias").state_for()["mine"]
    assert mine["rounds"]["pilot"]["submitted"]["seal"] in widget.inner_text()
    [pilot] = [one for one in mine["sheets"] if one["round"] == "pilot"]
    assert [cell["value"] for cell in pilot["cells"]] == [4, 3, None, 5, 2, None, 1]
    assert pilot["cells"][0]["reason"] == "Words for A."
    assert (pilot["recommendation"]["value"], widget.locator(".mine td").nth(2).inner_text()[0]) == ("hold", "–")


def test_a_number_without_words_waits_and_says_so(sheet, page, handle):
    """A score that looks saved and is not is lost when the page closes."""
    widget = sheet()
    active(widget, "A").get_by_role("radio", name=re.compile("^4")).click()
    widget.get_by_text("4 is not saved yet. It needs a quote or a reason.").wait_for()
    assert widget.locator("[role=status]").inner_text() == "Nothing to save yet"
    assert active(widget, "A").get_by_role("radio", name=re.compile("^4")).get_attribute("aria-checked") == "true"
    assert scored(handle("tobias")) == []
    widget.get_by_role("button", name="Show what the program found").click()
    tick = widget.get_by_role("list", name="Quotes for A").get_by_role("checkbox").first
    tick.wait_for(timeout=90_000)
    tick.check()
    saved(widget, "A, 4")
    widget.get_by_text("4 is not saved yet").wait_for(state="detached")
    [cell] = scored(handle("tobias"))
    assert (cell["value"], cell["quotes"][0]["by"]) == (4, "program")


def test_a_reload_and_a_new_kernel_show_the_same_sheet(sheet, page, lab, handle):
    """What was saved is on the screen again, whatever happened to the page or the kernel."""
    tobias = handle("tobias")
    fill(tobias, "p1", 4)
    widget = sheet()

    def shown():
        turn_to(widget, "Profile 1")
        rows = widget.locator(".crit")
        rows.nth(6).wait_for()
        return [row.get_by_role("radio", checked=True).first.inner_text()[0] for row in rows.all()]

    assert shown() == ["4"] * 7
    widget.get_by_role("radiogroup", name="Data design that cannot lose money, score").get_by_role("radio").nth(
        1
    ).click()
    saved(widget, "A, 2")
    expected = ["2", *["4"] * 6]
    page.reload()
    driver.ready(page)
    driver.run_all(page)
    assert shown() == expected
    driver.end_kernels(lab)
    page.reload()
    driver.ready(page)
    driver.run_all(page)
    assert shown() == expected


def test_opening_a_criterion_moves_nothing_under_the_pointer(sheet, page):
    widget = sheet()
    row = widget.locator(".crit[data-cap=D]")
    row.scroll_into_view_if_needed()
    before = row.bounding_box()["y"]
    row.locator(".words").click()
    active(widget, "D")
    page.wait_for_function("document.activeElement?.closest('.crit')?.dataset.cap === 'D'")
    assert abs(row.bounding_box()["y"] - before) <= 2


def test_the_last_entry_is_taken_back(sheet, page, handle):
    fill(handle("tobias"), "p1", 4)
    widget = sheet()
    turn_to(widget, "Profile 1")
    group = widget.get_by_role("radiogroup", name="Data design that cannot lose money, score")
    group.get_by_role("radio").nth(0).click()
    saved(widget, "A, 1")
    page.keyboard.press("z")
    saved(widget, "taken back")
    group.get_by_role("radio", checked=True, name=re.compile("^4")).wait_for()


def test_a_mended_anchor_is_scored_again_beside_its_old_words(sheet, handle, page):
    """The panel changed an anchor: people score under the new words, and see what they gave under the old ones."""
    for rater in ("tobias", "sunniva", "kofi", "marguerite"):
        fill(handle(rater), "p1", 4)
        handle(rater).submit("pilot")
    elin = handle("elin")
    elin.reveal("pilot")
    elin.change_anchor("half-done-work", 4, "Says what became of the rest.")
    widget = sheet()
    widget.get_by_role("heading", name="Profile 1 again").wait_for()
    row = active(widget, "B")
    row.get_by_text("You gave 4 under the older words").wait_for()
    assert "Anchor 4 said" in row.inner_text()
    row.locator("[data-in=criteria]").focus()
    page.keyboard.press("3")
    row.get_by_role("textbox").and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text("Not what became of it.")
    page.keyboard.press("Enter")
    saved(widget, "B")
    widget.get_by_role("button", name="Submit", exact=True).click()
    widget.get_by_role("heading", name="Your 1 score is sealed").wait_for()
    assert handle("elin").state_for()["rounds"][-1]["submitted"] == 1


def test_who_facilitates_can_score_too(sheet):
    widget = sheet("elin")
    widget.get_by_text("You facilitate, so you do not score").wait_for()
    widget.get_by_role("button", name="I score too").click()
    active(widget, "A")
