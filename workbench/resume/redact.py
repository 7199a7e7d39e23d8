"""Blind review: who the person is goes, what the person did stays.

Redaction works on the structure that was read (which line is an address, which date a graduation), on the text of
every line and on the boxes that are painted over in the page's picture. What was removed is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from workbench.resume.document import Box, Document, Line, Word
from workbench.resume.profile import Resume
from workbench.resume.recency import head_cuts, range_cuts, since_cuts, statement_cuts, year_cuts
from workbench.resume.redact_fields import DATED, redacted_data
from workbench.resume.redact_terms import Term, terms_of

Removed = tuple[str, str]
_STATED = frozenset({"certificates", "awards", "publications", "languages", "interests", "references", "other"})


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
        For each page, what is to be painted over in its picture, with a label in few words; empty where a
        thing goes on in another box.
    removed
        (kind, line id) for each thing that was taken out.
    kept_links
        Links to work (portfolio, code), for the facilitator to open; raters do not get them.
    dates
        The dates of work as they were read, by entry ("work/0"), so that history can still be counted.
    """

    resume: Resume
    boxes: dict[int, list[tuple[Box, str]]] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)
    kept_links: list[str] = field(default_factory=list)
    dates: dict[str, dict[str, str]] = field(default_factory=dict)

    def dated(self) -> Resume:
        """Give the redacted profile with the dates of work in its fields again, for `evidence.weigh` and no screen.

        The lines stay redacted, and so does every other field: a quote's employer can be a "[school]".
        """
        data = dict(self.resume.data)
        for section in DATED:
            data[section] = [
                {**item, **self.dates.get(f"{section}/{number}", {})}
                for number, item in enumerate(data.get(section, []))
            ]
        return replace(self.resume, data=data)


def redact(resume: Resume, options: RedactOptions | None = None) -> Redacted:
    """Take out name, contact, photo, address, schools and graduation years; turn employment dates into durations.

    >>> redact(resume).resume.data["basics"]["name"]  # doctest: +SKIP
    '[name]'
    """
    options = options or RedactOptions()
    today = options.today or date.today()
    terms = terms_of(resume, options)
    heads = _head_lines(resume)
    boxes: dict[int, list[tuple[Box, str]]] = {}
    removed: list[Removed] = []
    pages = []
    for page in resume.document.pages:
        lines = []
        for line in page.lines:
            changed, painted, kinds = _line(line, terms, heads, options, today)
            lines.append(changed)
            boxes.setdefault(page.number, []).extend(painted)
            removed += [(kind, line.id) for kind in kinds]
        if options.photo and page.picture:
            boxes.setdefault(page.number, []).extend(
                (box, "photo") for box in resume.data["meta"]["workbench"].get("pictures", {}).get(str(page.number), [])
            )
            removed.append(("photo", f"p{page.number}"))
        pages.append(replace(page, lines=tuple(lines), picture=page.picture and not options.photo))
    data = redacted_data(resume, terms, options, today)
    file = "profile" if options.name else resume.file
    document = Document(file, resume.document.kind, tuple(pages), resume.document.engine)
    links = [link for link in resume.data["meta"]["workbench"].get("links", []) if isinstance(link, str)]
    return Redacted(
        Resume(file, data, document, ()),
        {number: found for number, found in boxes.items() if found},
        list(dict.fromkeys(removed)),
        links if options.contact else [],
        _dates(resume.data) if options.employment_dates else {},
    )


def _dates(data: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {
        f"{section}/{number}": {key: item[key] for key in ("startDate", "endDate") if item.get(key)}
        for section in DATED
        for number, item in enumerate(data.get(section, []))
    }


def _head_lines(resume: Resume) -> set[str]:
    """The lines from which the dates of a position or project were read, whatever their section is called."""
    fields = resume.data["meta"]["workbench"].get("fields", {})
    return {
        line
        for path, place in fields.items()
        if path.startswith(DATED) and path.endswith(("/startDate", "/endDate"))
        for line in place["lines"]
    }


def _date_cuts(line: Line, heads: set[str], options: RedactOptions, today: date) -> list[tuple[int, int, str, str]]:
    """What becomes of the dates in a line depends on what the line is for."""
    if line.section == "education":
        found, kind = (year_cuts(line.text) if options.graduation_years else []), "graduation year"
    elif not options.employment_dates or line.section == "contact":
        return []
    else:
        kind = "employment date"
        if line.id in heads:
            found = head_cuts(line.text, today)
        elif line.section in _STATED and line.kind != "heading":
            found = statement_cuts(line.text, today)
        else:
            found = since_cuts(line.text, today) if line.section == "summary" else range_cuts(line.text, today)
    return [(*cut, kind) for cut in found]


def _line(
    line: Line, terms: list[Term], heads: set[str], options: RedactOptions, today: date
) -> tuple[Line, list[tuple[Box, str]], list[str]]:
    """Replace in one line; give the new line, what is painted over, and the kinds of what went."""
    cuts: list[tuple[int, int, str, str]] = []
    for term in terms:
        if term.lines is not None and line.id not in term.lines:
            continue
        for found in term.pattern.finditer(line.text):
            if found.group().strip():
                cuts.append((found.start(), found.end(), f"[{term.kind}]", term.kind))
    cuts += _date_cuts(line, heads, options, today)
    cuts = _without_overlaps(cuts)
    if not cuts:
        return line, [], []
    painted = [
        (box, "" if place else label.strip("[]"))
        for start, end, label, _ in cuts
        for place, box in enumerate(_boxes(line, start, end))
    ]
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
