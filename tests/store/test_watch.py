"""A board that stops moving without a word is worse than none: the watcher notices, says what went wrong, goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import new_database
from workbench.store import Store, open_store

SOON = 10.0  # seconds to wait for a condition at most


@pytest.fixture
def pair(address: str) -> Iterator[tuple[Store, Store]]:
    one, other = open_store(address), open_store(address)
    yield one, other
    one.close()
    other.close()


class Calls:
    """Counts calls and lets a test wait for the next one."""

    def __init__(self) -> None:
        self.count = 0
        self.changed = threading.Condition()

    def __call__(self, *_: object) -> None:
        with self.changed:
            self.count += 1
            self.changed.notify_all()

    def reach(self, count: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.count >= count, SOON)


def test_it_calls_after_another_connection_commits(pair: tuple[Store, Store]) -> None:
    one, other = pair
    calls = Calls()
    watcher = one.watch(calls)
    other.append("s", "ana", "said", {}, request="1")
    assert calls.reach(1)
    one.append("s", "ana", "said", {}, request="2")  # its own process's writes too: a second widget may show them
    assert calls.reach(2)
    watcher.close()


def test_it_stops_when_closed(pair: tuple[Store, Store]) -> None:
    one, other = pair
    calls, still = Calls(), Calls()
    watcher, second = one.watch(calls), one.watch(still)
    watcher.close()
    assert not watcher.alive
    other.append("s", "ana", "said", {}, request="1")
    assert still.reach(1)
    assert calls.count == 0
    second.close()


def test_it_can_be_closed_from_its_own_callback(pair: tuple[Store, Store]) -> None:
    one, other = pair
    done = threading.Event()

    def once() -> None:
        watcher.close()
        done.set()

    watcher = one.watch(once)
    other.append("s", "ana", "said", {}, request="1")
    assert done.wait(SOON)
    watcher._thread.join(SOON)
    assert not watcher.alive


def test_a_callback_that_fails_is_told_and_the_watch_goes_on(
    pair: tuple[Store, Store], caplog: pytest.LogCaptureFixture
) -> None:
    one, other = pair
    calls, told = Calls(), Calls()

    def fails_first() -> None:
        calls()
        if calls.count == 1:
            raise ValueError("the widget was half closed")

    watcher = one.watch(fails_first, on_error=told)
    other.append("s", "ana", "said", {}, request="1")
    assert told.reach(1)
    assert "the widget was half closed" in caplog.text
    other.append("s", "ana", "said", {}, request="2")
    assert calls.reach(2)
    watcher.close()


def test_a_file_that_was_taken_away_is_told(tmp_path: Path) -> None:
    one = open_store(tmp_path / "log.db")
    told = Calls()
    watcher = one.watch(Calls(), on_error=told)
    away = one.path.rename(one.path.with_name("away.db"))
    assert told.reach(1)
    assert watcher.alive
    away.rename(one.path)
    watcher.close()
    one.close()


@pytest.mark.slow
def test_a_server_that_hangs_up_is_told_and_heard_again() -> None:
    one, other = open_store(address := new_database()), open_store(address)
    calls, told = Calls(), Calls()
    watcher = one.watch(calls, on_error=told)
    with other._database.reading.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'workbench watcher' "
            "AND datname = current_database()"
        )
    assert told.reach(1)
    assert calls.reach(1)  # it looks again by itself, as something may have happened in between
    before = calls.count
    other.append("s", "ana", "said", {}, request="1")
    assert calls.reach(before + 1)
    watcher.close()
    one.close()
    other.close()
