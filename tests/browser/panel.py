"""People on a panel's pages: each in a browser of their own, with the link that was sent to them."""

from __future__ import annotations

from typing import Any

from tests.browser.people import SCORING
from tests.server.meeting_pages import Served

HEAD, READING, BOARD = ".wb.pp", ".wb.rv", ".wb.pb"


def come_in(page: Any, served: Served, name: str) -> None:
    """Open the link, press its one button, and wait for the sheet and the page beside it."""
    page.goto(served.link(name))
    page.get_by_role("button", name=f"Join as {name}").click()
    at_work(page)


def at_work(page: Any, *, seconds: float = 90) -> None:
    """Wait until there is something to score."""
    page.locator(f"{SCORING} .steps").wait_for(timeout=1000 * seconds)


def no_evidence(page: Any, letter: str) -> None:
    """Go to a criterion and say that the profile shows nothing of it."""
    step(page, letter)
    page.locator(SCORING).get_by_role("radio", name="No evidence in this profile").click()
    page.locator(f"{SCORING} .footing [role=status]", has_text=f"{letter}, no evidence").get_by_text("Saved").wait_for()


def step(page: Any, letter: str) -> None:
    """Open a criterion by its step."""
    page.locator(f"{SCORING} .steps li[data-cap={letter}] button").click()
    page.locator(f"{SCORING} .crit.active[data-cap={letter}]").wait_for()


def recommend(page: Any, label: str, verdict: str, reason: str) -> None:
    """Recommend, and keep the reason with Enter."""
    part = page.locator(SCORING).get_by_role("region", name=f"Your recommendation for {label}")
    part.get_by_role("radio", name=verdict, exact=True).click()
    part.get_by_role("textbox").fill(reason)
    page.keyboard.press("Enter")
    page.locator(f"{SCORING} .footing [role=status]", has_text="recommendation").get_by_text("Saved").wait_for()


def letters(page: Any) -> list[str]:
    """Give the criteria of the sheet."""
    return page.locator(f"{SCORING} .steps li[data-cap]").evaluate_all("(all) => all.map((one) => one.dataset.cap)")


def letter_now(page: Any) -> str:
    """Give the criterion that is open."""
    return page.locator(f"{SCORING} .crit.active").get_attribute("data-cap")


def picked(page: Any, letter: str) -> str:
    """Give what is picked for a criterion, as its button reads."""
    step(page, letter)
    return page.locator(f"{SCORING} .active [role=radio][aria-checked=true] .num").inner_text()


def overflow(page: Any) -> int:
    """Give by how many pixels the page is wider than its window."""
    return page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
