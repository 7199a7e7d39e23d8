"""`SkillAdjacency` without a browser: what lies around a skill, the walk, the way in words."""

from __future__ import annotations

import pytest

from workbench import intake
from workbench.errors import NotAllowed
from workbench.widgets import SkillAdjacency
from workbench.widgets.skill_adjacency._names import suggestions

BANDS = {"days", "weeks", "a quarter", "longer"}


@pytest.fixture
def near(shown):
    return lambda *start, **settings: shown(SkillAdjacency(*start, **settings))


def test_every_neighbour_stands_once_with_its_ring_and_its_path(near):
    widget = near("RabbitMQ")
    nodes = widget.state["nodes"]
    ids = [node["id"] for node in nodes]
    assert len(ids) == len(set(ids)) > 10
    assert widget.value == ("rabbitmq",)
    for node in nodes:
        assert node["band"] in BANDS
        assert node["path"][0] == "rabbitmq"
        assert node["path"][-1] == node["id"]
        assert node["weeks"][0] <= node["weeks"][1]


def test_the_frame_says_what_the_picture_shows(near):
    widget = near("RabbitMQ")
    frame = widget.frame
    assert list(frame["id"]) == [node["id"] for node in widget.state["nodes"]]
    assert list(frame.columns) == [
        "start", "id", "name", "kind", "relation", "whose", "band", "low_weeks", "high_weeks", "path", "why"
    ]  # fmt: skip


def test_what_a_skill_does_not_show_stands_apart(near):
    state = near("RabbitMQ").state
    assert state["nots"]
    assert {one["from"] for one in state["nots"]} == {"rabbitmq"}
    assert all(one["name"] and one["from_name"] == "RabbitMQ" for one in state["nots"])


def test_two_starts_share_their_neighbours(near, ask):
    widget = near("RabbitMQ")
    ask(widget, "add", name="golang")
    assert len(widget.value) == 2
    starts = {node["start"] for node in widget.state["nodes"]}
    assert starts == set(widget.value)
    assert not {node["id"] for node in widget.state["nodes"]} & set(widget.value)
    ask(widget, "remove", id="rabbitmq")
    assert "rabbitmq" not in widget.value


def test_a_neighbour_is_explained_hop_by_hop_and_walked_to(near, ask):
    widget = near("RabbitMQ")
    to = widget.state["nodes"][0]["id"]
    ask(widget, "show", id=to)
    way = widget.state["way"]
    assert way["to"] == to
    assert way["hops"]
    assert all(hop["why"] for hop in way["hops"])
    ask(widget, "walk", id=to)
    assert widget.value == (to,)
    assert widget.state["way"] is None
    assert [one["id"] for one in widget.state["trail"]] == ["rabbitmq"]
    ask(widget, "back", id="rabbitmq")
    assert widget.value == ("rabbitmq",)
    assert widget.state["trail"] == []


def test_where_there_is_no_way_it_says_so_in_words(near, ask):
    widget = near("RabbitMQ")
    ask(widget, "show", id=widget.state["nots"][0]["id"])
    way = widget.state["way"]
    assert way["why"] or way["hops"]
    assert way["ask"]


def test_an_unknown_name_is_refused_with_what_is_near(near, ask):
    widget = near("RabbitMQ")
    refused = ask(widget, "add", name="Kubernetis")
    assert refused["kind"] == "refused"
    assert refused["message"].startswith("No glossary knows Kubernetis. Did you mean ")
    assert "Kubernetes" in refused["message"]
    assert widget.value == ("rabbitmq",)
    with pytest.raises(NotAllowed, match="No glossary knows"):
        SkillAdjacency("zzqx 4000")


def test_typing_offers_exact_names_first_then_beginnings(near, ask):
    reply = ask(near("RabbitMQ"), "find", text="postgres")
    assert reply["names"][0]["name"] == "PostgreSQL"
    assert suggestions("postg")[0]["name"] == "PostgreSQL", (
        "what begins with the letters by its own name, shortest first"
    )
    assert suggestions("  ") == []
    assert len(suggestions("a")) == 8


def test_a_question_while_typing_sends_no_new_state(near, ask):
    widget = near("RabbitMQ")
    sent = []
    widget.observe(lambda change: sent.append(change), "state")
    ask(widget, "find", text="kaf")
    assert sent == []


def test_with_a_map_its_letters_stand_on_the_skills_and_the_need_is_listed(near):
    asked = intake.load("backend")
    widget = near("RabbitMQ", capability_map=asked)
    assert any(node["letter"] for node in widget.state["nodes"])
    assert {one["state"] for one in widget.state["need"]} <= {"shown", "near", "not shown"}
    assert {one["letter"] for one in widget.state["need"]} <= {one.letter for one in asked.capabilities}
    assert widget.state["asked_by"] == asked.title


def test_empty_it_says_what_it_knows(near):
    widget = near()
    assert widget.value == ()
    assert widget.state["nodes"] == []
    assert len(widget.state["families"]) >= 3
    assert repr(widget) == "SkillAdjacency(start='nothing yet')"


@pytest.mark.parametrize("verb", ["score", "compute", "close", "__init__"])
def test_the_view_can_ask_for_its_own_verbs_only(near, ask, verb):
    assert ask(near("RabbitMQ"), verb)["kind"] == "refused"
