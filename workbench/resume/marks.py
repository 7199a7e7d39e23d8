"""Bullets taken from a font of icons: a small circle before each line of a list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from workbench.resume.contacts import is_contact
from workbench.resume.dates import is_date_like
from workbench.resume.place_names import is_place
from workbench.resume.tokens import Token


def icon_bullets(icons: list[Token], words: list[Token]) -> tuple[list[Token], list[Token]]:
    """Tell the icons that are bullets: the same one before several lines that are no dates, places or addresses.

    Returns
    -------
    The icons that remain, and a bullet for each of the others.
    """
    alike: dict[tuple[str, str], list[Token]] = defaultdict(list)
    for icon in icons:
        alike[icon.font, icon.text].append(icon)
    rest: list[Token] = []
    bullets: list[Token] = []
    for same in alike.values():
        if len(same) == 1:
            rest += same
            continue
        lines = [_line_behind(icon, words) for icon in same]
        told = [line for line in lines if len(line) > 1 and not _is_fact(" ".join(word.text for word in line))]
        if len(told) > 1 and len(told) == sum(bool(line) for line in lines):
            for icon, line in zip(same, lines, strict=True):
                if line:
                    bullets.append(_bullet(icon, line[0]))
                else:
                    rest.append(icon)
        else:
            rest += same
    return rest, bullets


def _line_behind(icon: Token, words: list[Token]) -> list[Token]:
    """The words on the icon's line up to a wide gap; none when words stand before it, too."""
    middle = icon.middle
    beside = sorted([word for word in words if word.top < middle < word.bottom], key=lambda word: word.x0)
    if any(-1 < icon.x0 - word.x1 < 5 for word in beside):
        return []
    line: list[Token] = []
    end = icon.x1
    for word in beside:
        if word.x0 > icon.x0 and word.x0 - end < 1.5 * word.size:
            line.append(word)
            end = word.x1
    return line


def _bullet(icon: Token, word: Token) -> Token:
    return replace(icon, text="•", top=word.top, bottom=word.bottom, base=word.base, font="")


def _is_fact(text: str) -> bool:
    return is_date_like(text) or is_place(text) or is_contact(text)
