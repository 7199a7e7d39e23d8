"""Blind review: who the person is goes, what the person did stays.

Redaction works on the structure that was read (which line is an address, which date a graduation), on the text of
every line and on the boxes that are painted over in the page's picture. What was removed is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from workbench.resume.document import Box, Document, Line, Page, Word
from workbench.resume.profile import Resume
from workbench.resume.recency import period_in_words, replace_dates
from workbench.resume.redact_terms import Term, terms_of

Removed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RedactOptions:
    """What is taken out; the first eight are on for scoring, `gendered_words` on request."""

    name: bool = True
    contact: bool = True
    photo: bool = True
    address: bool = True
    personal: bool = True
    schools: bool = True
    graduation_years: bool = True
    employment_dates: bool = True
    gendered_words: bool = False
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Redacted:
    """A profile without what tells who the person is.

    Attributes
    ----------
    resume
        The profile with placeholders such as "[name]"; it has no path, and its file's name is neutral.
    boxes
        For each page, what is to be painted over in its picture, with a label.
    removed
        (kind, line id) for each thing that was taken out.
    kept_links
        Links to work (portfolio, code), for the facilitator to open; raters do not get them.
    """

    resume: Resume
    boxes: dict[int, list[tuple[Box, str]]] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)
    kept_links: list[str] = field(default_factory=list)


def redact(resume: Resume, options: RedactOptions | None = None) -> Redacted:
    """Take out name, contact, photo, address, schools and graduation years; turn employment dates into durations.

    >>> redact(resume).resume.data["basics"]["name"]  # doctest: +SKIP
    '[name]'
    """
    options = options or RedactOptions()
    today = options.today or date.today()
    terms = terms_of(resume, options)
    boxes: dict[int, list[tuple[Box, str]]] = {}
    removed: list[Removed] = []
    pages = []
    for page in resume.document.pages:
        lines = []
        for line in page.lines:
            changed, painted, kinds = _line(line, resume, terms, options, today)
            lines.append(changed)
            boxes.setdefault(page.number, []).extend(painted)
            removed += [(kind, line.id) for kind in kinds]
        if options.photo and page.picture:
            boxes.setdefault(page.number, []).extend(
                (box, "[photo]")
                for box in resume.data["meta"]["workbench"].get("pictures", {}).get(str(page.number), [])
            )
            removed.append(("photo", f"p{page.number}"))
        pages.append(Page(page.number, page.width, page.height, tuple(lines), False if options.photo else page.picture))
    data = _data(resume, terms, options, today)
    file = "profile" if options.name else resume.file
    document = Document(file, resume.document.kind, tuple(pages), resume.document.engine)
    links = [link for link in resume.data["meta"]["workbench"].get("links", []) if isinstance(link, str)]
    return Redacted(
        Resume(file, data, document, ()),
        {number: found for number, found in boxes.items() if found},
        list(dict.fromkeys(removed)),
        links if options.contact else [],
    )


def _line(
    line: Line, resume: Resume, terms: list[Term], options: RedactOptions, today: date
) -> tuple[Line, list[tuple[Box, str]], list[str]]:
    """Replace in one line; give the new line, what is painted over, and the kinds of what went."""
    cuts: list[tuple[int, int, str, str]] = []
    for term in terms:
        if term.lines is not None and line.id not in term.lines:
            continue
        for found in term.pattern.finditer(line.text):
            if found.group().strip():
                cuts.append((found.start(), found.end(), f"[{term.kind}]", term.kind))
    graduation = line.section == "education" and options.graduation_years
    employment = line.section not in {"education", None, "contact"} and options.employment_dates
    if graduation or employment:
        for start, end, words in replace_dates(line.text, today, durations=employment):
            cuts.append((start, end, words, "graduation year" if graduation else "employment date"))
    cuts = _without_overlaps(cuts)
    if not cuts:
        return line, [], []
    painted = [(box, label) for start, end, label, _ in cuts for box in _boxes(line, start, end)]
    return _replaced(line, cuts), painted, [kind for _, _, _, kind in cuts]


def _without_overlaps(cuts: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    kept: list[tuple[int, int, str, str]] = []
    for cut in sorted(cuts, key=lambda cut: (cut[0], cut[0] - cut[1])):
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
        elif cut[1] > kept[-1][1]:
            kept[-1] = (kept[-1][0], cut[1], kept[-1][2], kept[-1][3])
    return kept


def _boxes(line: Line, start: int, end: int) -> list[Box]:
    """The place of the words that a cut touches; the whole word goes, so that its length tells nothing of a part."""
    found = [word.box for word in line.words if word.start < end and word.end > start] or [line.box]
    merged: list[Box] = []
    for box in found:
        last = merged[-1] if merged else None
        if last and abs(last[1] - box[1]) < 3 and box[0] - last[2] < 12:
            merged[-1] = (last[0], min(last[1], box[1]), box[2], max(last[3], box[3]))
        else:
            merged.append(box)
    return merged


def _replaced(line: Line, cuts: list[tuple[int, int, str, str]]) -> Line:
    """The line with placeholders; each placeholder is one word at the place of what it stands for."""
    text, place = "", 0
    words: list[Word] = []
    for start, end, label, _ in cuts:
        text, words = _copied(line, place, start, text, words)
        if text and not text.endswith((" ", "(", "[")) and not line.text[start - 1 : start].strip(" @/.-_"):
            text = text.rstrip() + " "
        box = _boxes(line, start, end)[0]
        words.append(Word(label, box, len(text), len(text) + len(label)))
        text += label
        place = end
    text, words = _copied(line, place, len(line.text), text, words)
    return replace(line, text=text, words=tuple(words))


def _copied(line: Line, start: int, end: int, text: str, words: list[Word]) -> tuple[str, list[Word]]:
    shift = len(text) - start
    part = line.text[start:end]
    for word in line.words:
        if word.start >= start and word.end <= end:
            words.append(Word(word.text, word.box, word.start + shift, word.end + shift))
    return text + part, words


def _data(resume: Resume, terms: list[Term], options: RedactOptions, today: date) -> dict[str, Any]:
    """The JSON Resume without what was taken out of the lines."""
    data: dict[str, Any] = {
        key: value for key, value in resume.data.items() if key not in {"basics", "meta", "references"}
    }
    basics = dict(resume.data.get("basics", {}))
    if options.name:
        basics["name"] = "[name]"
    if options.contact:
        for key in ("email", "phone", "url", "profiles", "image"):
            basics.pop(key, None)
    if options.address:
        basics.pop("location", None)
    data["basics"] = basics
    if options.employment_dates:
        for section in ("work", "volunteer", "projects"):
            data[section] = [_undated(item, today) for item in data.get(section, [])]
    if options.schools or options.graduation_years:
        data["education"] = [_schooled(item, options) for item in data.get("education", [])]
    data = _scrubbed(
        data, [term for term in terms if term.lines is None or term.kind in {"name", "school"}], options, today
    )
    own = resume.data["meta"]["workbench"]
    kept = ("status", "reason", "engine", "pages", "columns", "language", "sections")
    meta: dict[str, Any] = {key: own.get(key) for key in kept}
    meta |= {
        "file": "profile" if options.name else own.get("file"),
        "emails": [],
        "phones": [],
        "links": [],
        "findings": [],
    }
    meta["redacted"] = True
    meta["fields"] = {
        path: {"page": place["page"], "lines": place["lines"], "text": None, "why": place["why"]}
        for path, place in own.get("fields", {}).items()
    }
    data["meta"] = {"workbench": meta}
    return data


def _undated(item: dict[str, Any], today: date) -> dict[str, Any]:
    item = dict(item)
    first, last = item.pop("startDate", None), item.pop("endDate", None)
    words = period_in_words(first, last, current=bool(first) and not last, today=today)
    if words:
        item["duration"] = words
    return item


def _schooled(item: dict[str, Any], options: RedactOptions) -> dict[str, Any]:
    item = dict(item)
    if options.schools and "institution" in item:
        item["institution"] = "[school]"
    if options.graduation_years:
        item.pop("startDate", None)
        item.pop("endDate", None)
    return item


def _scrubbed(value: Any, terms: list[Term], options: RedactOptions, today: date) -> Any:
    if isinstance(value, dict):
        return {key: _scrubbed(item, terms, options, today) for key, item in value.items()}
    if isinstance(value, list):
        return [_scrubbed(item, terms, options, today) for item in value]
    if not isinstance(value, str):
        return value
    for term in terms:
        value = term.pattern.sub(f"[{term.kind}]", value)
    return value
