"""A chart that needs the internet is an empty cell in a meeting room; `page` fails on a request to another host."""

from __future__ import annotations

import shutil

import pytest

from tests.browser import driver
from tests.notebooks.working import SHIPPED

pytestmark = pytest.mark.browser

LOOK = """() => [...document.querySelectorAll('.vega-embed svg')].map((svg) => ({
  marks: svg.querySelectorAll('.mark-rule line, .mark-symbol path, .mark-rect path').length,
  text: [...svg.querySelectorAll('text')].map((one) => one.textContent),
  wide: svg.getBoundingClientRect().width,
}))"""


def test_the_analysts_charts_are_drawn_offline(lab, page):
    name = "07_ad_hoc_analysis.ipynb"
    shutil.copy(SHIPPED / name, lab.root / name)
    try:
        # what is saved in the notebook is drawn as it is opened, before anything runs
        page.goto(lab.address(name))
        page.locator(".jp-NotebookPanel").first.wait_for()
        for n in range(3):
            chart = page.locator(".jp-OutputArea-output:has(.vega-embed)").nth(n)
            driver.until(lambda n=n: scrolled(page, n), "the chart to be drawn")
            chart.locator("svg").wait_for()
        seen = page.evaluate(LOOK)
    finally:
        driver.end_kernels(lab)
    assert len(seen) == 3
    assert all(one["marks"] >= 5 and one["wide"] > 400 for one in seen)
    assert any("Service code that others change safely" in " ".join(one["text"]) for one in seen)


def scrolled(page, number: int) -> bool:
    """Walk down the notebook until the chart of this number is on the page."""
    return page.evaluate(
        """(n) => {
          const drawn = [...document.querySelectorAll('.vega-embed svg')];
          if (drawn[n]) { drawn[n].scrollIntoView({block: 'center'}); return true; }
          const all = [...document.querySelectorAll('.jp-WindowedPanel-outer')];
          all.forEach((one) => one.scrollBy(0, 300));
          return false;
        }""",
        number,
    )
