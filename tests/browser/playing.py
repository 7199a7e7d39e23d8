"""The sample meeting played from the first score to the record: four raters, a facilitator, five browsers."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser import driver, people, ways
from tests.browser.people import BOARD, FACILITATOR, RATERS, SCORING, Person, Table
from tests.browser.pictures import picture

PILOT, OTHERS = "p1", ("p2", "p3")
BY_KEYBOARD, BY_PAGE, BY_MARKS = "sunniva", "kofi", "marguerite"
MENDED, LEVEL, WORDS = "half-done-work", 4, "Made one operation safe to repeat and says what happened to the rest."
SEALED, OPEN = "Panel board, scores are sealed", "Panel board, after the reveal"

Given = dict[tuple[str, str, str], int | None]  # (rater, profile, criterion): score


@dataclass
class Played:
    """What was done, and what was seen on the way."""

    table: Table
    first: Given = field(default_factory=dict)
    again: Given = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)

    @property
    def criteria(self) -> list[dict[str, Any]]:
        return [one for one in self.table.session.state_for()["criteria"] if one["scored_from_profile"]]

    def criterion(self, id: str) -> dict[str, Any]:
        return next(one for one in self.criteria if one["id"] == id)

    def label(self, profile: str) -> str:
        return next(one["label"] for one in self.table.session.state_for()["profiles"] if one["id"] == profile)

    @property
    def record(self) -> Path:
        [path] = (self.table.folder / "records").glob("*.html")
        return path


def play(chromium: Any, lab: driver.Lab) -> Played:
    """Hold the whole meeting."""
    played = Played(people.lay_table(lab, "whole-meeting", (PILOT, *OTHERS)))
    with ExitStack() as stack:
        seats = {id: stack.enter_context(people.seated(chromium, id)) for id in (FACILITATOR, *RATERS)}
        people.sit_down(played.table, seats[FACILITATOR], played.table.notebook(people.CALIBRATE), BOARD)
        for id in RATERS:
            people.sit_down(played.table, seats[id], played.table.sheet(id), f"{SCORING} .crit")
        score_the_pilot(played, seats)
        mend_an_anchor(played, seats)
        score_the_others(played, seats)
        discuss(played, seats)
        decide_and_record(played, seats[FACILITATOR].page)
        for person in seats.values():
            driver.save(person.page)
    driver.end_kernels(lab)
    return played


def board(page: Any) -> Any:
    """Give this person's board of the meeting; below it lies a finished sample's."""
    return page.locator(BOARD).first


def counted(page: Any, submitted: int) -> None:
    """Wait until the board counts so many."""
    board(page).get_by_text(re.compile(rf"^{submitted}\s*of {len(RATERS)} have submitted")).first.wait_for()


# ---- scoring


def score_the_pilot(played: Played, seats: dict[str, Person]) -> None:
    elin = seats[FACILITATOR].page
    board(elin).get_by_role("button", name="Start the clock").click()
    board(elin).get_by_role("button", name="Pause the clock").wait_for()
    counted(elin, 0)
    played.seen["sealed"] = board(elin).inner_text()
    for already, rater in enumerate(RATERS):
        score_profile(played, seats[rater], PILOT)
        board(elin).get_by_role("row", name=re.compile("^" + name_of(played, rater))).get_by_text("7 of 7").wait_for()
        counted(elin, already)
        people.hand_in(seats[rater].page) if rater != BY_KEYBOARD else ways.hand_in_by_keys(seats[rater].page)
        counted(elin, already + 1)
        if already == 1:
            picture(elin, "meeting_1_counts", BOARD)
    played.seen["counted"] = board(elin).inner_text()
    rows = board(elin).get_by_role("row").filter(has_text="7 of 7").all_inner_texts()
    played.seen["rows"] = [re.sub(r"\s+", " ", row).strip() for row in rows]
    reveal(elin)
    for person in seats.values():
        person.page.get_by_role("region", name=OPEN).first.wait_for()
    picture(elin, "meeting_4_pilot_revealed", BOARD)


def name_of(played: Played, rater: str) -> str:
    return next(one["name"] for one in played.table.session.state_for()["people"] if one["id"] == rater)


def score_profile(played: Played, person: Person, profile: str) -> None:
    """Score one profile as the sample panel did, each person in their way."""
    scores, (verdict, why) = people.part_of(person.id, profile)
    page, keys = person.page, person.id == BY_KEYBOARD and profile == PILOT
    for number, criterion in enumerate(played.criteria):
        value, reason = scores[criterion["id"]]
        if person.id == BY_PAGE and (profile, criterion["id"]) == (PILOT, "service-code"):
            ways.quote_from_page(page, criterion)
            reason = ""
        if person.id == BY_MARKS and (profile, criterion["id"]) == (PILOT, "apis-for-others"):
            ways.quote_from_marks(page, criterion)
            reason = ""
        if keys:
            ways.go_to(page, criterion, first=number == 0)
            people.score_by_keys(page, criterion["letter"], value, reason)
        else:
            people.score(page, criterion, value, reason)
        played.first[person.id, profile, criterion["id"]] = value
        if person.id == BY_MARKS and number == 2 and profile == PILOT:
            picture(page, "meeting_3_score", SCORING)
    if keys:
        ways.recommend_by_keys(page, played.label(profile), verdict, why)
    else:
        people.recommend(page, played.label(profile), verdict, why)


# ---- revealing, mending, scoring again


def reveal(page: Any) -> None:
    """Open the next round for everyone."""
    before = page.get_by_role("region", name=OPEN).count()
    button = board(page).get_by_role("button", name="Reveal to everyone at once")
    button.first.click()
    people.saved(page, "revealed", BOARD)
    assert before <= page.get_by_role("region", name=OPEN).count()


def mend_an_anchor(played: Played, seats: dict[str, Person]) -> None:
    """The pilot shows that an anchor is read in two ways: it is written anew, and scored again blind."""
    elin, criterion = seats[FACILITATOR].page, played.criterion(MENDED)
    agenda = board(elin).get_by_role("navigation", name="What to talk about")
    agenda.get_by_role("button", name=criterion["name"]).click()
    board(elin).get_by_role("button", name=re.compile("Mend an anchor|Edit anchor")).click()
    drawer = board(elin).get_by_role("dialog")
    if drawer.get_by_role("textbox", name=f"Anchor {LEVEL}").count() == 0:
        drawer.get_by_role("button", name=re.compile(rf"^{LEVEL}\s")).click()
    drawer.get_by_role("textbox", name=f"Anchor {LEVEL}").fill(WORDS)
    drawer.get_by_role("textbox", name="Why, in a line").fill("Two of us read it as one flow, two as several.")
    picture(elin, "meeting_5_mend_an_anchor", BOARD)
    drawer.get_by_role("button", name="Save the anchor").click()
    board(elin).get_by_text("4 scores were given under an older anchor").first.wait_for()
    played.seen["stale"] = board(elin).inner_text()
    picture(elin, "meeting_6_stale", BOARD)
    for rater in RATERS:
        score_again(played, seats[rater])
    played.seen["again, sealed"] = board(elin).inner_text()


def score_again(played: Played, person: Person) -> None:
    page, criterion = person.page, played.criterion(MENDED)
    people.turn_to(page, f"{played.label(PILOT)} again")
    page.locator(SCORING).get_by_text(WORDS).first.wait_for()
    value = {"tobias": 4, "sunniva": 4, "kofi": 3, "marguerite": 4}[person.id]
    people.score(page, criterion, value, f"Under the new words, a {value}.")
    played.again[person.id, PILOT, MENDED] = value
    people.hand_in(page)


def score_the_others(played: Played, seats: dict[str, Person]) -> None:
    elin = seats[FACILITATOR].page
    for rater in RATERS:
        for profile in OTHERS:
            people.turn_to(seats[rater].page, played.label(profile))
            score_profile(played, seats[rater], profile)
        people.hand_in(seats[rater].page)
    for _ in range(2):
        reveal(elin)
    board(elin).get_by_role("button", name="Reveal to everyone at once").wait_for(state="detached")


# ---- discussing, deciding, the record


def discuss(played: Played, seats: dict[str, Person]) -> None:
    """The facilitator's screen is the room's: differences in order, one agreed, one left open, then names."""
    elin = seats[FACILITATOR].page
    agenda = board(elin).get_by_role("navigation", name="What to talk about")
    played.seen["agenda"] = agenda.inner_text()
    state = played.table.session.state_for()["board"]["agenda"]
    played.seen["order"] = state
    open_entry = state[0]
    agenda.get_by_role("button", name=re.compile(f"^{open_entry['label']}")).click()
    first, second = open_entry["items"][:2]
    picture(elin, "meeting_7_difference", BOARD)
    agree(elin, first, 3, "We read the words together; they name one flow.")
    differ_by_keys(elin, second, "Two of us saw the work, two did not; we ask.")
    played.seen["settled"] = {"agreed": first, "differs": second}
    played.seen["names off"] = {id: board(person.page).inner_text() for id, person in seats.items()}
    board(elin).get_by_role("switch", name="Names are off").click()
    board(elin).get_by_role("button", name="Turn names on").click()
    for id, person in seats.items():
        other = name_of(played, "kofi" if id == "sunniva" else "sunniva")  # one's own is “you”
        driver.until(lambda page=person.page, name=other: name in board(page).inner_text(), f"{other} on {id}'s board")


def agree(page: Any, item: dict[str, Any], value: int, why: str) -> None:
    part = board(page)
    part.get_by_role("navigation", name="What to talk about").get_by_role("button", name=item["name"]).click()
    part.get_by_role("radiogroup", name=f"{item['name']}, agreed, score").get_by_role("radio").nth(value - 1).click()
    part.get_by_role("textbox", name="Reason, in the panel’s words").fill(why)
    part.get_by_role("button", name="Save, next difference").click()
    people.saved(page, f"agreed {item['letter']}, {value}", BOARD)


def differ_by_keys(page: Any, item: dict[str, Any], why: str) -> None:
    part = board(page)
    entry = part.get_by_role("navigation", name="What to talk about").get_by_role("button", name=item["name"])
    entry.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("d")
    words = part.get_by_role("textbox", name="What we see differently")
    words.and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text(why)
    ways.tab_to(page, part.get_by_role("button", name="Save, next difference"))
    page.keyboard.press("Enter")
    people.saved(page, f"we differ on {item['letter']}", BOARD)


DECISIONS = {
    "p1": ("advance", "The payouts outcome is near what they have done; the interview asks about two writers at once."),
    "p2": ("hold", "Whose design the ledger was decides it. We ask before we go on."),
    "p3": ("not_now", "The large system was assisted, the small one owned. Not for this role, and not by much."),
}
QUESTIONS = ("Which part of it was yours?", "How many people relied on it?")


def decide_and_record(played: Played, page: Any) -> None:
    part = board(page)
    for profile in played.table.session.state_for()["board"]["agenda"]:
        decision, why = DECISIONS[profile["profile"]]
        label, verdict = profile["label"], people.VERDICTS[decision]
        agenda = part.get_by_role("navigation", name="What to talk about")
        agenda.get_by_role("button", name=re.compile(f"^{label}")).click()
        form = part.get_by_role("region", name=f"Decision for {label}")
        form.get_by_role("radio", name=verdict, exact=True).click()
        form.get_by_role("textbox", name="Reason: what would change our mind?").fill(why)
        form.get_by_role("textbox", name="Open questions").fill("\n".join(QUESTIONS))
        form.get_by_role("textbox", name="Who speaks to the candidate").fill("Elin Marsh")
        form.get_by_label("By when").fill("2026-12-04")
        if profile["profile"] == PILOT:
            picture(page, "meeting_8_decide", BOARD)
        form.get_by_role("button", name="Save the decision").click()
        people.saved(page, f"{label}, {verdict.lower()}", BOARD)
    part.get_by_role("button", name="Write the record").click()
    people.saved(page, "record written", BOARD, seconds=60)
    picture(page, "meeting_9_decided", f"{BOARD}")
