"""What the templates have in common: a bullet, a rule, a tinted box, a centred head."""

from __future__ import annotations

from careers import Job, Person
from reportlab.lib.colors import HexColor
from typeset import HEIGHT, Sheet


def bullets(sheet: Sheet, job: Job, x: float, size: float = 9.5, mark: str = "•") -> None:
    for text in job.bullets:
        sheet.down(f"{mark} {text}", x, size)


def rule(sheet: Sheet, x0: float, y: float, x1: float, colour: str = "#888888") -> None:
    sheet.canvas.setStrokeColor(HexColor(colour))
    sheet.canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)


def box(sheet: Sheet, x0: float, top: float, x1: float, bottom: float, colour: str) -> None:
    sheet.canvas.setFillColor(HexColor(colour))
    sheet.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)


def centred_head(sheet: Sheet, p: Person) -> None:
    sheet.at(297, 60, p.name, 22, True, centre=True)
    sheet.at(297, 78, f"{p.place} | {p.phone} | {p.email}", 9, centre=True)
    sheet.y = 90
