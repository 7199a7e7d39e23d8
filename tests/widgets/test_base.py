"""A widget without a browser: what it answers, what it shows, and how it ends."""

from __future__ import annotations

import gc
import logging
import threading

import pytest

from tests.browser import driver
from tests.browser.demo.widget import PIXEL, Demo, FileSession
from workbench.errors import NotAllowed, StoreError
from workbench.widgets._base import MeetingWidget, Reply, verb


@pytest.fixture
def session(tmp_path):
    return FileSession(tmp_path / "demo.sqlite")


@pytest.fixture
def demo(session):
    widget = Demo(session=session)
    yield widget
    widget.close()


def ask(widget, verb, *, request="r-1", **args):
    """Send a request as the view does and give every message that went back."""
    said, heard = [], threading.Event()

    def send(content, buffers=None):
        said.append((content, buffers))
        heard.set()

    widget.send = send
    widget._receive(widget, {"kind": "do", "request": request, "verb": verb, "args": args}, [])
    assert heard.wait(5), "no answer"
    return said


def test_a_stored_click_is_acknowledged_with_its_request_and_event(demo, session):
    [(reply, buffers)] = ask(demo, "score", row="Alpha", value=4)
    assert (reply["kind"], reply["request"], reply["ok"], reply["event"]) == ("ack", "r-1", True, 1)
    assert reply["at"]
    assert buffers is None
    assert [row[2:] for row in session.rows()] == [("Alpha", 4)]


def test_the_same_request_again_is_answered_again_and_stored_once(demo, session):
    first = ask(demo, "score", row="Alpha", value=4)
    assert ask(demo, "score", row="Alpha", value=4) == first
    assert len(session.rows()) == 1


def test_the_answer_goes_before_the_new_state(demo):
    order = []
    demo.observe(lambda change: order.append("state"), "state")
    demo.send = lambda content, buffers=None: order.append(content["kind"])
    demo._receive(demo, {"kind": "do", "request": "r", "verb": "score", "args": {"row": "Beta", "value": 2}}, [])
    assert order == ["ack", "state"]
    assert demo.state["values"] == {"Beta": 2}


def test_a_persons_mistake_comes_back_as_its_sentence(demo, session):
    [(reply, _)] = ask(demo, "score", row="Alpha", value=3, reason="")
    assert (reply["kind"], reply["message"]) == ("refused", "A score needs a quote or a reason.")
    assert "again" not in reply
    assert session.rows() == []


def test_a_store_that_cannot_be_reached_asks_to_be_tried_again(demo, session, monkeypatch):
    def fails(*_args, **_kwargs):
        raise StoreError("The store is locked by another program.")

    monkeypatch.setattr(session, "do", fails)
    [(reply, _)] = ask(demo, "score", row="Alpha", value=4)
    assert (reply["kind"], reply["again"]) == ("refused", True)
    monkeypatch.undo()
    [(reply, _)] = ask(demo, "score", row="Alpha", value=4)
    assert reply["ok"], "the refusal is not remembered in place of an answer"


def test_a_mistake_of_the_program_is_logged_and_told_calmly(demo, caplog):
    with caplog.at_level(logging.ERROR):
        [(reply, _)] = ask(demo, "stumble")
    assert "ZeroDivisionError" in caplog.text
    assert reply["kind"] == "refused"
    assert "Zero" not in reply["message"]


@pytest.mark.parametrize(
    ("name", "args"),
    [("close", {}), ("refresh", {}), ("_receive", {}), ("__init__", {}), ("nothing", {}), ("page", {"other": 1})],
)
def test_a_view_calls_only_what_is_marked_and_only_with_its_arguments(demo, name, args):
    [(reply, _)] = ask(demo, name, **args)
    assert reply["kind"] == "refused"
    assert demo.comm is not None


@pytest.mark.parametrize(
    "content", [None, "do", {}, {"kind": "do"}, {"kind": "do", "request": 3, "verb": "ping"}, {"kind": "ack"}]
)
def test_a_message_that_is_no_request_is_left_alone(demo, content):
    said = []
    demo.send = lambda *args, **kwargs: said.append(args)
    demo._receive(demo, content, [])
    assert said == []


def test_pictures_travel_as_bytes_beside_the_answer(demo):
    [(reply, buffers)] = ask(demo, "page", page=2)
    assert reply["page"] == 2
    assert buffers == [PIXEL]
    assert PIXEL not in demo.state.values()


def test_a_click_does_not_wait_behind_a_page_that_is_being_drawn(demo, monkeypatch):
    drawing, go = threading.Event(), threading.Event()

    def slowly(*, request, page):
        drawing.set()
        go.wait(10)
        return Reply({"page": page}, (PIXEL,))

    monkeypatch.setattr(demo, "page", slowly, raising=False)
    order = []
    demo.send = lambda content, buffers=None: order.append(content["request"])
    demo._receive(demo, {"kind": "do", "request": "picture", "verb": "page", "args": {"page": 1}}, [])
    assert drawing.wait(5)
    demo._receive(demo, {"kind": "do", "request": "click", "verb": "score", "args": {"row": "Beta", "value": 2}}, [])
    assert order == ["click"]
    go.set()
    driver.until(lambda: order == ["click", "picture"], "the picture", 5)


def test_a_view_cannot_write_the_state(demo):
    before = demo.state
    demo.set_state({"state": {"values": {"Alpha": 5}}, "_esm": "export default {}"})
    assert demo.state == before
    assert demo._esm != "export default {}"


def test_of_two_states_computed_side_by_side_the_later_begun_is_shown(session):
    """A slow thread must not put back what a person has just changed."""
    started, go = threading.Event(), threading.Event()

    class Slow(Demo):
        slow = False

        def compute(self):
            if threading.current_thread().name == "slow":
                old = dict(super().compute())
                started.set()
                go.wait(10)
                return old
            return super().compute()

    widget = Slow(session=session)
    thread = threading.Thread(target=widget.refresh, name="slow")
    thread.start()
    assert started.wait(10)
    session.do("score", {"row": "Alpha", "value": 5}, request="r-9")
    widget.refresh()
    go.set()
    thread.join(10)
    assert widget.state["values"] == {"Alpha": 5}
    widget.close()


def test_versions_only_grow(demo, session):
    seen = []
    demo.observe(lambda change: seen.append(change["new"]["version"]), "state")
    for i in range(5):
        session.do("score", {"row": "Alpha", "value": i}, request=f"r-{i}")
        demo.refresh()
    assert len(seen) == 5
    assert seen == sorted(set(seen))


def test_a_state_that_says_the_same_is_not_sent_again(demo):
    sent = []
    demo.observe(lambda change: sent.append(change), "state")
    demo.refresh()
    assert sent == []


def test_what_another_browser_stores_arrives_by_itself(demo, session, tmp_path):
    arrived = threading.Event()
    demo.observe(lambda change: arrived.set(), "state")
    FileSession(tmp_path / "demo.sqlite", actor="ben").do("score", {"row": "Gamma", "value": 1}, request="other")
    assert arrived.wait(5)
    assert demo.state["values"] == {"Gamma": 1}


def test_a_new_widget_of_the_same_kind_and_session_closes_the_former_and_its_thread(session):
    former = Demo(session=session)
    thread = former._watcher.thread
    latter = Demo(session=session)
    thread.join(5)
    assert not thread.is_alive()
    assert former.comm is None
    assert latter.comm is not None
    latter.close()
    latter.close()


def test_another_persons_widget_is_left_alone(session, tmp_path):
    aiko = Demo(session=session)
    ben = Demo(session=FileSession(tmp_path / "demo.sqlite", actor="ben"))
    assert aiko.comm is not None
    aiko.close()
    ben.close()


def test_its_repr_says_what_it_is_and_no_score(demo):
    ask(demo, "score", row="Alpha", value=4)
    assert repr(demo) == "Demo(session='DEMO-1', actor='aiko')"


def test_a_command_is_what_a_subclass_says():
    class Plain(MeetingWidget):
        @verb
        def open(self, *, request: str) -> None:
            raise NotAllowed("The meeting is over.")

    assert set(Plain._commands) == {"ping", "open"}
    assert not Plain._commands["open"].reads
    assert Plain._commands["ping"].reads


def test_the_trait_names_are_the_ones_the_view_reads(demo):
    synced = {name for name in demo.keys if not name.startswith("_")}
    assert synced - {"layout", "tabbable", "tooltip"} == {"state"}


def test_a_widget_that_cannot_begin_leaves_nothing_behind(session):
    """The sentence of the error is all that people see: no thread, no second error from cleaning up."""

    class Closed(Demo):
        def compute(self):
            raise NotAllowed("The meeting is over.")

    before = threading.active_count()
    with pytest.raises(NotAllowed, match="The meeting is over"):
        Closed(session=session)
    gc.collect()
    assert threading.active_count() == before
