"""The fields of a profile as they were read, in the words of the screen, with the place each was read from."""

from __future__ import annotations

from typing import Any

from workbench.resume import Resume, places

_BASICS = (("name", "Name"), ("label", "Headline"), ("email", "E-mail"), ("phone", "Phone"))
_ENTRIES = {
    "work": ("Position", (("position", "Title"), ("name", "Employer"), ("startDate", "From"), ("endDate", "To"))),
    "education": (
        "Degree",
        (
            ("studyType", "Degree"),
            ("area", "Field"),
            ("institution", "School"),
            ("startDate", "From"),
            ("endDate", "To"),
        ),
    ),
}


def fields(shown: Resume, read: Resume, *, may_correct: bool) -> list[dict[str, Any]]:
    """Give the fields in groups: the contact, each position, each degree, the skills.

    Parameters
    ----------
    shown
        The profile as this person may see it; what is covered there stays covered here.
    read
        The profile as it was read, which knows the lines of each field.
    may_correct
        Whether this person may put fields right; what is covered cannot be.
    """
    known = read.data["meta"]["workbench"].get("fields", {})
    stands = places(read)

    def one(path: str, label: str, value: Any, real: Any) -> dict[str, Any]:
        place, at = known.get(path, {}), stands.get(path)
        text = ", ".join(value) if isinstance(value, list) else str(value or "")
        covered = text.startswith("[") or bool(real and not text)
        return {
            "path": path,
            "label": label,
            "value": text,
            "page": place.get("page"),
            "lines": list(place.get("lines", ())),
            "box": [round(x, 1) for x in at.box] if at else None,
            "why": place.get("why", "") if text else "",
            "unsure": bool(text and not covered and at and at.confidence == "low"),
            "empty": "covered" if covered else "to now" if place.get("why", "").startswith("still") else "not read",
            "corrected": bool(place.get("corrected")),
            "may_correct": may_correct and not covered,
        }

    basics, person = shown.data.get("basics") or {}, read.data.get("basics") or {}
    contact = [one(f"basics/{key}", label, basics.get(key), person.get(key)) for key, label in _BASICS]
    groups = [{"title": "Person", "fields": contact}]
    for section, (title, keys) in _ENTRIES.items():
        for number, (item, real) in enumerate(zip(shown.data[section], read.data[section], strict=True)):
            rows = [one(f"{section}/{number}/{key}", label, item.get(key), real.get(key)) for key, label in keys]
            groups.append({"title": f"{title} {number + 1}", "fields": rows})
    skills = [
        one(f"skills/{number}/keywords", str(item.get("name") or "Skills"), item.get("keywords"), None)
        for number, item in enumerate(shown.data["skills"])
    ]
    return [*groups, *([{"title": "Skills", "fields": skills}] if skills else [])]


def value_of(path: str, text: str) -> str | list[str] | None:
    """Give what a person typed as the field's value: nothing for an empty text, a list where the field is one."""
    text = " ".join(text.split())
    if not text:
        return None
    return [part.strip() for part in text.split(",") if part.strip()] if path.endswith("/keywords") else text
