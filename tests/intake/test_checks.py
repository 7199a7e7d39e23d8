"""Checks of a whole map: what a recruiter would be told while it is being built."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.intake import CapabilityMap, Round, Tests, check, edit, load
from workbench.intake.checks import place_of


def codes(current: CapabilityMap) -> set[str]:
    return {issue.code for issue in check(current)}


@pytest.mark.parametrize("family", ["backend", "data", "devops"])
def test_a_template_passes_its_own_checks(family: str) -> None:
    assert check(load(family)) == []


def test_a_map_in_order_has_nothing_to_look_at(small: CapabilityMap) -> None:
    assert check(small) == []


def test_a_must_without_a_question_gets_one_proposed(small: CapabilityMap) -> None:
    (issue,) = check(edit.edit_capability(small, "scanning", question=" "))
    assert (issue.code, issue.capability, issue.field) == ("must_without_question", "scanning", "question")
    assert "Scans that count once" in issue.better


def test_a_must_that_serves_no_outcome_is_shown_the_open_one(small: CapabilityMap) -> None:
    (issue,) = check(edit.edit_capability(small, "scanning", outcomes=()))
    assert issue.code == "must_without_outcome"
    assert "At most one parcel a week" in issue.better


def test_a_should_needs_neither_question_nor_outcome(small: CapabilityMap) -> None:
    assert codes(edit.edit_capability(small, "choosing", question="", outcomes=())) == set()


def test_what_nobody_tests_gets_a_round_with_room(small: CapabilityMap) -> None:
    touched = edit.set_test(small, "scanning", "design", "touches")
    (issue,) = check(touched)
    assert issue.code == "untested"
    assert issue.better.startswith("Give Design ten minutes for it: “What did a double scan")


def test_what_two_rounds_test_is_kept_in_one(small: CapabilityMap) -> None:
    three = edit.add_round(small, "Coding", 60, "Writes a scanner.")
    third = edit.new_capability(three, "Code others change")[0]
    tested = edit.set_test(edit.set_test(third, "C", "coding", "tests"), "A", "coding", "tests")
    found = check(tested)
    assert {i.code for i in found} == {"tested_twice", "duplicate_round"}
    twice = next(i for i in found if i.code == "tested_twice")
    assert twice.capability == "scanning"
    assert "Keep “Scans that count once” in Design" in twice.better


def test_two_rounds_with_one_job_are_named(small: CapabilityMap) -> None:
    again = replace(small, loop=(*small.loop, Round("second", "Second design", 30, "designs a scanner. ")))
    (issue,) = check(again)
    assert issue.code == "duplicate_round"
    assert "Second design (30 minutes)" in issue.better


def test_a_map_without_a_soft_criterion_is_told_so(small: CapabilityMap) -> None:
    assert codes(edit.remove_capability(small, "choosing")) == {"no_soft_criterion"}


def test_the_seventh_must_is_one_too_many(small: CapabilityMap) -> None:
    current = small
    for n in range(6):
        current, card = edit.new_capability(current, f"Part {n}", "must")
        current = edit.edit_capability(
            current, card.id, question="How?", outcomes=("no-double-scan",), rounds=(Tests("design", "tests"),)
        )
    (issue,) = check(current)
    assert (issue.code, issue.text) == ("stack_of_musts", "7 musts")
    assert codes(edit.remove_capability(current, card.id)) == set()


def test_who_only_lists_a_thing_cannot_own_it(small: CapabilityMap) -> None:
    assert codes(edit.edit_capability(small, "scanning", depth="listed")) == {"contradictory_level"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "PostgreSQL"}, "tool_as_capability"),
        ({"name": "5+ years of Java"}, "years_of_experience"),
        ({"constraints": ("one man-month at most",)}, "coded_or_exclusionary"),
        ({"question": "Do you have a Bachelor's degree"}, "credential_without_reason"),
        ({"name": "Strong communication skills"}, "vague_quality"),
    ],
)
def test_wording_is_checked_where_it_stands(small: CapabilityMap, fields: dict[str, object], code: str) -> None:
    changed = edit.edit_capability(small, "scanning", **fields)
    (issue,) = check(changed)
    assert (issue.code, issue.capability) == (code, "scanning")
    assert place_of(changed, issue)[:3] == ("capabilities", 0, next(iter(fields)))


def test_an_outcome_without_a_measure_is_found_in_its_place(small: CapabilityMap) -> None:
    changed = edit.add_outcome(small, 12, "Improve the platform")
    (issue,) = check(changed)
    assert (issue.code, issue.field) == ("unmeasurable_outcome", "outcomes[1].text")


def test_a_title_on_the_map_is_only_a_title(small: CapabilityMap) -> None:
    assert check(edit.edit(small, title="Senior backend engineer")) == []
    assert codes(edit.edit(small, title="Backend ninja")) == {"coded_or_exclusionary"}
