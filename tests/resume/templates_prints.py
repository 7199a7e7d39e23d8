"""Pages as browsers, office programs and narrow templates set them: bullets that are shapes, dates in small letters."""

from __future__ import annotations

from careers import Job, Person
from reportlab.pdfbase.pdfmetrics import stringWidth
from strokes import centred_head
from typeset import HEIGHT, Sheet

_PRAISED = {"Experience": "Named colleague of the month, March 2018"}  # a date that begins no position


def _dots(sheet: Sheet, job: Job, x: float, size: float = 9.5) -> None:
    """Bullets that are circles, not letters."""
    for text in (*job.bullets, _PRAISED["Experience"]):
        sheet.down(text, x + 11, size)
        sheet.canvas.circle(x + 1.5, HEIGHT - sheet.y + 3.2, 1.5, stroke=0, fill=1)


def _plain_skills(sheet: Sheet, p: Person, x: float = 50) -> None:
    sheet.down(p.heading("Skills"), x, 14, True, gap=12)
    sheet.down(", ".join(p.skills), x, 10, gap=4)


def browser_print(sheet: Sheet, p: Person) -> None:
    """A page printed from a browser: drawn bullets, the date in small letters at the height of the title's capitals."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 14, True, gap=12)
    for j in p.jobs:
        sheet.down(j.title, 50, 12, True, gap=8)
        sheet.at(545, sheet.y - 4, j.dates, 8, right=True)
        sheet.down(f"{j.employer} | {j.place}", 50, 10, colour="#777777")
        _dots(sheet, j, 54)
    sheet.down(p.heading("Education"), 50, 14, True, gap=12)
    for d in p.degrees:
        sheet.down(d.degree, 50, 12, True, gap=8)
        sheet.at(545, sheet.y - 4, d.dates, 8, right=True)
        sheet.down(d.school, 50, 10, colour="#777777")
    _plain_skills(sheet, p)


def close_margin(sheet: Sheet, p: Person) -> None:
    """Dates and labels flush right, six points before the text; a period too long for the margin goes on below."""
    sheet.at(50, 70, p.name, 26)
    sheet.at(50, 88, f"{p.place} · {p.email} · {p.phone}", 9)
    sheet.y = 100
    for title in ("Experience", "Education", "Skills"):
        sheet.down(p.heading(title), 141, 14, gap=14, colour="#3873b3")
        rows: list[tuple[str, str, str, Job | None]] = {
            "Experience": [(j.dates, j.title, j.employer, j) for j in p.jobs],
            "Education": [(d.dates, d.degree, d.school, None) for d in p.degrees],
            "Skills": [("Tools", ", ".join(p.skills), "", None)],
        }[title]
        for dates, lead, rest, job in rows:
            first, dash, last = dates.partition(" – ")
            sheet.down(lead, 141, 10.5, bool(rest), gap=6)
            sheet.at(135, sheet.y, first + (" –" if dash else ""), 10, right=True)
            sheet.down(rest, 141, 10.5)
            sheet.at(135, sheet.y, last, 10, right=True)
            if job:
                _dots(sheet, job, 146)


def end_over_start(sheet: Sheet, p: Person) -> None:
    """On a line of time the end stands over the start, right of it title and employer."""
    centred_head(sheet, p)
    for title, rows in (
        ("Experience", [(j.dates, j.title, f"{j.employer}, {j.place}", j) for j in p.jobs]),
        ("Education", [(d.dates, d.degree, d.school, None) for d in p.degrees]),
    ):
        sheet.down(p.heading(title), 50, 14, True, gap=14)
        for dates, lead, rest, job in rows:
            first, _, last = dates.partition(" – ")
            sheet.down(lead, 150, 11, True, gap=9)
            sheet.at(130, sheet.y, last or first, 9, right=True, colour="#666666")
            sheet.down(rest, 150, 10)
            if last:
                sheet.at(130, sheet.y, first, 9, right=True, colour="#666666")
            if job:
                _dots(sheet, job, 155)
    _plain_skills(sheet, p)


def titles_like_headings(sheet: Sheet, p: Person) -> None:
    """Plain pages for machines: titles in the same bold capitals as the headings."""
    sheet.down(p.name, 60, 15, True)
    sheet.down(f"{p.place} | {p.phone} | {p.email}", 60, 10)
    sheet.down(p.heading("Experience").upper(), 60, 10, True, gap=12)
    for j in p.jobs:
        sheet.down(j.title.upper(), 60, 10, True, gap=10)
        sheet.down(f"{j.employer} — {j.place}", 60, 10)
        sheet.down(j.dates, 60, 10)
        for text in j.bullets:
            sheet.down(f"• {text}", 60, 10)
    sheet.down(p.heading("Education").upper(), 60, 10, True, gap=12)
    for d in p.degrees:
        sheet.down(d.degree, 60, 10, True, gap=10)
        sheet.down(d.school, 60, 10)
        sheet.down(d.dates, 60, 10)
    sheet.down(p.heading("Skills").upper(), 60, 10, True, gap=12)
    sheet.down(", ".join(p.skills), 60, 10)


def period_below(sheet: Sheet, p: Person) -> None:
    """Cards: what was done comes before when it was done; headings behind a mark."""
    centred_head(sheet, p)
    sheet.down("• " + p.heading("Experience").upper(), 50, 12, True, gap=14)
    for j in p.jobs:
        sheet.down(j.employer, 55, 11, True, gap=10)
        sheet.down(j.title, 55, 10, True)
        for text in j.bullets:
            sheet.down(f"• {text}", 60, 9.5)
        sheet.down(j.dates, 55, 8, colour="#888888")
    sheet.down("• " + p.heading("Education").upper(), 50, 12, True, gap=14)
    for d in p.degrees:
        sheet.down(d.school, 55, 11, True, gap=10)
        sheet.down(d.degree, 55, 10, True)
        sheet.down(d.dates, 55, 8, colour="#888888")
    sheet.down("• " + p.heading("Skills").upper(), 50, 12, True, gap=14)
    sheet.down(" · ".join(p.skills), 55, 10)


def skills_in_a_grid(sheet: Sheet, p: Person) -> None:
    """Bold labels in a row, below each its list; a place and date at the foot, as if it were signed."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=12)
    for j in p.jobs:
        sheet.down(f"{j.title} / {j.employer}", 50, 10.5, True, gap=6)
        sheet.at(545, sheet.y, j.dates, 9, right=True)
        _dots(sheet, j, 55)
    sheet.down(p.heading("Education"), 50, 13, True, gap=12)
    for d in p.degrees:
        sheet.down(f"{d.degree} / {d.school}", 50, 10.5, True, gap=6)
        sheet.at(545, sheet.y, d.dates, 9, right=True)
    sheet.down(p.heading("Skills"), 50, 13, True, gap=12)
    half = (len(p.skills) + 1) // 2
    for column, label in ((50, "Alpha"), (300, "Beta")):
        if column == 50:
            sheet.y += 18
        sheet.at(column, sheet.y, label, 10.5, True)
    sheet.y += 13
    for column, words in ((50, p.skills[:half]), (300, p.skills[half:])):
        sheet.at(column, sheet.y, ", ".join(words), 10)
    sheet.down("London, 12.03.2025", 50, 10, gap=40)


def narrow_contact(sheet: Sheet, p: Person) -> None:
    """A column so narrow that the e-mail address goes on below; the name in small letters."""
    sheet.at(297, 70, p.name.lower(), 32, centre=True)
    user, _, host = p.email.partition("@")
    sheet.y = 110
    for text in (f"{user}", f"@{host}", p.phone, p.place):
        sheet.down(text, 40, 8.5)
    sheet.down(p.heading("Skills"), 40, 12, True, gap=10)
    for text in p.skills:
        sheet.down(text, 40, 9)
    sheet.y = 108
    sheet.down(p.heading("Experience"), 200, 13, True)
    for j in p.jobs:
        sheet.down(j.title, 200, 11, True, gap=8)
        width = stringWidth(j.title, "Helvetica-Bold", 11)
        sheet.at(206 + width, sheet.y, f"| {j.employer}", 10)
        sheet.down(f"{j.dates} | {j.place}", 200, 9, colour="#666666")
        _dots(sheet, j, 204)
    sheet.down(p.heading("Education"), 200, 13, True, gap=12)
    for d in p.degrees:
        sheet.down(d.degree, 200, 11, True, gap=8)
        sheet.down(f"{d.school} | {d.dates}", 200, 9, colour="#666666")


LAYOUTS = (
    browser_print, close_margin, end_over_start, titles_like_headings, period_below, skills_in_a_grid, narrow_contact,
)  # fmt: skip
