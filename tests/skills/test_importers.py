"""A vocabulary people already have comes in marked with where it is from."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from workbench.cli.skills import app
from workbench.errors import BadTemplate
from workbench.skills import import_csv, load_glossary, write_glossary


@pytest.mark.parametrize(
    ("content", "source", "names"),
    [
        (
            'conceptUri,preferredLabel,altLabels\nu1,use lathes,"turn metal\nrun a lathe"\n',
            "ESCO",
            {"use lathes": ("turn metal", "run a lathe")},
        ),
        ("O*NET-SOC Code\tExample\tCommodity Code\n15-1\tPython\t4\n15-2\tPython\t4\n", "O*NET", {"Python": ()}),
        ("id,name,type\nKS1,C++,Hard Skill\nKS2,C#,Hard Skill\n", "Lightcast", {"C++": (), "C#": ()}),
        ("Kubernetes,k8s\nKubernetes,kube\n", "x.csv", {"Kubernetes": ("k8s", "kube")}),
        ("Skill;Alias\nKubernetes;k8s\n", "x.csv", {"Kubernetes": ("k8s",)}),
    ],
)
def test_what_comes_in_can_be_loaded(tmp_path, content, source, names):
    file = tmp_path / "x.csv"
    file.write_text(content, encoding="utf-8")
    write_glossary(import_csv(file, "theirs"), tmp_path / "theirs.yaml")
    glossary = load_glossary(tmp_path / "theirs.yaml")
    assert {t.name: t.aliases for t in glossary.terms} == names
    assert {t.source for t in glossary.terms} == {source}


@pytest.mark.parametrize("content", ["", "a,b,c\n1,2,3\n"])
def test_another_table_is_refused(tmp_path, content):
    file = tmp_path / "x.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadTemplate, match="neither"):
        import_csv(file, "theirs")


def test_what_people_wrote_about_a_skill_is_not_replaced_by_a_bare_name(tmp_path):
    file, out = tmp_path / "x.csv", tmp_path / "team" / "ours.yaml"
    out.parent.mkdir()
    file.write_text("name,alias\nPython,py\nQuuxflow,qf\nQuuxflow,golang\n", encoding="utf-8")
    said = CliRunner().invoke(app, ["import", str(file), "--out", str(out)])
    assert json.loads(said.stdout) == {"file": str(out), "terms": 1, "known": 1}
    assert {t.name: t.aliases for t in load_glossary(out).terms} == {"Quuxflow": ("qf",)}
    assert CliRunner().invoke(app, ["import", str(file), "--out", str(out), "--every"]).exit_code == 0
    assert {t.name for t in load_glossary(out).terms} == {"Python", "Quuxflow"}


def test_the_command_says_when_a_table_is_of_no_known_shape(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("a,b,c\n1,2,3\n", encoding="utf-8")
    said = CliRunner().invoke(app, ["import", str(file), "--out", str(tmp_path / "y.yaml")])
    assert said.exit_code == 2
    assert not (tmp_path / "y.yaml").exists()
