"""A page that neither engine can read is said to be left out; a profile is never quietly shorter than its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbench.resume import engines, pdf

PROFILES = Path(__file__).resolve().parents[2] / "notebooks" / "sample" / "profiles"


@pytest.fixture
def two_pages() -> bytes:
    """The first sample profile of more than one page."""
    for path in sorted(PROFILES.glob("*.pdf")):
        with pdf.opened(path.read_bytes(), path.name) as document:
            if len(document) > 1:
                return path.read_bytes()
    raise AssertionError("no sample profile has two pages")


def test_pages_that_nobody_could_read_are_said_to_be_missing(two_pages: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "pages_left_out" not in engines.read(two_pages, "a.pdf", "pdf")["data"]["meta"]["workbench"]
    whole = pdf._sheet

    def refuse(*_: Any) -> list[Any]:
        raise ValueError("the second engine cannot read it either")

    monkeypatch.setattr(pdf, "_sheet", lambda document, index: None if index == 1 else whole(document, index))
    monkeypatch.setattr(pdf, "plumbed", refuse)
    read = engines.read(two_pages, "a.pdf", "pdf")["data"]
    assert read["basics"]["name"]
    assert read["meta"]["workbench"]["pages_left_out"] is True
