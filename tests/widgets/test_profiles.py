"""The profiles of a meeting: read in the background, redacted, and none of them stops the others."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

from tests.browser.demo.widget import PIXEL
from tests.browser.driver import until
from workbench.calibration import read_profiles
from workbench.widgets import _profiles
from workbench.widgets._profiles import Desk, Reading, Unreadable, reading

SAMPLE = Path(_profiles.__file__).parents[2] / "notebooks" / "sample" / "profiles"
VOS = SAMPLE / "CV_Anneke_Vos_2026.pdf"


class Files:
    """A meeting that knows where its profiles lie, and nothing else."""

    def __init__(self, session, **files):
        self.map, self.files = session.map, files

    def order(self):
        return list(self.files)

    def corrections(self):
        return {}

    def profile_file(self, profile):
        return self.files[profile]


def done(desk):
    until(lambda: desk.done == desk.of, "all profiles to be read", 60)
    return desk.ready()


def test_a_profile_comes_redacted_with_its_evidence(meeting):
    read = reading(meeting("tobias"), "p1")
    words = " ".join(line.text for page in read.document.pages for line in page.lines)
    assert "Vos" not in words
    assert "Anneke" not in words
    lines = {line.id: line.text for page in read.document.pages for line in page.lines}
    quotes = [quote for one in read.evidence.capabilities for quote in one.quotes]
    assert len(quotes) > 5
    for quote in quotes:
        assert quote.line in lines, "a quote points into the redacted lines, where nobody's name stands"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [("broken.pdf", b"%PDF-1.7\nno", "damaged"), ("empty.txt", b"", "damaged"), ("photo.png", PIXEL, "unsupported")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_listed_and_the_others_are_read(meeting, tmp_path, name, content, reason):
    """One bad file among ten must not stop a meeting."""
    (tmp_path / name).write_bytes(content)
    desk = Desk(Files(meeting(), bad=tmp_path / name, good=VOS), lambda: None)
    ready = done(desk)
    assert isinstance(ready["bad"], Unreadable)
    assert ready["bad"].reason == reason
    assert name not in ready["bad"].message, "a file's name can hold a person's name"
    assert isinstance(ready["good"], Reading)


def test_a_file_that_is_gone_and_a_profile_that_was_erased_say_so(meeting, tmp_path):
    desk = Desk(Files(meeting(), moved=tmp_path / "moved.pdf", erased=None), lambda: None)
    ready = done(desk)
    assert ready["moved"].reason == "not_a_file"
    assert "Put it back" in ready["moved"].message
    assert ready["erased"].reason == "erased"


def test_a_mistake_of_the_program_with_one_file_costs_that_file_alone(meeting, monkeypatch, caplog):
    def stumble(session, profile):
        if profile == "first":
            raise ZeroDivisionError
        return reading(session, profile)

    monkeypatch.setattr(_profiles, "reading", stumble)
    with caplog.at_level(logging.ERROR):
        ready = done(Desk(Files(meeting(), first=VOS, second=VOS), lambda: None))
    assert "not touched" in ready["first"].message
    assert isinstance(ready["second"], Reading)
    assert "ZeroDivisionError" in caplog.text


def test_a_screen_that_stumbles_does_not_stop_the_reading(meeting, caplog):
    def stumble():
        raise RuntimeError("the store is away")

    with caplog.at_level(logging.ERROR):
        ready = done(Desk(Files(meeting(), first=VOS, second=VOS), stumble))
        until(lambda: caplog.text.count("the store is away") >= 2, "both profiles to be told")
    assert all(isinstance(read, Reading) for read in ready.values())


def test_each_profile_is_told_when_it_is_ready(meeting):
    told = threading.Semaphore(0)
    desk = Desk(Files(meeting(), first=VOS, second=SAMPLE / "mreyes_resume.txt"), told.release)
    assert told.acquire(timeout=30)
    assert told.acquire(timeout=30)
    assert desk.done == desk.of == 2


def test_a_file_is_read_once_a_kernel(meeting, monkeypatch):
    session = Files(meeting(), first=VOS)
    before = reading(session, "first")
    monkeypatch.setattr(read_profiles, "_read", lambda path: pytest.fail("read again"))
    assert reading(session, "first") is before


def test_a_changed_map_is_weighed_again(meeting):
    session = Files(meeting(), first=VOS)
    desk = Desk(session, lambda: None)
    before = done(desk)["first"]
    session.map = {**session.map, "title": "Another title"}
    desk.get("first")
    until(lambda: desk.ready()["first"] is not before, "the profile to be weighed again")
    assert desk.ready()["first"].resume is before.resume


def test_a_closed_desk_reads_no_more(meeting):
    begun, go = threading.Event(), threading.Event()

    def wait():
        begun.set()
        go.wait(10)

    desk = Desk(Files(meeting(), first=VOS, second=SAMPLE / "mreyes_resume.txt"), wait)
    assert begun.wait(60)
    desk.close()
    go.set()
    until(lambda: not any(t.name == "workbench-profiles" for t in threading.enumerate()), "the thread to end")
    assert desk.done == 1
