"""What stands in one kit: Cargo beside every Rust library, the query language beside its store."""

from __future__ import annotations

import numpy as np

from workbench import skills
from workbench.skills import current, kits


def test_every_name_in_a_kit_is_a_skill():
    known = current._vocabulary.vocabulary().terms
    named = {*kits.kits(), *(skill for kit in kits.kits().values() for skill in kit)}
    assert named - set(known) == set()


def test_a_library_takes_over_the_kit_of_its_language():
    graph = skills.graph()
    assert not kits.in_kit("serde", "cargo")
    assert graph.related("serde", "cargo") > graph.related("serde", "composer") + 0.1


def test_shares_are_symmetric_and_stay_below_their_bound():
    words = current._vocabulary.vocabulary()
    index = {skill: i for i, skill in enumerate(words.terms)}
    shares = kits.shares(words, index)
    assert abs(shares - shares.T).max() < 1e-6
    assert shares.data.min() > 0
    assert shares.data.max() <= 1.4 + 1e-6
    assert np.count_nonzero(shares.diagonal()) == 0


def test_a_kit_never_shows_a_skill():
    # what lies beside one another says nothing of what a person can do
    graph = skills.graph()
    for head, kit in kits.kits().items():
        for other in kit:
            assert "stand in one kit" not in graph.why(head, other) or graph.implies(head, other) < 0.5


def test_the_reason_says_that_two_stand_in_one_kit():
    said = skills.graph().why("redis", "slack")
    assert "usually stand in one kit" in said
    assert "neither shows the other" in said
