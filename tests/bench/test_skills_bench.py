"""Throughput of recognition beside flashtext, and one query of the graph beside a personalised PageRank.

`make bench` prints the ratios of one run. The keyword matchers are measured when they are installed
(`pip install flashtext flashtext2`); they only match, ours also decides every doubtful name.
"""

from __future__ import annotations

import importlib.util
import itertools
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench import skills
from workbench.skills import current

SIZE = 5_000_000
SENTENCES = [
    line.rpartition("|")[0].strip()
    for line in (Path(__file__).parent.parent / "skills" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if "|" in line
]
PROSE = [
    "Responsible for the delivery of projects across several regions, working closely with owners and customers.",
    "Led a group of eight people, held weekly reviews, prepared reports for the board and trained new colleagues.",
    "Saved 200,000 euros a year by moving the archive to cheaper storage – without a day of downtime.",
    "May 2017 – Aug 2021, Senior Consultant, Example Partners, Berlin, Germany",
]


def cpu(act: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
    return best


@pytest.fixture(scope="module")
def resumes() -> list[str]:
    draw = random.Random(7)
    names = [term["name"] for term in current._lexicon()[0].terms.values()]
    out: list[str] = []
    size = 0
    while size < SIZE:
        lines = ["Skills: " + ", ".join(draw.sample(names, 12))]
        for _ in range(28):
            lines.append(draw.choice(PROSE))
            if draw.random() < 0.3:
                lines.append("- " + draw.choice(SENTENCES))
        out.append("\n".join(lines))
        size += len(out[-1])
    return out


def test_recognition(resumes, capsys):
    lexicon = current._lexicon()[1]
    spellings = sorted({s for surface in lexicon.surfaces.values() for s in surface.spellings})
    seconds = {"workbench": cpu(lambda: [skills.recognise(r) for r in resumes])}
    if importlib.util.find_spec("flashtext"):
        from flashtext import KeywordProcessor

        plain = KeywordProcessor()
        for spelling in spellings:
            plain.add_keyword(spelling, spelling)
        seconds["flashtext"] = cpu(lambda: [plain.extract_keywords(r, span_info=True) for r in resumes])
    if importlib.util.find_spec("flashtext2"):
        import flashtext2

        rust = flashtext2.KeywordProcessor(case_sensitive=False)
        for spelling in spellings:
            rust.add_keyword(spelling, spelling)
        seconds["flashtext2"] = cpu(lambda: [rust.extract_keywords_with_span(r) for r in resumes])
    with capsys.disabled():
        size = sum(map(len, resumes)) / 1e6
        for name, taken in seconds.items():
            print(f"\n{name:12} {taken:6.3f} s  {size / taken:6.1f} MB/s", end="")
        print()
    assert seconds["workbench"] < SIZE / 2_000_000


def test_one_query_of_the_graph(capsys):
    import networkx as nx

    graph = skills.graph()
    known = list(graph.words)[:50]
    plain = nx.Graph(graph.network)
    graph.adjacent(known[0])
    ours = cpu(lambda: [graph.adjacent(s) for s in known[1:]]) / len(known[1:])
    ramp = cpu(lambda: [graph.ramp([a], b) for a, b in itertools.pairwise(known)]) / len(known)
    walk = cpu(lambda: [nx.pagerank(plain, personalization={s: 1}) for s in known[:3]]) / 3
    with capsys.disabled():
        print(f"\nadjacent {ours * 1e3:.2f} ms, ramp {ramp * 1e3:.2f} ms, PageRank {walk * 1e3:.1f} ms")
    assert ramp < walk
