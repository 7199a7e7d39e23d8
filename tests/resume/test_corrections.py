"""What a person put right stays right when the file is read again, by a better reader too."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest

from workbench.resume import Reader, Resume
from workbench.resume.corrections import BadCorrection, Correction, apply, correct, labels

CV = """Tobias Wrenfield
tobias@wrenfield.example

EXPERIENCE
Storage Engineer, Halvorsen Bank
Feb 2015 - present
- Moved 40 TB without a day of downtime
Operator, Kestrel College
Sept 2009 - Jan 2015
- Ran the exam hall
"""


@pytest.fixture(scope="module")
def resume(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Resume:
    path = tmp_path_factory.mktemp("put_right") / "cv.txt"
    path.write_text(CV, encoding="utf-8")
    return reader.read(path)


def test_a_correction_is_an_event_and_back(resume: Resume) -> None:
    one = correct(resume, "work/1/endDate", "2014-12", by="Ines")
    assert one.was == "2015-01"
    assert one.lines == ("Sept 2009 - Jan 2015",)
    assert Correction.from_payload(json.loads(json.dumps(one.to_payload()))) == one


def test_the_field_says_who_put_it_right_and_still_where_it_stood(resume: Resume) -> None:
    found = apply(resume, [correct(resume, "work/1/endDate", "2014-12", by="Ines")]).resume
    assert found.data["work"][1]["endDate"] == "2014-12"
    place = found.data["meta"]["workbench"]["fields"]["work/1/endDate"]
    assert place["why"] == "put right by Ines"
    assert place["lines"] == resume.data["meta"]["workbench"]["fields"]["work/1/endDate"]["lines"]
    assert resume.data["work"][1]["endDate"] == "2015-01"


def test_it_finds_its_entry_when_a_new_reading_counts_otherwise(resume: Resume) -> None:
    one = correct(resume, "work/1/position", "Night operator")
    data = copy.deepcopy(resume.data)
    data["work"].insert(0, {"name": "Brindle & Sons", "position": "Clerk", "startDate": "2007"})
    data["work"][2]["name"] = "Kestrel College, Leeds"
    again = apply(replace(resume, data=data), [one])
    assert [item["position"] for item in again.resume.data["work"]] == ["Clerk", "Storage Engineer", "Night operator"]
    assert again.lost == ()


def test_one_whose_entry_is_gone_is_listed_not_guessed(resume: Resume) -> None:
    one = correct(resume, "work/1/position", "Night operator")
    data = {**copy.deepcopy(resume.data), "work": [{"name": "Brindle & Sons", "position": "Clerk"}]}
    again = apply(replace(resume, data=data), [one])
    assert again.lost == (one,)
    assert again.resume.data["work"][0]["position"] == "Clerk"


def test_entries_can_be_taken_away_and_added(resume: Resume) -> None:
    gone = correct(resume, "work/0", None)
    new = correct(resume, "work/new", {"name": "Brindle & Sons", "position": "Clerk"})
    later = correct(resume, "work/1/position", "Night operator")
    found = apply(resume, [gone, new, later]).resume
    assert [item["position"] for item in found.data["work"]] == ["Night operator", "Clerk"]
    assert "work/0/position" in found.data["meta"]["workbench"]["fields"]
    assert "work/1/name" not in found.data["meta"]["workbench"]["fields"]


def test_labels_hold_what_is_right_and_what_was_read(resume: Resume) -> None:
    found = labels(resume, [correct(resume, "basics/name", "Tobias A. Wrenfield")])
    assert found["truth"]["basics"]["name"] == "Tobias A. Wrenfield"
    assert found["corrections"] == [
        {
            "field": "basics/name",
            "read": "Tobias Wrenfield",
            "right": "Tobias A. Wrenfield",
            "lines": ["Tobias Wrenfield"],
        }
    ]
    assert "meta" not in found["truth"]


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("work/7/name", "Acme", "no entry work/7"),
        ("meta/workbench/status", "x", "no field"),
        ("work/0/endDate", "March 2021", "no date"),
        ("work/0/highlights", "one line", "is a list"),
    ],
)
def test_what_fits_no_field_is_refused_in_words(resume: Resume, path: str, value: str, words: str) -> None:
    with pytest.raises(BadCorrection, match=words):
        correct(resume, path, value)
