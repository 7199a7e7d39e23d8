"""What a profile's words name, and what they only seem to."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

SENTENCES = [
    (text.strip(), frozenset(ids.split()))
    for text, _, ids in (
        line.rpartition("|")
        for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )
]


@pytest.mark.parametrize(("text", "ids"), SENTENCES, ids=[s[0][:50] for s in SENTENCES])
def test_sentence(skills, text, ids):
    assert {m.id for m in skills.recognise(text)} == ids


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C++, C#/.NET and Node.js", ["C++", "C#", ".NET", "Node.js"]),
        ("HTML5/CSS3", ["HTML5", "CSS3"]),
        ("Kotlin2.1 and C++17", ["Kotlin", "C++"]),
        ("ＫＵＢＥＲＮＥＴＥＳ on Lіnux", ["ＫＵＢＥＲＮＥＴＥＳ", "Lіnux"]),
        ("Ter\u00adra\u200bform", ["Ter\u00adra\u200bform"]),
        ("Kuber-\nnetes and machine\nlearning", ["Kuber-\nnetes", "machine\nlearning"]),
        ("GitHub   Actions", ["GitHub   Actions"]),
        ("Gitflow and Airflöw", ["Airflöw"]),
        ("React+Redux", ["React", "Redux"]),
        ("使用Python和Docker", ["Python", "Docker"]),
    ],
)
def test_the_mention_is_cut_out_of_the_text_as_it_was(skills, text, found):
    mentions = skills.recognise(text)
    assert [m.text for m in mentions] == found
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_ligatures_are_read(skills):
    assert [m.id for m in skills.recognise("Air\ufb02ow and SQL")] == ["airflow", "sql"]


def test_lookalike_letters_are_read_and_flagged(skills):
    (mention,) = skills.recognise("Kubеrnetes")  # a Cyrillic letter inside
    assert mention.id == "kubernetes"
    assert "look-alike" in mention.why


def test_a_slash_does_not_join_two_names(skills):
    assert [m.id for m in skills.recognise("Spring/Boot and SQL/Server")] == ["spring", "sql"]


def test_the_end_of_a_file_name_is_not_a_language(skills):
    assert skills.recognise("see main.js and setup.py") == []


def test_links_and_addresses_name_nothing(skills):
    text = "ann@kafka.example.com https://github.com/ann/terraform www.docker.com/x but Kafka"
    assert [m.text for m in skills.recognise(text)] == ["Kafka"]


def test_every_mention_says_how_it_was_decided(skills):
    why = {m.id: m.why for m in skills.recognise("Go, Kafka and gRPC")}
    assert why["kafka"]
    assert "listed" in why["go"]
    assert why["grpc"] == "a name that means nothing else"


def test_a_skills_section_needs_less(skills):
    assert skills.recognise("Salt") == []
    assert [m.id for m in skills.recognise("Salt", section="skills")] == ["salt"]


def test_the_sense_that_fits_its_neighbours(skills):
    assert skills.recognise("TF and CloudFormation")[0].id == "terraform"
    assert skills.recognise("TF and Keras")[0].id == "tensorflow"


def test_bulk_is_the_same_as_one_by_one(skills):
    texts = [s[0] for s in SENTENCES]
    assert skills.recognise_all(texts) == [skills.recognise(t) for t in texts]


@pytest.mark.parametrize(
    "text",
    [
        "\x00\ud800 Go \udfff, Kafka\x00",
        "",
        " ",
        "\n\n\n",
        "((((((((((",
        "-" * 1000,
        "\u0301" * 500,
    ],
)
def test_odd_text_is_read_without_a_complaint(skills, text):
    assert all(text[m.start : m.end] == m.text for m in skills.recognise(text))


@pytest.mark.parametrize(
    "unit",
    ["Kubernetes ", "go ", "Go, ", "a", "-", ". ", "C++", "@a.com", "\u0301a", "r&d ", "react-\n", "(", "x1", "ﬁ "],
)
def test_time_grows_with_the_length_and_no_faster(skills, unit):
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            skills.recognise(text)
            best = min(best, time.perf_counter() - start)
        return best

    seconds(1000)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.05


@pytest.fixture
def own(skills, tmp_path):
    """A vocabulary in which an alias holds a language's name, and a phrase holds little but the name."""
    from workbench.skills import vocabulary

    (tmp_path / "x.yaml").write_text(
        """\
family: x
title: X
about: X.
terms:
  - {id: r, name: R, kind: language, ambiguous: {needs: [statistics]}}
  - {id: rust, name: Rust, kind: language, ambiguous: {needs: [systems], never: [rust and, rust belt]}}
  - {id: cpp, name: C++, kind: language}
  - {id: additions, name: Additions, kind: library, aliases: [R packages, C++ templates], implies: [r]}
  - {id: css, name: CSS, kind: language, ambiguous: {needs: [web]}}
  - {id: access-rules, name: Access rules of the web, kind: concept, ambiguous: {needs: [web]}}
""",
        encoding="utf-8",
    )
    vocabulary.use(vocabulary.read_folders([tmp_path]))
    return skills


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Wrote statistics in R packages and C++ templates", {"r", "cpp"}),
        ("Systems programming in Rust and C++", {"rust", "cpp"}),
        ("Scraped rust and paint off a systems rack", set()),
        ("Grew up in the Rust Belt, systems engineer", set()),
        ("Tidied CSS", {"css"}),
        ("Wrote down the access rules of the web", {"access-rules"}),
    ],
)
def test_why_names_were_missed(own, text, ids):
    assert {m.id for m in own.recognise(text)} == ids


def test_an_alias_that_speaks_of_a_language_still_resolves(own):
    assert own.resolve("R packages").id == "additions"
