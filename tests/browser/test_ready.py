"""From the facilitator's board to a sheet that works: one link, nothing to run, and only for notebooks of a meeting."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from urllib.parse import quote

import pytest

from tests.browser import driver, people
from tests.browser.people import BOARD, SCORING

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHEET = """from workbench import calibration, widgets
widgets.PanelBoard(calibration.open_meeting())"""


@pytest.fixture
def table(lab, request):
    table = people.lay_table(lab, request.node.name, ["p1"])
    driver.write_notebook(table.folder / "board.ipynb", [SHEET])
    yield table
    driver.end_kernels(lab)


def ask(lab, path, *, method="POST", token=driver.TOKEN):
    """Ask the server to make a notebook ready; give the status and what it said."""
    address = f"{lab.url}/workbench/ready?file={quote(str(path))}"
    request = urllib.request.Request(address, method=method, headers={"Authorization": f"token {token}"})
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read().decode()


def kernels(lab):
    request = urllib.request.Request(f"{lab.url}/api/kernels", headers={"Authorization": f"token {driver.TOKEN}"})
    with urllib.request.urlopen(request) as reply:
        return json.loads(reply.read())


def test_a_link_on_the_board_opens_a_sheet_that_works(table, lab, page):
    driver.open_notebook(page, lab, table.notebook("board.ipynb"))
    driver.run_all(page)
    link = page.locator(BOARD).get_by_role("link", name="Open the sheet of Kofi Asante-Bell")
    with page.expect_popup() as opened:
        link.click()
    sheet = opened.value
    sheet.locator(f"{SCORING} .crit").first.wait_for(timeout=60_000)
    sheet.locator(SCORING).get_by_text("you are Kofi Asante-Bell").wait_for()
    row = sheet.locator(f"{SCORING} .crit").first
    row.get_by_role("button", name="no evidence").or_(row.get_by_role("radio", name="no evidence")).first.click()
    sheet.locator(f"{SCORING} .footing [role=status]", has_text="Saved").wait_for()
    with page.expect_popup() as again:
        link.click()
    again.value.locator(f"{SCORING} .footing", has_text="1 of 7").wait_for(timeout=60_000)
    assert len(kernels(lab)) == 2, "the second click runs nothing again"


def test_looking_at_the_link_starts_nothing(table, lab):
    """Mail and chat programs open links to draw a preview."""
    status, said = ask(lab, table.folder / "score_kofi.ipynb", method="GET")
    assert status == 200
    assert "Opening score_kofi" in said
    assert kernels(lab) == []


@pytest.mark.parametrize(
    ("name", "status"),
    [("board.ipynb", 403), ("missing.ipynb", 404), ("../../../etc/passwd", 404), (".", 404)],
    ids=["another's", "missing", "outside", "folder"],
)
def test_only_a_meetings_notebook_is_run(table, lab, name, status):
    got, said = ask(lab, table.folder / name)
    assert got == status
    assert said.count("message") == 1
    assert kernels(lab) == []


def test_who_may_not_use_the_server_may_not_run_it(table, lab):
    assert ask(lab, table.folder / "score_kofi.ipynb", token="wrong")[0] in {401, 403}
    assert kernels(lab) == []
