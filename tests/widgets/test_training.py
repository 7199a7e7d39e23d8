"""The two screens of practice: nothing of the panel's on the page too early, no grade without its reason."""

from __future__ import annotations

import json

import pytest

from tests.training.filling import PANEL, read
from workbench.errors import NotAllowed
from workbench.training import open_exercise
from workbench.widgets import PanelComparison, VocabularyDrill


@pytest.fixture
def exercise(tmp_path):
    opened = open_exercise(folder=tmp_path)
    yield opened
    opened.close()


def test_the_page_gets_nothing_of_the_panels_before_the_comparison(exercise, shown, ask):
    widget = shown(PanelComparison(exercise))
    read(exercise, "p1")
    widget.refresh()
    said = json.dumps(widget.state, ensure_ascii=False)
    told = [row[name] for row in PANEL["scores"] for name in ("reason", "quote") if len(row[name]) > 25]
    assert [text for text in told if text in said] == []
    reply = ask(widget, "compare", profile="p4")
    assert not reply.get("ok")
    assert "7 criteria are not scored yet" in reply["message"]
    assert ask(widget, "compare", profile="p1")["ok"]
    after = json.dumps(widget.state, ensure_ascii=False)
    own = {row["reason"] for row in PANEL["scores"] if row["profile"] == "p1" and len(row["reason"]) > 25}
    others = {row["reason"] for row in PANEL["scores"] if row["profile"] != "p1" and len(row["reason"]) > 25}
    assert all(text in after for text in own)
    assert not any(text in after for text in others - own)


def test_states_of_profiles_and_values(exercise, shown, ask):
    read(exercise, "p1", moved=1)
    read(exercise, "p2", upto=3)
    widget = shown(PanelComparison(exercise))
    states = {one["id"]: (one["scored"], one["done"], one["compared"]) for one in widget.state["profiles"]}
    assert (states["p1"], states["p2"], states["p3"]) == ((7, True, False), (3, False, False), (0, False, False))
    assert widget.value == {}
    assert widget.frame.empty
    ask(widget, "compare", profile="p1")
    assert set(widget.value) == {"p1"}
    assert len(widget.frame) == 35
    assert repr(widget) == "PanelComparison(exercise='twelve sample profiles')"
    assert "Tobias" not in "".join(value for _, value in widget.saved_rows())


def test_an_answer_is_graded_explained_and_stays(shown, ask):
    widget = shown(VocabularyDrill(["backend"], seed=3, count=4))
    asked = widget.state["open"]
    assert "right" not in json.dumps(asked)
    assert not any("why" in one for one in asked["options"])
    first = ask(widget, "answer", number=1, option=0)
    done = widget.state["answered"][0]
    assert first["right"] == (done["right"] == 0)
    assert all(one["why"] for one in done["options"])
    assert "its answer already" in ask(widget, "answer", number=1, option=1)["message"]
    assert "no such answer" in ask(widget, "answer", number=2, option=9)["message"]
    assert widget.state["answered"][0]["given"] == 0
    assert len(widget.frame) == 1


def test_what_went_wrong_is_asked_again(shown, ask):
    widget = shown(VocabularyDrill(seed=3, count=3))
    for number in (1, 2, 3):
        right = widget._questions[number - 1].right
        ask(widget, "answer", number=number, option=right if number == 2 else (right + 1) % 2)
    assert widget.value == (1, 3)
    assert widget.frame["right"].tolist() == [False, True, False]
    missed = [one["text"] for one in widget.state["answered"] if one["given"] != one["right"]]
    assert ask(widget, "again", what="missed")["ok"]
    assert [one.text for one in widget._questions] == missed
    assert (widget.state["count"], widget.state["answered"]) == (2, [])
    before = widget._questions
    ask(widget, "again", what="new")
    assert widget._questions != before
    assert (widget.state["seed"], len(widget._questions)) == (4, 3)


def test_a_drill_that_cannot_be_made_says_why():
    with pytest.raises(NotAllowed, match="1 to 50"):
        VocabularyDrill(count=0)
    with pytest.raises(NotAllowed, match="no glossary wood"):
        VocabularyDrill(["wood"])
