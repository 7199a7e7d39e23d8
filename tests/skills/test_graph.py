"""What comes with a skill, what is near it, and what it does not show."""

from __future__ import annotations

import pytest

from workbench import skills
from workbench.skills import band
from workbench.skills.learned import learn_from
from workbench.skills.vocabulary import UnknownSkill


@pytest.fixture
def graph(skills):
    return skills.graph()


@pytest.mark.parametrize(
    ("a", "b"), [("helm", "containers"), ("django", "python"), ("aspnet", "csharp"), ("s3", "aws"), ("go", "go")]
)
def test_what_comes_with_a_skill(graph, a, b):
    assert graph.implies(a, b) >= 0.5


@pytest.mark.parametrize(
    ("a", "b"), [("docker", "kubernetes"), ("python", "django"), ("cpp", "c"), ("java", "kotlin"), ("aws", "s3")]
)
def test_what_does_not(graph, a, b):
    assert graph.implies(a, b) < 0.5


def test_denied_is_said_as_clearly_as_near(graph):
    why = graph.why("docker", "kubernetes")
    assert why.startswith("Docker does not show Kubernetes: packing is not scheduling")
    assert "2–6 weeks" in why
    assert "same packaging" in why


def test_a_ramp_is_walked_from_all_a_person_has(graph):
    ramp = graph.ramp(["git", "docker", "nomad"], "kubernetes")
    assert ramp.weeks == (1, 4)
    assert ramp.path == ("nomad", "kubernetes")


def test_what_is_implied_costs_nothing_on_the_way(graph):
    ramp = graph.ramp(["hibernate"], "kotlin")
    assert ramp.path == ("hibernate", "java", "kotlin")
    assert ramp.weeks == (2, 3)


def test_the_way_back_is_an_estimate_and_says_so(graph):
    ramp = graph.ramp(["kubernetes"], "docker")
    assert ramp.weeks >= (2, 6)
    assert "only the other direction was judged" in ramp.why


def test_no_way_is_no_way(graph):
    assert graph.ramp(["figma"], "cobol") is None
    assert graph.path("figma", "cobol") == []


def test_adjacent_has_score_path_and_reason(graph):
    found = graph.adjacent("kubernetes", 5)
    assert len(found) == 5
    assert all(0 < a.score <= 1 and a.why and a.path[0] == "kubernetes" for a in found)
    assert [a.score for a in found] == sorted((a.score for a in found), reverse=True)
    assert {"docker", "helm"} <= {a.id for a in found}
    assert "nomad" in {a.id for a in graph.adjacent("kubernetes", 10)}


def test_related_is_the_same_both_ways_and_higher_for_what_belongs_together(graph):
    assert graph.related("helm", "kubernetes") == pytest.approx(graph.related("kubernetes", "helm"), abs=1e-5)
    assert graph.related("helm", "kubernetes") > graph.related("helm", "cobol")
    assert graph.related("django", "flask") > graph.related("django", "unity")


def test_covers(graph):
    seen = graph.covers(["docker", "postgresql"], ["kubernetes", "sql"], ["cobol"])
    assert [c.state for c in seen.central] == ["near", "shown"]
    assert seen.central[0].ramp.weeks == (2, 6)
    assert seen.peripheral[0].state == "not shown"


@pytest.mark.parametrize(
    ("weeks", "said"), [((0, 1), "days"), ((2, 6), "weeks"), ((6, 16), "a quarter"), ((20, 30), "longer")]
)
def test_bands(weeks, said):
    assert band(weeks) == said


def test_an_unknown_id_names_the_nearest(graph):
    with pytest.raises(UnknownSkill, match="kubernetes"):
        graph.adjacent("kubernets")


@pytest.mark.slow
def test_the_learned_layer_blends_and_never_denies(skills, graph):
    texts = [
        "Docker and COBOL",
        "COBOL, Docker, Git",
        "Docker, Git and COBOL",
        "Figma and Sketch",
        "Python and SQL",
    ] * 5
    learned = learn_from(skills.recognise_all(texts), graph, weight=0.4)
    blended = learned.on(graph)
    assert blended.related("docker", "cobol") > graph.related("docker", "cobol")
    assert blended.implies("docker", "cobol") == graph.implies("docker", "cobol")
    assert "40%" in blended.why("docker", "cobol")
    assert "do not name both" in blended.why("docker", "haskell")
    assert "cobol" in {a.id for a in blended.adjacent("docker", 60)}


def test_learning_from_nothing_changes_nothing(graph):
    blended = learn_from([], graph).on(graph)
    assert blended.related("docker", "git") == graph.related("docker", "git")


def test_networkx_has_every_relation(graph):
    edge = graph.network.edges["docker", "kubernetes", "near"]
    assert edge["ramp_weeks"] == (2, 6)
    assert graph.network.has_edge("docker", "kubernetes", "not")
    assert ("docker", "near", "kubernetes", "same packaging, no scheduling") in graph.relations("docker")


def test_relations_are_the_networks_edges():
    """They are given without networkx, whose import a person would wait for at their first picture."""
    graph = skills.graph()
    for skill in ("docker", "kafka", "java", "react", "sql"):
        edges = [*graph.network.out_edges(skill, data=True), *graph.network.in_edges(skill, data=True)]
        assert sorted(graph.relations(skill)) == sorted((a, d["relation"], b, d["why"]) for a, b, d in edges)
