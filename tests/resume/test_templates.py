"""Careers typeset as common templates do and in arrangements drawn by lot: how many positions are read whole.

A single layout may fail one day for a good reason; that many of them fail means that a class of pages got lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import templates_columns as columns
import templates_forms as forms
import templates_heads as heads
import templates_lines as lines
import templates_margins as margins
import templates_prints as prints
import variations
from careers import PEOPLE
from typeset import Sheet

from workbench.resume import Reader

_COLUMNS = ("one column", "two columns")
_LAYOUTS = {
    layout.__name__: layout for part in (margins, columns, lines, heads, prints, forms) for layout in part.LAYOUTS
}


def _plain(text: Any) -> str:
    return re.sub(r"\W+", " ", str(text or "").casefold()).strip()


def _digits(text: Any) -> str:
    return re.sub(r"\D", "", str(text or ""))


def _positions(data: dict[str, Any]) -> list[tuple[str, ...]]:
    keys = ("position", "name", "startDate", "endDate")
    return [tuple(_plain(item.get(key)) for key in keys) for item in data["work"]]


@pytest.mark.parametrize("layout", sorted(_LAYOUTS))
def test_each_template_in_five_languages(layout: str, reader: Reader, tmp_path: Path) -> None:
    for language, person in PEOPLE.items():
        path = tmp_path / f"{language}.pdf"
        sheet = Sheet(path)
        _LAYOUTS[layout](sheet, person)
        sheet.save()
        data = reader.read(path).data
        employers = [
            person.jobs[0].employer if layout == "roles_under_employer" else job.employer for job in person.jobs
        ]
        expected = [
            tuple(_plain(value) for value in (job.title, employer, job.start, job.end))
            for job, employer in zip(person.jobs, employers, strict=True)
        ]
        assert _positions(data) == expected, language
        assert [item.get("institution") for item in data["education"]] == [each.school for each in person.degrees], (
            language
        )
        assert [item.get("endDate") for item in data["education"]] == [each.end for each in person.degrees], language
        basics = data["basics"]
        assert _plain(basics["name"]) == _plain(person.name), language
        assert (basics["email"], _digits(basics["phone"])) == (person.email, _digits(person.phone)), language
        keywords = [word for group in data["skills"] for word in group["keywords"]]
        assert sorted(keywords) == sorted(person.skills), language
        assert data["meta"]["workbench"]["findings"] == [], language


@pytest.mark.slow
def test_arrangements_drawn_by_lot(reader: Reader, tmp_path: Path) -> None:
    """Of each kind 96 in 100 are right, and a page of two columns is read as well as one of one."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for seed in range(20_000, 20_120):
        path = tmp_path / f"{seed}.pdf"
        truth = variations.vary(path, seed)
        columns = "one column" if truth.choices["columns"] == "one" else "two columns"
        for what, is_right in _judged(truth, reader.read(path).data):
            total[what, columns] += 1
            right[what, columns] += is_right
    kinds = sorted({what for what, _ in total})
    share = {what: sum(right[what, c] for c in _COLUMNS) / sum(total[what, c] for c in _COLUMNS) for what in kinds}
    by_columns = {c: sum(right[what, c] / total[what, c] for what in kinds) / len(kinds) for c in _COLUMNS}
    print(", ".join(f"{name} {value:.3f}" for name, value in (share | by_columns).items()))
    assert min(share.values()) >= 0.96, share
    assert by_columns["two columns"] >= by_columns["one column"] - 0.03, by_columns


def _judged(truth: variations.Truth, data: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Give what a profile should say, one by one, and whether it was read so."""
    found = Counter(_positions(data))
    for job in truth.work:
        yield "positions", found[tuple(_plain(value) for value in job)] > 0
    schools = {(_plain(item.get("institution")), item.get("endDate")) for item in data["education"]}
    for _, school, end in truth.education:
        yield "schools", (_plain(school), end) in schools
    yield "contacts", data["basics"].get("email") == truth.email and data["basics"].get("name") == truth.name
    yield "skills", {word for group in data["skills"] for word in group["keywords"]} == set(truth.skills)
