"""The pages for the person who starts tomorrow: current, readable, and nothing in them is markup."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from workbench import skills as room
from workbench.cli.skills import app
from workbench.skills import vocabulary
from workbench.skills.pages import all_pages, page, stale, write_pages
from workbench.skills.values import Glossary, Skill

DOCS = Path(__file__).parents[2] / "docs" / "glossaries"


def test_the_pages_in_the_documentation_say_what_the_glossaries_say():
    # mend with `workbench skills pages`
    vocabulary.use(None)
    assert stale(all_pages(room.glossaries(), room.graph().name), DOCS) == []


def test_a_page_opens_with_the_family_and_then_its_head_terms():
    glossary = next(g for g in room.glossaries() if g.family == "security")
    text = page(glossary, room.graph().name)
    assert text.startswith("# Security")
    assert text.index("## Its neighbours") < text.index("**Ask:**") < text.index("## Also met")
    assert text.count("**Ask:**") >= 20


def test_no_name_can_become_markup():
    term = Skill("x", "<b>X</b> | [y](z) *", "tool", "f", plain="`a` # b\n# c", ask="Why_?")
    text = page(Glossary("f", "F", "About <i>f</i>.", (term,)))
    assert "<b>" not in text
    assert "\n# c" not in text
    assert r"\| \[y\](z) \*" in text


def test_only_what_changed_is_written_and_the_check_tells(tmp_path):
    made = all_pages(room.glossaries()[:2], room.graph().name)
    assert {f.name for f in write_pages(made, tmp_path)} == set(made)
    assert write_pages(made, tmp_path) == []
    (tmp_path / "README.md").write_text("old", encoding="utf-8")
    assert [f.name for f in write_pages(made, tmp_path)] == ["README.md"]


def test_the_command_writes_the_pages_and_then_finds_them_current(tmp_path):
    run = CliRunner().invoke(app, ["pages", str(tmp_path / "new"), "--check"])
    assert run.exit_code == 1
    assert CliRunner().invoke(app, ["pages", str(tmp_path / "new")]).exit_code == 0
    assert CliRunner().invoke(app, ["pages", str(tmp_path / "new"), "--check"]).exit_code == 0
    assert (tmp_path / "new" / "devops.md").read_text(encoding="utf-8").startswith("# DevOps and platform")
