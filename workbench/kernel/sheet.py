"""One plain description of what is shown, and its two looks: text for a terminal, markup for a notebook.

Whatever is put into a sheet is text. It is escaped in one place, and the markup holds neither script nor link.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 110
_GAP = "  "
_CELL = "text-align:left;vertical-align:top;padding:2px 12px 2px 0;white-space:pre-wrap;overflow-wrap:anywhere"


@dataclass(frozen=True)
class Sheet:
    """A title, sentences under it, a table, and sentences after it.

    >>> print(as_text(Sheet("Near Docker", ("Weeks are a judgement.",), ("skill", "weeks"), (("Podman", "0.2–1"),))))
    Near Docker
    Weeks are a judgement.
    <BLANKLINE>
    skill   weeks
    ------  -----
    Podman  0.2–1
    """

    title: str
    said: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    after: Sequence[str] = ()


def as_text(sheet: Sheet) -> str:
    """Give a sheet as lines of at most `WIDTH` characters, where its columns allow; control characters are left out."""
    lines = [line for text in (sheet.title, *sheet.said) for line in _wrapped(text)]
    if sheet.rows:
        lines += ["", *_table(sheet)]
    if sheet.after:
        lines += ["", *(line for text in sheet.after for line in _wrapped(text))]
    return "\n".join(lines)


def as_html(sheet: Sheet) -> str:
    """Give a sheet as escaped markup.

    >>> "<b>" in as_html(Sheet("<b>bold</b>"))
    False
    """
    parts = [f'<div style="font-weight:600">{_safe(sheet.title)}</div>']
    parts += [f"<div>{_safe(text)}</div>" for text in sheet.said]
    if sheet.rows:
        head = "".join(f'<th scope="col" style="{_CELL}">{_safe(name)}</th>' for name in sheet.columns)
        head = f"<thead><tr>{head}</tr></thead>" if any(sheet.columns) else ""
        body = "".join(
            "<tr>" + "".join(f'<td dir="auto" style="{_CELL}">{_safe(cell)}</td>' for cell in row) + "</tr>"
            for row in sheet.rows
        )
        parts.append(f'<table style="margin:6px 0">{head}<tbody>{body}</tbody></table>')
    parts += [f"<div>{_safe(text)}</div>" for text in sheet.after]
    return f'<div style="line-height:1.45">{"".join(parts)}</div>'


def plain(text: str) -> str:
    """Leave out what would steer a terminal; line ends and tabs become spaces.

    >>> plain("a\\x1b[31mb\\n c")
    'a[31mb c'
    """
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def _safe(text: str) -> str:
    return html.escape(plain(text), quote=True)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(plain(text), WIDTH) or [""]


def _table(sheet: Sheet) -> list[str]:
    headed = any(sheet.columns)
    rows = [[plain(cell) for cell in row] for row in (*([sheet.columns] if headed else []), *sheet.rows)]
    widths = _widths(rows)
    out: list[str] = []
    for number, row in enumerate(rows):
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for n in range(max(len(cell) for cell in cells)):
            parts = [(cell[n] if n < len(cell) else "").ljust(w) for cell, w in zip(cells, widths, strict=True)]
            out.append(_GAP.join(parts).rstrip())
        if number == 0 and headed:
            out.append(_GAP.join("-" * width for width in widths))
    return out


def _widths(rows: list[list[str]]) -> list[int]:
    """Give each column what it needs; where that is too much, the widest give way."""
    widths = [max(1, *(len(row[n]) for row in rows)) for n in range(len(rows[0]))]
    room = WIDTH - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths
