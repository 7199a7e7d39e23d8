"""Skills around a skill in JupyterLab: a picture to walk in with mouse and keyboard, and the same facts as a table."""

from __future__ import annotations

import pytest

from tests.browser import driver
from tests.browser.people import NEAR
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser


@pytest.fixture
def near(lab, page, notebook):
    driver.open_notebook(page, lab, notebook('from workbench import widgets\nwidgets.SkillAdjacency("RabbitMQ")'))
    driver.run_all(page)
    widget = page.locator(NEAR)
    widget.locator(".node").nth(5).wait_for(timeout=60_000)
    return widget


def test_the_picture_and_the_table_say_the_same(near, page):
    """Who cannot see the picture needs every fact of it in words."""
    names = {
        label.split(",")[0]
        for label in near.locator(".node").evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    }
    near.get_by_role("radio", name="Table").click()
    rows = near.locator("tbody tr")
    rows.first.wait_for()
    told = {text.strip() for text in near.locator("tbody th").all_inner_texts()}
    assert len(told) > 10
    assert all(name in told or "does not show" in name for name in names)


def test_a_neighbour_is_explained_in_words_and_then_walked_to(near, page):
    node = near.get_by_role("button", name="AMQP").first
    node.click()
    near.get_by_role("heading", name="From RabbitMQ to AMQP").wait_for()
    near.get_by_role("button", name="How many weeks").click()
    near.get_by_text("Written by the authors of the glossaries").wait_for()
    picture(page, "near", NEAR)
    near.get_by_role("button", name="Walk on to AMQP").click()
    near.get_by_role("button", name="Remove AMQP").wait_for()
    near.get_by_role("navigation", name="Where you came from").get_by_role("button", name="RabbitMQ").click()
    near.get_by_role("button", name="Remove RabbitMQ").wait_for()
    assert near.get_by_role("button", name="Remove AMQP").count() == 0, "one walks; one does not collect"


def test_a_skill_is_found_by_a_few_letters(near, page):
    field = near.get_by_role("combobox", name="Add a skill")
    field.click()
    page.keyboard.type("postg")
    offer = near.get_by_role("list", name="Skills that fit").get_by_role("button", name="PostgreSQL").first
    offer.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    near.get_by_role("button", name="Remove PostgreSQL").wait_for()
    assert near.get_by_role("button", name="Remove RabbitMQ").count() == 1


def test_an_unknown_skill_is_said_calmly(near, page):
    field = near.get_by_role("combobox", name="Add a skill")
    field.click()
    page.keyboard.type("Zzyzx")
    page.keyboard.press("Enter")
    near.get_by_text("No glossary knows Zzyzx").first.wait_for()
    assert near.get_by_role("button", name="Remove RabbitMQ").count() == 1


def test_the_keyboard_walks_the_picture(near, page):
    near.locator(".node[tabindex='0']").focus()
    before = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("(was) => document.activeElement.dataset.id !== was", arg=before)
    page.keyboard.press("p")
    near.locator(".path h3", has_text="From RabbitMQ").wait_for()
    page.keyboard.press("t")
    near.locator("table").wait_for()
    page.keyboard.press("t")
    near.locator("svg.ego").wait_for()


def test_the_notebook_is_not_touched_by_letters(near, page):
    before = driver.cell_sources(page)
    near.locator(".node[tabindex='0']").focus()
    for key in ("m", "d", "d", "x", "b"):
        page.keyboard.press(key)
    assert driver.cell_sources(page) == before
    assert near.count() == 1


def test_the_names_in_the_picture_do_not_lie_over_each_other(near, page):
    """A picture whose names cannot be read is worse than the table."""
    boxes = near.locator("svg.ego text.halo").evaluate_all(
        "all => all.map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, e.textContent]; })"
    )
    assert len(boxes) > 8
    over = [
        (a[4], b[4])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 5
    ]
    assert over == []
