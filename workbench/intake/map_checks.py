"""How a map is built: every must has a question and an outcome, every capability one round, every round one job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from workbench.intake.capability import DEPTHS, OWNERSHIPS, Capability, Tests
from workbench.intake.capability_map import CapabilityMap, Round
from workbench.intake.issue import Issue

MOST_MUSTS = 6
_SOFT = re.compile(
    r"(?i)collaborat|priorit|trade-?off|pressure|disagree|conflict|negotiat|stakeholder|agreeing|"
    r"listening|saying no"
)


def of_map(current: CapabilityMap) -> Iterator[Issue]:
    """Give what concerns more than one capability."""
    musts = [c for c in current.capabilities if c.importance == "must"]
    if len(musts) > MOST_MUSTS:
        last = fewest_outcomes(musts)
        yield Issue(
            "stack_of_musts",
            f"{len(musts)} musts",
            "Hardly anybody has all of them, and with so many none decides. "
            "People who could learn one within weeks are turned away for it.",
            f"Ask of each: would you turn down an otherwise great candidate without it? "
            f"“{last.name}” serves the fewest outcomes; start with moving it to should.",
            field="capabilities",
        )
    if current.capabilities and not any(c.kind == "soft" or _SOFT.search(c.name) for c in current.capabilities):
        yield Issue(
            "no_soft_criterion",
            "no criterion for working with others",
            (
                "How somebody works with others gets judged all the same; without a criterion it is done "
                "from impression."
            ),
            _soft_wish(current),
            field="capabilities",
        )
    yield from _duplicate_rounds(current)


def of_capability(current: CapabilityMap, capability: Capability) -> Iterator[Issue]:
    """Give what is missing from one capability, or there twice."""
    name, id_ = capability.name, capability.id
    if capability.importance == "must" and not capability.question.strip():
        yield Issue(
            "must_without_question",
            name,
            "Without a question each interviewer asks something else, and the answers cannot be compared.",
            _question(capability),
            id_,
            "question",
        )
    if capability.importance == "must" and not capability.outcomes:
        yield Issue(
            "must_without_outcome",
            name,
            "No outcome needs it, so nobody can say what would fail without it.",
            _outcome_wish(current, capability),
            id_,
            "outcomes",
        )
    if len(capability.central) > MOST_MUSTS:
        kept = " and ".join(capability.central[:2])
        yield Issue(
            "stack_of_musts",
            ", ".join(capability.central),
            f"{len(capability.central)} central skills at once leave almost nobody.",
            f"Keep what the work fails without, such as {kept}, and move the rest to peripheral.",
            id_,
            "central",
        )
    if DEPTHS.index(capability.depth) == 0 and OWNERSHIPS.index(capability.ownership) >= 2:
        yield Issue(
            "contradictory_level",
            f"{capability.depth}, {capability.ownership}",
            "Who only names a thing cannot have answered for it; the two targets exclude each other.",
            f"For “{name}”, set the depth to central, or the ownership to assisted.",
            id_,
            "depth",
        )
    yield from _rounds(current, capability)


def _rounds(current: CapabilityMap, capability: Capability) -> Iterator[Issue]:
    testing = [r for r in current.loop if any(t.round == r.id and t.how == "tests" for t in capability.rounds)]
    if not testing:
        yield Issue(
            "untested",
            capability.name,
            "No round tests it. What nobody asks about is scored from impression.",
            _room_for(current, capability),
            capability.id,
            "rounds",
        )
    if len(testing) > 1:
        keep, *others = fullest_last(current, testing)
        freed = " and ".join(r.title for r in others)
        yield Issue(
            "tested_twice",
            capability.name,
            (
                f"{_and([r.title for r in testing])} both test it. The second answer tells little, and "
                f"the time is missing elsewhere."
            ),
            (
                f"Keep “{capability.name}” in {keep.title}; let {freed} touch on it, or look at "
                f"{_least_tested(current, capability)}."
            ),
            capability.id,
            "rounds",
        )


def _duplicate_rounds(current: CapabilityMap) -> Iterator[Issue]:
    tested = {
        r.id: {c.id for c in current.capabilities for t in c.rounds if t == Tests(r.id, "tests")} for r in current.loop
    }
    for first, second in combinations(current.loop, 2):
        one, two = tested[first.id], tested[second.id]
        same_job = bool(first.job.strip()) and first.job.strip().lower() == second.job.strip().lower()
        if not same_job and not (one and two and (one <= two or two <= one)):
            continue
        less, more = (first, second) if len(one) <= len(two) else (second, first)
        yield Issue(
            "duplicate_round",
            f"{first.title}, {second.title}",
            f"What {less.title} tests, {more.title} tests too. Candidates give the same hour twice.",
            f"Drop {less.title} ({less.minutes} minutes), or give it a job of its own, such as "
            f"{_without_round(current) or 'a part of the work no round looks at yet'}.",
            field=f"loop[{current.loop.index(less)}]",
        )


def _load(current: CapabilityMap, round_: Round) -> tuple[int, int]:
    """How full a round is: what it tests, then fewer minutes."""
    tested = sum(t.round == round_.id and t.how == "tests" for c in current.capabilities for t in c.rounds)
    return tested, -round_.minutes


def room_for(current: CapabilityMap) -> Round | None:
    """Give the round with room for one more capability; None when there is no round."""
    long_enough = [r for r in current.loop if r.minutes >= 40] or list(current.loop)
    return min(long_enough, key=lambda r: _load(current, r), default=None)


def fullest_last(current: CapabilityMap, rounds: Sequence[Round]) -> list[Round]:
    """Give rounds in the order of how much they test already."""
    return sorted(rounds, key=lambda r: _load(current, r))


def fewest_outcomes(musts: Sequence[Capability]) -> Capability:
    """Give the must that the fewest outcomes need; of several the last."""
    return min(reversed(musts), key=lambda c: len(c.outcomes))


def _room_for(current: CapabilityMap, capability: Capability) -> str:
    question = capability.question.strip() or _question(capability)
    round_ = room_for(current)
    if round_ is None:
        return f"Add a round to the loop that asks: “{question}”"
    return f"Give {round_.title} ten minutes for it: “{question}”"


def _question(capability: Capability) -> str:
    doing = {
        "assisted": "helped with",
        "implemented": "did",
        "owned": "answered for",
        "designed": "designed",
        "led": "led",
    }[capability.ownership]
    size = f" at the size of {capability.scale.strip()}" if capability.scale.strip() else ""
    return (
        f"Tell us about work you {doing} that comes nearest to “{capability.name}”{size}. "
        "What did not go as planned, and what do you do differently since?"
    )


def _outcome_wish(current: CapabilityMap, capability: Capability) -> str:
    served = {o for c in current.capabilities for o in c.outcomes}
    open_ = next((o for o in current.outcomes if o.id not in served), None)
    if open_ is not None:
        return (
            f"“{open_.text}” has no capability behind it yet; if it needs “{capability.name}”, tick it, "
            f"else move this to should."
        )
    return f"Name the outcome that fails without “{capability.name}”, or move it to should."


def _soft_wish(current: CapabilityMap) -> str:
    last = current.loop[-1].title if current.loop else "an interview"
    date = current.outcomes[0].text.rstrip(".") if current.outcomes else "the first outcome"
    return (
        f"Add “Trade-offs under pressure”, asked in {last} only: "
        f"“If everything for this could not be done in time ({date}), what would you leave out, and "
        f"whom would you tell?”"
    )


def _least_tested(current: CapabilityMap, but: Capability) -> str:
    open_ = next(
        (c for c in current.capabilities if c.id != but.id and not any(t.how == "tests" for t in c.rounds)), None
    )
    return f"“{open_.name}”, which nobody tests" if open_ else "another side of the work"


def _without_round(current: CapabilityMap) -> str:
    names = [f"“{c.name}”" for c in current.capabilities if not any(t.how == "tests" for t in c.rounds)]
    return names[0] if names else ""


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
