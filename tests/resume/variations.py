"""Typesets careers in arrangements drawn by lot: order, separators, dates, headings, columns, lists of skills."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from typeset import Sheet

_FIRST = [
    "Odalys", "Thorben", "Ruaridh", "Maelys", "Iker", "Benedita", "Sunniva", "Caspian", "Wilhelmina",
    "Anselm", "Priti", "Yusuf", "Hana", "Otieno",
]  # fmt: skip
_LAST = [
    "Brenhart", "Queissner", "Kervadec", "Zubialde", "Farroupilha", "Tveiten", "Okonjo", "Lindgaard",
    "Maruyama", "Ashdown", "Ferreiro",
]  # fmt: skip
_TITLES = (
    "Software Engineer", "Senior Backend Developer", "Data Analyst", "DevOps Engineer", "Engineering Manager",
    "Site Reliability Engineer", "Product Manager", "Head of Data", "Research Assistant", "QA Lead",
    "Solutions Architect", "Junior Web Developer", "Principal Consultant", "Data Science Intern",
    "Database Administrator",
    "Technical Project Manager", "Machine Learning Engineer", "Support Specialist", "Scrum Master", "VP of Engineering",
)  # fmt: skip
_EMPLOYERS = (
    "Tallowmere", "Copperline Freight", "Whinbeck & Daughters", "Nordlicht Energi AB", "Quillon Systems", "Pennant",
    "Orchard & Vale Ltd", "Halver Bank", "Brightwater Labs", "Fjord Logistics", "Kestrel Media Group", "Moorbahn",
    "Sable Hill Hospital", "City of Dunmarrow", "Ostermark GmbH", "Blue Anchor Foods, Inc.", "Larkspur", "Vantage Nine",
)  # fmt: skip
_PLACES = ("Leeds, England", "Berlin, Germany", "Austin, TX", "Stennwick", "Toronto, Canada", "Oldenburg", "Remote")
_SCHOOLS = (
    "University of Aldwater", "Fenwick College", "Technical University of Stennwick",
    "Aldbrook Institute of Technology",
    "Universidad del Nervión", "Hochschule Weserbergen", "Dunmarrow State University",
)  # fmt: skip
_DEGREES = (
    "BSc in Computer Science", "Master of Science in Statistics", "B.A. in History", "MSc Data Engineering",
    "Bachelor of Engineering", "PhD in Physics", "B.Tech in Electronics", "Diploma in Accounting",
)  # fmt: skip
_SKILLS = [
    "Go", "Python", "Terraform", "PostgreSQL", "Kafka", "Linux", "Docker", "React", "Java", "Kubernetes",
    "Redis", "Spark", "Tableau", "Ansible",
]  # fmt: skip
_DOES = (
    "Moved the booking engine off a single database and halved what a search costs",
    "Ran the incident reviews for nine teams and wrote the guide to them",
    "Wrote the route planner that 300 lorries use each day",
    "Taught two juniors to run the on-call week",
    "Kept a stock system of forty shops alive through the busiest season of the year",
    "Cut the nightly batch from six hours to forty minutes",
    "Designed the event pipeline that replaced the nightly copies",
)  # fmt: skip
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
]  # fmt: skip


@dataclass
class Truth:
    """What a reader should find."""

    name: str
    email: str
    phone: str
    work: list[tuple[str, str, str, str | None]]
    education: list[tuple[str, str, str]]
    skills: list[str]
    choices: dict[str, Any]


class _Page:
    """A column to write in, on a sheet; goes on a new page when it is full."""

    def __init__(self, sheet: Any, x0: float, x1: float, top: float, size: float) -> None:
        self.sheet, self.x0, self.x1, self.y, self.size = sheet, x0, x1, top, size

    def line(
        self,
        text: str,
        right: str = "",
        *,
        bold: bool = False,
        italic: bool = False,
        dx: float = 0,
        gap: float = 0,
        size: float = 0,
        colour: str = "#000000",
    ) -> None:
        size = size or self.size
        words, rows = text.split(" "), [""]
        font = "Helvetica-Bold" if bold else "Helvetica-Oblique" if italic else "Helvetica"
        room = self.x1 - self.x0 - dx - (stringWidth(right, "Helvetica", self.size) + 12 if right else 0)
        for word in words:
            longer = f"{rows[-1]} {word}" if rows[-1] else word
            if rows[-1] and stringWidth(longer, font, size) > room:
                rows.append(word)
            else:
                rows[-1] = longer
        for number, row in enumerate(rows):
            self.y += 1.35 * size + (0 if number else gap)
            self.sheet.at(self.x0 + dx, self.y, row, size, bold, italic=italic, colour=colour)
            if right and not number:
                self.sheet.at(self.x1, self.y, right, self.size, right=True)


def vary(path: Path, seed: int) -> Truth:
    """Write one profile and give what is true of it."""
    draw = random.Random(seed)
    pick = draw.choice
    choices = {
        "columns": pick(["one", "one", "one", "left", "right"]),
        "heading": pick(["caps", "bold", "large", "colour", "caps_plain", "ruled"]),
        "head": pick([
            "te|d", "et|d", "t|d/e|p", "e|p/t|d", "e|d/t|p", "t/e/d", "d/t/e", "ted", "e/td", "t@e(d)", "te/d", "d:te",
            "et/dp",
        ]),
        "sep": pick([", ", " – ", " | ", " - ", " · "]),
        "dates": pick(["Mmm YYYY", "Mmmm YYYY", "MM/YYYY", "YYYY", "YYYY-MM", "Mmm. YYYY", "Mmm 'YY", "mm.yyyy"]),
        "dash": pick([" – ", "-", " - ", " to ", "–", " — "]),
        "now": pick(["Present", "present", "Now", "Current", "today"]),
        "mark": pick(["•", "-", "–", "·", "*", "•"]),
        "look": pick(["title bold", "employer bold", "title italic", "both bold", "plain"]),
        "skills": pick(["commas", "groups", "bullets", "pipes", "lines", "chips", "bold groups"]),
        "order": pick([
            ("work", "education", "skills"), ("education", "work", "skills"), ("skills", "work", "education"),
        ]),
        "size": pick([8.5, 9.5, 10, 11]),
        "prose": pick([False, False, True]),
        "centre": pick([True, False]),
    }  # fmt: skip
    sheet = Sheet(path)
    truth = _truth(draw, choices)
    size = choices["size"]
    top = 100.0
    main = _Page(sheet, 50, 545, top, size)
    side = main
    if choices["columns"] == "left":
        side, main = _Page(sheet, 40, 185, top, size - 1), _Page(sheet, 210, 555, top, size)
    elif choices["columns"] == "right":
        main, side = _Page(sheet, 40, 390, top, size), _Page(sheet, 410, 560, top, size - 1)
    _head(sheet, truth, choices, side if side is not main else None, draw)
    for section in choices["order"]:
        page = side if section == "skills" else main
        _heading(page, {"work": pick(["Experience", "Work Experience", "Employment History"]), "education": "Education",
                        "skills": pick(["Skills", "Technical Skills"])}[section], choices)  # fmt: skip
        if section == "work":
            for number, job in enumerate(truth.work):
                _job(page, job, choices, draw, first=number == 0)
        elif section == "education":
            for degree, school, dates in truth.education:
                _entry(page, degree, school, dates, "", choices)
        else:
            _skills(page, truth.skills, choices)
    sheet.save()
    truth.education = [(degree, school, dates[-4:]) for degree, school, dates in truth.education]
    truth.work = [job[:4] for job in truth.work]
    return truth


def _truth(draw: random.Random, choices: dict[str, Any]) -> Truth:
    first, last = draw.choice(_FIRST), draw.choice(_LAST)
    work: list[Any] = []
    year = 2024
    end: tuple[int, int] | None = None
    titles, employers = draw.sample(_TITLES, 4), draw.sample(_EMPLOYERS, 4)
    for number in range(draw.randint(2, 3)):
        year -= draw.randint(1, 4)
        start = (year, draw.randint(1, 12))
        work.append((titles[number], employers[number], _iso(start, choices), _iso(end, choices) if end else None,
                     _written(start, end, choices), draw.choice(_PLACES)))  # fmt: skip
        end = (start[0], start[1] - 1) if start[1] > 1 else (start[0] - 1, 12)
    education = []
    for degree, school in zip(draw.sample(_DEGREES, 2)[: draw.randint(1, 2)], draw.sample(_SCHOOLS, 2), strict=False):
        education.append((degree, school, f"{year - 4} – {year}"))
        year -= 4
    mail = f"{first.lower()}.{last.lower()}@example.org"
    phone = draw.choice(["+44 7700 900718", "(512) 555-0147", "+49 151 23456789", "555-010-4477"])
    return Truth(f"{first} {last}", mail, phone, work, education, draw.sample(_SKILLS, draw.randint(5, 9)), choices)


def _iso(when: tuple[int, int], choices: dict[str, Any]) -> str:
    return f"{when[0]}" if choices["dates"] == "YYYY" else f"{when[0]}-{when[1]:02d}"


def _written(start: tuple[int, int], end: tuple[int, int] | None, choices: dict[str, Any]) -> str:
    return _date(start, choices) + choices["dash"] + (_date(end, choices) if end else choices["now"])


def _date(when: tuple[int, int], choices: dict[str, Any]) -> str:
    year, month = when
    name = _MONTHS[month - 1]
    return {
        "Mmm YYYY": f"{name[:3]} {year}", "Mmmm YYYY": f"{name} {year}", "MM/YYYY": f"{month:02d}/{year}",
        "YYYY": f"{year}", "YYYY-MM": f"{year}-{month:02d}", "Mmm. YYYY": f"{name[:3]}. {year}",
        "Mmm 'YY": f"{name[:3]} '{year % 100:02d}",
        "mm.yyyy": f"{month:02d}.{year}",
    }[choices["dates"]]  # fmt: skip


def _head(sheet: Any, truth: Truth, choices: dict[str, Any], side: _Page | None, draw: random.Random) -> None:
    x = 297 if choices["centre"] and side is None else 50
    sheet.at(x, 55, truth.name, 22, draw.random() < 0.6, centre=x == 297)
    place = draw.choice(_PLACES[:5])
    if side is not None:
        _heading(side, "Contact", choices)
        for text in (truth.email, truth.phone, place):
            side.line(text)
    else:
        parts = [truth.email, truth.phone, place]
        draw.shuffle(parts)
        sheet.at(x, 75, draw.choice([" | ", " • ", "   ", " · "]).join(parts), 9, centre=x == 297)


def _heading(page: _Page, text: str, choices: dict[str, Any]) -> None:
    kind, size = choices["heading"], page.size
    colour = "#1f4e79" if kind in {"colour", "ruled"} else "#000000"
    caps = text.upper() if kind.startswith("caps") else text
    page.line(
        caps,
        bold=kind not in {"large", "caps_plain"},
        size=size + (4 if kind == "large" else 1.5),
        gap=12,
        colour=colour,
    )
    if kind == "ruled":
        page.sheet.canvas.setStrokeColor(HexColor(colour))
        page.sheet.canvas.line(page.x0, 842 - page.y - 3, page.x1, 842 - page.y - 3)


def _job(page: _Page, job: Any, choices: dict[str, Any], draw: random.Random, *, first: bool) -> None:
    title, employer, _, _, dates, place = job
    _entry(page, title, employer, dates, place, choices)
    for text in draw.sample(_DOES, draw.randint(1, 3)):
        if choices["prose"]:
            page.line(text + ".")
        else:
            page.line(f"{choices['mark']} {text}", dx=8)


def _entry(page: _Page, title: str, employer: str, dates: str, place: str, choices: dict[str, Any]) -> None:
    look, sep = choices["look"], choices["sep"]
    styles = {
        "t": {"bold": look in {"title bold", "both bold"}, "italic": look == "title italic"},
        "e": {"bold": look in {"employer bold", "both bold", "title italic"}},
        "d": {}, "p": {},
    }  # fmt: skip
    words = {"t": title, "e": employer, "d": dates, "p": place}
    form = choices["head"]
    if form == "t@e(d)":
        page.line(f"{title} at {employer} ({dates})", bold=look != "plain", gap=7)
        return
    if form == "d:te":
        page.line(f"{dates}: {title}, {employer}", gap=7)
        return
    for number, row in enumerate(form.split("/")):
        left, _, right = row.partition("|")
        text = sep.join(words[key] for key in left if words[key])
        if not text:
            continue
        page.line(text, words.get(right, ""), gap=0 if number else 7, **styles[left[0]])


def _skills(page: _Page, skills: list[str], choices: dict[str, Any]) -> None:
    kind = choices["skills"]
    half = len(skills) // 2
    if kind == "commas":
        page.line(", ".join(skills), gap=3)
    elif kind == "pipes":
        page.line(" | ".join(skills), gap=3)
    elif kind == "lines":
        for skill in skills:
            page.line(skill)
    elif kind == "bullets":
        for skill in skills:
            page.line(f"• {skill}")
    elif kind == "groups":
        page.line("Languages: " + ", ".join(skills[:half]), gap=3)
        page.line("Tools: " + ", ".join(skills[half:]))
    elif kind == "bold groups":
        page.line("Languages", bold=True, gap=3)
        page.line(", ".join(skills[:half]))
        page.line("Tools", bold=True)
        page.line(", ".join(skills[half:]))
    else:
        x = page.x0
        page.y += 2 * page.size
        for skill in skills:
            wide = stringWidth(skill, "Helvetica", page.size) + 12
            if x + wide > page.x1:
                x, page.y = page.x0, page.y + 2 * page.size
            page.sheet.at(x + 6, page.y, skill, page.size)
            x += wide + 5
