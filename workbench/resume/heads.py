"""The head of an entry: its dates, its place, and the pieces of text that name a title, an employer or a school."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from workbench.resume.dates import DateSpan, find_dates, is_date_like, says_now, without_dates
from workbench.resume.entries import ABBREVIATED, Entry
from workbench.resume.labels import label_kind, label_of, split_label
from workbench.resume.place_names import is_place, trailing_place
from workbench.resume.rows import Cell, Row
from workbench.resume.tokens import Token
from workbench.resume.words import degree_in, is_title, school_score
from workbench.resume.wraps import unwrapped

_BREAK = re.compile(r"\s+[|•·∙◦⋄⬥▪●~▽▼◆►»\\\u25bf]+\s+|\s*\|\s*|\s+[–—]\s+|\s+-{1,2}\s+|\s*[—]\s*|\s+/{2}\s+|\t")
_EDGES = " \t,;:|•·∙–—-−‒/~▽⋄◇@"
_TERMS = re.compile(
    r"(?:full|part)[- ]?time|permanent|temporary|on[- ]?site|hybrid|vollzeit|teilzeit|unbefristet|befristet|cdi|cdd"
    r"|temps (?:plein|partiel)|(?:jornada|tiempo) (?:completa|completo|parcial)|(?:período|tempo) (?:integral|parcial)"
    r"|tempo (?:pieno|parziale)|(?:full|part)time|全职|兼职|\d{1,3}[.)]?",
    re.I,
)  # what kind of contract it is, and the number of a row in a table
_ONLY_AT = re.compile(r"at|bei|chez|presso|bij|en|em|@", re.I)
_OWN_FIRM = {"freelance", "freelancer", "self-employed", "selbstständig", "freiberuflich", "indépendant", "autónomo"}
_SIGNS = re.compile(r"^(?:[\u2190-\u2bff\U0001f300-\U0001faff]\ufe0f?\s*)+")  # pictures drawn as letters
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ\d).])\.\s+(?=[A-ZÀ-Ý]\w*\s+\w+\s+\w)")
_AT = re.compile(r"^(?:(?:at|bei|chez|en|em|presso|bij|@)\s+|@\s?)", re.I)
_INNER_AT = re.compile(r"\s+(?:at|bei|chez|presso)\s+(?=[A-Z0-9])|\s*@\s*(?=\S)")


@dataclass(slots=True)
class Part:
    """One piece of text in a head, with its look and where it stood."""

    text: str
    row: Row
    order: int
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    colour: str = ""
    after_at: bool = False
    place: str = ""  # a place that was written behind it
    kind: str = ""  # "employer" or "title", where a label says so
    slot: tuple[int, int, int] = (0, 0, 0)  # line of the head, cell of the line, piece of the cell


@dataclass(slots=True)
class Head:
    """What stands in an entry's head."""

    parts: list[Part] = field(default_factory=list)
    dates: list[tuple[DateSpan, Row]] = field(default_factory=list)
    place: str = ""
    place_row: Row | None = None
    place_part: Part | None = None  # where the place stood, when it stood alone
    at: bool = False  # the last piece was the word "at" alone
    told: list[str] = field(default_factory=list)  # sentences that go on behind the employer


def read_head(entry: Entry) -> Head:
    """Take the head apart: dates, place, and the rest in pieces."""
    head = Head()
    label, now = "", False
    form = sum(label_of(row) is not None for row in entry.head) > 1
    for line, row in enumerate(unwrapped(entry.head)):
        for number, cell in enumerate(row.cells):
            now = now or says_now(cell.text)
            beside = form and len(row.cells) > 1 and number == 0
            if says_now(cell.text) or (beside and label_kind(cell.text) is not None):
                label = label if says_now(cell.text) else label_kind(cell.text) or ""
                continue
            for place, piece in enumerate(_pieces(cell)):
                piece.slot = (line, number, place)
                kind, rest = split_label(piece.text)
                if kind is not None and not rest and not label and piece.text.endswith((":", "：")):
                    label = kind
                    continue
                if kind is not None and rest:
                    label, piece.text = kind, rest
                piece.kind, label = label, ""
                if piece.kind == "told":
                    head.told.append(piece.text)
                else:
                    _take(head, piece, row)
    _pair(head, now)
    return head


def _pair(head: Head, now: bool) -> None:
    """Two dates in cells of their own, "From" and "To", are one period; so are a date and a word for now."""
    lone = [pair for pair in head.dates if pair[0].last and not pair[0].period]
    if len(lone) != len(head.dates) or not lone:
        return
    (first, row), last = lone[0], lone[-1][0]
    if len(lone) == 2 and lone[1][1] is row and first.start == last.start == 0:
        head.dates = [(replace(first, first=first.last, last=last.last, period=True), row)]
    elif len(lone) == 1 and now:
        head.dates = [(replace(first, first=first.last, last=None, current=True, period=True), row)]


def _take(head: Head, part: Part, row: Row) -> None:
    spans = find_dates(part.text)
    text = part.text
    if spans and (len(without_dates(text).split()) <= 12):
        sure = [span for span in spans if not span.bare or _stands_apart(text, span)]
        head.dates += [(span, row) for span in sure]
        for span in reversed(sure):
            text = text[: span.start] + " | " + text[span.end :]
    elif not spans and is_date_like(text):
        return
    stripped = without_dates(text) if not find_dates(text) else text
    text = stripped if len(stripped) < len(text) else text
    line, number, place_in_cell = part.slot
    for order, piece in enumerate(_slashed(_BREAK.split(text))):
        part.slot = (line, number, 10 * place_in_cell + order)
        piece = re.sub(r"\(\s*[–—-]?\s*\)|\[\s*\]", " ", piece).strip(_EDGES)
        piece = _SIGNS.sub("", " ".join(piece.split())).lstrip(".")
        if piece.count("(") > piece.count(")") and piece.endswith(("(", ",")):
            piece = piece.rstrip("(, ")
        if piece.endswith(")") and "(" not in piece:
            piece = piece[:-1].rstrip()
        piece = piece.lstrip("])").rstrip("[(").strip(_EDGES) if piece[:1] in "])" or piece[-1:] in "[(" else piece
        if not any(letter.isalnum() for letter in piece) or _TERMS.fullmatch(piece):
            continue
        if _ONLY_AT.fullmatch(piece) and head.parts:
            head.at = True
            continue
        sentence = _SENTENCE.search(piece)
        if sentence and not ABBREVIATED.search(piece[: sentence.start() + 1]) and not degree_in(piece):
            head.told.append(piece[sentence.end() :])
            piece = piece[: sentence.start()]
        if is_place(piece):
            if not head.place:
                head.place, head.place_row = _closed(piece), row
                head.place_part = _part_of(part, piece, row, len(head.parts))
            elif head.parts and not head.parts[-1].place:
                head.parts[-1].place = piece
            continue
        at = bool(_AT.match(piece)) or part.after_at or head.at
        piece, head.at = _AT.sub("", piece) if at else piece, False
        ends = trailing_place(piece)
        place = ""
        if ends:
            piece, place = ends[0].strip(_EDGES), ends[1]
            if not head.place:
                head.place, head.place_row = place, row
        if piece:
            head.parts.append(_part_of(part, piece, row, len(head.parts), at, place))


def _slashed(pieces: list[str]) -> list[str]:
    """Cut at slashes that part a title from an employer or a degree from a school: "Engineer / Lead" stays whole."""
    result: list[str] = []
    for piece in pieces:
        parts = [part.strip() for part in re.split(r"\s+/\s+", piece)]
        titles = [is_title(part) for part in parts]
        schools = [school_score(part) >= 2 for part in parts]
        apart = len(parts) > 2 or (len(parts) == 2 and (titles[0] != titles[1] or schools[0] != schools[1]))
        apart = apart or (len(parts) == 2 and parts[1].casefold() in _OWN_FIRM)
        result += parts if apart else [piece]
    return result


def _part_of(part: Part, text: str, row: Row, order: int, after_at: bool = False, place: str = "") -> Part:
    """A piece of a part: its words and place in the head are its own, its look is the part's."""
    return replace(part, text=text, row=row, order=order, after_at=after_at, place=place)


def _closed(place: str) -> str:
    place = place.strip(" .")
    return place + ")" if place.count("(") > place.count(")") else place


def _stands_apart(text: str, span: DateSpan) -> bool:
    before, after = text[: span.start].rstrip(), text[span.end :].strip()
    return not before or not after or before.endswith((",", "(", "|", "-", "–", "—", ":"))


def _pieces(cell: Cell) -> Iterator[Part]:
    """Cut a cell where the look changes at a word's end, and before "at" or "@"."""
    run: list[Token] = []
    for token in cell.tokens:
        if run and _look(token) != _look(run[-1]) and not _bound(run, token):
            yield from _from_run(run, cell)
            run = []
        run.append(token)
    if run:
        yield from _from_run(run, cell)


def _from_run(run: list[Token], cell: Cell) -> Iterator[Part]:
    text = " ".join(token.text for token in run)
    lead = max(run, key=lambda token: len(token.text))
    cuts = [0, *(found.start() for found in _INNER_AT.finditer(text) if found.start() > 2), len(text)]
    for place, (start, stop) in enumerate(itertools.pairwise(cuts)):
        piece = text[start:stop].strip()
        if piece:
            row = Row([cell])
            yield Part(piece, row, 0, lead.bold, lead.italic, lead.size, lead.colour, place > 0)


def _look(token: Token) -> tuple[bool, bool, str, str, int]:
    return (token.bold, token.italic, token.colour, token.font, round(token.size))


def _bound(run: list[Token], token: Token) -> bool:
    """A change of look inside a name ("B.A. *summa cum laude*") or around a lone sign does not cut."""
    before = " ".join(item.text for item in run)
    if not any(letter.isalnum() for letter in token.text) or not any(letter.isalnum() for letter in before):
        return True
    if (
        _look(token)[:3] == _look(run[-1])[:3]
        and abs(token.size - run[-1].size) < 2.5
        and not before.endswith((",", "|"))
    ):
        return True  # small capitals: another font, same look
    return before.endswith(("&", "and", "of", "in", "(", "-")) and not before.endswith(" -")
