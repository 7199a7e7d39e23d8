"""Pictures of documents that have no pages of their own: their lines set on a white page."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from workbench.errors import Refused
from workbench.resume.document import Document, Line, Page
from workbench.resume.pdf import cover, draw
from workbench.resume.typeface import can_be_drawn, is_heavy

_FONTS = {False: b"Helvetica", True: b"Helvetica-Bold"}


def draw_lines(document: Document, number: int, scale: float, blackout: list[list[float]]) -> bytes:
    """Draw a page's words where the layout put them, as PNG.

    Raises
    ------
    Refused
        When there is no such page, or a letter on it that no typeface at hand has.
    """
    from PIL import Image

    if not 1 <= number <= len(document.pages):
        raise Refused("damaged", document.file, f"It has no page {number}.")
    page = document.pages[number - 1]
    if not is_drawable(page):
        raise Refused("unsupported", document.file, "Its letters cannot be drawn here; its text is shown instead.")
    with _typeset(page) as sheet:
        pixels = draw(sheet, page.width, page.height, min(scale, 6.0), raw.FPDFBitmap_BGR)
    if pixels is None:
        raise Refused("too_large", document.file, f"Page {number} is too large to draw.")
    colours = np.ascontiguousarray(pixels[:, :, ::-1])
    cover(colours, blackout, min(scale, 6.0))
    stream = io.BytesIO()
    Image.fromarray(colours).save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def is_drawable(page: Page) -> bool:
    """Whether every visible letter of a page is in the typeface it would be drawn with."""
    return all(can_be_drawn(line.text) for line in page.lines if not line.hidden)


@contextmanager
def _typeset(page: Page) -> Iterator[Any]:
    document = raw.FPDF_CreateNewDocument()
    try:
        sheet = raw.FPDFPage_New(document, 0, page.width, page.height)
        fonts = {bold: raw.FPDFText_LoadStandardFont(document, name) for bold, name in _FONTS.items()}
        for line in page.lines:
            if not line.hidden:
                _write(document, sheet, fonts, line, page.height)
        raw.FPDFPage_GenerateContent(sheet)
        yield sheet
        raw.FPDF_ClosePage(sheet)
    finally:
        raw.FPDF_CloseDocument(document)


def _write(document: Any, sheet: Any, fonts: dict[bool, Any], line: Line, height: float) -> None:
    colour = [int(line.colour[place : place + 2], 16) for place in (1, 3, 5)]
    pieces = [(word.text, word.box[0], word.box) for word in line.words]
    if line.kind == "bullet" and pieces:
        pieces.append(("•", pieces[0][1] - 9, pieces[0][2]))
    for text, left, box in pieces:
        heavy = text != "•" and is_heavy(text, line.size, box[2] - box[0], line.bold)
        item = raw.FPDFPageObj_CreateTextObj(document, fonts[heavy], line.size)
        letters = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text))
        raw.FPDFText_SetText(item, letters)
        raw.FPDFPageObj_SetFillColor(item, *colour, 255)
        base = box[3] - 0.22 * (box[3] - box[1])
        raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, left, height - base)
        raw.FPDFPage_InsertObject(sheet, item)
