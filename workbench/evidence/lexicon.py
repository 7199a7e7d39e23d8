"""The verbs and phrases of `words`, inflected and ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from workbench.evidence import words, words_other
from workbench.evidence.values import Ownership

Kind = Literal["act", "assist", "watch", "part", "use", "listed", "plan", "not"]
Weight = Literal["thing", "make", "touch"]
Form = Literal["base", "third", "past", "ing", "phrase", "role", "noun"]


@dataclass(frozen=True)
class Sense:
    """What a verb or phrase states: the act, its ownership, and how close the object is to the work's subject."""

    kind: Kind
    base: str
    ownership: Ownership = "unknown"
    weight: Weight = "touch"


@dataclass(frozen=True)
class Entry:
    """One written form of a verb or phrase."""

    words: tuple[str, ...]
    sense: Sense
    form: Form


_IRREGULAR = {
    "run": ("ran", "run"), "lead": ("led", "led"), "build": ("built", "built"), "rebuild": ("rebuilt", "rebuilt"),
    "write": ("wrote", "written"), "rewrite": ("rewrote", "rewritten"), "set": ("set", "set"),
    "take": ("took", "taken"), "keep": ("kept", "kept"), "drive": ("drove", "driven"),
    "oversee": ("oversaw", "overseen"), "choose": ("chose", "chosen"), "cut": ("cut", "cut"),
    "grow": ("grew", "grown"), "learn": ("learned", "learnt"), "teach": ("taught", "taught"),
    "put": ("put", "put"), "split": ("split", "split"), "make": ("made", "made"), "spin": ("spun", "spun"),
    "bring": ("brought", "brought"), "get": ("got", "got"), "stand": ("stood", "stood"),
    "break": ("broke", "broken"), "speak": ("spoke", "spoken"), "read": ("read", "read"),
    "sit": ("sat", "sat"), "lend": ("lent", "lent"), "lay": ("laid", "laid"), "deal": ("dealt", "dealt"),
    "spend": ("spent", "spent"), "speed": ("sped", "sped"), "know": ("knew", "known"), "be": ("was", "been"),
    "become": ("became", "become"), "play": ("played", "played"), "co-write": ("co-wrote", "co-written"),
}  # fmt: skip
_DOUBLED = ("program", "refactor r", "model", "transfer", "ship", "plan", "scrap", "swap", "map", "debug", "trim",
            "tag", "wrap", "run", "set", "cut", "split", "get", "put", "spin", "sit", "plot", "pin", "tip", "enrol",
            "rewrap", "begin")  # fmt: skip


def _regular(verb: str) -> dict[Form, set[str]]:
    if verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing"
        if verb.endswith(("ee", "ye", "oe")):
            ing = verb + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, ing = verb[:-1] + "ied", verb + "ing"
    elif verb in _DOUBLED:
        past, ing = verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    else:
        past, ing = verb + "ed", verb + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return {"base": {verb}, "third": {third}, "past": {past}, "ing": {ing}}


def inflect(verb: str) -> dict[Form, set[str]]:
    """Give the forms of an English verb, in British and American spelling.

    >>> sorted(inflect("optimise")["past"])
    ['optimised', 'optimized']
    """
    forms = _regular(verb)
    if verb in _IRREGULAR:
        forms["past"] = set(_IRREGULAR[verb])
    if verb in ("model", "program"):  # modeling, programed: one consonant in American spelling
        forms["past"].add(verb + "ed")
        forms["ing"].add(verb + "ing")
    if verb.endswith(("ise", "yse")):
        for form, written in _regular(verb[:-2] + "ze").items():
            forms[form] |= written
    return forms


def split_words(phrase: str) -> tuple[str, ...]:
    """Split a phrase as `tokens` would: hyphens join tokens and disappear."""
    return tuple(phrase.replace("-", " ").split())


def listing(text: str) -> list[str]:
    """Give the items of a comma-separated block of `words`."""
    return [" ".join(item.split()) for item in text.split(",") if item.strip()]


def _verb_entries(phrase: str, sense: Sense) -> list[Entry]:
    first, *rest = phrase.split()
    prefix: tuple[str, ...] = ()
    if "-" in first:  # co-design, re-platform, fine-tune
        *before, first = first.split("-")
        prefix = tuple(before)
    tail = tuple(word for part in rest for word in split_words(part))
    return [
        Entry((*prefix, form_text, *tail), sense, form)
        for form, written in inflect(first).items()
        for form_text in sorted(written)
    ]


@cache
def verbs() -> dict[str, Sense]:
    """Give every verb in its base form with its sense."""
    found: dict[str, Sense] = {}
    for (ownership, weight), block in words.VERBS.items():
        for verb in listing(block):
            found[verb] = Sense("act", verb, cast(Ownership, ownership), cast(Weight, weight))
    for kind, block in (
        ("assist", words.ASSIST_VERBS),
        ("watch", words.WATCH_VERBS),
        ("part", words.PART_VERBS),
        ("use", words.USE_VERBS),
        ("listed", words.LISTED_VERBS),
    ):
        ownership = "assisted" if kind in ("assist", "watch") else "unknown"
        for verb in listing(block):
            found[verb] = Sense(cast(Kind, kind), verb, cast(Ownership, ownership))
    return found


def _phrases() -> list[Entry]:
    entries: list[Entry] = []
    for ownership, block in words.ROLES.items():
        kind: Kind = "assist" if ownership == "assisted" else "act"
        for phrase in listing(block):
            sense = Sense(kind, phrase, cast(Ownership, ownership), "thing")
            entries.append(Entry(split_words(phrase), sense, "role"))
    for phrase in listing(words.OWNED_PHRASES):
        entries.append(Entry(split_words(phrase), Sense("act", phrase, "owned", "thing"), "phrase"))
    for kind_name, block in (
        ("assist", words.ASSIST_PHRASES),
        ("part", words.PART_PHRASES),
        ("use", words.USE_PHRASES),
        ("listed", words.LISTED_PHRASES),
        ("plan", words.PLAN_PHRASES),
        ("not", words.NOT_PHRASES),
    ):
        owner: Ownership = "assisted" if kind_name == "assist" else "unknown"
        for phrase in listing(block):
            entries.append(Entry(split_words(phrase), Sense(cast(Kind, kind_name), phrase, owner), "phrase"))
    return entries


@cache
def table() -> dict[str, tuple[Entry, ...]]:
    """Give every written form by its first word, longest first."""
    found: dict[str, list[Entry]] = {}
    known = verbs()
    entries = [entry for verb, sense in known.items() for entry in _verb_entries(verb, sense)]
    entries += _phrases()
    for text, verb in words_other.FORMS.items():
        sense = known[verb]
        if verb == "learn":
            sense = Sense("listed", text)
        entries.append(Entry(split_words(text), sense, "past"))
    for line in words.NOMINALS.strip().splitlines():
        verb, _, nouns = line.strip().partition(":")
        for noun in nouns.split():
            entries += [Entry((*split_words(noun), link), known[verb], "noun") for link in ("of", "and")]
    for entry in entries:
        found.setdefault(entry.words[0], []).append(entry)
    # at equal length a base form loses to what says more, as in "set up" (past)
    order = {"past": 0, "phrase": 1, "role": 2, "noun": 3, "third": 4, "ing": 5, "base": 6}
    return {
        first: tuple(sorted(group, key=lambda each: (-len(each.words), order[each.form])))
        for first, group in found.items()
    }


@cache
def word_set(name: str) -> frozenset[str]:
    """Give one of the plain word lists of `words` by its name, such as `ITSELF`."""
    return frozenset(listing(getattr(words, name)))
