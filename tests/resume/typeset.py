"""Typesets small fictional profiles, each with a layout that has misled a reader before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
Draw = Callable[["Sheet"], None]


class Sheet:
    """A page to write on, measured from its top like the reader does."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
        self.y = 60.0

    def at(self, x: float, y: float, text: str, size: float = 10, bold: bool = False, **style: Any) -> None:
        """Write text with its baseline at y."""
        font = "Helvetica-Bold" if bold else "Helvetica-Oblique" if style.get("italic") else "Helvetica"
        self.canvas.setFillColor(HexColor(style.get("colour", "#000000")))
        if style.get("right"):
            x -= stringWidth(text, font, size)
        if style.get("centre"):
            x -= stringWidth(text, font, size) / 2
        line = self.canvas.beginText(x, HEIGHT - y)
        line.setFont(font, size)
        line.setCharSpace(style.get("spacing", 0))
        line.textOut(text)
        self.canvas.drawText(line)

    def down(
        self, text: str, x: float = 60, size: float = 10, bold: bool = False, gap: float = 0, **style: Any
    ) -> None:
        """Write text on the next line."""
        self.y += size * 1.35 + gap
        self.at(x, self.y, text, size, bold, **style)

    def save(self) -> None:
        """Finish the file."""
        self.canvas.save()


def typeset(path: Path, draw: Draw) -> Path:
    """Write one layout to a file."""
    sheet = Sheet(path)
    draw(sheet)
    sheet.save()
    return path


def _head(sheet: Sheet, name: str = "Mara Lindqvist", x: float = 60, **style: Any) -> None:
    sheet.down(name, x, 22, True, **style)
    sheet.down("mara.lindqvist@example.org | +46 8 123 456 78 | Uppsala, Sweden", x, 10, **style)


def dates_at_right(sheet: Sheet) -> None:
    """Employer and date on one line, title and place on the next."""
    _head(sheet)
    sheet.down("EXPERIENCE", bold=True, size=12, gap=14)
    for employer, title, dates, place in (
        ("Nordlicht Energi AB", "Platform Engineer", "March 2020 – Present", "Uppsala, Sweden"),
        ("Fjord Logistics", "Systems Developer", "Aug 2016 – Feb 2020", "Oslo, Norway"),
    ):
        sheet.down(employer, bold=True, gap=6)
        sheet.at(535, sheet.y, dates, right=True)
        sheet.down(title, italic=True)
        sheet.at(535, sheet.y, place, right=True, italic=True)
        sheet.down("• Ran the build farm of 40 machines and cut its queue", 66)
        sheet.down("to a quarter of the time people had waited before", 73)
        sheet.down("• Wrote the runbooks that the night shift uses", 66)
    sheet.down("EDUCATION", bold=True, size=12, gap=14)
    sheet.down("Uppsala University", bold=True, gap=6)
    sheet.at(535, sheet.y, "2011 – 2016", right=True)
    sheet.down("MSc in Engineering Physics", italic=True)
    sheet.down("SKILLS", bold=True, size=12, gap=14)
    sheet.down("Languages: Go, Python, C++", gap=4)
    sheet.down("Platforms: Kubernetes, AWS (EC2, S3), Linux")


def sidebar(sheet: Sheet) -> None:
    """Contact and skills in a dark column on the left, everything else on the right, baselines of their own."""
    sheet.canvas.setFillColor(HexColor("#203040"))
    sheet.canvas.rect(0, 0, 190, HEIGHT, stroke=0, fill=1)
    white = {"colour": "#ffffff"}
    y = 200.0
    for text, size, bold in (
        ("Contact", 13, True), ("mara.lindqvist@example.org", 9, False), ("+46 8 123 456 78", 9, False),
        ("Uppsala", 9, False), ("Skills", 13, True), ("Go", 9, False),
        ("Python", 9, False), ("Terraform", 9, False), ("PostgreSQL", 9, False),
        ("Languages", 13, True), ("Swedish (native)", 9, False), ("English (fluent)", 9, False),
    ):  # fmt: skip
        y += 26 if bold else 15.5
        sheet.at(20, y, text, size, bold, **white)
    sheet.y = 60
    sheet.down("Mara Lindqvist", 215, 24, True)
    sheet.down("Platform Engineer", 215, 12)
    sheet.down("Experience", 215, 13, True, gap=16)
    for title, employer, dates in (
        ("Platform Engineer", "Nordlicht Energi AB", "03/2020 – today"),
        ("Systems Developer", "Fjord Logistics", "08/2016 – 02/2020"),
    ):
        sheet.down(title, 215, 11, True, gap=8)
        sheet.down(f"{employer} | {dates}", 215, 10)
        sheet.down("Kept the build farm running for sixty developers and", 215, 10)
        sheet.down("moved it to containers without a day of standstill.", 215, 10)
    sheet.down("Education", 215, 13, True, gap=16)
    sheet.down("MSc in Engineering Physics", 215, 11, True, gap=6)
    sheet.down("Uppsala University | 2011 – 2016", 215, 10)


def dates_at_left(sheet: Sheet) -> None:
    """Dates in the left margin, the rest in one column beside them."""
    _head(sheet)
    sheet.down("Berufserfahrung", bold=True, size=13, gap=14)
    for dates, title, employer in (
        ("seit 04/2019", "Softwareentwicklerin", "Rheinwerk Daten GmbH, Köln"),
        ("10/2015 – 03/2019", "Datenanalystin", "Hafenkontor AG, Hamburg"),
    ):
        sheet.down(dates, gap=6)
        sheet.at(180, sheet.y, title, bold=True)
        sheet.down(employer, 180)
        sheet.down("• Betreuung der Datenbanken und der nächtlichen Läufe", 180)
    sheet.down("Ausbildung", bold=True, size=13, gap=14)
    sheet.down("10/2010 – 09/2015", gap=6)
    sheet.at(180, sheet.y, "Master of Science Informatik", bold=True)
    sheet.down("Universität zu Köln", 180)
    sheet.down("Kenntnisse", bold=True, size=13, gap=14)
    sheet.down("Datenbanken")
    sheet.at(180, sheet.y, "PostgreSQL, Oracle, Redis")


def several_roles(sheet: Sheet) -> None:
    """Two roles under one employer, the employer written once."""
    _head(sheet)
    sheet.down("Work Experience", bold=True, size=14, gap=14)
    sheet.down("Nordlicht Energi AB", bold=True, size=11, gap=6)
    sheet.at(535, sheet.y, "Uppsala, Sweden", right=True)
    for title, dates in (("Engineering Manager", "Jan 2021 – Present"), ("Senior Engineer", "Jun 2017 – Dec 2020")):
        sheet.down(title, italic=True, gap=3)
        sheet.at(535, sheet.y, dates, right=True)
        sheet.down("• Led the move of the billing system to a new store", 66)
        sheet.down("• Hired and taught five engineers", 66)
    sheet.down("Fjord Logistics", bold=True, size=11, gap=6)
    sheet.at(535, sheet.y, "Oslo, Norway", right=True)
    sheet.down("Systems Developer", italic=True, gap=3)
    sheet.at(535, sheet.y, "Aug 2013 – May 2017", right=True)
    sheet.down("• Built the parcel tracker", 66)
    sheet.down("Education", bold=True, size=14, gap=14)
    sheet.down("B.Sc. in Computer Science, Lund University", gap=6)
    sheet.at(535, sheet.y, "2013", right=True)


def spaced_name(sheet: Sheet) -> None:
    """Name and headings set wide, a title line, employer and title on one line with a comma or "at"."""
    sheet.at(297, 70, "MARA LINDQVIST", 24, spacing=7, centre=True)
    sheet.at(297, 96, "PLATFORM ENGINEER", 10, spacing=3, centre=True)
    sheet.at(250, 116, "mara.lindqvist@example.org", 9)
    sheet.y = 140
    sheet.down("EXPERIENCE", size=11, spacing=3, gap=10)
    sheet.down("Platform Engineer at Nordlicht Energi AB", bold=True, gap=6)
    sheet.down("2020-03 - present")
    sheet.down("Kept the build farm running for sixty developers.")
    sheet.down("Systems Developer at Fjord Logistics", bold=True, gap=6)
    sheet.down("2016-08 - 2020-02")
    sheet.down("Built the parcel tracker that the depots still use.")
    sheet.down("EDUCATION", size=11, spacing=3, gap=10)
    sheet.down("Uppsala University, MSc in Engineering Physics", bold=True, gap=6)
    sheet.down("2011 - 2016")


def two_columns(sheet: Sheet) -> None:
    """Two columns of nearly the same leading under one head, like many templates for one page."""
    sheet.down("Mara Lindqvist", 60, 24, True)
    sheet.down("mara.lindqvist@example.org   +46 8 123 456 78   github.com/maralind", 60, 9)
    left, right = 60.0, 320.0
    top = sheet.y + 10
    sheet.y = top
    sheet.down("EXPERIENCE", left, 13, True)
    for title, employer, dates in (
        ("Platform Engineer", "Nordlicht Energi AB", "2020 - Present"),
        ("Systems Developer", "Fjord Logistics", "2016 - 2020"),
        ("Intern", "Havsnät", "2015 - 2016"),
    ):
        sheet.down(title, left, 11, True, gap=6)
        sheet.down(employer, left, 10, colour="#2050a0")
        sheet.down(dates, left, 9)
        sheet.down("• Kept the build farm running", left, 10)
        sheet.down("• Wrote the runbooks of the team", left, 10)
    sheet.y = top
    sheet.down("EDUCATION", right, 13, True)
    sheet.down("MSc in Engineering Physics", right, 11, True, gap=6)
    sheet.down("Uppsala University", right, 10, colour="#2050a0")
    sheet.down("2011 - 2016", right, 9)
    sheet.down("SKILLS", right, 13, True, gap=6)
    sheet.down("Go • Python • Terraform", right, 10)
    sheet.down("PostgreSQL • Kafka", right, 10)
    sheet.down("LANGUAGES", right, 13, True, gap=6)
    sheet.down("Swedish, English", right, 10)


def linkedin(sheet: Sheet) -> None:
    """The layout that LinkedIn's "Save to PDF" gives: a narrow column of contact and skills, then the career."""
    y = 50.0
    for text, size in (
        ("Contact", 13), ("mara.lindqvist@example.org", 9), ("www.linkedin.com/in/maralind", 9), ("(LinkedIn)", 9),
        ("Top Skills", 13), ("Go", 10), ("Terraform", 10), ("Incident Response", 10),
    ):  # fmt: skip
        y += 1.9 * size
        sheet.at(30, y, text, size)
    sheet.y = 40
    sheet.down("Mara Lindqvist", 223, 26)
    sheet.down("Platform Engineer at Nordlicht Energi", 223, 12)
    sheet.down("Uppsala, Sweden", 223, 12)
    sheet.down("Experience", 223, 16, gap=14)
    for employer, title, dates, place in (
        ("Nordlicht Energi", "Platform Engineer", "March 2020 - Present (3 years 2 months)", "Uppsala, Sweden"),
        ("Fjord Logistics", "Systems Developer", "August 2016 - February 2020 (3 years 7 months)", "Oslo, Norway"),
    ):
        sheet.down(employer, 223, 12, gap=8)
        sheet.down(title, 223, 11.5)
        sheet.down(dates, 223, 10.5)
        sheet.down(place, 223, 10.5)
    sheet.down("Education", 223, 16, gap=14)
    sheet.down("Uppsala University", 223, 12, gap=8)
    sheet.down("Master of Science, Engineering Physics · (2011 - 2016)", 223, 10.5)


def title_comma_employer(sheet: Sheet) -> None:
    """Title, employer and place on one line parted by commas, the period at the right; a degree in the same form."""
    _head(sheet)
    sheet.down("Professional Experience", bold=True, size=13, gap=12)
    for text, dates in (
        ("Platform Engineer, Nordlicht Energi AB, Uppsala, Sweden", "03/2020 - Present"),
        ("Systems Developer, Fjord Logistics, Oslo, Norway", "08/2016 - 02/2020"),
    ):
        sheet.down(text, bold=True, gap=6)
        sheet.at(535, sheet.y, dates, right=True)
        sheet.down("- Kept the build farm running for sixty developers", 66)
    sheet.down("Education", bold=True, size=13, gap=12)
    sheet.down("MSc in Engineering Physics, Uppsala University, Uppsala, Sweden", bold=True, gap=6)
    sheet.at(535, sheet.y, "2016", right=True)


LAYOUTS: tuple[Draw, ...] = (
    dates_at_right, sidebar, dates_at_left, several_roles, spaced_name, two_columns, linkedin, title_comma_employer,
)  # fmt: skip
