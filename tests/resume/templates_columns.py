"""Templates with two columns: sidebars at either side, a page in quarters."""

from __future__ import annotations

from textwrap import wrap

from careers import Person
from strokes import box, bullets, rule
from typeset import Sheet


def right_sidebar(sheet: Sheet, p: Person) -> None:
    """A tinted column at the right with contact, skills and education; experience at the left."""
    box(sheet, 400, 0, 595, 842, "#eef1f4")
    sheet.at(45, 60, p.name, 24, True)
    sheet.at(45, 78, p.jobs[0].title, 11, colour="#666666")
    sheet.y = 95
    sheet.down(p.heading("Experience").upper(), 45, 11, True, gap=8, colour="#0a6f5c")
    for j in p.jobs:
        sheet.down(j.title, 45, 10.5, True, gap=7)
        sheet.down(f"{j.employer} | {j.place}", 45, 10)
        sheet.down(j.dates, 45, 9, colour="#777777")
        bullets(sheet, j, 50, 8)
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


def linkedin_pdf(sheet: Sheet, p: Person) -> None:
    """LinkedIn's "Save to PDF": a dark narrow column, employer over title over dates with a duration."""
    box(sheet, 0, 0, 195, 842, "#293e49")
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


def skill_bars(sheet: Sheet, p: Person) -> None:
    """A left sidebar with bars beside the skills; the main column puts dates below the title at the right edge."""
    box(sheet, 0, 0, 190, 842, "#20232a")
    sheet.at(25, 60, p.name.split()[0], 22, True, colour="#ffffff")
    sheet.at(25, 86, " ".join(p.name.split()[1:]), 22, True, colour="#ffffff")
    sheet.y = 120
    for text in (p.email, p.phone, p.place):
        sheet.down(text, 25, 8.5, gap=3, colour="#dddddd")
    sheet.down(p.heading("Skills"), 25, 13, True, gap=20, colour="#61dafb")
    for number, text in enumerate(p.skills):
        sheet.down(text, 25, 9, gap=6, colour="#ffffff")
        box(sheet, 25, sheet.y + 4, 25 + 20 * (7 - number), sheet.y + 8, "#61dafb")
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
        bullets(sheet, j, 58)
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


def three_line_head(sheet: Sheet, p: Person) -> None:
    """A two-column page: the left column is narrow and has education above skills, the right one the positions."""
    sheet.at(50, 60, p.name, 22, True)
    sheet.at(50, 76, p.jobs[0].title, 11)
    rule(sheet, 50, 86, 545)
    sheet.y = 90
    sheet.down(p.heading("Education").upper(), 50, 10, True, gap=10)
    for d in p.degrees:
        for number, text in enumerate(wrap(d.degree, 26)):
            sheet.down(text, 50, 9, True, gap=0 if number else 5)
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
        bullets(sheet, j, 238, 8.5)


LAYOUTS = (
    right_sidebar, linkedin_pdf, skill_bars, two_by_two, three_line_head,
)  # fmt: skip
