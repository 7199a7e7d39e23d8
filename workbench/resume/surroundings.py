"""What stands on a page of a PDF beside its words: links, pictures and bullets that are drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw

from workbench.resume import calls
from workbench.resume.document import Box
from workbench.resume.tokens import Link, Token

_MAX_LINKS = 2_000
_MAX_OBJECTS = 20_000
_MANY = 200  # pictures; a page of more is drawn as it is
_BULLET = (1.2, 6.0)  # points across
_MAX_MARKS = 600
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


def find_pictures(page: Any, words: list[Token], turn: Turn) -> tuple[list[Box], list[Box], list[Box]]:
    """Give where pictures, shades and small drawn shapes lie; pictures nowhere near a word are not drawn.

    A picture that covers no word hides none, and unpacking it costs more than all the text.
    """
    corners = (ctypes.c_float * 4)()
    place = ctypes.addressof(corners)
    handle = calls.address(page)
    found: list[Box] = []
    shades: list[Box] = []
    marks: list[Box] = []
    count = min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)
    items = list(map(calls.page_object, repeat(handle), range(count)))
    for item, kind in zip(items, map(calls.object_type, items), strict=True):
        if kind == raw.FPDF_PAGEOBJ_TEXT or not calls.bounds(item, place, place + 4, place + 8, place + 12):
            continue
        left, bottom, right, top = corners
        if kind == raw.FPDF_PAGEOBJ_PATH:
            across, down = right - left, top - bottom
            small = _BULLET[0] <= across <= _BULLET[1] and 0.7 * across <= down <= 1.4 * across
            if small and len(marks) < _MAX_MARKS:
                marks.append(turn(left, top, right, bottom))
        elif kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
            box = turn(left, top, right, bottom)
            (found if kind == raw.FPDF_PAGEOBJ_IMAGE else shades).append(box)
            if kind == raw.FPDF_PAGEOBJ_IMAGE and len(found) <= _MANY and not any(_near(box, word) for word in words):
                raw.FPDFPageObj_SetIsActive(ctypes.cast(item, raw.FPDF_PAGEOBJECT), False)
    return found, shades, marks


def drawn_bullets(marks: list[Box], tokens: list[Token]) -> list[Token]:
    """Give the bullets that a browser or an office program has drawn as small shapes in place of a letter.

    A bullet stands alone, close before a word and lower than its capitals; the dots that rate a skill stand in a
    row, and those on a line of time are larger than the words beside them need.
    """
    result: list[Token] = []
    for mark in marks:
        middle = (mark[1] + mark[3]) / 2
        beside = [token for token in tokens if token.top < middle < token.bottom]
        across = mark[2] - mark[0]
        after = [token for token in beside if 0.5 < token.x0 - mark[2] < min(2.0 * token.size, 18)]
        word = min(after, key=lambda token: token.x0, default=None)
        if word is None or across > (0.6 if word.x0 - mark[2] < 1.25 * word.size else 0.42) * word.size:
            continue
        crowded = any(
            other is not mark and abs(other[1] - mark[1]) < 2 and 0 < abs(other[0] - mark[0]) < 20 for other in marks
        )
        if crowded or any(-1 < mark[0] - token.x1 < 12 for token in beside):
            continue
        result.append(
            Token("•", mark[0], word.top, mark[2], word.bottom, word.size, colour=word.colour, base=word.base)
        )
    return result


def _near(box: Box, word: Token) -> bool:
    return box[0] < word.x1 + 4 and box[2] > word.x0 - 4 and box[1] < word.bottom + 4 and box[3] > word.top - 4
