"""Templates with one column: heads on one line or two, tiny letters, letters one by one."""

from __future__ import annotations

from careers import Person
from reportlab.pdfbase.pdfmetrics import stringWidth
from strokes import box, bullets, centred_head, rule
from typeset import Sheet


def header_band(sheet: Sheet, p: Person) -> None:
    """White words on a dark band; employer first, title below in italics, dates at the right of the title."""
    box(sheet, 0, 0, 595, 100, "#22303f")
    sheet.at(45, 50, p.name.upper(), 24, colour="#ffffff", spacing=3)
    sheet.at(45, 75, f"{p.email}    {p.phone}    {p.place}", 9, colour="#cfd8e0")
    sheet.y = 110
    for title in ("Education", "Experience"):
        sheet.down(p.heading(title), 45, 14, True, gap=12, colour="#22303f")
        rule(sheet, 45, sheet.y + 4, 550)
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
                bullets(sheet, j, 55)
    sheet.down(p.heading("Skills"), 45, 14, True, gap=12, colour="#22303f")
    sheet.down(" | ".join(p.skills), 45, 10, gap=5)


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
        bullets(sheet, j, 60, mark="–")
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
    centred_head(sheet, p)
    for title in ("Experience", "Education"):
        sheet.down(p.heading(title), 50, 12, True, gap=14)
        rule(sheet, 50, sheet.y + 3, 545)
        if title == "Experience":
            for j in p.jobs:
                sheet.down(f"{j.dates}: {j.title}, {j.employer.upper()} ({j.place})", 50, 10, gap=5)
                bullets(sheet, j, 65, mark="o")
        else:
            for d in p.degrees:
                sheet.down(f"{d.dates}: {d.degree}, {d.school}", 50, 10, gap=5)
    sheet.down(p.heading("Skills"), 50, 12, True, gap=14)
    for text in p.skills:
        sheet.down(f"• {text}", 60, 10)


def roles_under_employer(sheet: Sheet, p: Person) -> None:
    """One employer with several roles: the employer once with the whole stay, each role with its own period."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=12)
    sheet.down(p.jobs[0].employer, 50, 11.5, True, gap=6)
    sheet.at(545, sheet.y, p.jobs[0].place, 9.5, right=True)
    for j in p.jobs:
        sheet.down(j.title, 60, 10, italic=True, gap=4)
        sheet.at(545, sheet.y, j.dates, 9.5, right=True)
        bullets(sheet, j, 72)
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
                bullets(sheet, j, 48, 7)
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
        bullets(sheet, j, 58)
    sheet.down("Where I learned things", 50, 13, True, gap=14, colour="#335577")
    for d in p.degrees:
        sheet.down(d.degree, 50, 10.5, True, gap=6)
        sheet.at(545, sheet.y, d.dates, 9.5, right=True)
        sheet.down(d.school, 50, 10)
    sheet.down("My toolbox", 50, 13, True, gap=14, colour="#335577")
    sheet.down(", ".join(p.skills), 50, 10, gap=4)


LAYOUTS = (
    header_band, one_line_entries, brackets, dates_first_line, roles_under_employer, tiny, by_letter, own_words,
)  # fmt: skip
