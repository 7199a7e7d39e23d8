"""The memo is read in a wiki a year later, by a stranger; what candidates and raters wrote must not become mark-up."""

from __future__ import annotations

import re
from typing import Any

import pytest

from workbench.calibration.record import record_html, record_json, record_markdown

HOSTILE = "# Title\n* [x](javascript:alert(1)) <img src=x onerror=alert(1)> | `code` ![p](http://a/b.png) _a_ 1. one"


@pytest.fixture
def memo(table: Any) -> str:
    for number, rater in enumerate(table.raters):
        table.fill(rater, lambda profile, criterion, n=number: 1 + 2 * (n == 0) + n)
    table["aiko"].score("p1", "queues", 5, reason=HOSTILE, quotes=[{"text": HOSTILE, "by": "person"}])
    table.maria.reveal("pilot")
    table.maria.reveal("main")
    table.maria.agree("p1", "queues", 4, HOSTILE)
    table.maria.differ("p1", "storage", HOSTILE)
    table.maria.decide("p1", "advance", HOSTILE, open_questions=[HOSTILE])
    table["aiko"].note("p1", "objection", HOSTILE)
    table.maria.change_anchor("queues", 3, HOSTILE, which="interview", reason=HOSTILE)
    return record_markdown(table.maria)


def test_it_tells_what_a_stranger_needs(table: Any, memo: str) -> None:
    facts = record_json(table.maria)
    for heading in ("Decisions", "What the work needs", "Where the panel differed", "Every first score", "How sure"):
        assert re.search(rf"^## \d\. {heading}", memo, re.MULTILINE)
    assert "**Profile 1: Advance.**" in memo
    assert "→ 4" in memo
    assert "→ left open" in memo
    assert facts["log"]["hash"] in memo
    assert "map version" in memo.lower()
    assert "Afterwards" not in memo


def test_no_word_of_people_becomes_mark_up(memo: str) -> None:
    bare = re.sub(r"\\.", "", memo)
    assert "onerror" in bare
    assert not re.search(r"<\s*img|\]\(|!\[|`code`", bare)
    assert not re.search(r"^#+ Title", memo, re.MULTILINE)
    tables = [line for line in bare.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in tables}) == 1


def test_questions_and_what_candidates_said_stand_in_the_page_too(table: Any, memo: str) -> None:
    page = record_html(table.maria)
    assert "What candidates said" in page
    assert "<img src=x" not in page
    assert "What candidates said" in memo


def test_names_stay_letters_unless_the_panel_turned_them_on(table: Any, memo: str) -> None:
    assert not any(name in memo for name in ("Aiko", "Ben", "Tomas", "Maria"))
    table.maria.names(True)
    assert "Maria" in record_markdown(table.maria)
