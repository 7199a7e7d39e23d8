"""Which size belongs to which skill, and of what it is."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.evidence.lexicon import table, word_set
from workbench.evidence.sizes import Found
from workbench.evidence.small_words import small
from workbench.evidence.tokens import Token
from workbench.evidence.units import STOPS
from workbench.evidence.values import Size


def tail(tokens: Sequence[Token], skill: int, end: int) -> tuple[int, int]:
    """Give the span of the nouns that follow a skill in its phrase: `cluster` in "Kafka cluster (40 nodes)"."""
    stop = skill + 1
    while stop < min(end, skill + 5):
        token = tokens[stop]
        if token.kind != "word" or small(token) in STOPS or token.is_("alive", "healthy"):
            break
        if _is_verb(token.low) and token.low not in word_set("ACTIVITIES") | word_set("ITSELF"):
            break
        stop += 1
    return skill + 1, stop


def _is_verb(word: str) -> bool:
    return any(entry.form in ("past", "third", "ing") and len(entry.words) == 1 for entry in table().get(word, ()))


def share_out(
    tokens: Sequence[Token], sizes: Sequence[Found], skills: Sequence[int], start: int, end: int, text: str
) -> dict[int, tuple[Size, ...]]:
    """Give each skill (by its token) the sizes of its clause.

    A size in brackets after a skill, before its noun ("40-node Kafka cluster") or right after "with" is that skill's
    alone; one that stands so by a name the vocabulary lacks is nobody's; any other is of every skill in the clause.
    """
    given: dict[int, list[Size]] = {skill: [] for skill in skills}
    for size in sizes:
        if start <= size.start < end and not _of_unknown_name(tokens, size, skills):
            for skill in _alone(tokens, size, skills, end) or skills:
                given[skill].append(Size(size.value, size.unit, _of(tokens, size, skill, end, text)))
    return {skill: tuple(found) for skill, found in given.items()}


def _alone(tokens: Sequence[Token], size: Found, skills: Sequence[int], end: int) -> list[int]:
    """Give the skills a size belongs to by its place; none where it belongs to the whole clause."""
    for skill in skills:
        if size.start < skill < size.end and tokens[skill].text.islower():
            continue  # the skill is only what was counted: "60 microservices"
        _, high = tail(tokens, skill, end)
        follows = size.end <= skill and _only_nouns(tokens, size.end, skill)
        if size.start < skill < size.end or (follows and not any(size.end <= other < skill for other in skills)):
            return [*_served(tokens, size, skill, skills), skill]
        if high >= size.start or high >= len(tokens):
            continue
        if any(high < other < size.start for other in skills):
            continue
        if tokens[high].is_("(") and not any(each.is_(")") for each in tokens[high : size.start]):
            return [*_from_there(tokens, skill, skills), *_joined(skill, skills), skill]
        if len(skills) > 1 and size.start <= high + 2 and _belongs(tokens, high, size, skills):
            return [skill]
    return []


def _joined(skill: int, skills: Sequence[int]) -> list[int]:
    """Give the skills right before one in the same name: MongoDB in "MongoDB replica sets (9 nodes)"."""
    before = []
    while skill - 1 in skills:
        skill -= 1
        before.append(skill)
    return before


def _belongs(tokens: Sequence[Token], mark: int, size: Found, skills: Sequence[int]) -> bool:
    """Say whether "with", a colon, or a pair of commas gives a size to the skill before it."""
    if tokens[mark].is_("with", "mit", "avec", "con", ":"):
        return True
    closed = size.end >= len(tokens) or tokens[size.end].is_(",", "and", ".", ";", ")")
    return tokens[mark].is_(",") and closed and any(other > size.end for other in skills)


def _served(tokens: Sequence[Token], size: Found, skill: int, skills: Sequence[int]) -> list[int]:
    """Give the skills at work on what was counted: Terraform in "Terraform for 14 AWS accounts"."""
    before = tokens[size.start - 1] if size.start else None
    if before is None or small(before) not in ("for", "across", "on", "in", "to", "over"):
        return []
    return [other for other in skills if other < size.start and other != skill]


def _from_there(tokens: Sequence[Token], skill: int, skills: Sequence[int]) -> list[int]:
    """Give the skill that something came from: in "from Hadoop to BigQuery (300 TB)" the size is of both."""
    for other in skills:
        between = tokens[other + 1 : skill]
        if other < skill and between and between[-1].is_("to") and len(between) < 3:
            return [other]
    return []


def _of_unknown_name(tokens: Sequence[Token], size: Found, skills: Sequence[int]) -> bool:
    """Say whether a size stands by a capitalised name that is no known skill."""
    after = tokens[size.end] if size.end < len(tokens) else None
    if after is not None and after.kind == "word" and after.text[:1].isupper() and not after.low.endswith("s"):
        return tokens[size.end - 1].glued
    if size.start < 2 or not tokens[size.start - 1].is_("("):
        return False
    name = tokens[size.start - 2]
    known = any(skill <= size.start - 2 < tail(tokens, skill, size.start)[1] for skill in skills)
    return name.kind == "word" and name.text[:1].isupper() and not known


def _only_nouns(tokens: Sequence[Token], low: int, high: int) -> bool:
    between = tokens[low:high]
    return len(between) <= 2 and all(
        each.kind == "word" and (small(each) not in STOPS or small(each) == "of") and not _is_verb(each.low)
        for each in between
    )


def _of(tokens: Sequence[Token], size: Found, skill: int, end: int, text: str) -> str:
    """Name what was measured: the team, or the skill with the nouns after it."""
    if size.team:
        return "team"
    _, high = tail(tokens, skill, end)
    return text[tokens[skill].start : tokens[high - 1].end]
