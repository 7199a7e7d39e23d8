"""The twelve sample profiles: made from their sources, true to them, fit to be read and safe to show."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pypdfium2
import pytest
from ruamel.yaml import YAML

from workbench._resources import folder

pytestmark = pytest.mark.slow

SAMPLE = folder("notebooks") / "sample"
SOURCES: dict[str, dict[str, Any]] = {
    source["id"]: source
    for source in (YAML(typ="safe").load(path.read_text("utf-8")) for path in SAMPLE.glob("sources/*.yaml"))
}
PDFS = sorted(id for id, source in SOURCES.items() if source["file"].endswith(".pdf"))
FICTION = (
    r"\+44 7700 900\d{3}",
    r"\+1 \d{3} 555 01\d\d",
    r"\+49 30 23125 \d{3}",
    r"\+46 70 174 06 \d\d",
    r"\+61 491 570 156",
)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profiles, typeset again by the script as a person would run it."""
    return _typeset(tmp_path_factory.mktemp("profiles"))


def _typeset(into: Path, *options: str) -> Path:
    command = [sys.executable, str(SAMPLE / "typeset"), "--into", str(into), *options]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return into


def text_of(path: Path) -> str:
    """All words of a file in its own order, runs of blanks as one."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    elif path.suffix == ".docx":
        document = docx.Document(path)
        roots = [document.sections[0].header._element, document.element.body]
        paragraphs = [node for root in roots for node in root.iter() if node.tag.endswith("}p")]
        text = "\n".join("".join(t.text or "" for t in p.iter() if t.tag.endswith("}t")) for p in paragraphs)
    else:
        text = path.read_text("utf-8")
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def _words(resume: dict[str, Any]) -> Iterator[str]:
    """Every printed phrase of a source; dates are set in each page's own manner and left out."""
    for key, value in resume.items():
        if isinstance(value, dict):
            yield from _words({} if key == "location" else value)
        elif isinstance(value, list):
            for item in value:
                yield from _words(item) if isinstance(item, dict) else [item]
        elif key == "url":
            yield value.removeprefix("https://")
        elif not key.endswith(("Date", "date")) and key != "network":
            yield value


def test_there_are_twelve_and_each_has_its_file() -> None:
    assert sorted(SOURCES, key=lambda id: int(id[1:])) == [f"p{number}" for number in range(1, 13)]
    files = {source["file"] for source in SOURCES.values()}
    assert files == {path.name for path in (SAMPLE / "profiles").iterdir()}
    assert sum(path.stat().st_size for path in (SAMPLE / "profiles").iterdir()) < 1_000_000


def test_every_layout_differs_from_the_others() -> None:
    layouts = [source["page"]["layout"] for source in SOURCES.values()]
    assert len(set(layouts)) == len(layouts)


@pytest.mark.parametrize("id", SOURCES)
def test_committed_file_is_what_the_script_makes(rebuilt: Path, id: str) -> None:
    # Words and places, not bytes: compression differs between builds of zlib.
    committed, again = SAMPLE / "profiles" / SOURCES[id]["file"], rebuilt / SOURCES[id]["file"]
    assert text_of(committed) == text_of(again)
    if committed.suffix == ".pdf":
        assert _boxes(committed) == _boxes(again)


def test_two_runs_give_the_same_bytes(rebuilt: Path, tmp_path: Path) -> None:
    _typeset(tmp_path, "--only", "p3", "--only", "p6", "--only", "p11")
    files = sorted(tmp_path.iterdir())
    assert len(files) == 3
    for path in files:
        assert path.read_bytes() == (rebuilt / path.name).read_bytes()


@pytest.mark.parametrize("id", SOURCES)
def test_all_that_the_source_says_stands_in_the_file(id: str) -> None:
    source = SOURCES[id]
    text = text_of(SAMPLE / "profiles" / source["file"]).casefold()
    squeezed = text.replace(" ", "")
    phrases = list(_words(source["resume"]))
    assert len(phrases) > 20
    # Blanks are left out: a long address may break at a line's end.
    assert [phrase for phrase in phrases if phrase.casefold().replace(" ", "") not in squeezed] == []


@pytest.mark.parametrize("id", PDFS)
def test_profiles_have_the_pages_they_were_laid_out_for(id: str) -> None:
    with pypdfium2.PdfDocument(SAMPLE / "profiles" / SOURCES[id]["file"]) as document:
        assert len(document) == (2 if id in ("p7", "p8", "p11") else 1)


@pytest.mark.parametrize("id", PDFS)
def test_nothing_overlaps_or_leaves_the_page(id: str) -> None:
    for wide, high, boxes in _boxes(SAMPLE / "profiles" / SOURCES[id]["file"]):
        assert boxes
        for left, bottom, right, top in boxes:
            assert left >= 20
            assert right <= wide - 20
            assert bottom >= 20
            assert top <= high - 20
        for a, b in combinations(boxes, 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            smaller = min(a[3] - a[1], b[3] - b[1])
            assert across <= 0.5 or down <= 0.35 * smaller, (a, b)


def _boxes(path: Path) -> list[tuple[float, float, list[tuple[float, ...]]]]:
    pages = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [tuple(round(x, 1) for x in text.get_rect(n)) for n in range(text.count_rects())]
            pages.append((page.get_width(), page.get_height(), boxes))
    return pages


def test_keyword_profile_hides_its_words_from_the_eye_only() -> None:
    source = SOURCES["p12"]
    with pdfplumber.open(SAMPLE / "profiles" / source["file"]) as document:
        small = [char for page in document.pages for char in page.chars if char["size"] <= 1.01]
    hidden = "".join(char["text"] for char in small)
    assert hidden.replace(" ", "") == source["page"]["hidden"].replace(" ", "")
    assert {tuple(char["non_stroking_color"]) for char in small} == {(1, 1, 1)}


def test_only_the_keyword_profile_hides_words() -> None:
    for id in PDFS:
        with pdfplumber.open(SAMPLE / "profiles" / SOURCES[id]["file"]) as document:
            small = [char for page in document.pages for char in page.chars if char["size"] < 6]
        assert bool(small) == (id == "p12")


@pytest.mark.parametrize("id", SOURCES)
def test_nobody_real_can_be_reached(id: str) -> None:
    basics = SOURCES[id]["resume"]["basics"]
    assert re.search(r"@(\S+\.example|example\.org)$", basics["email"])
    assert any(re.fullmatch(pattern, basics["phone"]) for pattern in FICTION)
    links = [basics.get("url"), *(profile["url"] for profile in basics.get("profiles", []))]
    for link in filter(None, links):
        assert re.match(r"https://(\S+\.example|\S*\.?example\.org)(/|$)", link)
