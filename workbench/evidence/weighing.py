"""Weigh a profile against a capability map: evidence found, nothing scored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.evidence.history import employer, history
from workbench.evidence.hits import Hit, find_hits
from workbench.evidence.questions import questions, unknowns
from workbench.evidence.sentence import is_known, kind_of, merge, name_of
from workbench.evidence.values import (
    DEPTHS,
    CapabilityEvidence,
    Depth,
    Evidence,
    NearSkill,
    Quote,
    Size,
    deepest,
    strongest,
)

if TYPE_CHECKING:
    from workbench.intake import Capability, CapabilityMap
    from workbench.resume import Resume

_MOST_QUOTES = 8


def weigh(resume: Resume, capability_map: CapabilityMap, *, today: date | None = None) -> Evidence:
    """Give, for each capability of a map, what a profile shows, what it leaves open and what to ask.

    Nothing is scored and nobody is ranked. A missing word is not a missing skill: what the words do not say is
    written out as unknown and becomes a question. Hidden lines of a file give nothing; lists of skills give
    `listed` at most.

    Parameters
    ----------
    resume
        A profile from `workbench.resume.read`.
    capability_map
        The map from `workbench.intake.load`.
    today
        The day that "to present" ends on; this day when left out.

    Returns
    -------
    Evidence
        One `CapabilityEvidence` a capability, in the map's order.
    """
    day = today or date.today()
    wanted = [skill for each in capability_map.capabilities for skill in (*each.central, *each.peripheral)]
    hits = find_hits(resume, wanted)
    return Evidence(tuple(_weigh_one(resume, each, hits, day) for each in capability_map.capabilities))


def _weigh_one(resume: Resume, capability: Capability, hits: Sequence[Hit], day: date) -> CapabilityEvidence:
    own = [hit for hit in hits if hit.skill.id in (*capability.central, *capability.peripheral)]
    near, missing = _near(capability, hits)
    shown = [hit for hit in own if hit.skill.depth in ("used", "central")]
    depth = _depth(capability, own)
    ownership = strongest(hit.skill.ownership for hit in shown)
    scale = _sizes(shown)
    past = history(resume, [hit.passage.entry for hit in shown], today=day)
    quoted = own if own else _lending(hits, near)
    open_ = unknowns(capability, own, depth, ownership, scale, past, near, missing, year=day.year)
    return CapabilityEvidence(
        capability=capability.id,
        letter=capability.letter,
        quotes=_quotes(resume, capability, quoted),
        skills=tuple(merge([hit.skill for hit in own])),
        depth=depth,
        scale=scale,
        ownership=ownership,
        positions=past.positions,
        months=past.months,
        last_year=past.last_year,
        unknown=tuple(open_),
        questions=tuple(questions(capability, own, depth, ownership, scale, near)),
        near=tuple(near),
        why=_why(depth, own, near),
    )


def _depth(capability: Capability, own: Sequence[Hit]) -> Depth:
    """A peripheral skill alone shows use at most."""
    central = deepest(hit.skill.depth for hit in own if hit.skill.id in capability.central)
    beside = deepest(hit.skill.depth for hit in own if hit.skill.id not in capability.central)
    if capability.central and beside == "central":
        beside = "used"
    return deepest((central, beside))


def _sizes(shown: Sequence[Hit]) -> tuple[Size, ...]:
    seen: dict[tuple[float, str], Size] = {}
    for hit in shown:
        for size in hit.skill.scale:
            seen.setdefault((size.value, size.unit), size)
    return tuple(seen.values())


def _near(capability: Capability, hits: Sequence[Hit]) -> tuple[list[NearSkill], list[tuple[str, str]]]:
    """Give the ways to central skills the profile does not name, and those skills (id, name)."""
    from workbench import skills

    graph = skills.graph()
    named = list(dict.fromkeys(hit.skill.id for hit in hits if hit.skill.depth != "unknown"))
    agreed = {(each.have, each.for_): each.ramp_weeks for each in capability.neighbours}
    near: list[NearSkill] = []
    known = [each for each in capability.central if is_known(each)]
    missing = [(each, name_of(each)) for each in capability.central if each not in known and each not in named]
    for covered in graph.covers(named, known).central:
        if covered.state == "shown":
            continue
        want = name_of(covered.id)
        learnable = kind_of(covered.id) not in ("practice", "concept")
        missing.append((covered.id, want))
        by = next((have for have, want_id in agreed if want_id == covered.id and have in named), None)
        if by is not None:
            low, high = agreed[by, covered.id]
            why = f"{name_of(by)} → {want}, agreed in the map for this role"
            near.append(NearSkill(by, name_of(by), covered.id, want, (low, high), (by, covered.id), why))
        elif learnable and covered.ramp is not None and covered.by is not None:
            way = covered.ramp
            near.append(NearSkill(covered.by, name_of(covered.by), covered.id, want, way.weeks, way.path, covered.why))
    return near, missing


def _lending(hits: Sequence[Hit], near: Sequence[NearSkill]) -> list[Hit]:
    """Give the hits of near skills, where the capability's own are not named."""
    lenders = {each.have for each in near}
    return [hit for hit in hits if hit.skill.id in lenders and hit.skill.depth in ("used", "central")]


def _quotes(resume: Resume, capability: Capability, hits: Sequence[Hit]) -> tuple[Quote, ...]:
    """Give the words to show, each clause once, the strongest first chosen and then in reading order."""
    ranked = sorted(
        range(len(hits)),
        key=lambda n: (-DEPTHS.index(hits[n].skill.depth), hits[n].skill.id not in capability.central, n),
    )
    chosen: list[int] = []
    for number in ranked:
        hit = hits[number]
        if hit.skill.depth == "unknown" or any(_overlap(hit, hits[other]) for other in chosen):
            continue
        chosen.append(number)
    quotes: list[Quote] = []
    for number in sorted(chosen[:_MOST_QUOTES]):
        hit = hits[number]
        spans = hit.passage.spans(hit.start, hit.end)
        if not spans:
            continue
        line, start, end = spans[0]
        places = tuple((each.id, low, high) for each, low, high in spans)
        quotes.append(
            Quote(
                id=f"{capability.letter.lower()}-{line.id}-{start}",
                text=" ".join(each.text[low:high] for each, low, high in spans),
                page=line.page,
                line=line.id,
                start=start,
                end=end,
                section=hit.passage.section,
                entry=hit.passage.entry,
                employer=employer(resume, hit.passage.entry),
                why=f"{hit.skill.name}: {hit.skill.why}",
                spans=places,
            )
        )
    return tuple(quotes)


def _overlap(a: Hit, b: Hit) -> bool:
    return a.passage is b.passage and a.start < b.end and b.start < a.end


def _why(depth: Depth, own: Sequence[Hit], near: Sequence[NearSkill]) -> str:
    best = max(own, key=lambda hit: DEPTHS.index(hit.skill.depth), default=None)
    if best is not None and depth != "unknown":
        return f"{best.skill.name}: {best.skill.why}"
    if near:
        return near[0].why
    return "No line speaks of it."
