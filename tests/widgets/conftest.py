"""A small meeting on the sample profiles, and asking a widget as its view does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.driver import until
from workbench.calibration import Session, open_meeting
from workbench.widgets import IntakeMap

PROFILES = ("p1", "p2", "p12")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Callable[[str], Session]]:
    """Give anybody's handle on one meeting on three profiles, the last of which hides words."""
    opened: list[Session] = []

    def handle(actor: str = "elin") -> Session:
        opened.append(open_meeting(folder=tmp_path, profiles=PROFILES, actor=actor))
        return opened[-1]

    handle()
    yield handle
    for session in opened:
        session.close()


@pytest.fixture
def shown() -> Iterator[Callable[[Any], Any]]:
    """Keep a widget for the test, and close it afterwards."""
    kept: list[Any] = []

    def keep(widget: Any) -> Any:
        kept.append(widget)
        return widget

    yield keep
    for widget in kept:
        widget.close()


@pytest.fixture
def ask() -> Callable[..., Any]:
    """Send a widget a request as its view does, and give its answer with what came along."""
    numbers = iter(range(1, 10_000))

    def send(widget: Any, verb: str, **args: Any) -> Any:
        said: list[tuple[Any, Any]] = []
        widget.send = lambda content, buffers=None: said.append((content, buffers))
        message = {"kind": "do", "request": f"r-{next(numbers)}", "verb": verb, "args": args}
        widget._receive(widget, message, [])
        # what only reads, or takes seconds, is answered from a thread of its own
        until(lambda: any(content["kind"] != "working" for content, _ in said), f"an answer to {verb}")
        [(reply, buffers)] = [one for one in said if one[0]["kind"] != "working"]
        return {**reply, "buffers": buffers}

    return send


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[..., IntakeMap]]:
    """Open maps, and close them at the end."""
    made: list[IntakeMap] = []

    def open_(*of: Any) -> IntakeMap:
        made.append(IntakeMap(*of))
        return made[-1]

    yield open_
    for widget in made:
        widget.close()
