"""Whose act a verb tells: this person's, a "we", or someone else's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from workbench.evidence.cue_forms import by_me, passive
from workbench.evidence.lexicon import Entry, word_set
from workbench.evidence.small_words import ADVERBS, BREAKS, LINKS, PREPOSITIONS, PRONOUNS, RELATIVES, small
from workbench.evidence.tokens import Token

if TYPE_CHECKING:
    from workbench.evidence.cues import Cue

Subject = Literal["self", "we", "other"]
_MADE = frozenset(("platform", "system", "application", "app", "site", "product", "project", "shop"))


def subject_of(tokens: Sequence[Token], at: int, entry: Entry, cues: Sequence[Cue]) -> tuple[Subject, bool]:
    """Give who does it, and whether the words name them right before the verb.

    A profile leaves its own subject out, so no subject is this person.
    """
    end = at + len(entry.words)
    if by_me(tokens, end):
        return ("we" if tokens[end + 1].is_("us") else "self"), False
    index = at - 1
    while index >= 0 and (tokens[index].low in ADVERBS or tokens[index].is_("not", "never", "all", "each")):
        index -= 1
    if index < 0 or (entry.form in ("phrase", "role") and entry.sense.kind != "use"):
        return "self", False
    token = tokens[index]
    if not cues and small(tokens[0]) == "we" and entry.form in ("past", "base"):
        return "we", True
    if token.is_("i", "je", "ich", "yo", "me"):
        return "self", True
    if small(token) == "we" or token.is_("together"):
        return "we", True
    if entry.form == "past" and passive(tokens, at):
        named = token.kind == "skill" or (token.kind == "word" and token.low not in LINKS)
        return ("other", True) if named or token.is_(")") else ("self", False)
    if token.is_(*RELATIVES):
        return _of_relative(tokens, index, cues), False
    if token.kind == "word" and token.low in word_set("OTHERS") | word_set("PEOPLE"):
        return _of_noun(token, entry, cues)
    if entry.form == "past" and _has_noun_subject(tokens, index):
        return "other", True
    if cues and cues[-1].end == index + 1 and cues[-1].subject == "self":
        return "self", False
    if entry.form == "third" and (token.kind == "word" or index == 0):
        return "other", True
    return "self", False


def _has_noun_subject(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a phrase with an article stands right before the verb: "a shadow ledger ran for months"."""
    if tokens[last].kind != "word" or tokens[last].low in LINKS | PREPOSITIONS:
        return False
    for index in range(last, max(last - 5, -1), -1):
        token = tokens[index]
        if token.kind != "word" or token.low in LINKS | PREPOSITIONS or small(token) in PRONOUNS:
            return False
        if token.is_("a", "an", "the", "its", "their", "each", "every"):
            return index == 0 or tokens[index - 1].low in BREAKS
    return False


def _of_noun(token: Token, entry: Entry, cues: Sequence[Cue]) -> tuple[Subject, bool]:
    previous = cues[-1] if cues else None
    own = (
        previous is not None and previous.subject == "self" and previous.sense.kind in ("act", "assist", "part", "use")
    )
    if entry.form == "ing":  # "led engineers building X" is the leader's work, "a company using X" is not
        return ("self" if own and token.low in word_set("PEOPLE") | _MADE else "other"), False
    helped = entry.form == "base" and previous is not None and previous.sense.kind == "assist"
    return ("self", False) if helped else ("other", True)


def _of_relative(tokens: Sequence[Token], pronoun: int, cues: Sequence[Cue]) -> Subject:
    """`who` and `that` speak of the noun before: a led team's work is the leader's, a client's is not."""
    noun = tokens[pronoun - 1].low if pronoun else ""
    if not cues or cues[-1].subject == "other":
        return "other"
    previous = cues[-1].sense
    if previous.kind not in ("act", "part", "assist", "use"):
        return "other"
    if noun in word_set("PEOPLE"):
        return (
            "self"
            if previous.ownership == "led"
            or previous.base.startswith(("part of", "member of", "one of"))
            or _manages(previous.base)
            else "other"
        )
    return "other" if noun in word_set("OTHERS") - _MADE else "self"


def _manages(base: str) -> bool:
    return base in ("manage", "run", "build", "grow", "form", "hire")
