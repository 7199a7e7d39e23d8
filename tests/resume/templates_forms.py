"""Forms and tables that say what each cell holds, margins that name the employer, sentences behind a name."""

from __future__ import annotations

from careers import Person
from reportlab.pdfbase.pdfmetrics import stringWidth
from strokes import bullets, centred_head
from typeset import Sheet


def _rest(sheet: Sheet, p: Person) -> None:
    sheet.down(p.heading("Education"), 50, 13, True, gap=14)
    for d in p.degrees:
        sheet.down(d.degree, 50, 10, True, gap=5)
        sheet.down(f"{d.school}, {d.dates}", 50, 10)
    sheet.down(p.heading("Skills"), 50, 13, True, gap=14)
    sheet.down(", ".join(p.skills), 50, 10)


def form_of_labels(sheet: Sheet, p: Person) -> None:
    """A label and a value on each line, as the old Europass form has them: nothing but the label tells them apart."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    for j in p.jobs:
        for place, (label, text) in enumerate((("Dates", j.dates), ("Position", j.title), ("Employer", j.employer))):
            sheet.down(label, 50, 10, gap=8 if place == 0 else 1)
            sheet.at(170, sheet.y, text, 10)
        bullets(sheet, j, 175)
    _rest(sheet, p)


def from_and_to(sheet: Sheet, p: Person) -> None:
    """A table whose dates stand in two columns of their own."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    columns = (50, 220, 400, 480)
    sheet.down("", gap=4)
    for x, text in zip(columns, ("Employer", "Position", "From", "To"), strict=True):
        sheet.at(x, sheet.y, text, 10, True)
    for j in p.jobs:
        first, _, last = j.dates.partition(" – ")
        sheet.down("", gap=4)
        for x, text in zip(columns, (j.employer, j.title, first, last), strict=True):
            sheet.at(x, sheet.y, text, 9)
    _rest(sheet, p)


def margin_of_employers(sheet: Sheet, p: Person) -> None:
    """Employer, town and period in the margin, one below the other, beside the title and the first bullets."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    for j in p.jobs:
        sheet.down(j.employer, 50, 9.5, True, gap=8)
        top = sheet.y
        sheet.at(200, top, j.title, 9.5, True)
        sheet.at(50, top + 13, j.place, 9.5)
        sheet.at(50, top + 26, j.dates, 9.5)
        for text in j.bullets:
            sheet.down("• " + text[:60], 205, 9.5)
        sheet.y = max(sheet.y, top + 26)
    _rest(sheet, p)


def sentences_behind(sheet: Sheet, p: Person) -> None:
    """What was done goes on behind the employer, on the same line."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    for j in p.jobs:
        sheet.down(j.dates, 50, 9.5, gap=6)
        sheet.at(225, sheet.y, f"{j.title},", 9.5, True)
        x = 225 + stringWidth(f"{j.title}, ", "Helvetica-Bold", 9.5)
        sheet.at(x, sheet.y, f"{j.employer}. {' '.join(j.bullets[0].split()[:4])}", 9.5)
        sheet.down(" ".join(j.bullets[0].split()[4:]) + ".", 225, 9.5)
    _rest(sheet, p)


def numbered_table(sheet: Sheet, p: Person) -> None:
    """A ruled table whose first column only counts the rows."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    columns = (50, 80, 235, 400)
    sheet.down("", gap=4)
    for x, text in zip(columns, ("S.No", "Organization", "Designation", "Duration"), strict=True):
        sheet.at(x, sheet.y, text, 9, True)
    for number, j in enumerate(p.jobs):
        sheet.down("", gap=4)
        for x, text in zip(columns, (str(number + 1), j.employer, j.title, j.dates), strict=True):
            sheet.at(x, sheet.y, text, 9)
    _rest(sheet, p)


def kinds_of_contract(sheet: Sheet, p: Person) -> None:
    """As networks print it: the kind of contract behind the employer, how long it lasted behind the period."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    for j in p.jobs:
        sheet.down(j.title, 50, 10, True, gap=8)
        sheet.down(f"{j.employer} · Full-time", 50, 10)
        sheet.down(f"{j.dates} · 2 yrs 3 mos", 50, 9, colour="#777777")
        bullets(sheet, j, 55)
    _rest(sheet, p)


def dates_in_brackets(sheet: Sheet, p: Person) -> None:
    """The period in square brackets, and a small word between a heavy title and a heavy employer."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    for j in p.jobs:
        sheet.down(f"[{j.dates}]", 50, 9, gap=8)
        x = 50 + stringWidth(f"[{j.dates}] ", "Helvetica", 9)
        sheet.at(x, sheet.y, j.title, 9, True)
        x += stringWidth(f"{j.title} ", "Helvetica-Bold", 9)
        sheet.at(x, sheet.y, "at", 9)
        sheet.at(x + stringWidth("at ", "Helvetica", 9), sheet.y, j.employer, 9, True)
        bullets(sheet, j, 55)
    _rest(sheet, p)


def labels_inside(sheet: Sheet, p: Person) -> None:
    """A small heading "Highlights" inside every position, and below it lines without bullets."""
    centred_head(sheet, p)
    sheet.down(p.heading("Experience"), 50, 13, True, gap=14)
    for j in p.jobs:
        sheet.down(j.employer, 50, 11, True, gap=10)
        sheet.at(545, sheet.y, j.dates, 9, right=True)
        sheet.down(j.title, 50, 10, italic=True)
        sheet.down("Highlights", 50, 10, True, gap=4)
        for text in (*j.bullets, "Named Employee of the Month, March 2018"):
            sheet.down(text[:70], 50, 10)
    _rest(sheet, p)


LAYOUTS = (
    form_of_labels, from_and_to, margin_of_employers, sentences_behind, numbered_table, kinds_of_contract,
    dates_in_brackets, labels_inside,
)  # fmt: skip
