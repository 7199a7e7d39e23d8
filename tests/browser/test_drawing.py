"""Nothing jumps: what a late arrival redraws keeps the focus, the caret, the selection, the scroll, the half-typed word."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

ROWS = "const rows = (ids) => wb.dom.render(root, [h('ul', {}, ids.map(i => h('li', {key: i}, h('button', {}, i))))]);"


def test_an_element_that_stays_is_the_same_element(parts):
    kept = parts.evaluate(f"""() => {{ {ROWS}
      rows(['a', 'b', 'c']); const b = root.querySelectorAll('li')[1];
      rows(['c', 'x', 'b', 'a']); return [...root.querySelectorAll('li')].map(li => [li.textContent, li === b]); }}""")
    assert kept == [["c", False], ["x", False], ["b", True], ["a", False]]


def test_the_focus_stays_when_the_list_around_it_changes(parts):
    """Someone else's score arrives while a person walks the list: the next key must still go to their row."""
    said = parts.evaluate(f"""() => {{ {ROWS}
      rows(['a', 'b', 'c']); root.querySelectorAll('button')[1].focus();
      const at = []; for (const ids of [['x', 'a', 'b', 'c'], ['b', 'a'], ['c', 'b']]) {{ rows(ids); at.push(document.activeElement.textContent); }}
      return at; }}""")
    assert said == ["b", "b", "b"]


def test_after_a_delete_the_focus_goes_to_the_next_item(parts):
    said = parts.evaluate(f"""() => {{ {ROWS}
      rows(['a', 'b', 'c']); root.querySelectorAll('button')[1].focus();
      rows(['a', 'c']); const next = document.activeElement.textContent;
      rows(['a']); return [next, document.activeElement.textContent]; }}""")
    assert said == ["c", "a"]


def test_a_half_typed_note_is_not_overwritten_and_keeps_its_caret(parts):
    said = parts.evaluate("""() => {
      const draw = (value, extra) => wb.dom.render(root, [extra && h('p', {}, extra), h('textarea', {value})]);
      draw('from the store'); const area = root.querySelector('textarea');
      area.focus(); area.value = 'half a thou'; area.setSelectionRange(4, 4);
      draw('newer, from elsewhere', 'a line above'); const during = [area.value, area.selectionStart, document.activeElement === area];
      area.blur(); draw('newer, from elsewhere', 'a line above'); return [...during, area.value]; }""")
    assert said == ["half a thou", 4, True, "newer, from elsewhere"]


def test_marked_text_and_scroll_stay(parts):
    said = parts.evaluate("""() => {
      const draw = (n) => wb.dom.render(root, [h('p', {}, `Count ${n}`), h('div.box', {style: {height: '40px', overflow: 'auto'}},
        Array.from({length: 40}, (_, i) => h('p', {key: i}, `line ${i}`)))]);
      draw(1); const box = root.querySelector('.box'); box.scrollTop = 200;
      const range = document.createRange(); range.selectNodeContents(box.children[12]); getSelection().addRange(range);
      draw(2); return [box.scrollTop, getSelection().toString(), root.querySelector('p').textContent]; }""")
    assert said == [200, "line 12", "Count 2"]


def test_a_part_that_comes_and_goes_leaves_its_neighbours_alone(parts):
    same = parts.evaluate("""() => {
      const draw = (on) => wb.dom.render(root, [on && h('input', {id: 'first'}), h('input', {id: 'second'})]);
      draw(false); const second = root.querySelector('#second'); draw(true); draw(false); draw(true);
      return [second === root.querySelector('#second'), root.children.length]; }""")
    assert same == [True, 2]


def test_listeners_are_the_newest_and_only_those(parts):
    said = parts.evaluate("""() => { const heard = [];
      for (const n of [1, 2, 3]) wb.dom.render(root, [h('button', {on: n === 3 ? {} : {click: () => heard.push(n)}})]);
      root.querySelector('button').click();
      wb.dom.render(root, [h('button', {on: {click: () => heard.push(4)}})]); root.querySelector('button').click(); return heard; }""")
    assert said == [4]


def test_what_leaves_is_cleaned_up(parts):
    said = parts.evaluate("""() => { const left = [];
      const part = (key) => h('div', {key, ref: () => () => left.push(key)}, h('i', {ref: () => () => left.push(`${key} inside`)}));
      wb.dom.render(root, [part('a'), part('b')]); wb.dom.render(root, [part('b')]); const once = [...left];
      wb.dom.clear(root); return [once, left, root.children.length]; }""")
    assert said == [["a", "a inside"], ["a", "a inside", "b", "b inside"], 0]


def test_properties_that_are_gone_are_taken_away(parts):
    said = parts.evaluate("""() => {
      wb.dom.render(root, [h('div.a', {title: 'x', style: {'--p': '1'}, data: {cap: 'A'}, 'aria-label': 'n'})]);
      wb.dom.render(root, [h('div', {})]); return root.firstChild.outerHTML; }""")
    assert said == '<div style=""></div>'


def test_late_states_are_dropped(parts):
    said = parts.evaluate("""() => { const {newer} = wb.screen;
      return [newer({version: 4}, {version: 3}).version, newer({version: 4}, {version: 5}).version, newer(null, {version: 1}).version]; }""")
    assert said == [4, 5, 1]


def test_the_clock_speaks_at_five_and_one_and_no_more(parts):
    said = parts.evaluate("""() => { const out = [];
      for (let s = 310; s > -5; s--) { const text = wb.strip.announcement(s + 1, s); if (text) out.push([s, text]); } return out; }""")
    assert [second for second, _ in said] == [300, 60, 0]
    assert parts.evaluate("() => [374, 59.2, 0, -42, 3600].map(wb.words.clock)") == [
        "6:14",
        "1:00",
        "0:00",
        "−0:42",
        "60:00",
    ]


def test_the_clock_runs_by_itself_and_redraws_nothing(parts):
    parts.clock.install()
    parts.evaluate("""() => {
      const clock = {running: true, ends: Date.now() / 1000 + 301, left: 0, total: 45};
      window.heard = []; window.draws = 0;
      window.draw = () => { draws += 1; wb.dom.render(root, [wb.strip.strip({title: 'T', parts: [{title: 'Map', minutes: 5, done: .5, now: true}], clock, say: t => heard.push(t), meeting: false, larger() {}})]); };
      draw(); }""")
    parts.clock.run_for(3000)
    assert parts.locator("[role=timer]").inner_text() == "4:58"
    assert parts.evaluate("[heard, draws]") == [["5 minutes left in this part."], 1]


def test_the_sessions_clock_becomes_the_strips(parts):
    said = parts.evaluate("""() => wb.strip.meeting({total_min: 45, part: 1, running: false, since: null,
      parts: [{title: 'Map', minutes: 5, elapsed_s: 330}, {title: 'Pilot', minutes: 14, elapsed_s: 420}, {title: 'Decide', minutes: 8, elapsed_s: 0}]})""")
    assert [part["done"] for part in said["parts"]] == [1, 0.5, 0]
    assert said["clock"] == {"running": False, "ends": 420, "left": 420, "total": 45}


def test_overlapping_marks_keep_every_letter_and_every_word(parts):
    said = parts.evaluate("""() => { const text = 'Ran Kafka on 40 nodes for payments';
      wb.dom.render(root, [h('p', {}, wb.evidence.marked(text, [{id: '1', start: 0, end: 21, letter: 'A'}, {id: '2', start: 4, end: 21, letter: 'B'},
        {id: '3', start: 13, end: 34, letter: 'C'}, {id: 'x', start: 30, end: 99, letter: 'D'}]))]);
      return [[...root.querySelectorAll('.said')].map(e => e.textContent).join(''), [...root.querySelectorAll('mark')].map(m => [m.querySelector('.said').textContent, [...m.querySelectorAll('b')].map(b => b.textContent).join(''), m.className])]; }""")
    assert said[0] == "Ran Kafka on 40 nodes for payments"
    assert said[1] == [
        ["Ran ", "", "ev"],
        ["Kafka on ", "", "ev over2"],
        ["40 nodes", "AB", "ev over3"],
        [" for payments", "C", "ev"],
    ]


def test_a_cell_says_in_words_what_its_shapes_show(parts):
    said = parts.evaluate("""() => [[1, 2, 4, 4], [3, 3], [null, 4], [null], []].map(values =>
      wb.dots.sentence(values.map((value, i) => ({shape: wb.dots.SHAPES[i], value}))))""")
    assert said == [
        "scores 1, 2, 4, 4; 3 apart",
        "scores 3, 3",
        "scores 4; 1 no evidence",
        "1 no evidence",
        "nobody has scored this",
    ]
