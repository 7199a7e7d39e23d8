"""Where a profile speaks of a skill: by its name, or by words that show a practice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.evidence.combining import combine
from workbench.evidence.history import head_lines
from workbench.evidence.passages import Passage, passages
from workbench.evidence.sentence import Reading, kind_of, name_of, read_mentions, span_of, take_apart
from workbench.evidence.signs import Sign, find_signs
from workbench.evidence.values import Size, SkillEvidence

if TYPE_CHECKING:
    from workbench.resume import Resume

# Sections that name and do not show, and sections that say nothing of work.
_LISTS = frozenset(("skills", "certificates", "education", "languages", "awards"))
_SILENT = frozenset(("interests", "references"))
_LONGEST = 170


@dataclass(frozen=True)
class Hit:
    """A skill in a passage: what the words show of it, and the words to quote (`start:end` of the passage)."""

    skill: SkillEvidence
    passage: Passage
    start: int
    end: int
    cue: str
    named: bool


def find_hits(resume: Resume, practices: Iterable[str]) -> list[Hit]:
    """Give every hit of a profile in reading order; `practices` are the skills looked for by their signs."""
    from workbench import skills

    wanted = sorted(set(practices))
    found: list[Hit] = []
    for passage in passages(resume.document, without=head_lines(resume)):
        if passage.section in _SILENT:
            continue
        mentions = skills.recognise(passage.text, section=passage.section)
        spans: list[tuple[str, int, int]] = []
        for mention, evidence in read_mentions(passage.text, mentions, kind_of=kind_of):
            spans.append((evidence.id, *evidence.clause))
            found.append(_hit(passage, _capped(passage, evidence), mention.start, mention.end, named=True))
        if passage.section in _LISTS or passage.lines[0].kind == "heading":
            continue
        reading = take_apart(passage.text)
        for sign in find_signs(passage.text, wanted):
            if not any(sign.id == known and low <= sign.start < high for known, low, high in spans):
                evidence = _read_sign(reading, sign)
                spans.append((sign.id, *evidence.clause))
                found.append(_hit(passage, evidence, sign.start, sign.end, named=False))
    return found


def _capped(passage: Passage, evidence: SkillEvidence) -> SkillEvidence:
    """A list of skills names; it does not show, whatever words stand around."""
    if passage.section in _LISTS and evidence.depth != "unknown":
        return replace(evidence, depth="listed", ownership="unknown", scale=(), why="named in a list")
    return evidence


def _hit(passage: Passage, evidence: SkillEvidence, start: int, end: int, *, named: bool) -> Hit:
    if passage.section in _LISTS and named:
        low, high = start, end
    else:
        low, high = _shortened(passage.text, *evidence.clause, start, end)
    cue = evidence.why.split("”")[0].removeprefix("“") if evidence.why.startswith("“") else ""
    return Hit(evidence, passage, low, high, cue, named)


def _shortened(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Cut a long clause at commas, keeping the words around `start:end`."""
    low, high = min(low, start), max(high, end)
    while high - low > _LONGEST:
        left = text.find(", ", low, start)
        right = text.rfind(", ", end, high)
        if left >= 0 and start - low > high - end:
            low = left + 2
        elif right >= 0:
            high = right
        elif left >= 0:
            low = left + 2
        else:
            break
    return low, high


def _read_sign(reading: Reading, sign: Sign) -> SkillEvidence:
    """Judge the clause a sign stands in; a sign never gives more than `used` unless a size and an owner stand by it."""
    tokens = reading.tokens
    index = next(i for i, token in enumerate(tokens) if token.end > sign.start)
    clause = next((each for each in reading.clauses if each.start <= index < each.end), reading.clauses[-1])
    inside = [cue.end for cue in clause.cues if cue.start <= index]
    state = combine(tokens, clause, max([index, *inside]))
    name = name_of(sign.id)
    span = span_of(reading, clause)
    why = f"in other words: “{sign.text}”"
    if state is not None and state.kind in ("not", "plan", "other", "listed"):
        depth = "listed" if state.kind == "listed" else "unknown"
        return SkillEvidence(sign.id, name, "listed" if depth == "listed" else "unknown", (), "unknown", why, span)
    sizes = tuple(
        Size(size.value, size.unit, "team" if size.team else name)
        for size in reading.sizes
        if clause.start <= size.start < clause.end
    )
    if state is None or state.kind in ("part", "use") or state.we:
        return SkillEvidence(sign.id, name, "used", sizes, "unknown", why, span)
    central = bool(sizes) and state.weight == "thing" and state.ownership in ("owned", "designed", "led")
    why = f"“{state.words}”: {why}"
    return SkillEvidence(sign.id, name, "central" if central else "used", sizes, state.ownership, why, span)
