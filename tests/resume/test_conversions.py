"""What office programs write when they save a profile in another format: tables, tabs, boxes and lists of theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.resume import Reader

WORK = [("Line Cook", "Oak & Ember", "2019", None), ("Kitchen Porter", "The Larder", "2016", "2019")]


def _positions(data: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [tuple(item.get(key) for key in ("position", "name", "startDate", "endDate")) for item in data["work"]]


def _read(reader: Reader, path: Path, text: str) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    return reader.read(path).data


def test_the_rows_of_an_html_table_are_read_across(reader: Reader, tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td><p>{first} – {last or 'Present'}</p></td><td><p>{employer}</p></td><td><p>{title}</p></td></tr>"
        for title, employer, first, last in WORK
    )
    head = "<tr><td><p>Period</p></td><td><p>Employer</p></td><td><p>Position</p></td></tr>"
    data = _read(reader, tmp_path / "a.html", f"<h1>Ada Moss</h1><h2>Experience</h2><table>{head}{rows}</table>")
    assert _positions(data) == WORK


def test_a_date_set_apart_by_its_style_is_no_part_of_the_title(reader: Reader, tmp_path: Path) -> None:
    """LibreOffice writes a tab as a span with a place of its own, and a list's item as a paragraph inside it."""
    entries = "".join(
        f"<p><b>{title}</b><span style='position:absolute;left:17cm'>{first} – {last or 'Present'}</span></p>"
        f"<p>{employer}</p><ul><li><p>Kept the line clean</p></li></ul>"
        for title, employer, first, last in WORK
    )
    data = _read(reader, tmp_path / "a.html", f"<h1>Ada Moss</h1><h2>Experience</h2>{entries}")
    assert _positions(data) == WORK
    assert [item["highlights"] for item in data["work"]] == [["Kept the line clean"]] * 2


def test_the_cells_of_a_table_saved_as_text_stand_one_below_the_other(reader: Reader, tmp_path: Path) -> None:
    cells = [f"{first} – {last or 'Present'}\n{employer}\n{title}" for title, employer, first, last in WORK]
    text = "Ada Moss\nada@moss.example\n\nExperience\nPeriod\nEmployer\nPosition\n" + "\n".join(cells) + "\n"
    assert _positions(_read(reader, tmp_path / "a.txt", text)) == WORK


def test_a_text_box_in_rtf_stands_beside_the_rest(reader: Reader, tmp_path: Path) -> None:
    """What is written in it neither gets lost nor gives its last section to the paragraphs that follow."""
    box = r"{\shp{\*\shpinst\shpleft567{\sp{\sn fLine}{\sv 0}}{\shptxt \b CONTACT\b0\par ada@moss.example\par"
    box += r" \b SKILLS\b0\par Butchery\par Sauces\par}}}"
    body = r"{\fs52 Ada Moss}\par\fs24\b Experience\b0\par "
    body += " ".join(
        rf"{title}\par {employer}, {first} - {last or 'Present'}\par" for title, employer, first, last in WORK
    )
    data = _read(reader, tmp_path / "a.rtf", rf"{{\rtf1\ansi\deff0 {box}{body}}}")
    assert data["basics"]["name"] == "Ada Moss"
    assert data["basics"]["email"] == "ada@moss.example"
    assert [word for group in data["skills"] for word in group["keywords"]] == ["Butchery", "Sauces"]
    assert _positions(data) == WORK
