"""The typefaces, sizes and colours of each layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

INK = HexColor("#1c1c1c")
GREY = HexColor("#5a5a5a")


@dataclass(frozen=True)
class Look:
    """How one column of a page is set; lengths in points."""

    family: str = "Helvetica"
    size: float = 9.6
    leading: float = 1.36
    heading_size: float = 11.5
    accent: Color = INK
    ink: Color = INK
    grey: Color = GREY
    heading: str = "rule"  # rule, bar, plain, small
    dates: str = "right"  # right, under, left
    skills: str = "lines"  # lines, stacked, pills, grid
    bullet: str = "•"
    width: float = 480
    label_width: float = 92

    def on_dark(self) -> Look:
        """Give the same look in white, for a dark ground."""
        return replace(self, accent=white, ink=white, grey=HexColor("#d5e2ea"))

    def font(self, *, bold: bool = False, italic: bool = False) -> str:
        """Name the font of the family in that weight and slant."""
        return _FAMILIES[self.family][bold + 2 * italic]

    def style(self, *, size: float = 1.0, bold: bool = False, italic: bool = False, **more: Any) -> ParagraphStyle:
        """Make a paragraph style; ``size`` is a multiple of the body's."""
        points = self.size * size
        settings: dict[str, Any] = {"textColor": self.ink, "leading": points * self.leading} | more
        return ParagraphStyle("p", fontName=self.font(bold=bold, italic=italic), fontSize=points, **settings)

    def right(self) -> ParagraphStyle:
        """Make the style of dates that stand at the right edge."""
        return self.style(size=0.94, textColor=self.grey, alignment=TA_RIGHT)


_FAMILIES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Vera": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}


@cache
def register_fonts() -> None:
    """Make Bitstream Vera, which comes with reportlab and may be embedded, known to it."""
    for name in _FAMILIES["Vera"]:
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    pdfmetrics.registerFontFamily("Vera", *_FAMILIES["Vera"])
    # Paragraph markup looks its families up in lower case by the regular face's name.
    pdfmetrics.registerFontFamily("Times-Roman", *_FAMILIES["Times"])
