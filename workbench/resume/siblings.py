"""Places nobody has listed: a word that stands where other entries of the section have their place is one, too."""

from __future__ import annotations

import re
from collections import Counter

from workbench.resume.heads import Head, Part
from workbench.resume.place_names import is_place
from workbench.resume.words import COMPANIES, degree_in, is_title, school_score

_TOWN = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,2}(?:,\s[^\W\d_][\w .'’-]{1,20})?")
_BRACKET = re.compile(r"^(.{2,}?)\s+\(([^()]+)\)$")
_LEGAL = re.compile(r"^(?:inc|llc|ltd|co|corp|gmbh|ag|ab|s\.?a|plc|kg|se|bv|lp|l\.p)\b\.?", re.I)
_OFFICE = re.compile(
    r"\b(?:department|dept|faculty|division|team|school|institute|unit|centre|center|lab|abteilung|fakultät|institut)\b",
    re.I,
)
_Slot = tuple[tuple[int, int, int], bool, bool, int]


def share_places(heads: list[Head], home: str = "") -> None:
    """Take for places what stands where other heads of the section have theirs, and the person's own town."""
    _take_home(heads, home)
    _take_alone(heads)
    _take_behind(heads)


def _take_home(heads: list[Head], home: str) -> None:
    """Where somebody lives is often where they work."""
    if len(home) < 3:
        return
    for head in heads:
        for part in head.parts:
            if not head.place and part.text.split(",")[0].strip() == home and len(head.parts) > 2:
                head.parts.remove(part)
                head.place, head.place_row, head.place_part = part.text, part.row, part
                break


def _slot(part: Part) -> _Slot:
    return (part.slot, part.bold, part.italic, round(part.size))


def _take_alone(heads: list[Head]) -> None:
    """A town on a line or in a cell of its own."""
    known = Counter(_slot(head.place_part) for head in heads if head.place_part is not None)
    for head in heads:
        if head.place or len(head.parts) < 3:
            continue
        for part in head.parts:
            if known[_slot(part)] and may_be_town(part.text):
                head.parts.remove(part)
                head.place, head.place_row, head.place_part = part.text, part.row, part
                break


def _take_behind(heads: list[Head]) -> None:
    """A town behind the employer: "Copperline Freight, York", when others end in a place or all end alike."""
    ends = [(head, part, found) for head in heads for part in head.parts if (found := _ending(part))]
    known = {_slot(part) for head in heads for part in head.parts if part.place}
    many = Counter(_slot(part) for _, part, _ in ends)
    entries = sum(bool(head.parts) for head in heads)
    for head, part, (text, town) in ends:
        if head.place and head.place != town:
            continue
        slot = _slot(part)
        alike = slot in known or (many[slot] >= 2 and many[slot] >= 0.8 * entries)
        if alike or town in {other.place for other in heads}:
            part.text, part.place = text, town
            if not head.place:
                head.place, head.place_row = town, part.row


def _ending(part: Part) -> tuple[str, str] | None:
    """What a part says before its last piece, and that piece, when it may be a town."""
    if part.place or len(part.text) > 110:
        return None
    bracket = _BRACKET.match(part.text)
    if bracket:
        before, town = bracket[1], bracket[2]
    else:
        before, _, town = part.text.rpartition(", ")
        if ", " in before and is_place(f"Anytown, {town}"):
            before, _, city = before.rpartition(", ")
            town = f"{city}, {town}"
    # of "Engineer, Acme" the second piece is the employer; of "Engineer, Acme, York" the third is a town
    lone = ", " not in before and is_title(before)
    if not before or not may_be_town(town) or _OFFICE.search(before) or (lone and not bracket):
        return None
    return before.strip(" ,"), town.strip()


def may_be_town(text: str) -> bool:
    """Whether a text could be the name of a town: a few capitalised words that mean nothing else here."""
    if is_place(text):
        return True
    words = text.replace(",", " ").split()
    if not _TOWN.fullmatch(text) or _LEGAL.match(text) or len(text) > 32:
        return False
    if is_title(text) or degree_in(text) or school_score(text) > 0 or text.isupper():
        return False
    if any(word.casefold().strip(".") in COMPANIES for word in words):
        return False
    return words[0][0].isupper() and all(word[0].isupper() or len(word) < 4 for word in words)
