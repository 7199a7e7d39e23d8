"""Pictures of documents that have no pages of their own: their lines on a white page."""

from __future__ import annotations

import io

from workbench.errors import Refused
from workbench.resume.document import Document


def draw_lines(document: Document, number: int, scale: float, blackout: list[list[float]]) -> bytes:
    """Draw a page's words where the layout put them, as PNG.

    Raises
    ------
    Refused
        When there is no such page.
    """
    from PIL import Image, ImageDraw, ImageFont

    if not 1 <= number <= len(document.pages):
        raise Refused("damaged", document.file, f"It has no page {number}.")
    page = document.pages[number - 1]
    scale = min(scale, 6.0)
    image = Image.new("RGB", (round(page.width * scale), round(page.height * scale)), "white")
    canvas = ImageDraw.Draw(image)
    for line in page.lines:
        if line.hidden:
            continue
        font = ImageFont.load_default(max(6.0, 0.92 * line.size * scale))
        for word in line.words:
            canvas.text((word.box[0] * scale, word.box[1] * scale), word.text, fill=line.colour, font=font)
            if line.bold:
                canvas.text((word.box[0] * scale + 0.5, word.box[1] * scale), word.text, fill=line.colour, font=font)
        if line.kind == "bullet":
            canvas.text(((line.box[0] - 10) * scale, line.box[1] * scale), "•", fill=line.colour, font=font)
    for x0, top, x1, bottom in blackout:
        canvas.rectangle((x0 * scale - 1, top * scale - 1, x1 * scale + 2, bottom * scale + 2), fill=(32, 32, 32))
    stream = io.BytesIO()
    image.save(stream, "PNG", compress_level=3)
    return stream.getvalue()
