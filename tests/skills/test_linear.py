"""Text that would hang a careless matcher: NUL, lone surrogates, a line of a megabyte, 100,000 times one skill."""

from __future__ import annotations

import time
import timeit

import pytest

from workbench import skills
from workbench.skills import current

HOSTILE = {
    "a skill over and over": "Kubernetes ",
    "an enumeration without end": "Go, R, C, ",
    "a doubtful word": "go to go ",
    "no space at all": "Node.js/React.js/",
    "white space": " \t \n",
    "NUL": "Java\x00Go\x00",
    "lone surrogates": "Py\ud800thon \udfff",
    "soft hyphens": "Kuber\u00adnetes ",
    "hyphens at line ends": "Kuber-\nnetes ",
    "look-alike letters": "Jаvа ",
    "versions": "python3.11 c++17 ",
    "addresses": "https://react.dev/a.b@c.io ",
    "dots": "e.g. A. B. C. ",
    "brackets": "AWS (EC2, (S3, (",
    "marks": "a\u0301" * 4,
}


def seconds(text: str) -> float:
    # as `timeit` does it: what the collector spends on other tests' objects is not the matcher's
    return min(timeit.repeat(lambda: skills.recognise(text), timer=time.process_time, number=1, repeat=4))


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_not_faster(piece):
    skills.recognise(piece)
    short = piece * (32_000 // len(piece))
    # eight times the text: eight times the time when linear, sixty-four when not
    assert seconds(short * 8) < 32 * max(seconds(short), 0.008)


@pytest.mark.slow
def test_a_hundred_thousand_repeats_are_all_found():
    found = skills.recognise("Kubernetes\n" * 100_000)
    assert len(found) == 100_000
    assert found[-1].end == 11 * 100_000 - 1


@pytest.mark.slow
def test_a_line_of_a_megabyte_is_read_to_its_end():
    line = "worked with people on things " * 36_000 + "and Kubernetes"
    assert len(line) > 1_000_000
    assert [m.id for m in skills.recognise(line)][-1] == "kubernetes"


@pytest.mark.parametrize("text", ["\x00", "\ud800", "", " ", "\n", "\x00Kubernetes\x00", "Kubernetes\udfff"])
def test_what_is_no_text_does_no_harm(text):
    found = skills.recognise(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert [m.id for m in found] == ["kubernetes"] * ("Kubernetes" in text)


def test_names_are_ascii_so_that_the_automaton_runs_over_bytes():
    # one name in another script would make the search of every text a third slower
    assert current._lexicon()[1].ascii
