"""Two meetings that differ only in what one rater scored: before the reveal nobody else's browser, file or notebook
tells them apart. After the reveal they do differ, else this test would see nothing at all."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from tests.browser import driver, people
from tests.browser.frames import bare, states, told
from tests.browser.people import BOARD, FACILITATOR
from workbench.calibration import open_meeting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHO, OTHER = "kofi", "tobias"
WIDGETS = 3  # to read, to score, the board


@dataclass(frozen=True)
class Hand:
    """What one rater gives to everything."""

    value: int | None
    verdict: str
    word: str


ONE, TWO = Hand(1, "not_now", "aurochs"), Hand(5, "advance", "zebu and a much longer sentence than the other one")


@dataclass(frozen=True)
class Seen:
    """What the facilitator and another rater got before the reveal, and the frames that brought it."""

    frames: dict[str, Counter[str]]
    raw: bytes
    rows: list[str]
    files: dict[str, int]
    notebooks: dict[str, str]
    after: dict[str, Counter[str]]


@pytest.fixture(scope="module")
def two(chromium, lab):
    return [hold(chromium, lab, name, hand) for name, hand in (("blind-a", ONE), ("blind-b", TWO))]


def hold(chromium, lab, name, hand):
    """Hold a meeting in which one person scores, and look over the shoulders of two others."""
    table = people.lay_table(lab, name, ["p1", "p2"])
    kofi = open_meeting(folder=table.folder, actor=WHO)
    driver.write_notebook(table.folder / "elin.ipynb", cells(FACILITATOR))
    with people.seated(chromium, FACILITATOR) as elin, people.seated(chromium, OTHER) as tobias:
        seats = {FACILITATOR: elin, OTHER: tobias}
        people.sit_down(table, elin, table.notebook("elin.ipynb"), BOARD)
        people.sit_down(table, tobias, table.sheet(OTHER), BOARD)
        for person in seats.values():
            person.page.locator(".wb.rv .paper img").first.wait_for(timeout=60_000)
        began = settle(seats, kofi)
        score_everything(kofi, hand, seats)
        ended = settle(seats, kofi)
        for person in seats.values():
            driver.save(person.page)
        frames = {id: told(person.frames[began[id] : ended[id]]) for id, person in seats.items()}
        raw = b"".join(as_bytes(payload) for person in seats.values() for _, payload in person.frames)
        rows, files = selected(table.folder / ".workbench" / "meeting.db"), sizes(table.folder)
        notebooks = {
            path.name: bare(path.read_text(encoding="utf-8").replace(name, "")) for path in saved(table.folder)
        }
        table.session.reveal(reason="Enough for a test.")
        for person in seats.values():
            person.page.get_by_role("region", name="Panel board, after the reveal").wait_for()
        settle(seats, kofi)
        after = {id: told(person.frames[ended[id] :]) for id, person in seats.items()}
    driver.end_kernels(lab)
    kofi.close()
    return Seen(frames, raw, rows, files, notebooks, after)


def cells(actor):
    opened = f"from workbench import calibration, widgets\nmeeting = calibration.open_meeting(actor={actor!r})"
    return [opened, "widgets.ResumeReview(meeting)", "widgets.RubricScoring(meeting)", "widgets.PanelBoard(meeting)"]


def settle(seats, kofi):
    """Wait until every widget of everybody has been told of the newest event; give how many frames came so far."""
    newest = kofi.meeting.version

    def arrived(person):
        person.page.evaluate("1")  # lets what has come in be counted
        known = list(states(person.frames).values())
        return len(known) == WIDGETS and not any(map(reads, known)) and {one["log"] for one in known} == {newest}

    for person in seats.values():
        driver.until(lambda person=person: arrived(person), f"event {newest} in {person.id}'s browser")
    return {id: len(person.frames) for id, person in seats.items()}


def reads(state):
    """Whether a widget still waits for profiles to be read."""
    reading = state.get("reading")
    return reading["done"] < reading["of"] if isinstance(reading, dict) else bool(reading)


def score_everything(kofi, hand, seats):
    """Act after act, each seen by everybody before the next: two acts in one look would be one frame or two."""
    for act in acts(kofi, hand):
        act()
        settle(seats, kofi)


def acts(kofi, hand):
    quote = {"text": f"{hand.word} quoted", "page": 1, "by": "person"}
    for round in ("pilot", "main"):
        for profile, criterion in kofi.meeting.rounds[round].cells:
            yield partial(kofi.attach, profile, criterion, quote)
            yield partial(kofi.score, profile, criterion, hand.value, reason=f"{hand.word} because")
        for profile in kofi.meeting.rounds[round].profiles:
            yield partial(kofi.marks, profile)
            yield partial(kofi.recommend, profile, hand.verdict, f"{hand.word} recommended")
        yield kofi.undo
        yield partial(kofi.recommend, profile, hand.verdict, f"{hand.word} in the end")
        yield partial(kofi.submit, round)


def as_bytes(payload: Any) -> bytes:
    return payload.encode() if isinstance(payload, str) else payload


def selected(database):
    """Everything that somebody with SQL reads: the log, and the sizes of what lies beside it."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    log = connection.execute("SELECT seq, at, session, actor, kind, payload FROM events ORDER BY seq").fetchall()
    beside = connection.execute("SELECT seq, session, length(salt), length(content) FROM apart ORDER BY seq").fetchall()
    connection.close()
    return [bare(row) for row in (*log, *beside)]


def sizes(folder):
    """Sizes by name, the store's working files aside, which it writes back when it likes."""
    found = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    return {name: size for name, size in found.items() if not name.endswith(("-wal", "-shm", ".db", ".ipynb"))}


def saved(folder):
    return [folder / "elin.ipynb", folder / people.sheet_name(OTHER)]


@pytest.mark.parametrize("person", [FACILITATOR, OTHER])
def test_nobodys_browser_is_told_what_another_scored(two, person):
    one, other = (seen.frames[person] for seen in two)
    assert sum(one.values()) > 40
    assert list((one - other).elements()) == []
    assert list((other - one).elements()) == []


@pytest.mark.parametrize("word", [ONE.word, TWO.word])
def test_a_raters_words_do_not_travel_before_the_reveal(two, word):
    assert all(word.encode() not in seen.raw for seen in two)


def test_the_database_tells_counts_and_sizes_and_these_are_the_same(two):
    one, other = (seen.rows for seen in two)
    assert len(one) > 80
    assert one == other


def test_files_are_as_large_and_named_alike(two):
    one, other = (seen.files for seen in two)
    assert any(name.endswith(".key") for name in one)
    assert one == other


def test_the_saved_notebooks_are_the_same(two):
    one, other = (seen.notebooks for seen in two)
    assert "PanelBoard" in one["elin.ipynb"]
    assert one == other


@pytest.mark.parametrize("person", [FACILITATOR, OTHER])
def test_after_the_reveal_they_differ(two, person):
    """The control: what is compared above would show a difference if there were one."""
    one, other = (seen.after[person] for seen in two)
    assert one != other
    assert any(ONE.word in said for said in one)
    assert any(TWO.word in said for said in other)
    assert not any(ONE.word in said for said in other)
