"""Names that are ordinary words, in sentences of five languages: found where the skill is meant, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.skills import current

ROWS = [
    (sentence.strip(), set(ids.split()))
    for line in (Path(__file__).parent / "doubtful.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for sentence, _, ids in [line.rpartition("|")]
]
ASKED = {one for _, ids in ROWS for one in ids}


@pytest.mark.parametrize(("sentence", "ids"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_a_doubtful_name_is_the_skill_or_is_not(sentence, ids):
    found = {mention.id for mention in current.recognise(sentence)}
    # where a skill is named, others of the sentence that are no ordinary words are left aside
    assert (found & ASKED if ids else found) == ids


@pytest.mark.parametrize(
    "text", ["Prepared reports for the auditors", "Worked with product managers and data engineers"]
)
def test_people_in_the_plural_are_others(text):
    assert current.recognise(text) == []


def test_a_phrase_about_knowing_is_given_as_the_reason():
    (mention,) = current.recognise("Basic knowledge of Rust")
    assert "spoken of as known" in mention.why
