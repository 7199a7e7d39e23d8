"""What is being filled in, kept beside the store so that a reload or a restart loses no name."""

from __future__ import annotations

import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.errors import NotAllowed
from workbench.intake.edit import free_id

ROLES = ("recruiter", "hiring manager", "interviewer")
FEWEST = 2
MINUTES = (15, 180)
_BLANK: dict[str, Any] = {
    "folder": "",
    "mode": "practice",
    "minutes": 45,
    "facilitator": 0,
    "pilot": None,
    "left_out": [],
    "again": False,
    "map": None,
    "holds": {},
    "people": [
        {"name": "", "role": "recruiter", "scores": False},
        {"name": "", "role": "hiring manager", "scores": True},
        {"name": "", "role": "interviewer", "scores": True},
        {"name": "", "role": "interviewer", "scores": True},
    ],
}


class KeptForm:
    """A small JSON file that holds the form and the meeting that was begun with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.form: dict[str, Any] = json.loads(json.dumps(_BLANK))
        self.begun: dict[str, Any] | None = None
        self.kept = path.is_file()
        try:
            noted = json.loads(path.read_text(encoding="utf-8"))
            self.form = cleaned(noted["form"])
            self.begun = noted["begun"]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return  # nothing kept yet, or not by us: the form starts empty

    def keep(self) -> None:
        """Write it to the disk."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=self.path.name, dir=self.path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"form": self.form, "begun": self.begun}, file)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(self.path)


def cleaned(form: Mapping[str, Any]) -> dict[str, Any]:
    """Give a form of known fields and kinds, whatever came in."""
    people = [
        {
            "name": str(one.get("name", ""))[:120],
            "role": one.get("role") if one.get("role") in ROLES else ROLES[-1],
            "scores": bool(one.get("scores")),
        }
        for one in form.get("people", _BLANK["people"])
    ]
    facilitator = int(form.get("facilitator", 0))
    return {
        "folder": str(form.get("folder", "")),
        "mode": "live" if form.get("mode") == "live" else "practice",
        "minutes": form.get("minutes", 45),
        "facilitator": facilitator if 0 <= facilitator < len(people) else 0,
        "pilot": None if form.get("pilot") is None else str(form["pilot"]),
        "left_out": [str(one) for one in form.get("left_out", ())],
        "again": bool(form.get("again")),
        "map": None if form.get("map") is None else str(form["map"]),
        "holds": {
            str(round): [n for n in map(int, who) if 0 <= n < len(people)]
            for round, who in form.get("holds", {}).items()
        },
        "people": people,
    }


def seats(people: Sequence[Mapping[str, Any]], facilitator: int) -> tuple[list[dict[str, Any]], str]:
    """Give the panel, each with an id made from the name, and the facilitator's id.

    Raises
    ------
    NotAllowed
        With what is missing, in a sentence.
    """
    named = [(n, one) for n, one in enumerate(people) if str(one["name"]).strip()]
    names = [str(one["name"]).strip() for _, one in named]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise NotAllowed(f"Two people are called {twice}. Add a letter, so that the panel can tell them apart.")
    if facilitator not in [n for n, _ in named]:
        raise NotAllowed("Name the person who facilitates.")
    if sum(bool(one["scores"]) for _, one in named) < FEWEST:
        raise NotAllowed("At least two people score; otherwise there is nothing to compare.")
    taken: set[str] = set()
    out: dict[int, dict[str, Any]] = {}
    for (n, one), name in zip(named, names, strict=True):
        id = free_id(_plain(name) or str(one["role"]), taken)
        taken.add(id)
        out[n] = {"id": id, "name": name, "role": one["role"], "scores": bool(one["scores"])}
    return list(out.values()), str(out[facilitator]["id"])


def minutes(value: Any) -> int:
    """Give the meeting's minutes as a number; NotAllowed when it is none or far off."""
    text = str(value).strip()
    low, high = MINUTES
    if not re.fullmatch(r"\d{1,3}", text) or not low <= int(text) <= high:
        raise NotAllowed(f"A meeting takes {low} to {high} minutes; write a whole number.")
    return int(text)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
