"""`workbench intake check` for scripts: a JSON line for each input line, in order."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from workbench.cli.intake import app
from workbench.intake import edit, load, save

run = CliRunner()


def test_each_phrase_on_stdin_gets_one_line() -> None:
    result = run.invoke(app, ["check", "-"], input="5+ years of Java\n\nDeploys daily without a ticket\n")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [line["line"] for line in lines] == [1, 2, 3]
    assert [[i["code"] for i in line["issues"]] for line in lines] == [["years_of_experience"], [], []]
    assert set(lines[0]["issues"][0]) == {"code", "text", "why", "better"}


def test_a_line_ends_at_a_line_feed_only_and_output_is_ascii() -> None:
    result = run.invoke(app, ["check", "-"], input="a\u2028b\x0bc\rJoin our young team – now\n")
    assert len(result.stdout.splitlines()) == 1
    assert result.stdout.isascii()


def test_a_map_is_checked_on_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    changed = edit.edit_capability(load("backend"), "C", question="")
    save(edit.edit_outcome(changed, "on-call-alone", text="Improve the platform"), path)
    result = run.invoke(app, ["check", str(path)])
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    text = path.read_text("utf-8").splitlines()
    assert len(lines) == len(text)
    found = {i["code"]: text[line["line"] - 1].strip() for line in lines for i in line["issues"]}
    assert found == {"unmeasurable_outcome": "text: Improve the platform", "must_without_question": "question: ''"}


def test_a_broken_map_is_named_with_its_line_and_exit_1(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("title: x\ncapabilities: none\n", "utf-8")
    result = run.invoke(app, ["check", str(path)])
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert (said["line"], said["field"]) == (2, "capabilities")
    assert "map.yaml, line 2" in said["refused"]


def test_a_missing_file_is_wrong_usage() -> None:
    assert run.invoke(app, ["check", "no-such-file.txt"]).exit_code == 2
