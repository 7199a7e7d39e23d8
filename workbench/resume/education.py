"""Degrees and schools."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.resume.entries import Entry, entries
from workbench.resume.heads import Head, Part, read_head
from workbench.resume.place_names import trailing_place
from workbench.resume.rows import Row
from workbench.resume.words import degree_in, is_major, names_high_school, school_score
from workbench.resume.work import Item, set_dates, tell
from workbench.resume.wraps import unwrapped

_AREA = re.compile(r"^\s*(?:[,:(–—-]|in\b|of\b|für\b|en\b|em\b|im\b|der\b)?\s*", re.I)
_GRADE = re.compile(
    r"\b(?:GPA|Grade|Note|CGPA|Notenschnitt|Abschlussnote|Mention)\b[\s:=]*(?:of\s+)?(\d+(?:[.,]\d+)?(?:\s*/\s*\d+(?:[.,]\d+)?)?)",
    re.I,
)


def read_education(rows: list[Row]) -> list[Item]:
    """Read the degrees of one section, in reading order."""
    items: list[Item] = []
    school: Part | None = None
    for entry in entries(rows):
        head = read_head(entry)
        if not head.parts and not head.dates:
            continue
        _look_into_body(head, entry)
        degree, institution = _degree_and_school(head.parts)
        inherited = False
        if institution is None and degree is not None and school is not None and _below(entry):
            institution, inherited = school, True
        item = Item({}, [*entry.head, *entry.body])
        if institution is not None:
            school = institution
            item.data["institution"] = institution.text
            why = (
                "the school of the degree above"
                if inherited
                else "names a school"
                if school_score(institution.text) > 0
                else "by its place"
            )
            item.sources["institution"] = ([institution.row], why)
        if degree is not None:
            _set_degree(
                item, degree, [part for part in head.parts if institution is None or part.text != institution.text]
            )
        set_dates(item, head, single_is_end=True)
        _set_grade(item, entry)
        tell(item, entry)
        item.data.pop("highlights", None)
        item.data.pop("summary", None)
        if item.data.get("institution") or item.data.get("studyType"):
            items.append(item)
    return _merge_headers(items)


def _below(entry: Entry) -> bool:
    return bool(entry.head)


def _merge_headers(items: list[Item]) -> list[Item]:
    """A school alone on its row, with its degrees below: the row itself is no degree."""
    result: list[Item] = []
    for place, item in enumerate(items):
        after = items[place + 1] if place + 1 < len(items) else None
        alone = "studyType" not in item.data and "startDate" not in item.data and "endDate" not in item.data
        if alone and after is not None and after.data.get("institution") == item.data.get("institution"):
            continue
        result.append(item)
    return result


def _look_into_body(head: Head, entry: Entry) -> None:
    """The degree may stand in the first bullet or line of the body."""
    body = unwrapped([row for row in entry.body if not row.repeated][:4])
    wanted: list[Callable[[str], bool]] = []
    if not any(degree_in(part.text) for part in head.parts):
        wanted.append(_starts_with_degree)
    if not any(school_score(part.text) >= 1 for part in head.parts):
        wanted.append(_names_school)
    for row in body:
        if len(row.text) < 140 and any(test(row.text) for test in wanted):
            lead = row.lead
            head.parts.append(Part(row.text, row, len(head.parts), lead.bold, lead.italic, lead.size, lead.colour))
            entry.body = [other for other in entry.body if other is not row]
            if len(wanted) == 1 or _has_both(row.text):
                return


def _starts_with_degree(text: str) -> bool:
    found = degree_in(text)
    return found is not None and found.start() < 3


def _names_school(text: str) -> bool:
    return any(school_score(piece) >= 1 for piece in [text, *text.split(", ")])


def _has_both(text: str) -> bool:
    return degree_in(text) is not None and any(school_score(piece) >= 1 for piece in text.split(", "))


def _degree_and_school(parts: list[Part]) -> tuple[Part | None, Part | None]:
    parts = [piece for part in parts for piece in _split(part)]
    if not parts:
        return None, None
    degrees = [part for part in parts if _names_degree(part.text) and school_score(part.text) < 2]
    schools = [part for part in parts if school_score(part.text) >= 1 and part not in degrees]
    degree = max(degrees, key=lambda part: (not is_major(part.text), min(len(part.text), 40))) if degrees else None
    school = max(schools, key=lambda part: school_score(part.text)) if schools else None
    rest = [part for part in parts if part is not degree and part is not school]
    if school is None and degree is not None and rest:
        school = next((part for part in rest if not _GRADE.search(part.text)), None)
    if degree is None and school is not None:
        degree = next((part for part in rest if _may_be_degree(part, school)), None)
    if degree is None and school is None:
        school, degree = parts[0], parts[1] if len(parts) > 1 else None
    return degree, school


def _names_degree(text: str) -> bool:
    return degree_in(text) is not None and not names_high_school(text)


def _may_be_degree(part: Part, school: Part) -> bool:
    """A text without a degree's name is one only when it is set off, or stands on the school's row or above it."""
    if _GRADE.search(part.text) or len(part.text) > 70 or len(part.text.split()) > 9 or part.row.bullet:
        return False
    return (
        part.bold
        or part.italic
        or part.row is school.row
        or part.order < school.order
        or part.row.box[1] <= school.row.box[1] + 1
    )


def _split(part: Part) -> list[Part]:
    """Cut at commas between a school and a degree: "MIT, BSc in Physics, Cambridge"."""
    pieces = [piece.strip() for piece in re.split(r",\s+|;\s+|:\s+", part.text) if piece.strip()]
    if len(pieces) < 2:
        return [part]
    kinds = ["s" if school_score(p) >= 2 or names_high_school(p) else "d" if degree_in(p) else "" for p in pieces]
    if "s" not in kinds and "d" not in kinds:
        return [part]
    if "s" in kinds and "d" not in kinds and kinds.index("s") == 0:
        return [part]
    groups: list[list[str]] = []
    last = ""
    for piece, kind in zip(pieces, kinds, strict=True):
        if groups and (not kind or kind == last) and not (last == "s" and not kind):
            groups[-1].append(piece)
        elif groups and last == "s" and not kind:
            groups[-1].append(piece) if len(piece.split()) <= 2 else groups.append([piece])
        else:
            groups.append([piece])
        last = kind or last
    result = []
    for group in groups:
        text, place = ", ".join(group).strip(" ."), part.place
        ends = trailing_place(text)
        if ends:
            text, place = ends
        result.append(Part(text, part.row, part.order, part.bold, part.italic, part.size, part.colour, False, place))
    return result


def _set_degree(item: Item, degree: Part, parts: list[Part]) -> None:
    text = degree.text
    found = degree_in(text)
    sources = ([degree.row], "names a degree" if found else "by its place")
    item.sources["studyType"] = sources
    if not found:
        item.data["studyType"] = text
        return
    joined = re.search(r"\s+(?:in|of|für|en|em|im)\s+", text[found.end() :])
    if joined and joined.start() < 25:
        cut = found.end() + joined.start()
        item.data["studyType"], area = text[:cut].strip(" ,"), text[found.end() + joined.end() :]
        if re.search(r"\bof\s*$", text[: found.end() + joined.end()]) and " in " in area:
            kind, _, area = area.partition(" in ")
            item.data["studyType"] += f" of {kind}"
        elif re.search(r"\bof\s*$", text[: found.end() + joined.end()]):
            item.data["studyType"], area = text, ""
    else:
        item.data["studyType"], area = text, ""
        cut = text.find(", ", found.end())
        if cut > 0:
            item.data["studyType"], area = text[:cut], text[cut + 2 :]
    if re.fullmatch(r"[\d.,/ ]+", area):
        area = ""  # a grade
    if re.search(r",\s*\d(?:[.,]\d+)?$", area):
        area = area.rpartition(",")[0]
    if not area:
        area = _area_beside(degree, parts)
    if area:
        item.data["area"] = area.strip(" ,;()")
        item.sources["area"] = sources


def _area_beside(degree: Part, parts: list[Part]) -> str:
    """The field of study, when it stands beside the degree: "PhD | Princeton University, Computer Science"."""
    others = [piece for part in parts for piece in _split(part) if piece.text not in degree.text]
    for part in others:
        if is_major(part.text):
            return part.text
    if len(degree.text) <= 12:
        for part in others:
            plain = school_score(part.text) < 1 and not degree_in(part.text) and len(part.text) < 60
            if plain and abs(part.row.box[1] - degree.row.box[1]) < 2:
                return part.text
    return ""


def _set_grade(item: Item, entry: Entry) -> None:
    for row in [*entry.head, *entry.body]:
        found = _GRADE.search(row.text)
        if found:
            item.data["score"] = found[1].strip(" ,.")
            item.sources["score"] = ([row], "follows the word for a grade")
            return
