"""Clauses, subjects and negations: who did what with which skill."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from workbench.cli.evidence import app
from workbench.evidence import DEPTHS, OWNERSHIPS, SkillEvidence, read_sentence
from workbench.evidence.bags import bag

_WORDS = sorted(bag("Owned used the Kubernetes Terraform ( ) , ; and we I not 40 nodes with . : led ran it by"))


def one(text: str, skill: str) -> SkillEvidence:
    return next(each for each in read_sentence(text) if each.id == skill)


@pytest.mark.parametrize(
    ("text", "depth", "ownership"),
    [
        ("Ran Terraform across 14 accounts without downtime", "central", "owned"),
        ("Moved 30 services without downtime to Terraform", "central", "implemented"),
        ("Built tooling, but not with Terraform", "unknown", "unknown"),
        ("Managed a team of five using Terraform", "used", "led"),
        ("A consultancy built the Terraform platform", "unknown", "unknown"),
        ("Wrote Terraform workshops", "used", "implemented"),
        ("Helped the platform team migrate to Terraform", "used", "assisted"),
        ("Designed a plan to migrate to Terraform", "central", "designed"),
    ],
)
def test_who_did_what(text: str, depth: str, ownership: str) -> None:
    found = one(text, "terraform")
    assert (found.depth, found.ownership) == (depth, ownership)


def test_each_clause_speaks_for_itself() -> None:
    text = "Owned the Kubernetes cluster (40 nodes) and used Terraform"
    cluster, terraform = one(text, "kubernetes"), one(text, "terraform")
    assert (cluster.depth, cluster.ownership) == ("central", "owned")
    assert [size.to_dict() for size in cluster.scale] == [{"value": 40, "unit": "nodes", "of": "Kubernetes cluster"}]
    assert (terraform.depth, terraform.ownership, terraform.scale) == ("used", "unknown", ())
    assert text[slice(*cluster.clause)] == "Owned the Kubernetes cluster (40 nodes)"


def test_every_judgement_has_its_words() -> None:
    """The screen shows why; a judgement without a reason could not be argued with."""
    text = "Designed the Kubernetes platform with Terraform. Familiar with Ansible. The team runs Docker."
    found = read_sentence(text)
    assert len(found) >= 4
    assert all(each.why for each in found)


@given(
    st.lists(
        st.sampled_from(
            [
                "Owned",
                "used",
                "the",
                "Kubernetes",
                "Terraform",
                "(",
                ")",
                ",",
                ";",
                "and",
                "we",
                "I",
                "not",
                "40",
                "nodes",
                "with",
                ".",
                ":",
                "led",
            ]
        )
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for each in read_sentence(text):
        assert each.depth in DEPTHS
        assert each.ownership in OWNERSHIPS
        assert each.ownership != "assisted" or each.depth != "central"
        assert 0 <= each.clause[0] < each.clause[1] <= len(text)


def test_the_shell_gives_a_line_for_each_line(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("Tuned Terraform for 12 teams\n\nNothing of note\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(file)])
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["line"] for line in lines] == [1, 2, 3]
    assert lines[0]["skills"] == [
        {
            "id": "terraform",
            "name": "Terraform",
            "depth": "central",
            "scale": [{"value": 12, "unit": "teams", "of": "Terraform"}],
            "ownership": "implemented",
        }
    ]
    assert lines[1]["skills"] == lines[2]["skills"] == []
