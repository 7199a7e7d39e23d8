"""What people read when they can mend something: a sentence, not a traceback."""

from __future__ import annotations

import pytest
from IPython.core.interactiveshell import InteractiveShell

from workbench.errors import BadTemplate, Refused, StoreOnNetworkDrive


@pytest.fixture
def shell(monkeypatch):
    shell = InteractiveShell.instance()
    shown = []
    monkeypatch.setattr(shell, "_showtraceback", lambda kind, value, lines: shown.append(lines))
    return lambda code: shell.run_cell(code) and shown


def test_a_notebook_shows_the_sentence_alone(shell):
    code = (
        "from workbench.errors import StoreOnNetworkDrive\nraise StoreOnNetworkDrive('Put the store on a local disk.')"
    )
    assert shell(code) == [["Put the store on a local disk."]]


def test_a_mistake_of_the_program_keeps_its_traceback(shell):
    [lines] = shell("1 / 0")
    assert any("ZeroDivisionError" in line for line in lines)
    assert len(lines) > 1


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Refused("password", "cv.pdf", "It asks for a password."), "cv.pdf: It asks for a password."),
        (
            BadTemplate("map.yaml", 41, "ownership", "it can be owned."),
            "map.yaml, line 41, ownership: it can be owned.",
        ),
        (StoreOnNetworkDrive("Put it elsewhere."), "Put it elsewhere."),
    ],
)
def test_errors_say_where(error, sentence):
    assert str(error) == sentence
