"""What a person would see go wrong: a score that is lost, doubled, or quietly another one than was given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import StoreError
from workbench.store import Apart, Store, canonical, open_store, references

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
PAYLOAD = st.dictionaries(st.text(max_size=8), PLAIN, max_size=4)
ACT = st.tuples(st.sampled_from("ab"), st.sampled_from(["ana", "ben"]), st.sampled_from("123456"), PAYLOAD)
QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def store(address: str) -> Any:
    opened = open_store(address)
    yield opened
    opened.close()


def test_an_event_comes_back_as_it_was_stored(store: Store) -> None:
    given_event = store.append("s", "ana", "said", {"n": 1, "words": ["a", None]}, request="r1")
    assert store.events("s") == [given_event]
    assert given_event.prev == ""
    assert store.append("s", "ana", "said", {}, request="r2").prev == given_event.hash
    assert store.append("s", "ben", "said", {}, request="r1").prev == ""  # everyone has a chain of their own


def test_the_same_request_is_stored_once(store: Store) -> None:
    payload = {"score": 4, "why": Apart("because"), "more": [Apart(b"\0\1")]}
    first = store.append("s", "ana", "said", payload, request="r1")
    assert store.append("s", "ana", "said", payload, request="r1") == first
    assert len(store.events("s")) == 1


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("said", {"score": 5, "why": Apart("because")}),
        ("said", {"score": 4, "why": Apart("for another reason")}),
        ("said", {"score": 4}),
        ("said", {"score": 4, "why": Apart("because"), "more": 1}),
        ("shouted", {"score": 4, "why": Apart("because")}),
        ("said", {"score": True, "why": Apart("because")}),
    ],
)
def test_a_request_cannot_be_used_for_something_else(store: Store, kind: str, payload: dict[str, Any]) -> None:
    store.append("s", "ana", "said", {"score": 4, "why": Apart("because")}, request="r1")
    with pytest.raises(StoreError, match="already been stored"):
        store.append("s", "ana", kind, payload, request="r1")
    assert len(store.events("s")) == 1
    assert store.verify() == []


@pytest.mark.parametrize("payload", [{"x": float("nan")}, {"x": object()}, {"x": 2**60}, {1: "x"}, {"x": "\ud800"}])
def test_what_is_not_plain_json_is_refused_and_leaves_nothing(store: Store, payload: Any) -> None:
    with pytest.raises(StoreError, match="not plain JSON"):
        store.append("s", "ana", "said", payload, request="r1")
    assert store.events("s") == []


def test_nothing_of_a_transaction_stays_when_its_block_raises(store: Store) -> None:
    def interrupted() -> None:
        with store.writing() as writer:
            writer.append("s", "ana", "said", {"x": Apart("y")}, request="r1")
            raise RuntimeError("the kernel was interrupted here")

    with pytest.raises(RuntimeError):
        interrupted()
    assert store.events("s") == []
    assert store.verify() == []


def test_text_is_kept_beside_the_log_and_can_be_erased(store: Store) -> None:
    event = store.append("s", "ana", "said", {"name": Apart("Priyanka"), "n": 1}, request="r1")
    (key,) = references(event.payload)
    assert store.text(key) == "Priyanka"
    store.erase([key])
    assert store.text(key) is None
    assert store.events("s")[0] == event
    assert store.verify() == []


def test_what_is_erased_is_gone_from_the_disk(tmp_path: Path) -> None:
    store = open_store(tmp_path / "log.db")
    store.erase(references(store.append("s", "ana", "said", {"name": Apart("Priyanka")}, request="r1").payload))
    assert b"Priyanka" not in store.path.read_bytes()
    assert all(b"Priyanka" not in file.read_bytes() for file in tmp_path.iterdir())
    store.close()


def test_a_repeated_request_is_answered_after_its_text_was_erased(store: Store) -> None:
    event = store.append("s", "ana", "said", {"name": Apart("Priyanka")}, request="r1")
    store.erase(references(event.payload))
    assert store.append("s", "ana", "said", {"name": Apart("Priyanka")}, request="r1") == event


def test_the_same_name_has_another_key_each_time(store: Store) -> None:
    one = store.append("s", "ana", "said", {"name": Apart("Priyanka")}, request="r1")
    two = store.append("s", "ana", "said", {"name": Apart("Priyanka")}, request="r2")
    assert references(one.payload) != references(two.payload)


def test_text_put_alone_is_there_too(store: Store) -> None:
    key = store.put_text("s", "a note")
    store.append("s", "ana", "said", {"note": {"$apart": key}}, request="r1")
    assert store.text(key) == "a note"
    assert store.verify() == []


def test_heads_are_the_last_hash_of_each_person(store: Store) -> None:
    store.append("s", "ana", "said", {}, request="1")
    last = {who: store.append("s", who, "said", {}, request="2").hash for who in ("ana", "ben")}
    assert store.heads("s") == last
    assert store.heads("other") == {}


@QUICK
@given(PLAIN)
def test_canonical_json_has_one_spelling(value: Any) -> None:
    import json

    spelled = canonical(value)
    assert canonical(json.loads(spelled)) == spelled


@QUICK
@given(st.lists(ACT, max_size=12))
def test_any_sequence_of_acts_gives_whole_chains_without_doubles(
    store: Store, acts: list[tuple[str, str, str, dict[str, Any]]]
) -> None:
    example = len(store.sessions())  # the examples share a store and have sessions of their own
    kept: dict[tuple[str, str, str], dict[str, Any]] = {}
    for letter, actor, request, payload in acts:
        place = (f"{letter}{example}", actor, request)
        if place in kept and canonical(kept[place]) != canonical(payload):
            with pytest.raises(StoreError):
                store.append(place[0], actor, "said", payload, request=request)
        else:
            store.append(place[0], actor, "said", payload, request=request)
            kept[place] = payload
    found = {(e.session, e.actor, e.request): e.payload for s in "ab" for e in store.events(f"{s}{example}")}
    assert {k: canonical(v) for k, v in found.items()} == {k: canonical(v) for k, v in kept.items()}
    assert store.verify() == []
