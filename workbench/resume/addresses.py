"""Where a person lives, as the rows of contact say it: a city, or an address over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.resume.dates import find_dates
from workbench.resume.place_names import is_place
from workbench.resume.rows import Row
from workbench.resume.words import is_title

_PIECES = re.compile(r"\s*[|•·∙⋄◦‖]\s*|\s+[-–—]\s+|\s{2,}")
_LABEL = re.compile(
    r"^(?:(?:home |postal |current )?address|location|residence|adresse|anschrift|wohnort|domicile"
    r"|direcci[oó]n|domicilio|endereço|morada|indirizzo|adres|lives in|based in)\b\s*:?\s*",
    re.I,
)
_STREET = re.compile(
    r"^\W?\d{1,5}\w?,?\s+(?:[A-Z][\w.'’-]*\s?){1,4}|[^\W\d_]+(?:straße|strasse|str\.|weg|platz|gasse|allee|gatan|vägen|laan|straat)\s+\d"
    r"|^(?:rue|avenue|boulevard|bd|place|chemin|allée|calle|avenida|av\.|plaza|paseo|carrer|rua|praça|travessa|via|viale|piazza|ul\.)"
    r"\s+\S|^\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|avenue|boulevard|place|chemin|allée|quai)\s",
    re.I,
)
_POSTCODE = re.compile(
    r"^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$|^\d[A-Z]{2}$|^(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?(?:\s+[^\W\d_].*)?$|^[A-Z]\d[A-Z]\s?\d[A-Z]\d$"
    r"|^[^\W\d_][\w .'’-]*\s(?:[A-Z]{2}\s)?\d{4,5}$|^[^\W\d_][\w .'’,-]*\s[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$"
)
_OTHER = re.compile(r"@|https?:|www\.|\b(?:[\w-]+\.)+[a-z]{2,}(?:/|$)|\+\d|\d{3}[\s.-]\d{3}", re.I)
_REACH = re.compile(r"\S+@\S+|https?:\S+|\S+\.[a-z]{2,}(?:/\S*)?|\+?\(?\d[\d\s().-]{6,}\d|\w+:(?=\s|$)")
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*\.?")


def read_address(near: list[Row]) -> tuple[str, list[Row], str] | None:
    """Give the place or address among the rows of contact, its rows, and why it was believed."""
    pieces = [(row, piece, labelled) for row in near for piece, labelled in _pieces(row)]
    for place, (_, piece, labelled) in enumerate(pieces):
        if _is_street(piece) or (labelled and not is_place(piece) and not _OTHER.search(piece)):
            text, rows = _extended(pieces, place)
            return text, rows, "has the form of an address" if _is_street(piece) else "follows the word for an address"
    for row, piece, _ in pieces:
        if is_place(piece) or (_POSTCODE.match(piece) and re.search(r"[^\W\d_]{3}", piece)):
            return piece, [row], "names a place, among the contacts"
    for row in near:
        if _OTHER.search(row.text):
            for cell in row.cells:
                for piece in _PIECES.split(_REACH.sub(" | ", cell.text)):
                    if _may_be_place(piece.strip(" ,;")):
                        return piece.strip(" ,;"), [row], "stands beside the ways to reach the person"
    return None


def _pieces(row: Row) -> Iterator[tuple[str, bool]]:
    label = False
    for cell in row.cells:
        for text in _PIECES.split(cell.text):
            piece = _LABEL.sub("", text.strip(" ,;"))
            if piece:
                yield piece, label or len(piece) < len(text.strip(" ,;"))
            label = not piece and bool(text.strip())


def _is_street(piece: str) -> bool:
    if _OTHER.search(piece) or find_dates(piece) or is_title(piece) or len(piece.split()) > 12:
        return False
    return bool(_STREET.search(piece)) and bool(re.search(r"\d|,", piece))


def _extended(pieces: list[tuple[Row, str, bool]], place: int) -> tuple[str, list[Row]]:
    """Take in the lines below that carry the address on: a postcode, a city, a country."""
    row, text, _ = pieces[place]
    rows = [row]
    for other, piece, _ in pieces[place + 1 : place + 4]:
        below = other is row or (other.region == rows[-1].region and other.page == row.page and other.gap < 1.2)
        if not below or not (is_place(piece) or _POSTCODE.match(piece)):
            break
        text += (" " if re.match(r"\d[A-Z]{2}$", piece) else ", ") + piece
        if other is not rows[-1]:
            rows.append(other)
    return text, rows


def _may_be_place(piece: str) -> bool:
    words = piece.replace(",", " ").split()
    if not 1 <= len(words) <= 4 or is_title(piece) or _OTHER.search(piece) or find_dates(piece):
        return False
    if any(
        network in piece.casefold() for network in ("linkedin", "github", "gitlab", "twitter", "portfolio", "skype")
    ):
        return False
    return len(piece) > 3 and all(_WORD.fullmatch(word) and word[0].isupper() for word in words)
