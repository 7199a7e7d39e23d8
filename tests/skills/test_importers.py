"""A vocabulary people already have comes in marked with where it is from."""

from __future__ import annotations

import pytest

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
