"""Words over pictures and shades: a ground that is not flat shows contrast whether or not a word is drawn on it.

So the page is drawn once more without its words. A word whose place looks the same both times cannot be seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from workbench.resume import calls
from workbench.resume.document import Box
from workbench.resume.hidden import Pixels
from workbench.resume.tokens import Sheet, Token

_SAME = 6  # of 255
_MAX_OBJECTS = 20_000
_WHY = "These words are in the file, but nothing of them shows over the picture they lie on"


def mark_over_pictures(
    page: Any, sheet: Sheet, grey: Pixels, scale: float, redraw: Callable[[], Pixels | None]
) -> None:
    """Set `why_hidden` on words over a picture or shade that leave no trace on it.

    Parameters
    ----------
    page
        The page; its words are left out of the second drawing.
    sheet
        Its words and pictures.
    grey
        The page as it is drawn, `scale` pixels a point.
    redraw
        Draws the page again in the same way.
    """
    grounds = [box for box in sheet.pictures if box[2] - box[0] > 20 and box[3] - box[1] > 6] + sheet.shades
    if not grounds:
        return
    over = [token for token in sheet.tokens if not token.why_hidden and any(_within(token, box) for box in grounds)]
    if not over:
        return
    written = _hide_words(page, sheet)
    bare = redraw()
    if bare is None or bare.shape != grey.shape:
        return
    changed = np.abs(grey.astype(np.int16) - bare.astype(np.int16)) >= _SAME
    height, width = changed.shape
    unseen: list[Token] = []
    for token in over:
        # words inside a form cannot be left out, so nothing is said of them
        if not any(_within(token, box) for box in written) or not any(map(str.isalnum, token.text)):
            continue
        top, bottom = max(int(token.top * scale), 0), min(int(token.bottom * scale) + 1, height)
        left, right = max(int(token.x0 * scale), 0), min(int(token.x1 * scale) + 1, width)
        if not changed[top:bottom, left:right].any():
            unseen.append(token)
    if 2 * len(unseen) > len(sheet.tokens):
        return  # a scan: its picture shows the words that lie unseen upon it
    for token in unseen:
        token.why_hidden = _WHY


def _within(token: Token, box: Box) -> bool:
    across, down = (token.x0 + token.x1) / 2, token.middle
    return box[0] - 1 <= across <= box[2] + 1 and box[1] - 1 <= down <= box[3] + 1


def _hide_words(page: Any, sheet: Sheet) -> list[Box]:
    """Leave the page's words out of the next drawing; give where they lay."""
    corners = (ctypes.c_float * 4)()
    place = ctypes.addressof(corners)
    handle = calls.address(page)
    found: list[Box] = []
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = calls.page_object(handle, index)
        if calls.object_type(item) == raw.FPDF_PAGEOBJ_TEXT:
            if calls.bounds(item, place, place + 4, place + 8, place + 12):
                left, bottom, right, top = corners
                found.append((left, sheet.height - top, right, sheet.height - bottom))
            raw.FPDFPageObj_SetIsActive(ctypes.cast(item, raw.FPDF_PAGEOBJECT), False)
    return found
