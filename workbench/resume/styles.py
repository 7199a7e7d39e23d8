"""How a page's pieces of text look, asked of pdfium for all pieces at once and for each only once."""

from __future__ import annotations

import ctypes
from itertools import repeat

import pypdfium2.raw as raw

from workbench.resume import calls
from workbench.resume.fonts import Style, is_bold, is_italic, is_plain


class Styles:
    """The looks of one page's pieces of text; `top` is the page's upper edge, None when the page is turned."""

    def __init__(self, text: int, top: float | None) -> None:
        self._text, self._top = text, top
        self._known: dict[int, Style] = {}
        self._fonts: dict[int | None, tuple[str, bool, bool]] = {}

    def learn(self, characters: list[int]) -> None:
        """Look up the pieces that these characters belong to."""
        fresh: dict[int, int] = {}
        for item, character in zip(map(calls.text_object, repeat(self._text), characters), characters, strict=True):
            if item and item not in self._known:
                fresh.setdefault(item, character)
        self._known |= dict(zip(fresh, self._look_up([*fresh], [*fresh.values()]), strict=True))

    def at(self, character: int) -> Style:
        """Give the look of one character."""
        item = calls.text_object(self._text, character)
        style = self._known.get(item)
        if style is None:
            (style,) = self._look_up([item], [character])
            if item:
                self._known[item] = style
        return style

    def _look_up(self, items: list[int | None], characters: list[int]) -> list[Style]:
        count = len(items)
        colours, matrices = (ctypes.c_uint * (4 * count))(), (ctypes.c_float * (6 * count))()
        start = ctypes.addressof(colours)
        channels = [range(start + 4 * channel, start + 16 * count, 16) for channel in range(4)]
        calls.drain(map(calls.char_colour, repeat(self._text), characters, *channels))
        start = ctypes.addressof(matrices)
        calls.drain(map(calls.matrix, items, range(start, start + 24 * count, 24)))
        sizes = map(calls.char_size, repeat(self._text), characters)
        origins = calls.char_origins(self._text, characters)
        fonts, modes = map(calls.text_font, items), map(calls.text_mode, items)
        red, green, blue = colours[::4], colours[1::4], colours[2::4]
        tilt, across, down = matrices[1::6], matrices[2::6], matrices[3::6]
        return [
            self._style(bool(item), f"#{r & 255:02x}{g & 255:02x}{b & 255:02x}", size, (t, c, d), font, mode, y)
            for item, r, g, b, size, t, c, d, font, mode, (_, y) in zip(
                items, red, green, blue, sizes, tilt, across, down, fonts, modes, origins, strict=True
            )
        ]

    def _style(
        self,
        known: bool,
        colour: str,
        size: float,
        matrix: tuple[float, float, float],
        font: int | None,
        mode: int,
        level: float,
    ) -> Style:
        if not known:
            return Style("", False, False, colour, size, 0)
        tilt, across, down = matrix
        scale = (across**2 + down**2) ** 0.5 or 1.0
        name, bold, italic = self._fonts.get(font) or self._font(font)
        base = self._top - level if self._top is not None and abs(tilt) < 1e-4 * scale else None
        return Style(name, bold or mode == 2, italic, colour, size * scale, mode, base)

    def _font(self, key: int | None) -> tuple[str, bool, bool]:
        font = ctypes.cast(key or 0, raw.FPDF_FONT)
        length = raw.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFFont_GetBaseFontName(font, buffer, length)
        name = buffer.value.decode("latin-1").rpartition("+")[2]
        heavy = is_bold(name) or (not is_plain(name) and raw.FPDFFont_GetWeight(font) >= 600)
        self._fonts[key] = (name, heavy, is_italic(name))
        return self._fonts[key]
