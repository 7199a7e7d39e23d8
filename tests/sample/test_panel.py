"""The sample panel: complete, true to the profiles, and with something left to talk about."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
from ruamel.yaml import YAML

from workbench._resources import folder

SAMPLE = folder("notebooks") / "sample"
PANEL: dict[str, Any] = json.loads((SAMPLE / "panel.json").read_text("utf-8"))
SCORED = list(dict.fromkeys(row["profile"] for row in PANEL["scores"]))
RATERS = [person["id"] for person in PANEL["panel"] if person["scores"]]


@pytest.fixture(scope="module")
def criteria() -> list[str]:
    """The criteria of the map that are scored from a profile."""
    path = folder("intake_templates") / f"{PANEL['family']}.yaml"
    capabilities = YAML(typ="safe").load(path.read_text("utf-8"))["capabilities"]
    return [each["id"] for each in capabilities if each.get("scored_from_profile", True)]


def _cells() -> dict[tuple[str, str], list[int | None]]:
    cells: dict[tuple[str, str], list[int | None]] = {}
    for row in PANEL["scores"]:
        cells.setdefault((row["profile"], row["criterion"]), []).append(row["score"])
    return cells


def test_people_and_profiles_have_one_id_each() -> None:
    people = [person["id"] for person in PANEL["panel"]]
    profiles = [profile["id"] for profile in PANEL["profiles"]]
    assert len(set(people)) == len(people) == 5
    assert len(set(profiles)) == len(profiles) == 12
    assert PANEL["facilitator"] in people
    assert PANEL["facilitator"] not in RATERS
    assert PANEL["pilot"] in SCORED
    for profile in PANEL["profiles"]:
        assert (SAMPLE / "profiles" / profile["file"]).is_file()


def test_every_rater_scored_every_criterion_of_the_map_once(criteria: list[str]) -> None:
    asked = Counter((rater, profile, criterion) for rater in RATERS for profile in SCORED for criterion in criteria)
    given = Counter((row["rater"], row["profile"], row["criterion"]) for row in PANEL["scores"])
    assert len(RATERS) == 4
    assert len(SCORED) == 6
    assert given == asked


def test_every_score_rests_on_a_quote_or_a_reason() -> None:
    for row in PANEL["scores"]:
        assert row["score"] in (None, 1, 2, 3, 4, 5)
        assert row["reason"] or row["quote"]
        if row["score"] is None:
            assert row["reason"]
            assert row["quote"] == ""


def test_quotes_are_the_profiles_own_words() -> None:
    texts = {}
    for path in SAMPLE.glob("sources/*.yaml"):
        source = YAML(typ="safe").load(path.read_text("utf-8"))
        texts[source["id"]] = [text for job in source["resume"]["work"] for text in job["highlights"]]
    strange = [row for row in PANEL["scores"] if not any(row["quote"] in text for text in texts[row["profile"]])]
    assert strange == []


def test_quotes_survive_the_covering_of_names_and_years() -> None:
    # Scoring is blind, so what a rater quotes must not be something that redaction takes away.
    assert [row for row in PANEL["scores"] if re.search(r"\b(19|20)\d\d\b", row["quote"])] == []


def test_reasons_do_not_tell_man_from_woman() -> None:
    gendered = re.compile(r"\b(he|she|his|her|hers|him)\b", re.IGNORECASE)
    for row in [*PANEL["scores"], *PANEL["recommendations"]]:
        assert not gendered.search(row["reason"])


def test_every_rater_recommends_for_every_profile_with_a_reason() -> None:
    given = Counter((row["rater"], row["profile"]) for row in PANEL["recommendations"])
    assert given == Counter((rater, profile) for rater in RATERS for profile in SCORED)
    for row in PANEL["recommendations"]:
        assert row["recommendation"] in ("advance", "hold", "not_now")
        assert row["reason"]


def test_the_panel_mostly_agrees_and_has_things_to_discuss() -> None:
    spreads = [max(known) - min(known) for cell in _cells().values() if (known := [s for s in cell if s is not None])]
    assert 0.7 <= sum(spread <= 1 for spread in spreads) / len(spreads) < 1
    assert max(spreads) == 3
    silent = [cell for cell in _cells().values() if None in cell and any((score or 0) >= 3 for score in cell)]
    assert len(silent) >= 3
    split = [p for p in SCORED if len({r["recommendation"] for r in PANEL["recommendations"] if r["profile"] == p}) > 1]
    assert len(split) == 2


def test_one_rater_sits_somewhat_lower_than_the_others() -> None:
    means = {}
    for rater in RATERS:
        scores = [row["score"] for row in PANEL["scores"] if row["rater"] == rater and row["score"] is not None]
        means[rater] = sum(scores) / len(scores)
    lowest, second, *_ = sorted(means.values())
    assert 0.3 < second - lowest < 0.8
