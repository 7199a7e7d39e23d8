"""Each layout here has misled a reader: columns interleaved, dates taken from a neighbour, employers for titles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typeset

from workbench.resume import Reader

# layout -> (title, employer, start, end) of each position, (degree's beginning, school, end), columns
PLATFORM = ("Platform Engineer", "Nordlicht Energi AB", "2020-03", None)
SYSTEMS = ("Systems Developer", "Fjord Logistics", "2016-08", "2020-02")
EXPECTED: dict[str, tuple[list[tuple[Any, ...]], tuple[str, str, str], int]] = {
    "dates_at_right": ([PLATFORM, SYSTEMS], ("MSc", "Uppsala University", "2016"), 1),
    "sidebar": ([PLATFORM, SYSTEMS], ("MSc", "Uppsala University", "2016"), 2),
    "dates_at_left": (
        [
            ("Softwareentwicklerin", "Rheinwerk Daten GmbH", "2019-04", None),
            ("Datenanalystin", "Hafenkontor AG", "2015-10", "2019-03"),
        ],
        ("Master of Science", "Universität zu Köln", "2015-09"),
        1,
    ),
    "several_roles": (
        [
            ("Engineering Manager", "Nordlicht Energi AB", "2021-01", None),
            ("Senior Engineer", "Nordlicht Energi AB", "2017-06", "2020-12"),
            ("Systems Developer", "Fjord Logistics", "2013-08", "2017-05"),
        ],
        ("B.Sc.", "Lund University", "2013"),
        1,
    ),
    "spaced_name": ([PLATFORM, SYSTEMS], ("MSc", "Uppsala University", "2016"), 1),
    "two_columns": (
        [
            ("Platform Engineer", "Nordlicht Energi AB", "2020", None),
            ("Systems Developer", "Fjord Logistics", "2016", "2020"),
            ("Intern", "Havsnät", "2015", "2016"),
        ],
        ("MSc", "Uppsala University", "2016"),
        2,
    ),
    "linkedin": (
        [("Platform Engineer", "Nordlicht Energi", "2020-03", None), SYSTEMS],
        ("Master of Science", "Uppsala University", "2016"),
        2,
    ),
    "title_comma_employer": ([PLATFORM, SYSTEMS], ("MSc", "Uppsala University", "2016"), 1),
}
_DRAWS = {draw.__name__: draw for draw in typeset.LAYOUTS}


def test_every_layout_has_its_truth() -> None:
    assert set(_DRAWS) == set(EXPECTED)


@pytest.fixture(scope="module", params=sorted(EXPECTED))
def read(request: pytest.FixtureRequest, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("layouts") / f"{request.param}.pdf"
    typeset.typeset(path, _DRAWS[request.param])
    return request.param, reader.read(path)


def test_positions_are_whole(read: Any) -> None:
    layout, resume = read
    found = [(w.get("position"), w.get("name"), w.get("startDate"), w.get("endDate")) for w in resume.data["work"]]
    assert found == EXPECTED[layout][0]


def test_degree_goes_with_its_school_and_year(read: Any) -> None:
    layout, resume = read
    degree, school, end = EXPECTED[layout][1]
    (found,) = resume.data["education"]
    assert found["studyType"].startswith(degree)
    assert (found["institution"], found["endDate"]) == (school, end)


def test_name_and_contact(read: Any) -> None:
    _, resume = read
    basics = resume.data["basics"]
    assert basics["name"].casefold() == "mara lindqvist"
    assert basics["email"] == "mara.lindqvist@example.org"


def test_columns_are_counted(read: Any) -> None:
    layout, resume = read
    assert resume.data["meta"]["workbench"]["columns"] == EXPECTED[layout][2]


def test_nothing_is_called_hidden(read: Any) -> None:
    """White words on a dark column can be read; a rule about white text would have cried wolf."""
    _, resume = read
    assert resume.findings == ()
    assert not [line.text for line in resume.document.lines(hidden=True) if line.hidden]


def test_every_field_points_at_its_lines(read: Any) -> None:
    _, resume = read
    fields = resume.data["meta"]["workbench"]["fields"]
    assert "work/0/name" in fields
    for path, place in fields.items():
        assert place["why"], path
        for identifier in place["lines"]:
            assert resume.document.line(identifier).page == place["page"], path


def test_lines_of_a_position_carry_its_entry(read: Any) -> None:
    _, resume = read
    for number, item in enumerate(resume.data["work"]):
        text = " ".join(line.text for line in resume.document.lines() if line.entry == f"work/{number}")
        assert item["position"].casefold() in text.casefold()


def test_words_are_slices_of_their_line(read: Any) -> None:
    _, resume = read
    for line in resume.document.lines():
        assert line.words
        for word in line.words:
            assert line.text[word.start : word.end] == word.text
            assert line.box[0] <= word.box[0] <= word.box[2] <= line.box[2] + 0.11


def test_profile_survives_the_pipe(read: Any) -> None:
    _, resume = read
    assert type(resume).from_dict(resume.to_dict(), path=resume.path) == resume


def test_lists_of_skills(reader: Reader, tmp_path: Path) -> None:
    """Brackets hold a list of their own; groups and bullets part the others; a heading is no skill."""
    skills = {}
    for layout in ("dates_at_right", "sidebar", "two_columns"):
        data = reader.read(typeset.typeset(tmp_path / f"{layout}.pdf", _DRAWS[layout])).data
        skills[layout] = [word for group in data["skills"] for word in group["keywords"]]
    assert skills["dates_at_right"] == ["Go", "Python", "C++", "Kubernetes", "AWS (EC2, S3)", "Linux"]
    assert skills["sidebar"] == ["Go", "Python", "Terraform", "PostgreSQL"]
    assert skills["two_columns"] == ["Go", "Python", "Terraform", "PostgreSQL", "Kafka"]


def test_a_bullet_that_wraps_is_one_highlight(reader: Reader, tmp_path: Path) -> None:
    data = reader.read(typeset.typeset(tmp_path / "a.pdf", _DRAWS["dates_at_right"])).data
    first = data["work"][0]["highlights"][0]
    assert (
        first == "Ran the build farm of 40 machines and cut its queue to a quarter of the time people had waited before"
    )
