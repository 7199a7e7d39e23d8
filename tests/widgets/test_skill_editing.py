"""Editing in `SkillAdjacency`: a team's judgement, said to be the team's; and what a requisition asks, met or not."""

from __future__ import annotations

import pytest

from workbench import intake, resume, skills
from workbench._resources import folder
from workbench.widgets import SkillAdjacency

pytestmark = pytest.mark.slow  # after each change the neighbours are found anew


@pytest.fixture
def team(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_GLOSSARIES", str(tmp_path / "team"))
    skills.reload()
    yield tmp_path / "team"
    monkeypatch.undo()
    skills.reload()


@pytest.fixture
def near(shown):
    return lambda *start, **settings: shown(SkillAdjacency(*start, **settings))


def judged(widget, to):
    return next(node for node in widget.state["nodes"] if node["id"] == to)


def test_a_saved_judgement_stands_in_the_picture_and_in_the_words(team, near, ask):
    widget = near("Docker")
    ask(widget, "show", id="kubernetes")
    assert widget.state["way"]["hops"][0]["whose"] == "the glossaries"
    reply = ask(widget, "judge", have="docker", to="kubernetes", low=14, high=20, why="no cluster here")
    assert reply["ok"]
    assert reply["event"] == "devops.yaml"
    assert widget.state["way"]["weeks"] == [14, 20]
    assert widget.state["way"]["hops"][0]["whose"] == "your team"
    assert judged(widget, "kubernetes")["band"] == "longer"
    assert judged(widget, "kubernetes")["whose"] == "your team"
    assert widget.state["team"]["changed"] == 1
    ask(widget, "take_back")
    assert judged(widget, "kubernetes")["whose"] == "the glossaries"
    assert ask(widget, "take_back")["kind"] == "refused"


def test_what_does_not_show_can_be_said_and_taken_out(team, near, ask):
    widget = near("Docker")
    ask(widget, "deny", have="docker", to="podman", why="ours is not that alike")
    told = [one for one in widget.state["nots"] if one["id"] == "podman"]
    assert told[0]["why"] == "ours is not that alike"
    assert told[0]["whose"] == "your team"
    ask(widget, "show", id="podman")
    assert widget.state["way"]["denied"][0]["whose"] == "your team"
    ask(widget, "take_out", have="docker", to="podman", relation="not")
    assert not [one for one in widget.state["nots"] if one["id"] == "podman"]


def test_what_comes_with_a_skill_is_edited_too(team, near, ask):
    widget = near("Helm")
    ask(widget, "show", id="kubernetes")
    (hop,) = widget.state["way"]["hops"]
    assert (hop["relation"], hop["by"], hop["whose"]) == ("comes with it", "implies", "the glossaries")
    ask(widget, "comes", have="helm", to="kubernetes", relation="implies", why="charts are of no use elsewhere")
    (hop,) = widget.state["way"]["hops"]
    assert (hop["whose"], hop["why"]) == ("your team", "charts are of no use elsewhere")
    ask(widget, "take_out", have="helm", to="kubernetes", relation="implies")
    way = widget.state["way"]
    assert "helm" not in [hop["from_id"] for hop in way["hops"] if hop["by"] == "implies" and hop["id"] == "kubernetes"]
    ask(widget, "take_ours", have="helm", to="kubernetes", relation="implies")
    assert widget.state["team"]["changed"] == 0
    reply = ask(widget, "comes", have="helm", to="kubernetes", relation="owns", why="x")
    assert reply["kind"] == "refused"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ({"low": None, "high": 2, "why": "x"}, "as numbers"),
        ({"low": 5, "high": 2, "why": "x"}, "from low to high"),
        ({"low": 1, "high": 2, "why": ""}, "Say why"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused_in_a_sentence(team, near, ask, args, said):
    reply = ask(near("Docker"), "judge", have="docker", to="kubernetes", **args)
    assert reply["kind"] == "refused"
    assert said in reply["message"]


def test_a_folder_that_cannot_be_written_is_said(team, near, ask):
    team.write_text("a file where the folder should be")
    reply = ask(near("Docker"), "judge", have="docker", to="kubernetes", low=1, high=2, why="x")
    assert "cannot be written" in reply["message"]


def test_a_broken_overlay_names_the_place_and_is_read_again(team, near, ask):
    team.mkdir()
    file = team / "own.yaml"
    file.write_text("family: own\ntitle: Ours\nabout: Our own.\nterms:\n  - {id: bad, name: Bad, kind: gadget}\n")
    skills.reload()
    widget = near("Docker")
    (problem,) = widget.state["team"]["problems"]
    assert (problem["file"], problem["line"], problem["field"]) == ("own.yaml", 5, "term bad, kind")
    assert len(widget.state["nodes"]) > 10
    file.write_text(file.read_text().replace("gadget", "tool"))
    ask(widget, "read_again")
    assert widget.state["team"]["problems"] == []


def test_two_typed_skills_give_the_way_in_words_and_in_the_picture(near, ask):
    widget = near("RabbitMQ")
    reply = ask(widget, "between", a="C#", b="Kotlin")
    assert reply["id"] == "kotlin"
    way = widget.state["way"]
    assert (way["from_id"], way["to"]) == ("csharp", "kotlin")
    assert way["hops"]
    assert {hop["id"] for hop in way["hops"]} <= {node["id"] for node in widget.state["nodes"]}
    assert all(hop["why"] for hop in way["hops"])


def test_several_skills_are_added_with_commas(near, ask):
    widget = near()
    ask(widget, "add", name="RabbitMQ, C#, Go")
    assert widget.value == ("rabbitmq", "csharp", "go")
    assert "Zzyzx" in ask(widget, "add", name="Java, Zzyzx")["message"]
    assert widget.value == ("rabbitmq", "csharp", "go")


def test_a_profile_against_a_requisition_says_shown_near_and_not_shown(near):
    file = sorted((folder("notebooks") / "sample" / "profiles").glob("Desmond*.pdf"))[0]
    widget = near(capability_map=intake.load("backend"), profile=resume.read(file))
    assert len(widget.value) > 10
    assert "skills" in repr(widget)
    need = widget.needs
    assert set(need["state"]) == {"shown", "near", "not shown"}
    near_ones = need[need["state"] == "near"]
    assert (near_ones["low_weeks"] <= near_ones["high_weeks"]).all()
    assert all(path for path in near_ones["path"])
    assert need[need["state"] == "not shown"]["band"].isna().all()
    assert len(widget.state["nodes"]) == 60


def test_what_is_not_the_same_is_said_in_plain_words(near):
    alike = near("Java").state["alike"]
    assert "javascript" in {one["id"] for one in alike}
    assert all(one["plain"] and one["own"] for one in alike)


def test_the_saved_view_says_what_was_asked(near):
    rows = dict(near("RabbitMQ", capability_map=intake.load("backend")).saved_rows())
    assert rows == {"Start": "RabbitMQ", "Requisition": intake.load("backend").title}
