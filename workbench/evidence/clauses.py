"""Split a sentence into clauses: a group of cues with what it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.evidence.bags import bag
from workbench.evidence.cues import Cue, adjacent, find_cues
from workbench.evidence.small_words import BREAKS
from workbench.evidence.tokens import Token

_LEADS = bag("as under with using while when after in by at during for")
_STOPS = frozenset((";", "!", "?", "•", "|"))
_ABBREVIATIONS = ("approx", "ca", "incl", "max", "min", "vs", "etc")


@dataclass(frozen=True)
class Clause:
    """Tokens `start` to `end` with the cues among them; `piece` is the part of the sentence it stands in."""

    start: int
    end: int
    cues: tuple[Cue, ...]
    piece: tuple[int, int]


def split_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Give the clauses of a sentence, left to right; every token but the stops belongs to one."""
    clauses: list[Clause] = []
    for start, end in pieces(tokens):
        cues = [replace(cue, start=cue.start + start, end=cue.end + start) for cue in find_cues(tokens[start:end])]
        clauses += _split_piece(tokens, start, end, cues)
    return clauses


def pieces(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Give the spans between full stops, semicolons and the like."""
    spans: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(tokens):
        last = index + 1 == len(tokens)
        stop = token.kind == "mark" and (token.text in _STOPS or (token.text == "." and _is_end(tokens, index)))
        if stop or last:
            end = index if stop else index + 1
            if end > start:
                spans.append((start, end))
            start = index + 1
    return spans


def _is_end(tokens: Sequence[Token], index: int) -> bool:
    """Tell a full stop from an abbreviation's dot."""
    if index + 1 == len(tokens):
        return True
    before, after = tokens[index - 1] if index else None, tokens[index + 1]
    if after.start == tokens[index].end:
        return False
    if before is not None and before.kind == "word" and (len(before.text) == 1 or before.is_(*_ABBREVIATIONS)):
        return False
    return after.kind != "word" or after.text[:1].isupper()


def _split_piece(tokens: Sequence[Token], start: int, end: int, cues: list[Cue]) -> list[Clause]:
    borders = [start]
    for previous, cue in pairwise(cues):
        if cue.free and not adjacent(tokens, previous, cue) and not _leads_in(tokens, borders[-1], cue, cues):
            borders.append(_clause_start(tokens, previous.end, cue.start))
    borders.append(end)
    return [
        Clause(low, high, tuple(cue for cue in cues if low <= cue.start < high), (start, end))
        for low, high in pairwise(borders)
    ]


def _leads_in(tokens: Sequence[Token], start: int, cue: Cue, cues: list[Cue]) -> bool:
    """Say whether what stands before is only a lead-in: "As tech lead, …", "Using Python, …"."""
    first = next(each for each in cues if each.start >= start)
    if first is cue:
        return False
    between = tokens[start : cue.start]
    if tokens[start].is_("using") or (first.form == "ing" and first.sense.kind == "use" and first.start == start):
        return True
    opens = tokens[start].low in _LEADS or (first.form == "phrase" and first.sense.kind == "assist")
    return opens and not any(token.kind == "skill" for token in between)


def _clause_start(tokens: Sequence[Token], low: int, cue: int) -> int:
    """Give where a clause begins: after the last comma or conjunction before its cue."""
    for index in range(cue - 1, low - 1, -1):
        if tokens[index].low in BREAKS and tokens[index].kind != "skill":
            return index + 1
    return cue
