"""`Glossary` without a browser: a family's page, every term by typing, neighbours in words."""

from __future__ import annotations

import pytest

from workbench import skills
from workbench.errors import NotAllowed
from workbench.widgets import Glossary


@pytest.fixture
def page(shown):
    return lambda *family: shown(Glossary(*family))


def test_every_family_has_a_page_that_begins_with_what_it_does(page, ask):
    widget = page()
    for family in [one["id"] for one in widget.state["families"]]:
        ask(widget, "turn", family=family)
        state = widget.state
        assert widget.value == family == state["family"]
        assert len(state["about"]) > 100
        assert state["neighbours"]
        assert 20 <= len(state["head"]) <= 40
        assert all(term["plain"] and term["ask"] for term in state["head"])
        assert len(state["head"]) + state["tail"] == len(widget.frame)


def test_the_first_terms_say_what_exposure_use_and_ownership_sound_like(page):
    head = page("devops").state["head"]
    assert sum(set(term["sounds"]) == {"exposure", "use", "ownership"} for term in head) >= 20


def test_the_long_tail_is_found_by_typing(page, ask):
    widget = page("devops")
    head = {term["id"] for term in widget.state["head"]}
    tail = [term for term in widget.frame["id"] if term not in head]
    assert len(tail) > 100
    name = skills.skill(tail[-1]).name
    found = ask(widget, "find", text=name)["terms"]
    assert found[0]["id"] == tail[-1]
    assert ask(widget, "find", text="k8s")["terms"][0]["id"] == "kubernetes"
    assert ask(widget, "find", text="postgres")["terms"] == [] or "postgresql" not in head
    everywhere = ask(widget, "find", text="postgres", everywhere=True)["terms"]
    assert "postgresql" in {term["id"] for term in everywhere}
    assert ask(widget, "find", text="  ")["terms"] == []
    many = ask(widget, "find", text="a")
    assert len(many["terms"]) == 30
    assert many["more"] > 100


def test_a_term_opens_with_its_neighbours_in_words(page, ask):
    term = ask(page("devops"), "term", id="docker")["term"]
    assert term["kind"] == "tool"
    assert {n["id"] for n in term["nots"]} >= {"kubernetes"}
    assert len(term["near"]) >= 5
    for near in term["near"]:
        assert near["why"]
        assert near["band"] in {"days", "weeks", "a quarter", "longer"}
        assert near["path"][0] == "Docker"


def test_an_unknown_family_is_refused_with_those_there_are(page, ask):
    with pytest.raises(NotAllowed, match=r"There are .*devops"):
        Glossary("plumbing")
    widget = page("Data engineering")
    assert widget.value == "data"
    assert repr(widget) == "Glossary(family='data')"
    assert ask(widget, "turn", family="plumbing")["kind"] == "refused"
    assert ask(widget, "term", id="nothing-like-it")["kind"] == "refused"


def test_the_frame_is_tidy_and_the_saved_view_says_what_it_is(page):
    widget = page("testing")
    frame = widget.frame
    assert frame["id"].is_unique
    assert list(frame.columns[:6]) == ["family", "id", "name", "kind", "plain", "ask"]
    rows = dict(widget.saved_rows())
    assert rows["Family"] == "Testing and quality"
    assert rows["About"] == widget.state["about"]
