"""Find every surface in a text: leftmost, longest, on word borders, in linear time."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, NamedTuple

from workbench.skills.fold import Folded, fold
from workbench.skills.lexicon import Lexicon
from workbench.skills.scan import scanner
from workbench.skills.surfaces import ALWAYS, SHORT, Surface

_HARD = re.compile(r"[,;:/|&()\[\]{}<>•·\\\"]|\.\s|\n\s*[-*•·]")
_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{2,30})[-\u2010\u00ad]\r?\n[ \t]{0,20}([^\W\d_]{2,30})(?!\w)")
_BREAKS = (b"-\n", b"-\r\n", b"\xad\n")
_odd = scanner(*_BREAKS, b"://", b"www.", b".com", b".org", b".io", b".dev", b".net/")
_stuck = scanner(b"a1")
# letter, digit or neither: a letter straight before a digit is where a version may be stuck to a name
_CLASSES = bytes(
    97 if chr(c) in "abcdefghijklmnopqrstuvwxyz+#" else 49 if chr(c) in "0123456789" else 32 for c in range(256)
)
_ADDRESS = re.compile(rb"://|www\.|.\.net/|\w@\w|\.(?:com|org|io|dev)(?!\w)")
# what an address is cut out by, what may stand in one beside a name, and names that only look like one
_EDGES = (b" ", b"\n", b"\t", b"\r", b"\xa0", b"(", b")", b"<", b">", b",", b";", b"|")
_GLUES = frozenset(b"./@:-_=?&#%~+")
_OPEN = frozenset(b" \n\r\t")
_NAMES = (b"socket.io", b"draw.io", b"fly.io")


# a named tuple made without its Python-level constructor
_match: Any = tuple.__new__


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
    marks, shifts = folded.marks, folded.shifts
    many, mark, shift = len(marks), 0, -1
    table, entry = lexicon.entries, lexicon.entry
    make, note = _match, found.append
    # a capital at the head of each word: nothing begins inside one, and neighbours need not share a space
    headed: Any = folded.raw.title() if lexicon.ascii else folded.text.title()
    words = folded.raw
    done = 0
    for index, at, stop in lexicon.automaton.find_matches_as_indexes(headed):
        if words[at - 1] != 32:
            continue
        surface, look = table[index] or entry(index)
        if many:
            # what `folded.origin` does, without a search: the places come in order
            while mark < many and marks[mark] < at:
                shift = shifts[mark] - 1
                mark += 1
            start = at + shift
            end = stop + shift - 1 if mark == many or marks[mark] >= stop - 2 else folded.origin(stop - 2) + 1
        else:
            start, end = at - 1, stop - 2
        if look:
            if look == SHORT:
                if text[start - 1 : start] == "." and start > 1 and text[start - 2].isalnum():
                    continue
            # small letters and single spaces are the name itself
            elif (look == ALWAYS or text[start:end].lower() != surface.key) and not _as_written(
                surface, text, start, end
            ):
                if " " in surface.key:
                    found.extend(m for m in _shorter(lexicon, folded, text, at, stop - at - 1) if m.start >= done)
                    done = found[-1].end if found else 0
                continue
            else:
                start -= surface.lead
        if start < done:
            continue
        note(make(Match, (start, end, surface, at, False)))
        done = end
    raw = folded.plain or text.encode("latin-1", "replace")
    odd = _odd(raw)
    extra = _glued(lexicon, folded)
    if odd:
        extra += [m for n, place, _ in odd if n < len(_BREAKS) and (m := _broken(lexicon, text, place)) is not None]
    if extra:
        found = _with(found, sorted(extra, key=lambda m: (m.start, -m.end)))
    if found and (odd or b"@" in raw):
        found = _outside_addresses(found, raw, [place for n, place, _ in odd if n >= len(_BREAKS)])
    return found, folded


def _shorter(lexicon: Lexicon, folded: Folded, text: str, at: int, length: int) -> list[Match]:
    """Give the names inside one of several words that does not stand there as it is written: `SQL/Server`."""
    out: list[Match] = []
    words = folded.text[at : at + length].split(" ")
    first = 0
    while first < len(words):
        for last in range(len(words) if first else len(words) - 1, first, -1):
            surface = lexicon.surfaces.get(" ".join(words[first:last]))
            if surface is None:
                continue
            place = at + len(" ".join(words[:first])) + (first > 0)
            start = folded.origin(place)
            end = folded.origin(place + len(surface.key) - 1) + 1
            if _as_written(surface, text, start, end):
                out.append(Match(start - surface.lead, end, surface, place))
                first = last - 1
                break
        first += 1
    return out


def _with(found: list[Match], extra: list[Match]) -> list[Match]:
    """Put matches among others, both in order; of those that overlap the leftmost longest stays."""
    out: list[Match] = []
    done = 0
    for match in extra:
        first = bisect_left(found, (match.start,), done)
        out += found[done:first]
        done = first
        if out and out[-1].end > match.start:
            continue
        last = first
        while last < len(found) and found[last].start < match.end:
            last += 1
        if first < last and found[first].start == match.start and found[first].end >= match.end:
            continue
        out.append(match)
        done = last
    return out + found[done:]


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
    raw = folded.raw
    out = []
    for _, at, _ in _stuck(raw.translate(_CLASSES)):
        start = raw.rfind(b" ", max(0, at - 40), at) + 1
        surface = lexicon.numbered(raw[start : at + 1]) if start else None
        if surface is not None:
            end = raw.find(b" ", at, at + 8)
            if raw[at + 1 : end].isdigit() and raw[start:end].decode() not in lexicon.surfaces:
                out.append(Match(folded.origin(start), folded.origin(at) + 1, surface, start, True))
    return out


def _broken(lexicon: Lexicon, text: str, at: int) -> Match | None:
    """Give the name that a line break at this place cut in two: `Kuber-` / `netes`."""
    hit = _BROKEN.match(text, _word_start(text, at))
    surface = lexicon.surfaces.get((hit.group(1) + hit.group(2)).lower()) if hit else None
    return Match(hit.start(), hit.end(), surface, 0) if hit and surface is not None else None


def _word_start(text: str, at: int) -> int:
    start = at
    while start > max(0, at - 30) and text[start - 1].isalpha():
        start -= 1
    return start


def _outside_addresses(found: list[Match], raw: bytes, signs: list[int]) -> list[Match]:
    """Leave out the names in web and mail addresses; few have a sign of one at an end, with more of it beyond."""
    ends = raw + b"  "
    out: list[Match] = []
    done = last = 0
    at = raw.find(b"@")
    while at >= 0:
        signs.append(at)
        at = raw.find(b"@", at + 1)
    for at in sorted(signs):
        if at < done:
            continue
        low = max(done, at - 230, 1 + max(raw.rfind(sign, max(done, at - 230), at) for sign in _EDGES))
        done = min((edge for sign in _EDGES if (edge := raw.find(sign, at, at + 230)) >= 0), default=at + 230)
        first = bisect_left(found, (low,), last)
        out += found[last:first]
        last = bisect_left(found, (done,), first)
        out += [
            m
            for m in found[first:last]
            if not (
                (ends[m[0] - 1] in _GLUES and ends[m[0] - 2] not in _OPEN)
                or (ends[m[1]] in _GLUES and ends[m[1] + 1] not in _OPEN)
            )
            or not _in_address(raw, m)
        ]
    return out + found[last:]


def _in_address(raw: bytes, match: Match) -> bool:
    """Say whether a name stands in a web or mail address: a link to a site does not say that someone knows it."""
    start, end = match.start, match.end
    # two hundred characters to each side are enough, and keep the time linear where nothing ends a word
    first = max(0, start - 200)
    low = max(first, 1 + max(raw.rfind(sign, first, start) for sign in _EDGES))
    high = min((at for sign in _EDGES if (at := raw.find(sign, end, end + 200)) >= 0), default=end + 200)
    token = raw[low:high]
    if token.lower().rstrip(b".") in _NAMES:
        return False
    return _ADDRESS.search(token) is not None
