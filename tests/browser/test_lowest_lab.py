"""The lowest JupyterLab that pyproject.toml allows: what a meeting needs works there too."""

from __future__ import annotations

import json
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.browser import driver, people
from tests.browser.people import BOARD, FACILITATOR, SCORING
from tests.browser.test_meeting_mode import test_one_switch_makes_the_notebook_fit_for_a_wall_and_back  # noqa: F401
from tests.browser.test_screen import test_a_click_is_called_saved_only_when_the_store_has_it  # noqa: F401
from tests.widgets.filling import fill
from workbench.calibration import open_meeting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """In the place of the run's own Lab."""
    root, home = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("home")
    with driver.lowest_lab(root, home) as running:
        yield running


def test_it_is_the_lowest(lab):
    with (driver.REPOSITORY / "pyproject.toml").open("rb") as file:
        needs = [Requirement(one) for one in tomllib.load(file)["project"]["dependencies"]]
    [allowed] = [one.specifier for one in needs if one.name == "jupyterlab"]
    lowest = next(str(one.version) for one in allowed if one.operator == ">=")
    page = driver.raw(lab, f"lab?token={driver.TOKEN}")
    version = json.loads(
        page.split('<script id="jupyter-config-data" type="application/json">')[1].split("</script>")[0]
    )
    assert version["appVersion"].startswith(lowest)
    assert version["appVersion"] in allowed


def test_a_map_is_edited(lab, page, notebook, tmp_path):
    cell = f"import os\nos.chdir({str(tmp_path)!r})\nfrom workbench.widgets import IntakeMap\nIntakeMap('backend')"
    driver.open_notebook(page, lab, notebook(cell))
    driver.run_all(page)
    title = page.locator(".wb.intake").get_by_role("textbox", name="Title of the role")
    title.wait_for(timeout=60_000)
    title.fill("Engineer for payouts")
    title.press("Tab")
    path = tmp_path / "maps" / "backend.yaml"
    assert driver.until(lambda: path.exists() and "Engineer for payouts" in path.read_text(), "the map on the disk")


def test_a_profile_is_scored_and_the_board_reveals(lab, chromium):
    table = people.lay_table(lab, "lowest", ["p1", "p2"])
    criterion, *rest = [one for one in table.session.state_for()["criteria"] if one["scored_from_profile"]]
    for rater in people.RATERS[1:]:
        handle = open_meeting(folder=table.folder, actor=rater)
        fill(handle, "p1", 3)
        handle.submit("pilot")
        handle.close()
    his = open_meeting(folder=table.folder, actor="tobias")
    for one in rest:
        his.score("p1", one["id"], 3, reason="Enough for a test.")
    his.recommend("p1", "hold", "Enough for a test.")
    his.close()
    with people.seated(chromium, "tobias") as tobias:
        people.sit_down(table, tobias, table.sheet("tobias"), SCORING)
        people.turn_to(tobias.page, "Profile 1")
        people.score(tobias.page, criterion, 5, "Says so in the second job.")
        people.hand_in(tobias.page)
    with people.seated(chromium, FACILITATOR) as elin:
        cells = ["from workbench import calibration, widgets\nwidgets.PanelBoard(calibration.open_meeting())"]
        driver.write_notebook(table.folder / "board.ipynb", cells)
        people.sit_down(table, elin, table.notebook("board.ipynb"), BOARD)
        elin.page.locator(BOARD).get_by_role("button", name="Reveal to everyone at once").click()
        elin.page.get_by_role("region", name="Panel board, after the reveal").wait_for()
        driver.end_kernels(lab)
    scores = table.session.scores()
    mine = scores[(scores["criterion"] == criterion["id"]) & (scores["round"] == "pilot")]
    assert sorted(mine["score"]) == [3, 3, 3, 5]
