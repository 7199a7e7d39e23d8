"""PDF through pdfium's raw text interface: words with box, size, weight, colour, and links.

One call gives a page's text; boxes are asked for at a word's two ends only, which is five times faster than
asking for every character. A word that looks like several ("sinceJanuary2016") is measured letter by letter.
"""

from __future__ import annotations

import ctypes
import itertools
import re
from typing import Any

import pypdfium2.raw as raw

from workbench.resume import calls
from workbench.resume.document import Box
from workbench.resume.repair import RIGHT_TO_LEFT
from workbench.resume.styles import Styles
from workbench.resume.surroundings import drawn_bullets, find_pictures, read_links
from workbench.resume.tokens import Sheet, Token

_LOST_GAP = re.compile(r"[a-z][A-Z0-9]|[0-9][A-Za-z]|[,;:)][A-Za-z]|\S{15}")
_NARROW = re.compile(r"[iljtfrI1.,'|:;()\[\]/-]+")
_WORD = re.compile(r"[^\s\x00\u200b]+")
_MAX_CHARACTERS = 400_000


def _may_lack_gap(text: str) -> bool:
    """Whether a word looks like several; most words are plainly one, and that is cheaper to see."""
    if len(text) < 15 and text.isalpha() and (text.islower() or text.istitle() or text.isupper()):
        return False
    return bool(_LOST_GAP.search(text))


class TextPage:
    """Reads one page; the buffers for pdfium's answers are made once."""

    def __init__(self, document: Any, page: Any, number: int) -> None:
        self._document = document
        self._page = page
        self._text = raw.FPDFText_LoadPage(page)
        if not self._text:
            raise ValueError("pdfium gives no text for this page")
        self._handle = calls.address(self._text)
        self._rectangle = (ctypes.c_float * 4)()
        self._corner = ctypes.addressof(self._rectangle)
        self._lossy = False
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        self._left, self._top, self._right, self._bottom = box.left, box.top, box.right, box.bottom
        self._turn = raw.FPDFPage_GetRotation(page) % 4
        self._styles = Styles(self._handle, self._top if self._turn == 0 else None)
        self.sheet = Sheet(number, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page))

    def close(self) -> None:
        """Give the text back to pdfium."""
        raw.FPDFText_ClosePage(self._text)

    def read(self) -> Sheet:
        """Give the page's words in the order of the file, its links and its pictures."""
        text = self._whole_text()
        spans = [found.span() for found in _WORD.finditer(text)]
        words = self._apart(text, self._spaced_out(text, spans))
        self._lossy = any(
            self._add_split(text[start:end], start, end)
            for start, end in words
            if text[start:end].isalnum() and _may_lack_gap(text[start:end])
        )
        self.sheet.tokens.clear()
        starts = [start for start, _ in words]
        self._styles.learn(starts)
        firsts, lasts = self._boxes(starts), self._boxes([end - 1 for _, end in words])
        for (start, end), first, last in zip(words, firsts, lasts, strict=True):
            self._add(text[start:end], start, end, first, last)
        self.sheet.links = read_links(self._document, self._page, self.sheet.number, self._turned)
        self.sheet.pictures, self.sheet.shades, marks = find_pictures(self._page, self.sheet.tokens, self._turned)
        self.sheet.tokens += drawn_bullets(marks, self.sheet.tokens)
        return self.sheet

    def _apart(self, text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Part a word that pdfium has joined over a line's end at its hyphen."""
        if "\ufffe" not in text and "\x02" not in text:
            return words
        result: list[tuple[int, int]] = []
        for start, end in words:
            for place in range(start + 1, end - 1):
                if text[place] in "\ufffe\x02":
                    one, two = self._box(place - 1), self._box(place + 1)
                    if two[0] < one[0] or two[1] > one[3]:
                        result.append((start, place + 1))
                        start = place + 1
            result.append((start, end))
        return result

    def _spaced_out(self, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Put letterspaced words together: "J O H N  D O E" is two words, not seven."""
        result: list[tuple[int, int]] = []
        line: list[tuple[int, int]] = []
        for span in spans:
            if line and "\n" in text[line[-1][1] : span[0]]:
                result += self._one_line(text, line)
                line = []
            line.append(span)
        return result + self._one_line(text, line)

    def _one_line(self, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        letters = sum(end - start for start, end in spans)
        if len(spans) < 2 or letters > 4.5 * len(spans):
            return spans
        inside = []
        for start, end in spans:
            if end - start > 1:
                one, two = self._box(start), self._box(start + 1)
                inside.append((two[0] - one[2]) / max(one[3] - one[1], 1))
        single = len(spans) - len(inside)
        spaced = sorted(inside)[len(inside) // 2] > 0.05 if inside else single >= 3
        if spaced and (single >= 2 or len(inside) >= 3):
            return self._joined(text, spans[0][0], spans[-1][1])
        return spans

    def _joined(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Cut a letterspaced stretch where the file has a space of its own, else where the gap is wide."""
        letters = [index for index in range(start, end) if not text[index].isspace()]
        boxes = {index: self._box(index) for index in letters}
        pairs = list(itertools.pairwise(letters))
        gaps = [boxes[after][0] - boxes[before][2] for before, after in pairs]
        usual = sorted(gaps)[len(gaps) // 2]
        height = boxes[letters[0]][3] - boxes[letters[0]][1]
        if usual < 0.04 * height:
            return [span.span() for span in re.compile(r"\S+").finditer(text, start, end)]
        spaces = [
            sum(text[index].isspace() and not raw.FPDFText_IsGenerated(self._text, index) for index in range(a + 1, b))
            for a, b in pairs
        ]
        few = sorted(spaces)[len(spaces) // 2]  # where a space stands between all letters, two part the words
        cuts = [start]
        for (before, after), gap, own in zip(pairs, gaps, spaces, strict=True):
            if own > few or gap > usual + 0.3 * height or gap < -height:
                cuts += [before + 1, after]
        cuts.append(end)
        return list(zip(cuts[::2], cuts[1::2], strict=True))

    def _whole_text(self) -> str:
        count = raw.FPDFText_CountChars(self._text)
        if count <= 0:
            return ""
        count = min(count, _MAX_CHARACTERS)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text
        codes = map(calls.char_code, itertools.repeat(self._handle), range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes)

    def _box(self, index: int) -> Box:
        calls.char_box(self._handle, index, self._corner)
        left, top, right, bottom = self._rectangle
        if self._turn == 0:
            return (left - self._left, self._top - top, right - self._left, self._top - bottom)
        return self._turned(left, top, right, bottom)

    def _boxes(self, characters: list[int]) -> list[Box]:
        """Measure many characters at once."""
        if self._turn:
            return [self._box(index) for index in characters]
        left, top, right, bottom = calls.char_boxes(self._handle, characters).T
        columns = (left - self._left, self._top - top, right - self._left, self._top - bottom)
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def _turned(self, left: float, top: float, right: float, bottom: float) -> Box:
        if self._turn == 0:
            return (left - self._left, self._top - top, right - self._left, self._top - bottom)
        if self._turn == 1:
            return (bottom - self._bottom, left - self._left, top - self._bottom, right - self._left)
        if self._turn == 2:
            return (self._right - right, bottom - self._bottom, self._right - left, top - self._bottom)
        return (self._top - top, self._right - right, self._top - bottom, self._right - left)

    def _add(self, text: str, start: int, end: int, first: Box, last: Box) -> None:
        x0, top, x1, bottom = first
        if end - start > 1:
            a, b, c, d = last
            if c < x0 - 0.5 * (bottom - top) or abs(b - top) > 1.5 * (bottom - top) + 1:
                self._add_turned(text, start, end)
                return
            if (self._lossy or _may_lack_gap(text)) and self._add_split(text, start, end):
                return
            if not text.isalnum():
                text = "".join(text.split())
            if not text.isascii() and x0 < a and len(RIGHT_TO_LEFT.findall(text)) > len(text) // 2:
                text = text[::-1]  # its letters stand in the file as they stand on the page
            x0, top = a if a < x0 else x0, b if b < top else top
            x1, bottom = c if c > x1 else x1, d if d > bottom else bottom
        self._append(text, x0, top, x1, bottom, start)

    def _append(self, text: str, x0: float, top: float, x1: float, bottom: float, index: int) -> Token:
        style = self._styles.at(index)
        height = bottom - top
        size = style.size
        if not 0.6 * height <= size <= 2.6 * height:
            size = 0.8 * height
        base = self._base(index) if style.base is None else style.base
        if not top - height <= base <= bottom + height:
            base = bottom - 0.21 * height
        token = Token(
            text, x0, top, x1, bottom, size, style.bold, style.italic, style.colour, style.font, "", True, base
        )
        if style.mode == 3:
            token.why_hidden = "drawn in a mode that paints nothing"
        elif x1 - x0 <= 0.24 * size * len(text) and self._is_replaced(token, index):
            token.why_hidden = "the file gives"
        self.sheet.tokens.append(token)
        return token

    def _add_split(self, text: str, start: int, end: int) -> bool:
        """Cut a word at gaps that are wider than its letters' spacing; False when it has none."""
        boxes = [self._box(start + place) for place, letter in enumerate(text) if not letter.isspace()]
        text = "".join(text.split())
        gaps = [after[0] - before[2] for before, after in itertools.pairwise(boxes)]
        if not gaps:
            return False
        usual = sorted(gaps)[len(gaps) // 2]
        wide = max(usual + 0.085 * (boxes[0][3] - boxes[0][1]), 0.7)
        cuts = [0, *(place + 1 for place, gap in enumerate(gaps) if gap > wide), len(text)]
        if len(cuts) == 2:
            return False
        for a, b in itertools.pairwise(cuts):
            part = boxes[a:b]
            self._append(
                text[a:b],
                min(box[0] for box in part),
                min(box[1] for box in part),
                max(box[2] for box in part),
                max(box[3] for box in part),
                start + a,
            )
        return True

    def _add_turned(self, text: str, start: int, end: int) -> None:
        """A word that runs up, down or backwards: its box is the union of its letters' boxes."""
        boxes = [self._box(index) for index in range(start, end)]
        if len(boxes) == len(text) and boxes[0][0] > boxes[-1][0] and not RIGHT_TO_LEFT.search(text):
            text = text[::-1]  # pdfium turns figures round with the words beside them
        token = self._append(
            text,
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
            start,
        )
        token.upright = token.x1 - token.x0 > token.bottom - token.top

    def _is_replaced(self, token: Token, index: int) -> bool:
        """Whether the file gives these words to software in place of what is drawn (ActualText).

        pdfium spreads such words evenly over the place of what is drawn, so they come out impossibly narrow.
        """
        width = token.x1 - token.x0
        if len(token.text) < 4 or width > 0.24 * token.size * len(token.text) or _NARROW.fullmatch(token.text):
            return False
        item = raw.FPDFText_GetTextObject(self._text, index)
        if not item:
            return False
        for number in range(min(raw.FPDFPageObj_CountMarks(item), 20)):
            mark = raw.FPDFPageObj_GetMark(item, number)
            if raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") == raw.FPDF_OBJECT_STRING:
                return True
        return False

    def _base(self, index: int) -> float:
        ((x, y),) = calls.char_origins(self._handle, [index])
        return self._turned(x, y, x, y)[1]
