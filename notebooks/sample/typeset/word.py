"""Write a profile as DOCX: a plain one, and one with a page header and a table."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from source import Source

_WHEN = datetime(2026, 1, 12, 9, 0, 0)
_FONTS = {"word_plain": ("Calibri", 10.5), "word_table": ("Cambria", 10.5)}


def write_docx(source: Source, path: Path) -> None:
    """Write the profile to ``path``; the same source gives the same bytes."""
    document = docx.Document()
    _page(document, source)
    if source.page["layout"] == "word_table":
        _with_table(document, source)
    else:
        _plainly(document, source)
    properties = document.core_properties
    properties.author = properties.last_modified_by = source.basics["name"]
    properties.title, properties.comments = "Curriculum vitae", ""
    properties.created = properties.modified = _WHEN
    data = BytesIO()
    document.save(data)
    _without_clock(data, path)


def _without_clock(data: BytesIO, path: Path) -> None:
    """Copy the archive with one date for every member."""
    with zipfile.ZipFile(data) as read, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            if name != "docProps/thumbnail.jpeg":
                member = zipfile.ZipInfo(name, _WHEN.timetuple()[:6])
                member.compress_type = zipfile.ZIP_DEFLATED
                write.writestr(member, read.read(name))


def _page(document: Document, source: Source) -> None:
    part = document.part
    thumbnails = [key for key, rel in part.package.rels.items() if rel.reltype.endswith("/thumbnail")]
    for key in thumbnails:
        del part.package.rels[key]
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = Cm(2.2)
    sheet.top_margin = sheet.bottom_margin = Cm(2)
    font, size = _FONTS[source.page["layout"]]
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        style = document.styles[name]
        style.font.name = font
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = font
    document.styles["Normal"].font.size = Pt(size)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    accent = RGBColor.from_string(source.page.get("accent", "#1c1c1c").lstrip("#"))
    for name, points in (("Title", 22), ("Heading 1", 13), ("Heading 2", size)):
        document.styles[name].font.size = Pt(points)
        document.styles[name].font.color.rgb = accent


def _plainly(document: Document, source: Source) -> None:
    document.add_paragraph(source.basics["name"], style="Title")
    document.add_paragraph(source.basics["label"])
    document.add_paragraph(" | ".join(text for _, text in source.contact()))
    for section in source.order:
        document.add_heading(source.heading(section), level=1)
        if section == "summary":
            document.add_paragraph(source.basics["summary"])
        for entry in source.resume.get(section, []):
            if section == "work":
                document.add_heading(f"{entry['position']}, {entry['name']}, {entry['location']}", level=2)
                document.add_paragraph(source.when(entry))
                _bullets(document, entry)
            else:
                document.add_paragraph(_line(source, section, entry))


def _with_table(document: Document, source: Source) -> None:
    header = document.sections[0].header
    name = header.paragraphs[0].add_run(source.basics["name"])
    name.bold, name.font.size = True, Pt(20)
    header.add_paragraph(source.basics["label"])
    header.add_paragraph("   ".join(text for _, text in source.contact())).paragraph_format.space_after = Pt(14)
    for section in source.order:
        document.add_heading(source.heading(section), level=1)
        if section == "summary":
            document.add_paragraph(source.basics["summary"])
        elif section in ("work", "skills"):
            _table(document, source, section)
        else:
            for entry in source.resume[section]:
                document.add_paragraph(_line(source, section, entry))


def _table(document: Document, source: Source, section: str) -> None:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid" if section == "skills" else "Normal Table"
    table.autofit = False
    widths = (Cm(4.2), Cm(12.4))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for entry in source.resume[section]:
        left, right = table.add_row().cells
        left.width, right.width = widths
        if section == "skills":
            left.paragraphs[0].add_run(entry["name"]).bold = True
            right.paragraphs[0].add_run(", ".join(entry["keywords"]))
            continue
        left.paragraphs[0].add_run(source.when(entry))
        right.paragraphs[0].add_run(entry["position"]).bold = True
        right.add_paragraph(f"{entry['name']}, {entry['location']}")
        _bullets(right, entry)


def _bullets(place: Document | _Cell, entry: dict[str, Any]) -> None:
    for highlight in entry["highlights"]:
        paragraph: Paragraph = place.add_paragraph(highlight, style="List Bullet")
        paragraph.paragraph_format.space_after = Pt(2)


def _line(source: Source, section: str, entry: dict[str, Any]) -> str:
    if section == "skills":
        return f"{entry['name']}: {', '.join(entry['keywords'])}"
    if section == "education":
        return f"{entry['studyType']}, {entry['area']}, {entry['institution']}, {source.when(entry)}"
    return f"{entry['language']}, {entry['fluency']}"
