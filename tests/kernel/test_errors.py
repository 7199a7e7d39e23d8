"""A recruiter should never read a traceback for what they can mend, and a developer always one for what they cannot."""

from __future__ import annotations

import pytest

CAUSED = {
    "%adjacent Kubernetis": "No glossary knows “Kubernetis”. Did you mean Kubernetes, ",
    "%adjacent": "%adjacent: the following arguments are required: SKILL. Type %adjacent? to see how it is used.",
    "%adjacent Docker --limit many": "%adjacent: argument --limit: invalid int value: 'many'. Type %adjacent? to",
    "%glossary cooking": "There is no glossary “cooking”. There is ai, backend, ",
    "%meeting join Nobody": "Nobody on this panel is called “Nobody”. On it are Elin Marsh, Tobias Renner, ",
    "%meeting join --session never": "There is no session “never” in this store. There is ",
    "%agenda": "Scores are sealed until the facilitator reveals them; 0 of 4 have submitted.",
    "%profiles nowhere": "There is no folder nowhere. Check the name, or type it from the notebook's folder.",
    "%review 99": "There is no profile “99”. There is Profile 1",
    "%skills": "Write something for %skills to read",
    "%new debrief --reg x": "%new: unrecognized arguments: --reg x. Type %new? to see how it is used.",
    "%intake cooking": "cooking: There is no such file and no such family. There is backend",
}


@pytest.mark.parametrize("cell", CAUSED)
def test_what_a_person_caused_is_one_calm_sentence(notebook, capsys, cell):
    if "meeting" in cell or "agenda" in cell or "review" in cell:
        notebook.run("%meeting")
    said = notebook.said(cell, capsys)
    assert said.startswith(CAUSED[cell]), said
    assert len(said.splitlines()) == 1
    for alarming in ("Traceback", "Error", "!", "workbench."):
        assert alarming not in said


def test_a_mistake_in_a_program_keeps_its_traceback(notebook, capsys):
    said = notebook.said("def half(x):\n    return x / 0\nhalf(4)", capsys)
    assert "Traceback" in said
    assert "half(4)" in said
    assert "ZeroDivisionError" in said


def test_a_mistake_in_a_verb_keeps_its_traceback(notebook, capsys, monkeypatch):
    monkeypatch.setattr("workbench.skills.resolve", lambda name: 1 / 0)
    said = notebook.said("%adjacent Docker", capsys)
    assert "ZeroDivisionError" in said
    assert "Traceback" in said


def test_what_a_person_caused_from_python_is_calm_too(notebook, capsys):
    said = notebook.said("from workbench import intake\nintake.load('nothing like it')", capsys)
    assert said.startswith("nothing like it: There is no such file")
    assert len(said.splitlines()) == 1
