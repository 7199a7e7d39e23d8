"""What is drawn rather than set: pills, a stand-in for a photo."""

from __future__ import annotations

from io import BytesIO

from looks import Look
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable


class Pills(Flowable):
    """Words in rounded boxes, wrapped to the column."""

    def __init__(self, words: list[str], look: Look) -> None:
        super().__init__()
        self.words, self.look = words, look
        self.high = look.size * 1.75

    def wrap(self, available: float, _: float) -> tuple[float, float]:
        """Place the pills; the flowable's protocol of reportlab."""
        self.places: list[tuple[str, float, int, float]] = []
        x, row = 0.0, 0
        for word in self.words:
            wide = stringWidth(word, self.look.font(), self.look.size * 0.94) + 14
            if x and x + wide > available:
                x, row = 0.0, row + 1
            self.places.append((word, x, row, wide))
            x += wide + 5
        self.tall = (row + 1) * (self.high + 4)
        return available, self.tall

    def draw(self) -> None:
        """Draw the pills; the flowable's protocol of reportlab."""
        canvas = self.canv
        canvas.setStrokeColor(self.look.accent)
        canvas.setFillColor(self.look.ink)
        canvas.setFont(self.look.font(), self.look.size * 0.94)
        for word, x, row, wide in self.places:
            bottom = self.tall - (row + 1) * (self.high + 4) + 2
            canvas.roundRect(x, bottom, wide, self.high, self.high / 2, stroke=1, fill=0)
            canvas.drawString(x + 7, bottom + self.high * 0.32, word)


def portrait(ground: tuple[int, int, int], figure: tuple[int, int, int]) -> ImageReader:
    """Paint head and shoulders of nobody, 180 by 220 pixels."""
    large = Image.new("RGB", (720, 880), ground)
    pen = ImageDraw.Draw(large)
    pen.ellipse((-20, 560, 740, 1320), fill=figure)
    pen.rounded_rectangle((300, 440, 420, 640), 50, fill=figure)
    pen.ellipse((210, 150, 510, 530), fill=figure)
    small = large.filter(ImageFilter.GaussianBlur(3)).resize((180, 220), Image.Resampling.LANCZOS)
    data = BytesIO()
    small.save(data, "PNG")
    data.seek(0)
    return ImageReader(data)


def round_portrait(canvas: Canvas, x: float, y: float, radius: float, ground: tuple[int, int, int]) -> None:
    """Draw the portrait in a circle around (x, y)."""
    canvas.saveState()
    clip = canvas.beginPath()
    clip.circle(x, y, radius)
    canvas.clipPath(clip, stroke=0)
    canvas.drawImage(portrait(ground, (246, 248, 250)), x - radius, y - radius * 1.35, 2 * radius, 2.44 * radius)
    canvas.restoreState()
