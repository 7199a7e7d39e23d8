"""The same small profile in every format, and what each format can hide in."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from workbench.resume import Reader

TEXT = """Jonas Weidmann
jonas.weidmann@example.org | +49 30 1234567 | Berlin, Germany

EXPERIENCE

Data Engineer, Spreewerk GmbH\t\t2019 - Present
- Rebuilt the nightly load of 3 TB
  and halved its time
- Taught SQL to analysts

EDUCATION

BSc Statistics, Freie Universität Berlin\t\t2014 - 2018

SKILLS
Python, SQL, Airflow
"""
MARKDOWN = """# Jonas Weidmann

[jonas.weidmann@example.org](mailto:jonas.weidmann@example.org) | +49 30 1234567

## Experience

### Data Engineer, Spreewerk GmbH
*2019 – Present*

- Rebuilt the nightly load of **3 TB**
- Taught SQL to analysts

## Education

### BSc Statistics, Freie Universität Berlin
2014 – 2018

## Skills

Python, SQL, Airflow
"""
HTML = """<html><head><title>x</title></head><body><h1>Jonas Weidmann</h1>
<p>jonas.weidmann@example.org</p><h2>Experience</h2>
<h3>Data Engineer, Spreewerk GmbH</h3><p>2019 – Present</p>
<ul><li>Rebuilt the nightly load of 3 TB</li><li>Taught SQL</li></ul>
<h2>Education</h2><h3>BSc Statistics, Freie Universität Berlin</h3><p>2014 – 2018</p>
<h2>Skills</h2><p>Python, SQL, Airflow</p><div style="display:none">SECRETWORD</div>
<!-- COMMENTWORD --><script>bad()</script></body></html>"""
RTF = r"""{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;}\f0\fs40\b Jonas Weidmann\b0\fs20\par
jonas.weidmann@example.org\par\par\b\fs28 Experience\b0\fs20\par
\b Data Engineer, Spreewerk GmbH\b0\tab 2019 \endash  Present\par
{\pntext\bullet\tab}Rebuilt the nightly load of 3 TB\par\pard\par\b\fs28 Education\b0\fs20\par
\b BSc Statistics, Freie Universit\'e4t Berlin\b0\tab 2014 \endash  2018\par\par
\b\fs28 Skills\b0\fs20\par Python, SQL, Airflow\par{\v SECRETWORD}}"""


def _odt(path: Path) -> None:
    office = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    )
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:text-properties fo:font-weight="bold" '
        f'fo:font-size="{size}pt"/></style:style>'
        for name, size in (("T", 22), ("H", 14), ("B", 10))
    )
    body = "".join(
        f'<text:p text:style-name="{style}">{text}</text:p>'
        for style, text in (
            ("T", "Jonas Weidmann"), ("P", "jonas.weidmann@example.org"), ("H", "Experience"),
            ("B", "Data Engineer, Spreewerk GmbH<text:tab/>2019 – Present"),
            ("P", "• Rebuilt the nightly load of 3 TB"),
            ("H", "Education"), ("B", "BSc Statistics, Freie Universität Berlin<text:tab/>2014 – 2018"),
            ("H", "Skills"), ("P", "Python, SQL, Airflow"),
        )
    )  # fmt: skip
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {office}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )


def _docx(path: Path) -> None:
    document = Document()
    document.add_heading("Jonas Weidmann", 0)
    document.add_paragraph("jonas.weidmann@example.org")
    document.add_heading("Experience", 1)
    line = document.add_paragraph()
    line.add_run("Data Engineer, Spreewerk GmbH").bold = True
    line.add_run("\t2019 – Present")
    document.add_paragraph("Rebuilt the nightly load of 3 TB", style="List Bullet")
    document.add_heading("Education", 1)
    line = document.add_paragraph()
    line.add_run("BSc Statistics, Freie Universität Berlin").bold = True
    line.add_run("\t2014 – 2018")
    document.add_heading("Skills", 1)
    document.add_paragraph("Python, SQL, Airflow")
    document.save(str(path))


@pytest.mark.parametrize("ending", ["txt", "md", "html", "rtf", "odt", "docx"])
def test_the_same_profile_in_every_format(reader: Reader, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"jonas.{ending}"
    if ending == "odt":
        _odt(path)
    elif ending == "docx":
        _docx(path)
    else:
        path.write_text({"txt": TEXT, "md": MARKDOWN, "html": HTML, "rtf": RTF}[ending], encoding="utf-8")
    resume = reader.read(path)
    data = resume.data
    assert resume.name == "Jonas Weidmann"
    assert data["basics"]["email"] == "jonas.weidmann@example.org"
    (work,) = data["work"]
    assert (work["position"], work["name"], work["startDate"]) == ("Data Engineer", "Spreewerk GmbH", "2019")
    assert work["highlights"][0].startswith("Rebuilt the nightly load of 3 TB")
    (education,) = data["education"]
    assert (education["institution"], education["endDate"]) == ("Freie Universität Berlin", "2018")
    assert [word for group in data["skills"] for word in group["keywords"]] == ["Python", "SQL", "Airflow"]
    assert data["meta"]["workbench"]["sections"][-1].casefold() == "skills"
    assert reader.render(path, 1, scale=1.0).startswith(b"\x89PNG")


@pytest.mark.parametrize("ending", ["html", "rtf"])
def test_what_a_format_does_not_show_is_a_finding(reader: Reader, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"jonas.{ending}"
    path.write_text({"html": HTML, "rtf": RTF}[ending], encoding="utf-8")
    resume = reader.read(path)
    found = " ".join(finding.text for finding in resume.findings if finding.kind == "hidden_text")
    assert "SECRETWORD" in found
    assert "SECRETWORD" not in json.dumps([line.text for line in resume.document.lines()])
    assert ending != "html" or "COMMENTWORD" in found


def test_every_corner_of_a_docx(reader: Reader, tmp_path: Path) -> None:
    """Text boxes, controls, tables, headers and insertions are read; hidden text and deletions are findings."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Jonas Weidmann HEADERWORD"
    document.add_paragraph("Jonas Weidmann")
    for word, change in (
        ("VANISHWORD", lambda run: setattr(run.font, "hidden", True)),
        ("WHITEWORD", lambda run: setattr(run.font.color, "rgb", RGBColor(255, 255, 255))),
        ("TINYWORD", lambda run: setattr(run.font, "size", Pt(1))),
    ):
        change(document.add_paragraph().add_run(word))
    space = nsdecls("w")
    box = (
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>BOXWORD</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    )
    for xml in (
        f"<w:p {space}><w:del><w:r><w:delText>DELETEDWORD</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>INSERTEDWORD</w:t></w:r></w:ins></w:p>",
        f"<w:p {space}><w:r><w:pict>{box}</w:pict></w:r></w:p>",
        f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>CONTROLWORD</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    ):
        document.element.body.insert(1, parse_xml(xml))
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "CELLWORD", "OTHERCELL"
    path = tmp_path / "corners.docx"
    document.save(str(path))
    resume = reader.read(path)
    seen = " ".join(line.text for line in resume.document.lines())
    for word in ("HEADERWORD", "BOXWORD", "CONTROLWORD", "INSERTEDWORD", "CELLWORD", "OTHERCELL"):
        assert word in seen, word
    hidden = " ".join(finding.text for finding in resume.findings)
    for word in ("VANISHWORD", "WHITEWORD", "TINYWORD", "DELETEDWORD"):
        assert word in hidden, word
        assert word not in seen, word


def test_a_table_that_is_the_layout(reader: Reader, tmp_path: Path) -> None:
    """Many Word templates are one table: contact and skills in the left cell, the career in the right one."""
    document = Document()
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    left.text = "Contact\njonas.weidmann@example.org\nSkills\nPython\nSQL\nAirflow"
    right.text = ""
    for text, bold in (
        ("Jonas Weidmann", True), ("Experience", True), ("Data Engineer, Spreewerk GmbH", True),
        ("2019 – Present", False), ("Ran the nightly load.", False), ("Analyst, Havelbank AG", True),
        ("2016 – 2019", False), ("Wrote the reports.", False),
    ):  # fmt: skip
        run = right.add_paragraph().add_run(text)
        run.bold = bold
        run.font.size = Pt(20 if text == "Jonas Weidmann" else 13 if text == "Experience" else 10)
    path = tmp_path / "table.docx"
    document.save(str(path))
    data = reader.read(path).data
    assert [(work["position"], work["name"]) for work in data["work"]] == [
        ("Data Engineer", "Spreewerk GmbH"),
        ("Analyst", "Havelbank AG"),
    ]
    assert data["basics"]["email"] == "jonas.weidmann@example.org"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_the_encodings_of_this_world(reader: Reader, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "jörg.txt"
    path.write_bytes("Jörg Müller\n\nKenntnisse\nGo, Straßenbau\n".encode(encoding))
    assert reader.read(path).name == "Jörg Müller"


def test_json_resume_keeps_its_fields(reader: Reader, tmp_path: Path) -> None:
    given = {
        "basics": {"name": "Jonas Weidmann", "email": "jonas@example.org"},
        "work": [
            {
                "name": "Spreewerk GmbH",
                "position": "Data Engineer",
                "startDate": "2019-01",
                "highlights": ["Ran the load"],
            }
        ],
        "skills": [{"name": "Data", "keywords": ["SQL"]}],
    }
    path = tmp_path / "jonas.json"
    path.write_text(json.dumps(given))
    resume = reader.read(path)
    assert resume.data["work"] == given["work"]
    assert [line.text for line in resume.document.lines() if line.entry == "work/0" and line.kind == "bullet"] == [
        "Ran the load"
    ]


def test_the_command_prints_a_line_for_each_file(tmp_path: Path) -> None:
    """Refused files have their line too, in order, and the exit code says that there was one."""
    from typer.testing import CliRunner

    from workbench.cli.resume import app

    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "c.md").write_text(MARKDOWN)
    run = CliRunner().invoke(app, ["read", *(str(tmp_path / name) for name in ("a.txt", "b.pdf", "c.md"))])
    assert run.exit_code == 1
    own = [json.loads(line)["meta"]["workbench"] for line in run.stdout.splitlines()]
    assert [(one["file"], one["status"], one["reason"]) for one in own] == [
        ("a.txt", "read", None),
        ("b.pdf", "refused", "damaged"),
        ("c.md", "read", None),
    ]
    assert run.stdout.isascii()


def test_a_folder_is_read_with_a_summary_and_can_be_taken_up_again(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from workbench.cli.resume import app

    inbox = tmp_path / "inbox"
    (inbox / "more").mkdir(parents=True)
    for name in ("a.txt", "more/b.txt", "more/c.txt"):
        (inbox / name).write_text(TEXT)
    (inbox / ".hidden.txt").write_text(TEXT)
    first = CliRunner().invoke(app, ["read", str(inbox)])
    assert first.exit_code == 0
    assert len(first.stdout.splitlines()) == 3
    assert "3 read, none refused" in first.stderr
    done = tmp_path / "done.jsonl"
    done.write_text("".join(line + "\n" for line in first.stdout.splitlines()[:2]))
    second = CliRunner().invoke(app, ["read", str(inbox), "--skip-done", str(done)])
    assert len(second.stdout.splitlines()) == 1


def test_reading_many_stops_when_the_caller_does(tmp_path: Path) -> None:
    from workbench.resume.pool import read_many

    paths = []
    for number in range(30):
        path = tmp_path / f"{number}.txt"
        path.write_text(TEXT)
        paths.append(path)
    results = read_many(paths, workers=2)
    path, outcome = next(results)
    results.close()
    assert path == paths[0]
    assert outcome.file == "0.txt"
