"""A name in a form is typed in a hurry: `np`, `k8`, `.py`. It leads to its one skill, or says what it may mean."""

from __future__ import annotations

from workbench import skills
from workbench.skills import current, senses


def names_of_skills() -> dict[str, list[str]]:
    return current._lexicon()[1].names


def test_what_people_type_leads_to_the_skill_it_stands_for():
    astray = []
    for line in senses._lines("typed"):
        name, _, ways = line.partition(": ")
        skill = skills.resolve(name).id
        assert skill is not None, f"{name} is no one skill's name"
        astray += [(way.strip(), name) for way in ways.split(",") if skills.resolve(way.strip()).id != skill]
    assert astray == []


def test_an_ambiguous_name_gives_two_to_five_meanings_and_no_skill():
    for name, meanings in senses.spoken().items():
        assert len(meanings) > 1, name
        found = skills.resolve(name)
        if name in names_of_skills():
            assert found.id is not None
        else:
            assert found.id is None, name
            assert 2 <= len(found.candidates) <= 5, name


def test_a_typed_name_is_not_looked_for_in_a_text():
    # "np" in a sentence is "no problem"; only a form asks what it may mean
    found = {m.text for m in skills.recognise("Done in no time, np.")}
    assert "np" not in found


def test_no_name_stands_in_both_tables():
    assert set(senses.typed()) & set(senses.spoken()) == set()
