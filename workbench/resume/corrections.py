"""What a person puts right in a profile: small values that can be stored, outlive a new reading and become labels.

A correction names the field as it was read ("work/0/endDate") and remembers how the entry looked, so that it finds
its entry again when a better reader numbers the entries differently.
"""

from __future__ import annotations

import copy
import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.errors import WorkbenchError
from workbench.resume.profile import Resume

KIND = "profile.correction"
_PATH = re.compile(r"basics/(?:location|[a-z]+)|[a-z]+/(?:\d+|new)(?:/[A-Za-z]+)?")
_ANCHORS = ("name", "organization", "institution", "position", "studyType", "title", "startDate", "endDate", "keywords")
_ALIKE = 78.0
_LISTS = frozenset({"highlights", "keywords", "courses"})
Value = str | list[str] | dict[str, Any] | None


class BadCorrection(WorkbenchError):
    """A correction that fits no field of the profile."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One field put right.

    Attributes
    ----------
    field
        "basics/name", "work/0/endDate"; "work/0" with no value takes an entry away, "work/new" adds one.
    value
        What it should say; None where the document does not say it.
    was
        What had been read.
    anchor
        What the entry had said, by which it is found again.
    lines
        The texts of the lines the field was read from.
    """

    field: str
    value: Value
    was: Value = None
    anchor: dict[str, str] = dataclasses.field(default_factory=dict)
    lines: tuple[str, ...] = ()
    by: str = ""

    def to_payload(self) -> dict[str, Any]:
        """Give plain JSON, the payload of an event of kind `KIND`."""
        return {
            "field": self.field,
            "value": self.value,
            "was": self.was,
            "anchor": dict(self.anchor),
            "lines": list(self.lines),
            "by": self.by,
        }

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Correction:
        """Build a correction from an event's payload."""
        anchor, lines = payload.get("anchor") or {}, tuple(payload.get("lines") or ())
        return cls(payload["field"], payload["value"], payload.get("was"), anchor, lines, payload.get("by", ""))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A profile with its corrections; `lost` are those whose entry a new reading no longer has."""

    resume: Resume
    lost: tuple[Correction, ...] = ()


def correct(resume: Resume, path: str, value: Value, *, by: str = "") -> Correction:
    """Note that a field of a profile should say something else.

    >>> correct(resume, "work/0/endDate", "2021-03").to_payload()["was"]  # doctest: +SKIP
    '2021-08'

    Raises
    ------
    BadCorrection
        When the profile has no such entry, or a date or list is not written as one.
    """
    section, number, name = _parts(path)
    if not _PATH.fullmatch(path):
        raise BadCorrection(f"“{path}” is no field of a profile. Fields look like basics/name or work/0/endDate.")
    item = _item(resume.data, section, number)
    if section != "basics" and number != "new" and item is None:
        raise BadCorrection(f"This profile has no entry {section}/{number}.")
    _check(name, value)
    was = item.get(name) if item is not None and name else None
    lines = _source_lines(resume, path)
    return Correction(path, value, was, _anchor(item) if section != "basics" else {}, lines, by)


def apply(resume: Resume, corrections: Iterable[Correction]) -> Corrected:
    """Give the profile as the corrections have it; a later correction of a field replaces an earlier one."""
    data = copy.deepcopy(resume.data)
    fields = data["meta"]["workbench"].setdefault("fields", {})
    lost: list[Correction] = []
    gone: list[tuple[str, int]] = []
    given = list(corrections)
    for one in given:
        section, number, name = _parts(one.field)
        if section == "basics":
            _set(data.setdefault("basics", {}), name, one.value)
            _note(fields, one.field, one)
        elif number == "new":
            data.setdefault(section, []).append(dict(one.value) if isinstance(one.value, dict) else {})
        else:
            # entries are sought among what was read, before any of them was changed
            place = _find(resume.data.get(section) or [], one, int(number))
            if place is None:
                lost.append(one)
            elif name:
                _set(data[section][place], name, one.value)
                _note(fields, f"{section}/{place}/{name}", one)
            else:
                gone.append((section, place))
    for section, place in sorted(set(gone), reverse=True):
        del data[section][place]
        _renumber(fields, section, place)
    return Corrected(replace(resume, data=data), tuple(lost))


def labels(resume: Resume, corrections: Sequence[Correction]) -> dict[str, Any]:
    """Give a corrected profile as labelled data: what is right, and what had been read on which lines."""
    corrected = apply(resume, corrections)
    truth = {key: value for key, value in corrected.resume.data.items() if key != "meta"}
    read = [one for one in corrections if one not in corrected.lost]
    return {
        "file": resume.file,
        "truth": truth,
        "corrections": [
            {"field": one.field, "read": one.was, "right": one.value, "lines": list(one.lines)} for one in read
        ],
    }


def _parts(path: str) -> tuple[str, str, str]:
    section, _, rest = path.partition("/")
    if section == "basics":
        return section, "", rest
    number, _, name = rest.partition("/")
    return section, number, name


def _item(data: dict[str, Any], section: str, number: str) -> dict[str, Any] | None:
    if section == "basics":
        return dict(data.get("basics") or {})
    items = data.get(section) or []
    return items[int(number)] if number.isdigit() and int(number) < len(items) else None


def _check(name: str, value: Value) -> None:
    if value is None:
        return
    if name.endswith("Date") or name == "date":
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?", value):
            raise BadCorrection(f"“{value}” is no date. Write 2021, 2021-03 or 2021-03-14, or leave it empty.")
    elif name in _LISTS and not isinstance(value, list):
        raise BadCorrection(f"{name} is a list; give its lines one by one.")


def _anchor(item: dict[str, Any] | None) -> dict[str, str]:
    found = {}
    for key in _ANCHORS:
        value = (item or {}).get(key)
        if value:
            found[key] = ", ".join(value) if isinstance(value, list) else str(value)
    return found


def _find(items: list[dict[str, Any]], one: Correction, number: int) -> int | None:
    """The entry that says most of what the corrected one had said; the one of the same number when two say as much."""
    from rapidfuzz import fuzz

    best: tuple[float, int] | None = None
    for place, item in enumerate(items):
        now = _anchor(item)
        keys = one.anchor.keys() | now.keys()
        if not keys:
            continue
        score = sum(fuzz.ratio(one.anchor.get(key, ""), now.get(key, "")) for key in one.anchor) / max(
            len(one.anchor), 1
        )
        score += 0.5 * (place == number)
        if best is None or score > best[0]:
            best = (score, place)
    return best[1] if best is not None and best[0] >= _ALIKE else None


def _set(item: dict[str, Any], name: str, value: Value) -> None:
    if value is None:
        item.pop(name, None)
    else:
        item[name] = {"city": value} if name == "location" and "email" in item and isinstance(value, str) else value


def _note(fields: dict[str, Any], path: str, one: Correction) -> None:
    known = fields.get(path, {"page": None, "lines": []})
    text = one.value if isinstance(one.value, str) else None
    who = f"put right by {one.by}" if one.by else "put right by a person"
    fields[path] = {**known, "text": text, "why": who, "corrected": True}


def _renumber(fields: dict[str, Any], section: str, gone: int) -> None:
    for path in [path for path in fields if path.startswith(f"{section}/")]:
        head, number, *rest = path.split("/")
        place = fields.pop(path)
        if int(number) != gone:
            fields["/".join([head, str(int(number) - (int(number) > gone)), *rest])] = place


def _source_lines(resume: Resume, path: str) -> tuple[str, ...]:
    place = resume.data["meta"]["workbench"].get("fields", {}).get(path, {})
    wanted = set(place.get("lines", ()))
    return tuple(line.text for line in resume.document.lines() if line.id in wanted)
