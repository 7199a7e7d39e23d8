"""What `%config Workbench.…` sets holds for the next verb, and a value that does not fit changes nothing."""

from __future__ import annotations

import os

import pytest

from tests.kernel.conftest import SAMPLE

GLOSSARY = """\
family: payments
title: Payments at our firm
about: What our payments people mean.
terms:
  - id: our-ledger
    name: Ledgerwort
    kind: service
    plain: Our own ledger service.
    ask: What did you change in Ledgerwort?
"""


def test_the_settings_are_listed_with_their_help(notebook, capsys):
    notebook.run("%config Workbench")
    shown = capsys.readouterr().out
    for name in ("store", "glossary", "redact", "clock", "language"):
        assert f"Workbench.{name}=" in shown
    assert notebook.run("%config Workbench.redact") is True


@pytest.mark.parametrize(
    ("setting", "bad", "said"),
    [
        ("glossary", "'nowhere'", "There is no folder nowhere."),
        ("language", "'tlh'", "There are no words in “tlh” yet; there are in en."),
        ("clock", "5", "A meeting takes 15 to 180 minutes; 5 is outside."),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_sentence(notebook, caplog, setting, bad, said):
    before = notebook.run(f"%config Workbench.{setting}")
    notebook.run(f"%config Workbench.{setting} = {bad}")
    assert said in caplog.text
    assert notebook.run(f"%config Workbench.{setting}") == before


@pytest.mark.slow
def test_a_glossary_of_ones_own_is_laid_over_ours(notebook, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "payments.yaml").write_text(GLOSSARY, encoding="utf8")
    assert notebook.run("%skills Ran Ledgerwort").value == []
    notebook.run("%config Workbench.glossary = 'own'")
    assert [m.id for m in notebook.run("%skills Ran Ledgerwort").value] == ["our-ledger"]
    assert "Ledgerwort" in notebook.completions("%adjacent Ledg")
    notebook.run("%config Workbench.glossary = ''")
    assert notebook.run("%skills Ran Ledgerwort").value == []
    notebook.run("%config Workbench.glossary = 'own'")
    notebook.shell.run_line_magic("unload_ext", "workbench")
    assert "WORKBENCH_GLOSSARIES" not in os.environ
    assert notebook.run("from workbench import skills\nskills.recognise('Ran Ledgerwort')") == []


def test_the_store_is_where_the_setting_says(notebook, tmp_path):
    notebook.run("%meeting")
    notebook.run("%config Workbench.store = 'team/board.db'")
    assert notebook.run("%meeting").store.path == tmp_path / "team" / "board.db"
    notebook.run("%config Workbench.store = ''")
    assert notebook.run("%meeting").store.path == tmp_path / ".workbench" / "meeting.db"


def test_settings_of_a_profile_hold_from_the_start(bare):
    bare.shell.config.Workbench.clock = 90
    bare.shell.run_line_magic("load_ext", "workbench")
    assert bare.run("%config Workbench.clock") == 90


def test_a_new_meeting_takes_the_minutes_that_are_set(notebook):
    notebook.run("%config Workbench.clock = 60")
    assert notebook.run("%meeting new backend").compute()["form"]["minutes"] == 60


@pytest.mark.slow
def test_names_are_covered_unless_somebody_says_otherwise(notebook, tmp_path):
    (tmp_path / "cvs").mkdir()
    (tmp_path / "cvs" / "one.pdf").write_bytes((SAMPLE / "CV_Anneke_Vos_2026.pdf").read_bytes())
    covered = notebook.text("%profiles cvs") + notebook.markup("%profiles cvs")
    covered += notebook.text("%intake backend\nr = %review cvs/one.pdf\nr") + repr(notebook.run("r.resume.data"))
    assert "Vos" not in covered
    notebook.run("%config Workbench.redact = False")
    assert "Anneke Vos" in notebook.text("%profiles cvs")
