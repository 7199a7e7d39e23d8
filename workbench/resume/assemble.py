"""From rows to a profile: JSON Resume fields, each with its page, lines and reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import Any

from workbench.resume.contacts import Contact, network_of, read_contacts
from workbench.resume.education import read_education
from workbench.resume.laid_out import portraits
from workbench.resume.language import language_of
from workbench.resume.names import find_headline, find_name
from workbench.resume.others import (
    read_awards,
    read_certificates,
    read_interests,
    read_languages,
    read_projects,
    read_publications,
    read_references,
    read_volunteer,
)
from workbench.resume.rows import Row
from workbench.resume.sections import divide
from workbench.resume.skill_lists import read_skills
from workbench.resume.structure import Flow
from workbench.resume.work import Item, join, read_work

_READERS: dict[str, Callable[[list[Row]], list[Item]]] = {
    "work": read_work,
    "volunteer": read_volunteer,
    "education": read_education,
    "awards": read_awards,
    "certificates": read_certificates,
    "publications": read_publications,
    "skills": read_skills,
    "languages": read_languages,
    "interests": read_interests,
    "references": read_references,
    "projects": read_projects,
}
_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
Fields = dict[str, dict[str, Any]]


def assemble(flow: Flow, file: str, engine: str) -> dict[str, Any]:
    """Read all fields from the rows; give JSON Resume, the rows marked with the entries they belong to."""
    headings = divide(flow.rows)
    live = [row for row in flow.rows if not row.repeated and not row.hidden]
    fields: Fields = {}
    basics, contact = _basics(live, flow, fields)
    home = str((basics.get("location") or {}).get("city") or "").split(",")[0]
    data: dict[str, Any] = {"$schema": _SCHEMA, "basics": basics}
    for section, reader in _READERS.items():
        read = partial(read_work, home=home) if section == "work" else reader
        items = [item for rows in _groups(live, section) for item in read(rows)]
        data[section] = [item.data for item in items]
        for number, item in enumerate(items):
            entry = f"{section}/{number}"
            for row in item.rows:
                row.entry = row.entry or entry
            for name, (rows, why) in item.sources.items():
                value = item.data.get(name)
                _note(fields, f"{entry}/{name}", value, rows, why)
    data["meta"] = {
        "workbench": {
            "file": file,
            "status": "read",
            "reason": None,
            "engine": engine,
            "pages": len(flow.sheets),
            "columns": flow.columns,
            "language": language_of(" ".join(row.text for row in live)),
            "sections": headings,
            "emails": [found.value for found in contact.emails],
            "phones": [found.value for found in contact.phones],
            "links": [found.value for found in contact.links],
            "findings": [],
            "fields": fields,
            "pictures": {str(sheet.number): found for sheet in flow.sheets if (found := portraits(sheet))},
        }
    }
    return data


def _groups(rows: list[Row], section: str) -> Iterable[list[Row]]:
    """The rows of each section of that kind; two sections may share a kind ("Experience", "Internships")."""
    mine = [row for row in rows if row.section == section]
    for _, group in groupby(mine, key=lambda row: row.title):
        yield [row for row in group if not row.heading]


def _note(fields: Fields, path: str, value: Any, rows: list[Row], why: str) -> None:
    ids = list(dict.fromkeys(row.id for row in rows if row.id))
    fields[path] = {
        "page": rows[0].page if rows else None,
        "lines": ids,
        "text": value if isinstance(value, str) else ", ".join(value) if isinstance(value, list) else None,
        "why": why,
    }


def _basics(rows: list[Row], flow: Flow, fields: Fields) -> tuple[dict[str, Any], Any]:
    contact = read_contacts(rows, flow.links)
    basics: dict[str, Any] = {}
    name = find_name(rows, [found.value for found in contact.emails])
    if name:
        basics["name"] = name[0]
        _note(fields, "basics/name", name[0], name[1], "the largest words of the first page that read like a name")
        headline = find_headline(rows, name[1])
        if headline:
            basics["label"] = headline[0]
            _note(fields, "basics/label", headline[0], [headline[1]], "stands beside the name and reads as a job title")
    for key, found in (("email", contact.emails), ("phone", contact.phones)):
        if found:
            basics[key] = found[0].value
            _note_contact(fields, f"basics/{key}", found[0])
    own = next((link for link in contact.links if network_of(link.value) is None), None)
    if own:
        basics["url"] = own.value
        _note_contact(fields, "basics/url", own)
    summary = [row for row in rows if row.section == "summary" and not row.heading]
    if summary:
        text = ""
        for row in summary:
            text = join(text, row.text) if text else row.text
        basics["summary"] = text
        _note(fields, "basics/summary", text, summary, "stands under a heading for a summary")
    if contact.place:
        basics["location"] = _location(contact.place.value)
        _note_contact(fields, "basics/location", contact.place)
    profiles = []
    for link in contact.links:
        network = network_of(link.value)
        if network:
            user = re.sub(r"[?#].*$", "", link.value).rstrip("/").rpartition("/")[2]
            profiles.append({"network": network, "username": user, "url": link.value})
            _note_contact(fields, f"basics/profiles/{len(profiles) - 1}/url", link)
    basics["profiles"] = profiles
    return basics, contact


def _note_contact(fields: Fields, path: str, found: Contact) -> None:
    _note(fields, path, found.value, [found.row, *found.more] if found.row else [], found.why)


def _location(text: str) -> dict[str, str]:
    if re.search(r"\d", text):
        return {"address": text}
    city, _, region = text.partition(", ")
    return {"city": city, "region": region} if region else {"city": city}
