"""Places nobody has listed: a word that stands where other entries of the section have their place is one, too."""

from __future__ import annotations

import re
from collections import Counter

from workbench.resume.heads import Head, Part
from workbench.resume.places import is_place
from workbench.resume.words import COMPANIES, degree_in, is_title, school_score

_TOWN = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,2}(?:,\s[^\W\d_][\w .'’-]{1,20})?")
_BEHIND = re.compile(r"^(.{2,}?)(?:,\s+|\s+[–—|]\s+|\s+\()([^,()]+(?:,\s[^,()]+)?)\)?$")
_LEGAL = re.compile(r"^(?:inc|llc|ltd|co|corp|gmbh|ag|ab|s\.?a|plc|kg|se|bv|lp|l\.p)\b\.?", re.I)
_OFFICE = re.compile(
    r"\b(?:department|dept|faculty|division|team|school|institute|unit|centre|center|lab|abteilung|fakultät|institut)\b",
    re.I,
)
_Slot = tuple[tuple[int, int, int], bool, bool, int]


def share_places(heads: list[Head]) -> None:
    """Take for places what stands where other heads of the section have theirs."""
    _take_alone(heads)
    _take_behind(heads)


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
    found = _BEHIND.match(part.text)
    if not found or part.place or not may_be_town(found[2]) or _OFFICE.search(found[1]):
        return None
    if (is_title(found[1]) and not part.text.endswith(")")) or len(found[1].split()) > 8:
        return None
    return found[1].strip(" ,"), found[2].strip()


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
