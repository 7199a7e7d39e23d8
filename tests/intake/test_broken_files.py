"""A broken map names file, line and field, in a sentence the person who wrote it can act on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadTemplate
from workbench.intake import CapabilityMap, edit, load, parse, save, to_yaml

GOOD = """\
title: Engineer, parcels
outcomes:
  - id: once
    months: 6
    text: Each parcel is scanned once.
loop:
  - {id: design, title: Design, minutes: 60, job: Designs a scanner.}
capabilities:
  - id: scanning
    name: Scans that count once
    importance: must
    outcomes: [once]
    rounds:
      - {round: design, how: tests}
    anchors:
      interview: [a, b, c, d, e]
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "says"),
    [
        ("importance: must", "importance: vital", 11, "capabilities[0].importance", "must, should or nice"),
        ("importance: must", "imporance: must", 11, "capabilities[0].imporance", "“importance”"),
        ("    name: Scans that count once\n", "", 9, "capabilities[0]", "“name” is missing"),
        ("months: 6", "months: six", 4, "outcomes[0].months", "a whole number"),
        ("[a, b, c, d, e]", "[a, b, c, d]", 16, "capabilities[0].anchors.interview", "has 4"),
        ("[a, b, c, d, e]", "[a, b, c, d, e, f]", 16, "capabilities[0].anchors.interview", "has 6"),
        ("outcomes: [once]", "outcomes: [twice]", 12, "capabilities[0].outcomes[0]", "“twice”"),
        ("round: design", "round: coding", 14, "capabilities[0].rounds[0]", "“coding”"),
        ("title: Engineer, parcels\n", "", 1, "", "“title” is missing"),
        ("id: scanning", "id: Scanning Twice", 9, "capabilities[0].id", "hyphens"),
        ("title: Engineer, parcels", "title: [Engineer", 2, "", "valid YAML"),
        ("months: 6", "months: 6\n    months: 7", 5, "", "valid YAML"),
        ("outcomes: [once]", "scored_from_profile: maybe", 12, "capabilities[0].scored_from_profile", "true or false"),
        ("outcomes: [once]", "central: go", 12, "capabilities[0].central", "a list"),
        ("title: Engineer, parcels", "title: &t Engineer\npitch: *t", 2, "", "references"),
    ],
)
def test_the_error_says_where_and_what(old: str, new: str, line: int, field: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(BadTemplate) as caught:
        parse(GOOD.replace(old, new, 1), "parcels.yaml")
    assert (caught.value.file, caught.value.line, caught.value.field) == ("parcels.yaml", line, field)
    assert says in caught.value.message


def test_two_capabilities_with_one_letter_are_named() -> None:
    twice = GOOD.replace("id: scanning", "id: scanning\n    letter: A") + (
        "  - {id: other, name: Another, importance: nice, letter: A}\n"
    )
    with pytest.raises(BadTemplate, match="letter “A” is used twice") as caught:
        parse(twice)
    assert caught.value.line == len(twice.splitlines())


def test_profile_anchors_need_a_capability_scored_from_profiles() -> None:
    with pytest.raises(BadTemplate, match="not scored from a profile"):
        parse(
            GOOD.replace("interview:", "profile:").replace(
                "importance: must", "importance: must\n    scored_from_profile: false"
            )
        )


def test_several_faults_are_counted_and_the_first_is_named() -> None:
    bad = GOOD.replace("months: 6", "months: six").replace("importance: must", "importance: vital")
    with pytest.raises(BadTemplate, match="1 more place needs a look too") as caught:
        parse(bad)
    assert caught.value.line == 4


def test_letters_are_given_to_capabilities_without_one() -> None:
    second = (
        "  - {id: other, name: Another, importance: nice}\n  - {id: third, name: Third, importance: nice, letter: A}\n"
    )
    assert [c.letter for c in parse(GOOD + second).capabilities] == ["B", "C", "A"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        current = parse(text)
    except BadTemplate:
        return
    assert current.title


@pytest.mark.parametrize(
    "text", ["[" * 5000, "a: " * 3000, "- " * 5000, "x" * 1_000_001, "? " * 900, "!!python/object:os.system {}"]
)
def test_hostile_yaml_is_refused(text: str) -> None:
    with pytest.raises(BadTemplate):
        parse(text)


def test_a_file_that_is_not_utf8_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes(b"title: x\npitch: caf\xe9\n")
    with pytest.raises(BadTemplate, match="UTF-8") as caught:
        load(path)
    assert caught.value.line == 2


def test_an_unknown_family_is_told_which_there_are() -> None:
    with pytest.raises(BadTemplate, match="backend, data, devops"):
        load("no-such-family")


def test_saving_leaves_the_old_file_whole_when_the_map_is_broken(tmp_path: Path, small: CapabilityMap) -> None:
    path = tmp_path / "map.yaml"
    save(small, path)
    before = path.read_bytes()
    broken = edit.edit_capability(small, "scanning", outcomes=("nowhere",))
    with pytest.raises(BadTemplate, match="nowhere"):
        save(broken, path)
    assert path.read_bytes() == before
    assert load(path) == small
    assert list(tmp_path.iterdir()) == [path]


def test_saving_that_fails_half_way_leaves_no_partial_file(
    tmp_path: Path, small: CapabilityMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.yaml"
    save(small, path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(edit.edit(small, title="Another"), path)
    assert path.read_text("utf-8") == to_yaml(small)
    assert list(tmp_path.iterdir()) == [path]
