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


FRAME = """() => {
  window.state = { version: 1, key: 'k', n: 1 }; window.hear = {};
  const model = { get: () => state, send() {}, on: (name, f) => { hear[name] = f; }, off() {} };
  window.drawn = 0;
  const spec = { name: (s) => `Frame ${s.n}`, noun: 'score', draw: (ctx) => {
    drawn += 1; if (ctx.state.n === 13) throw new Error('no thirteen');
    return [h('p', {}, `n is ${ctx.state.n}`), h('input', {'aria-label': 'note'})]; } };
  const el = document.createElement('div'); document.body.append(el);
  window.close = wb.screen.screen(spec).render({ model, el });
  window.arrive = (next) => { state = next; hear['change:state'](); return new Promise((r) => setTimeout(r, 20)); };
}"""


@pytest.fixture
def frame(parts):
    parts.evaluate(FRAME)
    return parts.locator(".wb.frame")


def test_a_newer_state_is_drawn_and_a_late_one_is_not(frame, parts):
    parts.evaluate("() => arrive({ version: 5, n: 5 })")
    parts.evaluate("() => arrive({ version: 4, n: 4 })")
    assert frame.locator("p").first.inner_text() == "n is 5"
    assert frame.get_attribute("aria-label") == "Frame 5"


def test_a_state_that_cannot_be_drawn_leaves_what_was_shown(frame, parts):
    """One odd value in a record must not leave four people before an empty screen."""
    frame.get_by_label("note").fill("half a thought")
    parts.evaluate("() => arrive({ version: 2, n: 13 })")
    assert "This part cannot be drawn as it is now." in frame.inner_text()
    assert "n is 1" in frame.inner_text()
    assert frame.get_by_label("note").input_value() == "half a thought"
    parts.evaluate("() => arrive({ version: 3, n: 3 })")
    assert "n is 3" in frame.inner_text()
    assert "cannot be drawn" not in frame.inner_text()


def test_many_changes_are_one_drawing(frame, parts):
    before = parts.evaluate("drawn")
    parts.evaluate(
        "() => { for (let n = 20; n < 60; n++) { state = { version: n, n }; hear['change:state'](); } return new Promise((r) => setTimeout(r, 20)); }"
    )
    assert parts.evaluate("drawn") == before + 1


def test_a_closed_view_draws_no_more(frame, parts):
    parts.evaluate("() => { close(); }")
    before = parts.evaluate("drawn")
    parts.evaluate("() => arrive({ version: 9, n: 9 })")
    assert parts.evaluate("drawn") == before


def test_what_is_heard_once_is_heard_again(parts):
    """A screen reader reads a live region when it changes; the same sentence twice is a change too."""
    said = parts.evaluate("""() => { const { say } = wb.live.voices(root); const region = root.querySelector('[aria-live=polite]');
      const heard = []; for (let i = 0; i < 3; i++) { say('Saved'); heard.push(region.textContent); } return heard; }""")
    assert len({said[0], said[1]}) == 2
    assert len({said[1], said[2]}) == 2


def test_what_stays_in_view_follows_what_is_seen_of_a_long_widget(parts):
    """Something opens under the notebook and takes half of it; the window is as large as before."""
    parts.evaluate(FRAME)
    parts.evaluate("""() => { const box = document.createElement('div'); box.style.cssText = 'height: 500px; overflow: auto';
      document.body.append(box); box.append(document.querySelector('.wb.frame').parentElement);
      document.querySelector('.wb.frame p').style.height = '2000px'; window.box = box; }""")
    view = "getComputedStyle(document.querySelector('.wb.frame')).getPropertyValue('--wb-view')"
    parts.wait_for_function(f"{view} === '500px'")
    parts.evaluate("() => { box.style.height = '240px'; }")
    parts.wait_for_function(f"{view} === '240px'")
    parts.evaluate("() => document.querySelector('.wb.frame').classList.add('wb-meeting')")
    parts.set_viewport_size({"width": 1280, "height": 430})
    parts.wait_for_function(f"{view} === '430px'")
    assert parts.evaluate(view) == "430px"


def test_the_store_line_stays_in_view_beside_a_long_widget(lab, page, notebook, tmp_path):
    """A score that is not saved is said at the widget's end, which is a screen below the row that was clicked."""
    texts = [f"Row {i}" for i in range(9)]
    cell = (
        "from tests.browser.demo.widget import Demo, FileSession\n"
        f"Demo(session=FileSession({str(tmp_path / 'x.sqlite')!r}, texts={texts!r}))"
    )
    page.set_viewport_size({"width": 1280, "height": 480})
    driver.open_notebook(page, lab, notebook(cell))
    driver.run_all(page)
    page.locator(".wb .crit").nth(8).wait_for()
    assert page.locator(".wb").bounding_box()["height"] > 480
    line = page.locator(".wb .foot")
    for top in (0, 150, 400):
        page.locator(".jp-WindowedPanel-outer").first.evaluate("(e, top) => { e.scrollTop = top; }", top)
        page.wait_for_function(
            "() => { const r = document.querySelector('.wb .foot').getBoundingClientRect(); return r.top > 0 && r.bottom <= innerHeight; }"
        )
        assert line.is_visible()
    page.get_by_role("button", name="Open").nth(5).click()
    field = page.locator(".drawer input")
    field.wait_for()
    page.wait_for_function("document.activeElement.closest('.drawer')")
    box = field.bounding_box()
    assert 0 < box["y"] < 440, "a drawer opens where people look, not at the top of a long widget"
