"""A sealed score must say nothing by its size, must not open elsewhere, and must be the one that was committed to."""

from __future__ import annotations

import dataclasses
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.calibration.keys import KeyFolder
from workbench.calibration.quotes import (
    LONGEST_QUOTE,
    LONGEST_REASON,
    clean_quote,
    clean_quotes,
    clean_reason,
)
from workbench.calibration.sealing import (
    SIZE,
    BrokenSeal,
    Place,
    key_commitment,
    new_key,
    seal,
    unseal,
)
from workbench.errors import BadScore, NotAllowed, StoreError

KEY = new_key()
PLACE = Place("s-1", "aiko", "main", 7)
ENTRY = st.fixed_dictionaries(
    {
        "value": st.none() | st.integers(1, 5),
        "reason": st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
        "quotes": st.lists(st.fixed_dictionaries({"text": st.text("aé漢🦉", max_size=100)}), max_size=4),
    }
)


@settings(max_examples=60, deadline=None)
@given(ENTRY)
def test_every_entry_has_the_same_size_and_opens_to_what_it_was(entry: dict[str, Any]) -> None:
    sealed = seal(KEY, PLACE, entry)
    assert len(sealed.ciphertext) == SIZE
    assert len(sealed.commitment) == 64
    assert unseal(KEY, PLACE, sealed.ciphertext, sealed.commitment) == entry


def test_the_same_entry_never_looks_the_same() -> None:
    one, two = seal(KEY, PLACE, {"value": 4}), seal(KEY, PLACE, {"value": 4})
    assert one.ciphertext != two.ciphertext
    assert one.commitment != two.commitment


@pytest.mark.parametrize("moved", [{"session": "s-2"}, {"rater": "ben"}, {"round": "pilot"}, {"number": 8}])
def test_an_entry_does_not_open_in_another_place(moved: dict[str, Any]) -> None:
    sealed = seal(KEY, PLACE, {"value": 4})
    with pytest.raises(BrokenSeal):
        unseal(KEY, dataclasses.replace(PLACE, **moved), sealed.ciphertext, sealed.commitment)


def test_neither_key_nor_ciphertext_nor_commitment_can_be_exchanged() -> None:
    sealed, other = seal(KEY, PLACE, {"value": 4}), seal(KEY, PLACE, {"value": 5})
    flipped = bytes([sealed.ciphertext[0] ^ 1]) + sealed.ciphertext[1:]
    for key, ciphertext, commitment in (
        (new_key(), sealed.ciphertext, sealed.commitment),
        (KEY, flipped, sealed.commitment),
        (KEY, sealed.ciphertext[:-1], sealed.commitment),
        (KEY, sealed.ciphertext, other.commitment),
        (KEY, other.ciphertext, sealed.commitment),
    ):
        with pytest.raises(BrokenSeal):
            unseal(key, PLACE, ciphertext, commitment)


def test_the_longest_reason_in_the_widest_letters_fits() -> None:
    quotes = [clean_quote({"text": "🦉" * LONGEST_QUOTE, "page": 1, "line": "p1l1", "start": 0, "end": 1})]
    sealed = seal(KEY, PLACE, {"reason": "🦉" * LONGEST_REASON, "quotes": quotes})
    assert len(sealed.ciphertext) == SIZE


def test_what_does_not_fit_is_refused_in_words() -> None:
    with pytest.raises(BadScore, match="too long to be sealed"):
        seal(KEY, PLACE, {"reason": "x" * SIZE})
    with pytest.raises(BadScore, match="1000 fit"):
        clean_reason("x" * (LONGEST_REASON + 1))
    with pytest.raises(BadScore, match="8 fit"):
        clean_quotes({"text": f"quote {n}"} for n in range(9))


@pytest.mark.parametrize(
    "quote",
    [
        {},
        {"text": " "},
        {"text": 3},
        {"text": "x", "page": "one"},
        {"text": "x", "by": "robot"},
        {"text": "x", "line": "p" * 41},
        {"text": "x" * (LONGEST_QUOTE + 1)},
    ],
)
def test_a_quote_that_is_none_is_refused(quote: dict[str, Any]) -> None:
    with pytest.raises(BadScore):
        clean_quote(quote)


def test_control_characters_do_not_get_in() -> None:
    assert clean_reason(" a\x00b\x1b[31mc\u202e\nd ") == "ab[31mc\nd"


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    folder = KeyFolder(tmp_path / "keys")
    key = folder.load_or_create("s-1", "aiko", "main")
    path = folder.path("s-1", "aiko", "main")
    assert (
        folder.load_or_create("s-1", "aiko", "main") == key == KeyFolder(tmp_path / "keys").load("s-1", "aiko", "main")
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["aiko.main.key"]
    assert folder.load("s-1", "aiko", "pilot") is None


def test_key_and_folder_are_on_the_disk_before_the_key_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    KeyFolder(tmp_path / "keys").load_or_create("s-1", "aiko", "main")
    assert Path(synced[-2]).parent == tmp_path / "keys" / "s-1"  # the file, still under its first name
    assert synced[-1] == str(tmp_path / "keys" / "s-1")


@pytest.mark.parametrize("content", ["", "{}", '{"key": "zz"}', '{"key": "abcd"}', "[]"])
def test_a_damaged_key_file_says_so(tmp_path: Path, content: str) -> None:
    folder = KeyFolder(tmp_path)
    folder.load_or_create("s-1", "aiko", "main")
    folder.path("s-1", "aiko", "main").write_text(content)
    with pytest.raises(StoreError, match="key file"):
        folder.load("s-1", "aiko", "main")


@pytest.mark.parametrize("name", ["../ben", "a/b", "", ".", "a b", "x" * 65])
def test_a_key_file_cannot_lie_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAllowed):
        KeyFolder(tmp_path).path("s-1", name, "main")


def test_a_commitment_to_a_key_holds_for_one_seat() -> None:
    places = [("s-1", "aiko", "main"), ("s-2", "aiko", "main"), ("s-1", "ben", "main"), ("s-1", "aiko", "pilot")]
    assert len({key_commitment(KEY, *place) for place in places}) == 4
