"""The door: a link that a chat program looks at must still work, and a link that somebody used must not."""

from __future__ import annotations

import base64
import subprocess
import time

import pytest
from tornado.web import create_signed_value

from tests.browser import driver
from tests.server.meeting_pages import COMMAND, Visitor, serving
from workbench.calibration import open_meeting
from workbench.server.pages import panel_links
from workbench.widgets import PanelBoard

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with serving(tmp_path_factory.mktemp("door") / "meeting", home) as running:
        yield running


@pytest.fixture
def meeting(served):
    return open_meeting(folder=served.folder)


def text_of(link):
    return link.split("?i=")[1]


def test_looking_at_a_link_uses_nothing_up_and_starts_nothing(served):
    for _ in range(3):
        page = Visitor(served).get(served.link("Tobias Renner"))
        assert page.status == 200
        assert "Join as Tobias Renner" in page.text
        assert "Senior backend engineer" in page.text
        assert page.headers.get_all("Set-Cookie") is None
    assert served.kernels() == []


def test_pressing_the_button_uses_it_up(served):
    link, browser = served.link("Tobias Renner"), Visitor(served)
    joined = browser.join(link)
    assert (joined.status, joined.headers["Location"]) == (302, "/")
    [cookie] = joined.headers.get_all("Set-Cookie")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    for other in (Visitor(served).get(link), Visitor(served).post("/join", i=text_of(link))):
        assert other.status == 410
        assert "has been used" in other.text
        assert "second invitation" in other.text
        assert other.headers.get_all("Set-Cookie") is None
    assert "Go to your page" in browser.get(link).text, "who has joined here is shown the way"


def test_an_invitation_that_was_changed_opens_nothing(served):
    text = text_of(served.link("Sunniva Dahle"))
    for wrong in (text[:-2] + ("aa" if text[-2:] != "aa" else "bb"), "", "elin", "." + text):
        assert Visitor(served).post("/join", i=wrong).status == 410


def test_another_site_cannot_press_the_button(served):
    text = text_of(served.link("Sunniva Dahle"))
    for origin in (None, "null", "https://elsewhere.example", f"{served.url.rstrip('/')}.elsewhere.example"):
        assert Visitor(served).post("/join", origin=origin, i=text).status == 403
    assert Visitor(served).get(served.link("Sunniva Dahle")).status == 200


@pytest.mark.parametrize("secret", ["guessed", ""])
def test_a_cookie_that_was_made_elsewhere_is_no_seat(served, secret):
    port = served.url.rstrip("/").split(":")[-1]
    seat = '{"session": "practice", "person": "tobias", "shared": false}'
    name = f"workbench-seat-{port}"
    forged = create_signed_value(secret, name, seat).decode()
    plain = base64.b64encode(seat.encode()).decode()
    for value in (forged, plain, f"2|1:0|10:{int(time.time())}|{len(name)}:{name}|{len(plain)}:{plain}|" + "0" * 64):
        answer = Visitor(served, {name: value}).get("/")
        assert (answer.status, answer.headers["Location"].split("?")[0]) == (302, "/login")


def test_without_an_invitation_a_calm_page(served):
    page = Visitor(served).get("/login")
    assert page.status == 403
    assert "Open the invitation that Elin Marsh sent you" in page.text
    assert Visitor(served).get("/panel").status == 403
    assert Visitor(served).get("/handover").status == 403


def test_no_page_may_ask_another_host(served):
    for where in (served.link("Sunniva Dahle"), "/login", "/check"):
        policy = Visitor(served).get(where).headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "*" not in policy


def test_the_notebook_gets_the_same_links_and_a_new_one_for_a_second_device(served, meeting):
    links = {link.person: link for link in panel_links(meeting)}
    assert links["kofi"].url == served.link("Kofi Asante-Bell"), "asking twice makes nothing void"
    assert links["kofi"].qr.startswith("<svg")
    assert links["kofi"].url not in repr(links["kofi"]), "a notebook's output is no place for it"
    [anew] = [link for link in panel_links(meeting, anew={"kofi"}) if link.person == "kofi"]
    assert Visitor(served).get(links["kofi"].url).status == 410
    first, second = Visitor(served), Visitor(served)
    assert first.join(anew.url).status == 302
    [another] = [link for link in panel_links(meeting, anew={"kofi"}) if link.person == "kofi"]
    assert another.joined
    assert second.join(another.url).status == 302
    assert first.cookies.keys() == second.cookies.keys()


def test_the_facilitators_link_works_once_and_shows_the_panel(served):
    host = Visitor(served)
    assert host.join(served.own_link).status == 302
    assert Visitor(served).get(served.own_link).status == 410
    listed = host.get("/panel?show=marguerite")
    assert "For Marguerite Lowe alone" in listed.text
    assert "<svg" in listed.text
    assert served.link("Marguerite Lowe") in listed.text


def test_beyond_this_machine_it_wants_tls_and_says_how(tmp_path):
    environment = driver.environment(tmp_path)
    command = [*COMMAND, "--address", "0.0.0.0"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 2
    assert "--self-signed" in run.stderr
    assert "--certificate FILE --key FILE" in run.stderr
    assert "Traceback" not in run.stderr


def test_the_boards_own_invitation_is_a_link_while_the_pages_are_served(served, meeting, tmp_path):
    board = PanelBoard(meeting)
    said = board.invite(request="r1", person="sunniva")
    assert said.data["url"].startswith(served.url)
    assert said.buffers[0].startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert Visitor(served).join(said.data["url"]).status == 302
    board.close()
    elsewhere = PanelBoard(open_meeting(folder=tmp_path, profiles=["p1"]))
    assert elsewhere.invite(request="r2", person="sunniva").data["url"] is None
    elsewhere.close()
