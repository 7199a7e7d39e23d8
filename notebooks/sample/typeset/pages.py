"""Set a profile as PDF in its layout."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from layouts import LAYOUTS
from looks import register_fonts
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, PageTemplate
from source import Source


def write_pdf(source: Source, path: Path) -> None:
    """Write the profile to ``path``; the same source gives the same bytes."""
    register_fonts()
    # Set twice: the foot of a page says how many there are.
    pages = _build(source, BytesIO(), pages=0)
    with path.open("wb") as file:
        _build(source, file, pages)


def _build(source: Source, file: BinaryIO, pages: int) -> int:
    layout = LAYOUTS[source.page["layout"]](source)
    document = BaseDocTemplate(file, pagesize=A4, invariant=1, title="Curriculum vitae", author=source.basics["name"])

    def ground(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.saveState()
        layout.ground(canvas, canvas.getPageNumber(), pages)
        canvas.restoreState()

    document.addPageTemplates([PageTemplate("page", layout.frames, onPage=ground)])
    document.build(layout.story)
    return int(document.page)
