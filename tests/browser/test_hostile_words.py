"""A candidate's words stay words, in every part that all widgets share."""

from __future__ import annotations

import pytest

from tests.browser import driver
from tests.browser.hostile_words import WORDS

pytestmark = pytest.mark.browser

EVERY_PART = """(word) => {
  const none = () => {}, texts = [word, word, word, word, word];
  const marks = wb.dots.SHAPES.slice(0, 3).map((shape, i) => ({shape, value: i + 1, label: word}));
  const store = {gone: true, waiting: [{}], noun: word, last: {at: word, about: word}, reason: word, tryNow: none};
  return [
    wb.dom.said(word), wb.badge.badge({letter: word, name: word}), wb.badge.badge({letter: 'C', name: word}),
    ...['central', 'side', 'near'].map((kind) => wb.badge.chip({name: word, kind, ramp: word})), wb.badge.chip({name: word, on: {click: none}}), wb.badge.tag(word),
    wb.scale.segments({label: word, levels: [word, 'b'], found: word, goal: 'b', say: word}), wb.scale.segments({label: word, levels: ['a', word], onPick: none}),
    h('p', {}, wb.evidence.marked(word, [{id: word, start: 0, end: Math.min(4, word.length), letter: word, name: word}], {pick: none})),
    wb.evidence.quote({text: word, place: word, letter: word}), wb.evidence.ask({label: word, question: word}),
    wb.evidence.pick({quotes: [{id: word, text: word, place: word}], ticked: [word], onTick: none, label: word}),
    wb.anchors.full({label: word, texts, picked: 3, onPick: none, nothing: word}), wb.anchors.numbers({label: word, onPick: none}), wb.anchors.ends(texts),
    wb.dots.shape({shape: 'star', label: word}), wb.dots.cell({marks, label: word}), wb.dots.strip({texts, marks}),
    wb.interval.interval({value: .5, low: -.9, high: .8, label: word, n: word}), wb.interval.axis({ticks: [{at: 0, text: word}]}),
    wb.control.button({label: word, hint: word, why: word, name: word, press: none, focus: word}), wb.control.link({label: word, press: none}),
    wb.control.toggle({label: word, on: true, flip: none}), wb.control.choice({label: word, options: [{value: word, label: word}], picked: word, pick: none}),
    wb.control.field({label: word, value: word, hint: word, change: none, showLabel: true}), wb.control.field({label: word, value: word, lines: 3, change: none}),
    wb.control.select({label: word, options: [{value: word, label: word}], value: word, change: none}),
    wb.notice.notice({kind: 'stop', what: word, more: word, detail: word}), wb.notice.empty({title: word, text: word, note: word}),
    wb.notice.loading({title: word, text: word, done: 1, of: 2}), wb.notice.locked({title: word, text: word}), wb.notice.tooFew({title: word, text: word}),
    wb.strip.strip({title: word, under: word, parts: [{title: word, minutes: 5, done: .5, now: true}], clock: null, say: none, meeting: false, larger: none}),
    wb.foot.foot({store, middle: word, keys: [[word, word]], refused: word}), wb.keys.help([{key: word, says: word}]),
    wb.drawer.drawer({title: word, close: none, body: [word]}),
    h('a', {href: word}, word), h('img', {src: word, alt: word}), h('svg', {viewBox: word}, h('text', {}, word)),
    h('div', {class: word, title: word, data: {id: word}, style: {'--x': word, background: word, 'background-image': `url(${word})`}}, word),
  ].map((part, i) => h('div', {key: i}, part));
}"""


def test_every_shared_part_shows_hostile_words_as_words(parts):
    """A résumé is a stranger's file: a bullet that is markup would run with the rater's rights."""
    parts.on("pageerror", lambda error: pytest.fail(str(error)))
    draw = f"(word) => {{ const drawn = ({EVERY_PART})(word); wb.dom.render(root, drawn); return drawn.length; }}"
    for word in WORDS:
        assert parts.evaluate(draw, word) > 35
        shown = parts.evaluate("() => root.querySelector('.said').textContent")
        assert shown == word.replace("\x00", "\x00")
        parts.evaluate(
            "() => { for (const e of root.querySelectorAll('a, button')) e.click(); for (const e of root.querySelectorAll('input')) e.focus(); }"
        )
    assert (
        parts.evaluate(
            "() => [...root.querySelectorAll('script, iframe, object, embed, style, link, math, animate')].length"
        )
        == 0
    )
    assert (
        parts.evaluate(
            """() => [...root.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value) && /href|src|action/.test(a.name)).map(a => a.name)"""
        )
        == []
    )
    parts.wait_for_function("() => new Promise(r => requestAnimationFrame(() => setTimeout(() => r(true), 200)))")
    assert parts.evaluate("window.__ran") == []


@pytest.mark.parametrize(
    "tag",
    ["script", "style", "iframe", "object", "embed", "link", "base", "meta", "SCRIPT", "foreignObject", "animate"],
)
def test_elements_that_could_run_something_are_not_drawn(parts, tag):
    assert (
        parts.evaluate("(tag) => { try { h(tag); return 'drawn'; } catch (e) { return e.message; } }", tag)
        == f"{tag} is not drawn"
    )


@pytest.mark.parametrize("name", ["onclick", "ONERROR", "srcdoc", "style", "formaction", "srcset"])
def test_attributes_that_could_run_something_are_not_written(parts, name):
    said = parts.evaluate(
        "(name) => { try { wb.dom.render(root, [h('a', {[name]: '1'})]); return 'written'; } catch (e) { return e.message; } }",
        name,
    )
    assert said == f"{name} is not written as an attribute"


@pytest.mark.parametrize(
    ("address", "kept"),
    [("https://example.org/x", True), ("mailto:a@example.org", True), ("#part", True), ("blob:http://127.0.0.1/1", True),
     ("javascript:alert(1)", False), (" javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False), ("java\nscript:alert(1)", False),
     ("data:text/html,<p>", False), ("data:image/svg+xml,<svg/>", False), ("vbscript:x", False), ("//outside.invalid/x", False), ("file:///etc/hosts", False)],
)  # fmt: skip
def test_addresses_are_of_the_kinds_we_know(parts, address, kept):
    parts.evaluate("(address) => wb.dom.render(root, [h('a', {href: address}, 'x')])", address)
    assert (parts.locator("#root a").get_attribute("href") == address) is kept


def test_hostile_words_stay_words_in_lab(lab, page, notebook, tmp_path):
    """The same strings, as a title and as rows, through the kernel and Lab's own renderers."""
    page.add_init_script("window.__ran = []")
    rows = WORDS[:9]
    cell = (
        "from tests.browser.demo.widget import Demo, FileSession\n"
        f"Demo(session=FileSession({str(tmp_path / 'x.sqlite')!r}, texts={rows!r}, actor={WORDS[1]!r}))"
    )
    driver.open_notebook(page, lab, notebook(cell))
    driver.run_all(page)
    page.locator(".wb .crit").nth(8).wait_for()
    assert page.locator(".wb .crit b .said").all_inner_texts() == rows
    driver.save(page)
    driver.open_notebook(page, lab, "test_hostile_words_stay_words_in_lab.ipynb")
    page.locator(".wb .crit").nth(8).wait_for()
    assert page.evaluate("window.__ran") == []
