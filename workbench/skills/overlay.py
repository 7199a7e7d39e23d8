"""A team's own judgement, laid over the glossaries: written into the team's folder as YAML that reads well.

A term that the team changed stands there whole and replaces ours; every other term stays as it is.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import tempfile
import threading
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from workbench._resources import folder
from workbench.errors import NotAllowed
from workbench.skills import current, vocabulary
from workbench.skills.glossary import read_terms
from workbench.skills.overlay_text import as_yaml, entry, new_file, new_term, read, round_trip
from workbench.skills.vocabulary import UnknownSkill, Vocabulary

Relation = Literal["near", "not"]
Whose = Literal["the glossaries", "your team", "an estimate"]
LONGEST = 260
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Change:
    """What was written where: enough to take it back."""

    file: Path
    before: str | None
    after: str


def use_team_folder(place: str | Path) -> Path:
    """Lay the glossaries of this folder over ours, and keep the team's own judgement there from now on.

    The same as starting with `WORKBENCH_GLOSSARIES` set to it. The folder need not exist yet.
    """
    chosen = Path(place).expanduser().resolve()
    os.environ["WORKBENCH_GLOSSARIES"] = str(chosen)
    current.reload()
    return chosen


def team_folder() -> Path:
    """Give the folder of a team's judgement: the last of `WORKBENCH_GLOSSARIES`, else `team_glossaries`."""
    return vocabulary.team_folders()[-1]


def judge_near(have: str, to: str, weeks: tuple[float, float], why: str) -> Change:
    """Write down that who has `have` can learn `to` in that many weeks (low, high), and why.

    Raises
    ------
    NotAllowed
        When the range runs backwards or has no reason, or the team's file is broken; the sentence says what to do.
    UnknownSkill
        When no glossary has one of the two.
    """
    low, high = weeks
    if not 0 <= low <= high <= LONGEST:
        raise NotAllowed(f"Give the weeks as a range from low to high, between 0 and {LONGEST}.")
    reason = _reason(why)
    made = {"id": have, "ramp_weeks": [_short(low), _short(high)], "why": reason}
    return _change(to, have, "near", made)


def judge_not(have: str, to: str, why: str) -> Change:
    """Write down that having `have` does not show `to`, and why; raises as `judge_near`."""
    reason = _reason(why)
    if have in vocabulary.vocabulary() and any(link.id == to for link in current.skill(have).implies):
        names = current.skill(have).name, current.skill(to).name
        raise NotAllowed(f"The glossaries say that {names[0]} comes with {names[1]}. Change that in the file first.")
    return _change(to, have, "not", {"id": have, "why": reason})


def take_out(have: str, to: str, relation: Relation) -> Change:
    """Take a relation out of the team's glossaries; ours may still have it, and the team's word counts."""
    if entry(vocabulary.vocabulary().terms.get(to, {}), relation, have) is None:
        raise NotAllowed("The glossaries have no such link, so there is nothing to take out.")
    return _change(to, have, relation, None)


def take_ours(have: str, to: str, relation: Relation) -> Change:
    """Say again what our glossaries say of the two."""
    return _change(to, have, relation, entry(_ours().terms.get(to, {}), relation, have))


def take_back(change: Change) -> None:
    """Put a file back as it was before a change, unless somebody has changed it since."""
    with _writing(change.file.parent):
        if not change.file.is_file() or change.file.read_text(encoding="utf-8") != change.after:
            raise NotAllowed(f"{change.file.name} was changed since, so it stays as it is.")
        if change.before is None:
            change.file.unlink()
        else:
            _replace(change.file, change.before)
    current.reload()


def whose(have: str, to: str, relation: Relation = "near") -> Whose:
    """Say whose judgement a relation is; `an estimate` when nobody has judged this pair in this direction."""
    now = entry(vocabulary.vocabulary().terms.get(to, {}), relation, have)
    if now is None:
        return "an estimate"
    if not any(place.is_dir() for place in vocabulary.team_folders()):
        return "the glossaries"
    return "the glossaries" if entry(_ours().terms.get(to, {}), relation, have) == now else "your team"


def changed_terms() -> list[str]:
    """Give the ids of the terms that the team's folders define, ours or new ones."""
    ours, now = _ours().terms, vocabulary.vocabulary().terms
    return [skill for skill, term in now.items() if ours.get(skill) != term]


def _ours() -> Vocabulary:
    place = folder("glossaries")
    return _read_ours(place, tuple(file.stat().st_mtime_ns for file in sorted(place.glob("*.yaml"))))


@functools.lru_cache(maxsize=1)
def _read_ours(place: Path, _: tuple[int, ...]) -> Vocabulary:
    return vocabulary.read_folders([place])


def _reason(why: str) -> str:
    reason = " ".join(why.split())
    if not reason:
        raise NotAllowed("Say why in a few words: whoever reads it next has nothing else to judge it by.")
    return reason


def _short(weeks: float) -> float:
    return int(weeks) if float(weeks).is_integer() else round(float(weeks), 1)


def _change(skill: str, other: str, relation: Relation, wanted: dict[str, Any] | None) -> Change:
    words = vocabulary.vocabulary()
    for one in (skill, other):
        if one not in words:
            raise UnknownSkill(one, current.resolve(one).nearest)
    if skill == other:
        raise NotAllowed("Name two different skills.")
    term = deepcopy(words.terms[skill])
    kept = [e for e in term.get(relation, ()) if entry({relation: [e]}, relation, other) is None]
    at = next((i for i, e in enumerate(term.get(relation, ())) if entry({relation: [e]}, relation, other)), len(kept))
    kept[at:at] = [] if wanted is None else [wanted]
    family = words.family_of[skill]
    place = team_folder()
    place.mkdir(parents=True, exist_ok=True)
    with _writing(place):
        change = _write(_file_of(place, skill, family), term, relation, kept, words.family(family))
    current.reload()
    return change


def _file_of(place: Path, skill: str, family: str) -> Path:
    for file in sorted(place.glob("*.yaml")):
        if any(term["id"] == skill for term in read_terms(file)[0]["terms"]):
            return file
    return place / f"{family}.yaml"


def _write(file: Path, term: dict[str, Any], relation: Relation, kept: list[Any], family: dict[str, Any]) -> Change:
    before = file.read_text(encoding="utf-8") if file.is_file() else None
    data = new_file(family) if before is None else read(before)
    if data is None:
        raise NotAllowed(f"{read_terms(file)[1][0]}. Mend the file, then save again; nothing was changed.")
    at = next((t for t in data["terms"] if isinstance(t, dict) and t.get("id") == term["id"]), None)
    if at is None:
        at = new_term(data, term)
    if kept:
        at[relation] = as_yaml(kept)
    else:
        at.pop(relation, None)
    out = io.StringIO()
    round_trip().dump(data, out)
    _replace(file, out.getvalue())
    return Change(file, before, out.getvalue())


def _replace(file: Path, text: str) -> None:
    """Write beside it and put it in its place, so that a half-written glossary is never read."""
    with tempfile.NamedTemporaryFile("w", dir=file.parent, suffix=".part", delete=False, encoding="utf-8") as new:
        new.write(text)
        new.flush()
        os.fsync(new.fileno())
    Path(new.name).replace(file)


@contextlib.contextmanager
def _writing(place: Path) -> Iterator[None]:
    """Let one writer at a time into a folder, of this program and of others."""
    import fcntl

    with _lock:
        place.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
