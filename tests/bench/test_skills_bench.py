"""Throughput of recognition beside flashtext, and one query of the graph beside a personalised PageRank.

`make bench` installs the keyword matchers beside the environment and prints the ratios of one run. They only match;
ours also decides every doubtful name.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
import random
import subprocess
import sys
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


def once(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def cpu(act: Callable[[], object]) -> float:
    return min(once(act) for _ in range(3))


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
    skills.recognise(resumes[0])
    ways: dict[str, tuple[Extract, list[str]]] = {"workbench": (skills.recognise, resumes)}
    for name, make in (("flashtext", flashtext), ("flashtext2", flashtext2), ("spaCy", phrase_matcher)):
        if importlib.util.find_spec(name.lower()):
            extract, share = make(spellings)
            ways[name] = extract, resumes[: max(1, int(len(resumes) * share))]
    # in turns, so that a busy minute of the machine falls on all alike
    seconds = dict.fromkeys(ways, float("inf"))
    for _ in range(4):
        for name, (extract, some) in ways.items():
            taken = once(lambda e=extract, t=some: [e(r) for r in t])
            seconds[name] = min(seconds[name], taken * len(resumes) / len(some))
    with capsys.disabled():
        size = sum(map(len, resumes)) / 1e6
        beside = seconds.get("flashtext")
        for name, taken in seconds.items():
            ratio = f"  {beside / taken:6.2f} x flashtext (ours is to reach 2)" if beside else ""
            print(f"\n{name:12} {taken:8.3f} s  {size / taken:7.2f} MB/s{ratio}", end="")
        print()
    assert seconds["workbench"] < SIZE / 2_000_000


Extract = Callable[[str], object]


def flashtext(spellings: list[str]) -> tuple[Extract, float]:
    """Give flashtext with all spellings, and the share of the texts to measure it on."""
    from flashtext import KeywordProcessor

    plain = KeywordProcessor()
    for spelling in spellings:
        plain.add_keyword(spelling, spelling)
    return lambda text: plain.extract_keywords(text, span_info=True), 1.0


def flashtext2(spellings: list[str]) -> tuple[Extract, float]:
    """Give flashtext2, which is written in Rust."""
    import flashtext2 as rust

    matcher = rust.KeywordProcessor(case_sensitive=False)
    for spelling in spellings:
        matcher.add_keyword(spelling, spelling)
    return matcher.extract_keywords_with_span, 1.0


def phrase_matcher(spellings: list[str]) -> tuple[Extract, float]:
    """Give spaCy's PhraseMatcher over a blank English tokenizer; a twentieth of the texts, for it is slow."""
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("skill", [language.make_doc(s) for s in spellings])
    return lambda text: matcher(language.make_doc(text)), 0.05


def test_memory_and_loading(tmp_path, capsys):
    """Loading from the built cache, in a process of its own, beyond importing the libraries."""
    code = (
        "import time\n"
        "import numpy, scipy.sparse, ahocorasick_rs, jsonschema, yaml\n"
        "def most():\n"
        "    line = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "    return int(line.split()[1]) / 1024\n"
        "before, start = most(), time.process_time()\n"
        "from workbench import skills\n"
        "skills.recognise('Ran Kubernetes')\n"
        "graph = skills.graph()\n"
        "graph.ramp(['docker'], 'kubernetes')\n"
        "taken = time.process_time() - start\n"
        "graph.adjacent('docker')\n"
        "print(taken, most() - before, most())\n"
    )
    environment = {**os.environ, "WORKBENCH_CACHE": str(tmp_path)}
    said = ""
    for _ in range(2):
        said = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        ).stdout
    seconds, megabytes, whole = map(float, said.split())
    with capsys.disabled():
        print(f"\nloading {seconds:.2f} s, memory {megabytes:.0f} MB beyond the libraries, {whole:.0f} MB in all")
    assert megabytes <= 150


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
    assert ours * 20 <= walk
    assert ramp * 20 <= walk
