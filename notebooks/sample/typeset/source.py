"""Read a profile's source: what it says (JSON Resume) and how its page looks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

SAMPLE = Path(__file__).resolve().parents[1]
SECTIONS = (
    "summary", "work", "projects", "volunteer", "publications", "awards",
    "skills", "certificates", "education", "languages", "interests", "references",
)  # fmt: skip

_HEADINGS = {
    "contact": "Contact",
    "personal": "Personal details",
    "summary": "Summary",
    "work": "Experience",
    "projects": "Projects",
    "volunteer": "Volunteering",
    "publications": "Publications",
    "awards": "Awards",
    "skills": "Skills",
    "certificates": "Certificates",
    "education": "Education",
    "languages": "Languages",
    "interests": "Interests",
    "references": "References",
}
_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
    "de": [f"{month:02}" for month in range(1, 13)],
}
_PRESENT = {"en": "present", "de": "heute"}


@dataclass(frozen=True)
class Source:
    """One profile: its id, the file it becomes, its page and its JSON Resume fields."""

    id: str
    file: str
    page: dict[str, Any]
    resume: dict[str, Any]

    @property
    def basics(self) -> dict[str, Any]:
        """Name, label and contact."""
        basics: dict[str, Any] = self.resume["basics"]
        return basics

    @property
    def order(self) -> list[str]:
        """The sections in the order in which the source has them, summary first."""
        return ["summary", *(key for key in self.resume if key in SECTIONS)]

    def heading(self, section: str) -> str:
        """Give the heading as this person words it."""
        return str(self.page.get("headings", {}).get(section, _HEADINGS[section]))

    def when(self, entry: dict[str, Any]) -> str:
        """Write an entry's dates in the manner of the profile's language.

        >>> Source("p", "f", {"language": "en"}, {}).when({"startDate": "2020-05"})
        'May 2020 – present'
        """
        if "date" in entry or "releaseDate" in entry:
            return str(entry.get("date") or entry.get("releaseDate"))
        if "startDate" not in entry:
            return self._date(str(entry.get("endDate", "")))
        last = self._date(str(entry["endDate"])) if "endDate" in entry else _PRESENT[self.page["language"]]
        return f"{self._date(str(entry['startDate']))} – {last}"

    def _date(self, iso: str) -> str:
        year, _, month = iso.partition("-")
        if not month:
            return year
        separator = "/" if self.page["language"] == "de" else " "
        return f"{_MONTHS[self.page['language']][int(month) - 1]}{separator}{year}"

    def contact(self) -> list[tuple[str, str]]:
        """Give what the contact block shows, as (kind, text)."""
        place = self.basics.get("location", {})
        town = ", ".join(part for part in (place["city"], place.get("region")) if part)
        if code := place.get("postalCode"):
            town = f"{town} {code}" if place["countryCode"] == "GB" else f"{code} {town}"
        rows = [("address", ", ".join(part for part in (place.get("address"), town) if part))]
        rows += [(kind, str(self.basics[kind])) for kind in ("email", "phone") if kind in self.basics]
        links = [self.basics.get("url"), *(profile["url"] for profile in self.basics.get("profiles", []))]
        return rows + [("link", link.removeprefix("https://")) for link in links if link]


def load(path: Path) -> Source:
    """Load one source file."""
    data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return Source(id=data["id"], file=data["file"], page=data["page"], resume=data["resume"])


def load_all(folder: Path = SAMPLE / "sources") -> list[Source]:
    """Load every source of a folder, in the order of their names."""
    return [load(path) for path in sorted(folder.glob("*.yaml"))]
