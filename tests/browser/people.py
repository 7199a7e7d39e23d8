"""People at a calibration meeting: each in a browser of their own, at a notebook of their own, with eyes and hands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from tests.browser import driver
from workbench._resources import folder as data_folder
from workbench.calibration import Session, open_meeting
from workbench.widgets.score_sheets import sheet_name, write_score_sheets

FACILITATOR, RATERS = "elin", ("tobias", "sunniva", "kofi", "marguerite")
CALIBRATE = "02_calibrate.ipynb"
SCORING, BOARD, READING, NEAR = ".wb.sc", ".wb.pb", ".wb.rv", ".wb.sk"
VERDICTS = {"advance": "Advance", "hold": "Hold", "not_now": "Not now"}


@dataclass(frozen=True)
class Table:
    """A meeting about to be held: its folder in the lab, and the facilitator's handle on its log."""

    folder: Path
    lab: driver.Lab
    session: Session

    def notebook(self, name: str) -> str:
        return f"{self.folder.relative_to(self.lab.root)}/{name}"

    def sheet(self, person: str) -> str:
        return self.notebook(sheet_name(person))


@dataclass(frozen=True)
class Person:
    """Somebody's browser: their page, what it asked for, what came and went on its sockets, what it complained of."""

    id: str
    page: Any
    asked: list[str] = field(default_factory=list)
    frames: list[tuple[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def lay_table(lab: driver.Lab, name: str, profiles: Sequence[str]) -> Table:
    """Begin the sample meeting with a few of its profiles, with the shipped notebook and everybody's sheet."""
    folder = lab.root / name
    folder.mkdir()
    session = open_meeting(folder=folder, profiles=profiles)
    nbformat.write(shipped_notebook(), folder / CALIBRATE)
    write_score_sheets(session, folder)
    return Table(folder, lab, session)


def shipped_notebook() -> Any:
    """Give the meeting's notebook as it ships."""
    return nbformat.read(data_folder("notebooks") / CALIBRATE, 4)


@contextmanager
def seated(chromium: Any, id: str, **settings: Any) -> Iterator[Person]:
    """Give somebody a browser; nothing they have open may leave this machine or break."""
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    page = context.new_page()
    page.set_default_timeout(20_000)
    person = Person(id, page)
    page.on("request", lambda request: person.asked.append(request.url))
    page.on("websocket", lambda socket: _listen(person, socket))
    page.on("pageerror", lambda error: person.errors.append(str(error)))
    try:
        yield person
        assert driver.outside(person.asked) == [], f"{id}'s page asked for something outside this machine"
        assert person.errors == [], f"{id}'s page broke"
    finally:
        context.close()


def _listen(person: Person, socket: Any) -> None:
    person.asked.append(socket.url)
    socket.on("framereceived", lambda payload: person.frames.append(("in", payload)))
    socket.on("framesent", lambda payload: person.frames.append(("out", payload)))


def sit_down(table: Table, person: Person, notebook: str, until: str) -> None:
    """Open a notebook, run it, and wait for one of its widgets."""
    driver.open_notebook(person.page, table.lab, notebook)
    driver.run_all(person.page)
    person.page.locator(until).first.wait_for(timeout=60_000)


# ---- a rater


def group(page: Any, criterion: dict[str, Any], within: str = SCORING) -> Any:
    """Give the numbers of a criterion on the sheet."""
    return page.locator(within).get_by_role("radiogroup", name=f"{criterion['name']}, score", exact=True)


def saved(page: Any, what: str, within: str = SCORING, *, seconds: float = 20) -> None:
    """Wait until the store line says that this is saved."""
    page.locator(within).first.locator(".footing [role=status]", has_text=what).get_by_text("Saved").wait_for(
        timeout=1000 * seconds
    )


def score(page: Any, criterion: dict[str, Any], value: int | None, reason: str) -> None:
    """Score with the mouse: a number, a sentence, a click beside it. The number is pressed as long as people press."""
    letter, place = criterion["letter"], 5 if value is None else value - 1
    group(page, criterion).get_by_role("radio").nth(place).click(delay=40)
    words = page.locator(SCORING).get_by_role("textbox", name=f"Reason for {letter}", exact=True)
    if reason:
        if value is None:
            words.click()
        words.and_(page.locator(":focus")).wait_for()
        page.keyboard.insert_text(reason)
        page.locator(f"{SCORING} h2").first.click()
    saved(page, f"for {letter}" if value is None and reason else f"{letter}, {value or 'no evidence'}")


def score_by_keys(page: Any, letter: str, value: int | None, reason: str) -> None:
    """Score the criterion that has the focus, with the keyboard alone."""
    page.keyboard.press(str(value or 0))
    if value is None:
        saved(page, f"{letter}, no evidence")
        return
    words = page.locator(SCORING).get_by_role("textbox", name=f"Reason for {letter}", exact=True)
    words.and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text(reason)
    page.keyboard.press("Escape")
    saved(page, f"{letter}, {value}")


def recommend(page: Any, label: str, verdict: str, reason: str) -> None:
    """Recommend with the mouse."""
    part = page.locator(SCORING).get_by_role("region", name="Your recommendation")
    part.get_by_role("radio", name=VERDICTS[verdict], exact=True).click(delay=40)
    part.get_by_role("textbox").fill(reason)
    page.locator(f"{SCORING} h2").first.click()
    saved(page, f"{label}, recommendation")


def hand_in(page: Any) -> None:
    """Submit the round on the desk."""
    page.locator(SCORING).get_by_role("button", name="Submit", exact=True).click()
    page.locator(SCORING).get_by_text("Submitted and sealed").first.wait_for()


def turn_to(page: Any, label: str, within: str = SCORING) -> None:
    """Open a profile's sheet by its tab."""
    tab = page.locator(within).get_by_role("list", name="Your profiles").get_by_role("button", name=label)
    tab.first.click()
    page.locator(f"{within} h2", has_text=label).first.wait_for()


# ---- what was played


def sample() -> dict[str, Any]:
    """Give the sample panel's scores and recommendations."""
    return json.loads((data_folder("notebooks") / "sample" / "panel.json").read_text(encoding="utf-8"))


def part_of(person: str, profile: str) -> tuple[dict[str, tuple[int | None, str]], tuple[str, str]]:
    """Give what somebody of the sample panel gives a profile: by criterion a score and a reason; a recommendation."""
    told = sample()
    scores = {
        one["criterion"]: (one["score"], one["reason"] or f"“{one['quote']}”")
        for one in told["scores"]
        if (one["rater"], one["profile"]) == (person, profile)
    }
    [verdict] = [
        (one["recommendation"], one["reason"])
        for one in told["recommendations"]
        if (one["rater"], one["profile"]) == (person, profile)
    ]
    return scores, verdict
