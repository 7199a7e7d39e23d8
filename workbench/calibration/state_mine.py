"""A rater's own part of the screen: their sheets, in their own order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.calibration.book import Book, Scored, count, missing, needs_recommendation, stands
from workbench.calibration.meeting import Meeting, Round

Books = Mapping[str, Book]  # of one rater, by round


def my_state(
    meeting: Meeting, rater: str, order: Sequence[str], books: Books, keys: Mapping[str, str]
) -> dict[str, Any]:
    """Give what only this rater may see before the reveal. `keys` says whether each round's key is at hand."""
    rounds = sorted(meeting.rounds.values(), key=lambda round: not round.open)
    mine = [round for round in rounds if rater in meeting.raters_of(round)]
    sheets = [
        _sheet(meeting, round, books, profile) for round in mine for profile in order if profile in round.profiles
    ]
    return {
        "order": list(order),
        "sheets": sheets,
        "rounds": {round.id: _round(meeting, round, books[round.id], rater, keys[round.id]) for round in mine},
        "next": next_step(sheets),
        "can_undo": any(books[round.id].last is not None for round in mine if round.open),
        "notes": [
            {name: note[name] for name in ("profile", "about", "text", "at")}
            for note in meeting.notes
            if note["by"] == rater
        ],
        "marks": [profile for profile in order if any(profile in books[r.id].marks for r in mine)],
    }


def next_step(sheets: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Say what comes next: the first cell without a score, then the profile's recommendation; None when all is done."""
    for sheet in sheets:
        if not sheet["open"]:
            continue
        for cell in sheet["cells"]:
            if not cell["scored"] or cell["again"]:
                return {"round": sheet["round"], "profile": sheet["profile"], "criterion": cell["criterion"]}
        if sheet["needs_recommendation"] and sheet["recommendation"] is None:
            return {"round": sheet["round"], "profile": sheet["profile"], "criterion": None}
    return None


def _sheet(meeting: Meeting, round: Round, books: Books, profile: str) -> dict[str, Any]:
    book = books[round.id]
    criteria = round.criteria_of(profile)
    recommended = book.recommendations.get(profile)
    scored = sum(stands(meeting, book, (profile, c)) for c in criteria)
    needs = needs_recommendation(round)
    return {
        "round": round.id,
        "profile": profile,
        "number": meeting.profiles[profile].number,
        "label": meeting.profiles[profile].label,
        "open": round.open,
        "needs_recommendation": needs,
        "scored": scored,
        "of": len(criteria),
        "done": scored == len(criteria) and (recommended is not None or not needs),
        "recommendation": None
        if recommended is None
        else {
            "value": recommended.value,
            "reason": recommended.reason,
            "at": recommended.at,
            "event": recommended.event,
        },
        "cells": [_cell(meeting, round, books, profile, criterion) for criterion in criteria],
    }


def _cell(meeting: Meeting, round: Round, books: Books, profile: str, criterion: str) -> dict[str, Any]:
    book, cell = books[round.id], (profile, criterion)
    held = book.cells.get(cell)
    scored = held is not None and held.scored
    earlier = _earlier(meeting, round, books, profile, criterion)
    return {
        "criterion": criterion,
        "letter": meeting.letter(criterion),
        "scored": scored,
        "value": held.value if held and scored else None,
        "quotes": [dict(quote) for quote in held.quotes] if held else (earlier or {}).get("quotes", []),
        "reason": held.reason if held else "",
        "at": held.at if held else None,
        "event": held.event if held else None,
        "version": held.version if held else meeting.criterion_versions.get(criterion, 1),
        "again": bool(held and scored and meeting.stale(criterion, held.version)),
        "earlier": earlier,
    }


def _earlier(meeting: Meeting, round: Round, books: Books, profile: str, criterion: str) -> dict[str, Any] | None:
    """Give the rater's own last score under anchors before these, if there is one."""
    now = meeting.criterion_versions.get(criterion, 1)
    found: tuple[str, Scored] | None = None
    for id, book in books.items():
        for held in book.history.get((profile, criterion), ()):
            before = held.version < now and held.scored
            if before and meeting.rounds[id].profiles and (found is None or held.event > found[1].event):
                found = (id, held)
    if found is None:
        return None
    id, held = found
    return {
        "value": held.value,
        "version": held.version,
        "round": id,
        "quotes": [dict(q) for q in held.quotes],
    }


def _round(meeting: Meeting, round: Round, book: Book, rater: str, key: str) -> dict[str, Any]:
    seat = round.seat(rater)
    counted = count(meeting, round, book)
    lacking = missing(meeting, round, book)
    handed_in = seat.submitted
    return {
        "scored": counted.scores,
        "of": counted.of,
        "profiles": counted.profiles,
        "profiles_of": len(round.profiles),
        "submitted": None
        if handed_in is None
        else {"at": handed_in.at, "event": handed_in.event, "seal": seal_words(handed_in.hash)},
        "missing": lacking if round.open else [],
        "can_submit": round.open and not lacking and handed_in is None and key != "missing",
        "key": key,
    }


def seal_words(hash: str) -> str:
    """Give the first 16 digits of a hash in fours, short enough to write down.

    >>> seal_words("7f3a91c4e20d5b88" + "0" * 48)
    '7f3a 91c4 e20d 5b88'
    """
    return " ".join(hash[n : n + 4] for n in range(0, 16, 4))
