"""Find the words of a sentence that say what someone did: cues, each with its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.evidence.bags import bag
from workbench.evidence.cue_forms import stands
from workbench.evidence.lexicon import Entry, Form, Sense, table
from workbench.evidence.small_words import ADVERBS, DETERMINERS, LINKS, NUMBERS, PREPOSITIONS
from workbench.evidence.subjects import Subject, subject_of
from workbench.evidence.tokens import Token


@dataclass(frozen=True)
class Cue:
    """A verb or phrase at tokens `start` to `end`. A `free` cue can open a clause; others hang on the one before."""

    start: int
    end: int
    sense: Sense
    form: Form
    subject: Subject
    free: bool
    text: str


_ON_CALL = Entry(("on call", "for"), Sense("act", "on call for", "owned", "thing"), "phrase")
# Adjectives that end like a verb's past, at the start of a phrase.
_ADJECTIVES = bag(
    """
    experienced skilled certified distributed advanced based dedicated motivated accomplished seasoned driven
    oriented required interested versioned detailed related varied limited unlimited united combined shared
    mixed hundred embedded automated integrated managed self speed need feed seed exceed proceed succeed indeed
    red shed bed led
    """
)


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Give the cues of one piece of text, left to right, longest match first."""
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        entry = _match(tokens, at, cues) or _unknown_verb(tokens, at)
        if entry is None:
            at += 1
            continue
        end = at + len(entry.words)
        text = " ".join(token.text for token in tokens[at:end])
        subject, explicit = subject_of(tokens, at, entry, cues)
        free = explicit or _can_open(tokens, at, entry, cues)
        if not explicit and free and cues and cues[-1].free and entry.form in ("past", "third", "base"):
            subject = _inherited(tokens, at, subject, cues[-1])
        cues.append(Cue(at, end, entry.sense, entry.form, subject, free, text))
        at = end
    return cues


def adjacent(tokens: Sequence[Token], previous: Cue, cue: Cue) -> bool:
    """Say whether two cues share their object: "designed, built and operated"."""
    between = tokens[previous.end : cue.start]
    return len(between) < 5 and all(
        each.low in ADVERBS or each.low in LINKS or each.is_("(", ")", "it") for each in between
    )


def _inherited(tokens: Sequence[Token], at: int, subject: Subject, previous: Cue) -> Subject:
    """A subject holds on over "and": in "We built X and ran Y" both are of "we"."""
    joined = any(each.is_("and", "&") for each in tokens[max(at - 3, previous.end) : at])
    return previous.subject if subject == "self" and joined else subject


def _match(tokens: Sequence[Token], at: int, cues: list[Cue]) -> Entry | None:
    token = tokens[at]
    if token.kind == "skill":  # the practice "on call" is also what says who was called for what
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        duty = token.low.replace("-", " ") in ("on call", "oncall", "pager") and following is not None
        return _ON_CALL if duty and following is not None and following.is_("for") else None
    for entry in table().get(token.low, ()):
        found = tokens[at : at + len(entry.words)]
        if (
            tuple(each.low for each in found) == entry.words
            and all(each.kind != "skill" for each in found)
            and stands(tokens, at, entry, cues)
        ):
            return entry
    return None


def _unknown_verb(tokens: Sequence[Token], at: int) -> Entry | None:
    """Take an unknown word in -ed that opens a phrase for an ordinary act: "Productionised the models"."""
    token = tokens[at]
    word = token.low
    if at or token.kind != "word" or not word.endswith("ed") or word in table() or len(word) < 6 or word in _ADJECTIVES:
        return None
    after = tokens[1] if len(tokens) > 1 else None
    if after is None or after.glued or after.kind == "mark":
        return None
    starts = after.kind in ("number", "skill") or after.low in DETERMINERS | NUMBERS | PREPOSITIONS | {"and"}
    if not (starts or after.text.islower()):
        return None
    return Entry((word,), Sense("act", word, "implemented", "touch"), "past")


def _can_open(tokens: Sequence[Token], at: int, entry: Entry, cues: list[Cue]) -> bool:
    if not cues:
        return True
    index = at - 1
    while index >= 0 and tokens[index].kind == "word" and tokens[index].low in ADVERBS - {"as", "well"}:
        index -= 1
    linked = index < 0 or tokens[index].low in LINKS or tokens[index].is_(":", "-", "–", "—", "(")
    if entry.form == "ing":
        return linked and cues[-1].form == "ing" and cues[-1].free and tokens[index].is_("and", "but", "&")
    if entry.form == "base":
        return linked and cues[-1].free
    return linked
