"""Read one sentence: which skills it shows, how deeply, at what size, and with what ownership."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.evidence.attach import share_out
from workbench.evidence.clauses import Clause, split_clauses
from workbench.evidence.cues import Cue
from workbench.evidence.judge import judge
from workbench.evidence.sizes import find_sizes
from workbench.evidence.tokens import Mentioned, Token, place, tokenise
from workbench.evidence.values import Size, SkillEvidence, deepest, strongest


def read_sentence(text: str) -> list[SkillEvidence]:
    """Give what a sentence of a profile shows of each skill it mentions, in order of appearance.

    >>> [(s.name, s.depth, s.ownership) for s in read_sentence("Owned the Kafka cluster and used Terraform")]
    [('Kafka', 'central', 'owned'), ('Terraform', 'used', 'unknown')]
    """
    from workbench import skills

    return merge(read_mentions(text, skills.recognise(text), kind_of=_kind))


def _kind(skill_id: str) -> str:
    from workbench import skills

    return str(skills.skill(skill_id).kind)


def read_mentions(
    text: str, mentions: Sequence[Mentioned], *, kind_of: Callable[[str], str] = lambda _: "platform"
) -> list[SkillEvidence]:
    """Judge each mention of a sentence by itself; `kind_of` gives a skill's kind by its id."""
    tokens = tokenise(text, mentions)
    at = [place(tokens, mention) for mention in mentions]
    clauses = split_clauses(tokens)
    sizes = find_sizes(tokens)
    found: list[SkillEvidence] = []
    for number, clause in enumerate(clauses):
        skills = [index for index in range(clause.start, clause.end) if tokens[index].kind == "skill"]
        if not skills:
            continue
        end, more = _continued(tokens, clauses, number)
        shares = share_out(tokens, sizes, skills, clause.start, end, text)
        for mention, index in zip(mentions, at, strict=True):
            if index is None or index not in shares:
                continue
            said = judge(tokens, clause, index, kind=kind_of(mention.id), scope=_scope(shares[index]), more=more)
            scale = shares[index] if said.depth in ("used", "central") else ()
            span = _span(tokens, clause)
            found.append(SkillEvidence(mention.id, mention.name, said.depth, scale, said.ownership, said.why, span))
    return found


def _scope(sizes: Sequence[Size]) -> float:
    """Give the largest size; any amount of data counts as large."""
    return max((max(size.value, 10.0) if "B" in size.unit else size.value for size in sizes), default=0.0)


def merge(found: Sequence[SkillEvidence]) -> list[SkillEvidence]:
    """Put the mentions of one skill together: its deepest use, its strongest ownership, every size once."""
    merged: dict[str, SkillEvidence] = {}
    for each in found:
        other = merged.get(each.id)
        if other is None:
            merged[each.id] = each
            continue
        better = max(other, each, key=lambda one: ("unknown", "listed", "used", "central").index(one.depth))
        seen = {(size.value, size.unit) for size in other.scale}
        scale = (*other.scale, *(size for size in each.scale if (size.value, size.unit) not in seen))
        merged[each.id] = SkillEvidence(
            each.id, each.name, deepest((other.depth, each.depth)), scale,
            strongest((other.ownership, each.ownership)), better.why, better.clause,
        )  # fmt: skip
    return list(merged.values())


def _continued(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> tuple[int, list[Cue]]:
    """Give the end and the cues of later clauses that go on about the same thing.

    They name no skill and say "it", or all stand under a heading: "PostgreSQL: designed the schema, tuned queries".
    """
    end, more = clauses[number].end, []
    headed = any(
        tokens[i].is_(":") and tokens[i - 1].kind == "skill" for i in range(1, end) if i >= clauses[number].start
    )
    for clause in clauses[number + 1 :]:
        if any(tokens[i].kind == "skill" for i in range(clause.start, clause.end)) or not clause.cues:
            break
        cue = clause.cues[0]
        refers = any(token.is_("it", "them", "both", "these") for token in tokens[cue.end : clause.end])
        if not refers and not (headed and clause.piece == clauses[number].piece):
            break
        end = clause.end
        more += list(clause.cues)
    return end, more


def _span(tokens: Sequence[Token], clause: Clause) -> tuple[int, int]:
    low, high = clause.start, clause.end
    while high - 1 > low and tokens[high - 1].is_(
        "and", "but", ",", "or", "&", ":", "-", "–", "—", "while", "then", "("
    ):
        high -= 1
    while low < high - 1 and tokens[low].is_("and", "but", ",", "&", "-", "–", "—", "then", "·", "*"):
        low += 1
    return tokens[low].start, tokens[high - 1].end
