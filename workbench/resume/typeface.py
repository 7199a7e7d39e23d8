"""How wide words are in Helvetica, in which pages without a layout of their own are set (its published widths)."""

from __future__ import annotations

import unicodedata

_REGULAR = """
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556
    556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
    667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556
    556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
"""
_HEAVY = """
    278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556
    556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778
    667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611
    611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584
"""
_TABLES = {bold: [int(width) for width in table.split()] for bold, table in ((False, _REGULAR), (True, _HEAVY))}
_WIDE = ("W", "F")


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Give the width of a word in points.

    >>> width_of("Ada", 10), width_of("Ada", 10, bold=True)
    (17.79, 18.89)
    """
    table = _TABLES[bold]
    return sum(_width(letter, table) for letter in text) * size / 1000


def is_heavy(text: str, size: float, width: float, otherwise: bool) -> bool:
    """Say whether a word so wide was set bold; `otherwise` where both weights are as wide."""
    regular, heavy = width_of(text, size), width_of(text, size, bold=True)
    return otherwise if abs(heavy - regular) < 0.25 else abs(width - heavy) < abs(width - regular)


def _width(letter: str, table: list[int]) -> int:
    code = ord(letter)
    if 32 <= code < 127:
        return table[code - 32]
    if code < 0x2E80 and (plain := unicodedata.normalize("NFD", letter)[0]) != letter:
        return _width(plain, table)
    if letter == "•":
        return 350
    if unicodedata.east_asian_width(letter) in _WIDE or letter == "—":
        return 1000
    return 0 if unicodedata.combining(letter) else 556


def can_be_drawn(text: str) -> bool:
    """Whether the typeface has every letter: western European ones, nothing beyond.

    >>> can_be_drawn("Jörg – 5 €"), can_be_drawn("Nguyễn"), can_be_drawn("北京")
    (True, False, False)
    """
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
