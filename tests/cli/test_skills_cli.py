"""`workbench skills`: one JSON object an input line, in order, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workbench.cli.skills import app
from workbench.skills import vocabulary

GLOSSARIES = Path(__file__).parent.parent / "skills" / "glossaries"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_CACHE", str(tmp_path / "cache"))
    vocabulary.use(vocabulary.read_folders([GLOSSARIES]))

    def call(*args: str, text: str = "", code: int = 0) -> list[dict]:
        result = CliRunner().invoke(app, list(args), input=text)
        assert result.exit_code == code, result.output
        return [json.loads(line) for line in result.stdout.split("\n") if line]

    yield call
    vocabulary.use(None)


def test_find_answers_every_line(run):
    out = run("find", "-", text="Ran k8s\n\nRest of the team\u2028Go\n")
    assert [o["line"] for o in out] == [1, 2, 3]
    assert out[0]["skills"] == [{"id": "kubernetes", "name": "Kubernetes", "text": "k8s", "start": 4, "end": 7}]
    assert out[1]["skills"] == []


def test_resolve_takes_names_or_lines(run):
    assert [o["id"] for o in run("resolve", "golang", "tf", "nonsuch")] == ["go", None, None]
    assert [o["name"] for o in run("resolve", text="k8s\nC++\n")] == ["k8s", "C++"]


def test_adjacent_reads_names_and_says_when_one_is_unknown(run):
    known, unknown = run("adjacent", "-", "--limit", "3", text="Kubernetes\nnonsuch\n")
    assert known["of"] == "Kubernetes"
    assert len(known["adjacent"]) == 3
    assert set(known["adjacent"][0]) == {"id", "name", "score", "ramp_weeks", "path", "why"}
    assert unknown["adjacent"] == []


def test_pairs(run, tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_text("a,b\nHelm,Kubernetes\nDocker,Kubernetes\nnonsuch,Go\n", encoding="utf-8")
    out = run("pairs", str(file), "--relation", "implies")
    assert [o["score"] >= 0.5 for o in out] == [True, False, False]
    assert all(o["why"] for o in out)
    assert all(0 <= o["score"] <= 1 for o in run("pairs", str(file)))


def test_pairs_without_its_columns_is_wrong_usage(run, tmp_path):
    (tmp_path / "x.csv").write_text("c,d\n", encoding="utf-8")
    assert run("pairs", str(tmp_path / "x.csv"), code=2) == []


def test_check_of_the_tests_own_glossaries(run):
    assert run("check", str(GLOSSARIES)) == []
