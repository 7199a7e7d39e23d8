"""Each verb does what its help says, gives an object, and says calmly what does not fit."""

from __future__ import annotations

import nbformat
import pytest

from tests.kernel.test_loading import VERBS
from workbench import intake
from workbench.calibration import Session
from workbench.widgets import MeetingSetup, PanelBoard, ResumeReview, RubricScoring, SkillAdjacency


@pytest.mark.parametrize("verb", sorted(VERBS["line"] | VERBS["cell"]))
def test_help_reads_like_a_manual_page(notebook, verb):
    magics = notebook.shell.magics_manager.magics
    told = (magics["line"].get(verb) or magics["cell"][verb]).__doc__
    first, _, rest = told.partition("\n")
    assert first.startswith(f"%{verb}")
    assert "Example\n" in rest
    assert f"%{verb}" in rest.split("Example\n")[1]
    assert all(len(line) <= 120 for line in told.splitlines())


def test_a_verbs_value_can_be_kept(notebook):
    assert notebook.run("req = %intake backend\nreq.title") == "Senior backend engineer, payouts"
    assert notebook.run("near = %adjacent RabbitMQ --limit 4\nlen(near.value)") == 4
    assert list(notebook.run("near.to_frame()").columns) == ["skill", "ramp", "weeks", "why"]
    assert [m.name for m in notebook.run("%skills Ran k8s in production").value] == ["Kubernetes"]


def test_a_meeting_is_opened_joined_and_timed(notebook):
    meeting = notebook.run("%meeting")
    assert isinstance(meeting, Session)
    assert meeting.is_facilitator
    assert "Tobias Renner" in notebook.text("%meeting")
    assert notebook.run("%meeting join Tobias").actor == "tobias"
    assert notebook.run("%meeting join 'elin marsh'").actor == "elin"
    assert notebook.run("%meeting clock start").state_for()["clock"]["running"]
    assert "paused" in notebook.text("%meeting clock pause")
    assert isinstance(notebook.run("%meeting new backend"), MeetingSetup)


def test_a_handle_that_somebody_keeps_stays_open(notebook):
    tobias = notebook.run("tobias = %meeting join Tobias\ntobias")
    notebook.run("%meeting join Elin")
    notebook.run("%config Workbench.store = 'other.db'")
    notebook.run("%meeting")
    assert tobias.score("p1", tobias.rubric["criteria"][0]["id"], None).event > 0


@pytest.mark.slow
def test_the_screens_open_on_the_meeting_in_hand(notebook):
    notebook.run("%meeting join Sunniva")
    assert isinstance(notebook.run("%score"), RubricScoring)
    screen = notebook.run("%review 3")
    assert isinstance(screen, ResumeReview)
    assert screen.value == "p3"
    assert isinstance(notebook.run("%panel"), PanelBoard)
    assert isinstance(notebook.run("%adjacent Docker --picture"), SkillAdjacency)


def test_a_reveal_needs_everybody_or_a_reason(notebook, capsys):
    assert "4 have not submitted" in (said := notebook.said("%reveal", capsys)) or "submitted" in said
    meeting = notebook.run("%reveal pilot --reason The others are ill")
    assert meeting.state_for()["rounds"][0]["state"] == "revealed"
    assert meeting.state_for()["rounds"][0]["reason"] == "The others are ill"


@pytest.mark.slow
def test_the_finished_sample_can_be_judged(notebook, tmp_path):
    agenda = notebook.run("%agenda --sample")
    assert len(agenda.to_frame()) == len(agenda.sheet().rows) > 5
    assert "Profile 3 is split: 1 advance, 2 hold, 1 not now." in notebook.text("%agenda --sample")
    one = notebook.run("%agenda Profile 2 --sample")
    assert {row[1] for row in one.sheet().rows} == {"Profile 2"}
    table = notebook.run("%agreement --sample").to_frame()
    assert set(table["statistic"]) == {"krippendorff_alpha"}
    assert len(notebook.run("%agreement A --sample").sheet().rows) == 1
    assert "cannot tell" in " ".join(notebook.text("%agreement A --sample").split())
    facts = notebook.run("memo = %memo --sample\nmemo.value")
    assert facts["format"] == "workbench record 1"
    assert "0 of 6 profiles decided" in notebook.text("memo")
    told = notebook.text("%memo --sample --write papers")
    written = list((tmp_path / "papers").glob("calibration-record-sample-*"))
    assert {path.suffix for path in written} >= {".html", ".json", ".csv"}
    assert any(f"papers/{path.name}" in told for path in written)


def test_a_store_is_audited(notebook, tmp_path, capsys):
    import sqlite3

    notebook.run("%meeting clock start")
    assert notebook.text("%audit").startswith("The store is whole")
    path = tmp_path / ".workbench" / "meeting.db"
    copy = tmp_path / "copy.db"
    with sqlite3.connect(path) as source, sqlite3.connect(copy) as target:
        source.backup(target)
        target.execute("DROP TRIGGER IF EXISTS events_are_append_only")
        for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            target.execute(f'DROP TRIGGER "{name}"')
        target.execute("UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1")
    target.close()
    assert "The store is not whole" in notebook.text("%audit copy.db")
    assert notebook.said("%audit nothing.db", capsys) == "There is no store nothing.db."


MAP = intake.to_yaml(intake.load("devops"))


def test_a_map_is_read_from_a_cell_and_checked(notebook):
    checked = notebook.run(f"%%intake team_map\n{MAP}")
    assert notebook.run("team_map") == checked.value == intake.load("devops")
    assert notebook.text(f"%%intake\n{MAP}").endswith("The wording checks found nothing.")


def test_a_broken_map_is_named_on_its_line_and_marked(notebook, capsys):
    number = next(n for n, line in enumerate(MAP.splitlines(), start=1) if line == "    importance: must")
    broken = MAP.replace("\n    importance: must\n", "\n    importance: musst\n", 1)
    said = notebook.said(f"%%intake\n{broken}", capsys)
    assert said.startswith(f"this cell, line {number}, capabilities[0].importance: This is “musst”; it can be must")
    assert f"→ {number:>3}" in said
    assert "importance: musst" in next(line for line in said.splitlines() if line.startswith("→"))
    assert "Traceback" not in said


def test_a_map_whose_wording_misleads_says_so(notebook):
    worded = MAP.replace(intake.load("devops").title, "Senior engineer with 5+ years of Java", 1)
    assert "5+ years" in notebook.text(f"%%intake\n{worded}")


ADVERT = """%%skills
You will run Kubernetes and our Quorvex4 cluster.
- 7+ years of Python
We use Go and React. Swift decisions, please; the REST is up to you.
"""


def test_an_advert_is_read(notebook):
    found = notebook.run(ADVERT).value
    assert [m.name for _, m in found.recognised][:3] == ["Kubernetes", "Python", "Go"]
    assert [(one.text, one.line) for one in found.unknown] == [("Quorvex4", 2 - 1)]
    assert [(line, issue.code) for line, issue in found.wording] == [(2, "years_of_experience")]
    assert "in no glossary" in notebook.text(ADVERT)


def test_a_brief_changes_only_by_what_is_accepted(notebook, capsys):
    draft = "We want a rockstar developer with 5+ years of Java.\nYou run k8s."
    read = notebook.run(f"%%brief\n{draft}")
    assert read.text == draft
    assert [one.number for one in read.value.changes] == [1, 2, 3]
    taken = notebook.run(f"%%brief --accept 3\n{draft}")
    assert taken.text == draft.replace("k8s", "Kubernetes (k8s)")
    both = notebook.run(f"%%brief --accept 2 3\n{draft}").text
    assert "5+ years" not in both
    assert "rockstar" in both
    assert read.accept(2, 3).text == both
    assert notebook.said(f"%%brief --accept 9\n{draft}", capsys) == "There is no change 9. There is 1, 2 and 3."
    assert "Nothing to change" in notebook.text("%%brief\nYou will run the ledger and be on call one week in five.")


def test_a_new_notebook_is_a_dated_copy_with_its_code_hidden(notebook, tmp_path, capsys):
    for n in (1, 2):
        assert notebook.text("%new intake --req BE-204/ü").startswith("Written: ")
        assert len(list(tmp_path.glob("*_intake_BE-204-u*.ipynb"))) == n
    copy = nbformat.read(min(tmp_path.glob("*.ipynb"), key=lambda p: len(p.name)), 4)
    nbformat.validate(copy)
    assert "BE-204/ü · " in copy.cells[0].source
    code = [cell for cell in copy.cells if cell.cell_type == "code"]
    assert all(cell.metadata.jupyter.source_hidden and cell.outputs == [] and cell.id for cell in code)
    assert len({cell.id for cell in copy.cells}) == len(copy.cells)
    assert "There is no notebook for “party”." in notebook.said("%new party", capsys)


def test_a_finished_phrase_of_the_clock_is_asked_for(notebook, capsys):
    assert notebook.said("%meeting clock later", capsys) == "The clock takes start, pause, next or back."
    assert "It knows status, new, join and clock." in notebook.said("%meeting begin", capsys)
