"""Depth where no verb speaks: lists, titles, and noun phrases such as "Kafka administration for 20 clusters"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.evidence.attach import tail
from workbench.evidence.bags import bag
from workbench.evidence.clauses import Clause
from workbench.evidence.lexicon import listing, word_set
from workbench.evidence.small_words import small
from workbench.evidence.tokens import Token
from workbench.evidence.values import Depth
from workbench.evidence.words import LISTED_HEADERS

_HEADERS = frozenset(listing(LISTED_HEADERS))
_OTHER_HEADERS = frozenset(("product", "company", "client", "customer", "employer", "about", "about the company"))
_WISH_HEADERS = frozenset(("interests", "interested", "next", "goals", "goal", "learning goals"))
_COPULAS = bag(
    """
    is was are were has had includes included consists consisted runs ran uses used comprises
    """
)
_ANYONE = bag("and or , / & ( ) · • the a an in of with")
_ACTS = bag(
    """
    migration administration operation operations tuning optimisation optimization scaling upgrade upgrades
    rollout sharding hardening consolidation design architecture governance reliability move transition
    """
)


def without_verb(tokens: Sequence[Token], clause: Clause, skill: int, scoped: bool) -> tuple[Depth, str]:
    """Give the depth of a skill in a phrase without a verb, and why."""
    start, end = clause.piece
    header = _header(tokens, start, skill)
    if someone_else(tokens, start, skill) or _another(tokens, skill, end):
        return "unknown", "speaks of a company or product, not of this person"
    if header in _WISH_HEADERS:
        return "unknown", "an interest"
    low, high = tail(tokens, skill, clause.end)
    heads = {token.low for token in tokens[low:high]}
    if heads & word_set("PEOPLE") and not heads & word_set("ITSELF"):
        title = bool(
            heads & {"engineer", "developer", "programmer", "analyst", "administrator", "consultant", "specialist"}
        )
        return ("used", "a job title") if title and skill - start < 6 else ("unknown", "names other people")
    if heads & _ACTS or _activity_before(tokens, clause.start, skill):
        return "central", "the activity named is about it"
    if header is not None and header in _HEADERS:
        return "listed", "a list of skills"
    if _only_names(tokens, start, end, header is not None) and not scoped:
        return "listed", "only named"
    return "used", "named with what it was for; the words do not say who did what"


def of_company(tokens: Sequence[Token], clause: Clause, skill: int) -> bool:
    """Say whether the skill stands under a heading such as "Client:"."""
    return _header(tokens, clause.piece[0], skill) in _OTHER_HEADERS


def someone_else(tokens: Sequence[Token], start: int, skill: int) -> bool:
    """Say whether the phrase opens with a company or product as its subject: "Our stack is …"."""
    for index in range(start, min(skill, start + 5)):
        if tokens[index].low in _COPULAS and index > start:
            subject = tokens[start:index]
            return any(each.low.removesuffix("'s").removesuffix("’s") in word_set("OTHERS") for each in subject)
    first = [small(each) for each in tokens[start : start + 2]]
    return len(first) == 2 and first[0] in ("our", "their") and tokens[start + 1].low in word_set("OTHERS")


def _another(tokens: Sequence[Token], skill: int, end: int) -> bool:
    """Find "another team" or "someone else" after the skill."""
    after = tokens[skill + 1 : end]
    others = word_set("OTHERS") | {"else"}
    return any(a.is_("another", "other", "someone", "somebody") and b.low in others for a, b in pairwise(after))


def _header(tokens: Sequence[Token], start: int, skill: int) -> str | None:
    for index in range(start, skill):
        if tokens[index].is_(":") and index - start <= 4:
            return " ".join(token.low for token in tokens[start:index])
    return None


def _activity_before(tokens: Sequence[Token], start: int, skill: int) -> bool:
    """Find "migration of …" before the skill, with only prepositions, sizes and names between."""
    for index in range(skill - 1, max(skill - 9, start - 1), -1):
        if tokens[index].is_(",", ":", "(", ")"):
            return False
        if tokens[index].last in _ACTS:
            return small(tokens[index + 1]) in ("of", "to", "from") if index + 1 < len(tokens) else False
    return False


def _only_names(tokens: Sequence[Token], start: int, end: int, headed: bool) -> bool:
    """Say whether a piece is nothing but names with separators."""
    begin = start
    if headed:
        begin = next(index for index in range(start, end) if tokens[index].is_(":")) + 1
    words = [each for each in tokens[begin:end] if each.kind == "word" and each.low not in _ANYONE]
    links = [each for each in tokens[begin:end] if small(each) in ("for", "with", "on", "in", "at", "to")]
    skills = sum(each.kind == "skill" for each in tokens[begin:end])
    titles = any(each.low in word_set("PEOPLE") for each in tokens[begin:end])
    return not links and not titles and len(words) <= max(2, skills)
