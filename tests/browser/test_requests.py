"""Asking the kernel with a kernel that is played: what is sent, when, and what the view makes of the answers."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SETUP = """() => {
  window.sent = []; window.hear = {};
  window.model = { send: (m) => sent.push(m), on: (name, f) => { hear[name] = f; }, off: () => {} };
  window.open = (key) => wb.ack.client({ model, changed() {}, key: () => key });
  window.answer = (i, more = {}) => hear['msg:custom']({ kind: 'ack', ok: true, at: '2026-11-22T14:14:22Z', event: 7, request: sent[i].request, ...more });
  window.client = open('Sheet:REQ:aiko'); window.store = client.store; window.replies = [];
  window.act = (verb, args, about) => { client.act(verb, args, about).then((r) => replies.push(r)); };
}"""


@pytest.fixture
def played(parts):
    parts.clock.install()
    parts.evaluate(SETUP)
    return parts


def test_a_request_has_an_id_a_verb_and_arguments(played):
    played.evaluate("() => { act('score', {value: 4}, 'B, 4'); act('score', {value: 5}); }")
    first, second = played.evaluate("sent")
    assert (first["kind"], first["verb"], first["args"]) == ("do", "score", {"value": 4})
    assert len(first["request"]) == 36
    assert first["request"] != second["request"]


def test_saved_is_what_was_answered(played):
    played.evaluate("() => act('score', {}, 'B, 4')")
    assert played.evaluate("[store.last, store.waiting.length]") == [None, 1]
    played.evaluate("() => answer(0)")
    last, waiting = played.evaluate("[store.last, store.waiting.length]")
    assert (last["about"], last["event"], waiting) == ("B, 4", 7, 0)
    assert played.evaluate("replies[0].ok") is True


def test_an_answer_to_someone_elses_request_is_not_ours(played):
    played.evaluate("() => { act('score', {}, 'B, 4'); answer(0, {request: 'another'}); }")
    assert played.evaluate("[store.last, store.waiting.length]") == [None, 1]


def test_without_an_answer_it_is_gone_before_two_seconds_and_asks_again_with_the_same_id(played):
    played.evaluate("() => act('score', {})")
    played.clock.run_for(1400)
    assert played.evaluate("store.gone") is False
    played.clock.run_for(500)
    assert played.evaluate("store.gone") is True
    played.clock.run_for(6000)
    requests = played.evaluate("sent.map(m => m.request)")
    assert len(requests) == 4
    assert len(set(requests)) == 1
    played.evaluate("() => answer(0)")
    assert played.evaluate("[store.gone, store.last.event]") == [False, 7]


def test_while_it_is_gone_nothing_new_is_taken(played):
    played.evaluate("() => act('score', {})")
    played.clock.run_for(1600)
    played.evaluate("() => act('score', {value: 9})")
    assert played.evaluate("[replies.map(r => r.paused), store.waiting.length, sent.length]") == [[True], 1, 1]


def test_the_second_answer_to_a_request_changes_nothing(played):
    played.evaluate("() => { act('score', {}, 'one'); answer(0); act('score', {}, 'two'); answer(1); answer(0); }")
    assert played.evaluate("store.last.about") == "two"


def test_a_refusal_is_an_answer_and_a_busy_store_is_not(played):
    played.evaluate("() => { act('score', {}); answer(0, {kind: 'refused', ok: false, message: 'Needs a reason.'}); }")
    assert played.evaluate("[replies[0].message, store.gone, store.last]") == ["Needs a reason.", False, None]
    played.evaluate(
        "() => { act('score', {}); answer(1, {kind: 'refused', ok: false, again: true, message: 'The store is locked.'}); }"
    )
    assert played.evaluate("[replies.length, store.gone, store.reason, store.waiting.length]") == [
        1,
        True,
        "The store is locked.",
        1,
    ]
    played.clock.run_for(2100)
    played.evaluate("() => answer(sent.length - 1)")
    assert played.evaluate("[replies.length, store.gone]") == [2, False]


def test_try_now_asks_at_once(played):
    played.evaluate("() => act('score', {})")
    played.clock.run_for(1600)
    before = played.evaluate("sent.length")
    played.evaluate("() => store.tryNow()")
    assert played.evaluate("sent.length") == before + 1


def test_what_waits_goes_to_the_next_view_of_the_same_person_only(played):
    played.evaluate("() => act('score', {value: 4}, 'B, 4')")
    played.clock.run_for(1600)
    played.evaluate("() => { client.close(); sent.length = 0; window.ben = open('Sheet:REQ:ben'); ben.adopt(); }")
    assert played.evaluate("sent.length") == 0
    played.evaluate("() => { window.next = open('Sheet:REQ:aiko'); next.adopt(); }")
    assert played.evaluate("sent.map(m => m.args)") == [{"value": 4}]
    played.evaluate("() => answer(0)")
    assert played.evaluate("[next.store.last.about, replies.length]") == ["B, 4", 1]


def test_a_connection_that_closes_is_noticed_without_a_click(played):
    played.evaluate("() => hear.comm_live_update()")
    assert played.evaluate("sent[0].verb") == "ping"
    played.clock.run_for(1600)
    assert played.evaluate("[store.gone, store.waiting.length]") == [True, 0]
    played.clock.run_for(2100)
    played.evaluate("() => answer(sent.length - 1)")
    assert played.evaluate("store.gone") is False


def test_reading_does_not_count_as_waiting_and_ends_with_a_sentence(played):
    played.evaluate(
        "() => { client.ask('page', {page: 1}).then(r => replies.push(r.page)); client.ask('page').catch(e => replies.push(e.message)); }"
    )
    assert played.evaluate("store.waiting.length") == 0
    played.evaluate("() => answer(0, {page: 1})")
    played.clock.run_for(21000)
    assert played.evaluate("[replies, store.gone]") == [[1, "No answer from the notebook. Try again."], False]


def test_what_is_stored_stays_on_the_screen_until_the_state_holds_it(played):
    """Between "saved" and the new state the old value would show again for a moment."""
    played.evaluate("() => act('score', {value: 4}, 'B, 4')")
    assert played.evaluate("store.ahead.map(a => a.at)") == [None]
    played.evaluate("() => answer(0)")
    assert played.evaluate("[store.waiting.length, store.ahead.length, store.ahead[0].args.value]") == [0, 1, 4]
    played.evaluate("() => client.arrived(6)")
    assert played.evaluate("store.ahead.length") == 1
    played.evaluate("() => client.arrived(7)")
    assert played.evaluate("store.ahead.length") == 0


def test_a_score_given_twice_alike_brings_no_state_and_does_not_stay_ahead(played):
    played.evaluate("() => { act('score', {value: 4}); answer(0); }")
    played.clock.run_for(1100)
    assert played.evaluate("store.ahead.length") == 0


def test_what_takes_seconds_is_not_gone_while_somebody_is_on_it(played):
    """Writing the record takes seconds the first time; a red notice there would be a false alarm."""
    played.evaluate(
        "() => { act('write_record', {}); hear['msg:custom']({ kind: 'working', request: sent[0].request }); }"
    )
    for _ in range(4):
        played.clock.run_for(2100)  # meanwhile it asks whether anybody is there, and hears that somebody is
        played.evaluate("() => sent.forEach((m, i) => { if (m.verb === 'ping') answer(i); })")
    assert played.evaluate("[store.gone, store.waiting.length]") == [False, 1]
    played.evaluate("() => answer(0)")
    assert played.evaluate("[store.gone, store.last.event, store.waiting.length]") == [False, 7, 0]


def test_a_kernel_that_dies_over_it_is_noticed(played):
    played.evaluate(
        "() => { act('write_record', {}); hear['msg:custom']({ kind: 'working', request: sent[0].request }); }"
    )
    played.clock.run_for(4000)
    assert played.evaluate("store.gone") is True
    assert played.evaluate("new Set(sent.filter(m => m.verb === 'write_record').map(m => m.request)).size") == 1
