"""The board in JupyterLab: counts that follow other people, one reveal for all, and a meeting run from the keyboard."""

from __future__ import annotations

import re

import pytest

from tests.browser import driver
from tests.widgets.filling import fill
from workbench.calibration import open_meeting

pytestmark = pytest.mark.browser

RATERS = ("tobias", "sunniva", "kofi", "marguerite")


@pytest.fixture
def handle(tmp_path):
    """Give anybody's handle on the meeting that the notebooks open too: other people, on other machines."""
    opened = []

    def give(actor="elin"):
        opened.append(open_meeting(folder=tmp_path, profiles=["p1", "p2"], actor=actor))
        return opened[-1]

    give()
    yield give
    for session in opened:
        session.close()


@pytest.fixture
def opened(lab, notebook, tmp_path):
    """Open a notebook with somebody's widgets on a page, and give the widget asked for."""

    def open_on(page, actor, widget, *, name=None):
        cells = [
            "from workbench import calibration, widgets\n"
            f"meeting = calibration.open_meeting(folder={str(tmp_path)!r}, actor={actor!r})",
            f"widgets.{widget}(meeting)",
        ]
        path = notebook(*cells)
        if name:
            path = driver.write_notebook(lab.root / f"{name}.ipynb", cells).name
        driver.open_notebook(page, lab, path)
        driver.run_all(page)
        shown = page.locator(".wb.pb" if widget == "PanelBoard" else ".wb.sc")
        shown.locator(".strip").wait_for()
        return shown

    return open_on


@pytest.fixture
def other(profile, no_network):
    """A second browser window."""
    page = profile.new_page()
    page.on("request", lambda request: no_network.append(request.url))
    page.set_default_timeout(20_000)
    yield page
    page.close()


def saved(widget, what):
    widget.locator(".saved", has_text=what).first.wait_for()


def score_pilot(handle, raters=RATERS):
    """Kofi sees less than the others, and says so."""
    for rater in raters:
        value, verdict = (1, "not_now") if rater == "kofi" else (4, "advance")
        fill(handle(rater), "p1", value, verdict)
        handle(rater).submit("pilot")


def test_counts_follow_and_the_reveal_opens_everywhere(opened, page, other, handle):
    """Four people wait for one; nobody presses reload, and nobody sees a score before everybody does."""
    score_pilot(handle, RATERS[1:])
    fill(handle("tobias"), "p1", 5, "advance")
    sheet = opened(other, "tobias", "RubricScoring", name="tobias")
    board = opened(page, "elin", "PanelBoard")
    board.get_by_text(re.compile(r"^3\s*of 4 have submitted")).wait_for()
    button = board.get_by_role("button", name="Reveal to everyone at once")
    assert button.get_attribute("aria-disabled") == "true"
    assert "Waiting for 1" in board.inner_text()
    assert "kofi on A" not in board.inner_text()
    sheet.get_by_role("list", name="Your profiles").get_by_role("button", name="Profile 1").click()
    sheet.get_by_role("button", name="Submit", exact=True).click()
    sheet.get_by_role("heading", name="Your 7 scores are sealed").wait_for()
    board.get_by_text(re.compile(r"^4\s*of 4 have submitted")).wait_for()
    board.get_by_text("Everyone is in.").first.wait_for()
    button.click()
    board.get_by_role("navigation", name="What to talk about").wait_for()
    sheet.get_by_role("heading", name="Profile 2", exact=True).wait_for()
    sheet.get_by_role("list", name="Your profiles").get_by_role("button", name="revealed").click()
    sheet.get_by_text("Your first scores stay as they are").wait_for()
    assert "kofi on" not in sheet.inner_text()


def test_an_early_reveal_asks_for_a_reason_and_keeps_it(opened, page, handle):
    score_pilot(handle, RATERS[1:])
    board = opened(page, "elin", "PanelBoard")
    board.get_by_role("button", name="Reveal before everyone is in").click()
    board.get_by_text("Tobias Renner has not submitted.").wait_for()
    now = board.get_by_role("button", name="Reveal now, with this reason")
    assert now.get_attribute("aria-disabled") == "true"
    page.keyboard.insert_text("Tobias was called away.")
    now.click()
    board.get_by_text("Pilot profile: 3 of 4 opened.").wait_for()
    board.get_by_text("Revealed early: Tobias was called away.").wait_for()


def test_a_profile_is_settled_and_decided_from_the_keyboard(opened, page, handle):
    """Evidence first, then what the panel says; nothing is preselected, and first scores stay."""
    score_pilot(handle)
    handle("elin").reveal("pilot")
    board = opened(page, "elin", "PanelBoard")
    difference = board.get_by_role("article", name="Profile 1, Data design that cannot lose money")
    difference.wait_for()
    assert "kofi on A" in difference.inner_text()
    assert "Kofi" not in board.inner_text(), "names are off until the panel turns them on"
    board.get_by_role("navigation").locator("[data-in=agenda][tabindex='0']").focus()
    page.keyboard.press("3")
    reason = board.get_by_role("textbox", name="Reason, in the panel’s words")
    reason.and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text("One flow, told twice.")
    page.keyboard.press("Enter")
    saved(board, "agreed A, 3")
    board.get_by_role("article", name="Work that stops half way").wait_for()
    page.keyboard.press("d")
    board.get_by_role("textbox", name="What we see differently").and_(page.locator(":focus")).wait_for()
    page.keyboard.insert_text("Two read the queue, two the person.")
    page.keyboard.press("Enter")
    saved(board, "we differ on B")
    row = board.get_by_role("region", name="All first scores").get_by_role("row", name="Profile 1")
    assert "1, 4, 4, 4; 3 apart, agreed on 3" in row.get_by_role("button").first.get_attribute("aria-label")
    decision = board.get_by_role("region", name="Decision for Profile 1")
    assert decision.get_by_role("radio", checked=True).count() == 0
    decision.get_by_role("radio", name="Hold").click()
    decision.get_by_role("textbox", name="Reason").fill("One question would settle it.")
    decision.get_by_role("textbox", name="Who speaks to the candidate").fill("Elin Marsh")
    decision.get_by_label("By when").fill("2026-11-28")
    decision.get_by_role("button", name="Save the decision").click()
    decision.get_by_text("Elin Marsh speaks to the candidate by 28 November 2026.").wait_for()
    assert "decides nothing" in decision.inner_text()
    state = handle("elin").state_for()["board"]
    settled = {i["letter"]: (i["agreed"] or {}).get("value") or bool(i["differs"]) for i in state["agenda"][0]["items"]}
    assert (settled["A"], settled["B"], state["decisions"]["p1"]["decision"]) == (3, True, "hold")
    assert set(handle("elin").scores()["score"]) == {1.0, 4.0}


def test_a_decision_that_the_map_does_not_explain_is_asked_about(opened, page, handle):
    """A question to the panel, with the decision that it is about; it stops nothing and goes when it is answered."""
    score_pilot(handle)
    handle("elin").reveal("pilot")
    handle("elin").decide("p1", "not_now", "The team is not ready for it.")
    board = opened(page, "elin", "PanelBoard")
    decision = board.get_by_role("region", name="Decision for Profile 1")
    asked = decision.get_by_role("note").filter(has_text="The map does not explain this.")
    asked.get_by_text("shows every must and does not go on").wait_for()
    decision.get_by_role("button", name="Change the decision").wait_for()
    handle("elin").decide("p1", "advance", "They are ready after all.")
    decision.get_by_text("They are ready after all.").wait_for()
    assert asked.count() == 0


def test_a_mended_anchor_makes_scores_stale_and_asks_for_them_again(opened, page, handle):
    """The words were the difference: they change, the scores under them do not count any more, and come again blind."""
    score_pilot(handle)
    elin = handle("elin")
    elin.reveal("pilot")
    elin.decide("p1", "hold", "Ask first.")
    board = opened(page, "elin", "PanelBoard")
    board.get_by_role("button", name=re.compile("^(Mend an anchor|Edit anchor)")).first.click()
    drawer = board.get_by_role("dialog", name="Mend an anchor of Data design that cannot lose money")
    drawer.get_by_text("Scores on A of Profile 1 become stale.").wait_for()
    drawer.get_by_text("The decision for Profile 1 opens again.").wait_for()
    save = drawer.get_by_role("button", name="Save the anchor")
    assert save.get_attribute("aria-disabled") == "true"
    drawer.get_by_role("textbox", name="Anchor").fill("Says how the tables stayed correct.")
    drawer.get_by_role("textbox", name="Why, in a line").fill("Read in two ways.")
    save.click()
    board.get_by_text("4 scores were given under an older anchor.").wait_for()
    board.get_by_text("This decision is open again.").wait_for()
    board.get_by_role("region", name="Scored again").get_by_text(re.compile(r"^0\s*of 4 have submitted")).wait_for()
    for rater in RATERS:
        handle(rater).score("p1", "money-safe-data", 3, reason="Under the new words.")
        handle(rater).submit("again-1")
    again = board.get_by_role("region", name="Scored again")
    again.get_by_role("button", name="Reveal to everyone at once").click()
    board.get_by_text("4 scores were given under an older anchor.").wait_for(state="detached")
    assert not elin.state_for()["board"]["stale"]


def test_names_and_numbers_come_only_when_asked_for(opened, page, handle):
    score_pilot(handle)
    handle("elin").reveal("pilot")
    board = opened(page, "elin", "PanelBoard")
    board.get_by_role("article").wait_for()
    assert "alpha" not in board.inner_text()
    board.get_by_role("button", name="Agreement in numbers").click()
    board.get_by_role("columnheader", name="95 % interval").wait_for()
    board.get_by_role("switch", name="Names are off").click()
    board.get_by_text("Does the panel want names?").wait_for()
    assert "Kofi Asante-Bell" not in board.inner_text()
    board.get_by_role("button", name="Turn names on").click()
    board.get_by_text("Kofi Asante-Bell").first.wait_for()
    board.get_by_role("button", name="Write the record").click()
    saved(board, "record written")
    board.get_by_role("list", name="Records written so far").get_by_text(re.compile(r"records/.*\.html")).wait_for()
