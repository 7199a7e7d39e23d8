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
        if token.kind != "word" or small(token) in STOPS:
            break
        if stop > skill + 1 and token.low not in word_set("ACTIVITIES") and _is_verb(token.low):
            break
        if stop == skill + 1 and _is_verb(token.low) and token.low not in word_set("ACTIVITIES") | word_set("ITSELF"):
            break
        stop += 1
    return skill + 1, stop


def _is_verb(word: str) -> bool:
    return any(entry.form in ("past", "third") and len(entry.words) == 1 for entry in table().get(word, ()))


def share_out(
    tokens: Sequence[Token], sizes: Sequence[Found], skills: Sequence[int], start: int, end: int, text: str
) -> dict[int, tuple[Size, ...]]:
    """Give each skill (by its token) the sizes of its clause.

    A size in brackets after a skill, before its noun ("40-node Kafka cluster") or right after "with" is that skill's
    alone; any other size belongs to every skill of the clause.
    """
    given: dict[int, list[Size]] = {skill: [] for skill in skills}
    for size in sizes:
        if not start <= size.start < end:
            continue
        owners = _alone(tokens, size, skills, end) or list(skills)
        for skill in owners:
            given[skill].append(Size(size.value, size.unit, _of(tokens, size, skill, end, text)))
    return {skill: tuple(found) for skill, found in given.items()}


def _alone(tokens: Sequence[Token], size: Found, skills: Sequence[int], end: int) -> list[int]:
    for skill in skills:
        low, high = tail(tokens, skill, end)
        if size.start < skill < size.end:
            return _with_neighbours(tokens, skill, skills) if len(skills) > 1 and size.unit == "" else [skill]
        if (
            size.end <= skill
            and _only_nouns(tokens, size.end, skill)
            and not any(size.end <= other < skill for other in skills)
        ):
            return [skill]
        if high < size.start and tokens[high].is_("(") and not any(each.is_(")") for each in tokens[high : size.start]):
            if any(high < other < size.start for other in skills):
                continue
            return [skill]
        if (
            high < size.start <= high + 2
            and tokens[high].is_("with", "mit", "avec", "con", ",", ":")
            and len(skills) > 1
        ):
            if tokens[high].is_(",") and not (_apposition(tokens, size) and any(other > size.end for other in skills)):
                continue
            return [skill]
    return []


def _with_neighbours(tokens: Sequence[Token], skill: int, skills: Sequence[int]) -> list[int]:
    return [skill]


def _apposition(tokens: Sequence[Token], size: Found) -> bool:
    """Say whether a size stands alone between commas: "Kafka, 40 nodes, and Redis"."""
    return size.end >= len(tokens) or tokens[size.end].is_(",", "and", ".", ";", ")")


def _only_nouns(tokens: Sequence[Token], low: int, high: int) -> bool:
    between = tokens[low:high]
    return len(between) <= 2 and all(
        each.kind == "word" and (small(each) not in STOPS or small(each) == "of") for each in between
    )


def _of(tokens: Sequence[Token], size: Found, skill: int, end: int, text: str) -> str:
    """Name what was measured: the team, or the skill with the nouns after it."""
    if size.team:
        return "team"
    _, high = tail(tokens, skill, end)
    return text[tokens[skill].start : tokens[high - 1].end]
