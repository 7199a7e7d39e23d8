"""What the cues on the way to a skill say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.evidence.bags import bag
from workbench.evidence.clauses import Clause
from workbench.evidence.cue_forms import by_me
from workbench.evidence.cues import Cue, adjacent
from workbench.evidence.lexicon import Weight, word_set
from workbench.evidence.small_words import PREPOSITIONS, small
from workbench.evidence.tokens import Token
from workbench.evidence.values import Ownership, strongest

_RANK: tuple[Weight, ...] = ("touch", "make", "thing")
_TEACH = bag("mentor coach train teach tutor onboard upskill")
_GIVE = _TEACH | {"run", "give", "write", "create", "design", "build", "lead", "own", "develop", "organise"}
_LESSONS = ("course", "workshop", "tutorial", "training", "lecture", "seminar")
_ACQUAINTANCE = ("exposure", "familiar", "knowledge", "understanding", "awareness", "working knowledge", "basic")
_SHORT = (
    "no",
    "without",
    "instead of",
    "rather than",
    "except",
    "ohne",
    "sans",
    "sin",
    "as opposed to",
    "kein",
    "keine",
)


@dataclass(frozen=True)
class State:
    """The act a skill stands under. `end` is the token after the last cue; `means` says that "using" came between."""

    kind: str
    ownership: Ownership
    weight: Weight
    base: str
    end: int
    form: str
    words: str
    we: bool = False
    means: bool = False


def combine(tokens: Sequence[Token], clause: Clause, skill: int, more: Sequence[Cue] = ()) -> State | None:
    """Give what the cues of a clause say of the skill at token `skill`; None where no cue speaks of it.

    `more` are the cues of later clauses about the same thing ("and ran it").
    """
    before = [cue for cue in clause.cues if cue.end <= skill and _reaches(tokens, cue, skill)]
    after = [cue for cue in clause.cues if cue.start > skill]
    leads_in = bool(before) and all(cue.sense.kind == "use" for cue in before) and after and after[0].form != "ing"
    if leads_in and clause.start == before[0].start and before[0].form == "ing" and after[0].sense.kind == "act":
        return replace(_first(tokens, after[0]), means=True)
    state: State | None = None
    previous: Cue | None = None
    for cue in before or _speaks_back(tokens, clause, skill, after):
        state = _first(tokens, cue) if state is None else _join(tokens, state, previous, cue)
        previous = cue
    if state is None:
        return None
    state = _continue(state, more)
    helped = [cue for cue in clause.cues if cue.sense.kind == "assist" and cue.form == "phrase"]
    if helped and state.kind in ("act", "use", "part"):
        return replace(state, kind="assist", ownership="assisted", words=helped[0].text)
    return state


def _reaches(tokens: Sequence[Token], cue: Cue, skill: int) -> bool:
    """A short negation reaches its own noun only: "without downtime to Kubernetes" denies the downtime."""
    if cue.sense.kind != "not" or cue.sense.base not in _SHORT:
        return True
    between = tokens[cue.end : skill]
    if any(each.is_(",", ":", ")", "but") for each in between):
        return False
    nouns = [each.low for each in between]
    if {"hands", "experience", "knowledge", "exposure", "use", "background", "contact"} & set(nouns):
        return True
    return len(nouns) < 5 and not any(small(each) in PREPOSITIONS for each in between)


def _speaks_back(tokens: Sequence[Token], clause: Clause, skill: int, after: list[Cue]) -> list[Cue]:
    """Give the cues after a skill that speak of it: "the cluster I ran", "Kafka: designed, built and ran"."""
    if not after:
        return []
    cue = after[0]
    between = tokens[skill + 1 : cue.start]
    comma = any(each.is_(",", "and") for each in between)
    if not comma or cue.subject == "other" or cue.form in ("phrase", "role"):
        return after
    if any(by_me(tokens, each.end) for each in after):
        return after
    if any(each.is_(":", "–", "—", "i", "ich", "which", "that") for each in between):
        return after
    closing = all(each.kind == "mark" or each.low in PREPOSITIONS for each in tokens[after[-1].end : clause.end])
    others = tokens[clause.start].kind == "skill" and any(each.is_("were", "was", "are", "is") for each in between)
    return after if closing or others else []


def _first(tokens: Sequence[Token], cue: Cue) -> State:
    sense = cue.sense
    kind = "other" if cue.subject == "other" else sense.kind
    ownership, weight = sense.ownership, sense.weight
    objects = _object(tokens, cue)
    if sense.base in ("manage", "run", "grow", "oversee") and objects & word_set("PEOPLE"):
        ownership = "led"
    elif sense.base == "run" and objects & word_set("STARTED"):
        ownership, weight = "implemented", "touch"
    return State(kind, ownership, weight, sense.base, cue.end, cue.form, cue.text, cue.subject == "we")


def _object(tokens: Sequence[Token], cue: Cue) -> set[str]:
    """Give the words of a verb's object: up to the first preposition but "of"."""
    words: set[str] = set()
    for token in tokens[cue.end : cue.end + 7]:
        if (small(token) in PREPOSITIONS and small(token) != "of") or token.is_(
            ",", ";", "(", ":", "and", "that", "who"
        ):
            break
        words.add(token.low)
    return words


def _join(tokens: Sequence[Token], state: State, previous: Cue | None, cue: Cue) -> State:
    """Add the next cue on the way to the skill."""
    fresh = _first(tokens, cue)
    shared = previous is not None and cue.free and adjacent(tokens, previous, cue)
    words = f"{state.words} … {fresh.words}"
    if state.kind in ("not", "plan", "other"):
        return state
    if fresh.kind in ("not", "plan", "other"):
        return fresh
    if state.kind == "listed":
        known = any(word in state.base for word in ("experience", "skilled", "expert", "proficient"))
        return replace(fresh, kind="part", words=words) if known and fresh.kind in ("act", "use", "part") else state
    if state.kind in ("assist", "watch", "part"):
        part_of = state.base.startswith(("part of", "member of")) and cue.free
        if (shared or part_of) and fresh.kind == "act":
            return replace(fresh, words=words, we=fresh.we or state.we)
        return replace(state, end=fresh.end, words=words)
    if fresh.kind == "listed":
        return _lesson(state, fresh, cue, words)
    if state.kind == "use":
        return replace(fresh, words=words, we=fresh.we or state.we)
    if fresh.kind in ("use", "part", "assist", "watch"):
        return replace(state, end=fresh.end, means=True, words=words)
    if state.base in _TEACH:
        return replace(state, end=fresh.end, means=True, words=words)
    heavier = shared and _RANK.index(state.weight) > _RANK.index(fresh.weight)
    return replace(
        fresh,
        ownership=strongest((state.ownership, fresh.ownership)),
        weight=state.weight if heavier else fresh.weight,
        base=state.base if heavier else fresh.base,
        words=words,
        we=state.we or fresh.we,
    )


def _lesson(state: State, fresh: State, cue: Cue, words: str) -> State:
    """A course that was given is work, one that was taken is a listing; other nouns of learning change nothing."""
    if fresh.base.startswith(_ACQUAINTANCE):
        return fresh
    lesson = any(word in fresh.base for word in _LESSONS)
    if state.base in _GIVE and lesson:
        return replace(state, weight="touch", end=fresh.end, words=words)
    if state.base in word_set("COMPLETED") or (cue.free and fresh.form != "phrase"):
        return fresh
    return fresh if fresh.base.endswith((" with", " in", " of", " to")) and cue.free else replace(state, end=fresh.end)


def _continue(state: State, more: Sequence[Cue]) -> State:
    for cue in more:
        if state.kind == "listed" and cue.sense.kind == "not":
            return replace(state, kind="not", words=f"{state.words} … {cue.text}")
        if state.kind == "listed" and cue.sense.kind == "act" and cue.subject == "self":
            state = replace(state, kind="act", ownership=cue.sense.ownership, means=True, words=cue.text)
        elif state.kind == "act" and cue.sense.kind == "act" and cue.subject != "other":
            state = replace(
                state,
                ownership=strongest((state.ownership, cue.sense.ownership)),
                weight=max(state.weight, cue.sense.weight, key=_RANK.index),
                words=f"{state.words} … {cue.text}",
            )
    return state
