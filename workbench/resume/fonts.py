"""What the names of fonts promise, and the look of a piece of text."""

from __future__ import annotations

import re


class Style:
    """How a piece of text looks; `mode` is PDF's text render mode."""

    __slots__ = ("bold", "colour", "font", "italic", "mode", "scale")

    def __init__(self, font: str, bold: bool, italic: bool, colour: str, scale: float, mode: int) -> None:
        self.font, self.bold, self.italic = font, bold, italic
        self.colour, self.scale, self.mode = colour, scale, mode


def is_bold(font: str) -> bool:
    """Say whether a font's name promises a heavy weight; LaTeX's names count too."""
    return bool(re.search(r"bold|black|heavy|semib|demi|extrab|-bd|,b|CMB|CMCSC?B|SFBX|LMRoman\d+-Bold", font, re.I))


def is_italic(font: str) -> bool:
    """Say whether a font's name promises a slant."""
    return bool(re.search(r"italic|oblique|-it\b|CMTI|SFTI|CMSL", font, re.I))
