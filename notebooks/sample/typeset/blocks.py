"""Turn a profile's sections into flowables for one column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from looks import Look
from ornaments import Pills
from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle
from source import Source

_NO_PADDING = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
_TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")


def section(source: Source, name: str, look: Look) -> Iterator[Flowable]:
    """Yield a section's heading and what stands under it."""
    yield CondPageBreak(5 * look.size * look.leading)
    yield from heading(source.heading(name), look)
    if name == "summary":
        yield Paragraph(escape(source.basics["summary"]), look.style())
    elif name == "contact":
        for _, text in source.contact():
            yield Paragraph(escape(text), look.style(size=0.94, spaceAfter=2))
    elif name == "skills":
        yield from _skills(source.resume["skills"], look)
    else:
        for number, entry in enumerate(source.resume[name], start=1):
            yield from _ENTRIES[name](source, entry, look, number)


def heading(text: str, look: Look) -> Iterator[Flowable]:
    """Yield a section heading in the look's manner."""
    size = look.heading_size / look.size
    words = text.upper() if look.heading == "small" else text
    gap = look.size * 1.15
    style = look.style(size=size, bold=True, textColor=look.accent, spaceBefore=gap, spaceAfter=2, keepWithNext=True)
    yield Paragraph(escape(words), style)
    if look.heading in ("rule", "bar"):
        wide, thick = (look.width, 0.7) if look.heading == "rule" else (26, 2.6)
        yield HRFlowable(width=wide, thickness=thick, color=look.accent, spaceBefore=1, spaceAfter=5, hAlign="LEFT")


def _row(left: list[Flowable], right: list[Flowable], widths: tuple[float, float]) -> Table:
    table = Table([[left, right]], colWidths=widths, hAlign="LEFT")
    table.setStyle(TableStyle([*_NO_PADDING, _TOP]))
    return table


def _entry(title: str, under: str, when: str, body: list[Flowable], look: Look) -> Iterator[Flowable]:
    """Yield one entry: its title and dates, a line under them, and its body."""
    head = [Paragraph(title, look.style(size=1.03))]
    if under:
        head.append(Paragraph(under, look.style(textColor=look.grey, spaceAfter=2)))
    if look.dates == "left":
        dates = [Paragraph(when, look.style(size=0.94, textColor=look.grey))]
        yield _row(dates, head + body, (look.label_width, look.width - look.label_width))
        yield Spacer(0, look.size * 0.6)
        return
    yield CondPageBreak(4 * look.size * look.leading)
    if look.dates == "right" and when:
        yield _row(head, [Paragraph(when, look.right())], (look.width - 112, 112))
    else:
        yield from head
        if when:
            yield Paragraph(when, look.style(size=0.94, textColor=look.grey, spaceAfter=2))
    yield from body
    yield Spacer(0, look.size * 0.55)


def _bullets(entry: dict[str, Any], look: Look) -> list[Flowable]:
    style = look.style(leftIndent=look.size * 1.2, bulletIndent=look.size * 0.2, spaceBefore=1.6)
    style.bulletFontName, style.bulletFontSize, style.bulletColor = look.font(), look.size, look.accent
    first = [Paragraph(escape(entry["summary"]), look.style(spaceAfter=2))] if "summary" in entry else []
    return first + [Paragraph(escape(text), style, bulletText=look.bullet) for text in entry.get("highlights", [])]


def _work(source: Source, entry: dict[str, Any], look: Look, number: int) -> Iterator[Flowable]:
    description = f" ({entry['description']})" if "description" in entry else ""
    under = escape(f"{entry['name']}{description}, {entry['location']}")
    yield from _entry(f"<b>{escape(entry['position'])}</b>", under, source.when(entry), _bullets(entry, look), look)


def _education(source: Source, entry: dict[str, Any], look: Look, number: int) -> Iterator[Flowable]:
    title = ", ".join(part for part in (entry["studyType"], entry.get("area")) if part)
    yield from _entry(f"<b>{escape(title)}</b>", escape(entry["institution"]), source.when(entry), [], look)


def _volunteer(source: Source, entry: dict[str, Any], look: Look, number: int) -> Iterator[Flowable]:
    title = f"<b>{escape(entry['position'])}</b>"
    yield from _entry(title, escape(entry["organization"]), source.when(entry), _bullets(entry, look), look)


def _publication(source: Source, entry: dict[str, Any], look: Look, number: int) -> Iterator[Flowable]:
    who, what, where = (escape(entry[key]) for key in ("summary", "name", "publisher"))
    text = f"{who}. {what}. <i>{where}</i>, {source.when(entry)}."
    style = look.style(leftIndent=22, bulletIndent=2, spaceAfter=2.5)
    style.bulletFontName, style.bulletFontSize = look.font(), look.size
    yield Paragraph(text, style, bulletText=f"[{number}]")


def _project(source: Source, entry: dict[str, Any], look: Look, number: int) -> Iterator[Flowable]:
    body: list[Flowable] = [Paragraph(escape(entry["description"]), look.style())]
    yield from _entry(f"<b>{escape(entry['name'])}</b>", "", source.when(entry), body, look)


def _short(source: Source, entry: dict[str, Any], look: Look, number: int) -> Iterator[Flowable]:
    """Yield a line for a certificate, award, language, interest or reference."""
    name = next(entry[key] for key in ("name", "title", "language") if key in entry)
    more = [entry[key] for key in ("issuer", "fluency", "summary", "reference") if key in entry]
    when = source.when(entry)
    if look.dates == "left" and (when or "fluency" in entry):
        left, right = (name, more) if "fluency" in entry else (when, [name, *more])
        label = [Paragraph(escape(left), look.style(size=0.94, textColor=look.grey))]
        text = [Paragraph(escape(", ".join(right)), look.style(spaceAfter=3))]
        yield _row(label, text, (look.label_width, look.width - look.label_width))
        return
    line = ", ".join([name, *more, *([when] if when else [])])
    yield Paragraph(escape(line), look.style(spaceAfter=2))


def _skills(skills: list[dict[str, Any]], look: Look) -> Iterator[Flowable]:
    if look.skills == "pills":
        for group in skills:
            yield Paragraph(escape(group["name"]), look.style(size=0.94, textColor=look.grey, spaceBefore=3))
            yield Pills(group["keywords"], look)
        return
    rows = [(escape(group["name"]), escape(", ".join(group["keywords"]))) for group in skills]
    if look.skills == "grid" or look.dates == "left":
        yield _skill_table(rows, look)
        return
    for name, words in rows:
        if look.skills == "stacked":
            yield Paragraph(name, look.style(bold=True, size=0.94))
            yield Paragraph(words, look.style(spaceAfter=5))
        else:
            yield Paragraph(f"<b>{name}:</b> {words}", look.style(spaceAfter=2))


def _skill_table(rows: list[tuple[str, str]], look: Look) -> Table:
    grid = look.skills == "grid"
    label = look.style(bold=True, size=0.94) if grid else look.style(size=0.94, textColor=look.grey)
    cells = [[Paragraph(name, label), Paragraph(words, look.style())] for name, words in rows]
    table = Table(cells, colWidths=(look.label_width, look.width - look.label_width), hAlign="LEFT")
    lines = [("GRID", (0, 0), (-1, -1), 0.5, HexColor("#9a9a9a"))] if grid else [*_NO_PADDING]
    table.setStyle(TableStyle([*lines, _TOP, ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]))
    return table


_ENTRIES = {
    "work": _work,
    "education": _education,
    "volunteer": _volunteer,
    "publications": _publication,
    "projects": _project,
} | dict.fromkeys(("certificates", "awards", "languages", "interests", "references"), _short)
