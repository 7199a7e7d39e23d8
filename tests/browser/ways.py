"""How people score a profile: with the mouse, with the keyboard alone, with words from the page, with the marks."""

from __future__ import annotations

from typing import Any

from tests.browser import people
from tests.browser.people import READING, SCORING
from tests.browser.pictures import picture


def go_to(page: Any, criterion: dict[str, Any], *, first: bool) -> None:
    if first:
        page.locator(f"{SCORING} [data-in=criteria][tabindex='0']").focus()
    else:
        page.keyboard.press("ArrowDown")
    page.locator(f"{SCORING} .crit.active[data-cap={criterion['letter']}] [data-in]:focus").wait_for()


def tab_to(page: Any, target: Any, most: int = 60) -> None:
    """Press Tab until the focus is there."""
    for _ in range(most):
        if target.and_(page.locator(":focus")).count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} times Tab do not lead there")


def recommend_by_keys(page: Any, label: str, verdict: str, why: str) -> None:
    part = page.locator(SCORING).get_by_role("region", name="Your recommendation")
    options = part.get_by_role("radio")
    tab_to(page, options.first)
    for _ in range(list(people.VERDICTS).index(verdict)):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    words = part.get_by_role("textbox")
    words.and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text(why)
    page.keyboard.press("Tab")
    people.saved(page, f"{label}, recommendation")


def hand_in_by_keys(page: Any) -> None:
    tab_to(page, page.locator(SCORING).get_by_role("button", name="Submit", exact=True))
    page.keyboard.press("Enter")
    page.locator(SCORING).get_by_text("Submitted and sealed").first.wait_for()


def quote_from_page(page: Any, criterion: dict[str, Any]) -> None:
    """Select a word where it stands on the page, and press the criterion's letter."""
    word = page.locator(f"{READING} .paper .pw", has_text="Kotlin").first
    word.dblclick()
    page.keyboard.press(criterion["letter"].lower())
    people.saved(page, f"words for {criterion['letter']}", READING)
    picture(page, "meeting_2_read", READING)


def quote_from_marks(page: Any, criterion: dict[str, Any]) -> None:
    """Ask for the program's marks, and put one of its quotes behind the criterion."""
    page.locator(SCORING).get_by_role("button", name=criterion["name"]).click()
    page.locator(SCORING).get_by_role("button", name="Show what the program found").click()
    page.locator(SCORING).get_by_role("list", name=f"Quotes for {criterion['letter']}").get_by_role(
        "checkbox"
    ).first.check()
    people.saved(page, f"quote for {criterion['letter']}")
    picture(page, "meeting_2_read_marked", READING)
