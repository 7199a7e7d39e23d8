"""Rows as the lines of a document, in the plain values that leave the worker; `Document.from_dict` takes them."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import numpy as np

from workbench.resume.document import Kind
from workbench.resume.rows import Row
from workbench.resume.structure import Flow
from workbench.resume.tokens import Sheet, Token
from workbench.resume.typeface import can_be_drawn


def laid_out(flow: Flow, file: str, kind: Kind, engine: str) -> dict[str, Any]:
    """Give the pages with their lines and words.

    A word's text is a slice of its line's, so its box in tenths of a point and its two offsets are enough: six whole
    numbers a word, all of a line's in one list, which is a third of the size and written in half the time.
    """
    rows: dict[int, list[Row]] = {sheet.number: [] for sheet in flow.sheets}
    for row in flow.rows:
        if row.id:
            rows.setdefault(row.page, []).append(row)
    return {
        "file": file,
        "kind": kind,
        "engine": engine,
        "pages": [_page(s, rows[s.number], kind) for s in flow.sheets],
    }


def portraits(sheet: Sheet) -> list[list[float]]:
    """Give the pictures of the size a person's photo may have."""
    return [
        [round(value, 1) for value in (x0, top, x1, bottom)]
        for x0, top, x1, bottom in sheet.pictures[:50]
        if 24 < x1 - x0 < 0.65 * sheet.width and 24 < bottom - top < 0.65 * sheet.height
    ]


def _page(sheet: Sheet, rows: list[Row], kind: Kind) -> dict[str, Any]:
    tokens = [[token for cell in (row.whole or row.cells) for token in cell.tokens] for row in rows]
    numbers = _numbers(tokens)
    ends = [6 * end for end in accumulate([len(line) for line in tokens])]
    starts = [0, *ends][:-1]
    lines = [
        _line(row, line, numbers[start:end]) for row, line, start, end in zip(rows, tokens, starts, ends, strict=True)
    ]
    return {
        "number": sheet.number,
        "width": sheet.width,
        "height": sheet.height,
        "picture": bool(portraits(sheet)),
        "drawable": kind == "pdf" or all(can_be_drawn(line["text"]) for line in lines if not line["hidden"]),
        "lines": lines,
    }


def _numbers(lines: list[list[Token]]) -> list[int]:
    boxes = np.array([(t.x0, t.top, t.x1, t.bottom) for line in lines for t in line], dtype=float).reshape(-1, 4)
    if not np.isfinite(boxes).all():
        raise ValueError("a word stands nowhere")
    numbers = np.empty((len(boxes), 6), dtype=int)
    numbers[:, :4] = np.rint(10 * boxes)
    ends = [end for line in lines for end in accumulate([len(token.text) + 1 for token in line])]
    numbers[:, 5] = np.array(ends, dtype=int) - 1
    numbers[:, 4] = numbers[:, 5] - [len(token.text) for line in lines for token in line]
    whole: list[int] = numbers.ravel().tolist()
    return whole


def _line(row: Row, tokens: list[Token], words: list[int]) -> dict[str, Any]:
    lead = row.lead
    x0, top = round(min([t.x0 for t in tokens]), 1), round(min([t.top for t in tokens]), 1)
    x1, bottom = round(max([t.x1 for t in tokens]), 1), round(max([t.bottom for t in tokens]), 1)
    return {
        "id": row.id,
        "text": " ".join([token.text for token in tokens]),
        "box": (x0, top, x1, bottom),
        "size": round(lead.size, 1),
        "bold": row.bold,
        "colour": lead.colour,
        "kind": "heading" if row.heading else "bullet" if row.bullet else "text",
        "section": row.section,
        "entry": row.entry,
        "hidden": row.hidden,
        "words": words,
    }
