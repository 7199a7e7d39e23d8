"""Values show themselves in words: safe in a notebook, readable in a terminal, steady for a test that compares."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.browser.hostile_words import WORDS
from workbench import evidence, intake, resume, skills
from workbench.calibration import Rubric
from workbench.kernel.results import Note, Profile, Profiles, Table
from workbench.kernel.sheet import WIDTH, Sheet, as_html, as_text
from workbench.resume import Document, Line, Page, Resume

ALLOWED = {"div", "table", "thead", "tbody", "tr", "th", "td"}


class Tags(HTMLParser):
    """Takes down every tag with its attributes, and all text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def safe(markup: str) -> Tags:
    found = Tags(markup)
    assert {tag for tag, _ in found.tags} <= ALLOWED
    for _, attributes in found.tags:
        assert set(attributes) <= {"style", "scope", "dir"}
        assert "url(" not in (attributes.get("style") or "")
    return found


@pytest.mark.parametrize("words", WORDS)
def test_hostile_words_are_text_in_every_view(words):
    sheet = Sheet(words, (words,), (words, "b"), ((words, words),), (words,))
    read = "".join(safe(as_html(sheet)).words)
    plain = " ".join("".join(c for c in words if c.isprintable() or c.isspace()).split())
    assert read.count(plain) >= 6 or not plain
    text = as_text(sheet)
    assert all(c.isprintable() or c == "\n" for c in text)


def hostile_resume(words: str) -> Resume:
    line = Line("p1l1", words, (72, 72, 150, 84))
    document = Document(words, "text", (Page(1, 595, 842, (line,)),), "plain")
    return Resume(
        words, {"basics": {"name": words}, "work": [{"name": words}], "meta": {"workbench": {"fields": {}}}}, document
    )


BACKEND = intake.load("backend")
VALUES = {
    "map": lambda: intake.load("backend"),
    "rubric": lambda: Rubric.from_map(intake.load("backend")),
    "skill": lambda: skills.skill("kubernetes"),
    "glossary": lambda: skills.glossaries()[0],
    "resolution": lambda: skills.resolve("Kubernetis"),
    "resume": lambda: hostile_resume("<script>alert(1)</script>"),
    "redacted": lambda: resume.redact(hostile_resume("<img src=x onerror=alert(1)>")),
    "evidence": lambda: evidence.weigh(hostile_resume("Owned the <b>Kafka cluster (40 nodes)</b>"), BACKEND),
    "profiles": lambda: Profiles("<b>", (Profile(1, "<i>", hostile_resume("<i>")), Profile(2, "", None, "<u>")), False),
    "note": lambda: Note("<b>"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("kind", VALUES)
def test_each_value_has_two_views_and_both_are_safe(notebook, kind):
    notebook.shell.user_ns["value"] = VALUES[kind]()
    markup = notebook.markup("value")
    assert safe(markup).words
    text = notebook.text("value")
    assert text == notebook.text("value")
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert not re.search(r"0x[0-9a-f]{6,}|/tmp/", text)


@pytest.mark.slow
def test_candidate_words_are_shown_as_they_are_written(notebook):
    notebook.shell.user_ns["value"] = VALUES["evidence"]()
    assert "(40 nodes)" in " ".join(notebook.text("value").split())
    assert "40 nodes" in "".join(safe(notebook.markup("value")).words)


def test_a_value_inside_a_list_takes_one_line(notebook):
    assert (
        notebook.text("from workbench import intake\n[intake.load('backend')]") == "[Senior backend engineer, payouts]"
    )


def test_other_peoples_values_look_as_before(bare):
    code = "import collections\n[collections.Counter('aab'), {'x': (1, 2)}, 'text']"
    before = bare.text(code)
    bare.shell.run_line_magic("load_ext", "workbench")
    assert bare.text(code) == before


@pytest.mark.slow
def test_frames_are_tidy():
    capability_map = intake.load("backend")
    assert list(capability_map.to_frame()["letter"]) == list("ABCDEFGH")
    rubric = Rubric.from_map(capability_map).to_frame()
    assert set(rubric["level"]) == {1, 2, 3, 4, 5}
    assert set(rubric.groupby(["criterion", "source"]).size()) == {5}
    assert list(VALUES["evidence"]().to_frame()["capability"]) == list(capability_map.to_frame()["id"])
    assert list(Table(Sheet("t", (), ("a",), (("1",),))).to_frame()["a"]) == ["1"]


@pytest.mark.slow
def test_a_kernel_shows_a_map_richly_and_plainly(kernel):
    shown = [m for m in kernel.run("%intake backend --map") if m["msg_type"] == "execute_result"]
    data = shown[0]["content"]["data"]
    assert safe(data["text/html"]).words[0] == "Senior backend engineer, payouts"
    assert data["text/plain"].startswith("Senior backend engineer, payouts\n")
