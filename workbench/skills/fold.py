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
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.skills.scan import scanner

# where white space stands
_WHITE = bytes(32 if chr(c) in " \n\t\r\f\v\xa0" else 120 for c in range(256))
_LOOKALIKE = str.maketrans("аеорсухѕіјԁԛԝвкмнтгαορνικτυμ", "aeopcyxsijdqwbkmhtraopviktyu")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u180e")
_ONE = {"ß": "s", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i", "ẞ": "s", "µ": "u"}
# characters whose folded form may have another length: ligatures, marks, invisible ones
_STRETCH = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u2060\ufb00-\ufb06\ufeff]")
_GLUE = re.compile(r"(?<!\+)\+(?=[^\s+#])|(?<![^\s+#])#")
# what is more than a space outside ASCII and the letters of Latin-1
_FAR = re.compile(
    "[\u00ad\u0100-\u052f\u180e\u1d00-\u1fff\u200b-\u200f\u2060\u2100-\u214f\ufb00-\ufb06\ufeff"
    "\uff01-\uff5e\U0001d400-\U0001d7ff]"
)
_OTHER = re.compile("[\u0370-\u052f]")
_double = scanner(b"  ")


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
_LATIN = bytes(ord(c) if (c := _fold_one(chr(code))) and c.isascii() else 32 for code in range(256))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with a space at either end; `origin(i)` is where its character `i` stood.

    `raw` is the same in bytes, one a character; what is not ASCII stands there as a question mark. `plain` is the text
    as it was in Latin-1, when nothing had to be taken out of it on the way.
    """

    raw: bytes
    marks: list[int]
    shifts: list[int]
    lookalikes: bool = False
    wide: str = ""
    plain: bytes = b""

    @property
    def text(self) -> str:
        """The folded text."""
        return self.wide or self.raw.decode("ascii")

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
    near = text.encode("latin-1", "replace")
    found = _far(text, near)
    stretched = [char for char in found if _STRETCH.match(char)]
    spans = _runs(near)
    if stretched:
        spans = sorted(spans + [(at, at + 1) for char in stretched for at in _places(text, char)])
    if spans:
        text = _collapse(text, marks, shifts, spans)
        near = text.encode("latin-1", "replace")
    for char in found:
        text = text.replace(char, _TABLE[ord(char)] or " ")
    if found:
        near = text.encode("latin-1", "replace")
    if any("\u0370" <= char <= "\u052f" for char in found) and _OTHER.search(text) is not None:
        folded = text.translate(_TABLE)
        unmixed = _unmixed(folded)
        wide = f" {_GLUE.sub(' ', unmixed)} "
        return Folded(wide.encode("ascii", "replace"), marks, shifts, unmixed != folded, wide)
    letters = near.translate(_LATIN)
    if b"+" in letters or b"#" in letters:
        letters = bytes(_unglue(bytearray(letters)))
    return Folded(b" %b " % letters, marks, shifts, plain=b"" if spans or found else near)


def _far(text: str, near: bytes) -> set[str]:
    """Give the characters that fold to more than a space and stand outside Latin-1, or are soft hyphens."""
    if text.isascii():
        return set()
    many = near.count(b"?")
    if many * 20 > len(text):
        return set(_FAR.findall(text))
    chars = {"\u00ad"} if b"\xad" in near else set()
    at = near.find(b"?")
    while at >= 0:
        chars.add(text[at])
        at = near.find(b"?", at + 1)
    return {char for char in chars if _FAR.match(char)}


def _places(text: str, char: str) -> Iterator[int]:
    """Give where a character stands."""
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def _unglue(letters: bytearray) -> bytearray:
    """Make a `+` between words and a `#` before one a space, and leave those of C++ and C#."""
    at = letters.find(b"+")
    while at >= 0:
        before = letters[at - 1] if at else 32
        after = letters[at + 1] if at + 1 < len(letters) else 32
        if before != 43 and after not in (32, 35, 43):
            letters[at] = 32
        at = letters.find(b"+", at + 1)
    at = letters.find(b"#")
    while at >= 0:
        if at == 0 or letters[at - 1] in (32, 35, 43):
            letters[at] = 32
        at = letters.find(b"#", at + 1)
    return letters


def fold_name(name: str) -> str:
    """Fold a name to the key it is looked up by: words with single spaces between.

    >>> fold_name("  Node.JS ")
    'node js'
    """
    if not name.isascii():
        return " ".join(fold(name).text.split())
    letters = name.encode().translate(_LATIN)
    if b"+" in letters or b"#" in letters:
        letters = bytes(_unglue(bytearray(letters)))
    return b" ".join(letters.split()).decode()


def _unmixed(folded: str) -> str:
    """Write the Cyrillic and Greek letters of a word that has Latin ones too as the Latin letters they look like."""
    parts = []
    done = 0
    for found in _OTHER.finditer(folded):
        if found.start() < done:
            continue
        start = folded.rfind(" ", done, found.start()) + 1 or done
        end = folded.find(" ", found.start())
        end = len(folded) if end < 0 else end
        word = folded[start:end]
        if any("a" <= c <= "z" for c in word):
            word = word.translate(_LOOKALIKE)
        parts += [folded[done:start], word]
        done = end
    return "".join((*parts, folded[done:]))


def _runs(near: bytes) -> list[tuple[int, int]]:
    """Give the runs of white space that have to be collapsed; line ends alone are none."""
    white = near.translate(_WHITE)
    spans: list[tuple[int, int]] = []
    end = 0
    for _, at, _ in _double(white):
        if at < end:
            continue
        end = at + 2
        while end < len(white) and white[end] == 32:
            end += 1
        if near[at:end].strip(b"\n"):
            spans.append((at, end))
    return spans


def _collapse(text: str, marks: list[int], shifts: list[int], spans: list[tuple[int, int]]) -> str:
    """Write runs of white space as one space (two for a paragraph's end) and stretch ligatures, noting the shifts."""
    parts: list[str] = []
    done = size = shift = 0
    for start, end in spans:
        run = text[start:end]
        new = (_TABLE[ord(run)]) if end - start == 1 else "  " if run.count("\n") > 1 else " "
        parts.append(text[done:start])
        parts.append(new)
        size += start - done + len(new)
        shift += (end - start) - len(new)
        done = end
        marks.append(size)
        shifts.append(shift)
    parts.append(text[done:])
    return "".join(parts)
