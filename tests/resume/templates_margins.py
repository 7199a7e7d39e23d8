"""Templates with dates, labels and places in a margin, on a line of time or in a grid."""

from __future__ import annotations

from careers import Person
from reportlab.pdfbase.pdfmetrics import stringWidth
from strokes import box, bullets, centred_head, rule
from typeset import HEIGHT, Sheet


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
        box(sheet, 50, sheet.y + 12, 150, sheet.y + 16, "#3873b3")
        sheet.down(p.heading(title), 165, 14, gap=8, colour="#3873b3")
        for dates, lead, body, place, job in rows:
            sheet.down(lead, 165, 10, True, gap=4)
            sheet.at(150, sheet.y, dates, 9, right=True)
            x = 165 + stringWidth(lead, "Helvetica-Bold", 10) + 3
            sheet.at(x, sheet.y, body + ",", 10, italic=True)
            if place:
                sheet.at(x + stringWidth(body + ",", "Helvetica-Oblique", 10) + 3, sheet.y, place + ".", 10)
            if job:
                bullets(sheet, job, 170)
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
    rule(sheet, 190, sheet.y - 3, 550)
    for j in p.jobs:
        sheet.down(j.title, 190, 11, True, gap=8)
        sheet.at(175, sheet.y, j.dates, 9, colour="#1a4b8c", right=True)
        sheet.down(f"{j.employer}, {j.place}", 190, 10)
        bullets(sheet, j, 195, mark="-")
    sheet.down(p.heading("Education").upper(), 175, 10, gap=14, colour="#1a4b8c", right=True)
    rule(sheet, 190, sheet.y - 3, 550)
    for d in p.degrees:
        sheet.down(d.degree, 190, 11, True, gap=8)
        sheet.at(175, sheet.y, d.dates, 9, colour="#1a4b8c", right=True)
        sheet.down(d.school, 190, 10)
    sheet.down(p.heading("Skills").upper(), 175, 10, gap=14, colour="#1a4b8c", right=True)
    sheet.at(190, sheet.y, ", ".join(p.skills), 10)


def margin_dates_two_lines(sheet: Sheet, p: Person) -> None:
    """Start and end on two lines of the left margin, the place below them."""
    centred_head(sheet, p)
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
                bullets(sheet, job, 165)
    sheet.down(p.heading("Skills"), 50, 13, True, gap=14)
    sheet.down(" · ".join(p.skills), 50, 10, gap=4)


def timeline(sheet: Sheet, p: Person) -> None:
    """A vertical line with dots, dates above the title, employer after a dash."""
    centred_head(sheet, p)
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
                bullets(sheet, job, 90)
        sheet.canvas.line(70, HEIGHT - top - 8, 70, HEIGHT - sheet.y)
    sheet.down(p.heading("Skills").upper(), 70, 12, True, gap=16, spacing=1.5)
    x = 70.0
    sheet.y += 20
    for text in p.skills:
        wide = stringWidth(text, "Helvetica", 9) + 12
        box(sheet, x, sheet.y - 10, x + wide, sheet.y + 4, "#f3e3d8")
        sheet.at(x + 6, sheet.y, text, 9)
        x += wide + 6


def table_grid(sheet: Sheet, p: Person) -> None:
    """A ruled table: period, employer and place, title, with tasks in the last column."""
    centred_head(sheet, p)
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


def contact_column(sheet: Sheet, p: Person) -> None:
    """Headings in a narrow left column in small capitals, everything else at the right; place under each date."""
    sheet.at(50, 60, p.name, 24)
    sheet.at(50, 76, f"{p.place}  ·  {p.email}  ·  {p.phone}", 9)
    sheet.y = 96
    for title in ("Experience", "Education", "Skills"):
        sheet.y += 14
        rule(sheet, 50, sheet.y, 545)
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
                bullets(sheet, job, 178)


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
        bullets(sheet, j, 140)
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
                bullets(sheet, job, 58)


LAYOUTS = (
    moderncv, europass, margin_dates_two_lines, timeline, table_grid, contact_column, narrow_left_labels,
    date_column_right_rail,
)  # fmt: skip
