"""A team's own judgement, laid over the glossaries: written into the team's folder as YAML that reads well.

Only what the team says otherwise stands there, under `changes`; the rest of a changed term stays ours, so that it gets
better when ours does. A term that stands there whole, the team's own or one kept by an older version, replaces ours.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from workbench._resources import folder
from workbench.errors import NotAllowed
from workbench.skills import current, vocabulary
from workbench.skills.glossary import read_terms
from workbench.skills.overlay_text import changed, drop_empty, entry, find, new_file, read, round_trip, say
from workbench.skills.vocabulary import UnknownSkill, Vocabulary

Relation = Literal["near", "not", "implies", "part_of", "built_on"]
Comes = Literal["implies", "part_of", "built_on"]
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
    return _change(have, to, "near", made)


def judge_not(have: str, to: str, why: str) -> Change:
    """Write down that having `have` does not show `to`, and why; raises as `judge_near`."""
    reason = _reason(why)
    if have in vocabulary.vocabulary() and any(link.id == to for link in current.skill(have).implies):
        names = current.skill(have).name, current.skill(to).name
        raise NotAllowed(f"The glossaries say that {names[1]} comes with {names[0]}. Take that link out first.")
    return _change(have, to, "not", {"id": have, "why": reason})


def judge_comes(have: str, to: str, relation: Comes, why: str) -> Change:
    """Write down that `to` comes with `have`: who has it has `to` (`implies`), or it is part of it or built on it.

    Raises as `judge_near`, and when the glossaries deny it or it would run in a circle.
    """
    reason = _reason(why)
    words = vocabulary.vocabulary()
    if have in words and to in words and have != to:
        names = current.skill(have).name, current.skill(to).name
        if current.graph().denies(have, to):
            raise NotAllowed(f"The glossaries say that {names[0]} does not show {names[1]}. Take that link out first.")
        if relation == "implies" and _comes_with(to, have):
            raise NotAllowed(f"{names[0]} comes with {names[1]} already; the one cannot come with the other both ways.")
    return _change(have, to, relation, {"id": to, "why": reason})


def comes_by(have: str, to: str) -> Comes | None:
    """Give the relation by which `to` comes with `have` in one step; None when it does not."""
    term = vocabulary.vocabulary().terms.get(have, {})
    ways: tuple[Comes, ...] = ("implies", "built_on", "part_of")
    return next((way for way in ways if entry(term, way, to) is not None), None)


def take_out(have: str, to: str, relation: Relation) -> Change:
    """Take a relation out of the team's glossaries; ours may still have it, and the team's word counts."""
    if _said(vocabulary.vocabulary(), have, to, relation) is None:
        raise NotAllowed("The glossaries have no such link, so there is nothing to take out.")
    return _change(have, to, relation, None)


def take_ours(have: str, to: str, relation: Relation) -> Change:
    """Say again what our glossaries say of the two."""
    return _change(have, to, relation, _said(_ours(), have, to, relation))


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
    now = _said(vocabulary.vocabulary(), have, to, relation)
    if now is None:
        return "an estimate"
    if not any(place.is_dir() for place in vocabulary.team_folders()):
        return "the glossaries"
    return "the glossaries" if _said(_ours(), have, to, relation) == now else "your team"


def reason_of(have: str, to: str, relation: Relation) -> str:
    """Give the reason that stands with a relation; empty when none is written."""
    said = _said(vocabulary.vocabulary(), have, to, relation) or {}
    return str(said.get("why", ""))


def changed_terms() -> list[str]:
    """Give the ids of the terms that the team's folders define or change, ours or new ones."""
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


def _ends(have: str, to: str, relation: Relation) -> tuple[str, str]:
    """Give the term that a relation is written in, and the other: `near` and `not` stand with what is asked for."""
    return (to, have) if relation in ("near", "not") else (have, to)


def _said(words: Vocabulary, have: str, to: str, relation: Relation) -> dict[str, Any] | None:
    skill, other = _ends(have, to, relation)
    return entry(words.terms.get(skill, {}), relation, other)


def _comes_with(have: str, to: str) -> bool:
    seen, queue = {have}, [have]
    while queue:
        for link in current.skill(queue.pop()).implies:
            if link.id not in seen and link.id in vocabulary.vocabulary():
                seen.add(link.id)
                queue.append(link.id)
    return to in seen


def _change(have: str, to: str, relation: Relation, wanted: dict[str, Any] | None) -> Change:
    words = vocabulary.vocabulary()
    for one in (have, to):
        if one not in words:
            raise UnknownSkill(one, current.resolve(one).nearest)
    if have == to:
        raise NotAllowed("Name two different skills.")
    skill, other = _ends(have, to, relation)
    family = words.family_of[skill]
    place = team_folder()
    place.mkdir(parents=True, exist_ok=True)
    with _writing(place):
        change = _write(_file_of(place, skill, family), skill, relation, other, wanted, words)
    current.reload()
    return change


def _file_of(place: Path, skill: str, family: str) -> Path:
    for file in sorted(place.glob("*.yaml")):
        data = read_terms(file)[0]
        if any(item["id"] == skill for item in (*data["terms"], *data.get("changes", ()))):
            return file
    return place / f"{family}.yaml"


def _write(
    file: Path, skill: str, relation: Relation, other: str, wanted: dict[str, Any] | None, words: Vocabulary
) -> Change:
    before = file.read_text(encoding="utf-8") if file.is_file() else None
    data = new_file(words.family(words.family_of[skill])) if before is None else read(before)
    if data is None:
        raise NotAllowed(f"{read_terms(file)[1][0]}. Mend the file, then save again; nothing was changed.")
    whole = find(data["terms"], skill)
    if whole is not None:
        say(whole, relation, other, wanted, None)
    else:
        under = entry(_beneath().terms.get(skill, {}), relation, other)
        say(changed(data, skill), relation, other, wanted, under)
        drop_empty(data)
    out = io.StringIO()
    round_trip().dump(data, out)
    _replace(file, out.getvalue())
    return Change(file, before, out.getvalue())


def _beneath() -> Vocabulary:
    """Give what the folder that is written into is laid over."""
    others = vocabulary.team_folders()[:-1]
    return vocabulary.read_folders([folder("glossaries"), *others]) if others else _ours()


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
