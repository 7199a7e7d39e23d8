"""PDF in the worker: pdfium reads and draws, pdfplumber reads where pdfium cannot."""

from __future__ import annotations

import ctypes
import io
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from workbench.errors import Refused
from workbench.resume.document import Box
from workbench.resume.hidden import Pixels, mark_hidden
from workbench.resume.pdfium import TextPage
from workbench.resume.textured import mark_over_pictures
from workbench.resume.tokens import Sheet

_log = logging.getLogger(__name__)
MAX_PAGES = 60
_TIME = 5.0  # seconds after which the pages read so far are the document
_PIXELS = 3_000_000
_MAX_PICTURE = 40_000_000


@contextmanager
def opened(data: bytes, file: str) -> Iterator[Any]:
    """Open a document with pdfium.

    Raises
    ------
    Refused
        `password` when it asks for one.
    ValueError
        When pdfium cannot open it; another engine may.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(problem).lower():
            raise Refused("password", file, "It asks for a password. Ask for a copy without one.") from problem
        if "security" in str(problem).lower():
            raise Refused("password", file, "Its encryption is of a kind that cannot be opened here.") from problem
        raise ValueError(str(problem)) from problem
    try:
        yield document
    finally:
        document.close()


def sheets(data: bytes, file: str, engine: str | None) -> tuple[list[Sheet], str, bool]:
    """Read the pages' words, hidden ones marked; give also the engine's name and whether pages were left out."""
    if engine == "pdfplumber":
        return *_second(data, file), False
    started = time.monotonic()
    try:
        with opened(data, file) as document:
            count = len(document)
            result: list[Sheet] = []
            failed: list[int] = []
            for index in range(min(count, MAX_PAGES)):
                if result and time.monotonic() - started > _TIME:
                    break
                sheet = _sheet(document, index)
                if sheet is None:
                    failed.append(index)
                else:
                    result.append(sheet)
            cut = count > len(result) + len(failed)
    except ValueError:
        return *_second(data, file), False
    name = "pdfium"
    if not any(sheet.tokens for sheet in result) or failed:
        pages = failed if any(sheet.tokens for sheet in result) else None
        try:
            more = plumbed(data, pages, _TIME - (time.monotonic() - started))
        except Exception as problem:
            # the second opinion is welcome, not needed: what pdfium said of the file stands
            _log.info("pdfplumber could not read a document either: %s", type(problem).__name__)
            more = []
        if any(sheet.tokens for sheet in more):
            numbers = {sheet.number for sheet in more}
            result = sorted([*more, *(s for s in result if s.number not in numbers)], key=lambda sheet: sheet.number)
            name = "pdfium+pdfplumber" if pages else "pdfplumber"
    if not result:
        raise Refused("damaged", file, "None of its pages can be read.")
    read = {sheet.number for sheet in result}
    return result, name, cut or any(index + 1 not in read for index in failed)


def _second(data: bytes, file: str) -> tuple[list[Sheet], str]:
    try:
        result = plumbed(data, None, _TIME)
    except MemoryError:
        raise
    except Exception as problem:
        if "password" in type(problem).__name__.lower() or "password" in repr(problem).lower():
            raise Refused("password", file, "It asks for a password. Ask for a copy without one.") from problem
        if "MemoryError" in repr(problem):
            raise Refused("too_large", file, "It unpacks to more than a profile may take.") from problem
        raise Refused("damaged", file, f"Neither engine can open it ({type(problem).__name__}).") from problem
    if not result:
        raise Refused("damaged", file, "It has no page that can be read.")
    return result, "pdfplumber"


def plumbed(data: bytes, pages: list[int] | None, seconds: float) -> list[Sheet]:
    """Read pages (all when None) with pdfplumber for so many seconds."""
    from workbench.resume.plumber import read_pages

    return read_pages(io.BytesIO(data), pages, max(seconds, 0.5))


def _sheet(document: Any, index: int) -> Sheet | None:
    page = raw.FPDF_LoadPage(document.raw, index)
    if not page:
        return None
    try:
        try:
            text = TextPage(document.raw, page, index + 1)
        except ValueError:
            return None
        try:
            sheet = text.read()
        finally:
            text.close()
        _read_notes(page, sheet)
        scale = 0.0
        if sheet.tokens:
            scale = min(1.0, (_PIXELS / max(sheet.width * sheet.height, 1)) ** 0.5)
        if scale > 0.1:  # a page of many metres is drawn too small to see anything on it
            grey = draw(page, sheet.width, sheet.height, scale, raw.FPDFBitmap_Gray)
            if grey is not None:
                mark_hidden(
                    sheet, grey, scale, lambda: draw(page, sheet.width, sheet.height, scale, raw.FPDFBitmap_BGR)
                )
                if raw.FPDFPage_GetRotation(page) == 0:
                    again = partial(draw, page, sheet.width, sheet.height, scale, raw.FPDFBitmap_Gray)
                    mark_over_pictures(page, sheet, grey, scale, again)
        return sheet
    finally:
        raw.FPDF_ClosePage(page)


def draw(page: Any, width: float, height: float, scale: float, kind: int) -> Pixels | None:
    """Draw a page on white; None when it is too large or too small to draw."""
    columns, lines = max(round(width * scale), 1), max(round(height * scale), 1)
    if columns * lines > _MAX_PICTURE or columns > 30_000 or lines > 30_000:
        return None
    channels = 1 if kind == raw.FPDFBitmap_Gray else 3
    stride = (columns * channels + 3) // 4 * 4
    pixels = np.full((lines, stride), 255, dtype=np.uint8)
    pointer = pixels.ctypes.data_as(ctypes.c_void_p)
    bitmap = raw.FPDFBitmap_CreateEx(columns, lines, kind, pointer, stride)
    if not bitmap:
        return None
    flags = raw.FPDF_ANNOT | (raw.FPDF_RENDER_NO_SMOOTHIMAGE if channels == 1 else 0)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, lines, 0, flags)
    raw.FPDFBitmap_Destroy(bitmap)
    shaped = pixels[:, : columns * channels]
    return shaped if channels == 1 else shaped.reshape(lines, columns, channels)


def _read_notes(page: Any, sheet: Sheet) -> None:
    """Notes that are attached and set not to be shown."""
    hidden = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW | raw.FPDF_ANNOT_FLAG_INVISIBLE
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 500)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetFlags(annotation) & hidden and raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_POPUP:
            length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            if 2 < length < 20_000:
                buffer = (ctypes.c_ushort * (length // 2 + 1))()
                raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
                text = bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace").strip()
                corner = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(annotation, corner)
                box: Box = (corner.left, sheet.height - corner.top, corner.right, sheet.height - corner.bottom)
                if sum(letter.isalnum() for letter in text) >= 4:
                    sheet.notes.append((box, text))
        raw.FPDFPage_CloseAnnot(annotation)


def picture(data: bytes, file: str, number: int, scale: float, blackout: list[list[float]]) -> bytes:
    """Draw a page as PNG; the boxes are painted over before anything leaves this process."""
    from PIL import Image

    try:
        with opened(data, file) as document:
            if not 1 <= number <= len(document):
                raise Refused("damaged", file, f"It has no page {number}.")
            page = raw.FPDF_LoadPage(document.raw, number - 1)
            if not page:
                raise Refused("damaged", file, f"Page {number} cannot be drawn.")
            try:
                width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
                scale = min(scale, (_MAX_PICTURE / 4 / max(width * height, 1)) ** 0.5)
                pixels = draw(page, width, height, scale, raw.FPDFBitmap_BGR)
            finally:
                raw.FPDF_ClosePage(page)
    except ValueError as problem:
        raise Refused("damaged", file, "Its pages cannot be drawn.") from problem
    if pixels is None:
        raise Refused("too_large", file, f"Page {number} is too large to draw.")
    colours = np.ascontiguousarray(pixels[:, :, ::-1])
    cover(colours, blackout, scale)
    stream = io.BytesIO()
    Image.fromarray(colours).save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def cover(colours: Pixels, boxes: list[list[float]], scale: float) -> None:
    """Paint boxes, in points, over a picture."""
    for x0, top, x1, bottom in boxes:
        left, right = max(int(x0 * scale) - 1, 0), max(int(x1 * scale + 2), 0)
        colours[max(int(top * scale) - 1, 0) : max(int(bottom * scale + 2), 0), left:right] = (32, 32, 32)
