"""A rater's page must be theirs: not by a name in an address, not by another's cookie, not by a message to a kernel."""

from __future__ import annotations

import asyncio
import json
import re
import stat

import pytest
from tornado.httpclient import HTTPClientError

from tests.browser import driver
from tests.server.meeting_pages import Visitor, kernel_of, message, serving
from workbench.calibration import Session, open_meeting
from workbench.server.pages import Place
from workbench.server.pages._app import settings
from workbench.server.pages._socket import PageConnection

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with serving(tmp_path_factory.mktemp("pages") / "meeting", home) as running:
        yield running


@pytest.fixture(scope="module")
def tobias(served):
    visitor = Visitor(served)
    assert visitor.join(served.link("Tobias Renner")).status == 302
    return visitor


@pytest.fixture(scope="module")
def sunniva(served):
    visitor = Visitor(served)
    assert visitor.join(served.link("Sunniva Dahle")).status == 302
    return visitor


def shown_to(page):
    """Give the people whose widgets a page shows."""
    return set(re.findall(r"actor=\\u0027(\w+)\\u0027", page.text))


def test_the_cookie_decides_whose_page_it_is(tobias, sunniva):
    pages = {"tobias": tobias.get("/"), "sunniva": sunniva.get("/")}
    assert {name: shown_to(page) for name, page in pages.items()} == {"tobias": {"tobias"}, "sunniva": {"sunniva"}}
    assert kernel_of(pages["tobias"].text) != kernel_of(pages["sunniva"].text)


def test_what_a_browser_says_of_itself_changes_nothing(tobias):
    forged = {"WORKBENCH-ACTOR": "elin", "X-Forwarded-User": "elin", "Remote-User": "elin"}
    page = tobias.get("/?WORKBENCH_ACTOR=elin&actor=elin&template=base&kernel_name=x", **forged)
    assert shown_to(page) == {"tobias"}


def test_loading_again_and_on_another_device_costs_no_further_kernel(served, tobias):
    first = kernel_of(tobias.get("/").text)
    before = len(served.kernels())
    assert kernel_of(tobias.get("/").text) == first
    session = open_meeting(folder=served.folder)
    telephone = Visitor(served)
    text = session.door().invite("tobias").text
    assert telephone.post("/join", i=text).status == 302
    assert kernel_of(telephone.get("/").text) == first
    assert len(served.kernels()) == before


def test_leaving_a_page_does_not_end_its_kernel(tobias):
    """Voilà asks for that on every reload; the next page would have to wait for a new one."""
    kernel = kernel_of(tobias.get("/").text)
    assert tobias.post(f"/voila/api/shutdown/{kernel}", origin=None).status == 204
    assert json.loads(tobias.get(f"/here?kernel={kernel}").text) == {"alive": True}


def test_another_rater_cannot_look_at_use_or_end_a_kernel(tobias, sunniva):
    own, other = kernel_of(tobias.get("/").text), kernel_of(sunniva.get("/").text)
    assert tobias.get(f"/api/kernels/{own}").status == 200
    assert tobias.get(f"/api/kernels/{other}").status == 403
    assert json.loads(tobias.get(f"/here?kernel={other}").text) == {"alive": False}
    for kernel in (own, other):
        assert tobias.ask("DELETE", f"/api/kernels/{kernel}").status == 403
    with pytest.raises(HTTPClientError) as refused:
        asyncio.run(tobias.connect(other))
    assert refused.value.code == 403


@pytest.mark.parametrize("where", ["/api/kernels", "/api/sessions", "/api/contents", "/voila/files/meeting.ipynb"])
def test_lists_of_kernels_and_files_are_not_served(tobias, where):
    assert tobias.get(where).status == 404


def test_who_has_not_joined_reaches_no_kernel(served, tobias):
    kernel = kernel_of(tobias.get("/").text)
    stranger = Visitor(served)
    assert stranger.get(f"/api/kernels/{kernel}").status == 403
    with pytest.raises(HTTPClientError) as refused:
        asyncio.run(stranger.connect(kernel))
    assert refused.value.code == 403


def test_a_page_cannot_run_code_in_its_kernel(served, tobias, tmp_path):
    """The key files of all raters belong to the account that the kernels run under."""
    kernel, traces = kernel_of(tobias.get("/").text), [tmp_path / f"trace{n}" for n in range(3)]

    async def try_it():
        line = await tobias.connect(kernel)
        for channel, trace in zip(("shell", "control"), traces, strict=False):
            await line.write_message(message("execute_request", channel, code=f"open({str(trace)!r}, 'w')"))
        await line.write_message(message("shutdown_request", "control", restart=False))
        await line.write_message(
            message("comm_open", comm_id="c1", target_name="jupyter.widget", data={"state": {}, "buffer_paths": []})
        )
        await line.write_message("no message at all")
        await line.write_message(message("kernel_info_request"))
        kinds = []
        while "kernel_info_reply" not in kinds:
            kinds.append(json.loads(await asyncio.wait_for(line.read_message(), 30))["msg_type"])
        line.close()
        return kinds

    kinds = asyncio.run(try_it())
    assert {"execute_input", "execute_reply", "shutdown_reply"}.isdisjoint(kinds)
    assert not any(trace.exists() for trace in traces)


def test_a_kernel_that_died_is_found_out_and_the_store_has_everything(served, tobias):
    kernel = kernel_of(tobias.get("/").text)
    rater = Session(open_meeting(folder=served.folder).store, "practice", "tobias")
    rater.score("p1", rater.rubric["criteria"][0]["id"], 4, reason="stays in the store")
    for process in served.kernels():
        process.kill()
    driver.until(lambda: not json.loads(tobias.get(f"/here?kernel={kernel}").text)["alive"], "the end to be noticed")
    page = tobias.get("/")
    assert kernel_of(page.text) != kernel
    assert shown_to(page) == {"tobias"}
    assert len(served.kernels()) == 1


def test_a_page_that_nobody_has_open_gives_its_memory_back(tmp_path):
    with serving(tmp_path / "meeting", tmp_path, "--idle", "2") as served:
        visitor = Visitor(served)
        visitor.join(served.link("Tobias Renner"))
        kernel = kernel_of(visitor.get("/").text)
        driver.until(lambda: not served.kernels(), "its end")
        driver.until(lambda: not json.loads(visitor.get(f"/here?kernel={kernel}").text)["alive"], "it to be known")
        assert kernel_of(visitor.get("/").text) != kernel


def test_its_lines_send_without_delay_and_pass_only_what_a_page_may_send(tmp_path):
    place = Place(door=None, session="practice", store="", notebook=tmp_path / "n.ipynb", own=tmp_path)
    connection = settings(place).Voila.kernel_websocket_connection_class
    assert connection.sends_at_once
    assert issubclass(connection, PageConnection)
    assert stat.S_IMODE((tmp_path / "pages.secret").stat().st_mode) == 0o600
