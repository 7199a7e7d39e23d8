"""Glossaries: what is wrong with one is said with its file, line and term, and the rest still loads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.errors import BadTemplate
from workbench.skills import UnknownSkill, cache, check, load_glossary, vocabulary

HEAD = "family: x\ntitle: X\nabout: About x.\nterms:\n"
GOOD = "  - id: fine\n    name: Fine\n    kind: tool\n"


def write(folder: Path, terms: str, name: str = "x.yaml") -> Path:
    file = folder / name
    file.write_text(HEAD + terms, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("terms", "line", "said"),
    [
        ("  - id: Not An Id\n    name: A\n    kind: tool\n", 5, "is not an id"),
        ("  - id: a\n    name: A\n    kind: gadget\n", 7, "`gadget` is none of"),
        ("  - id: a\n    kind: tool\n", 5, "`name` is missing"),
        ("  - id: a\n    name: A\n    kind: tool\n    colour: red\n", 5, "`colour` is not a field"),
        ("  - id: a\n    name: A\n    kind: tool\n    aliases: [1.5]\n", 8, "put it in quotes"),
        ("  - id: a\n    name: A\n    kind: tool\n    near: [{id: b}]\n", 8, "`ramp_weeks` is missing"),
        ("  - id: a\n    name: [A\n", 7, "not valid YAML"),
        (GOOD + GOOD, 8, "stands twice"),
    ],
)
def test_a_broken_glossary_names_the_line(tmp_path, terms, line, said):
    with pytest.raises(BadTemplate, match=said) as caught:
        load_glossary(write(tmp_path, terms))
    assert caught.value.line == line
    assert caught.value.file == "x.yaml"


def test_the_rest_of_a_broken_glossary_loads(tmp_path):
    write(tmp_path, GOOD + "  - id: broken\n    name: B\n    kind: gadget\n")
    words = vocabulary.read_folders([tmp_path])
    assert list(words) == ["fine"]
    assert "term broken" in str(words.problems[0])


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"family: x", b"a: &a [*a]"])
def test_a_file_that_is_no_glossary(tmp_path, content):
    (tmp_path / "x.yaml").write_bytes(content)
    with pytest.raises(BadTemplate):
        load_glossary(tmp_path / "x.yaml")


def test_a_whole_number_is_a_name(tmp_path):
    glossary = load_glossary(write(tmp_path, "  - {id: mcu, name: MCU, kind: tool, aliases: [8051]}\n"))
    assert glossary.terms[0].aliases == ("8051",)


def test_a_teams_folder_lies_over_ours_term_by_term(tmp_path, monkeypatch, words):
    write(tmp_path, "  - id: docker\n    name: Docker\n    kind: tool\n    plain: Ours.\n")
    monkeypatch.setenv("WORKBENCH_GLOSSARIES", str(tmp_path))
    monkeypatch.setattr(vocabulary, "folder", lambda _: Path(__file__).parent / "glossaries")
    mixed = vocabulary.read_folders(vocabulary.glossary_folders())
    assert mixed["docker"].plain == "Ours."
    assert mixed["docker"].family == "operations"
    assert mixed["kubernetes"] == words["kubernetes"]


def test_the_cache_follows_the_content(tmp_path):
    file = write(tmp_path, GOOD)
    assert list(vocabulary.read_folders([tmp_path])) == ["fine"]
    file.write_text(HEAD + GOOD.replace("fine", "better"), encoding="utf-8")
    assert list(vocabulary.read_folders([tmp_path])) == ["better"]


def test_a_spoilt_cache_is_built_again(tmp_path, cache):
    write(tmp_path, GOOD)
    vocabulary.read_folders([tmp_path])
    for kept in cache.glob("glossary-*.json"):
        kept.write_text("{", encoding="utf-8")
    assert list(vocabulary.read_folders([tmp_path])) == ["fine"]


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_CACHE", str(tmp_path / "x.yaml" / "no"))
    write(tmp_path, GOOD)
    assert list(vocabulary.read_folders([tmp_path])) == ["fine"]
    assert cache.load("anything") is None


def test_an_unknown_skill_names_the_nearest(skills):
    with pytest.raises(UnknownSkill) as caught:
        skills.skill("kubernets")
    assert caught.value.nearest[0] == "kubernetes"


def test_what_the_check_finds(tmp_path):
    write(
        tmp_path,
        """\
  - {id: a, name: A1, kind: tool, aliases: [same], implies: [b, gone], ask: Why?}
  - {id: b, name: B1, kind: tool, aliases: [same], implies: [a], near: [{id: a, ramp_weeks: [6, 2]}]}
  - {id: c, name: C1, kind: tool, shared: [lonely], not: [a], part_of: [c]}
""",
    )
    found = {(f.code, f.term, f.line) for f in check(tmp_path)}
    assert found == {
        ("alias", "a", 5),
        ("circle", "a", 5),
        ("dangling", "a", 5),
        ("itself", "c", 7),
        ("plain", "a", 5),
        ("ramp", "b", 6),
        ("shared", "c", 7),
    }


def test_a_name_shared_by_all_who_claim_it_is_fine(tmp_path):
    write(
        tmp_path,
        "  - {id: a, name: A1, kind: tool, shared: [same]}\n  - {id: b, name: B1, kind: tool, shared: [same]}\n",
    )
    assert check(tmp_path) == []


def test_the_schema_is_itself_valid():
    import jsonschema

    schema = Path(vocabulary.__file__).parent / "schema" / "glossary.json"
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.read_text(encoding="utf-8")))


def test_the_first_terms_of_every_family_read_as_a_page():
    # a recruiter reads the top of each family; a term there without its question or its twin leaves them guessing
    from workbench import skills as room
    from workbench.skills import vocabulary

    vocabulary.use(None)
    for glossary in room.glossaries():
        head = [term for term in glossary.terms if term.plain and term.ask and term.sounds][:20]
        assert len(head) == 20, glossary.family
        assert glossary.about, glossary.family
        assert glossary.neighbours, glossary.family
        for term in head:
            assert set(term.sounds) == {"exposure", "use", "ownership"}, term.id
            assert term.confused_with, term.id
