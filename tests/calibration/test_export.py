"""Somebody without this program checks, a year later, that the record shows what people sealed."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.calibration import erase_profile
from workbench.calibration.record import record_json

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).with_name("check_log.py")


def check(log: Path) -> tuple[list[str], list[dict[str, Any]]]:
    """Run the script by itself, in an isolated interpreter, and give the problems and the entries it prints."""
    run = subprocess.run([sys.executable, "-I", SCRIPT, log], capture_output=True, text=True, cwd=log.parent)
    assert run.stderr == ""
    said = [json.loads(line) for line in run.stdout.splitlines()]
    problems = [one["problem"] for one in said if "problem" in one]
    assert run.returncode == bool(problems)
    return problems, [one["entry"] for one in said if "entry" in one]


@pytest.fixture
def log(table: Any, tmp_path: Path) -> Path:
    for number, rater in enumerate(table.raters):
        table.fill(rater, lambda profile, criterion, n=number: None if criterion == "storage" else 2 + n)
    table["aiko"].score("p2", "queues", 5, reason="Ärger mit der Queue – gelöst 🙂")
    table.maria.reveal("pilot")
    table.maria.export = lambda: table.maria.store.export(tmp_path / "log.jsonl")
    table.maria.export()
    return tmp_path / "log.jsonl"


def test_the_script_shares_no_code_with_the_program() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not any(name.startswith(("workbench", "tests")) for name in names)


def test_a_stranger_finds_the_scores_of_the_record_and_no_sealed_ones(table: Any, log: Path) -> None:
    problems, entries = check(log)
    assert problems == []
    assert {entry["round"] for entry in entries} == {"pilot"}
    table.maria.reveal("main")
    table.maria.export()
    problems, entries = check(log)
    assert problems == []
    last = {(e["rater"], e["profile"], e["criterion"]): e for e in entries if e["what"] == "cell"}
    table.maria.names(True)
    by_name = {person.name: id for id, person in table.maria.meeting.people.items()}
    shown = {
        (by_name[s["rater"]], s["profile"], s["criterion"]): (s["score"], s["reason"], s["event"])
        for s in record_json(table.maria)["scores"]
    }
    assert {place: (e["value"], e["reason"], e["event"]) for place, e in last.items()} == shown


def test_after_an_erasure_the_rest_still_checks(table: Any, log: Path) -> None:
    table.maria.reveal("main")
    erase_profile(table.maria, "p2")
    table.maria.export()
    problems, entries = check(log)
    assert problems == []
    assert "p2" not in {entry["profile"] for entry in entries if "profile" in entry}


def an_event(lines: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(line["event"] for line in lines if line.get("event", {}).get("kind") == kind)
    return found


def swap_two_ciphertexts(lines: list[dict[str, Any]]) -> None:
    one, two = [line["apart"] for line in lines if "apart" in line and line["apart"]["text"] == 0][:2]
    one["content"], two["content"] = two["content"], one["content"]


ATTACKS: dict[str, tuple[Callable[[list[dict[str, Any]]], Any], str]] = {
    "another time": (lambda lines: an_event(lines, "sealed").update(at="2020"), "does not say what it said"),
    "another rater": (lambda lines: an_event(lines, "sealed").update(actor="ben2"), "does not"),
    "a count": (lambda lines: an_event(lines, "sealed")["payload"].update(scores=99), "does not say what it said"),
    "an event less": (lambda lines: lines.remove({"event": an_event(lines, "sealed")}), "comes after"),
    "ciphertexts exchanged": (swap_two_ciphertexts, "something else"),
    "another key": (lambda lines: an_event(lines, "opened")["payload"].update(key="00" * 32), "had not committed"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_stranger_finds_what_was_changed_in_the_file(log: Path, name: str) -> None:
    attack, says = ATTACKS[name]
    lines = [json.loads(line) for line in log.read_text(encoding="utf8").splitlines()]
    attack(lines)
    log.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf8")
    assert any(says in problem for problem in check(log)[0])
