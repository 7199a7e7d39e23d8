"""What takes seconds is begun at once, done aside, and done once."""

from __future__ import annotations

import threading

import pytest

from tests.browser.demo.widget import Demo
from tests.browser.driver import until
from workbench.errors import NotAllowed
from workbench.widgets._base import MeetingWidget, verb


class Office(MeetingWidget):
    """Writes a report when it is let, and counts how often it began one."""

    title = "Office"
    _esm, _css = "", ""

    def __init__(self):
        self.go, self.begun = threading.Event(), 0
        super().__init__(about={"of": "test"})

    @verb(slow=True)
    def report(self, *, request: str, refuse: bool = False):
        self.begun += 1
        assert self.go.wait(20)
        if refuse:
            raise NotAllowed("Nothing is revealed yet.")
        return {"event": 7}

    @verb
    def stamp(self, *, request: str):
        return {"event": 8}


@pytest.fixture
def office(monkeypatch):
    from workbench.widgets import _base

    monkeypatch.setattr(_base, "_files", lambda folder: ("", ""))
    monkeypatch.setattr(_base, "_folder", lambda cls: None)
    widget = Office()
    widget.said = []
    widget.send = lambda content, buffers=None: widget.said.append(content)
    yield widget
    widget.go.set()
    widget.close()


def do(widget, verb, request, **args):
    widget._receive(widget, {"kind": "do", "request": request, "verb": verb, "args": args}, [])


def answers(widget, request):
    return [one["kind"] for one in widget.said if one["request"] == request]


def test_it_says_at_once_that_somebody_is_on_it(office):
    """Without a word for a second and a half the view would say that the store is gone."""
    do(office, "report", "r-1")
    assert answers(office, "r-1") == ["working"]
    office.go.set()
    until(lambda: answers(office, "r-1") == ["working", "ack"], "the report")


def test_meanwhile_a_click_is_answered(office):
    do(office, "report", "r-1")
    do(office, "stamp", "r-2")
    assert answers(office, "r-2") == ["ack"]
    assert answers(office, "r-1") == ["working"]


def test_asked_again_it_is_done_once_and_answered_again(office):
    do(office, "report", "r-1")
    until(lambda: office.begun == 1, "the report to begin")
    do(office, "report", "r-1")
    office.go.set()
    until(lambda: "ack" in answers(office, "r-1"), "the report")
    do(office, "report", "r-1")
    assert answers(office, "r-1") == ["working", "working", "ack", "ack"]
    assert office.begun == 1


def test_a_refusal_comes_back_as_its_sentence_and_may_be_asked_again(office):
    office.go.set()
    do(office, "report", "r-1", refuse=True)
    until(lambda: answers(office, "r-1") == ["working", "refused"], "the refusal")
    assert office.said[-1]["message"] == "Nothing is revealed yet."
    until(lambda: not office._working, "the work to be over")
    do(office, "report", "r-1")
    until(lambda: "ack" in answers(office, "r-1"), "the report")


def test_only_what_is_marked_slow_is_done_aside():
    assert not any(command.slow for command in Demo._commands.values())
