"""What is not known, in plain words, and what to ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.evidence.history import History
from workbench.evidence.hits import Hit
from workbench.evidence.values import DEPTHS, OWNERSHIPS, Depth, NearSkill, Ownership, Size

if TYPE_CHECKING:
    from workbench.intake import Capability

_OLD = 5


def unknowns(
    capability: Capability,
    hits: Sequence[Hit],
    depth: Depth,
    ownership: Ownership,
    scale: Sequence[Size],
    past: History,
    near: Sequence[NearSkill],
    missing: Sequence[tuple[str, str]],
    *,
    year: int,
) -> list[str]:
    """Give what the words leave open, the most telling first. `missing` are (id, name) of central skills not named."""
    found: list[str] = []
    shown = [hit for hit in hits if hit.skill.depth in ("used", "central")]
    if shown:
        found += _ownership(capability, shown, ownership)
        if not scale:
            asked = f" The role speaks of {capability.scale}." if capability.scale else ""
            found.append(f"How large? No size stands beside it.{asked}")
        if DEPTHS.index(depth) < DEPTHS.index(capability.depth):
            found.append("Main work or a means? The words show use, not that the work was about it.")
        if past.last_year is not None and year - past.last_year >= _OLD:
            found.append(f"Still fresh? The last entry that shows it ended in {past.last_year}.")
    elif any(hit.skill.depth == "listed" for hit in hits):
        names = _and(list(dict.fromkeys(hit.skill.name for hit in hits if hit.skill.depth == "listed"))[:3])
        found.append(f"Used or only known? Named in a list: {names}; no line shows work with it.")
    elif hits:
        found.append("Whose work? The words speak of a team, a company or a plan, not of this person.")
    ways = {each.want: each for each in near}
    for skill, name in missing:
        if skill in ways:
            found.append(f"“{name}” is not mentioned. {ways[skill].have_name} is near: {_band(ways[skill])}.")
        elif len(missing) <= 3 or not hits:
            found.append(f"“{name}” is not mentioned.")
    if not hits and not missing:
        found.append("No line speaks of it; a profile often leaves it out.")
    return found


def _ownership(capability: Capability, shown: Sequence[Hit], ownership: Ownership) -> list[str]:
    cue = next((hit.cue for hit in shown if hit.cue and hit.skill.ownership == ownership), "").split(" … ")[0]
    if ownership == "unknown":
        if cue.lower() in ("we", "our") or any("“we”" in hit.skill.why for hit in shown):
            return ["Whose part? The words say “we”."]
        said = f" “{cue}” does not say." if cue else " The words do not say."
        return [f"Owned or took part?{said}"]
    if ownership == "assisted":
        return [f"Which part was theirs? “{cue}” says that they helped."]
    if OWNERSHIPS.index(ownership) < OWNERSHIPS.index(capability.ownership) and cue:
        return [f"Decided or carried out? “{cue}” does not say who decided."]
    return []


def questions(
    capability: Capability,
    hits: Sequence[Hit],
    depth: Depth,
    ownership: Ownership,
    scale: Sequence[Size],
    near: Sequence[NearSkill],
) -> list[str]:
    """Give what to ask, the most specific first; the capability's own question is always among them."""
    shown = [hit for hit in hits if hit.skill.depth in ("used", "central")]
    found: list[str] = []
    if shown:
        quotes = _telling(capability, shown)
        quote = quotes[0]
        if OWNERSHIPS.index(ownership) < OWNERSHIPS.index(capability.ownership):
            found.append(f"You write: “{quote}”. What was your part, and what would have happened without you?")
        if not scale and (len(quotes) > 1 or not found):
            found.append(
                f"You write: “{quotes[len(quotes) > 1]}”. How large was it, and what broke first when it grew?"
            )
        if not found:
            found.append(f"You write: “{quote}”. {capability.question}".strip())
    elif hits and any(hit.skill.depth == "listed" for hit in hits):
        name = next(hit.skill.name for hit in hits if hit.skill.depth == "listed")
        found.append(f"You name {name}. Where did you use it last, and who relied on it?")
    if near and (not shown or all(each.want not in {hit.skill.id for hit in hits} for each in near)):
        way = near[0]
        found.append(f"You know {way.have_name}. What would you look at first in {way.want_name}, and why?")
    if capability.question and not any(capability.question in each for each in found):
        found.append(capability.question)
    return found[:3]


def _telling(capability: Capability, shown: Sequence[Hit]) -> list[str]:
    """Give the clauses that say most, the most telling first, each once."""

    def weight(hit: Hit) -> tuple[int, bool, int, int]:
        skill = hit.skill
        deep, strong = DEPTHS.index(skill.depth), OWNERSHIPS.index(skill.ownership)
        return deep, skill.id in capability.central, strong, len(skill.scale)

    ordered = sorted(shown, key=weight, reverse=True)
    return list(dict.fromkeys(hit.passage.text[hit.start : hit.end].strip().rstrip(".,;") for hit in ordered))


def _band(near: NearSkill) -> str:
    from workbench.skills import band

    return str(band(near.ramp_weeks))


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
