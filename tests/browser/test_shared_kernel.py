"""One notebook, two people, with the real jupyter-collaboration: they make the map together, and nobody scores there."""

from __future__ import annotations

import pytest

from tests.browser import driver, people
from tests.browser.people import SCORING
from workbench.calibration import open_meeting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MAP = ".wb.intake"
REFUSED = "Nobody scores in this notebook while several people are at it."


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A Lab in which several people edit a notebook at once."""
    root, home = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("home")
    with driver.lowest_lab(root, home, together=True) as running:
        yield running


@pytest.fixture
def two(chromium, lab):
    with people.seated(chromium, "tobias") as tobias, people.seated(chromium, "sunniva") as sunniva:
        yield tobias.page, sunniva.page
        driver.end_kernels(lab)


def test_two_people_see_and_edit_one_map(lab, two, notebook, tmp_path):
    one, other = two
    name = notebook(
        f"import os\nos.chdir({str(tmp_path)!r})\nfrom workbench.widgets import IntakeMap\nIntakeMap('backend')"
    )
    driver.open_notebook(one, lab, name)
    driver.run_all(one)
    one.locator(MAP).wait_for(timeout=60_000)
    driver.open_notebook(other, lab, name)
    other.locator(MAP).wait_for(timeout=60_000)
    for writes, reads, words in ((other, one, "Engineer for payouts"), (one, other, "Engineer for refunds")):
        title = writes.locator(MAP).get_by_role("textbox", name="Title of the role")
        title.fill(words)
        title.press("Tab")
        same = reads.locator(MAP).get_by_role("textbox", name="Title of the role")
        driver.until(lambda same=same, words=words: same.input_value() == words, f"{words} in the other browser")


def test_nobody_scores_while_another_looks_on(lab, two):
    """A score that is seen before the reveal decides what the next person gives."""
    tobias, sunniva = two
    table = people.lay_table(lab, "shared", ["p1", "p2"])
    first, second, third = [one for one in table.session.state_for()["criteria"] if one["scored_from_profile"]][:3]
    sheet = (
        "from workbench import calibration, widgets\nwidgets.RubricScoring(calibration.open_meeting(actor='tobias'))"
    )
    driver.write_notebook(table.folder / "sheet.ipynb", [sheet])
    people.sit_down(table, people.Person("tobias", tobias), table.notebook("sheet.ipynb"), SCORING)
    people.score(tobias, first, 4, "An aurochs of a sentence.")

    # a reload and a second tab are the same person
    driver.open_notebook(tobias, lab, table.notebook("sheet.ipynb"))
    tobias.locator(SCORING).wait_for(timeout=60_000)
    tab = tobias.context.new_page()
    driver.open_notebook(tab, lab, table.notebook("sheet.ipynb"))
    tab.locator(SCORING).wait_for(timeout=60_000)
    people.score(tobias, second, 3, "Said in passing.")
    assert tab.get_by_text(REFUSED).count() == 0
    tab.close()

    driver.open_notebook(sunniva, lab, table.notebook("sheet.ipynb"))
    for page in (tobias, sunniva):
        page.locator(SCORING).get_by_text(REFUSED).wait_for(timeout=60_000)
        page.locator(SCORING).get_by_text("score_tobias.ipynb").wait_for()
        assert page.locator(SCORING).get_by_role("radio").count() == 0
        assert "aurochs" not in page.content()

    # she leaves: his sheet comes back by itself
    sunniva.goto("about:blank")
    people.score(tobias, third, 2, "Only named.")
    his = open_meeting(folder=table.folder, actor="tobias")
    assert sorted(his.my_scores()["value"].dropna()) == [2, 3, 4]
    his.close()
