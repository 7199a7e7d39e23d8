"""A rater who cannot use a mouse: from the opened sheet to the handed-in round with the keyboard and nothing else."""

from __future__ import annotations

import pytest

from tests.browser import driver, people, ways
from tests.browser.people import SCORING
from workbench.calibration import open_meeting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INSIDE = "(selector) => document.querySelector(selector).contains(document.activeElement)"


@pytest.fixture
def never_a_mouse():
    """Watch a page for anything that a hand on a mouse would do."""

    def watch(page):
        page.evaluate("""() => { window.mouse = [];
          for (const kind of ['mousedown', 'pointerdown', 'touchstart']) addEventListener(kind, (e) => mouse.push(kind), true); }""")
        return lambda: page.evaluate("mouse")

    return watch


def test_a_rater_hands_in_with_the_keyboard_alone(lab, chromium, never_a_mouse):
    table = people.lay_table(lab, "keys", ["p1", "p2"])
    criteria = [one for one in table.session.state_for()["criteria"] if one["scored_from_profile"]]
    with people.seated(chromium, "tobias") as tobias:
        page = tobias.page
        people.sit_down(table, tobias, table.sheet("tobias"), SCORING)
        page.locator(f"{SCORING} [data-in=criteria]").first.wait_for()
        used = never_a_mouse(page)
        driver.until(lambda: page.keyboard.press("Tab") or page.evaluate(INSIDE, SCORING), "the way to the sheet", 60)
        ways.tab_to(page, page.locator(f"{SCORING} [data-in=criteria][tabindex='0']"))
        for number, one in enumerate(criteria):
            if number:
                page.keyboard.press("ArrowDown")
            page.locator(f"{SCORING} .crit.active[data-cap={one['letter']}] [data-in]:focus").wait_for()
            people.score_by_keys(page, one["letter"], None if number == 1 else 4, "It says so in the second job.")
        ways.recommend_by_keys(page, "Profile 1", "hold", "Half of it is there.")
        ways.hand_in_by_keys(page)
        assert used() == []
        driver.end_kernels(lab)
    his = open_meeting(folder=table.folder, actor="tobias")
    values = his.my_scores().query("unit == 'p1'")["value"]
    assert sorted(values.dropna()) == [4] * (len(criteria) - 1)
    his.close()
