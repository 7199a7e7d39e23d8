"""Read one sentence: which skills it shows, how deeply, at what size, and with what ownership."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.evidence.attach import share_out
from workbench.evidence.clauses import Clause, split_clauses
from workbench.evidence.cues import Cue
from workbench.evidence.judge import judge
from workbench.evidence.lexicon import table, word_set
from workbench.evidence.sizes import Found, find_sizes
from workbench.evidence.tokens import Mentioned, Token, place, tokenise
from workbench.evidence.values import DEPTHS, Size, SkillEvidence, deepest, strongest


@dataclass(frozen=True)
class Reading:
    """A sentence taken apart: its tokens, clauses and sizes."""

    text: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    sizes: tuple[Found, ...]


def read_sentence(text: str) -> list[SkillEvidence]:
    """Give what a sentence of a profile shows of each skill it mentions, in order of appearance.

    >>> [(s.name, s.depth, s.ownership) for s in read_sentence("Owned the Kubernetes cluster and used Terraform")]
    [('Kubernetes', 'central', 'owned'), ('Terraform', 'used', 'unknown')]
    """
    from workbench import skills

    mentions = skills.recognise(text)
    return merge([found for _, found in read_mentions(text, mentions, kind_of=kind_of)])


def kind_of(skill_id: str) -> str:
    """Give a skill's kind in the glossary."""
    from workbench import skills

    kind: str = skills.skill(skill_id).kind
    return kind


def name_of(skill_id: str) -> str:
    """Give a skill's name; an id that no glossary has is read as words, since a map may be older or newer."""
    from workbench import skills

    if not is_known(skill_id):
        return skill_id.replace("-", " ").capitalize()
    name: str = skills.skill(skill_id).name
    return name


def is_known(skill_id: str) -> bool:
    """Say whether a glossary has this skill."""
    from workbench import skills

    try:
        skills.skill(skill_id)
    except skills.UnknownSkill:
        return False
    return True


def take_apart(text: str, mentions: Sequence[Mentioned] = ()) -> Reading:
    """Give a sentence's tokens, clauses and sizes."""
    nouns = word_set("ITSELF") | word_set("ACTIVITIES") | word_set("ARTEFACTS")
    tokens = tokenise(text, mentions, verbs=_is_past, nouns=nouns)
    return Reading(text, tokens, tuple(split_clauses(tokens)), tuple(find_sizes(tokens)))


def read_mentions(
    text: str, mentions: Sequence[Mentioned], *, kind_of: Callable[[str], str] = lambda _: "platform"
) -> list[tuple[Mentioned, SkillEvidence]]:
    """Judge each mention of a sentence by itself; `kind_of` gives a skill's kind by its id."""
    reading = take_apart(text, mentions)
    tokens = reading.tokens
    at = {place(tokens, number): mention for number, mention in enumerate(mentions)}
    found: list[tuple[Mentioned, SkillEvidence]] = []
    for number, clause in enumerate(reading.clauses):
        skills = [i for i in range(clause.start, clause.end) if tokens[i].kind == "skill" and not _is_unit(tokens, i)]
        if not skills:
            continue
        end, more = _continued(reading, number)
        shares = share_out(tokens, reading.sizes, skills, clause.start, end, text)
        for index in skills:
            mention, sizes = at[index], shares[index]
            said = judge(tokens, clause, index, kind=kind_of(mention.id), scope=_scope(sizes), more=more)
            scale = sizes if said.depth in ("used", "central") else ()
            span = span_of(reading, clause)
            found.append(
                (mention, SkillEvidence(mention.id, mention.name, said.depth, scale, said.ownership, said.why, span))
            )
    return found


def merge(found: Sequence[SkillEvidence]) -> list[SkillEvidence]:
    """Put the mentions of one skill together: its deepest use, its strongest ownership, every size once."""
    merged: dict[str, SkillEvidence] = {}
    for each in found:
        other = merged.setdefault(each.id, each)
        if other is each:
            continue
        better = max(other, each, key=lambda one: DEPTHS.index(one.depth))
        seen = {(size.value, size.unit) for size in other.scale}
        merged[each.id] = replace(
            better,
            depth=deepest((other.depth, each.depth)),
            ownership=strongest((other.ownership, each.ownership)),
            scale=(*other.scale, *(size for size in each.scale if (size.value, size.unit) not in seen)),
        )
    return list(merged.values())


def span_of(reading: Reading, clause: Clause) -> tuple[int, int]:
    """Give the characters of a clause, without the conjunctions at its ends."""
    tokens, low, high = reading.tokens, clause.start, clause.end
    while high - 1 > low and tokens[high - 1].is_(
        "and", "but", ",", "or", "&", ":", "-", "–", "—", "while", "then", "("
    ):
        high -= 1
    while low < high - 1 and tokens[low].is_("and", "but", ",", "&", "-", "–", "—", "then", "·", "*", "▪", "●"):
        low += 1
    return tokens[low].start, tokens[high - 1].end


def _is_past(word: str) -> bool:
    return any(entry.form == "past" and len(entry.words) == 1 for entry in table().get(word, ()))


def _is_unit(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a name is only a unit here: the "node" of "40-node"."""
    return index > 0 and tokens[index].glued and tokens[index - 1].kind == "number"


def _scope(sizes: Sequence[Size]) -> float:
    """Give the largest size; any amount of data counts as large."""
    return max((max(size.value, 10.0) if "B" in size.unit else size.value for size in sizes), default=0.0)


def _continued(reading: Reading, number: int) -> tuple[int, list[Cue]]:
    """Give the end and the cues of later clauses that go on about the same thing.

    They name no skill and say "it", or all stand under a heading: "PostgreSQL: designed the schema, tuned queries".
    """
    tokens, first = reading.tokens, reading.clauses[number]
    end, more = first.end, list[Cue]()
    headed = any(tokens[i].is_(":") and tokens[i - 1].kind == "skill" for i in range(first.start + 1, end))
    for clause in reading.clauses[number + 1 :]:
        if any(tokens[i].kind == "skill" for i in range(clause.start, clause.end)) or not clause.cues:
            break
        refers = any(token.is_("it", "them", "both", "these") for token in tokens[clause.cues[0].end : clause.end])
        if not refers and not (headed and clause.piece == first.piece):
            break
        end = clause.end
        more += list(clause.cues)
    return end, more
