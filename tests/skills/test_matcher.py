"""The fast matcher against a slow one that anyone can read."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.skills.fold import fold, fold_name
from workbench.skills.lexicon import Lexicon
from workbench.skills.matcher import find

WORDS = [
    "go",
    "spring",
    "boot",
    "Spring Boot",
    "C++",
    "c#",
    ".NET",
    "node.js",
    "sql",
    "SQL Server",
    "github actions",
    "x",
]
GAPS = [" ", ", ", "\n", "  ", "/", " and ", "-", ".", ". ", "(", ")", "\t", "é", "ﬁ", "+", "#"]


@pytest.fixture(scope="module")
def lexicon(words):
    return Lexicon(words)


def slow(lexicon: Lexicon, text: str) -> list[tuple[int, int, str]]:
    """Try the longest key first at every word, left to right."""
    folded = fold(text)
    out, done = [], 0
    for at in range(1, len(folded.text)):
        if folded.text[at - 1] != " " or folded.text[at] == " " or at < done:
            continue
        ends = [e for e in range(at + 1, len(folded.text)) if folded.text[e] == " "]
        for end in reversed(ends):
            surface = lexicon.surfaces.get(folded.text[at:end])
            if surface and not surface.strict and len(surface.key) > 3 and " " not in surface.key:
                out.append((folded.origin(at), folded.origin(end - 1) + 1, surface.key))
                done = end
                break
    return out


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=12))
def test_single_words_are_those_of_the_slow_matcher(lexicon, parts):
    text = "".join(w + g for w, g in parts)
    found = [
        (m.start, m.end, m.surface.key)
        for m in find(lexicon, text)[0]
        if not m.surface.strict and len(m.surface.key) > 3 and " " not in m.surface.key and not m.version
    ]
    longer = [(m.start, m.end) for m in find(lexicon, text)[0] if " " in m.surface.key]
    expected = [m for m in slow(lexicon, text) if not any(a <= m[0] and m[1] <= b for a, b in longer)]
    assert found == expected


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200))
def test_matches_stand_in_order_and_apart(lexicon, text):
    found, _ = find(lexicon, text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200))
def test_folding_keeps_the_way_back(text):
    folded = fold(text)
    places = [folded.origin(i) for i in range(1, len(folded.text) - 1)]
    assert places == sorted(places)
    assert all(0 <= p <= len(text) for p in places)


@given(name=st.text(max_size=40))
def test_folding_a_name_twice_changes_nothing(name):
    assert fold_name(fold_name(name)) == fold_name(name)


def test_a_version_may_be_stuck_to_a_name(lexicon):
    assert [(m.surface.key, m.version) for m in find(lexicon, "python3 and kotlin2.1")[0]] == [
        ("python3", False),
        ("kotlin", True),
    ]
