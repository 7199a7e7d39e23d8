"""The map in a browser: a card opens without moving anything, moves without a mouse, and what is called saved is in the file."""

from __future__ import annotations

import re

import pytest

from tests.browser import driver
from tests.browser.pictures import picture
from workbench import intake

pytestmark = pytest.mark.browser

CELL = """
import os
os.chdir({folder!r})
from workbench.widgets import IntakeMap
IntakeMap({of})
"""


@pytest.fixture
def shown(lab, page, notebook, tmp_path):
    """Opens a map in a folder of its own; gives the widget's element."""

    def show(of="'backend'"):
        driver.open_notebook(page, lab, notebook(CELL.format(folder=str(tmp_path), of=of)))
        if page.locator("#jp-left-stack").is_visible():
            driver.command(page, "application:toggle-left-area")
        driver.run_all(page)
        widget = page.locator(".wb.intake")
        widget.wait_for(timeout=60_000)
        return widget

    return show


@pytest.fixture
def kept(tmp_path):
    """Gives the map as it is on the disk; before the first change that is the template."""
    path = tmp_path / "maps" / "backend.yaml"
    return lambda: intake.load(path if path.exists() else "backend")


def card(widget, letter):
    return widget.locator(f".card[aria-label^='{letter}, ']")


def column(widget, name):
    return widget.locator(f".col.{name} .card .badge").all_inner_texts()


def saved(widget, what):
    widget.locator(".saved", has_text=what).wait_for()


PLACES = """(root) => [...root.querySelectorAll('.card, .left, .right, .cov tr, .todo, .strip, .col header')]
  .map((e) => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round).join(); })"""


def test_opening_a_card_moves_nothing(shown, page):
    """The hiring manager reads a card while the recruiter opens another: what is read must not jump."""
    widget = shown()
    before = widget.evaluate(PLACES)
    for letter in "BE":
        card(widget, letter).click()
        widget.get_by_role("dialog", name=f"Card {letter}").wait_for()
        assert widget.evaluate(PLACES) == before
    page.keyboard.press("Escape")
    widget.get_by_role("dialog").wait_for(state="detached")
    assert widget.evaluate(PLACES) == before
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("E, ")
    picture(page, "map", ".wb.intake")


def test_cards_move_with_the_keyboard_and_keep_the_focus(shown, page, kept):
    widget = shown()
    card(widget, "A").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("B, ")
    for key in ("Alt+ArrowUp", "Alt+ArrowRight", "Alt+ArrowRight"):
        page.keyboard.press(key)
    driver.until(lambda: column(widget, "nice")[:1] == ["B"], "B in nice")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("B, ")
    saved(widget, "B is a nice")
    assert [c.letter for c in kept().capabilities if c.importance == "nice"] == ["B", "H"]
    assert column(widget, "must") == ["A", "C", "D"]


def test_a_card_is_dragged_to_its_column_and_place(shown, kept):
    widget = shown()
    card(widget, "D").drag_to(card(widget, "E"), target_position={"x": 60, "y": 6})
    driver.until(lambda: column(widget, "should") == ["D", "E", "F", "G"], "D before E")
    saved(widget, "D is a should")
    assert [c.letter for c in kept().capabilities] == list("ABCDEFGH")
    card(widget, "A").drag_to(card(widget, "C"), target_position={"x": 60, "y": 70})
    driver.until(lambda: column(widget, "must") == ["B", "C", "A"], "A after C")


def test_a_check_appears_while_typing_and_its_wording_is_used(shown, page, kept):
    widget = shown()
    card(widget, "C").click()
    question = widget.get_by_label("Evidence question")
    question.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Do you have 8+ years of Java?")
    use = widget.get_by_role("dialog").get_by_role("button", name="Use this wording")
    use.wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Evidence question", "typing goes on"
    assert widget.locator(".right .check").count() == 1
    assert "a wording to look at" in card(widget, "C").inner_text()
    use.click()
    driver.until(lambda: "8+" not in question.input_value(), "the better wording")
    widget.locator(".right .check").wait_for(state="detached")
    assert kept().capability("C").question == question.input_value()


def test_letters_typed_in_a_field_are_letters(shown, page, kept):
    """A z in the problem must not take back the last change, nor an n open the next card."""
    widget = shown()
    problem = widget.get_by_label("Problem the hire solves")
    problem.fill("")
    problem.press_sequentially("zone n z Z 1 ?", delay=5)
    saved(widget, "the problem")
    driver.until(lambda: kept().problem == "zone n z Z 1 ?", "the words in the file")
    assert widget.get_by_role("dialog").count() == 0


def test_add_rename_take_off_and_undo(shown, page, kept):
    widget = shown()
    widget.locator(".col.should").get_by_role("button", name="Capability").click()
    page.keyboard.type("Capacity planning")
    page.keyboard.press("Enter")
    dialog = widget.get_by_role("dialog")
    dialog.wait_for()
    name = dialog.get_by_label("Name of the capability")
    assert name.input_value() == "Capacity planning"
    name.fill("Planning for the peak")
    name.press("Enter")
    driver.until(lambda: kept().capability("I").name == "Planning for the peak", "the new name in the file")
    dialog.locator(".drawer-foot").get_by_role("button", name="Take off the map").click()
    driver.until(lambda: column(widget, "should") == ["E", "F", "G"], "I is off the map")
    card(widget, "E").focus()
    page.keyboard.press("z")
    driver.until(lambda: column(widget, "should") == ["E", "F", "G", "I"], "I is back")
    page.keyboard.press("Shift+Z")
    driver.until(lambda: column(widget, "should") == ["E", "F", "G"], "I is off again")


def test_a_skill_is_found_by_a_few_letters_and_added_with_enter(shown, page, kept):
    widget = shown()
    card(widget, "B").click()
    dialog = widget.get_by_role("dialog")
    dialog.get_by_role("button", name="Add to central skills").click()
    page.keyboard.type("rabbit", delay=20)
    dialog.locator(".offers li", has_text="RabbitMQ").wait_for()
    page.keyboard.press("Enter")
    dialog.locator(".chip", has_text=re.compile("^RabbitMQ$")).wait_for()
    assert driver.until(lambda: "rabbitmq" in kept().capability("B").central, "the skill in the file")


def test_the_ramp_is_a_band_and_weeks_come_on_request(shown):
    widget = shown()
    card(widget, "B").click()
    near = widget.get_by_role("dialog").locator(".chip.near .ramp").first
    assert near.inner_text() in {"days", "weeks", "a quarter", "longer"}
    widget.get_by_role("button", name="How many weeks, and whose judgement").click()
    driver.until(lambda: re.fullmatch(r"\d+( to \d+)? weeks", near.inner_text()), "the weeks")


def test_the_must_is_asked_aloud_and_the_answer_stays(shown, page):
    widget = shown()
    card(widget, "A").click()
    dialog = widget.get_by_role("dialog")
    yes = dialog.get_by_role("button", name="Yes, stays a must")
    yes.click()
    saved(widget, "A stays a must")
    assert yes.get_attribute("aria-pressed") == "true"
    assert "3 musts to ask about: B, C and D" in widget.locator(".todo").inner_text()
    dialog.get_by_role("button", name="Next card").click()
    dialog.get_by_role("button", name="No, move to should").click()
    driver.until(lambda: column(widget, "must") == ["A", "C", "D"], "B is a should")
    driver.run_all(page)
    driver.until(lambda: column(widget, "must") == ["A", "C", "D"], "the same map after the cell ran again")
    assert "2 musts to ask about: C and D" in widget.locator(".todo").inner_text()


def test_a_cell_says_who_tests_what(shown, kept):
    widget = shown()
    cell = widget.get_by_role("button", name=re.compile("^A, Coding: "))
    for how, says in (("tests", "tested twice"), ("touches on it", "tested once"), ("neither", "tested once")):
        cell.click()
        widget.get_by_role("button", name=f"A, Coding: {how}").wait_for()
        assert says in widget.locator(".cov tbody tr").first.inner_text()
    saved(widget, "A in Coding")
    driver.until(lambda: [t.round for t in kept().capability("A").rounds] == ["system-design"], "the round in the file")


def test_the_rubric_is_a_criterion_a_row_and_its_anchors_are_edited(shown, page, kept):
    widget = shown()
    widget.get_by_role("button", name="Make the rubric").click()
    rows = widget.locator(".rub .crit")
    assert rows.count() == 8
    assert rows.first.locator(".five li").count() == 10
    anchor = widget.get_by_label("A, profile anchor 3")
    anchor.fill("Mended one table and says how many writers it had.")
    saved(widget, "anchor A3")
    assert kept().capability("A").anchors.profile[2] == "Mended one table and says how many writers it had."
    rows.first.get_by_role("switch").click()
    driver.until(lambda: rows.first.locator(".five li").count() == 5, "no profile anchors")
    rows.first.get_by_role("switch").click()
    driver.until(lambda: rows.first.locator(".five li").count() == 10, "the anchors are back")
    assert anchor.input_value() == "Mended one table and says how many writers it had."


def test_the_same_map_after_a_reload_and_a_new_kernel(shown, page, lab, kept):
    widget = shown()
    widget.get_by_label("Requisition number").fill("BE-204")
    widget.get_by_label("Requisition number").press("Enter")
    saved(widget, "the requisition")
    card(widget, "H").focus()
    page.keyboard.press("Alt+ArrowLeft")
    saved(widget, "H is a should")
    before = widget.locator(".map").inner_text()
    driver.save(page)
    driver.end_kernels(lab)
    page.reload()
    driver.ready(page)
    driver.run_all(page)
    widget.wait_for(timeout=60_000)
    driver.until(lambda: widget.locator(".map").count() == 1, "the map")
    assert widget.locator(".map").inner_text() == before
    assert widget.get_by_label("Requisition number").input_value() == "BE-204"
    assert "maps/BE-204.yaml" in widget.locator(".foot").inner_text()


HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>{{7*7}}"


def test_hostile_words_are_words(shown, page, kept):
    widget = shown()
    title = page.title()
    card(widget, "A").click()
    name = widget.get_by_label("Name of the capability")
    name.fill(HOSTILE)
    name.press("Enter")
    driver.until(lambda: kept().capability("A").name == HOSTILE, "the name in the file")
    widget.get_by_role("button", name="Add: System owned").click()
    page.keyboard.type(HOSTILE)
    page.keyboard.press("Enter")
    saved(widget, "systems")
    driver.run_all(page)
    driver.until(lambda: HOSTILE in card(widget, "A").inner_text(), "the words as words")
    assert HOSTILE in widget.locator(".left").inner_text()
    assert widget.locator("img, script").count() == 0
    assert "owned" not in page.title() or page.title() == title


def test_a_mistake_in_the_file_says_its_line_and_leaves_the_map(shown, tmp_path, kept):
    widget = shown()
    widget.get_by_label("Problem the hire solves").fill("Refunds stop half way.")
    saved(widget, "the problem")
    card(widget, "A").focus()  # what is being typed in a field would stay there
    path = tmp_path / "maps" / "backend.yaml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("ownership: designed", "ownership: boss", 1), encoding="utf-8")
    notice = widget.locator(".notice.stop")
    notice.wait_for()
    assert re.search(r"backend\.yaml has a mistake in line \d+\. capabilities\[0\]\.ownership", notice.inner_text())
    assert column(widget, "must") == ["A", "B", "C", "D"]
    path.write_text(sound.replace("Refunds stop half way.", "Mended by hand."), encoding="utf-8")
    notice.wait_for(state="detached")
    driver.until(
        lambda: widget.get_by_label("Problem the hire solves").input_value() == "Mended by hand.", "the mended file"
    )
