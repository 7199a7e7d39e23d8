"""Skills as they were written: groups with a label, chips, grids, bars, lists with commas or bullets."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from workbench.resume.dates import find_dates
from workbench.resume.headings import section_of
from workbench.resume.place_names import is_place
from workbench.resume.rows import Cell, Row
from workbench.resume.work import Item, join

_SEPARATOR = re.compile(r"\s*[;|•·∙▪■●⋅◦⁃│]\s*|\s+(?:[-–—/]|//)\s+|,(?=\s|[^\d\s])\s*|、|，|；")
_LABEL = re.compile(r"^([^:：]{2,45})[:：]\s*(.*)$")
_LEVEL = re.compile(
    r"\s*[(\[](?:native|fluent|basics?|advanced|intermediate|beginner|expert|proficient|familiar"
    r"|\d+\+?\s*(?:years?|yrs?|jahre)|[\d/ %]+)[^)\]]*[)\]]\s*$"
    r"|\s*[-–:]?\s*\b(?:advanced|intermediate|beginner|expert|proficient|basic)\s*$|[\s★☆●○⬤◯■□▪◾◽⚫⚪*]+$|\s*\d{1,3}\s?%$",
    re.I,
)
_LISTED = re.compile(r"[,;|•·]")
_DAY = re.compile(
    r"(?:[^\W\d_]+\s\d{1,2},|\d{1,2}\.?\s(?:de\s)?[^\W\d_]+\.?(?:\sde)?|\d{1,2}[./-]\d{1,2}[./-])\s?\d{4}\.?"
)
_NOT_SKILLS = {"languages", "interests", "references", "contact", "volunteer", "other"}
_HUMAN = re.compile(
    r"\b(?:english|german|french|spanish|portuguese|italian|dutch|chinese|mandarin|cantonese|japanese|korean|russian|arabic|hindi|polish"
    r"|deutsch|englisch|französisch|spanisch|italienisch|chinesisch|anglais|allemand|espagnol|français|inglés|alemán|francés|español"
    r"|inglês|alemão|francês|português|swedish|norwegian|danish|finnish|turkish|greek|hebrew|urdu|bengali|tamil|latin|czech|hungarian)\b",
    re.I,
)
_LABEL_WORDS = re.compile(
    r"^(?:(?:programming |spoken |foreign )?languages?|technolog\w+|tools?|frameworks?|databases?"
    r"|librar(?:y|ies)|platforms?|interests?|sports?"
    r"|hobb\w+|soft skills|hard skills|operating systems?|others?|web|sprachen|technologie\w*|sport"
    r"|interessen|cloud|devops|backend|frontend"
    r"|(?:technical|professional|core|personal) skills?|methods?|methodolog\w+|design|software|systems?)$",
    re.I,
)
_EXCEPT = re.compile(r"^(?:sports?|hobb|interests?|interessen|freizeit|hobbys)", re.I)


def read_skills(rows: list[Row]) -> list[Item]:
    """Read one section of skills as groups of keywords, in reading order."""
    groups: list[tuple[str, list[str], list[Row]]] = []
    open_label = ""
    for row in _sentences([_apart(row) for row in _by_column([row for row in rows if not row.heading])]):
        if _is_prose(row.text) or _is_signed(row.text):
            continue
        label, texts = _label(row)
        if label and not texts:
            open_label = label
            continue
        if label is None:
            label = open_label if open_label else ""
        if _EXCEPT.match(label) or (section_of(label) == "languages" and any(_HUMAN.search(text) for text in texts)):
            continue
        words = [word for text in texts for word in split_list(text)]
        words = [word for word in words if _is_skill(word)]
        if not words:
            continue
        if groups and groups[-1][0] == label:
            groups[-1][1].extend(words)
            groups[-1][2].append(row)
        else:
            groups.append((label, words, [row]))
    items = []
    for label, words, found in groups:
        keywords = list(dict.fromkeys(words))
        item = Item({"name": label or "Skills", "keywords": keywords}, found)
        item.sources["keywords"] = (found, "listed under the heading for skills")
        items.append(item)
    return items


def _by_column(rows: list[Row]) -> list[Row]:
    """Read a grid of lists column by column: a row of bold labels, and below each what belongs to it."""
    result: list[Row] = []
    place = 0
    while place < len(rows):
        labels = rows[place]
        below = rows[place + 1] if place + 1 < len(rows) else None
        place += 1
        if below is None or not _heads_columns(labels, below):
            result.append(labels)
            continue
        columns: list[list[Cell]] = [[] for _ in labels.cells]
        while place < len(rows) and _stands_under(rows[place], labels) and not _all_bold(rows[place]):
            for cell in rows[place].cells:
                columns[_column(cell, labels)].append(cell)
            place += 1
        for label, cells in zip(labels.cells, columns, strict=True):
            result += [replace(labels, cells=[label]), *(replace(labels, cells=[cell], gap=0.3) for cell in cells)]
    return result


def _heads_columns(labels: Row, below: Row) -> bool:
    return len(labels.cells) > 1 and _all_bold(labels) and not _all_bold(below) and _stands_under(below, labels)


def _all_bold(row: Row) -> bool:
    return all(cell.bold for cell in row.cells)


def _stands_under(row: Row, labels: Row) -> bool:
    return all(any(-3 < cell.x0 - label.x0 < 25 for label in labels.cells) for cell in row.cells)


def _column(cell: Cell, labels: Row) -> int:
    return min(range(len(labels.cells)), key=lambda place: abs(labels.cells[place].x0 - cell.x0))


def _is_signed(text: str) -> bool:
    """Whether a line is the place and date, or the date alone, at the foot of a profile: "Bremen, 12.03.2025"."""
    spans = find_dates(text)
    if len(spans) == 1 and _DAY.fullmatch(text.strip()):
        return True
    return len(spans) == 1 and spans[0].end == len(text.rstrip(" .")) and is_place(text[: spans[0].start].rstrip(" ,"))


def _apart(row: Row) -> Row:
    """Part chips and tags that stand closer than cells do: their gaps are wider than a space."""
    if row.heading or re.search(r"[,;|•·:]|\.$", row.text):
        return row
    cells: list[Cell] = []
    for cell in row.cells:
        gaps = [after.x0 - before.x1 for before, after in pairwise(cell.tokens)]
        wide = 0.42 * cell.size
        if len(gaps) < 1 or max(gaps) < wide:
            cells.append(cell)
            continue
        part = [cell.tokens[0]]
        for token, gap in zip(cell.tokens[1:], gaps, strict=True):
            if gap >= wide and gap > 1.35 * min(min(gaps), 0.3 * cell.size):
                cells.append(Cell(part, bullet=cell.bullet))
                part = []
            part.append(token)
        cells.append(Cell(part, bullet=cell.bullet))
    if len(cells) == len(row.cells):
        return row
    return replace(row, cells=cells)


def _sentences(rows: list[Row]) -> list[Row]:
    """Put lines that carry on a list back on the line above."""
    result: list[Row] = []
    for row in rows:
        above = result[-1] if result else None
        one = above.cells[-1] if above else None
        lone = len(row.cells) == 1 and not row.bullet and not row.cells[0].icon
        if (
            above is not None
            and one is not None
            and lone
            and _carries_on(above, row)
            and not _LABEL.match(row.text)
            and row.cells[0].bold == one.bold
        ):
            text = join(one.text, row.text)
            merged = Cell(one.tokens + row.cells[0].tokens, bullet=one.bullet)
            merged.text = text
            result[-1] = Row([*above.cells[:-1], merged], above.page, above.id, above.bullet, width=above.width)
        else:
            result.append(row)
    return result


def _carries_on(above: Row, row: Row) -> bool:
    one, two = above.cells[-1], row.cells[0]
    if row.gap > 0.75 or abs(one.size - two.size) > 0.7:
        return False
    if one.text.rstrip().endswith((",", ";", "-", "&", "and", "(")) or one.text.count("(") > one.text.count(")"):
        return True
    first = two.tokens[0]
    full = one.x1 - above.cells[0].x0 + first.x1 - first.x0 + 0.25 * first.size > above.width
    return full and ("," in one.text or row.joined or len(one.text.split()) > 5)


def _label(row: Row) -> tuple[str | None, list[str]]:
    """Take the label off a row: "Languages: …", a bold start, or a first cell that stands apart from a list."""
    texts = [cell.text for cell in row.cells]
    found = _LABEL.match(texts[0])
    if found and len(found[1].split()) <= 6:
        return found[1].strip(), [text for text in [found[2], *texts[1:]] if text.strip()]
    if len(texts) > 1 and texts[0].endswith((":", "：")):
        return texts[0].rstrip(":： "), texts[1:]
    first = row.cells[0]
    if len(texts) > 1 and first.bold and not any(cell.bold for cell in row.cells[1:]) and len(texts[0].split()) <= 5:
        return texts[0], texts[1:]
    if len(texts) > 1 and _LABEL_WORDS.search(texts[0]) and not row.bullet and not first.icon:
        return texts[0], texts[1:]
    if len(texts) == 2 and _LISTED.search(texts[1]) and not _LISTED.search(texts[0]) and len(texts[0].split()) <= 4:
        return texts[0], texts[1:]
    if len(texts) > 1 and row.labels and not row.bullet:
        return None, texts
    start = _bold_start(first)
    if start:
        rest = [" ".join(token.text for token in first.tokens[start:]), *texts[1:]]
        return " ".join(token.text for token in first.tokens[:start]).rstrip(":： -–"), rest
    if len(texts) == 1 and first.bold and not row.bullet and not re.search(r"[,;|•·]", texts[0]):
        return texts[0].rstrip(":"), []
    return None, texts


def _bold_start(cell: Cell) -> int:
    count = 0
    while count < len(cell.tokens) and cell.tokens[count].bold:
        count += 1
    return count if 0 < count < len(cell.tokens) and count <= 5 else 0


def split_list(text: str) -> list[str]:
    """Cut a list where its separators are, never inside brackets.

    >>> split_list("Python, C++, AWS (EC2, S3) · Docker")
    ['Python', 'C++', 'AWS (EC2, S3)', 'Docker']
    """
    parts: list[str] = []
    start = depth = place = 0
    while place < len(text):
        letter = text[place]
        depth += (letter in "([") - (letter in ")]" and depth > 0)
        found = _SEPARATOR.match(text, place) if depth == 0 else None
        if found and found.end() > place:
            parts.append(text[start:place])
            place = start = found.end()
            continue
        place += 1
    parts.append(text[start:])
    result = []
    for part in parts:
        part = re.sub(r"^(?:and|und|et|y|e)\s+", "", part.strip(" .\t"))
        part = _LEVEL.sub("", part).strip(" .-–—_:")
        if part:
            result.append(part)
    return result


def names_language(text: str) -> bool:
    """Whether a text names a language that people speak."""
    return bool(_HUMAN.search(text))


def _is_prose(text: str) -> bool:
    """A sentence about skills is no list of them: nothing in it is taken for one."""
    if not text.rstrip().endswith(".") or len(text.split()) < 7:
        return False
    return any(len(part.split()) > 4 for part in split_list(re.sub(r"^[^:]{2,45}:", "", text)))


def _is_skill(text: str) -> bool:
    if not any(letter.isalpha() for letter in text) or len(text) > 60 or len(text.split()) > 6:
        return False
    return not (find_dates(text) and len(text) < 24 and not text[0].isalpha()) and text.count("(") == text.count(")")
