"""The layouts: each gives the frames of a page, what is drawn behind them, and what flows through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

from blocks import section
from looks import Look
from ornaments import portrait, round_portrait
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, FrameBreak, Paragraph, Spacer
from source import Source

WIDE, HIGH = A4
Ground = Callable[[Canvas, int, int], None]


@dataclass(frozen=True)
class Layout:
    """The frames of every page, what flows through them, and what is drawn behind."""

    frames: list[Frame]
    story: list[Flowable]
    ground: Ground = lambda canvas, page, pages: None


def _frame(x: float, y: float, wide: float, high: float) -> Frame:
    return Frame(x, y, wide, high, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _sections(
    source: Source, look: Look, names: Sequence[str] | None = None, leave: Sequence[str] = ()
) -> Iterator[Flowable]:
    for name in names if names is not None else source.order:
        if name not in leave:
            yield from section(source, name, look)


def _accent(source: Source) -> Color:
    return HexColor(source.page.get("accent", "#1c1c1c"))


def _contact_line(source: Source, separator: str = "  ·  ") -> str:
    return escape(separator.join(text for _, text in source.contact()))


def _name(source: Source, look: Look, size: float, **more: Any) -> list[Flowable]:
    label = look.style(size=1.12, textColor=look.grey, spaceAfter=4, **more)
    return [
        Paragraph(
            escape(source.basics["name"]),
            look.style(size=size, bold=True, textColor=look.accent, spaceAfter=1, **more),
        ),
        Paragraph(escape(source.basics["label"]), label),
    ]


def _classic(source: Source) -> Layout:
    look = Look(family="Times", size=10.8, leading=1.28, heading_size=12.2, width=WIDE - 136)
    contact = Paragraph(_contact_line(source), look.style(size=0.95, alignment=TA_CENTER))
    story = [*_name(source, look, 2.0, alignment=TA_CENTER), contact, Spacer(0, 4), *_sections(source, look)]
    frame = _frame(68, 50, WIDE - 136, HIGH - 100)
    return Layout([frame], story)


def _two_columns(source: Source) -> Layout:
    look = Look(size=9.8, accent=_accent(source), width=322, dates="under", skills="stacked")
    right = replace(look, width=146)
    second = source.page["second_column"]
    head = [*_name(source, look, 2.35), Paragraph(_contact_line(source), look.style(textColor=look.grey))]
    story = [
        *head,
        FrameBreak(),
        *_sections(source, look, leave=second),
        FrameBreak(),
        *_sections(source, right, second),
    ]
    top = HIGH - 130

    def ground(canvas: Canvas, page: int, pages: int) -> None:
        canvas.setFillColor(look.accent)
        canvas.rect(48, HIGH - 38, 60, 5, stroke=0, fill=1)

    frames = [_frame(48, top, WIDE - 96, 88), _frame(48, 40, 322, top - 40), _frame(401, 40, 146, top - 40)]
    return Layout(frames, story, ground=ground)


def _sidebar(source: Source, *, left: bool) -> Layout:
    wide, edge, main = 180, 22, WIDE - 180
    accent = _accent(source)
    body = Look(family="Vera" if left else "Helvetica", size=9 if left else 10.4, accent=accent, heading_size=11.5)
    body = replace(body, leading=1.46, width=main - 2 * 30)
    side = replace(
        body,
        size=8.4 if left else 9.4,
        width=wide - 2 * edge,
        heading="small",
        heading_size=9,
        dates="under",
        skills="stacked",
    )
    side = side.on_dark() if left else side
    x, main_x = (0.0, wide) if left else (main, 0)

    def ground(canvas: Canvas, page: int, pages: int) -> None:
        canvas.setFillColor(accent if left else HexColor("#e9efe6"))
        canvas.rect(x, 0, wide, HIGH, stroke=0, fill=1)
        if source.page.get("photo"):
            round_portrait(canvas, x + wide / 2, HIGH - 92, 52, (120, 152, 170))

    names = source.page["sidebar"]
    top = HIGH - 158 if source.page.get("photo") else HIGH - 48
    frames = [_frame(main_x + 30, 36, main - 60, HIGH - 76), _frame(x + edge, 36, wide - 2 * edge, top - 36)]
    story = [
        *_name(source, body, 2.5),
        *_sections(source, body, leave=names),
        FrameBreak(),
        *_sections(source, side, names),
    ]
    return Layout(frames, story, ground=ground)


def _banner(source: Source) -> Layout:
    look = Look(
        family="Vera",
        size=8.7,
        leading=1.45,
        accent=_accent(source),
        heading="bar",
        heading_size=11,
        skills="pills",
    )
    look = replace(look, bullet="–", width=WIDE - 110)
    light = look.on_dark()
    initials = "".join(word[0] for word in source.basics["name"].split())

    def ground(canvas: Canvas, page: int, pages: int) -> None:
        if page > 1:
            return
        canvas.setFillColor(look.accent)
        canvas.rect(0, HIGH - 116, WIDE, 116, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#f2b33d"))
        canvas.rect(0, HIGH - 121, WIDE, 5, stroke=0, fill=1)
        canvas.circle(WIDE - 92, HIGH - 58, 36, stroke=0, fill=1)
        canvas.setFillColor(look.accent)
        canvas.setFont("VeraBd", 25)
        canvas.drawCentredString(WIDE - 92, HIGH - 67, initials)

    head = [*_name(source, light, 2.6), Paragraph(_contact_line(source), light.style(textColor=white))]
    frames = [_frame(55, HIGH - 112, WIDE - 215, 86), _frame(55, 34, WIDE - 110, HIGH - 121 - 50)]
    return Layout(frames, [*head, FrameBreak(), *_sections(source, look)], ground=ground)


def _two_pages(source: Source) -> Layout:
    look = Look(size=10.4, leading=1.44, heading_size=12, accent=_accent(source), width=WIDE - 128)
    contact = Paragraph(_contact_line(source), look.style(size=0.86, textColor=look.grey))
    frames = [_frame(64, 68, WIDE - 128, HIGH - 124)]
    ground = _running_foot(source, look, 64)
    return Layout(frames, [*_name(source, look, 2.3), contact, Spacer(0, 4), *_sections(source, look)], ground)


def _academic(source: Source) -> Layout:
    look = Look(family="Times", size=11, leading=1.3, heading_size=12.5, heading="plain", width=WIDE - 150)
    address = [Paragraph(escape(text), look.style()) for _, text in source.contact()]
    frames = [_frame(75, 62, WIDE - 150, HIGH - 124)]
    story = [*_name(source, look, 1.7), *address, *_sections(source, look)]
    return Layout(frames, story, _running_foot(source, look, 75))


def _running_foot(source: Source, look: Look, margin: float) -> Ground:
    word = "Curriculum vitae" if source.page["layout"] == "academic" else "Resume"

    def ground(canvas: Canvas, page: int, pages: int) -> None:
        canvas.setFont(look.font(), 8)
        canvas.setFillColor(look.grey)
        canvas.drawString(margin, 32, f"{source.basics['name']} · {word}")
        canvas.drawRightString(WIDE - margin, 32, f"Page {page} of {pages}")

    return ground


def _label_left(source: Source) -> Layout:
    look = Look(
        size=10.4,
        leading=1.42,
        heading_size=11.5,
        dates="left",
        width=WIDE - 132,
        label_width=118,
        accent=_accent(source),
    )
    labels = {"address": "Anschrift", "email": "E-Mail", "phone": "Telefon", "link": "Web"}
    rows = [
        {"language": "Name", "fluency": source.basics["name"]},
        {"language": "Beruf", "fluency": source.basics["label"]},
    ]
    rows += [{"language": labels[kind], "fluency": text} for kind, text in source.contact()]
    resume = source.resume | {"languages": rows}
    personal = replace(
        source, resume=resume, page=source.page | {"headings": {"languages": source.heading("personal")}}
    )
    beside = replace(look, width=look.width - 100)

    def ground(canvas: Canvas, page: int, pages: int) -> None:
        if page == 1:
            canvas.drawImage(portrait((214, 216, 218), (138, 142, 146)), WIDE - 66 - 82, HIGH - 152, 82, 100)

    title = Paragraph("Lebenslauf", look.style(size=2.1, bold=True, spaceAfter=8))
    signed = Paragraph(escape(source.page["signed"]), look.style(spaceBefore=34))
    story = [title, *section(personal, "languages", beside), Spacer(0, 6), *_sections(source, look), signed]
    frame = _frame(66, 50, WIDE - 132, HIGH - 100)
    return Layout([frame], story, ground)


def _keywords(source: Source) -> Layout:
    look = Look(
        size=8.8,
        leading=1.3,
        heading_size=10.5,
        accent=_accent(source),
        heading="rule",
        skills="grid",
        width=WIDE - 100,
    )
    contact = Paragraph(_contact_line(source, " | "), look.style(spaceAfter=2))
    frame = _frame(50, 40, WIDE - 100, HIGH - 78)
    # White, one point high: what a person cannot see on the page and a reader should say so.
    hidden = Paragraph(escape(source.page["hidden"]), look.style(size=1 / look.size, textColor=white))
    return Layout([frame], [*_name(source, look, 2.0), contact, *_sections(source, look), hidden])


LAYOUTS: dict[str, Callable[[Source], Layout]] = {
    "classic": _classic,
    "two_columns": _two_columns,
    "sidebar_left": lambda source: _sidebar(source, left=True),
    "sidebar_right": lambda source: _sidebar(source, left=False),
    "banner": _banner,
    "two_pages": _two_pages,
    "label_left": _label_left,
    "academic": _academic,
    "keywords": _keywords,
}
