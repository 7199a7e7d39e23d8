"""What the screen shows of one profile: lines and boxes, covered parts, and evidence in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.evidence import CapabilityEvidence, Quote, Size
from workbench.intake import Capability, CapabilityMap
from workbench.resume import Document, Finding, Line
from workbench.skills import band


def pages(document: Document, covered: Mapping[int, Sequence[tuple[Any, str]]]) -> list[dict[str, Any]]:
    """Give the pages with their visible lines, words as [x0, top, x1, bottom, start, end], and what is covered."""
    return [
        {
            "number": page.number,
            "width": page.width,
            "height": page.height,
            "drawable": page.drawable,
            "lines": [_line(line) for line in page.lines if not line.hidden],
            "covered": [
                {"box": [round(x, 1) for x in box], "label": label} for box, label in covered.get(page.number, ())
            ],
        }
        for page in document.pages
    ]


def _line(line: Line) -> dict[str, Any]:
    words = [[*(round(x, 1) for x in word.box), word.start, word.end] for word in line.words]
    if not words:
        words = [[*(round(x, 1) for x in line.box), 0, len(line.text)]]
    return {
        "id": line.id,
        "text": line.text,
        "box": [round(x, 1) for x in line.box],
        "size": round(line.size, 1),
        "bold": line.bold,
        "kind": line.kind,
        "words": words,
    }


def capabilities(
    the_map: CapabilityMap,
    found: Iterable[CapabilityEvidence],
    own: Mapping[str, Sequence[Mapping[str, Any]]],
    marked: bool,
) -> list[dict[str, Any]]:
    """Give every capability with this person's quotes, and with the program's once they asked for its marks."""
    by_id = {each.capability: each for each in found}
    return [_capability(each, by_id.get(each.id), own.get(each.id, ()), marked) for each in the_map.capabilities]


def _capability(
    asked: Capability, found: CapabilityEvidence | None, own: Sequence[Mapping[str, Any]], marked: bool
) -> dict[str, Any]:
    mine = [
        {
            **quote,
            "id": f"own{number}",
            "spans": [[quote["line"], quote["start"], quote["end"]]],
            "place": _own_place(quote),
        }
        for number, quote in enumerate(own)
        if quote["line"] is not None
    ]
    told: dict[str, Any] = {
        "id": asked.id,
        "letter": asked.letter,
        "name": asked.name,
        "importance": asked.importance,
        "question": asked.question,
        "from_profile": asked.scored_from_profile,
        "goal": {"depth": asked.depth, "ownership": asked.ownership, "scale": asked.scale},
        "quotes": mine,
        "found": None,
    }
    if not marked or found is None:
        return told
    taken = {(quote["line"], quote["start"], quote["end"]) for quote in own}
    program = [_quote(quote) for quote in found.quotes if (quote.line, quote.start, quote.end) not in taken]
    told["quotes"] = [*mine, *program]
    told["found"] = {
        "depth": found.depth,
        "ownership": found.ownership,
        "sizes": [_size(size) for size in found.scale],
        "positions": found.positions,
        "unknown": list(found.unknown),
        "questions": list(found.questions),
        "near": [
            {"have": near.have_name, "want": near.want_name, "band": band(near.ramp_weeks), "why": near.why}
            for near in found.near
        ],
        "brief": brief(found),
    }
    return told


def _quote(quote: Quote) -> dict[str, Any]:
    spans = quote.spans or ((quote.line, quote.start, quote.end),)
    where = [quote.employer or (quote.section or "").capitalize(), f"page {quote.page}"]
    return {
        "id": quote.id,
        "text": quote.text,
        "page": quote.page,
        "line": quote.line,
        "start": quote.start,
        "end": quote.end,
        "by": "program",
        "spans": [list(span) for span in spans],
        "place": ", ".join(part for part in where if part),
        "why": quote.why,
    }


def _own_place(quote: Mapping[str, Any]) -> str:
    whose = "chosen by you" if quote["by"] == "person" else "found by the program"
    return f"page {quote['page']} · {whose}" if quote["page"] else whose


def _size(size: Size) -> str:
    return f"{size} ({size.of})" if size.of and size.of.casefold() not in str(size).casefold() else str(size)


def brief(found: CapabilityEvidence) -> str:
    """Say in a line what is known: depth, scale, ownership; unknown is a word.

    A capability without a single quote says "no evidence", which is not "no".
    """
    if not found.quotes:
        near = found.near[0] if found.near else None
        return f"{near.have_name} is near: {band(near.ramp_weeks)}" if near else "no evidence in these words"
    if found.depth == "listed":
        return "listed only"
    scale = str(found.scale[0]) if found.scale else "scale unknown"
    owner = found.ownership if found.ownership != "unknown" else "ownership unknown"
    return f"{found.depth} · {scale} · {owner}"


def finding(one: Finding) -> dict[str, Any]:
    """Give what a person should know about the file, for the facilitator alone."""
    return {"kind": one.kind, "page": one.page, "text": one.text, "why": one.why, "words": len(one.text.split())}
