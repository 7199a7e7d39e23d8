"""What the names of fonts promise, and the look of a piece of text."""

from __future__ import annotations

import re


class Style:
    """How a piece of text looks; `mode` is PDF's text render mode, `base` where its letters stand when it is level."""

    __slots__ = ("base", "bold", "colour", "font", "italic", "mode", "size")

    def __init__(
        self, font: str, bold: bool, italic: bool, colour: str, size: float, mode: int, base: float | None = None
    ) -> None:
        self.font, self.bold, self.italic = font, bold, italic
        self.colour, self.size, self.mode, self.base = colour, size, mode, base


def is_bold(font: str) -> bool:
    """Say whether a font's name promises a heavy weight; LaTeX's names count too."""
    return bool(re.search(r"bold|black|heavy|semib|demi|extrab|-bd|,b|CMB|CMCSC?B|SFBX|LMRoman\d+-Bold", font, re.I))


def is_plain(font: str) -> bool:
    """Say whether a font's name promises an ordinary weight, whatever the width of its stems suggests."""
    return bool(re.search(r"regular|book|roman\b|light|medium|normal|thin|-text\b|(?<!semi)italic$", font, re.I))


def is_italic(font: str) -> bool:
    """Say whether a font's name promises a slant."""
    return bool(re.search(r"italic|oblique|-it\b|CMTI|SFTI|CMSL", font, re.I))
