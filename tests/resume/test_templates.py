"""Careers typeset as common templates do and in arrangements drawn by lot: how many positions are read whole.

A single layout may fail one day for a good reason; that many of them fail means that a class of pages got lost.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import templates_columns as columns
import templates_heads as heads
import templates_lines as lines
import templates_margins as margins
import variations
from careers import PEOPLE
from typeset import Sheet

from workbench.resume import Reader

_LAYOUTS = {layout.__name__: layout for part in (margins, columns, lines, heads) for layout in part.LAYOUTS}


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
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()

    def count(what: str, is_right: bool) -> None:
        total[what] += 1
        right[what] += is_right

    for seed in range(20_000, 20_120):
        path = tmp_path / f"{seed}.pdf"
        truth = variations.vary(path, seed)
        data = reader.read(path).data
        found = Counter(_positions(data))
        for job in truth.work:
            count("positions", found[tuple(_plain(value) for value in job)] > 0)
        schools = {(_plain(item.get("institution")), item.get("endDate")) for item in data["education"]}
        for _, school, end in truth.education:
            count("schools", (_plain(school), end) in schools)
        count("contacts", data["basics"].get("email") == truth.email and data["basics"].get("name") == truth.name)
        keywords = {word for group in data["skills"] for word in group["keywords"]}
        count("skills", keywords == set(truth.skills))
    share = {what: right[what] / total[what] for what in total}
    assert min(share.values()) >= 0.96, share
