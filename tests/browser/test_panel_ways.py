"""The other ways in: a check the day before, a network that wants TLS, one laptop for all, and twelve people at once."""

from __future__ import annotations

import time
from contextlib import ExitStack, closing

import psutil
import pytest

from tests.browser import driver, panel, people, pictures
from tests.browser.people import SCORING
from tests.server.meeting_pages import serving
from workbench.calibration import open_meeting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_day_before_a_page_says_whether_this_device_can_take_part(served, seat):
    page = seat("anybody")
    page.goto(f"{served.url}check")
    page.get_by_text("This device can take part.").wait_for()
    assert "millisecond" in page.locator("[data-check=socket]").inner_text()
    pictures.page_picture(page, "panel_check")
    assert served.kernels() == []


def test_the_check_says_what_is_in_the_way(served, seat):
    """A company proxy that lets pages through and closes sockets is the usual case."""
    page = seat("anybody")
    page.route_web_socket("**/check/echo", lambda socket: socket.close(code=3001))
    page.goto(f"{served.url}check")
    page.get_by_text("Something is in the way.").wait_for()
    assert "proxy" in page.locator("[data-check=socket]").inner_text()
    wrong = seat("with a wrong clock")
    wrong.clock.install(time="2020-01-01T00:00:00")
    wrong.goto(f"{served.url}check")
    wrong.get_by_text("minutes off").wait_for()


def test_one_laptop_goes_round_and_shows_nothing_of_who_had_it_before(served, seat):
    page = seat("the laptop")
    page.goto(served.own_link)
    page.get_by_role("button", name="Join as Elin Marsh").click()
    page.locator(panel.BOARD).wait_for(timeout=90_000)
    page.get_by_role("heading", name="The meeting").wait_for()
    assert "import" not in page.inner_text("body"), "no code on the facilitator's page either"
    page.get_by_role("link", name="Invitations").click()
    pictures.page_picture(page, "panel_invitations")
    page.get_by_role("button", name="Pass this laptop round").click()
    page.get_by_role("heading", name="Who takes the laptop?").wait_for()
    pictures.page_picture(page, "panel_handover")
    page.get_by_role("button", name="Tobias Renner").click()
    panel.at_work(page)
    secret = "a reason that is nobody else's business"
    page.locator(SCORING).get_by_role("radio").nth(1).click()
    page.keyboard.insert_text(secret)
    page.keyboard.press("Enter")
    people.saved(page, "A, 2")
    page.get_by_role("button", name="Hand the laptop on").click()
    page.get_by_role("heading", name="Who takes the laptop?").wait_for()
    assert secret not in page.content()
    page.go_back()
    page.get_by_role("heading", name="Who takes the laptop?").wait_for()
    assert secret not in page.content()
    page.get_by_role("button", name="Sunniva Dahle").click()
    panel.at_work(page)
    assert secret not in page.content()
    page.locator(panel.HEAD).get_by_text("you are Sunniva Dahle").wait_for()
    assert page.evaluate("JSON.stringify([{...sessionStorage}, document.cookie])") == '[{},""]'
    page.goto(f"{served.url}panel")
    page.get_by_role("heading", name="That cannot be done from here").wait_for()


NETWORK = ("--address", "127.0.0.2", "--self-signed")


@pytest.mark.parametrize("raters", [3, pytest.param(12, marks=[pytest.mark.soak, pytest.mark.timeout(600)])])
def test_a_whole_panel_opens_its_pages_at_once_over_tls(tmp_path, chromium, raters):
    names = [f"Rater {chr(65 + n)}" for n in range(raters)]
    with ExitStack() as stack:
        served = stack.enter_context(serving(tmp_path / "meeting", tmp_path, *NETWORK, raters=names))
        assert "Advanced, then Continue" in served.said
        reached, pages = [], []
        for name in names:
            context = stack.enter_context(
                closing(chromium.new_context(ignore_https_errors=True))
            )  # who pressed Continue
            page = context.new_page()
            page.on("request", lambda request: reached.append(request.url))
            page.on("websocket", lambda socket: reached.append(socket.url))
            page.goto(served.link(name))
            pages.append(page)
        began, opened = time.monotonic(), []
        for page in pages:
            page.get_by_role("button", name="Join as Rater").click(no_wait_after=True)
        for page in pages:
            panel.at_work(page, seconds=240)
            opened.append(time.monotonic() - began)
        slowest = max(time_of_a_score(page) for page in pages)
        kernels = served.kernels()
        shares = [one.memory_full_info().pss / 1e6 for one in kernels]
        print(
            f"{raters} raters: first page {opened[0]:.1f} s, last {opened[-1]:.1f} s; slowest score {1000 * slowest:.0f} ms; "
            f"a kernel {max(shares):.0f} MB (PSS), {max(one.memory_info().rss for one in kernels) / 1e6:.0f} MB (RSS); "
            f"server {psutil.Process(served.process.pid).memory_info().rss / 1e6:.0f} MB"
        )
        assert len(kernels) == raters
        meeting = open_meeting(folder=served.folder)
        driver.until(
            lambda: all(one["rounds"]["main"]["scores"] == 2 for one in meeting.state_for()["people"] if one["scores"]),
            "every score in the log",
        )
        assert {url.split("127.0.0.2")[0] for url in reached} <= {"https://", "wss://", "blob:https://", "data:,"}
        for page in pages:
            [cookie] = page.context.cookies()
            assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Lax")


def time_of_a_score(page):
    """Score two criteria, and give the seconds that the second took to be saved."""
    panel.no_evidence(page, "A")
    panel.step(page, "B")
    began = time.monotonic()
    page.locator(SCORING).get_by_role("radio", name="No evidence in this profile").click()
    people.saved(page, "B, no evidence")
    return time.monotonic() - began
