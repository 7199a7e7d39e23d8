"""Completion after a verb, through IPython's matcher API: what the place where the cursor stands can hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython.core.completer import CompletionContext, SimpleCompletion, context_matcher

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.kernel.room import Room

IDENTIFIER = "workbench"
MOST = 40
_VERB = re.compile(r"^\s*(?:[A-Za-z_]\w*\s*=\s*)?%{1,2}([a-z_]+)[ \t]+(.*)$", re.DOTALL)
_OPTION = re.compile(r"(?:^|\s)(--[a-z]+)\s+((?:(?!\s--).)*)$")

Offer = Callable[["Room", str], Iterable[str]]


def matcher_for(room: Room) -> Any:
    """Make the matcher of one notebook."""

    @context_matcher(identifier=IDENTIFIER, priority=100)
    def matcher(context: CompletionContext) -> dict[str, Any]:
        place = place_of(context.text_until_cursor)
        if place is None:
            return {"completions": []}
        kind, typed, offer = place
        try:
            names = list(offer(room, typed))
        except WorkbenchError:  # the verb itself will say what is wrong
            return {"completions": []}
        fitting = names if kind == _SKILL[0] else matches(names, typed)
        found = [SimpleCompletion(text=name, type=kind) for name in fitting]
        return {"completions": found, "matched_fragment": typed, "suppress": bool(found), "ordered": True}

    return matcher


def place_of(text: str) -> tuple[str, str, Offer] | None:
    """Say what is being typed: the kind of name, the part that is there, and who offers names; None for anything else.

    >>> place_of("%adjacent Kaf")[:2], place_of("x = %adjacent Kafka --to Rab")[:2], place_of("print(1")
    (('skill', 'Kaf'), ('skill', 'Rab'), None)
    """
    found = _VERB.match(text)
    if found is None:
        return None
    verb, rest = found.groups()
    option = _OPTION.search(rest)
    if option is not None:
        return _place(f"{verb} {option.group(1)}", option.group(2))
    if rest.lstrip().startswith("--") or " --" in rest:
        return None
    first, gap, second = rest.lstrip().partition(" ")
    if gap and f"{verb} {first}" in _HOLDS:
        return _place(f"{verb} {first}", second.lstrip())
    if gap and f"{verb} *" in _HOLDS:
        return _place(f"{verb} *", second.lstrip())
    return _place(verb, rest.lstrip())


def _place(key: str, typed: str) -> tuple[str, str, Offer] | None:
    held = _HOLDS.get(key)
    return None if held is None else (held[0], typed.lstrip("\"'"), held[1])


def matches(names: list[str], typed: str, most: int = MOST) -> list[str]:
    """Give the names that typed letters may mean: beginnings, then words' beginnings, then near spellings.

    >>> matches(["Kafka Streams", "Apache Kafka", "Kotlin"], "kaf")
    ['Kafka Streams', 'Apache Kafka']
    >>> matches(["Kubernetes", "Kotlin"], "kuberntes")
    ['Kubernetes']
    """
    low = typed.casefold().strip()
    if not low:
        return sorted(names, key=str.casefold)[:most] if len(names) > most else names
    begin = [n for n in names if n.casefold().startswith(low)]
    begin.sort(key=lambda n: (len(n), n.casefold()))
    found = dict.fromkeys(begin)
    if len(found) < most:
        inside = [n for n in names if f" {low}" in n.casefold()]
        found.update(dict.fromkeys(sorted(inside, key=lambda n: (len(n), n.casefold()))))
    if not found and len(low) > 2:
        from rapidfuzz import fuzz, process, utils

        near = process.extract(low, names, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=72, limit=8)
        found.update(dict.fromkeys(name for name, _, _ in near))
    return list(found)[:most]


_index: tuple[Any, dict[str, list[tuple[str, str]]], dict[str, str]] | None = None


def _skills(room: Room, typed: str) -> list[str]:
    """Offer the names of skills whose name or alias begins so, else those written nearly so."""
    from workbench.skills.vocabulary import vocabulary

    global _index
    words = vocabulary()
    if _index is None or _index[0] is not words:
        by_letter: dict[str, list[tuple[str, str]]] = {}
        names: dict[str, str] = {}
        for term in words.terms.values():
            names[term["name"]] = term["name"]
            for written in (term["name"], *term.get("aliases", ())):
                by_letter.setdefault(written[:1].casefold(), []).append((written.casefold(), term["name"]))
        _index = (words, by_letter, names)
    _, by_letter, names = _index
    low = typed.casefold().strip()
    if not low:
        return list(names)[:MOST]
    fitting = [(written, name) for written, name in by_letter.get(low[:1], ()) if written.startswith(low)]
    if not fitting:
        return matches(list(names), typed)
    fitting.sort(key=lambda one: (not one[1].casefold().startswith(low), len(one[0]), one[1]))
    return list(dict.fromkeys(name for _, name in fitting))[:MOST]


def _families(room: Room, typed: str) -> Iterator[str]:
    from workbench import intake

    yield from intake.families()
    yield from _files(room, typed)


def _glossaries(room: Room, typed: str) -> list[str]:
    from workbench.skills.vocabulary import vocabulary

    return sorted(set(vocabulary().family_of.values()))


def _files(room: Room, typed: str) -> Iterator[str]:
    """Offer what lies in the folder that is being typed; hidden files stay hidden."""
    shown, _, _ = typed.rpartition("/")
    folder = Path(shown or ("/" if typed.startswith("/") else ".")).expanduser()
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if not path.name.startswith("."):
                lead = f"{shown}/" if shown or typed.startswith("/") else ""
                yield f"{lead}{path.name}{'/' if path.is_dir() else ''}"


def _profiles(room: Room, typed: str) -> Iterator[str]:
    if room.opened is not None:
        yield from room.opened.profiles.values()
    elif room.profiles is not None:
        yield from (one.label for one in room.profiles if one.resume is not None)
    if "/" in typed:
        yield from _files(room, typed)


def _people(room: Room, typed: str) -> list[str]:
    return [person.name for person in room.meeting.meeting.people.values()] if room.begun else []


def _capabilities(room: Room, typed: str) -> list[str]:
    if room.opened is not None:
        return [one["name"] for one in room.opened.rubric["criteria"]]
    return [one.name for one in room.map.capabilities] if room.role is not None else []


def _words(*known: str) -> Offer:
    return lambda room, typed: known


_SKILL: tuple[str, Offer] = ("skill", _skills)
_FILE: tuple[str, Offer] = ("path", _files)
_PROFILE: tuple[str, Offer] = ("profile", _profiles)
_HOLDS: dict[str, tuple[str, Offer]] = {
    "adjacent": _SKILL,
    "adjacent --to": _SKILL,
    "glossary": ("family", _glossaries),
    "glossary *": _SKILL,
    "intake": ("template", _families),
    "meeting": ("action", _words("status", "new", "join", "clock")),
    "meeting join": ("rater", _people),
    "meeting new": ("template", _families),
    "meeting clock": ("action", _words("start", "pause", "next", "back")),
    "meeting_mode": ("state", _words("on", "off")),
    "profiles": _FILE,
    "review": _PROFILE,
    "agenda": _PROFILE,
    "agreement": ("capability", _capabilities),
    "reveal": ("round", _words("pilot", "main")),
    "memo --write": _FILE,
    "audit": _FILE,
    "new": ("notebook", _words("intake", "calibration", "debrief", "training", "analysis")),
}
