"""Find every surface in a text: leftmost, longest, on word borders, in linear time."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from workbench.skills.fold import Folded, fold
from workbench.skills.lexicon import Lexicon, Surface

_HARD = re.compile(r"[,;:/|&()\[\]{}<>•·\\\"]|\.\s|\n\s*[-*•·]")
_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{2,30})[-\u2010\u00ad]\r?\n[ \t]{0,20}([^\W\d_]{2,30})(?!\w)")
_BREAKS = (b"-\n", b"-\r\n", b"\xad\n")
# letter, digit or neither: a letter straight before a digit is where a version may be stuck to a name
_CLASSES = bytes(
    97 if chr(c) in "abcdefghijklmnopqrstuvwxyz+#" else 49 if chr(c) in "0123456789" else 32 for c in range(256)
)
_EDGE = re.compile(r"[\s()<>,;|]")
_SIGNS = (b"://", b"www.", b"@", b".com", b".org", b".io", b".net/", b".dev")


class Match(NamedTuple):
    """A surface at `start:end` of the text as it was, and at `folded` of the folded one."""

    start: int
    end: int
    surface: Surface
    folded: int
    version: bool = False


def find(lexicon: Lexicon, text: str) -> tuple[list[Match], Folded]:
    """Give the leftmost longest surfaces of a text, in order, and the folded text they were found in.

    Time is linear in the text; the number of surfaces does not matter.
    """
    folded = fold(text)
    found: list[Match] = []
    origin = folded.origin if folded.marks else None
    for last, (length, careful, surface) in lexicon.automaton.iter(folded.text):
        at = last - length
        if origin is None:
            start, end = at - 1, last - 1
        else:
            start, end = origin(at), origin(last - 1) + 1
        if careful and not _as_written(surface, text, start, end):
            continue
        start -= surface.lead
        # matches come in the order of their ends: drop those inside this one, or this one if an earlier one overlaps
        while found and found[-1].start >= start:
            found.pop()
        if found and found[-1].end > start:
            continue
        found.append(Match(start, end, surface, at))
    extra = _glued(lexicon, folded)
    raw = text.encode("latin-1", "replace")
    if any(sign in raw for sign in _BREAKS):
        extra += _broken(lexicon, text, raw)
    if extra:
        found = _longest(sorted(found + extra, key=lambda m: (m.end, -m.start)))
    if found and (spans := _addresses(text, raw)):
        found = _outside(found, spans)
    return found, folded


def _longest(found: list[Match]) -> list[Match]:
    """Keep the leftmost longest of matches that come in the order of their ends."""
    kept: list[Match] = []
    for match in found:
        inside = len(kept)
        while inside and kept[inside - 1].start >= match.start:
            inside -= 1
        if inside and kept[inside - 1].end > match.start:
            continue
        if inside < len(kept) and kept[inside][:2] == match[:2]:
            continue
        del kept[inside:]
        kept.append(match)
    return kept


def _as_written(surface: Surface, text: str, start: int, end: int) -> bool:
    """Check what folding forgets: the dot of .NET, the slash between two names, that `.js` may end another name."""
    if len(surface.key) < 4 and start > 1 and text[start - 1] == "." and text[start - 2].isalnum():
        return surface.strict and any(s.startswith(".") for s in surface.spellings)
    if len(surface.key) == 1 and surface.lead == 0:
        return True
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


def _glued(lexicon: Lexicon, folded: Folded) -> list[Match]:
    """Find names with a version stuck to them: `python3`, `c++17`."""
    text = folded.text
    classes = text.encode("latin-1", "replace").translate(_CLASSES)
    out = []
    at = classes.find(b"a1")
    while at >= 0:
        start = text.rfind(" ", max(0, at - 40), at) + 1
        end = text.find(" ", at, at + 8)
        surface = lexicon.numbered.get(text[start : at + 1]) if 0 < start < end else None
        if surface is not None and text[at + 1 : end].isdigit() and text[start:end] not in lexicon.surfaces:
            out.append(Match(folded.origin(start), folded.origin(at) + 1, surface, start, True))
        at = classes.find(b"a1", at + 2)
    return out


def _broken(lexicon: Lexicon, text: str, raw: bytes) -> list[Match]:
    """Find names that a line break cut in two: `Kuber-` / `netes`."""
    out = []
    for sign in _BREAKS:
        at = raw.find(sign)
        while at >= 0:
            hit = _BROKEN.match(text, _word_start(text, at))
            surface = lexicon.surfaces.get((hit.group(1) + hit.group(2)).lower()) if hit else None
            if hit and surface is not None:
                out.append(Match(hit.start(), hit.end(), surface, 0))
            at = raw.find(sign, at + 1)
    return out


def _word_start(text: str, at: int) -> int:
    start = at
    while start > max(0, at - 30) and text[start - 1].isalpha():
        start -= 1
    return start


def _addresses(text: str, raw: bytes) -> list[tuple[int, int]]:
    """Give the spans of web and mail addresses: a link to a site does not say that someone knows it."""
    places = set()
    for sign in _SIGNS:
        at = raw.find(sign)
        while at >= 0:
            after = text[at + len(sign) : at + len(sign) + 1]
            if sign == b"@":
                glued = at > 0 and text[at - 1].isalnum() and after.isalnum()
            elif sign in (b".com", b".org", b".io", b".dev"):
                glued = not after.isalnum()
            else:
                glued = True
            if glued:
                places.add(at)
            at = raw.find(sign, at + len(sign))
    spans: list[tuple[int, int]] = []
    done = 0
    for place in sorted(places):
        if place < done:
            continue
        before = _EDGE.search(text[max(done, place - 200) : place][::-1])
        after_it = _EDGE.search(text, place)
        start = place - before.start() if before else max(done, place - 200)
        end = after_it.start() if after_it else len(text)
        done = end
        if text[start:end].lower().rstrip(".") not in ("socket.io", "draw.io"):
            spans.append((start, end))
    return spans


def _outside(found: list[Match], spans: list[tuple[int, int]]) -> list[Match]:
    starts = [s for s, _ in spans]
    out = []
    for match in found:
        at = bisect_right(starts, match.end - 1) - 1
        if at < 0 or spans[at][1] <= match.start:
            out.append(match)
    return out
