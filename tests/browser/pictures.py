"""Pictures of the screens for the documentation and for eyes: written only when `WORKBENCH_PICTURES` is set."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.browser import driver

PICTURES = driver.REPOSITORY / "docs" / "pictures"
LIGHT, DARK, ROOM = (1280, 860), (1600, 1000), (1920, 1080)


def wanted() -> bool:
    return bool(os.environ.get("WORKBENCH_PICTURES"))


def picture(page: Any, step: str, widget: str) -> None:
    """Take a widget as a person sees it: in a window, in a wide dark window, and on the wall of a meeting room."""
    if not wanted():
        return
    size = page.viewport_size
    page.evaluate("() => window.jupyterapp.shell.collapseLeft()")  # as `workbench lab` opens it
    _take(page, f"{step}_1280", widget, LIGHT, _nothing)
    driver.dark(page)
    _take(page, f"{step}_1600_dark", widget, DARK, _nothing)
    page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'true'")
    larger = page.locator(widget).first.get_by_role("button", name="Meeting view")
    if larger.count():
        _take_on_the_wall(page, step, widget, larger)
    page.set_viewport_size(size)


def _take_on_the_wall(page: Any, step: str, widget: str, larger: Any) -> None:
    press = partial(larger.evaluate, "(button) => button.click()")  # a drawer may lie over it
    _take(page, f"{step}_1920_meeting", widget, ROOM, press)
    press()


def page_picture(page: Any, step: str) -> None:
    """Take a page that is not a notebook."""
    if wanted():
        _write(page.screenshot(animations="disabled"), step)


def _take(page: Any, name: str, widget: str, size: tuple[int, int], before: Callable[[], Any]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    part = page.locator(widget).first
    part.evaluate("(element) => element.scrollIntoView({ block: 'start' })")
    before()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    _write(page.screenshot(animations="disabled"), name)


def _nothing() -> None:
    return None


def _write(png: bytes, name: str) -> Path:
    from PIL import Image

    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    colours = (
        Image.open(io.BytesIO(png)).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    )
    colours.save(path, optimize=True)
    return path
