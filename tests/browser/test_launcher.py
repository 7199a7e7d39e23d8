"""The Calibration tile: one click, and a notebook that speaks the meeting's language without an import."""

from __future__ import annotations

import pytest

from tests.browser import driver

pytestmark = pytest.mark.browser

SPEC = driver.REPOSITORY / "workbench" / "kernel" / "spec"


def test_a_notebook_from_the_tile_draws_a_map_without_an_import(lab, page):
    page.goto(f"{lab.url}/lab?token={driver.TOKEN}&reset")
    tile = page.locator(".jp-LauncherCard[data-category=Notebook]", has_text="Calibration")
    tile.wait_for(timeout=60_000)
    icon = tile.locator("img")
    driver.until(lambda: icon.evaluate("(image) => image.complete && image.naturalWidth > 0"), "the icon")
    drawn = page.request.get(icon.evaluate("(image) => image.src")).body()
    assert drawn in {file.read_bytes() for file in SPEC.glob("logo-*")}

    tile.click()
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    driver.ready(page)
    page.locator(".jp-Notebook .jp-InputArea-editor").first.click()
    page.keyboard.insert_text("%intake backend")
    page.keyboard.press("Shift+Enter")
    page.locator(".wb.intake .card").first.wait_for(timeout=60_000)
    driver.end_kernels(lab)
