"""Positions: who the employer is and what the title, whichever comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from workbench.resume.entries import Entry, entries
from workbench.resume.heads import Head, Part, read_head
from workbench.resume.place_names import is_place
from workbench.resume.rows import Row
from workbench.resume.siblings import may_be_town, share_places
from workbench.resume.words import COMPANIES, is_title, title_score

Slots = frozenset[tuple[int, int, int]]
_LABEL = re.compile(
    r"^(?:technologies|tech(?:nical)? stack|environment|tools|skills|stack|key skills|keywords|technologien)\b\s*:",
    re.I,
)


@dataclass(slots=True)
class Item:
    """One JSON Resume item with the rows each field came from."""

    data: dict[str, Any]
    rows: list[Row]
    sources: dict[str, tuple[list[Row], str]] = field(default_factory=dict)


def read_work(rows: list[Row], home: str = "") -> list[Item]:
    """Read the positions of one section, in reading order; `home` is the town the person lives in."""
    parsed = [(entry, read_head(entry)) for entry in entries(rows)]
    parsed = [(entry, head) for entry, head in parsed if head.parts or head.dates]
    share_places([head for _, head in parsed], home)
    title_first = _usual_order([head for _, head in parsed])
    beside = _employers_beside_titles([head for _, head in parsed])
    items: list[Item] = []
    employer: Part | None = None
    looks: set[tuple[bool, bool, int]] = set()
    pending: Item | None = None
    for entry, head in parsed:
        title: Part | None
        company: Part | None
        lone = head.parts[0] if len(head.parts) == 1 and employer else None
        if lone and is_title(lone.text) and _look(lone) in looks and employer and _look(lone) != _look(employer):
            title, company = lone, None  # a further title under the employer above, whatever its commas
        else:
            title, company = _title_and_employer(head.parts, title_first, beside)
        if company and title is None and employer and _look(company) in looks and _look(company) != _look(employer):
            title, company = company, None  # looks like the titles above, not like their employers
        item = Item({}, [*entry.head, *entry.body])
        if title and company is None and employer and (is_title(title.text) or _look(title) in looks):
            company, inherited = employer, True
        else:
            inherited = False
        if title and company and not inherited:
            looks.add(_look(title))
        if company:
            employer = company
            item.data["name"] = company.text
            why = "the employer of the position above" if inherited else "stands beside the title"
            item.sources["name"] = ([company.row], why)
        if title:
            item.data["position"] = title.text
            item.sources["position"] = ([title.row], "reads as a job title" if is_title(title.text) else "by its place")
        if head.place:
            item.data["location"] = head.place
            if head.place_row:
                item.sources["location"] = ([head.place_row], "names a place")
        set_dates(item, head)
        tell(item, entry)
        if head.told:
            item.data["summary"] = "\n".join([*head.told, *filter(None, [item.data.get("summary")])])
        if pending is not None and title and (inherited or company is None):
            items.pop()  # the row above named the employer of the positions below it
        pending = item if company and not title and not entry.body else None
        items.append(item)
    return [item for item in items if item.data.get("name") or item.data.get("position")]


def _look(part: Part) -> tuple[bool, bool, int]:
    return (part.bold, part.italic, round(part.size))


def set_dates(item: Item, head: Head, *, single_is_end: bool = False) -> None:
    """Put the head's best period into the item; a lone date is a graduation or a whole stay."""
    periods = [pair for pair in head.dates if pair[0].period and not pair[0].blank]
    lone = [pair for pair in head.dates if not pair[0].period and pair[0].last]
    if periods:
        span, row = periods[0]
        if span.first:
            item.data["startDate"] = span.first
            item.sources["startDate"] = ([row], "the first of two dates")
        if span.last:
            item.data["endDate"] = span.last
            item.sources["endDate"] = ([row], "the second of two dates")
        elif span.current:
            item.sources["endDate"] = ([row], "still going on, as the document says")
    elif lone:
        span, row = lone[-1] if single_is_end else lone[0]
        if not single_is_end:
            item.data["startDate"] = span.last
            item.sources["startDate"] = ([row], "the only date beside it")
        item.data["endDate"] = span.last
        item.sources["endDate"] = ([row], "the only date beside it")


def tell(item: Item, entry: Entry) -> None:
    """Put what the rows below the head tell into highlights (bullets) and summary (the rest)."""
    bullets: list[str] = []
    prose: list[str] = []
    for row in entry.body:
        target = bullets if row.bullet else prose
        if row.joined and bullets:
            bullets[-1] = join(bullets[-1], row.text)
        elif not row.bullet and prose and not prose[-1].endswith((".", ":", "!")) and row.gap < 0.6:
            prose[-1] = join(prose[-1], row.text)
        else:
            target.append(row.text)
    if prose:
        item.data["summary"] = "\n".join(prose)
    if bullets:
        item.data["highlights"] = bullets


def join(above: str, below: str) -> str:
    """Join two lines of one sentence; a hyphen at the end joins without a space, when it divides a word.

    >>> join("a reliable sub-", "mission")
    'a reliable submission'
    """
    if above.endswith("-") and above[-2:-1].islower() and below[:1].islower():
        return above[:-1] + below
    return f"{above} {below}"


def _split_comma(part: Part) -> list[Part]:
    """Cut "Engineer, Acme" at the comma that has a title on one side only."""
    for found in re.finditer(r",\s+", part.text):
        left, right = part.text[: found.start()], part.text[found.end() :]
        if re.match(r"(?:inc|llc|ltd|co|corp|gmbh|l\.?p|s\.?a)\b", right, re.I) or len(left) < 3 or len(right) < 2:
            continue
        one, two = title_score(left), title_score(right)
        if (one >= 1.5) != (two >= 1.5) and not re.match(r"(?:department|division|team|abteilung)\b", right, re.I):
            return [
                Part(text, part.row, part.order, part.bold, part.italic, part.size, part.colour, False, part.place)
                for text in (left, right)
            ]
    return [part]


def _candidates(parts: list[Part], employers: Slots = frozenset()) -> list[Part]:
    """The parts that may name a title or an employer; one that names both is cut when the others are no help."""
    result: list[Part] = []
    parts = [part for part in parts if not _LABEL.match(part.text)]
    for part in parts:
        others = [other for other in parts if other is not part]
        whole = any(other.slot in employers or not may_be_town(other.text) for other in others)
        result += [part] if whole or part.kind else _split_comma(part)
    return result


def _employers_beside_titles(heads: list[Head]) -> Slots:
    """Where employers stand in the heads that name a title without a comma and one thing more."""
    found: set[tuple[int, int, int]] = set()
    for head in heads:
        parts = [part for part in head.parts if not _LABEL.match(part.text)]
        titles = [part for part in parts if is_title(part.text)]
        if len(parts) == 2 and len(titles) == 1 and "," not in titles[0].text:
            found |= {part.slot for part in parts if part is not titles[0] and not is_place(part.text)}
    return frozenset(found)


def _title_and_employer(
    parts: list[Part], title_first: bool | None, employers: Slots = frozenset()
) -> tuple[Part | None, Part | None]:
    parts = _candidates(parts, employers)
    if len(parts) == 1:
        part = parts[0]
        return (part, None) if is_title(part.text) else (None, part)
    if not parts:
        return None, None
    said = [next((part for part in parts if part.kind == kind), None) for kind in ("title", "employer")]
    if said[0] is not None and said[1] is not None:
        return said[0], said[1]
    if len(parts) > 2:
        parts = parts[:4]
    marked = [part for part in parts if part.after_at]
    if marked:
        return next((part for part in parts if part is not marked[0]), None), marked[0]
    scores = [title_score(part.text) - 0.15 * place for place, part in enumerate(parts)]
    best = max(range(len(parts)), key=scores.__getitem__)
    rest = [place for place in range(len(parts)) if place != best]
    company = min(rest, key=lambda place: scores[place] - _company_bonus(parts[place]) + 0.4 * place)
    if scores[best] - max(scores[company], 0.0) < 1.0:
        first, second = parts[0], parts[1]
        if title_first is None:
            title_first = second.bold and not first.bold
        return (first, second) if title_first else (second, first)
    return parts[best], parts[company]


def _company_bonus(part: Part) -> float:
    words = {word.casefold() for word in re.findall(r"\w+", part.text)}
    return 1.0 if words & COMPANIES else 0.5 * bool(part.place)


def _usual_order(heads: list[Head]) -> bool | None:
    """Whether titles come first in this section, by the heads where it is plain; None when it never is."""
    votes = 0
    for head in heads:
        parts = _candidates(head.parts)[:2]
        if len(parts) == 2:
            one, two = title_score(parts[0].text), title_score(parts[1].text)
            votes += (one - two >= 1.0) - (two - one >= 1.0)
    return None if not votes else votes > 0
