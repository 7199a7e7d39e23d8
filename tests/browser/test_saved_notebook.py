"""Reload, restart, another browser, a colleague without a kernel: each sees the same thing or a dated view of it."""

from __future__ import annotations

import nbformat
import pytest

from tests.browser import driver

pytestmark = pytest.mark.browser


@pytest.fixture
def scored(lab, page, notebook, demo):
    """The demo widget with one score, its notebook saved; gives the notebook's name."""
    name = notebook(demo)
    driver.open_notebook(page, lab, name)
    driver.run_all(page)
    page.locator(".wb .crit").nth(1).get_by_role("radio", name="4").click()
    page.locator(".wb .saved").wait_for()
    driver.save(page)
    return name


def picked(page):
    page.locator(".wb .crit").nth(2).wait_for()
    return page.locator(".wb [aria-checked=true]").all_inner_texts()


def shut_down(page):
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.sessionContext.shutdown()")


def test_a_live_widget_hides_the_saved_view(scored, page):
    assert page.locator(".wb").is_visible()
    assert page.locator(".wb-saved").count() == 1
    assert not page.locator(".wb-saved").is_visible()


def test_reloading_the_page_shows_the_same(scored, lab, page):
    driver.open_notebook(page, lab, scored)
    assert picked(page) == ["4"]


def test_a_second_browser_shows_the_same_and_follows(scored, lab, page, chromium):
    other = chromium.new_context()
    second = other.new_page()
    driver.open_notebook(second, lab, scored)
    assert picked(second) == ["4"]
    page.locator(".wb .crit").nth(0).get_by_role("radio", name="2").click()
    second.locator(".wb .crit").nth(0).locator("[aria-checked=true]").wait_for()
    assert picked(second) == ["2", "4"]
    other.close()


def test_a_restarted_kernel_shows_the_same_after_the_cell_runs(scored, lab, page):
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()")
    driver.ready(page)
    driver.run_all(page)
    assert picked(page) == ["4"]
    assert page.locator(".wb").count() == 1


def test_reopened_without_its_kernel_it_says_when_it_was_saved(scored, lab, page):
    """Lab keeps no widget state: people otherwise read "Error displaying widget: model not found"."""
    shut_down(page)
    driver.open_notebook(page, lab, scored)
    page.locator(".wb-saved").wait_for()
    page.wait_for_function("document.querySelector('.jp-OutputArea-output')?.textContent.includes('not found')")
    seen = page.locator(".jp-OutputArea").inner_text()
    assert "run the cell to work with it" in seen
    assert "Demo sheet" in seen
    assert "not found" not in seen
    assert "Alpha" not in seen


def test_sent_to_a_colleague_who_does_not_trust_it(scored, lab, page):
    """A notebook signed elsewhere: Lab strips what could run, and the view still says what it was."""
    notebook = nbformat.read(lab.root / scored, 4)
    notebook.cells[0].source += "\n# sent"
    nbformat.write(notebook, lab.root / "sent.ipynb")
    driver.open_notebook(page, lab, "sent.ipynb")
    page.get_by_text("run the cell to work with it").first.wait_for()
    seen = page.locator(".jp-OutputArea").inner_text()
    assert "not found" not in seen
    assert "Alpha" not in seen


def test_the_file_holds_no_score_and_nobodys_words(scored, lab):
    text = (lab.root / scored).read_text(encoding="utf-8")
    outputs = str(nbformat.reads(text, 4).cells[0].outputs)
    assert "application/vnd.jupyter.widget-view+json" in outputs
    for private in ("Alpha", "Beta", "<script"):
        assert private not in outputs


def test_running_the_cell_again_leaves_one_widget_and_one_thread(scored, page):
    for _ in range(3):
        driver.run_all(page)
    page.locator(".wb .crit").nth(2).wait_for()
    page.evaluate("""async () => { const panel = window.jupyterapp.shell.currentWidget;
      const kernel = panel.context.sessionContext.session.kernel;
      const future = kernel.requestExecute({code: "import threading; print(sum(t.name == 'demo-watch' for t in threading.enumerate()))"});
      window.threads = ''; future.onIOPub = (m) => { if (m.header.msg_type === 'stream') window.threads += m.content.text; };
      await future.done; }""")
    assert page.evaluate("window.threads").strip() == "1"
    assert page.locator(".wb").count() == 1


def test_an_exported_page_shows_the_dated_view(scored, lab, page):
    """nbconvert's HTML, opened from a mail: no live widget, no error, the dated view."""
    import nbconvert

    body, _ = nbconvert.HTMLExporter(template_name="basic", sanitize_html=True).from_filename(str(lab.root / scored))
    assert "Saved notebook view" in body
    assert "Alpha" not in body.split("jp-OutputArea", 1)[1]
