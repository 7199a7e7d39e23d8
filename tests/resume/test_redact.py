"""After redaction nothing on the page, in the text or in the fields tells who the person is."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from workbench.resume import Reader, RedactOptions, Resume, redact
from workbench.resume.recency import period_in_words

TODAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def resume(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Resume:
    path = tmp_path_factory.mktemp("blind") / "Rosalind_Okafor_CV.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    y = 790
    for text, size, bold in (
        ("Rosalind Okafor", 22, True),
        ("rosalind.okafor@example.org | +44 20 7946 0018 | www.rosalind-okafor.example.org", 9, False),
        ("Born 4 May 1988, married", 9, False),
        ("Leeds, England", 9, False),
        ("Experience", 14, True),
        ("Site Reliability Engineer, Quillon Systems", 10, True),
        ("March 2019 – February 2023", 10, False),
        ("• Okafor led her team of 6 and ran 2000 hosts", 10, False),
        ("Education", 14, True),
        ("BSc in Mathematics, University of Leeds", 10, True),
        ("2006 – 2010", 10, False),
        ("Publications", 14, True),
        ("R. Okafor: Paging less, sleeping more.", 10, False),
    ):
        y -= int(size * 1.7)
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(60, y, text)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(250, 20, "Rosalind Okafor – 1/1")
    canvas.save()
    return reader.read(path)


def test_nothing_tells_who_it_is(resume: Resume) -> None:
    blind = redact(resume, RedactOptions(today=TODAY)).resume
    everything = json.dumps(blind.to_dict())
    for word in ("Rosalind", "Okafor", "okafor", "7946", "Leeds", "1988", "married", "2006", "2010", "2019", "2023"):
        assert word not in everything, word
    assert blind.path is None
    assert blind.file == "profile"


def test_what_the_person_did_stays(resume: Resume) -> None:
    blind = redact(resume, RedactOptions(today=TODAY)).resume
    text = "\n".join(line.text for line in blind.document.lines())
    assert "Site Reliability Engineer, Quillon Systems" in text
    assert "led her team of 6 and ran 2000 hosts" in text
    assert "BSc in Mathematics" in text
    assert "[4 years, ended last year]" in text
    assert blind.data["work"][0]["duration"] == "4 years, ended last year"
    assert blind.data["education"][0]["institution"] == "[school]"


def test_words_still_lie_where_they_lay(resume: Resume) -> None:
    blind = redact(resume, RedactOptions(today=TODAY)).resume
    for line in blind.document.lines():
        for word in line.words:
            assert line.text[word.start : word.end] == word.text


def test_gendered_words_go_on_request_only(resume: Resume) -> None:
    kept = redact(resume, RedactOptions(today=TODAY)).resume
    gone = redact(resume, RedactOptions(today=TODAY, gendered_words=True)).resume
    assert " her " in " ".join(line.text for line in kept.document.lines())
    assert " her " not in " ".join(line.text for line in gone.document.lines())


def test_what_was_removed_is_listed_with_its_line(resume: Resume) -> None:
    found = redact(resume, RedactOptions(today=TODAY))
    kinds = {kind for kind, _ in found.removed}
    assert {"name", "e-mail", "phone", "link", "address", "personal detail", "school", "graduation year"} <= kinds
    for _, line in found.removed:
        assert resume.document.line(line).id == line


def test_the_picture_has_no_name_on_it(resume: Resume, reader: Reader) -> None:
    """The pixels are painted over before the picture leaves the worker: under the boxes there is one flat colour."""
    assert resume.path is not None
    boxes = [box for box, _ in redact(resume, RedactOptions(today=TODAY)).boxes[1]]
    scale = 2.0
    plain = Image.open(BytesIO(reader.render(resume.path, 1, scale=scale))).convert("L")
    blind = Image.open(BytesIO(reader.render(resume.path, 1, scale=scale, blackout=boxes))).convert("L")
    name = next(line for line in resume.document.lines() if line.text == "Rosalind Okafor").box
    part = tuple(round(value * scale) for value in name)
    assert plain.crop(part).getextrema() != (32, 32)
    assert blind.crop(part).getextrema() == (32, 32)


def test_each_option_can_be_left_out(resume: Resume) -> None:
    options = RedactOptions(schools=False, graduation_years=False, employment_dates=False, today=TODAY)
    text = "\n".join(line.text for line in redact(resume, options).resume.document.lines())
    assert "2006 – 2010" in text
    assert "March 2019" in text


@pytest.mark.parametrize(
    ("first", "last", "current", "words"),
    [
        ("2019-03", "2022-02", False, "3 years, ended 2 years ago"),
        ("2023-11", None, True, "7 months, to now"),
        ("2020", "2023", False, "3 years, ended last year"),
        ("2021-01", "2022-06", False, "1½ years, ended 2 years ago"),
        (None, "2024", False, "ended this year"),
        (None, None, False, ""),
    ],
)
def test_periods_without_years(first: str | None, last: str | None, current: bool, words: str) -> None:
    assert period_in_words(first, last, current=current, today=TODAY) == words


def test_a_file_that_shows_the_photo_has_it_painted_over(reader: Reader, tmp_path: Path) -> None:
    from reportlab.lib.utils import ImageReader

    face = BytesIO()
    Image.new("RGB", (60, 80), (200, 120, 90)).save(face, "PNG")
    face.seek(0)
    path = tmp_path / "photo.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawImage(ImageReader(face), 450, 700, 80, 100)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 760, "Rosalind Okafor")
    canvas.save()
    found = redact(reader.read(path))
    assert ("photo", "p1") in found.removed
    assert any(label == "photo" and box[0] == pytest.approx(450, abs=1) for box, label in found.boxes[1])


@pytest.fixture(scope="module")
def plain(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Resume:
    """Headings in words of the writer's own, years in sentences, an address over two lines."""
    path = tmp_path_factory.mktemp("blind") / "cv.txt"
    path.write_text(
        """Tobias Wrenfield
12 Kiln Terrace, Dunmarrow
DM4 9XY
tobias@wrenfield.example | +44 7700 900461 | wrenfield.example/notes

PROFILE
Storage engineer since 2014. I like small systems.

EXPERIENCE
Storage Engineer, Halvorsen Bank
Feb 2015 - present
- Lost files: 31 in 2021, none since March 2022
- Moved 40 TB (2018 - 2019) without a day of downtime
Operator, Kestrel College
Sept 2009 - Jan 2015
- Ran the 2000 seats of the exam hall

CERTIFICATES
Certified storage architect, 2016

EDUCATION
BSc, Physics, University of Dunmarrow, 2009
""",
        encoding="utf-8",
    )
    return reader.read(path)


def test_years_in_sentences_are_the_persons_words(plain: Resume) -> None:
    """ "31 in [ended 3 years ago]" was nonsense, and its cover lay over the words beside it."""
    text = "\n".join(line.text for line in redact(plain, RedactOptions(today=TODAY)).resume.document.lines())
    assert "Lost files: 31 in 2021, none since March 2022" in text
    assert "Moved 40 TB ([1 year, ended 5 years ago]) without" in text
    assert "Ran the 2000 seats" in text
    assert "Storage engineer [for 10 years]. I like" in text
    assert "[9½ years, to now]" in text or "[9 years, to now]" in text
    assert "Certified storage architect, [8 years ago]" in text


def test_every_line_of_an_address_goes(plain: Resume) -> None:
    everything = json.dumps(redact(plain, RedactOptions(today=TODAY)).resume.to_dict())
    for word in ("Kiln", "DM4", "9XY", "wrenfield", "Wrenfield", "900461"):
        assert word not in everything, word


def test_history_is_counted_although_the_lines_have_no_dates(plain: Resume) -> None:
    found = redact(plain, RedactOptions(today=TODAY))
    assert [(item.get("startDate"), item.get("endDate")) for item in found.dated().data["work"]] == [
        ("2015-02", None),
        ("2009-09", "2015-01"),
    ]
    assert "2009" not in json.dumps(found.resume.to_dict())
    assert found.dated().document == found.resume.document


def test_labels_are_short_and_stand_once(plain: Resume) -> None:
    """The label is written on the cover, which is as wide as the words under it."""
    labels = [label for found in redact(plain, RedactOptions(today=TODAY)).boxes.values() for _, label in found]
    assert "5½ years, ended 9 years ago" in labels
    assert not [label for label in labels if len(label) > 28 or "[" in label]
