"""Split a sentence into clauses: one group of cues with what it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.evidence.cues import Cue, find_cues
from workbench.evidence.tokens import Token

_LEADS = frozenset("as under with using while when after in by at during for".split())
_BREAKS = frozenset((",", "and", "but", "&", ":", "-", "–", "—", "(", "while", "then", "whereas", "or", "plus"))
_STOPS = frozenset((";", "!", "?", "•", "|"))


@dataclass(frozen=True)
class Clause:
    """Tokens `start` to `end` with the cues among them; `piece` is the part of the sentence it stands in."""

    start: int
    end: int
    cues: tuple[Cue, ...]
    piece: tuple[int, int]


def pieces(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Give the spans between full stops, semicolons and the like."""
    spans: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(tokens):
        last = index + 1 == len(tokens)
        stop = token.kind == "mark" and (
            token.text in _STOPS
            or (token.text == "." and (last or (tokens[index + 1].start > token.end and _is_end(tokens, index))))
        )
        if stop or last:
            end = index if stop else index + 1
            if end > start:
                spans.append((start, end))
            start = index + 1
    return spans


def _is_end(tokens: Sequence[Token], index: int) -> bool:
    """Tell a full stop from an abbreviation's dot."""
    before, after = tokens[index - 1] if index else None, tokens[index + 1]
    if (
        before is not None
        and before.kind == "word"
        and (len(before.text) == 1 or before.is_("approx", "ca", "incl", "max", "min"))
    ):
        return False
    return after.kind != "word" or after.text[:1].isupper() or after.text[:1].isdigit()


def split_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Give the clauses of a sentence, left to right; every token but the stops belongs to one."""
    clauses: list[Clause] = []
    for start, end in pieces(tokens):
        local = find_cues(tokens[start:end])
        cues = [_shift(cue, start) for cue in local]
        clauses += _split_piece(tokens, start, end, cues)
    return clauses


def _shift(cue: Cue, by: int) -> Cue:
    return Cue(cue.start + by, cue.end + by, cue.sense, cue.form, cue.subject, cue.free, cue.text)


def _split_piece(tokens: Sequence[Token], start: int, end: int, cues: list[Cue]) -> list[Clause]:
    borders = [start]
    for previous, cue in zip(cues, cues[1:], strict=False):
        if cue.free and not adjacent(tokens, previous, cue) and not _adjunct(tokens, borders[-1], cue, cues):
            borders.append(_clause_start(tokens, previous.end, cue.start))
    borders.append(end)
    found: list[Clause] = []
    for low, high in zip(borders, borders[1:], strict=False):
        inside = tuple(cue for cue in cues if low <= cue.start < high)
        found.append(Clause(low, high, inside, (start, end)))
    return found


def adjacent(tokens: Sequence[Token], previous: Cue, cue: Cue) -> bool:
    """Say whether two cues share their object: "designed, built and operated"."""
    from workbench.evidence.cues import _ADVERBS, _LINKS

    between = tokens[previous.end : cue.start]
    return len(between) < 5 and all(
        each.low in _ADVERBS or each.low in _LINKS or each.is_("(", ")", "it") for each in between
    )


def _adjunct(tokens: Sequence[Token], start: int, cue: Cue, cues: list[Cue]) -> bool:
    """Say whether what stands before is only a lead-in: "As tech lead, …", "Under supervision, …"."""
    first = [each for each in cues if start <= each.start < cue.start]
    opens = tokens[start].low in _LEADS or (first and first[0].form == "phrase" and first[0].sense.kind == "assist")
    return bool(opens) and not any(token.kind == "skill" for token in tokens[start : cue.start])


def _clause_start(tokens: Sequence[Token], low: int, cue: int) -> int:
    """Give where a clause begins: after the last comma or conjunction before its cue."""
    for index in range(cue - 1, low - 1, -1):
        if tokens[index].low in _BREAKS and tokens[index].kind != "skill":
            return index + 1
    return cue
