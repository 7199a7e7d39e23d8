"""The page that teaches the verbs must not teach what is not so: its examples run, and what they show is compared."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.kernel.conftest import ROOT
from tests.kernel.test_loading import VERBS
from workbench.errors import WorkbenchError

PAGE = (ROOT / "docs" / "kernel.md").read_text(encoding="utf8")
BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str | None]]:
    """Give each example with what the page says it shows, if it says so."""
    found: list[tuple[str, str | None]] = []
    for kind, text in BLOCK.findall(PAGE):
        if kind == "python":
            found.append((text, None))
        else:
            assert found[-1][1] is None
            found[-1] = (found[-1][0], text.rstrip("\n"))
    return found


def test_every_verb_and_setting_is_on_the_page():
    code = "\n".join(cell for cell, _ in examples())
    for kind, sign in (("line", "%"), ("cell", "%%")):
        missing = [verb for verb in VERBS[kind] if not re.search(rf"(?<!%){sign}{verb}\b", code)]
        assert missing == []
    for setting in ("store", "glossary", "redact", "clock", "language"):
        assert f"%config Workbench.{setting} = " in PAGE


@pytest.mark.slow
def test_the_examples_run_and_show_what_the_page_says(bare, tmp_path, capsys):
    shutil.copytree(ROOT / "notebooks" / "sample" / "profiles", tmp_path / "sample" / "profiles")
    compared = 0
    for cell, expected in examples():
        outcome = bare.shell.run_cell(cell)
        problem = outcome.error_in_exec or outcome.error_before_exec
        if problem is not None:
            assert isinstance(problem, WorkbenchError), (cell, problem)
            shown = str(problem)
        else:
            shown = bare.shell.display_formatter.format(outcome.result)[0].get("text/plain", "")
        assert expected is not None or problem is None, (cell, shown)
        if expected is not None:
            assert shown == expected
            compared += 1
    assert compared >= 8
