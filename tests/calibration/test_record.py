"""The record must open anywhere, say what happened, and carry nothing that runs."""

from __future__ import annotations

import html.parser
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from workbench.calibration.record import record_frame, record_html, record_json, write_record
from workbench.errors import Sealed

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "</style><svg onload=alert(1)>",
    "javascript:alert(1)",
    '=HYPERLINK("http://x")',
]


class Tags(html.parser.HTMLParser):
    """Collects every tag and attribute of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def met(seat: Callable[..., Any]) -> Any:
    table = seat(title=HOSTILE[0], requisition=HOSTILE[1])
    for n, actor in enumerate(table.raters):
        for round in ("pilot", "main"):
            for profile, criterion in table[actor].meeting.rounds[round].cells:
                value = 1 + 2 * n if profile == "p2" else None if criterion == "storage" else 3
                quotes = [{"text": HOSTILE[(n + 2) % 6], "page": 1}]
                table[actor].score(profile, criterion, value, quotes=quotes, reason=HOSTILE[n - 1])
            for profile in table[actor].meeting.rounds[round].profiles:
                table[actor].recommend(profile, "hold", HOSTILE[3])
            table[actor].submit(round)
    table.maria.reveal()
    table.maria.reveal()
    table.maria.differ("p2", "queues", HOSTILE[2])
    table.maria.agree("p2", "storage", 3, HOSTILE[4])
    table.maria.decide("p2", "hold", HOSTILE[1], speaks_to_candidate="Maria", by="2026-11-28", open_questions=HOSTILE)
    table.maria.change_anchor("queues", 2, HOSTILE[3], reason=HOSTILE[0])
    return table


def test_there_is_no_record_before_the_reveal(table: Any) -> None:
    table.fill_all()
    with pytest.raises(Sealed):
        record_html(table.maria)


def test_the_page_holds_no_script_and_asks_for_nothing(met: Any) -> None:
    tags = Tags(record_html(met.maria))
    assert {tag for tag, _ in tags.found}.isdisjoint(
        {"script", "img", "svg", "link", "iframe", "object", "embed", "base", "form", "a", "video", "audio"}
    )
    names = {name for _, attrs in tags.found for name in attrs}
    assert not {name for name in names if name.startswith("on") or name in ("src", "href", "action", "style")}
    policy = [attrs["content"] for tag, attrs in tags.found if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    page = "".join(tags.text)
    assert all(words in page for words in HOSTILE)


def test_the_record_is_right_to_the_last_score(met: Any) -> None:
    facts = record_json(met.maria)
    json.dumps(facts, allow_nan=False)
    frame = met.maria.scores()
    told = {(s["rater"], s["profile"], s["criterion"]): s["score"] for s in facts["scores"]}
    assert len(told) == len(frame) == 24
    for row in frame.itertuples():
        value = told[row.rater, row.unit, row.criterion]
        assert (value is None and pd.isna(row.score)) or value == row.score
    assert [(s["outcome"], s["score"]) for s in facts["settled"]] == [("agreed", 3)]  # queues is scored again
    assert facts["decisions"]["p2"]["reopened"]
    assert facts["log"]["hash"] == met.maria.store.events("s-1")[-1].hash
    assert {s["criterion"] for s in facts["statistics"]} == {"queues", "storage", "all"}
    assert facts["changes"][0]["stale"] == ["A"]


def test_people_are_letters_unless_names_are_on(met: Any) -> None:
    assert not any(name in record_html(met.maria) for name in ("Tomas", "Aiko", "Ben"))
    met.maria.names(True)
    assert all(name in record_html(met.maria) for name in ("Tomas", "Aiko", "Ben"))
    assert record_html(met["aiko"]).count("Aiko") == record_html(met.maria).count("Aiko")


def test_the_matrix_lists_scores_in_the_order_it_names(met: Any) -> None:
    facts = record_json(met.maria)
    page = " ".join(" ".join(Tags(record_html(met.maria)).text).split())
    told = {(s["rater"], s["profile"], s["criterion"]): s["score"] for s in facts["scores"]}
    row = " ".join(str(told[rater, "p2", "queues"]) for rater in facts["raters"])
    assert f"Profile 2 {row}" in page


def test_practice_is_said(met: Any) -> None:
    assert "decide nothing" in record_html(met.maria)


def test_writing_it_is_logged_with_the_logs_hash(met: Any, tmp_path: Path) -> None:
    head = met.maria.store.events("s-1")[-1].hash
    saved = write_record(met.maria, tmp_path / "out", request="r")
    assert write_record(met.maria, tmp_path / "out", request="r") == saved
    files = sorted(file.suffix for file in (tmp_path / "out").iterdir())
    assert files == [".csv", ".html", ".json", ".md"]
    (export,) = met.maria.meeting.exports
    assert export["log"] == head
    assert all(Path(file).exists() for file in json.loads(export["files"]))
    assert met.maria.store.verify() == []
    table = (tmp_path / "out").glob("*.csv")
    assert "'=HYPERLINK" in next(table).read_text()


def test_the_frame_holds_first_scores_and_what_became_of_them(met: Any) -> None:
    frame = record_frame(met.maria)
    row = frame[(frame["unit"] == "p2") & (frame["criterion"] == "storage")].iloc[0]
    assert (row["agreed"], row["decision"], row["practice"], row["stands"]) == (3, "hold", True, False)
    assert len(frame) == 24
