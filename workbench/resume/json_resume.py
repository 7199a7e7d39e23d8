"""JSON Resume as an input: its fields are taken as they are, and laid out as lines so that all else works alike."""

from __future__ import annotations

import json
import re
from typing import Any

from workbench.errors import Refused
from workbench.resume.paragraphs import Paragraph, Run

SECTIONS = {
    "work": ("Experience", ("position", "name", "location")),
    "volunteer": ("Volunteering", ("position", "organization")),
    "education": ("Education", ("studyType", "area", "institution")),
    "awards": ("Awards", ("title", "awarder")),
    "certificates": ("Certificates", ("name", "issuer")),
    "publications": ("Publications", ("name", "publisher")),
    "skills": ("Skills", ("name",)),
    "languages": ("Languages", ("language", "fluency")),
    "interests": ("Interests", ("name",)),
    "references": ("References", ("name",)),
    "projects": ("Projects", ("name",)),
}
_TOLD = ("summary", "description", "reference")
_LISTED = ("highlights", "courses", "keywords")
_DEPTH, _ITEMS, _LENGTH = 12, 2_000, 20_000


def parse(text: str, file: str) -> dict[str, Any]:
    """Parse a JSON Resume; strings and lists are bounded and nothing else is kept.

    Raises
    ------
    Refused
        `damaged` for broken JSON, `unsupported` when it is JSON of another kind.
    """
    try:
        value = json.loads(
            text.lstrip("\ufeff"), parse_constant=lambda _: None, parse_int=lambda n: int(n) if len(n) < 20 else None
        )
    except (ValueError, RecursionError) as problem:
        raise Refused("damaged", file, f"It is not valid JSON ({str(problem)[:90]}).") from problem
    if not isinstance(value, dict) or not isinstance(value.get("basics"), dict):
        raise Refused("unsupported", file, "It is JSON but not a JSON Resume: it has no “basics”.")
    kept = {key: _bounded(value.get(key), 0) for key in ("basics", *SECTIONS) if value.get(key) is not None}
    for section in SECTIONS:
        items = kept.get(section)
        kept[section] = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return kept


def _bounded(value: Any, depth: int) -> Any:
    if depth > _DEPTH:
        return None
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff\x00]", "", value)[:_LENGTH]
    if isinstance(value, list):
        return [_bounded(item, depth + 1) for item in value[:_ITEMS]]
    if isinstance(value, dict):
        return {str(key)[:80]: _bounded(item, depth + 1) for key, item in list(value.items())[:200]}
    return value if isinstance(value, int | float | bool) else None


def paragraphs_of(data: dict[str, Any]) -> list[tuple[Paragraph, str | None, str | None]]:
    """Lay the fields out: paragraphs, each with its section and entry."""
    result: list[tuple[Paragraph, str | None, str | None]] = []

    def add(text: Any, section: str | None, entry: str | None, **look: Any) -> None:
        if isinstance(text, str) and text.strip():
            run = Run(text, look.get("bold", False), False, look.get("size", 10.5))
            result.append(
                (Paragraph([run], look.get("bullet", False), "size" in look, look.get("gap", 0.1)), section, entry)
            )

    basics = data.get("basics", {})
    add(basics.get("name"), None, None, bold=True, size=20.0)
    add(basics.get("label"), None, None)
    add("\t".join(str(basics[key]) for key in ("email", "phone", "url") if basics.get(key)), None, None)
    if basics.get("summary"):
        add("Summary", "summary", None, bold=True, size=14.0, gap=1.0)
        add(basics["summary"], "summary", None)
    for section, (title, heads) in SECTIONS.items():
        if data.get(section):
            add(title, section, None, bold=True, size=14.0, gap=1.0)
        for number, item in enumerate(data.get(section, [])):
            entry = f"{section}/{number}"
            dates = " – ".join(
                str(item[key]) for key in ("startDate", "endDate", "date", "releaseDate") if item.get(key)
            )
            head = ", ".join(str(item[key]) for key in heads if isinstance(item.get(key), str) and item[key])
            add("\t".join(filter(None, [head, dates])), section, entry, bold=True, gap=0.6)
            for key in _TOLD:
                add(item.get(key), section, entry)
            for key in _LISTED:
                for text in item.get(key) or [] if isinstance(item.get(key), list) else []:
                    add(text, section, entry, bullet=True)
    return result
