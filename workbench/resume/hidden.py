"""Words nobody can see, found by looking: contrast under each word's box on the drawn page.

Attributes (white, mode 3, alpha 0) fire on one honest file in five, because pages have dark sidebars and scans
carry a text layer. So the drawn page decides, and attributes only explain.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.resume.document import Box
from workbench.resume.profile import Finding
from workbench.resume.repair import is_icon_font
from workbench.resume.tokens import Sheet, Token

Pixels = npt.NDArray[np.uint8]
CONTRAST = 12  # of 255; text of a light grey on white has 30 and more
TINY = 1.8  # points: smaller letters cannot be read on paper
_REPLACED = "The file gives these words to software in place of what is drawn"
_NAME = 5  # words; the names of icons and parts of charts are shorter
_SPOKEN = re.compile(r":$|^\\|^https?:|^\W*$")
_LONG = 12  # letters of one word over ordinary letters; over an icon its name may be as long
_LETTERS = 4  # shorter scraps are ornaments, not words

WHY = {
    "contrast": "These words are in the file, but nothing of them shows on the page",
    "outside": "These words lie outside the page",
    "tiny": "These words are set so small that nobody can read them",
    "note": "This note is attached to the page and set not to be shown",
}


def mark_hidden(sheet: Sheet, grey: Pixels, scale: float, colour: Any) -> None:
    """Set `why_hidden` on the words of a page that cannot be seen.

    Parameters
    ----------
    sheet
        The page's words, in points.
    grey
        The page drawn in shades of grey, `scale` pixels a point, shape (height, width).
    colour
        A function that draws the page in colour; called only when a word has no contrast in grey.
    """
    pixels: Pixels | None = None
    for token, shows in zip(sheet.tokens, _show(grey, sheet, scale), strict=True):
        if shows and not token.why_hidden:
            continue
        explained, token.why_hidden = token.why_hidden, ""
        if not (token.text.isalnum() or any(map(str.isalnum, token.text))):
            continue
        if token.x1 < 0.5 or token.x0 > sheet.width - 0.5 or token.bottom < 0.5 or token.top > sheet.height - 0.5:
            token.why_hidden = WHY["outside"]
        elif explained.startswith("the file gives"):
            token.why_hidden = _REPLACED
        elif token.size < TINY and token.bottom - token.top < 1.6 * TINY:
            token.why_hidden = WHY["tiny"]
        elif _flat(grey, token, scale):
            if pixels is None:
                pixels = colour()
            if pixels is None or _flat(pixels, token, scale):
                token.why_hidden = WHY["contrast"] + (f" ({explained})" if explained else _explain(token))


def _show(grey: Pixels, sheet: Sheet, scale: float) -> list[bool]:
    """Say of all words at once which of them show: one line of pixels through the letters settles it for almost all."""
    if not sheet.tokens:
        return []
    x0, top, x1, bottom, size, base, upright = np.array(
        [(t.x0, t.top, t.x1, t.bottom, t.size, t.base, t.upright) for t in sheet.tokens]
    ).T
    readable = (size >= TINY) | (bottom - top >= 1.6 * TINY)
    inside = (x1 >= 0.5) & (x0 <= sheet.width - 0.5) & (bottom >= 0.5) & (top <= sheet.height - 0.5)
    height, width = grey.shape
    letters = np.maximum(size, 2.0)
    first = np.maximum(((base - 0.7 * letters) * scale).astype(int), 0)
    last = np.minimum(((base + 0.02 * letters) * scale).astype(int) + 1, height)
    left, right = np.maximum((x0 * scale).astype(int), 0), np.minimum((x1 * scale).astype(int) + 1, width)
    fits = (first < last) & (left < right) & (upright > 0) & readable & inside
    shows = np.zeros(len(fits), dtype=bool)
    which = np.flatnonzero(fits)
    if which.size:
        lengths = (right - left)[which]
        starts = np.cumsum(lengths) - lengths
        columns = np.arange(lengths.sum()) + np.repeat(left[which] - starts, lengths)
        values = grey[np.repeat(((2 * first + 3 * last) // 5)[which], lengths), columns]
        brightest, darkest = np.maximum.reduceat(values, starts), np.minimum.reduceat(values, starts)
        shows[which] = brightest - darkest >= CONTRAST
    return shows.tolist()


def _explain(token: Token) -> str:
    if token.colour >= "#f0f0f0":
        return " (their colour is that of the paper)"
    return " (covered, cut off, transparent or on a layer that is switched off)"


def _flat(pixels: Pixels, token: Token, scale: float) -> bool:
    """Whether nothing is drawn where the word's letters should stand."""
    height, width = pixels.shape[:2]
    size = max(token.size, 2.0)
    top = max(int((token.base - 0.7 * size) * scale), 0)
    bottom = min(int((token.base + 0.02 * size) * scale) + 1, height)
    left, right = max(int(token.x0 * scale), 0), min(int(token.x1 * scale) + 1, width)
    if not token.upright:
        top, bottom = max(int(token.top * scale), 0), min(int(token.bottom * scale) + 1, height)
    part = pixels[top:bottom, left:right]
    if part.size == 0:
        return True
    if part.ndim == 2:
        return int(part.max()) - int(part.min()) < CONTRAST
    flat = part.reshape(-1, part.shape[2])
    return bool((flat.max(axis=0).astype(int) - flat.min(axis=0).astype(int)).max() < CONTRAST)


def hidden_findings(sheets: list[Sheet]) -> list[Finding]:
    """Put hidden words together line by line, with their place and why they cannot be seen."""
    findings: list[Finding] = []
    for sheet in sheets:
        group: list[Token] = []
        for token in sheet.tokens:
            if not token.why_hidden:
                continue
            if group and (
                token.why_hidden != group[-1].why_hidden or abs(token.base - group[-1].base) > 2.5 * group[-1].size + 1
            ):
                findings += _finding(group, sheet.number)
                group = []
            group.append(token)
        findings += _finding(group, sheet.number)
        for box, text in sheet.notes:
            findings.append(Finding("hidden_text", sheet.number, box, text[:500], WHY["note"] + "."))
    return findings


def _finding(group: list[Token], page: int) -> list[Finding]:
    text = " ".join(token.text for token in group)
    # the name of an icon ("phone:") or of a part of a chart is a kindness to people who listen to the page
    replaced = bool(group) and group[0].why_hidden == _REPLACED
    spoken = [token for token in group if not _SPOKEN.search(token.text)]
    long = any(len(token.text) >= _LONG and not is_icon_font(token.font) for token in spoken)
    if replaced and len(spoken) < _NAME and not long:
        return []
    if sum(letter.isalnum() for letter in text) < _LETTERS:
        for token in group:
            token.why_hidden = ""
        return []
    box: Box = (
        min(token.x0 for token in group),
        min(token.top for token in group),
        max(token.x1 for token in group),
        max(token.bottom for token in group),
    )
    return [Finding("hidden_text", page, box, text[:500], group[0].why_hidden + ".")]
