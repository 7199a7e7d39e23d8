"""The documentation builds without a dead link, asks no other host for anything, and its examples hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ASKS = re.compile(r"""<(?:script|img|iframe|link)[^>]*?(?:src|href)=["']?(?:https?:)?//[^"'\s>]+""", re.IGNORECASE)


def examples():
    """Give each command of the shell's page with the line that it prints there."""
    text = (ROOT / "docs" / "shell.md").read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        command, *said = block.strip().split("\n")
        yield pytest.param(command.removeprefix("$ "), said, id=command.removeprefix("$ "))


@pytest.mark.slow
@pytest.mark.parametrize(("command", "said"), list(examples()))
def test_an_example_of_the_shells_page_prints_what_stands_there(command, said):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.startswith('{"')
    if said:
        assert done.stdout.splitlines() == said


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The pages, built; a link that leads nowhere fails the build."""
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.slow
def test_the_pages_build_without_a_dead_link(site):
    written = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")]
    built = [site / path.parent / ("index.html" if path.stem == "README" else f"{path.stem}.html") for path in written]
    assert len(built) >= 20
    assert all(path.is_file() for path in built)


@pytest.mark.slow
def test_no_page_asks_another_host_for_anything(site):
    assert ASKS.search('<script src="https://elsewhere.invalid/x.js">')
    for page in site.rglob("*.html"):
        assert ASKS.search(page.read_text(encoding="utf-8")) is None, page.name


def test_the_keys_on_a_screens_page_are_the_screens_own():
    """A key that was changed and not written down teaches a hand the wrong thing."""
    views = {
        "map": "intake_map",
        "review": "resume_review",
        "score": "rubric_scoring",
        "board": "panel_board",
        "near": "skill_adjacency",
        "glossary": "glossary",
    }
    assert {path.stem for path in (ROOT / "docs" / "screens").glob("*.md")} == set(views)
    for page, widget in views.items():
        told = re.findall(
            r"^\| (\S.*?) \| .* \|$", (ROOT / "docs" / "screens" / f"{page}.md").read_text("utf-8"), re.MULTILINE
        )
        view = (ROOT / "workbench" / "widgets" / widget / "view.js").read_text("utf-8")
        bound = set(re.findall(r"\bkey: \[?\"([a-z])\"", view.partition("keys: (ctx)")[2])) | {"z", "?"}
        assert len(told) >= 4
        assert {key for key in told if len(key) == 1 and not key.isdigit()} <= bound | {"0"}, page
        assert bound - {"z", "?"} <= set(" ".join(told).split()), page
