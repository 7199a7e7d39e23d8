"""Fixtures: one JupyterLab for the run, one Chromium for a module, a page that may not leave this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import driver, people
from tests.server.meeting_pages import Served, serving
from workbench.widgets import _join


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    # not for the whole run: while Playwright is open no other test of this process could have an event loop
    with sync_playwright() as playwright:
        path = driver.chromium() or None
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=driver.CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[driver.Lab]:
    base = tmp_path_factory.mktemp("lab")
    root, home = base / "root", base / "home"
    root.mkdir()
    home.mkdir()
    with driver.running_lab(root, home) as running:
        yield running


@pytest.fixture
def no_network() -> Iterator[list[str]]:
    """Collects what pages ask for; fails the test when anything asked for lies outside this machine."""
    asked: list[str] = []
    yield asked
    assert driver.outside(asked) == [], "a page asked for something outside this machine"


@pytest.fixture(scope="module")
def profile(chromium: Any) -> Iterator[Any]:
    """One browser profile for a module: Lab's three hundred files are loaded once."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(profile: Any, no_network: list[str]) -> Iterator[Any]:
    page = profile.new_page()
    page.on("request", lambda request: no_network.append(request.url))
    page.on("websocket", lambda socket: no_network.append(socket.url))
    page.set_default_timeout(20_000)
    yield page
    page.close()


@pytest.fixture
def notebook(lab: driver.Lab, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Writes a notebook of the given cells into the lab's folder and gives its name; its kernel ends with the test."""

    def write(*cells: str) -> str:
        name = f"{request.node.name.split('[')[0]}.ipynb"
        driver.write_notebook(lab.root / name, cells)
        return name

    yield write
    driver.end_kernels(lab)


@pytest.fixture
def demo(tmp_path: Path) -> str:
    """Gives the cell that shows the demo widget on a fresh store."""
    return (
        "from tests.browser.demo.widget import Demo, FileSession\n"
        f"session = FileSession({str(tmp_path / 'demo.sqlite')!r})\n"
        "demo = Demo(session=session)\ndemo"
    )


@pytest.fixture
def parts(page: Any) -> Any:
    """A page with the shared parts as `wb` and an element to draw into, without a notebook around it."""
    page.set_content("<!doctype html><body><section class='wb' id='root'></section></body>")
    page.add_style_tag(content=_join.styles(Path("none.css")))
    page.add_script_tag(content=f"{_join._shared_script()}\nwindow.wb = wb;", type="module")
    page.wait_for_function("window.wb")
    page.evaluate("() => { window.root = document.getElementById('root'); window.h = wb.dom.h; window.__ran = []; }")
    return page


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A meeting's panel pages, running."""
    home = tmp_path_factory.mktemp("home")
    with serving(tmp_path_factory.mktemp("panel") / "meeting", home) as running:
        yield running


@pytest.fixture
def seat(chromium: Any) -> Iterator[Any]:
    """Gives people browsers of their own; nothing on their pages may leave this machine or break."""
    with ExitStack() as stack:
        yield lambda id, **settings: stack.enter_context(people.seated(chromium, id, **settings)).page
