"""Which skill a name stands for."""

from __future__ import annotations

import pytest

from workbench.skills import current


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("k8s", "kubernetes"),
        ("KUBERNETES", "kubernetes"),
        ("C++", "cpp"),
        ("c#", "csharp"),
        (".NET", "dotnet"),
        ("asp.net core", "aspnet"),
        ("NodeJS", "nodejs"),
        ("node-js", "nodejs"),
        ("ReactJS", "react"),
        ("React.js", "react"),
        ("Power Point", "powerpoint"),
        ("springboot", "spring-boot"),
        ("R (programming language)", "r"),
        ("python 3.12", "python"),
        ("kotlin2", "kotlin"),
        ("swift 5", "swift"),
        ("Apache Airflow", "airflow"),
        ("apache-flink", "flink"),
        ("hashicorp terraform", "terraform"),
        ("kotlin lang", "kotlin"),
        ("microservice", "microservices"),
        ("SQL Server Reporting Services (SSRS)", "ssrs"),
        ("Go", "go"),
        ("ＧＯ", "go"),
    ],
)
def test_known_names(skills, name, id):
    assert skills.resolve(name).id == id


@pytest.mark.parametrize(
    ("name", "senses"),
    [
        ("tf", {"terraform", "tensorflow"}),
        ("ps", {"photoshop", "powershell"}),
        ("AI", {"illustrator", "artificial-intelligence"}),
    ],
)
def test_an_ambiguous_name_does_not_resolve_silently(skills, name, senses):
    found = skills.resolve(name)
    assert found.id is None
    assert set(found.candidates) >= senses
    assert found.nearest == []


def test_an_unknown_name_offers_the_nearest_and_no_candidates(skills):
    found = skills.resolve("kubernets")
    assert found.id is None
    assert found.candidates == []
    assert found.nearest[0] == "kubernetes"
    assert len(found.nearest) <= 3


@pytest.mark.parametrize("name", ["", " ", "zzqxv", "\x00", "🦀", "class", "ssss" * 500])
def test_nonsense_has_no_candidates(skills, name):
    found = skills.resolve(name)
    assert (found.id, found.candidates) == (None, [])


def test_every_canonical_name_resolves_to_itself(skills, words):
    wrong = {t["name"]: skills.resolve(t["name"]).id for t in words.terms.values()}
    assert {n for n, i in wrong.items() if i is None or words.terms[i]["name"] != n} == set()


@pytest.mark.parametrize("name", ["do", "node", "gtm", "as"])
def test_a_name_that_means_several_things_gives_them_all(skills, name):
    found = skills.resolve(name)
    assert found.id is None
    assert 2 <= len(found.candidates) <= 5


def test_what_no_glossary_has_is_said_in_words(skills):
    assert "go-to-market" in skills.resolve("GTM").candidates


def test_a_name_that_is_only_shared_is_not_the_skill(skills, tmp_path):
    from workbench.skills import vocabulary

    (tmp_path / "x.yaml").write_text(
        "family: x\ntitle: X\nabout: X.\nterms:\n  - {id: quux, name: Quux engine, kind: tool, shared: [qx]}\n",
        encoding="utf-8",
    )
    vocabulary.use(vocabulary.read_folders([tmp_path]))
    assert skills.resolve("qx").id is None
    assert skills.resolve("qx").candidates == ["quux"]
    assert skills.resolve("Quux engine").id == "quux"


@pytest.mark.parametrize("name", ["devop", "kuberneteses", "analysi"])
def test_a_letter_s_is_not_taken_from_names_that_end_in_one(skills, name):
    assert skills.resolve(name).id is None


def test_every_line_of_the_table_of_senses_is_of_use():
    from workbench.skills.senses import MOST, spoken

    assert {n: s for n, s in spoken().items() if not 2 <= len(set(s)) <= MOST} == {}


def test_brackets_that_add_to_a_name_are_not_dropped():
    from workbench import skills as room

    assert room.resolve("Apache Hive (HiveQL engine)").id == "hive"
    assert room.resolve("Redis (with RediSearch module)").id is None


def test_a_query_language_is_not_its_store():
    from workbench import skills as room

    assert room.resolve("Firestore query language").id != room.resolve("Firestore").id
    assert room.resolve("Cassandra Query Language").id == "cql"


def test_a_product_resolves_without_its_maker_and_says_when_two_makers_have_one():
    from workbench import skills as room

    assert room.resolve("Compute Engine").id == "compute-engine"
    assert room.resolve("Data Factory").id == "azure-data-factory"
    # a bare ordinary word stands for nobody's product
    assert room.resolve("Connect").id is None


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("django-python", "django"),
        ("laravel php", "laravel"),
        ("Keras.io", "keras"),
        ("robotframework", "robot-framework"),
        ("JSON format", "json"),
        ("javascript object notation", "json"),
        ("GNU Debugger", "gdb"),
        ("Tortoise", "tortoisesvn"),
        (".NET Core", "dotnet"),
    ],
)
def test_names_as_sites_packages_and_forms_write_them(name, id):
    assert current.resolve(name).id == id


@pytest.mark.parametrize("name", ["karate", "nexus", "iris", "snap", "blueprint", "drone", "canvas", "brew", "lens"])
def test_a_word_that_means_more_than_our_skill_is_offered_with_its_senses(name):
    found = current.resolve(name)
    assert found.id is None
    assert 2 <= len(found.candidates) <= 5


@pytest.mark.parametrize("name", ["finance", "planning", "email", "server", "learning", "console", "health", "support"])
def test_an_everyday_word_is_no_product_without_its_maker(name):
    assert current.resolve(name).id is None


def test_names_are_found_with_the_skill_whose_name_they_are():
    words = current._lexicon()[0]
    strays = {}
    for skill in ("gdb", "derby", "eventarc", "cocoa", "maximo", "nfv", "graviton", "cdisc", "stig", "middleman"):
        assert skill in words.terms
        if (found := current.resolve(skill).id) != skill:
            strays[skill] = found
    assert strays == {}
