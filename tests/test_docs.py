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
