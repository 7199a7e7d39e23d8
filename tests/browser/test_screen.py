"""The frame that every widget stands in: it comes alive, stores clicks, and nothing jumps."""

from __future__ import annotations

import pytest

from tests.browser import driver

pytestmark = pytest.mark.browser


def test_a_click_is_called_saved_only_when_the_store_has_it(lab, page, notebook, demo):
    """A score drawn as saved that no store holds is lost without a word."""
    driver.open_notebook(page, lab, notebook(demo))
    driver.run_all(page)
    rows = page.locator(".wb .crit")
    rows.nth(2).wait_for()
    line = page.locator(".wb [role=status]")
    assert line.inner_text() == "Nothing to save yet"
    rows.nth(1).get_by_role("radio", name="4").click()
    page.locator(".wb .saved").wait_for()
    assert "B, 4" in line.inner_text()
    assert rows.nth(1).get_by_role("radio", name="4").get_attribute("aria-checked") == "true"
