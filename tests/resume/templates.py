"""Typesets fictional profiles the way common templates do: the same careers, arranged in ways that mislead.

Each layout is a function of a sheet and a person; what is true of the person is true of every layout.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

_SPEC = importlib.util.spec_from_file_location("typeset", Path(__file__).with_name("typeset.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_typeset = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_typeset)
Sheet, HEIGHT = _typeset.Sheet, _typeset.HEIGHT


@dataclass(frozen=True)
class Job:
    title: str
    employer: str
    place: str
    dates: str
    start: str
    end: str | None
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Degree:
    degree: str
    school: str
    dates: str
    end: str | None


@dataclass(frozen=True)
class Person:
    name: str
    email: str
    phone: str
    place: str
    jobs: tuple[Job, ...]
    degrees: tuple[Degree, ...]
    skills: tuple[str, ...]
    headings: dict[str, str] = field(default_factory=dict)

    def heading(self, section: str) -> str:
        return self.headings.get(section, section)


ENGLISH = Person(
    "Odalys Brenhart",
    "odalys@brenhart.example",
    "+44 7700 900718",
    "Leeds, England",
    (
        Job("Principal Engineer", "Tallowmere", "Leeds", "Mar 2021 – Present", "2021-03", None, (
            "Moved the booking engine off a single database and halved what a search costs",
            "Runs the incident reviews for nine teams",
        )),
        Job("Senior Backend Developer", "Copperline Freight", "York", "Jun 2017 – Feb 2021", "2017-06", "2021-02", (
            "Wrote the route planner that 300 lorries use each day",
            "Taught two juniors to run the on-call week",
        )),
        Job("Software Developer", "Whinbeck & Daughters", "Hull", "Sep 2013 – May 2017", "2013-09", "2017-05", (
            "Kept a stock system of forty shops alive",
        )),
    ),
    (
        Degree("MSc Distributed Computing", "University of Aldwater", "2012 – 2013", "2013"),
        Degree("BSc Mathematics", "Fenwick College", "2009 – 2012", "2012"),
    ),
    ("Go", "PostgreSQL", "Kafka", "Terraform", "Python", "Linux"),
)  # fmt: skip
PLAIN = Person(
    "Ruaridh Mac an Aba",
    "ruaridh@macanaba.example",
    "(555) 010-4477",
    "Dunmarrow, Kessel County",
    (
        Job("Site Reliability Lead", "Pennant", "Dunmarrow", "2021 – Present", "2021", None, (
            "Own the pager policy and the budget for errors of 60 services",
        )),
        Job("Data Platform Engineer", "Orchard & Vale", "Stennwick", "Fall 2018 – Summer 2021", "2018", "2021", (
            "Designed the event pipeline that replaced the nightly copies",
        )),
        Job("Junior Analyst", "Halver", "Port Ellery", "07/2016 – 08/2018", "2016-07", "2018-08", (
            "Wrote the reports that the board reads each quarter",
        )),
    ),
    (
        Degree("B.S. Physics", "Stennwick State University", "2012 – 2016", "2016"),
    ),
    ("Rust", "gRPC", "AWS", "Spark", "SQL", "Prometheus"),
)  # fmt: skip
GERMAN = Person(
    "Thorben Queißner",
    "t.queissner@example.de",
    "+49 151 23456789",
    "28195 Bremen",
    (
        Job("Leiter Plattformbetrieb", "Küstenlicht Energie", "Bremen", "04/2020 – heute", "2020-04", None, (
            "Verantwortet den Betrieb von 120 Diensten mit einem Team von acht",
        )),
        Job("Systemadministrator", "Moorbahn Logistik", "Oldenburg", "10/2015 – 03/2020", "2015-10", "2020-03", (
            "Umzug des Rechenzentrums ohne Ausfall",
        )),
    ),
    (
        Degree("Bachelor of Science Informatik", "Hochschule Weserbergen", "09/2011 – 09/2015", "2015-09"),
    ),
    ("Kubernetes", "Ansible", "Python", "Grafana"),
    {"Experience": "Beruflicher Werdegang", "Education": "Ausbildung", "Skills": "Kenntnisse", "Languages": "Sprachen"},
)  # fmt: skip
FRENCH = Person(
    "Maëlys Kervadec",
    "maelys.kervadec@example.fr",
    "+33 6 39 98 12 34",
    "44000 Nantes",
    (
        Job("Développeuse back-end", "Sillage Numérique", "Nantes", "Janvier 2019 – Aujourd'hui", "2019-01", None, (
            "Conception de l'API de réservation, 40 000 requêtes par jour",
        )),
        Job("Ingénieure d'études", "Groupe Tremblais", "Rennes", "Septembre 2015 – Décembre 2018", "2015-09",
            "2018-12", (
            "Refonte du moteur de facturation en Java",
        )),
    ),
    (
        Degree("Diplôme d'ingénieur", "École Supérieure de Cornouaille", "2012 – 2015", "2015"),
    ),
    ("Java", "Spring", "PostgreSQL", "Docker"),
    {
        "Experience": "Expériences professionnelles", "Education": "Formation", "Skills": "Compétences",
        "Languages": "Langues",
    },
)  # fmt: skip
SPANISH = Person(
    "Iker Zubialde Montes",
    "iker.zubialde@example.es",
    "+34 612 345 678",
    "Bilbao, España",
    (
        Job("Desarrollador de software", "Ferrovía Digital", "Bilbao", "marzo de 2018 – actualidad", "2018-03", None, (
            "Responsable del sistema de billetes con 2 millones de viajes al mes",
        )),
        Job("Analista programador", "Consultores Arriaga", "Vitoria", "julio de 2014 – febrero de 2018", "2014-07",
            "2018-02", ("Migración de informes a una base de datos nueva",)),
    ),
    (
        Degree("Grado en Ingeniería Informática", "Universidad del Nervión", "2010 – 2014", "2014"),
    ),
    ("Python", "Django", "MySQL", "AWS"),
    {"Experience": "Experiencia laboral", "Education": "Formación académica", "Skills": "Habilidades",
     "Languages": "Idiomas"},
)  # fmt: skip
PORTUGUESE = Person(
    "Benedita Farroupilha",
    "benedita@farroupilha.example",
    "+351 912 345 678",
    "Porto, Portugal",
    (
        Job("Engenheira de dados", "Ribeira Analítica", "Porto", "mai. 2020 – atual", "2020-05", None, (
            "Criou o armazém de dados usado por 60 analistas",
        )),
        Job("Desenvolvedora", "Loja Azulejo", "Braga", "fev. 2016 – abr. 2020", "2016-02", "2020-04", (
            "Manteve a loja de 12 mil produtos",
        )),
    ),
    (
        Degree("Licenciatura em Engenharia Informática", "Universidade do Ave", "2012 – 2015", "2015"),
    ),
    ("SQL", "Airflow", "Spark", "Python"),
    {"Experience": "Experiência profissional", "Education": "Formação", "Skills": "Competências",
     "Languages": "Idiomas"},
)  # fmt: skip
Layout = Callable[["Sheet", Person], None]


def _bullets(sheet: Sheet, job: Job, x: float, size: float = 9.5, mark: str = "•") -> None:
    for text in job.bullets:
        sheet.down(f"{mark} {text}", x, size)


def _rule(sheet: Sheet, x0: float, y: float, x1: float, colour: str = "#888888") -> None:
    sheet.canvas.setStrokeColor(HexColor(colour))
    sheet.canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)


def _box(sheet: Sheet, x0: float, top: float, x1: float, bottom: float, colour: str) -> None:
    sheet.canvas.setFillColor(HexColor(colour))
    sheet.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)


def moderncv(sheet: Sheet, p: Person) -> None:
    """Dates in the left margin, "Title, *Employer*, Place." on the right, name at the left and contact at the right."""
    sheet.at(50, 70, p.name, 26)
    for n, text in enumerate((p.place, p.phone, p.email)):
        sheet.at(545, 55 + 12 * n, text, 9, italic=True, right=True)
    sheet.y = 110
    for title, rows in (
        ("Experience", [(j.dates, f"{j.title},", j.employer, j.place, j) for j in p.jobs]),
        ("Education", [(d.dates, f"{d.degree},", d.school, "", None) for d in p.degrees]),
    ):
        _box(sheet, 50, sheet.y + 12, 150, sheet.y + 16, "#3873b3")
        sheet.down(p.heading(title), 165, 14, gap=8, colour="#3873b3")
        for dates, lead, body, place, job in rows:
            sheet.down(lead, 165, 10, True, gap=4)
            sheet.at(150, sheet.y, dates, 9, right=True)
            x = 165 + stringWidth(lead, "Helvetica-Bold", 10) + 3
            sheet.at(x, sheet.y, body + ",", 10, italic=True)
            if place:
                sheet.at(x + stringWidth(body + ",", "Helvetica-Oblique", 10) + 3, sheet.y, place + ".", 10)
            if job:
                _bullets(sheet, job, 170)
    sheet.down(p.heading("Skills"), 165, 14, gap=8, colour="#3873b3")
    sheet.down(", ".join(p.skills), 165, 10, gap=4)


def europass(sheet: Sheet, p: Person) -> None:
    """Labels right-aligned in a wide left column; each entry says its parts on lines of their own."""
    sheet.at(190, 60, p.name, 16, True)
    sheet.y = 70
    for label, text in (("Address", p.place), ("Telephone", p.phone), ("E-mail", p.email)):
        sheet.down(text, 190, 10)
        sheet.at(175, sheet.y, label, 9, colour="#1a4b8c", right=True)
    sheet.down(p.heading("Experience").upper(), 175, 10, gap=14, colour="#1a4b8c", right=True)
    _rule(sheet, 190, sheet.y - 3, 550)
    for j in p.jobs:
        sheet.down(j.title, 190, 11, True, gap=8)
        sheet.at(175, sheet.y, j.dates, 9, colour="#1a4b8c", right=True)
        sheet.down(f"{j.employer}, {j.place}", 190, 10)
        _bullets(sheet, j, 195, mark="-")
    sheet.down(p.heading("Education").upper(), 175, 10, gap=14, colour="#1a4b8c", right=True)
    _rule(sheet, 190, sheet.y - 3, 550)
    for d in p.degrees:
        sheet.down(d.degree, 190, 11, True, gap=8)
        sheet.at(175, sheet.y, d.dates, 9, colour="#1a4b8c", right=True)
        sheet.down(d.school, 190, 10)
    sheet.down(p.heading("Skills").upper(), 175, 10, gap=14, colour="#1a4b8c", right=True)
    sheet.at(190, sheet.y, ", ".join(p.skills), 10)


def margin_dates_two_lines(sheet: Sheet, p: Person) -> None:
    """Start and end on two lines of the left margin, the place below them."""
    _centred_head(sheet, p)
    for title, rows in (
        ("Experience", [(j.dates, j.title, j.employer, j) for j in p.jobs]),
        ("Education", [(d.dates, d.degree, d.school, None) for d in p.degrees]),
    ):
        sheet.down(p.heading(title), 50, 13, True, gap=14)
        for dates, top, below, job in rows:
            first, _, last = dates.partition(" – ")
            sheet.down(top, 160, 10.5, True, gap=8)
            sheet.at(50, sheet.y, f"{first} –", 9)
            sheet.down(below, 160, 10, italic=True)
            sheet.at(50, sheet.y, last, 9)
            if job:
                _bullets(sheet, job, 165)
    sheet.down(p.heading("Skills"), 50, 13, True, gap=14)
    sheet.down(" · ".join(p.skills), 50, 10, gap=4)


def _centred_head(sheet: Sheet, p: Person) -> None:
    sheet.at(297, 60, p.name, 22, True, centre=True)
    sheet.at(297, 78, f"{p.place} | {p.phone} | {p.email}", 9, centre=True)
    sheet.y = 90


def right_sidebar(sheet: Sheet, p: Person) -> None:
    """A tinted column at the right with contact, skills and education; experience at the left."""
    _box(sheet, 400, 0, 595, 842, "#eef1f4")
    sheet.at(45, 60, p.name, 24, True)
    sheet.at(45, 78, p.jobs[0].title, 11, colour="#666666")
    sheet.y = 95
    sheet.down(p.heading("Experience").upper(), 45, 11, True, gap=8, colour="#0a6f5c")
    for j in p.jobs:
        sheet.down(j.title, 45, 10.5, True, gap=7)
        sheet.down(f"{j.employer} | {j.place}", 45, 10)
        sheet.down(j.dates, 45, 9, colour="#777777")
        _bullets(sheet, j, 50, 8)
    sheet.y = 40
    sheet.down("CONTACT", 415, 11, True, colour="#0a6f5c")
    for text in (p.phone, p.email, p.place):
        sheet.down(text, 415, 9)
    sheet.down(p.heading("Skills").upper(), 415, 11, True, gap=10, colour="#0a6f5c")
    for text in p.skills:
        sheet.down(text, 415, 9)
    sheet.down(p.heading("Education").upper(), 415, 11, True, gap=10, colour="#0a6f5c")
    for d in p.degrees:
        sheet.down(d.degree, 415, 9.5, True, gap=5)
        sheet.down(d.school, 415, 9)
        sheet.down(d.dates, 415, 9)


def header_band(sheet: Sheet, p: Person) -> None:
    """White words on a dark band; employer first, title below in italics, dates at the right of the title."""
    _box(sheet, 0, 0, 595, 100, "#22303f")
    sheet.at(45, 50, p.name.upper(), 24, colour="#ffffff", spacing=3)
    sheet.at(45, 75, f"{p.email}    {p.phone}    {p.place}", 9, colour="#cfd8e0")
    sheet.y = 110
    for title in ("Education", "Experience"):
        sheet.down(p.heading(title), 45, 14, True, gap=12, colour="#22303f")
        _rule(sheet, 45, sheet.y + 4, 550)
        if title == "Education":
            for d in p.degrees:
                sheet.down(d.school, 45, 10.5, True, gap=6)
                sheet.down(d.degree, 45, 10, italic=True)
                sheet.at(550, sheet.y, d.dates, 9.5, right=True)
        else:
            for j in p.jobs:
                sheet.down(j.employer, 45, 10.5, True, gap=6)
                sheet.at(550, sheet.y, j.place, 9.5, right=True)
                sheet.down(j.title, 45, 10, italic=True)
                sheet.at(550, sheet.y, j.dates, 9.5, right=True)
                _bullets(sheet, j, 55)
    sheet.down(p.heading("Skills"), 45, 14, True, gap=12, colour="#22303f")
    sheet.down(" | ".join(p.skills), 45, 10, gap=5)


def timeline(sheet: Sheet, p: Person) -> None:
    """A vertical line with dots, dates above the title, employer after a dash."""
    _centred_head(sheet, p)
    for title in ("Experience", "Education"):
        sheet.down(p.heading(title).upper(), 70, 12, True, gap=16, spacing=1.5)
        top = sheet.y
        rows = (
            [(j.dates, f"{j.title} — {j.employer}", j) for j in p.jobs]
            if title == "Experience"
            else [(d.dates, f"{d.degree} — {d.school}", None) for d in p.degrees]
        )
        for dates, text, job in rows:
            sheet.down(dates, 85, 8.5, gap=9, colour="#b3541e")
            sheet.canvas.circle(70, HEIGHT - sheet.y + 3, 3, stroke=1, fill=1)
            sheet.down(text, 85, 10.5, True)
            if job:
                _bullets(sheet, job, 90)
        sheet.canvas.line(70, HEIGHT - top - 8, 70, HEIGHT - sheet.y)
    sheet.down(p.heading("Skills").upper(), 70, 12, True, gap=16, spacing=1.5)
    x = 70.0
    sheet.y += 20
    for text in p.skills:
        wide = stringWidth(text, "Helvetica", 9) + 12
        _box(sheet, x, sheet.y - 10, x + wide, sheet.y + 4, "#f3e3d8")
        sheet.at(x + 6, sheet.y, text, 9)
        x += wide + 6


def table_grid(sheet: Sheet, p: Person) -> None:
    """A ruled table: period, employer and place, title, with tasks in the last column."""
    _centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 40, 12, True, gap=12)
    for j in p.jobs:
        top = sheet.y + 6
        sheet.down(j.dates, 44, 8.5, gap=10)
        sheet.at(195, sheet.y, j.title, 9, True)
        sheet.down(f"{j.employer}, {j.place}", 195, 9)
        for text in j.bullets:
            sheet.down(f"- {text}", 195, 8)
        sheet.canvas.rect(40, HEIGHT - sheet.y - 5, 515, sheet.y + 5 - top)
        sheet.canvas.line(190, HEIGHT - top, 190, HEIGHT - sheet.y - 5)
    sheet.down(p.heading("Education"), 40, 12, True, gap=14)
    for d in p.degrees:
        top = sheet.y + 6
        sheet.down(d.dates, 44, 8.5, gap=10)
        sheet.at(195, sheet.y, d.degree, 9, True)
        sheet.down(d.school, 195, 9)
        sheet.canvas.rect(40, HEIGHT - sheet.y - 5, 515, sheet.y + 5 - top)
    sheet.down(p.heading("Skills"), 40, 12, True, gap=14)
    sheet.down(", ".join(p.skills), 44, 9, gap=6)


def linkedin_pdf(sheet: Sheet, p: Person) -> None:
    """LinkedIn's "Save to PDF": a dark narrow column, employer over title over dates with a duration."""
    _box(sheet, 0, 0, 195, 842, "#293e49")
    y = 55.0
    for text, size in (("Contact", 14), (p.phone + " (Mobile)", 9), (p.email, 9), ("Top Skills", 14)):
        sheet.at(22, y, text, size, colour="#ffffff")
        y += 1.8 * size
    for text in p.skills:
        sheet.at(22, y, text, 10, colour="#e1e8eb")
        y += 15
    sheet.y = 40
    sheet.down(p.name, 224, 26)
    sheet.down(f"{p.jobs[0].title} at {p.jobs[0].employer}", 224, 12, gap=2)
    sheet.down(p.place, 224, 12, colour="#b0b0b0")
    sheet.down("Experience", 224, 16, gap=12)
    for j in p.jobs:
        sheet.down(j.employer, 224, 12, gap=8)
        sheet.down(j.title, 224, 11.5)
        sheet.down(f"{j.dates.replace('–', '-')} (3 years 1 month)", 224, 10.5, colour="#b0b0b0")
        sheet.down(j.place, 224, 10.5, colour="#b0b0b0")
        for text in j.bullets:
            sheet.down(text, 224, 9)
    sheet.down("Education", 224, 16, gap=12)
    for d in p.degrees:
        sheet.down(d.school, 224, 12, gap=6)
        sheet.down(f"{d.degree} · ({d.dates.replace('–', '-')})", 224, 10.5)


def one_line_entries(sheet: Sheet, p: Person) -> None:
    """Employer | Title | dates on one line, all in one weight; prose below, no bullets."""
    sheet.down(p.name, 50, 18, True)
    sheet.down(f"{p.place} • {p.email} • {p.phone}", 50, 9)
    sheet.down(p.heading("Skills").upper(), 50, 10, True, gap=12)
    sheet.down("Technical: " + ", ".join(p.skills), 50, 9.5)
    sheet.down(p.heading("Experience").upper(), 50, 10, True, gap=12)
    for j in p.jobs:
        sheet.down(f"{j.employer} | {j.title} | {j.dates}", 50, 9.5, gap=5)
        for text in j.bullets:
            sheet.down(text + ".", 50, 9.5)
    sheet.down(p.heading("Education").upper(), 50, 10, True, gap=12)
    for d in p.degrees:
        sheet.down(f"{d.school} | {d.degree} | {d.dates}", 50, 9.5, gap=3)


def brackets(sheet: Sheet, p: Person) -> None:
    """Title @ Employer (dates): everything in one bold line, dates in brackets."""
    sheet.down(p.name, 50, 20, colour="#444444")
    sheet.down(p.email, 50, 9)
    sheet.down(p.phone, 50, 9)
    sheet.down(p.place, 50, 9)
    sheet.down(p.heading("Experience"), 50, 15, gap=14, colour="#aa3311")
    for j in p.jobs:
        sheet.down(f"{j.title} @ {j.employer} ({j.dates})", 50, 10, True, gap=6)
        _bullets(sheet, j, 60, mark="–")
    sheet.down(p.heading("Education"), 50, 15, gap=14, colour="#aa3311")
    for d in p.degrees:
        sheet.down(f"{d.degree} @ {d.school} ({d.dates})", 50, 10, True, gap=4)
    sheet.down(p.heading("Skills"), 50, 15, gap=14, colour="#aa3311")
    for number in range(0, len(p.skills), 2):
        sheet.down("• " + p.skills[number], 60, 9.5)
        if number + 1 < len(p.skills):
            sheet.at(300, sheet.y, "• " + p.skills[number + 1], 9.5)


def dates_first_line(sheet: Sheet, p: Person) -> None:
    """The period opens the line and title and employer follow it, employer in capitals."""
    _centred_head(sheet, p)
    for title in ("Experience", "Education"):
        sheet.down(p.heading(title), 50, 12, True, gap=14)
        _rule(sheet, 50, sheet.y + 3, 545)
        if title == "Experience":
            for j in p.jobs:
                sheet.down(f"{j.dates}: {j.title}, {j.employer.upper()} ({j.place})", 50, 10, gap=5)
                _bullets(sheet, j, 65, mark="o")
        else:
            for d in p.degrees:
                sheet.down(f"{d.dates}: {d.degree}, {d.school}", 50, 10, gap=5)
    sheet.down(p.heading("Skills"), 50, 12, True, gap=14)
    for text in p.skills:
        sheet.down(f"• {text}", 60, 10)


def skill_bars(sheet: Sheet, p: Person) -> None:
    """A left sidebar with bars beside the skills; the main column puts dates below the title at the right edge."""
    _box(sheet, 0, 0, 190, 842, "#20232a")
    sheet.at(25, 60, p.name.split()[0], 22, True, colour="#ffffff")
    sheet.at(25, 86, " ".join(p.name.split()[1:]), 22, True, colour="#ffffff")
    sheet.y = 120
    for text in (p.email, p.phone, p.place):
        sheet.down(text, 25, 8.5, gap=3, colour="#dddddd")
    sheet.down(p.heading("Skills"), 25, 13, True, gap=20, colour="#61dafb")
    for number, text in enumerate(p.skills):
        sheet.down(text, 25, 9, gap=6, colour="#ffffff")
        _box(sheet, 25, sheet.y + 4, 25 + 20 * (7 - number), sheet.y + 8, "#61dafb")
    sheet.y = 45
    for title in ("Experience", "Education"):
        sheet.down(p.heading(title), 215, 15, True, gap=14, colour="#20232a")
        rows = (
            [(j.title, j.employer, j.dates, j) for j in p.jobs]
            if title == "Experience"
            else [(d.degree, d.school, d.dates, None) for d in p.degrees]
        )
        for top, below, dates, job in rows:
            sheet.down(top, 215, 11, True, gap=8)
            sheet.down(below, 215, 9.5, colour="#0088aa")
            sheet.at(565, sheet.y, dates, 8.5, colour="#888888", right=True)
            if job:
                for text in job.bullets:
                    sheet.down("• " + text[:60], 220, 8.5)


def roles_under_employer(sheet: Sheet, p: Person) -> None:
    """One employer with several roles: the employer once with the whole stay, each role with its own period."""
    _centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=12)
    sheet.down(p.jobs[0].employer, 50, 11.5, True, gap=6)
    sheet.at(545, sheet.y, p.jobs[0].place, 9.5, right=True)
    for j in p.jobs:
        sheet.down(j.title, 60, 10, italic=True, gap=4)
        sheet.at(545, sheet.y, j.dates, 9.5, right=True)
        _bullets(sheet, j, 72)
    sheet.down(p.heading("Education"), 50, 13, True, gap=12)
    for d in p.degrees:
        sheet.down(f"{d.school}, {d.degree}", 50, 10.5, gap=4)
        sheet.at(545, sheet.y, d.dates, 9.5, right=True)
    sheet.down(p.heading("Skills"), 50, 13, True, gap=12)
    sheet.down("Languages and tools", 50, 10, True)
    sheet.down(", ".join(p.skills), 50, 10)


def tiny(sheet: Sheet, p: Person) -> None:
    """Seven points, tight lines, everything on a third of the page."""
    sheet.at(40, 40, p.name, 11, True)
    sheet.at(555, 40, f"{p.email} / {p.phone} / {p.place}", 7, right=True)
    sheet.y = 48
    for title in ("Experience", "Education"):
        sheet.down(p.heading(title), 40, 8, True, gap=3)
        if title == "Experience":
            for j in p.jobs:
                sheet.down(j.employer, 40, 7, True, gap=1)
                sheet.at(555, sheet.y, j.dates, 7, right=True)
                sheet.down(j.title, 40, 7, italic=True)
                _bullets(sheet, j, 48, 7)
        else:
            for d in p.degrees:
                sheet.down(d.school, 40, 7, True, gap=1)
                sheet.at(555, sheet.y, d.dates, 7, right=True)
                sheet.down(d.degree, 40, 7, italic=True)
    sheet.down(p.heading("Skills"), 40, 8, True, gap=3)
    sheet.down("; ".join(p.skills), 40, 7)


def by_letter(sheet: Sheet, p: Person) -> None:
    """Every letter drawn by itself at its place, as some exporters do, and no spaces in the file."""

    def put(x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        font = "Helvetica-Bold" if bold else "Helvetica"
        for letter in text:
            if letter != " ":
                sheet.at(x, y, letter, size, bold)
            x += stringWidth(letter, font, size)

    put(50, 60, p.name, 20, True)
    put(50, 78, f"{p.email}  |  {p.phone}  |  {p.place}", 9)
    y = 100.0
    for title in ("Experience", "Education", "Skills"):
        y += 22
        put(50, y, p.heading(title), 13, True)
        if title == "Experience":
            for j in p.jobs:
                y += 18
                put(50, y, j.title, 10.5, True)
                put(420, y, j.dates, 9.5)
                y += 13
                put(50, y, f"{j.employer}, {j.place}", 10)
                for text in j.bullets:
                    y += 13
                    put(60, y, "• " + text, 9.5)
        elif title == "Education":
            for d in p.degrees:
                y += 18
                put(50, y, d.degree, 10.5, True)
                put(420, y, d.dates, 9.5)
                y += 13
                put(50, y, d.school, 10)
        else:
            y += 16
            put(50, y, ", ".join(p.skills), 10)


def own_words(sheet: Sheet, p: Person) -> None:
    """Headings in words of the person's own."""
    sheet.down(p.name, 50, 21, True)
    sheet.down(f"{p.email} · {p.phone} · {p.place}", 50, 9)
    sheet.down("Places I have been useful at", 50, 13, True, gap=14, colour="#335577")
    for j in p.jobs:
        sheet.down(j.title, 50, 10.5, True, gap=6)
        sheet.at(545, sheet.y, j.dates, 9.5, right=True)
        sheet.down(f"{j.employer}, {j.place}", 50, 10)
        _bullets(sheet, j, 58)
    sheet.down("Where I learned things", 50, 13, True, gap=14, colour="#335577")
    for d in p.degrees:
        sheet.down(d.degree, 50, 10.5, True, gap=6)
        sheet.at(545, sheet.y, d.dates, 9.5, right=True)
        sheet.down(d.school, 50, 10)
    sheet.down("My toolbox", 50, 13, True, gap=14, colour="#335577")
    sheet.down(", ".join(p.skills), 50, 10, gap=4)


def two_by_two(sheet: Sheet, p: Person) -> None:
    """Whole-width experience above two columns with education and skills below."""
    sheet.at(545, 60, p.name, 22, True, right=True)
    sheet.at(545, 78, f"{p.email} | {p.phone}", 9, right=True)
    sheet.at(545, 90, p.place, 9, right=True)
    sheet.y = 100
    sheet.down(p.heading("Experience"), 50, 14, True, gap=10, colour="#7a2048")
    for j in p.jobs:
        sheet.down(f"{j.employer} – {j.title}", 50, 10.5, True, gap=6)
        sheet.down(f"{j.dates} | {j.place}", 50, 9, colour="#666666")
        _bullets(sheet, j, 58)
    top = sheet.y
    sheet.down(p.heading("Education"), 50, 14, True, gap=14, colour="#7a2048")
    for d in p.degrees:
        sheet.down(d.degree, 50, 10, True, gap=5)
        sheet.down(d.school, 50, 9.5)
        sheet.down(d.dates, 50, 9, colour="#666666")
    sheet.y = top
    sheet.down(p.heading("Skills"), 320, 14, True, gap=14, colour="#7a2048")
    for text in p.skills:
        sheet.down(text, 320, 9.5, gap=2)


def place_between(sheet: Sheet, p: Person) -> None:
    """Dates on a line of their own above, place between title and employer, employer last."""
    _centred_head(sheet, p)
    sheet.down(p.heading("Experience").upper(), 297, 11, True, gap=14, centre=True)
    for j in p.jobs:
        sheet.down(j.dates, 50, 9, gap=8, italic=True)
        sheet.down(j.title, 50, 10.5, True)
        sheet.down(j.place, 50, 9.5)
        sheet.down(j.employer, 50, 10)
        _bullets(sheet, j, 60)
    sheet.down(p.heading("Education").upper(), 297, 11, True, gap=14, centre=True)
    for d in p.degrees:
        sheet.down(d.dates, 50, 9, gap=8, italic=True)
        sheet.down(d.degree, 50, 10.5, True)
        sheet.down(d.school, 50, 10)
    sheet.down(p.heading("Skills").upper(), 297, 11, True, gap=14, centre=True)
    sheet.down(" / ".join(p.skills), 297, 10, centre=True)


def contact_column(sheet: Sheet, p: Person) -> None:
    """Headings in a narrow left column in small capitals, everything else at the right; place under each date."""
    sheet.at(50, 60, p.name, 24)
    sheet.at(50, 76, f"{p.place}  ·  {p.email}  ·  {p.phone}", 9)
    sheet.y = 96
    for title in ("Experience", "Education", "Skills"):
        sheet.y += 14
        _rule(sheet, 50, sheet.y, 545)
        first = True
        rows = {
            "Experience": [(j.title, j.employer, j.dates, j.place, j) for j in p.jobs],
            "Education": [(d.degree, d.school, d.dates, "", None) for d in p.degrees],
            "Skills": [(", ".join(p.skills), "", "", "", None)],
        }[title]
        for top, below, dates, place, job in rows:
            sheet.down(top, 170, 10, bool(below), gap=6)
            if first:
                for number, word in enumerate(p.heading(title).split()):
                    sheet.at(50, sheet.y + 13 * number, word, 11, colour="#888888")
            first = False
            if dates:
                sheet.at(545, sheet.y, dates, 9, right=True)
            if below:
                sheet.down(below, 170, 10)
            if place:
                sheet.at(545, sheet.y, place, 9, right=True)
            if job:
                _bullets(sheet, job, 178)


def employer_tab_dates(sheet: Sheet, p: Person) -> None:
    """Employer and dates bold on one line, place and title on the next with the title at the right."""
    sheet.down(p.name, 72, 16, True)
    sheet.down(p.place, 72, 10)
    sheet.down(f"Phone: {p.phone}   Email: {p.email}", 72, 10)
    sheet.down(p.heading("Education"), 72, 12, True, gap=12)
    for d in p.degrees:
        sheet.down(d.school, 72, 10.5, True, gap=4)
        sheet.at(523, sheet.y, d.dates, 10.5, True, right=True)
        sheet.down(d.degree, 72, 10)
    sheet.down(p.heading("Experience"), 72, 12, True, gap=12)
    for j in p.jobs:
        sheet.down(j.employer, 72, 10.5, True, gap=4)
        sheet.at(523, sheet.y, j.dates, 10.5, True, right=True)
        sheet.down(j.place, 72, 10)
        sheet.at(523, sheet.y, j.title, 10, italic=True, right=True)
        _bullets(sheet, j, 80)
    sheet.down(p.heading("Skills"), 72, 12, True, gap=12)
    sheet.down("Tools: " + ", ".join(p.skills), 72, 10)


def periods_below_bullets(sheet: Sheet, p: Person) -> None:
    """Employer as a small heading in colour, then title and period on one line in the same weight as the text."""
    sheet.at(50, 50, p.name, 24, colour="#0b5394")
    sheet.at(50, 66, f"{p.jobs[0].title} based in {p.place}", 10)
    sheet.at(50, 80, p.email, 10)
    sheet.at(50, 94, p.phone, 10)
    sheet.y = 100
    sheet.down(p.heading("Skills"), 50, 14, gap=10, colour="#0b5394")
    for number in range(0, len(p.skills), 3):
        for column, text in enumerate(p.skills[number : number + 3]):
            if column == 0:
                sheet.down(text, 50, 10)
            else:
                sheet.at(50 + 170 * column, sheet.y, text, 10)
    sheet.down(p.heading("Experience"), 50, 14, gap=10, colour="#0b5394")
    for j in p.jobs:
        sheet.down(j.employer, 50, 11.5, gap=7, colour="#3d85c6")
        sheet.down(f"{j.title} · {j.dates} · {j.place}", 50, 10)
        _bullets(sheet, j, 58)
    sheet.down(p.heading("Education"), 50, 14, gap=10, colour="#0b5394")
    for d in p.degrees:
        sheet.down(d.school, 50, 11.5, gap=7, colour="#3d85c6")
        sheet.down(f"{d.degree} · {d.dates}", 50, 10)


def narrow_left_labels(sheet: Sheet, p: Person) -> None:
    """Bold labels for every part: "Position:", "Company:", "Period:"."""
    sheet.down("CURRICULUM VITAE", 297, 14, True, centre=True)
    sheet.down(p.name, 60, 13, True, gap=10)
    sheet.down(f"Email: {p.email}", 60, 10)
    sheet.down(f"Phone: {p.phone}", 60, 10)
    sheet.down(f"Address: {p.place}", 60, 10)
    sheet.down(p.heading("Experience").upper(), 60, 11, True, gap=12)
    for j in p.jobs:
        for number, (label, text) in enumerate(
            (("Company", j.employer), ("Position", j.title), ("Period", j.dates), ("Location", j.place))
        ):
            sheet.down(f"{label}:", 60, 10, True, gap=0 if number else 8)
            sheet.at(140, sheet.y, text, 10)
        _bullets(sheet, j, 140)
    sheet.down(p.heading("Education").upper(), 60, 11, True, gap=12)
    for d in p.degrees:
        sheet.down(f"{d.degree}, {d.school}, {d.dates}", 60, 10, gap=4)
    sheet.down(p.heading("Skills").upper(), 60, 11, True, gap=12)
    sheet.down(", ".join(p.skills), 60, 10)


def date_column_right_rail(sheet: Sheet, p: Person) -> None:
    """Dates and place stacked at the right edge beside title and employer; a photo box and a profile above."""
    sheet.at(50, 60, p.name, 26, True, spacing=1)
    sheet.at(50, 80, f"{p.phone} · {p.email} · {p.place}", 9)
    sheet.canvas.rect(480, HEIGHT - 100, 60, 70)
    sheet.y = 100
    sheet.down("Profile", 50, 13, True, gap=8)
    sheet.down("Engineer who likes small teams and long-lived systems and who writes things down.", 50, 9.5)
    for title in ("Experience", "Education", "Skills"):
        sheet.down(p.heading(title), 50, 13, True, gap=12)
        if title == "Skills":
            for number in range(0, len(p.skills), 3):
                sheet.down("   ".join(p.skills[number : number + 3]), 50, 10)
            continue
        rows = (
            [(j.title, j.employer, j.dates, j.place, j) for j in p.jobs]
            if title == "Experience"
            else [(d.degree, d.school, d.dates, "", None) for d in p.degrees]
        )
        for top, below, dates, place, job in rows:
            sheet.down(below, 50, 10.5, True, gap=7)
            sheet.at(545, sheet.y, place or dates, 9, right=True)
            sheet.down(top, 50, 10, colour="#555555")
            if place:
                sheet.at(545, sheet.y, dates, 9, right=True)
            if job:
                _bullets(sheet, job, 58)


def title_pipe_dates_slash(sheet: Sheet, p: Person) -> None:
    """Title / Employer / Place on a line with slashes, dates in small capitals right below, prose instead of bullets."""
    sheet.at(297, 55, " ".join(p.name.upper()), 15, centre=True)
    sheet.at(297, 75, p.jobs[0].title.upper(), 9, centre=True, spacing=2)
    sheet.at(297, 92, f"{p.place}  |  {p.email}  |  {p.phone}", 9, centre=True)
    sheet.y = 105
    for title in ("Experience", "Education", "Skills"):
        sheet.down(" ".join(p.heading(title).upper()), 297, 11, centre=True, gap=14)
        if title == "Skills":
            sheet.down("  •  ".join(p.skills), 297, 9.5, centre=True, gap=4)
        elif title == "Experience":
            for j in p.jobs:
                sheet.down(f"{j.title} / {j.employer} / {j.place}", 50, 10, True, gap=7)
                sheet.down(j.dates.upper(), 50, 8)
                for text in j.bullets:
                    sheet.down(text + ".", 50, 9.5)
        else:
            for d in p.degrees:
                sheet.down(f"{d.degree} / {d.school}", 50, 10, True, gap=7)
                sheet.down(d.dates.upper(), 50, 8)


def three_line_head(sheet: Sheet, p: Person) -> None:
    """A two-column page: the left column is narrow and has education above skills, the right one the positions."""
    sheet.at(50, 60, p.name, 22, True)
    sheet.at(50, 76, p.jobs[0].title, 11)
    _rule(sheet, 50, 86, 545)
    sheet.y = 90
    sheet.down(p.heading("Education").upper(), 50, 10, True, gap=10)
    for d in p.degrees:
        sheet.down(d.degree[:26], 50, 9, True, gap=5)
        if len(d.degree) > 26:
            sheet.down(d.degree[26:].strip(), 50, 9, True)
        sheet.down(d.school, 50, 9)
        sheet.down(d.dates, 50, 9)
    sheet.down(p.heading("Skills").upper(), 50, 10, True, gap=10)
    for text in p.skills:
        sheet.down(f"• {text}", 50, 9)
    sheet.down("CONTACT", 50, 10, True, gap=10)
    for text in (p.email, p.phone, p.place):
        sheet.down(text, 50, 9)
    sheet.y = 90
    sheet.down(p.heading("Experience").upper(), 230, 10, True, gap=10)
    for j in p.jobs:
        sheet.down(f"{j.title}, {j.employer}, {j.place}", 230, 9.5, True, gap=6)
        sheet.down(j.dates, 230, 9, italic=True)
        _bullets(sheet, j, 238, 8.5)


LAYOUTS: tuple[Layout, ...] = (
    moderncv, europass, margin_dates_two_lines, right_sidebar, header_band, timeline, table_grid, linkedin_pdf,
    one_line_entries, brackets, dates_first_line, skill_bars, roles_under_employer, tiny, by_letter, own_words,
    two_by_two, place_between, contact_column, employer_tab_dates, periods_below_bullets, narrow_left_labels,
    date_column_right_rail, title_pipe_dates_slash, three_line_head,
)  # fmt: skip
PEOPLE = {"en": ENGLISH, "us": PLAIN, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}
