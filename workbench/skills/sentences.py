"""Cut the sentence or line out of a text in which a name stands, without cutting up the rest."""

from __future__ import annotations

import re

_TITLE = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|St|Sr|Jr|Inc|e\.g|i\.e|approx|vs|incl|ca|z\.B)|\b[A-Z])$")
_FAR = 400
_JOINED = frozenset(",/&")
_BLANK = frozenset(" \t")


def span_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span of the sentence or line around a place, at most 400 characters to each side.

    >>> text = "Used Go. Wrote C.\\n- R"
    >>> low, high = span_around(text, 15, 16)
    >>> text[low:high]
    'Wrote C.'
    """
    low = start - _FAR if start > _FAR else 0
    high = end + _FAR
    left = start
    while True:
        # a dot counts only where it stands nearer than the line's end
        line = text.rfind("\n", low, left)
        cut = text.rfind(". ", low if line < low else line, left)
        if cut < 0 and (cut := line) < 0:
            break
        if _cuts(text, cut):
            low = cut + 1
            break
        left = cut
    right = end
    while True:
        line = text.find("\n", right, high)
        stop = text.find(". ", right, high if line < 0 else line)
        right = line if stop < 0 else stop
        if right < 0:
            high = min(len(text), high)
            break
        if _cuts(text, right):
            high = right + (text[right] == ".")
            break
        right += 1
    while low < start and text[low].isspace():
        low += 1
    return low, high


def _cuts(text: str, at: int) -> bool:
    """Say whether the dot or line end at a place ends a sentence or a line of its own."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before in _JOINED or after.islower():
        return False
    if after in _BLANK and text[at + 1 : at + 8].lstrip(" \t")[:1].islower():
        return False
    return text[at] != "." or _TITLE.search(text, max(0, at - 8), at) is None
