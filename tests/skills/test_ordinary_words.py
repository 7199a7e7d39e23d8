"""The words of any sentence are no skills: "two" is not Two.js, "after" not After.js, "total" not Total.js."""

from __future__ import annotations

import pytest

from workbench import skills
from workbench.skills.ordinary import words_of

WORDS = sorted(
    words_of("""
    the be to of and a in that have it for not on with he as you do at this but his by from they we say her she
    or an will my one all would there their what so up out if about who get which go me when make can like time
    no just him know take people into year your good some could them see other than then now look only come its
    over think also back after use two how our work first well way even new want because any these give day most
    us three four five six seven eight nine ten hundred thousand million total big small large long short high
    low early late old young great little own right left same different next last few many much more less least
    best better bad worse place part case week month company system program question number point home water
    room mother area money story fact lot study book eye job word business issue side kind head house service
    friend father power hour game line end member law car city community name president team minute idea kid
    body information parent face others level office door health person art war history party result change
    morning reason research girl guy moment air teacher force education marked choices viewer agenda cycle lamp
    yard math decimal cache documentation highlight remark rough showdown orchard middleman nightmare objection
    tortoise brain gun age hid hue peg prom twine tonic total retire smote snorkel spotless squeak utterances
    waterfalls accounting agility anecdotes canoe cannon checkpoint
""")
)


@pytest.mark.parametrize("sentence", ["They had {} of it for years.", "Closed the books for {} teams and their rooms."])
def test_ordinary_words_in_small_letters_name_nothing(sentence):
    found = {
        word: [mention.name for mention in mentions if mention.text.lower() == word]
        for word, mentions in zip(WORDS, skills.recognise_all([sentence.format(word) for word in WORDS]), strict=True)
    }
    assert {word: names for word, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir haben drei Teams und eigen entwickelte Programme, ihm bist du strikt gefolgt.",
        "En intégrant les équipes, le défi était la qualité, à minuit.",
        "En el núcleo del equipo, la única persona salvo dos, y el máximo de horas.",
        "No fim do projeto, isso altera tudo; licenciatura em Engenharia Informática.",
    ],
)
def test_ordinary_words_of_other_languages_name_nothing(sentence):
    assert [mention.text for mention in skills.recognise(sentence)] == []


def test_such_names_are_still_found_where_they_are_meant():
    text = "Drawing with Two.js, queues with Agenda.js, numbers with decimal.js; Total.js before that."
    assert {mention.text for mention in skills.recognise(text)} >= {"Two.js", "Agenda.js", "decimal.js", "Total.js"}
