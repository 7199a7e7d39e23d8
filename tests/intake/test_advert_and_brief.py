"""An advert is read for what it names and what it says badly; a brief changes only by what a person takes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.intake import read_advert, read_brief

ADVERT = """We are Norrvind GmbH in Berlin, hiring from January.
- You know Kubernetes, k8s networking and Terraform
- Experience with Blorvix7 or FlumeQ is a plus
- 8+ years of Python
Our hackers ship daily. You speak English.
"""


def test_an_advert_is_taken_apart():
    found = read_advert(ADVERT)
    assert {m.id for _, m in found.recognised} >= {"kubernetes", "terraform", "python"}
    assert [(one.text, one.line) for one in found.unknown] == [("Blorvix7", 3), ("FlumeQ", 3)]
    assert ("years_of_experience", 4) in {(issue.code, line) for line, issue in found.wording}
    lines = ADVERT.splitlines()
    assert all(lines[line - 1][m.start : m.end] == m.text for line, m in found.recognised)


def test_a_name_with_several_meanings_is_not_decided_by_guessing():
    found = read_advert("You will own our Spring and Storm planning, and the Rust.")
    named = {m.text for _, m in found.recognised} | {one.text for one in found.ambiguous}
    assert {"Spring", "Storm", "Rust"} <= named


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text):
    found = read_advert(text)
    assert all(1 <= line <= max(1, len(text.splitlines())) for line, _ in (*found.recognised, *found.wording))
    brief = read_brief(text)
    assert brief.text == text
    assert all(text[one.start : one.end] == one.before for one in brief.changes)


DRAFT = """About you
- 5+ years of Java
- Strong communication skills
- You run k8s for us
We want a rockstar developer who cares. You carry the pager one week in five.
"""


def test_each_change_says_what_stands_there_what_would_and_why():
    changes = read_brief(DRAFT).changes
    assert [(one.line, one.before) for one in changes] == [
        (2, "5+ years of Java"),
        (3, "Strong communication skills"),
        (4, "You run k8s for us"),
        (5, "We want a rockstar developer who cares."),
    ]
    assert [one.number for one in changes] == [1, 2, 3, 4]
    assert changes[0].after.startswith("You have written something in Java")
    assert all(one.why and one.after != one.before for one in changes)


def test_only_what_is_accepted_changes():
    brief = read_brief(DRAFT)
    taken = brief.accept(1, 3)
    assert taken.text == DRAFT.replace("5+ years of Java", brief.changes[0].after).replace("k8s", "Kubernetes (k8s)")
    assert [one.before for one in taken.changes] == [brief.changes[1].before, brief.changes[3].before]
    assert brief.text == DRAFT


def test_words_inside_a_sentence_leave_a_whole_sentence_behind():
    draft = "You will own the payouts that sellers wait for, with 5+ years of Java."
    after = read_brief(draft).changes[0].after
    assert after.startswith("You will own the payouts that sellers wait for. You have written ")
    assert "5+" not in after


def test_two_changes_of_one_sentence_never_mix():
    draft = "We want a rockstar engineer with 5+ years of Java and a sense of calm."
    brief = read_brief(draft)
    assert len(brief.changes) == 2
    both = brief.accept(1, 2)
    assert both.text in {one.after for one in brief.changes}


def test_a_brief_that_is_clear_is_left_alone():
    assert (
        read_brief("You will move the night batch to payouts through the day.\nOn call one week in five.").changes == ()
    )
