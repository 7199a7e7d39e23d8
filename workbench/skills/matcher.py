"""Find every surface in a text: leftmost, longest, on word borders, in linear time."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.skills.fold import Folded, fold
from workbench.skills.lexicon import Lexicon, Surface

_HARD = re.compile(r"[,;:/|&()\[\]{}<>•·\\\"]|\.\s|\n\s*[-*•·]")
_GLUED = re.compile(r"[a-z+#]\d{1,4}(?= )")
_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{2,30})[-\u2010\u00ad]\r?\n[ \t]{0,20}([^\W\d_]{2,30})(?!\w)")
_BREAKS = ("-\n", "-\r\n", "\u00ad\n", "\u2010\n")
_ADDRESS = ("://", "www.", "@", ".com/", ".com", ".org/", ".io/")


class Match(NamedTuple):
    """A surface at `start:end` of the text as it was."""

    start: int
    end: int
    surface: Surface
    version: bool = False


def find(lexicon: Lexicon, text: str) -> tuple[list[Match], Folded]:
    """Give the leftmost longest surfaces of a text, in order, and the folded text they were found in.

    Time is linear in the text; the number of surfaces does not matter.
    """
    folded = fold(text)
    entries = lexicon.entries
    found: list[tuple[int, int, int, bool]] = []
    shifted = bool(folded.marks)
    for last, index in lexicon.automaton.iter(folded.text):
        surface = entries[index]
        end = last - 1
        start = end - len(surface.key)
        if shifted:
            start, end = folded.origin(start + 1), folded.origin(end) + 1
        if (surface.strict or " " in surface.key) and not _as_written(surface, text, start, end):
            continue
        found.append((start, end, index, False))
    if _GLUED.search(folded.text):
        extra = list(_glued(lexicon, folded))
        if extra:
            found = sorted(found + extra, key=lambda m: (m[1], -m[0]))
    if any(sign in text for sign in _BREAKS):
        broken = list(_broken(lexicon, text))
        if broken:
            found = sorted(found + broken, key=lambda m: (m[1], -m[0]))
    if any(sign in text for sign in _ADDRESS):
        found = _outside(found, _addresses(text))
    return [Match(s, e, entries[i], v) for s, e, i, v in _longest(found)], folded


def _longest(found: list[tuple[int, int, int, bool]]) -> list[tuple[int, int, int, bool]]:
    """Keep the leftmost longest of matches that come in the order of their ends."""
    kept: list[tuple[int, int, int, bool]] = []
    for match in found:
        start = match[0]
        inside = len(kept)
        while inside and kept[inside - 1][0] >= start:
            inside -= 1
        if inside and kept[inside - 1][1] > start:
            continue
        if inside < len(kept) and kept[inside][0] == start and kept[inside][1] == match[1]:
            continue
        del kept[inside:]
        kept.append(match)
    return kept


def _as_written(surface: Surface, text: str, start: int, end: int) -> bool:
    """Check what folding forgets: the dot of .NET, the slash between two names of a list."""
    if surface.strict:
        for spelling in surface.spellings:
            lead = len(spelling) - len(spelling.lstrip("._-@#*$%!"))
            if text[max(0, start - lead) : end].lower() == spelling.lower() or (
                lead == 0 and text[start : start + len(spelling)].lower() == spelling.lower()
            ):
                before = text[start - lead - 1 : start - lead] if start > lead else ""
                return not (lead and before == spelling[0])
        return False
    written = text[start:end]
    if not _HARD.search(written):
        return True
    bare = "".join(written.split()).lower()
    return any("".join(s.split()).lower() == bare for s in surface.spellings)


def _glued(lexicon: Lexicon, folded: Folded) -> list[tuple[int, int, int, bool]]:
    """Find names with a version stuck to them: `python3`, `c++17`."""
    out = []
    text = folded.text
    for hit in _GLUED.finditer(text):
        stop = hit.start() + 1
        start = text.rfind(" ", max(0, stop - 40), stop) + 1
        index = lexicon.numbered.get(text[start:stop])
        if index is not None and text[start : hit.end()] not in lexicon.surfaces:
            out.append((folded.origin(start), folded.origin(stop - 1) + 1, index, True))
    return out


def _broken(lexicon: Lexicon, text: str) -> list[tuple[int, int, int, bool]]:
    """Find names that a line break cut in two: `Kuber-` / `netes`."""
    out = []
    for hit in _BROKEN.finditer(text):
        index = lexicon.numbers.get((hit.group(1) + hit.group(2)).lower())
        if index is not None:
            out.append((hit.start(), hit.end(), index, False))
    return out


def _addresses(text: str) -> list[tuple[int, int]]:
    """Give the spans of web and mail addresses: a link to a site does not say that someone knows it."""
    spans = []
    done = 0
    for hit in re.finditer(r"://|www\.|(?<=\w)@(?=\w)|\.(?:com|org|io)(?:/|\b)", text):
        if hit.start() < done:
            continue
        start = hit.start()
        while start > done and not text[start - 1].isspace() and text[start - 1] not in "(<,;":
            start -= 1
        end = hit.end()
        while end < len(text) and not text[end].isspace() and text[end] not in ")>,;":
            end += 1
        if hit.group().startswith(".io") and text[start : hit.start()].lower() in ("socket", "draw"):
            continue
        spans.append((start, end))
        done = end
    return spans


def _outside(found: list[tuple[int, int, int, bool]], spans: list[tuple[int, int]]) -> list[tuple[int, int, int, bool]]:
    if not spans:
        return found
    from bisect import bisect_right

    starts = [s for s, _ in spans]
    out = []
    for match in found:
        at = bisect_right(starts, match[1] - 1) - 1
        if at < 0 or spans[at][1] <= match[0]:
            out.append(match)
    return out
