"""The person's name: usually the largest words of the first page, but not always the first ones."""

from __future__ import annotations

import re

from workbench.resume.dates import find_dates
from workbench.resume.headings import section_of
from workbench.resume.place_names import is_place
from workbench.resume.rows import Cell, Row
from workbench.resume.words import degree_in, is_title, school_score

_NOT_A_NAME = re.compile(
    r"curriculum|vitae|\bcv\b|^\W*(?:résumé|resume)\b|lebenslauf|page \d|@|https?:|www\.|\d"
    r"|confidential|application|bewerbung"
    r"|cover letter|currículo|portfolio|hoja de vida|简历|簡歷|履歴書|職務経歴書|السيرة الذاتية|קורות חיים",
    re.I,
)
_AFTER = re.compile(
    r",?\s+(?:Ph\.?D\.?|M\.?D\.?|MBA|PMP|CPA|Esq\.?|Jr\.?|M\.?Sc\.?|B\.?Sc\.?|CFA|P\.?E\.?|RN|he/him|she/her|they/them)\b.*$"
)
_LABEL = re.compile(r"^(?:name|nombre|nom|nome|full name|vor- und nachname|姓名)\s*[:：]?\s*", re.I)
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_PARTICLE = re.compile(r"\s(?:von|van|de|da|do|del|della|der|den|la|le|di|bin|al|el|zu|zur)$")
_SINGLE = re.compile(r"[^\W\d_]{2,}")


def find_name(rows: list[Row], emails: list[str]) -> tuple[str, list[Row]] | None:
    """Give the name as written and the rows it stands on; None when nothing on the page reads like one."""
    first = [row for row in rows if row.page == rows[0].page and not row.heading] if rows else []
    best: tuple[float, str, list[Row]] | None = None
    height = max((row.box[3] for row in first), default=1.0)
    largest = max((cell.size for row in first for cell in row.cells if _plausible(cell.text)), default=0.0)
    for place, row in enumerate(first):
        for cell in _one_cell(row):
            text = _name_text(cell.text)
            used = [row]
            if not _plausible(text) and not (cell.size > 18 and text.islower() and _plausible(text.title())):
                continue
            if len(text.split()) <= 3:
                text, used = _with_next(
                    cell.text.strip() if cell.text.endswith("-") else text, cell, row, first[place + 1 : place + 3]
                )
            score = _score(text, cell, row, largest, height, emails) - 0.04 * min(place, 20)
            if best is None or score > best[0]:
                best = (score, text, used)
    return (best[1], best[2]) if best and best[0] > 0.5 else None


def _one_cell(row: Row) -> list[Cell]:
    """A name set wide may have fallen into two cells: same look, and no more than two letters between."""
    result: list[Cell] = []
    for cell in row.cells:
        last = result[-1] if result else None
        alike = last is not None and cell.size > 13 and abs(last.size - cell.size) < 0.5 and not cell.icon
        if last is not None and alike and len(cell.text.split()) <= 2 and cell.x0 - last.x1 < 2.2 * cell.size:
            result[-1] = Cell(last.tokens + cell.tokens)
        else:
            result.append(cell)
    return result


def _name_text(text: str) -> str:
    text = _LABEL.sub("", text.strip(" |•·,;:–—-")).split(" | ")[0]
    return _AFTER.sub("", text).strip(" ,")


def _plausible(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 48 or _NOT_A_NAME.search(text):
        return False
    if text.count(",") > 1 or ("," in text and len(words) > 3) or "|" in text:
        return False
    if not _SINGLE.search(text) and not (not text.isascii() and 1 < len(text) < 8):
        return False
    if _IDEOGRAPH.match(text) and len(text.replace(" ", "").replace("·", "")) > 5:
        return False
    return not (
        text[0].islower() or section_of(text) or is_place(text) or find_dates(text) or text.endswith((".", ":", "!"))
    )


def _with_next(text: str, cell: Cell, row: Row, following: list[Row]) -> tuple[str, list[Row]]:
    """A name on two lines: the second has the same size and stands right below."""
    for other in following:
        for beside in other.cells:
            below = 0 <= beside.top - cell.top < 2.2 * (cell.bottom - cell.top)
            alike = abs(beside.size - cell.size) < 0.12 * cell.size and cell.size > 14
            over = beside.x0 < cell.x1 and beside.x1 > cell.x0
            # a first name alone is carried on by any other; a longer one by what would not fit beside it
            full = (
                len(text.split()) == 1
                or _PARTICLE.search(text)
                or beside.x1 - beside.x0 + cell.x1 - cell.x0 > row.width - cell.size
            )
            if below and alike and over and full and len(beside.text.split()) <= 4 and _plausible(_titled(beside.text)):
                if is_title(beside.text) and not is_title(text):
                    continue
                return text + ("" if cell.text.endswith("-") else " ") + beside.text, [row, other]
    return text, [row]


def _titled(text: str) -> str:
    """A second line of a name may begin with a small word: "de la Fuente"."""
    return text[0].upper() + text[1:] if _PARTICLE.search(" " + text.split()[0]) else text


def _score(text: str, cell: Cell, row: Row, largest: float, height: float, emails: list[str]) -> float:
    words = text.split()
    score = 2.0 * (cell.size / largest if largest else 1.0)
    score += 0.8 if 2 <= len(words) <= 4 or _IDEOGRAPH.match(text) else -0.2 if len(words) == 1 else 0.0
    score += 0.6 * (1 - row.box[1] / height)
    score += 0.4 * (row.section in {None, "contact"}) - 0.6 * (row.section not in {None, "contact", "summary"})
    score -= 1.0 * row.bullet + 0.5 * bool(re.search(r"\bresume$|\bportfolio$", text, re.I))
    score -= 0.9 * is_title(text) + 0.8 * (school_score(text) > 0) + 0.5 * bool(degree_in(text))
    capital = sum(word[0].isupper() or not word.isascii() for word in words)
    score -= 0.6 * (
        capital < len(words) and not any(word in {"de", "von", "van", "da", "der", "bin", "al", "la"} for word in words)
    )
    flat = re.sub(r"\W", "", text).casefold()
    for email in emails:
        local = re.sub(r"\W|\d", "", email.split("@")[0]).casefold()
        parts = [word.casefold() for word in words if len(word) > 2]
        if local and (local in flat or flat in local or any(part in local for part in parts)):
            score += 0.7
            break
    return score


def find_headline(rows: list[Row], name_rows: list[Row]) -> tuple[str, Row] | None:
    """Give the line beside the name that says what the person is."""
    if not name_rows:
        return None
    page = [row for row in rows if row.page == name_rows[0].page and not row.heading and row not in name_rows]
    near = sorted(page, key=lambda row: abs(row.box[1] - name_rows[-1].box[3]))[:4]
    for row in near:
        text = row.cells[0].text.strip(" |•·")
        plain = not find_dates(text) and "@" not in text and len(text.split()) <= 10 and not text.endswith(".")
        if plain and row.section in {None, "contact", "summary"} and is_title(text):
            return text, row
    return None
