"""Which skill a name stands for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("k8s", "kubernetes"),
        ("KUBERNETES", "kubernetes"),
        ("C++", "cpp"),
        ("c#", "csharp"),
        (".NET", "dotnet"),
        ("asp.net core", "aspnet"),
        ("NodeJS", "nodejs"),
        ("node-js", "nodejs"),
        ("ReactJS", "react"),
        ("React.js", "react"),
        ("Power Point", "powerpoint"),
        ("springboot", "spring-boot"),
        ("R (programming language)", "r"),
        ("python 3.12", "python"),
        ("kotlin2", "kotlin"),
        ("swift 5", "swift"),
        ("Apache Airflow", "airflow"),
        ("apache-flink", "flink"),
        ("hashicorp terraform", "terraform"),
        ("kotlin lang", "kotlin"),
        ("microservice", "microservices"),
        ("SQL Server Reporting Services (SSRS)", "ssrs"),
        ("Go", "go"),
        ("ＧＯ", "go"),
    ],
)
def test_known_names(skills, name, id):
    assert skills.resolve(name).id == id


@pytest.mark.parametrize(
    ("name", "senses"),
    [
        ("tf", {"terraform", "tensorflow"}),
        ("ps", {"photoshop", "powershell"}),
        ("AI", {"illustrator", "artificial-intelligence"}),
    ],
)
def test_an_ambiguous_name_does_not_resolve_silently(skills, name, senses):
    found = skills.resolve(name)
    assert found.id is None
    assert set(found.candidates) == senses
    assert found.nearest == []


def test_an_unknown_name_offers_the_nearest_and_no_candidates(skills):
    found = skills.resolve("kubernets")
    assert found.id is None
    assert found.candidates == []
    assert found.nearest[0] == "kubernetes"
    assert len(found.nearest) <= 3


@pytest.mark.parametrize("name", ["", " ", "zzqxv", "\x00", "🦀", "class", "ssss" * 500])
def test_nonsense_has_no_candidates(skills, name):
    found = skills.resolve(name)
    assert (found.id, found.candidates) == (None, [])


def test_every_canonical_name_resolves_to_itself(skills, words):
    wrong = {t["name"]: skills.resolve(t["name"]).id for t in words.terms.values()}
    assert {n for n, i in wrong.items() if i is None or words.terms[i]["name"] != n} == set()
