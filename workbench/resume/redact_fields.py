"""The JSON Resume of a profile without what was taken out of its lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.resume.profile import Resume
from workbench.resume.recency import ago_in_words, period_in_words, range_cuts, replaced, since_cuts
from workbench.resume.redact_terms import Term

if TYPE_CHECKING:
    from workbench.resume.redact import RedactOptions

DATED = ("work", "volunteer", "projects")
_STATEMENTS = ("awards", "certificates", "publications")


def redacted_data(resume: Resume, terms: list[Term], options: RedactOptions, today: date) -> dict[str, Any]:
    """The JSON Resume without what was taken out of the lines."""
    data: dict[str, Any] = {
        key: value for key, value in resume.data.items() if key not in {"basics", "meta", "references"}
    }
    basics = dict(resume.data.get("basics", {}))
    if options.name:
        basics["name"] = "[name]"
    if options.contact:
        for key in ("email", "phone", "url", "profiles", "image"):
            basics.pop(key, None)
    if options.address:
        basics.pop("location", None)
    if options.employment_dates and isinstance(basics.get("summary"), str):
        basics["summary"] = replaced(basics["summary"], since_cuts(basics["summary"], today))
    data["basics"] = basics
    if options.employment_dates:
        for section in DATED:
            data[section] = [_undated(item, today) for item in data.get(section, [])]
        for section in _STATEMENTS:
            data[section] = [_aged(item, today) for item in data.get(section, [])]
    if options.schools or options.graduation_years:
        data["education"] = [_schooled(item, options) for item in data.get("education", [])]
    data = _scrubbed(data, [term for term in terms if term.lines is None], options, today)
    own = resume.data["meta"]["workbench"]
    kept = ("status", "reason", "engine", "pages", "columns", "language", "sections")
    meta: dict[str, Any] = {key: own.get(key) for key in kept}
    meta |= {
        "file": "profile" if options.name else own.get("file"),
        "emails": [],
        "phones": [],
        "links": [],
        "findings": [],
    }
    meta["redacted"] = True
    meta["fields"] = {
        path: {"page": place["page"], "lines": place["lines"], "text": None, "why": place["why"]}
        for path, place in own.get("fields", {}).items()
    }
    data["meta"] = {"workbench": meta}
    return data


def _undated(item: dict[str, Any], today: date) -> dict[str, Any]:
    item = dict(item)
    first, last = item.pop("startDate", None), item.pop("endDate", None)
    words = period_in_words(first, last, current=bool(first) and not last, today=today)
    if words:
        item["duration"] = words
    return item


def _aged(item: dict[str, Any], today: date) -> dict[str, Any]:
    item = dict(item)
    for key in ("date", "releaseDate"):
        if item.get(key):
            item[key] = ago_in_words(item[key], today)
    return item


def _schooled(item: dict[str, Any], options: RedactOptions) -> dict[str, Any]:
    item = dict(item)
    if options.schools and "institution" in item:
        item["institution"] = "[school]"
    if options.graduation_years:
        item.pop("startDate", None)
        item.pop("endDate", None)
    return item


def _scrubbed(value: Any, terms: list[Term], options: RedactOptions, today: date) -> Any:
    if isinstance(value, dict):
        return {key: _scrubbed(item, terms, options, today) for key, item in value.items()}
    if isinstance(value, list):
        return [_scrubbed(item, terms, options, today) for item in value]
    if not isinstance(value, str):
        return value
    for term in terms:
        value = term.pattern.sub(f"[{term.kind}]", value)
    if options.employment_dates:
        value = replaced(value, range_cuts(value, today))
    return value
