"""Fold a text for matching: small letters and single spaces, and the way back to where each character stood.

A folded text holds Latin (and Cyrillic, Greek) small letters, digits, `+`, `#` and spaces. Soft separators such as
a hyphen or a dot become one space, so that `Node.js`, `node-js` and `node js` fold alike.

>>> fold("Ｎｏｄｅ.js, C++ & the ﬁrst\\u200b one").text
' node js  c++   the first one '
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_RUN = re.compile(r"[ \t\r\n\f\v\xa0]{2,}")
_GLUE = re.compile(r"(?<!\+)\+(?=[a-z0-9])|(?<![a-z0-9])#")
_MIXED = re.compile(r"[a-z0-9]*(?:[a-z][а-яёѕіјԁԛԝα-ω]|[а-яёѕіјԁԛԝα-ω][a-z])[a-zа-яёѕіјԁԛԝα-ω0-9]*")
_LOOKALIKE = str.maketrans("аеорсухѕіјԁԛԝвкмнтгαορνικτυ", "aeopcyxsijdqwbkmhtraopvikty")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u180e")
_ONE = {"ß": "s", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i", "ẞ": "s"}
# characters whose folded form may have another length: ligatures, marks, invisible ones
_STRETCH = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u2060\ufb00-\ufb06\ufeff]")


class _Table(dict[int, str]):
    """Each character's folded form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_one(chr(code))
        return folded


def _fold_one(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() or char in "+#" else " "
    if char in _INVISIBLE or unicodedata.combining(char):
        return ""
    if char.lower() in _ONE:
        return _ONE[char.lower()]
    if "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char).lower()
    plain = unicodedata.normalize("NFKD", char).lower()
    first = plain[:1]
    if first.isascii() and len(plain.encode("ascii", "ignore")) == 1:
        return _fold_one(first)
    if len(plain) >= 1 and ("а" <= first <= "я" or "α" <= first <= "ω" or first in "ёѕіјԁԛԝ"):
        return first
    return " "


_TABLE = _Table()
_ASCII = {code: _fold_one(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with a space at either end; `origin(i)` is where its character `i` stood."""

    text: str
    marks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    lookalikes: bool = False

    def origin(self, position: int) -> int:
        """Give the position in the text as it was."""
        position -= 1
        if not self.marks:
            return position
        at = bisect_right(self.marks, position) - 1
        return position + (self.shifts[at] if at >= 0 else 0)


def fold(text: str) -> Folded:
    """Fold a text in linear time."""
    marks: list[int] = []
    shifts: list[int] = []
    if text.isascii():
        plain = _collapse(text, marks, shifts) if _RUN.search(text) else text
        folded = plain.translate(_ASCII)
    else:
        plain = text
        if _RUN.search(text) or _STRETCH.search(text):
            plain = _collapse(text, marks, shifts)
        folded = plain.translate(_TABLE)
    folded = f" {folded} "
    if "+" in folded or "#" in folded:
        folded = _GLUE.sub(" ", folded)
    lookalikes = False
    if not folded.isascii():
        unmixed = _MIXED.sub(lambda m: m.group().translate(_LOOKALIKE), folded)
        lookalikes = unmixed != folded
        folded = unmixed
    return Folded(folded, tuple(marks), tuple(shifts), lookalikes)


def fold_name(name: str) -> str:
    """Fold a name to the key it is looked up by: words with single spaces between.

    >>> fold_name("  Node.JS ")
    'node js'
    """
    return " ".join(fold(name).text.split())


_EITHER = re.compile(f"{_RUN.pattern}|{_STRETCH.pattern}")


def _collapse(text: str, marks: list[int], shifts: list[int]) -> str:
    """Write runs of white space as one space (two for a paragraph's end) and stretch ligatures, noting the shifts."""
    parts: list[str] = []
    done = size = shift = 0
    for found in _EITHER.finditer(text):
        start, end = found.span()
        run = found.group()
        if run[0] in " \t\r\n\f\v\xa0":
            new = "  " if run.count("\n") > 1 else " "
        else:
            new = _TABLE[ord(run)]
        parts.append(text[done:start])
        parts.append(new)
        size += start - done + len(new)
        shift += (end - start) - len(new)
        done = end
        marks.append(size)
        shifts.append(shift)
    parts.append(text[done:])
    return "".join(parts)
