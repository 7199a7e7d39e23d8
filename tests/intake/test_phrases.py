"""Wording checks on phrases a request may hold: half of them are fine and must be left alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import skills
from workbench.intake import check_phrase

_LINES = (Path(__file__).parent / "phrases.txt").read_text("utf-8").splitlines()
PHRASES = [
    (frozenset(codes.replace("-", "").split(",")) - {""}, text)
    for codes, text in (line.split(" | ", 1) for line in _LINES if line and not line.startswith("#"))
]


@pytest.mark.parametrize(("codes", "text"), PHRASES, ids=[text for _, text in PHRASES])
def test_a_phrase_gets_its_codes_and_no_other(codes: frozenset[str], text: str) -> None:
    assert {issue.code for issue in check_phrase(text)} == codes


def test_the_phrases_are_many_and_half_of_them_are_fine() -> None:
    counted = Counter(code for codes, _ in PHRASES for code in codes)
    assert len(PHRASES) >= 150
    assert 0.4 <= sum(not codes for codes, _ in PHRASES) / len(PHRASES) <= 0.6
    assert len(counted) == 9
    assert min(counted.values()) >= 6


@pytest.mark.parametrize("text", [text for codes, text in PHRASES if codes])
def test_each_issue_has_its_words_a_reason_and_a_wording_that_passes(text: str) -> None:
    for issue in check_phrase(text):
        assert issue.start is not None
        assert text[issue.start : issue.end] == issue.text
        assert issue.text.strip() == issue.text
        assert issue.why.endswith((".", "?"))
        assert "!" not in issue.why + issue.better
        assert issue.better[0].isupper()
        assert issue.text.lower() != issue.better.lower()
        assert issue.code not in {i.code for i in check_phrase(issue.better)}, issue.better


def test_the_better_wording_is_built_for_the_phrase() -> None:
    # A constant sentence would be pasted into every map and read by nobody.
    wordings: dict[str, set[str]] = {}
    asked: Counter[str] = Counter()
    for _, text in PHRASES:
        for issue in check_phrase(text):
            wordings.setdefault(issue.code, set()).add(issue.better)
            asked[issue.code] += 1
    for code, different in wordings.items():
        assert len(different) >= 0.5 * asked[code], code


def test_the_wording_speaks_of_the_tool_that_was_named() -> None:
    (issue,) = check_phrase("10 years in Kubernetes")
    assert "Kubernetes" in issue.better
    (issue,) = check_phrase("Experience with Terraform")
    assert "Terraform" in issue.better


def test_sentences_that_ask_for_nothing_are_left_alone() -> None:
    # The glossaries explain tools to recruiters in more than a thousand sentences; a check that speaks up there
    # would speak up in every meeting.
    sentences = [s for g in skills.glossaries() for term in g.terms for s in (term.plain, term.ask) if s]
    flagged = [(i.code, i.text, s) for s in sentences for i in check_phrase(s)]
    assert len(sentences) > 500
    assert len(flagged) <= 0.005 * len(sentences), flagged


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200) | st.lists(st.sampled_from([t for _, t in PHRASES]), max_size=3).map(", ".join))
def test_any_text_is_checked_and_every_span_is_in_it(text: str) -> None:
    for issue in check_phrase(text):
        assert text[issue.start : issue.end] == issue.text
        assert issue.better


@pytest.mark.parametrize(
    "text",
    ["a " * 20_000, "strong " * 5_000, "5+ " * 10_000, "years of " * 5_000, ", ".join(["Go"] * 5_000), "and " * 9_000],
    ids=["words", "strong", "numbers", "years", "list", "and"],
)
@pytest.mark.timeout(20)
def test_a_pasted_wall_of_text_does_not_hold_up_the_meeting(text: str) -> None:
    assert isinstance(check_phrase(text), list)
