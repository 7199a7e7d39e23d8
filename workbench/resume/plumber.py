"""PDF through pdfplumber: the second engine, slower and written in Python, for pages that pdfium cannot read."""

from __future__ import annotations

import time
from io import BytesIO
from typing import Any

from workbench.resume.document import Box
from workbench.resume.fonts import is_bold, is_italic
from workbench.resume.hidden import CONTRAST, TINY, WHY
from workbench.resume.tokens import Link, Sheet, Token

_MAX_PAGES = 20
_MOST_GROUNDS = 500


def read_pages(stream: BytesIO, pages: list[int] | None, seconds: float) -> list[Sheet]:
    """Read pages (counted from 0; all when None) until the time is up."""
    import pdfplumber

    started = time.monotonic()
    result: list[Sheet] = []
    with pdfplumber.open(stream) as document:
        for index, page in enumerate(document.pages):
            if index >= _MAX_PAGES or (result and time.monotonic() - started > seconds):
                break
            if pages is None or index in pages:
                result.append(_sheet(page, index + 1))
            page.close()
    return result


def _sheet(page: Any, number: int) -> Sheet:
    sheet = Sheet(number, float(page.width), float(page.height))
    words = page.extract_words(extra_attrs=["fontname", "size", "non_stroking_color"], use_text_flow=True)
    for word in words:
        text = word["text"].replace("\x00", "")
        if not text or text.startswith("(cid:"):
            continue
        font = str(word["fontname"])
        sheet.tokens.append(
            Token(
                text,
                float(word["x0"]),
                float(word["top"]),
                float(word["x1"]),
                float(word["bottom"]),
                float(word["size"]),
                is_bold(font),
                is_italic(font),
                _colour(word["non_stroking_color"]),
                font.rpartition("+")[2],
            )
        )
    _mark_hidden(sheet, page)
    for link in page.hyperlinks[:500]:
        box = (float(link["x0"]), float(link["top"]), float(link["x1"]), float(link["bottom"]))
        sheet.links.append(Link(box, str(link["uri"]), number))
    return sheet


def _colour(value: Any) -> str:
    parts = value if isinstance(value, list | tuple) else (value,)
    levels = [min(max(float(part), 0.0), 1.0) for part in parts if isinstance(part, int | float)]
    if len(levels) == 4:
        cyan, magenta, yellow, black = levels
        levels = [(1 - part) * (1 - black) for part in (cyan, magenta, yellow)]
    if len(levels) == 1:
        levels = levels * 3
    if len(levels) != 3:
        return "#000000"
    return "#" + "".join(f"{round(255 * level):02x}" for level in levels)


def _mark_hidden(sheet: Sheet, page: Any) -> None:
    """Pages that pdfium cannot read cannot be drawn either: compare each word's colour with what it lies on.

    Over a picture nothing is said; the rest is what `hidden` finds by looking.
    """
    grounds = [
        (_box_of(item), _colour(item.get("non_stroking_color")))
        for item in page.rects[:_MOST_GROUNDS]
        if item.get("fill") and item.get("non_stroking_color") is not None
    ]
    pictures = [_box_of(item) for item in page.images[:_MOST_GROUNDS]]
    for token in sheet.tokens:
        middle = ((token.x0 + token.x1) / 2, token.middle)
        if token.x1 < 0 or token.x0 > sheet.width or token.bottom < 0 or token.top > sheet.height:
            token.why_hidden = WHY["outside"]
        elif token.size < TINY:
            token.why_hidden = WHY["tiny"]
        elif not any(_holds(box, middle) for box in pictures):
            ground = next((colour for box, colour in reversed(grounds) if _holds(box, middle)), "#ffffff")
            if _distance(token.colour, ground) < CONTRAST:
                token.why_hidden = WHY["contrast"] + " (their colour is that of the ground)"


def _box_of(item: dict[str, Any]) -> Box:
    return (float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _distance(one: str, other: str) -> int:
    return max(abs(int(one[place : place + 2], 16) - int(other[place : place + 2], 16)) for place in (1, 3, 5))
