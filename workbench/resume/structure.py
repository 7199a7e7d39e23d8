"""Sheets to rows in reading order: repairs, cells, columns, running headers, bullets that go on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workbench.resume.columns import Region, regions
from workbench.resume.dates import is_date_like
from workbench.resume.headings import section_begins, section_of
from workbench.resume.lines import cells
from workbench.resume.margins import gather_margins
from workbench.resume.marks import icon_bullets
from workbench.resume.place_names import is_place
from workbench.resume.repair import compose, repair
from workbench.resume.rows import Cell, Row, style
from workbench.resume.stacked import join_dates
from workbench.resume.tokens import Link, Sheet
from workbench.resume.words import degree_in, is_title

_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|seite|página|pagina|p\.)?\s*\d{1,2}\s*(?:(?:of|/|von|sur|de|di|van)\s*\d{1,2})?\W*$|"
    r"(?:[-–—|•·]|^)\s*(?:page|seite|página|pagina)?\s*\d{1,2}\s*(?:of|/|von|sur|de|di)\s*\d{1,2}\W*$|"
    r"^last updated\b|^\W*page\s+\d+\W*$",
    re.I,
)
_RUNNING = re.compile(r"\b(?:cv|resume|résumé|curriculum vit(?:ae|æ)|lebenslauf|currículo)\b", re.I)
_CONNECTOR = re.compile(r"(?:[-–—&,/]|\band|\bund|\bet|\by|\bof|\bto|\bbis)$", re.I)


@dataclass(slots=True)
class Flow:
    """A whole document as rows in reading order."""

    rows: list[Row] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    columns: int = 1


def arrange(sheets: list[Sheet]) -> Flow:
    """Put the pages' words into rows in the order a person reads them."""
    flow = Flow(sheets=sheets)
    known: list[float] = []
    count = 0
    for sheet in sheets:
        seen = [token for token in sheet.tokens if not token.why_hidden]
        words, icons = repair([token for token in seen if token.upright])
        turned, _ = repair([token for token in seen if not token.upright])
        unseen, _ = repair([token for token in sheet.tokens if token.why_hidden])
        icons, bullets = icon_bullets(icons, words)
        parts = cells(compose(words + bullets), icons) if words else []
        found = regions(parts, sheet.number, known)
        flow.columns = max(flow.columns, _columns(found))
        for region in found:
            _join_labels(region)
            _join_headings(region)
            region.rows = gather_margins(region.rows)
            join_dates(region.rows)
            count += 1
            for row in region.rows:
                row.region = count * 10 + region.column
                row.width = region.x1 - region.x0
                flow.rows.append(row)
        flow.rows += [Row([Cell([token])], sheet.number, region=-1) for token in turned]
        # words nobody sees stand on rows of their own, never among those that count
        flow.rows += [Row([cell], sheet.number, region=-1) for cell in cells(unseen, [])] if unseen else []
        flow.links += sheet.links
    _mark_repeated(flow.rows, {sheet.number: sheet.height for sheet in sheets})
    _mark_joined(flow.rows)
    flow.rows = [part for row in flow.rows for part in _without_margin(row)]
    number: dict[int, int] = {}
    for row in flow.rows:
        number[row.page] = number.get(row.page, 0) + 1
        row.id = f"p{row.page}l{number[row.page]}"
    return flow


def _without_margin(row: Row) -> list[Row]:
    """Part a date in the margin from the bullet it happens to stand beside; it belongs to the entry's head."""
    if not (row.bullet or row.joined) or len(row.cells) < 2:
        return [row]
    margin = [cell for cell in row.cells[1:] if is_date_like(cell.text) or is_place(cell.text)]
    text = row.cells[0].text
    if not margin or len(margin) < len(row.cells) - 1 or is_title(text) or degree_in(text):
        return [row]
    beside = Row(margin, row.page, region=row.region, width=row.width, gap=row.gap)
    row.cells = row.cells[:1]
    return [beside, row]


def _columns(found: list[Region]) -> int:
    sides = [sum(len(region.rows) for region in found if region.column == side) for side in (1, 2)]
    whole = sum(len(region.rows) for region in found)
    return 2 if min(sides) >= max(3, 0.08 * whole) else 1


def _join_labels(region: Region) -> None:
    """Put a label in the margin that takes two lines ("Research / Experience") on its first line."""
    for place, row in enumerate(region.rows):
        if len(row.cells) < 2:
            continue
        first, bottom = row.cells[0], row.cells[0].bottom
        for below in region.rows[place + 1 : place + 4]:
            second = below.cells[0] if below.cells else None
            if second is None or abs(first.x0 - second.x0) > 3 or second.x1 > row.cells[1].x0 - 4:
                break
            if second.top - bottom > 0.8 * (second.bottom - second.top):
                break
            if second.bold != first.bold or abs(first.size - second.size) > 0.6:
                break
            both = f"{first.text} {second.text}"
            unfinished = bool(_CONNECTOR.search(first.text)) or second.text.startswith("&")
            if (
                not section_of(both)
                and not (unfinished and len(both) < 60 and (len(below.cells) > 1 or section_of(first.text)))
                and not section_begins(both)
            ):
                break
            first.tokens = first.tokens + second.tokens
            first.text = both
            bottom = second.bottom
            below.cells = below.cells[1:]
    region.rows = [row for row in region.rows if row.cells]


def _join_headings(region: Region) -> None:
    """Put a heading that was too long for a narrow column on one row: "Education &" above "Training"."""
    place = 0
    while place + 1 < len(region.rows):
        row, below = region.rows[place], region.rows[place + 1]
        place += 1
        if len(row.cells) > 1 or len(below.cells) > 1 or row.bullet or below.bullet or below.gap > 0.6:
            continue
        one, two = row.cells[0], below.cells[0]
        if len(one.text) + len(two.text) > 45 or section_of(one.text) or style(one)[:3] != style(two)[:3]:
            continue
        if section_of(f"{one.text} {two.text}") and (one.bold or one.size > 11 or one.text.isupper()):
            one.tokens = one.tokens + two.tokens
            one.text = f"{one.text} {two.text}"
            one.bottom = two.bottom
            del region.rows[place]


def _mark_repeated(rows: list[Row], heights: dict[int, float]) -> None:
    """Find running headers and footers: page numbers, and rows that stand at the same place on two pages."""
    pages = max((row.page for row in rows), default=1)
    first: dict[tuple[str, int], int] = {}
    for row in rows:
        if row.region < 0:
            continue
        (_, top, _, bottom), height = row.box, heights[row.page]
        margin = top < 0.09 * height or bottom > 0.9 * height
        if pages == 1 and not margin:
            continue
        text = row.text
        if margin and _PAGE_NUMBER.search(text) and (pages > 1 or len(text) < 40):
            row.repeated = True
        if bottom > 0.92 * height and _RUNNING.search(text) and len(text.split()) < 8 and row.gap > 1.5:
            row.repeated = True
        key = (re.sub(r"\d+", "0", text), round(top / 4))
        keys = [key, (key[0], key[1] - 1), (key[0], key[1] + 1)]
        seen = next((first[k] for k in keys if k in first), None)
        if seen is not None and seen < row.page and (top < 0.25 * height or margin) and not row.bullet:
            row.repeated = True
        first.setdefault(key, row.page)


def _mark_joined(rows: list[Row]) -> None:
    """Mark rows that carry on the bullet above: set in from the mark, no wider gap, same style."""
    above: Row | None = None
    inside = False
    edge = 0.0
    for row in rows:
        if row.repeated:
            continue
        if row.bullet:
            inside, edge = True, row.cells[0].x0
        elif inside and above is not None:
            start = row.cells[0].x0
            same = abs(row.size - above.size) < 0.7 and row.bold == above.bold
            if above.page != row.page or above.region != row.region:
                row.joined = same and row.text[:1].islower()
            else:
                # a line may go on below its mark, too
                under = edge - 16 <= start <= edge + 12 and row.text[:1].islower()
                row.joined = same and row.gap < 0.75 and (under or edge - 3 <= start <= edge + 12)
            inside = row.joined
        above = row
