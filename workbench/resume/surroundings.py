"""What stands on a page of a PDF beside its words: links and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

from workbench.resume.document import Box
from workbench.resume.tokens import Link

_MAX_LINKS = 2_000
_MAX_OBJECTS = 20_000
_MANY = 200  # pictures; a page of more is drawn as it is
Turn = Callable[[float, float, float, float], Box]


def read_links(document: Any, page: Any, number: int, turn: Turn) -> list[Link]:
    """Give the page's links to the web, with their place; `turn` makes page coordinates of the file's."""
    place, link, corner = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    links: list[Link] = []
    while len(links) < _MAX_LINKS and raw.FPDFLink_Enumerate(page, place, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < length < 4_096:
            continue
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        raw.FPDFLink_GetAnnotRect(link, corner)
        url = buffer.value.decode("utf-8", errors="replace")
        links.append(Link(turn(corner.left, corner.top, corner.right, corner.bottom), url, number))
    return links


def find_pictures(page: Any, words: list[Box], turn: Turn) -> tuple[list[Box], list[Box]]:
    """Give where pictures and shades lie; pictures nowhere near a word are left out of the drawing.

    A picture that covers no word hides none, and unpacking it costs more than all the text.
    """
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: list[Box] = []
    shades: list[Box] = []
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
            continue
        if raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            box = turn(left.value, top.value, right.value, bottom.value)
            (found if kind == raw.FPDF_PAGEOBJ_IMAGE else shades).append(box)
            if kind == raw.FPDF_PAGEOBJ_IMAGE and len(found) <= _MANY and not any(_near(box, word) for word in words):
                raw.FPDFPageObj_SetIsActive(item, False)
    return found, shades


def _near(box: Box, word: Box) -> bool:
    return box[0] < word[2] + 4 and box[2] > word[0] - 4 and box[1] < word[3] + 4 and box[3] > word[1] - 4
