"""Every field points at its own words: a title's place is the title, not the date on the same line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workbench import resume
from workbench.cli.resume import app

SAMPLE = Path(__file__).resolve().parents[2] / "notebooks" / "sample" / "profiles"
PROFILE = SAMPLE / "Ben Achterberg - Backend Developer.pdf"


@pytest.fixture(scope="module")
def read():
    return resume.read(PROFILE)


def test_a_title_and_the_date_on_its_line_have_places_of_their_own(read):
    title, start = resume.place_of(read, "work/0/position"), resume.place_of(read, "work/0/startDate")
    assert (title.words, title.page) == ("Backend Developer", 1)
    assert start.words == "Feb 2023 – present"
    assert title.lines == start.lines
    assert title.box[2] < start.box[0], "they do not overlap"


def test_every_field_has_a_place_on_its_page_and_says_why(read):
    page = read.document.pages[0]
    found = resume.places(read)
    assert set(found) == set(read.data["meta"]["workbench"]["fields"])
    for path, place in found.items():
        left, top, right, bottom = place.box
        assert 0 <= left < right <= page.width, path
        assert 0 <= top < bottom <= page.height, path
        assert place.words, path
        assert place.why, path


def test_a_value_put_together_from_lines_has_them_all(read):
    summary = resume.place_of(read, "basics/summary")
    assert len(summary.lines) == 2
    assert summary.words == read.data["basics"]["summary"]


def test_confidence_says_what_a_field_rests_on(read, reader, tmp_path):
    assert resume.place_of(read, "basics/email").confidence == "high"
    assert resume.place_of(read, "work/0/position").confidence == "medium"
    plain = tmp_path / "plain.txt"
    plain.write_text(
        "Ines Falk\nines@falk.example\n\nExperience\n\nZuckerschlag\nBrindlemoor Ltd, Leeds\n2019 - 2021\n- Ran it.\n"
    )
    guessed = reader.read(plain)
    assert guessed.data["work"][0]["position"] == "Zuckerschlag"
    assert resume.place_of(guessed, "work/0/position").confidence == "low", "no glossary knows such a job"


def test_what_was_not_read_has_no_place(read):
    assert resume.place_of(read, "work/40/position") is None


@pytest.mark.slow
def test_the_shell_prints_box_and_words():
    done = CliRunner().invoke(app, ["read", str(PROFILE)])
    place = json.loads(done.stdout)["meta"]["workbench"]["fields"]["work/0/position"]
    assert place["words"] == "Backend Developer"
    assert len(place["box"]) == 4
    assert place["confidence"] == "medium"
