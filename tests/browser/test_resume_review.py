"""Reading a profile in JupyterLab: the page unmarked, words attached by selecting them, marks that can be followed."""

from __future__ import annotations

import re

import pytest

from tests.browser import driver
from tests.browser.people import READING, saved
from tests.browser.pictures import picture
from workbench.calibration import open_meeting

pytestmark = pytest.mark.browser


@pytest.fixture
def handle(tmp_path):
    session = open_meeting(folder=tmp_path, profiles=["p1", "p6", "p9", "p12"], actor="kofi")
    yield session
    session.close()


@pytest.fixture
def review(lab, page, notebook, tmp_path, handle):
    """Open somebody's review of the meeting's first profile."""

    def open_for(actor="kofi"):
        cell = (
            "from workbench import calibration, widgets\n"
            f"meeting = calibration.open_meeting(folder={str(tmp_path)!r}, actor={actor!r})\nwidgets.ResumeReview(meeting)"
        )
        driver.open_notebook(page, lab, notebook(cell))
        driver.run_all(page)
        widget = page.locator(READING)
        widget.locator(".paper img").first.wait_for(timeout=60_000)
        return widget

    return open_for


def own_quotes(handle):
    return [
        quote for sheet in handle.state_for()["mine"]["sheets"] for cell in sheet["cells"] for quote in cell["quotes"]
    ]


def turn_to(widget, label):
    for _ in range(4):
        if widget.get_by_role("heading", name=label, exact=True).count():
            return
        before = widget.locator("h2").first.inner_text()
        widget.get_by_role("button", name="Next profile").click()
        widget.locator("h2", has_text=re.compile(f"^(?!{before}$)")).first.wait_for()
    widget.get_by_role("heading", name=label, exact=True).wait_for()


def test_the_page_comes_unmarked_and_covered_and_marks_come_on_request(review, page, handle):
    kofi = review()
    assert kofi.locator(".ev").count() == 0, "the program's choice steers nobody before they read"
    assert kofi.locator(".paper .red").count() > 3
    assert "Anneke" not in kofi.inner_text()
    kofi.get_by_role("button", name="Show what the program found").click()
    kofi.locator(".paper .ev").first.wait_for()
    assert handle.state_for()["mine"]["marks"] == ["p1"]


def test_selected_words_are_attached_by_a_letter_and_taken_back(review, page, handle):
    kofi = review()
    kofi.locator(".paper .pw", has_text="Kotlin").first.dblclick()
    page.keyboard.press("d")
    saved(page, "words for D", READING)
    [quote] = own_quotes(handle)
    assert quote["by"] == "person"
    assert "Kotlin" in quote["text"]
    kofi.locator(".paper .ev").first.wait_for()
    page.keyboard.press("z")
    driver.until(lambda: own_quotes(handle) == [], "the words to be taken off again")


def test_words_across_lines_are_one_quote_with_its_first_place(review, page, handle):
    kofi = review()
    first = kofi.locator(".paper .pl", has_text="Replaced the polling").first
    begin = first.locator(".pw").nth(1).bounding_box()
    end = kofi.locator(".paper .pl", has_text="support desk uses").first.locator(".pw").nth(2).bounding_box()
    page.mouse.move(begin["x"] + 1, begin["y"] + begin["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()
    page.keyboard.press("b")
    saved(page, "words for B", READING)
    [quote] = own_quotes(handle)
    assert len(quote["text"]) > 40
    assert quote["line"] == first.get_attribute("data-line")


def test_the_keyboard_walks_from_quote_to_quote_on_the_page(review, page):
    kofi = review()
    kofi.get_by_role("button", name="Show what the program found").click()
    kofi.locator(".paper .ev").first.wait_for()
    page.keyboard.press("j")
    kofi.locator(".paper .now").first.wait_for()
    first = kofi.locator(".paper .now").first.inner_text()
    page.keyboard.press("j")
    page.wait_for_function("(was) => document.querySelector('.wb.rv .paper .now').innerText !== was", arg=first)
    page.keyboard.press("Escape")
    kofi.locator(".paper .now").first.wait_for(state="detached")
    assert kofi.locator(".paper .ev").count() > 0, "the marks stay; none is the current one"


def test_a_click_on_a_quote_scrolls_the_page_to_it(review, page):
    kofi = review()
    kofi.get_by_role("button", name="Show what the program found").click()
    kofi.locator(".caphead").nth(2).click()
    kofi.get_by_role("button", name="show on page").last.click()
    mark = kofi.locator(".paper .now").first
    mark.wait_for()
    page.wait_for_function(
        "() => { const r = document.querySelector('.wb.rv .paper .now').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    )
    assert mark.inner_text().strip()


def test_a_word_file_whose_letters_cannot_be_drawn_is_shown_as_text(review, page, handle):
    kofi = review()
    turn_to(kofi, "Profile 6")
    line = kofi.locator(".paper.flow li", has_text=re.compile("[a-z]{6,}")).nth(4)
    line.wait_for()
    line.dblclick(position={"x": 24, "y": 9})
    page.keyboard.press("a")
    saved(page, "words for A", READING)
    assert own_quotes(handle)[0]["line"] == line.get_attribute("data-line")


def test_a_word_file_is_drawn_and_can_be_quoted(review, page, handle):
    """A Word file has no pages of its own; people compare it with PDFs, so it gets pages that look alike."""
    kofi = review()
    turn_to(kofi, "Profile 9")
    kofi.locator(".paper img").first.wait_for()
    word = kofi.locator(".paper .pw", has_text=re.compile("^[a-z]{7,} $")).nth(4)
    word.dblclick()
    page.keyboard.press("a")
    saved(page, "words for A", READING)
    [quote] = own_quotes(handle)
    assert quote["line"] == word.locator("xpath=..").get_attribute("data-line")


def test_a_field_shows_its_place_and_can_be_put_right(review, page, handle):
    """What the program misread is found on the page by a click, and stays right for everybody."""
    elin = review("elin")
    turn_to(elin, "Profile 1")
    elin.get_by_role("radio", name="Fields").click()
    title = elin.locator(".fieldrow", has_text="Title").first
    title.locator("button.v").click()
    elin.locator(".paper .here").first.wait_for()
    shown = " ".join(word.strip() for word in elin.locator(".paper .here").all_text_contents())
    assert shown == title.locator("button.v").inner_text(), "the words of the field, and not the date beside it"
    picture(page, "fields", READING)
    title.get_by_role("button", name="Put right: Title").click()
    typed = title.get_by_role("textbox")
    typed.fill("Night engineer")
    typed.press("Enter")
    saved(page, "Title put right", READING)
    title.get_by_text("Night engineer").wait_for()
    title.get_by_text("put right", exact=True).wait_for()
    driver.until(lambda: handle.refresh() or handle.corrections(), "the correction to be stored")
    [kept] = handle.corrections()["p1"]
    assert (kept["field"], kept["value"]) == ("work/0/position", "Night engineer")


def test_the_facilitator_is_told_what_a_file_hides_and_may_uncover(review, page):
    elin = review("elin")
    turn_to(elin, "Profile 12")
    notice = elin.get_by_text("not show on the page").first
    notice.wait_for()
    elin.get_by_role("button", name="Show the words").click()
    elin.get_by_role("button", name="Hide the words").wait_for()
    turn_to_first(elin)
    elin.get_by_role("switch", name="Redacted").click()
    elin.get_by_text("everything shows").wait_for()
    elin.locator(".paper .red").first.wait_for(state="detached")
    assert elin.get_by_role("switch", name="Redacted").get_attribute("aria-checked") == "false"


def turn_to_first(widget):
    for _ in range(3):
        if widget.get_by_role("heading", name="Profile 1", exact=True).count():
            return
        widget.get_by_role("button", name="Profile before").click()
        widget.page.wait_for_function("document.querySelector('.wb.rv .paper')")


def test_the_notebook_is_not_touched_by_letters(review, page):
    """`d d` deletes a cell and `m` turns it into text, when the keys escape the widget."""
    kofi = review()
    before = driver.cell_sources(page)
    kofi.locator("h2").first.click()
    for key in ("m", "d", "d", "x", "b", "a", "y"):
        page.keyboard.press(key)
    assert driver.cell_sources(page) == before


def test_a_reload_shows_the_same_page_and_quotes(review, page, lab, handle):
    kofi = review()
    kofi.locator(".paper .pw", has_text="Kotlin").first.dblclick()
    page.keyboard.press("d")
    saved(page, "words for D", READING)
    driver.save(page)
    driver.open_notebook(page, lab, "test_a_reload_shows_the_same_page_and_quotes.ipynb")
    again = page.locator(READING)
    again.locator(".paper .ev").first.wait_for()
    assert "Kotlin" in again.locator(".paper .ev").first.inner_text()
