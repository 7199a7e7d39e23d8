"""Templates with one column: the parts of a head in uncommon orders."""

from __future__ import annotations

from careers import Person
from strokes import bullets, centred_head
from typeset import Sheet


def place_between(sheet: Sheet, p: Person) -> None:
    """Dates on a line of their own above, place between title and employer, employer last."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience").upper(), 297, 11, True, gap=14, centre=True)
    for j in p.jobs:
        sheet.down(j.dates, 50, 9, gap=8, italic=True)
        sheet.down(j.title, 50, 10.5, True)
        sheet.down(j.place, 50, 9.5)
        sheet.down(j.employer, 50, 10)
        bullets(sheet, j, 60)
    sheet.down(p.heading("Education").upper(), 297, 11, True, gap=14, centre=True)
    for d in p.degrees:
        sheet.down(d.dates, 50, 9, gap=8, italic=True)
        sheet.down(d.degree, 50, 10.5, True)
        sheet.down(d.school, 50, 10)
    sheet.down(p.heading("Skills").upper(), 297, 11, True, gap=14, centre=True)
    sheet.down(" / ".join(p.skills), 297, 10, centre=True)


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
        bullets(sheet, j, 80)
    sheet.down(p.heading("Skills"), 72, 12, True, gap=12)
    sheet.down("Tools: " + ", ".join(p.skills), 72, 10)


def small_headings(sheet: Sheet, p: Person) -> None:
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
        bullets(sheet, j, 58)
    sheet.down(p.heading("Education"), 50, 14, gap=10, colour="#0b5394")
    for d in p.degrees:
        sheet.down(d.school, 50, 11.5, gap=7, colour="#3d85c6")
        sheet.down(f"{d.degree} · {d.dates}", 50, 10)


def title_pipe_dates_slash(sheet: Sheet, p: Person) -> None:
    """Title / Employer / Place on a line, dates in small capitals right below, prose instead of bullets."""
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


LAYOUTS = (
    place_between, employer_tab_dates, small_headings, title_pipe_dates_slash,
)  # fmt: skip
