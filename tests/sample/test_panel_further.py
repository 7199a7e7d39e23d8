"""Whoever trains on a sample profile is told the panel's reasons: each has to be there, true to the page, and fair."""

from __future__ import annotations

import re
from collections import Counter

from ruamel.yaml import YAML

from workbench._resources import folder
from workbench.calibration.sample_decided import whole_panel

PANEL = whole_panel()
SAMPLE = folder("notebooks") / "sample"
RATERS = [person["id"] for person in PANEL["panel"] if person["scores"]]
PROFILES = [one["id"] for one in PANEL["profiles"]]
CRITERIA = list(dict.fromkeys(row["criterion"] for row in PANEL["scores"]))


def test_the_panel_scored_all_twelve_profiles_once() -> None:
    asked = Counter((r, p, c) for r in RATERS for p in PROFILES for c in CRITERIA)
    assert len(asked) == 4 * 12 * 7
    assert Counter((row["rater"], row["profile"], row["criterion"]) for row in PANEL["scores"]) == asked
    given = Counter((row["rater"], row["profile"]) for row in PANEL["recommendations"])
    assert given == Counter((r, p) for r in RATERS for p in PROFILES)


def test_each_cell_has_a_quote_or_says_that_there_is_none_and_at_least_one_reason() -> None:
    cells: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in PANEL["scores"]:
        assert row["score"] in (None, 1, 2, 3, 4, 5)
        assert bool(row["quote"]) == (row["score"] is not None)
        cells.setdefault((row["profile"], row["criterion"]), []).append(row)
    silent = [cell for cell, rows in cells.items() if not any(row["reason"] for row in rows)]
    # p2 to p6 hold a few cells in which the words speak for themselves and all four read them alike
    assert len(silent) <= 4


def test_quotes_stand_on_the_page_and_survive_redaction() -> None:
    texts = {}
    for path in SAMPLE.glob("sources/*.yaml"):
        source = YAML(typ="safe").load(path.read_text("utf-8"))
        texts[source["id"]] = [text for job in source["resume"]["work"] for text in job["highlights"]]
    strange = [row for row in PANEL["scores"] if not any(row["quote"] in text for text in texts[row["profile"]])]
    assert strange == []
    assert [row["quote"] for row in PANEL["scores"] if re.search(r"\b(19|20)\d\d\b", row["quote"])] == []


def test_reasons_do_not_tell_man_from_woman() -> None:
    gendered = re.compile(r"\b(he|she|his|her|hers|him)\b", re.IGNORECASE)
    said = [row["reason"] for name in ("scores", "recommendations", "settled", "decisions") for row in PANEL[name]]
    assert [text for text in said if gendered.search(text)] == []


def test_every_profile_is_decided_once_with_a_reason() -> None:
    assert sorted(one["profile"] for one in PANEL["decisions"]) == sorted(PROFILES)
    assert {one["decision"] for one in PANEL["decisions"]} == {"advance", "hold", "not_now"}
    assert all(one["reason"] for one in [*PANEL["decisions"], *PANEL["settled"]])
