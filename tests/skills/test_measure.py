"""The protocol for adjacency: figures by hand, halves that nobody chooses, and another system's table."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu, spearmanr
from typer.testing import CliRunner

from workbench.cli.skills import app
from workbench.skills.measure import Pair, auc, half, measure, precision_at, spearman

numbers = st.lists(st.integers(0, 9).map(float), min_size=2, max_size=30)


@given(numbers, numbers)
def test_auc_is_the_statistic_of_mann_and_whitney(together, apart):
    expected = mannwhitneyu(together, apart).statistic / (len(together) * len(apart))
    assert auc(together, apart) == pytest.approx(expected)


@given(numbers.filter(lambda x: len(set(x)) > 1))
def test_spearman_is_that_of_scipy(x):
    y = [value * value - 3 * i for i, value in enumerate(x)]
    if len(set(y)) > 1:
        assert spearman(x, y) == pytest.approx(spearmanr(x, y).statistic)


def test_what_cannot_be_measured_is_none():
    assert auc([], [0.1]) is None
    assert spearman([1, 1], [1, 2]) is None
    assert precision_at([Pair("a", "b", True)], lambda _: []) is None
    assert measure([Pair("a", "b", None)], lambda a, b: 0.5)["auc"] is None


def test_a_neighbour_of_which_nothing_is_known_does_not_count_against_a_system():
    data = [Pair("a", b, True) for b in "bcd"] + [Pair("x", "y", True)]
    given_names = {"a": ["unheard of", "a", "b", "x", "c"]}
    assert precision_at(data, lambda name: given_names.get(name, ()), many=4) == pytest.approx(2 / 4)


def test_halves_are_about_equal_and_do_not_follow_the_order_of_a_pair():
    pairs = [(f"skill {i}", f"skill {j}") for i in range(40) for j in range(i)]
    held = sum(half(a, b) == "heldout" for a, b in pairs)
    assert 0.45 < held / len(pairs) < 0.55
    assert all(half(a, b) == half(b.upper(), a) for a, b in pairs)


def run(*arguments: str) -> dict[str, object]:
    result = CliRunner().invoke(app, ["measure", *arguments])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def pairs(tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_text(
        "a,b,label,strength\nDjango,Python,1,0.6\nReact,Redux,1,0.5\nKubernetes,Helm,1,0.4\nDjango,AutoCAD,0,0.01\n"
        "Redux,SAP,0,0.02\nHelm,Photoshop,0,0.0\nReact,Python,,0.1\n",
        encoding="utf-8",
    )
    return str(file)


def test_our_own_scores_tell_plain_pairs_apart(pairs):
    found = run(pairs)
    assert found["auc"] == 1.0
    assert found["spearman"] > 0.5
    assert (found["pairs"], found["together"], found["apart"]) == (7, 3, 3)
    assert run(pairs, "--half", "dev")["pairs"] + run(pairs, "--half", "heldout")["pairs"] == 7


def test_another_systems_table_is_measured_the_same_way(pairs, tmp_path):
    scores = tmp_path / "scores.csv"
    scores.write_text("a,b,score\nPython,Django,0.9\nReact,Redux,0.8\nHelm,Photoshop,0.85\n", encoding="utf-8")
    # of nine comparisons: 0.9 beats all three, 0.8 beats two, a missing 0 ties with two
    assert run(pairs, "--scores", str(scores))["auc"] == pytest.approx((3 + 2 + 1) / 9)


@pytest.mark.parametrize("text", ["a,b\nx,y\n", "a,b,label\nx,y,maybe\n", "a,b,label,strength\nx,y,1,much\n"])
def test_a_table_that_cannot_be_read_says_where(tmp_path, text):
    file = tmp_path / "bad.csv"
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["measure", str(file)])
    assert result.exit_code == 2
    assert "line" in result.output
