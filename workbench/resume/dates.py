"""Dates in the forms people write, with the precision they have: never a month that nobody wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MONTHS = """
1 january januar janvier janv enero ene janeiro gennaio gen januari jan jänner jän
2 february februar février fevrier févr fév febrero fevereiro fev febbraio februari feb
3 march märz maerz mär mars marzo março marco maart mrt mar
4 april avril avr abril abr aprile apr
5 may mai mayo maio maggio mag mei
6 june juni juin junio junho giugno giu jun
7 july juli juillet juil julio julho luglio lug jul
8 august août aout agosto ago augustus aug
9 september septembre septiembre setiembre setembro settembre sept set sep
10 october oktober octobre octubre outubro ottobre ott okt oct out
11 november novembre noviembre novembro nov
12 december dezember décembre decembre diciembre dezembro dicembre déc dez dic dec
"""
MONTHS = {name: int(line.split()[0]) for line in _MONTHS.split("\n") if line for name in line.split()[1:]}
_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_SEASON = (
    r"(?:spring|summer|fall|autumn|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver"
    r"|primavera|verano|verão|otoño|outono|invierno|inverno|ss|ws|q[1-4]|h[12])"
)
_PRESENT = (
    r"(?:present|current(?:ly)?|now|today|ongoing|to date|heute|aktuell|jetzt|laufend|dato|présent|aujourd['’]hui"
    r"|actuel(?:lement)?|à ce jour|en cours|actualidad|actualmente|actual|presente|la fecha|hoy|atualmente|atual"
    r"|o momento|oggi|attuale|in corso|heden|nuvarande|pågående|d\.d\.|obecnie|současnost|dnes|halen|günümüz"
    r"|настоящее время|н\.\s?в\.|至 ?今|现在|現在|目前|现今|현재"
    r"|הווה|כיום|היום|الآن|حتى الآن|حاليا|حالياً|الحاضر)"
).replace(" ", r"\s")  # a space means nothing in the verbose pattern below
_ATOM = re.compile(
    rf"""(?P<iso>(?<![\d/.])(?P<iy>(?:1[5-9]|20)\d\d)[-/.]
            (?P<im>0?[1-9]|1[0-2])(?:[-/.](?P<id>0?[1-9]|[12]\d|3[01]))?(?![\d]))
    |(?P<cjk>(?P<cy>{_YEAR})\s?[年년]\s?(?:(?P<cm>1[0-2]|0?[1-9])\s?[月월])?)
    |(?P<dmy>(?<![\d/.])(?:(?P<dd>0?[1-9]|[12]\d|3[01])[./-])?(?P<dm>0?[1-9]|1[0-2])\s?[./-]\s?(?P<dy>{_YEAR}))
    |(?P<short>(?<![\d/.])(?P<sm>0[1-9]|1[0-2])/(?P<sy>\d\d)(?![\d/]))
    |(?P<named>(?<![^\W\d_])(?:(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?\s(?:de\s)?)?(?P<nm>{_MONTH})[\s,/'’‘-]{{0,3}}(?:de\s|del\s)?
        (?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,\s+)?(?P<ny>{_YEAR}|(?<=['’‘])\d\d(?!\d)))
    |(?P<first>(?<!\d)(?P<fy>{_YEAR})[\s,]{{1,2}}(?P<fm>{_MONTH}))
    |(?P<season>(?<![^\W\d_]){_SEASON}[\s,]{{1,2}}(?:de\s)?(?P<zy>{_YEAR}))
    |(?P<blank>(?<![^\W\d_])(?:month|mon|mm)[\s/]*(?:year|yyyy|20xx)|(?<!\w)(?:20xx|yyyy|(?-i:(?<![a-z]\s)(?:Year|YEAR)))(?!\w))
    |(?P<present>(?<![^\W\d_])(?:the\s)?{_PRESENT}(?![^\W\d_]))
    |(?P<month>(?<![^\W\d_])(?P<om>{_MONTH}))
    |(?P<year>(?<![\d.,/$€£+])(?<![^\d\s]-)(?P<yy>{_YEAR})(?![\d%]|[.,]\d|\s?\+|['’]?s))""",
    re.I | re.X,
)
_BETWEEN = re.compile(
    r"^\s*(?:[–—\-−‒―~→\ufffe]{1,2}|to|until|till|through|bis|à|au|a|al|hasta|até|tot|und|and|至|到"
    r"|[–—-]\s*(?:até|hasta|jusqu['’]à|bis|to|till|until|o|la|à|a))\s*$",
    re.I,
)
_SINCE = re.compile(r"(?:since|from|seit|ab|depuis|desde|dal|sinds|von|de|du)\s*$", re.I)
_OPEN = re.compile(r"^\s*[–—\-−‒]\s*(?=$|[|)\]•·])")
_UNTIL = re.compile(r"(?:until|till|bis|jusqu['’]en|hasta|até)\s*$", re.I)
_SHORT_END = re.compile(r"^\s*[–—/-]\s*['’]?(\d\d)(?![\d/.-])")
_DURATION = re.compile(
    r"\(?\b(?:\d{1,2}|(?:one|two|three|a)(?=\s))\s*(?:\+\s*)?(?:years?|yrs?|y|months?|mos?|m|weeks?|jahre?|monate?|ans?|mois|años?|mes(?:es)?|anos?)"
    r"(?:\.|\b)(?:\s*(?:,|and|und|et|y|e)?\s*\d{1,2}\s*(?:months?|mos?|m|monate?|mois|meses)\b\.?)?\)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or a period in a text; `blank` when it is a placeholder that nobody filled in."""

    start: int
    end: int
    first: str | None
    last: str | None
    current: bool = False
    period: bool = False
    blank: bool = False
    bare: bool = False  # a lone year, which may as well be a number


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Find dates and periods, from left to right.

    >>> [(d.first, d.last, d.current) for d in find_dates("since January 2016")]
    [('2016-01', None, True)]
    >>> [(d.first, d.last) for d in find_dates("Oct. 2019 – 03/2021")]
    [('2019-10', '2021-03')]
    """
    if not _MAY_BE.search(text):
        return ()
    atoms = [
        (m.start(), m.end(), _value(m), m.lastgroup == "year" or m.group("year") is not None)
        for m in _ATOM.finditer(text)
    ]
    result: list[DateSpan] = []
    place = 0
    while place < len(atoms):
        start, end, value, bare = atoms[place]
        following = atoms[place + 1] if place + 1 < len(atoms) else None
        between = text[end : following[0]] if following else "-"
        if (
            following
            and value != "present"
            and (_BETWEEN.match(between) or (not between.strip() and text[following[0] :][:2].lower() == "to"))
        ):
            last = following[2]
            if _is_month(value) and not _is_month(last):
                value = f"{last[:4]}-{value[1:]}" if last[:1].isdigit() else value
            if not _is_month(value) and not _is_month(last):
                result.append(_period(_from(text, start), following[1], value, last))
                place += 2
                continue
        place += 1
        if _is_month(value) or value == "present":
            continue
        short = _SHORT_END.match(text[end:]) if bare else None
        if short:
            last = value[:2] + short[1]
            if last >= value:
                result.append(_period(_from(text, start), end + short.end(), value, last))
                continue
        opened = _SINCE.search(text[:start])
        dash = _OPEN.match(text[end:])
        if value == "blank":
            result.append(DateSpan(start, end, None, None, blank=True))
        elif (opened and opened.group().strip().lower() not in {"de", "du", "von", "ab"}) or dash:
            begin = opened.start() if opened else start
            result.append(DateSpan(begin, end + (dash.end() if dash else 0), value, None, True, True))
        else:
            until = _UNTIL.search(text[:start])
            result.append(DateSpan(until.start() if until else start, end, None, value, bare=bare))
    return tuple(result)


_PIECE = re.compile(
    rf"(?:(?:{_MONTH}|{_YEAR}|[’']\d\d|\d{{1,2}}[./-]|\d{{1,2}}[./-]{_YEAR}|{_YEAR}[./-]\d{{1,2}}|{_PRESENT}"
    r"|[–—-]{1,2}|to|bis|de|del|a|à|al|hasta|até|since|seit|depuis|desde|from)\s*)+",
    re.I,
)
_NOW = re.compile(rf"(?:(?:the|to|till|until|bis|até|hasta|a|à)\s)?{_PRESENT}", re.I)
_MAY_BE = re.compile(r"\d\d|20xx|yyyy|month year|\byear$", re.I)


def _from(text: str, start: int) -> int:
    before = _SINCE.search(text[:start])
    return before.start() if before else start


def _is_month(value: str) -> bool:
    return value.startswith("m")


def _period(start: int, end: int, first: str, last: str) -> DateSpan:
    current = last == "present"
    if first[:1].isdigit() and last[:1].isdigit() and last[: len(first)] < first[: len(last)]:
        first, last = last, first  # as lines that run from right to left show it
    return DateSpan(
        start,
        end,
        first if first != "blank" else None,
        last if last not in {"present", "blank"} else None,
        current,
        True,
        first == "blank",
    )


def _value(m: re.Match[str]) -> str:
    if m["iso"]:
        day = f"-{int(m['id']):02d}" if m["id"] else ""
        return f"{m['iy']}-{int(m['im']):02d}{day}"
    if m["cjk"]:
        return f"{m['cy']}-{int(m['cm']):02d}" if m["cm"] else m["cy"]
    if m["dmy"]:
        return f"{m['dy']}-{int(m['dm']):02d}"
    if m["short"]:
        return f"{_century(m['sy'])}-{int(m['sm']):02d}"
    if m["named"]:
        year = m["ny"] if len(m["ny"]) == 4 else _century(m["ny"])
        return f"{year}-{_month(m['nm']):02d}"
    if m["first"]:
        return f"{m['fy']}-{_month(m['fm']):02d}"
    if m["season"]:
        return m["zy"]
    if m["blank"]:
        return "blank"
    if m["present"]:
        return "present"
    if m["month"]:
        return f"m{_month(m['om']):02d}"
    return m["yy"]


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _century(two: str) -> str:
    return ("20" if int(two) < 60 else "19") + two


@lru_cache(maxsize=4096)
def is_date_piece(text: str) -> bool:
    """Whether a text could be a line of a date that a narrow column has broken: "septiembre de", "2022 –", "abril"."""
    return len(text) < 24 and bool(_PIECE.fullmatch(text.strip()))


def says_now(text: str) -> bool:
    """Whether a text says that something still goes on, and nothing else: "Present", "heute"."""
    return len(text) < 20 and bool(_NOW.fullmatch(text.strip(" –—-()")))


@lru_cache(maxsize=4096)
def without_dates(text: str) -> str:
    """Give the text with dates, periods and durations cut out."""
    for span in reversed(find_dates(text)):
        text = text[: span.start] + " " + text[span.end :]
    return _DURATION.sub(" ", text)


@lru_cache(maxsize=4096)
def is_date_like(text: str) -> bool:
    """Say whether a text is a date, a period or a duration and nothing else."""
    if len(text) > 48:
        return False
    rest = without_dates(text)
    return rest != text and not any(letter.isalnum() for letter in rest)
