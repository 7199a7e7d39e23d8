"""Documents without pages of their own get pages that can be looked at, or say that they have none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from workbench.errors import Refused
from workbench.resume import Reader


def test_a_text_has_pages_that_can_be_seen(reader: Reader, tmp_path: Path) -> None:
    """The words of the picture stand where the lines say, so that a mark lies on its words."""
    path = tmp_path / "a.txt"
    path.write_text("Jörg Müller\n\nEXPERIENCE\nDeveloper, Quillon Systems, 2019 – 2022\n", encoding="utf-8")
    resume = reader.read(path)
    assert resume.document.pages[0].drawable
    picture = Image.open(io.BytesIO(reader.render(path, 1, scale=2))).convert("L")
    for line in resume.document.lines():
        x0, top, x1, bottom = (round(2 * value) for value in line.box)
        assert picture.crop((x0, top, x1, bottom)).getextrema()[0] < 100, line.text
        assert picture.crop((x1 + 6, top, x1 + 90, bottom)).getextrema() == (255, 255), line.text


def test_a_page_whose_letters_cannot_be_drawn_says_so(reader: Reader, tmp_path: Path) -> None:
    """A picture of empty boxes would pass for the document."""
    path = tmp_path / "a.txt"
    path.write_text("Nguyễn Thị Linh\n\n工作经历\n", encoding="utf-8")
    assert not reader.read(path).document.pages[0].drawable
    with pytest.raises(Refused, match="text is shown instead"):
        reader.render(path, 1)


def test_a_picture_is_a_png_of_the_asked_size(reader: Reader, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), pagesize=(300, 400))
    canvas.drawString(50, 300, "Jonas Weidmann")
    canvas.save()
    image = Image.open(io.BytesIO(reader.render(path, 1, scale=1.5)))
    assert image.size == (450, 600)
