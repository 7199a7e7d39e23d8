"""Depth and ownership of one skill in its clause, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.evidence.attach import tail
from workbench.evidence.clauses import Clause, adjacent
from workbench.evidence.cues import Cue, small
from workbench.evidence.lexicon import Weight, word_set
from workbench.evidence.tokens import Token
from workbench.evidence.values import Depth, Ownership, strongest

_CODE = frozenset(("language", "framework", "library"))
_MEANS = frozenset(
    "using with in via through on atop upon by over under into onto against inside within behind".split()
)
_PREPOSITIONS = _MEANS | frozenset(
    "to from for of between across about around without instead than as at into alongside".split()
)
_TEACH = frozenset("mentor coach train teach tutor onboard upskill".split())
_RANK: tuple[Weight, ...] = ("touch", "make", "thing")


@dataclass(frozen=True)
class Judgement:
    depth: Depth
    ownership: Ownership
    why: str


@dataclass(frozen=True)
class _State:
    """What the cues up to a skill say together."""

    kind: str
    ownership: Ownership
    weight: Weight
    base: str
    end: int
    form: str
    words: str
    we: bool = False
    means: bool = False


def judge(
    tokens: Sequence[Token], clause: Clause, skill: int, *, kind: str, scoped: bool, more: Sequence[Cue] = ()
) -> Judgement:
    """Judge one skill of a clause.

    Parameters
    ----------
    skill : the index of the skill's token.
    kind : the skill's kind in the glossary.
    scoped : whether a size belongs to it.
    more : cues of later clauses that speak of the same thing ("and ran it").
    """
    state = _combine(tokens, clause, skill, more)
    if state is None:
        return _without_verb(tokens, clause, skill, scoped)
    said = f"“{state.words}”"
    if state.kind in ("not", "plan", "other"):
        reason = {"not": "a negation", "plan": "a wish or a plan", "other": "someone else's work"}[state.kind]
        return Judgement("unknown", "unknown", f"{said}: {reason}")
    if state.kind == "listed":
        return Judgement("listed", "unknown", f"{said}: named, not shown in use")
    if state.kind == "watch":
        return Judgement("listed", "assisted", f"{said}: watched others")
    place = _place(tokens, clause, skill, state)
    if place in ("not", "people") and not (place == "people" and state.ownership == "led"):
        return Judgement("unknown", "unknown", "named as what was not used" if place == "not" else "names other people")
    if state.kind == "assist":
        return Judgement("used", "assisted", f"{said}: took part, so at most used")
    if state.kind in ("part", "use"):
        return Judgement("used", "unknown", f"{said} does not say who owned it")
    depth = _depth(tokens, clause, skill, state, place, kind, scoped)
    ownership: Ownership = "unknown" if state.we else state.ownership
    reason = "the work was about it" if depth == "central" else "a means, or ordinary use"
    return Judgement(depth, ownership, f"{said}: {reason}" + ("; “we” does not say who" if state.we else ""))


def _combine(tokens: Sequence[Token], clause: Clause, skill: int, more: Sequence[Cue]) -> _State | None:
    helped = [cue for cue in clause.cues if cue.sense.kind == "assist" and cue.form == "phrase"]
    before = [cue for cue in clause.cues if cue.end <= skill or cue.start == skill]
    after = [cue for cue in clause.cues if cue.start > skill]
    if before and all(cue.sense.kind == "not" and not _negates(tokens, cue, skill) for cue in before) and after:
        before = []
    state: _State | None = None
    previous: Cue | None = None
    for cue in before or _reaching_back(tokens, clause, skill, after):
        if cue.sense.kind == "not" and before and not _negates(tokens, cue, skill):
            continue
        state = _first(cue) if state is None else _join(tokens, state, previous, cue)
        previous = cue
    for cue in more:
        if state is not None and state.kind == "act" and cue.sense.kind == "act" and cue.subject != "other":
            weight = max(state.weight, cue.sense.weight, key=_RANK.index)
            state = replace(
                state, ownership=strongest((state.ownership, cue.sense.ownership)), weight=weight,
                words=f"{state.words} … {cue.text}",
            )  # fmt: skip
    if helped and state is not None and state.kind in ("act", "use", "part"):
        return replace(state, kind="assist", ownership="assisted", words=helped[0].text)
    return state


def _reaching_back(tokens: Sequence[Token], clause: Clause, skill: int, after: list[Cue]) -> list[Cue]:
    """Give the cues after a skill that speak of it: "the cluster I ran", "Kafka: designed, built"."""
    return after


def _first(cue: Cue) -> _State:
    kind = "other" if cue.subject == "other" else cue.sense.kind
    return _State(
        kind, cue.sense.ownership, cue.sense.weight, cue.sense.base, cue.end, cue.form, cue.text, cue.subject == "we"
    )


def _join(tokens: Sequence[Token], state: _State, previous: Cue | None, cue: Cue) -> _State:
    """Add the next cue on the way to the skill."""
    fresh = _first(cue)
    shared = previous is not None and cue.free and adjacent(tokens, previous, cue)
    if fresh.kind in ("not", "plan", "other"):
        return state if state.kind in ("not", "plan") else fresh
    if state.kind in ("not", "plan", "other"):
        return state
    words = f"{state.words} … {fresh.words}"
    if state.kind == "listed":
        experienced = "experience" in state.base or "skilled" in state.base or "expert" in state.base
        if experienced and fresh.kind in ("act", "use", "part"):
            return replace(fresh, kind="part", words=words)
        return state
    if state.kind in ("assist", "watch", "part"):
        leads_in = state.form == "phrase" and state.base.startswith("part of")
        if (shared or leads_in) and fresh.kind == "act":
            return replace(fresh, words=words, we=fresh.we or state.we)
        return replace(state, end=fresh.end, words=words)
    if fresh.kind == "listed":
        gives = state.base in _TEACH or state.base in (
            "run",
            "give",
            "write",
            "create",
            "design",
            "build",
            "lead",
            "own",
        )
        noun = any(word in fresh.base for word in ("course", "workshop", "tutorial", "training", "lecture", "seminar"))
        return replace(state, weight="touch", end=fresh.end, words=words) if gives and noun else fresh
    if state.kind == "use":
        return replace(fresh, words=words, we=fresh.we or state.we)
    if fresh.kind in ("use", "part", "assist", "watch"):
        return replace(state, end=fresh.end, means=True, words=words)
    weight = max(state.weight, fresh.weight, key=_RANK.index) if shared else fresh.weight
    base = state.base if shared and _RANK.index(state.weight) > _RANK.index(fresh.weight) else fresh.base
    return replace(
        fresh, ownership=strongest((state.ownership, fresh.ownership)), weight=weight, base=base, words=words,
        we=state.we or fresh.we, means=False,
    )  # fmt: skip


def _negates(tokens: Sequence[Token], cue: Cue, skill: int) -> bool:
    """Say whether a negation reaches a skill: "without X or Y" ends at the comma, "never used X" does not."""
    if cue.start > skill:
        return False
    if cue.sense.base in ("without", "instead of", "rather than", "except", "ohne", "sans", "sin", "as opposed to"):
        between = tokens[cue.end : skill]
        return not any(each.is_(",", ":", ")") for each in between) and len(between) < 6
    return True


def _place(tokens: Sequence[Token], clause: Clause, skill: int, state: _State) -> str:
    """Give the skill's place by its verb: object, part, means, move, not, people."""
    low, high = tail(tokens, skill, clause.end)
    heads = {token.low for token in tokens[low:high]}
    if heads & word_set("PEOPLE") and not heads & word_set("ITSELF") - {"set"}:
        return "people"
    if low < high and tokens[low].glued and tokens[low].is_("based", "backed", "powered", "driven"):
        return "means"
    if state.means:
        return "means"
    if skill < state.end:
        return "object"
    between = tokens[state.end : skill]
    links = [(n, small(each)) for n, each in enumerate(between) if each.kind == "word" and small(each) in _PREPOSITIONS]
    if any(each.is_("(") for each in between) and not any(each.is_(")") for each in between):
        return "means"
    if any(each.is_(":") for each in between) and state.form == "role":
        return "means"
    if links and links[0][0] == 0 and state.form in ("role", "phrase"):
        links = links[1:]
    if links and links[-1][1] in ("without", "instead", "than"):
        return "not"
    if not links:
        return "object"
    last = links[-1][1]
    if last == "over" and state.base in ("choose", "select", "pick", "decide on", "prefer"):
        return "not"
    moved = state.base.split()[0] in word_set("MOVES") or any(each.low in word_set("MOVES") for each in between)
    if last in ("to", "from", "between", "onto", "into", "with", "off") and moved:
        return "move" if last != "with" or state.base in ("replace", "swap") else "means"
    if last == "of":
        earlier = [word for _, word in links[:-1]]
        return "means" if earlier and earlier[-1] in _MEANS | {"for"} and not moved else "object"
    if last == "on" and state.base in ("run", "operate", "host", "manage"):
        return "host"
    return "means" if last in _MEANS or last in ("to", "from", "for", "at", "about", "around", "across") else "object"


def _depth(
    tokens: Sequence[Token], clause: Clause, skill: int, state: _State, place: str, kind: str, scoped: bool
) -> Depth:
    low, high = tail(tokens, skill, clause.end)
    nouns = [token.low for token in tokens[low:high]]
    head = nouns[-1] if nouns else ""
    subject = head in word_set("ITSELF") or head in word_set("ACTIVITIES")
    if place == "means" or place == "people":
        return "used"
    if place == "host":
        return "central" if scoped else "used"
    if place == "move":
        return "central"
    moves = state.base in word_set("MOVES") or head in word_set("MOVES")
    if state.weight == "thing":
        if kind in _CODE and nouns and not moves:
            return "central" if scoped and subject else "used"
        return "central" if not nouns or subject or scoped else "used"
    if state.weight == "make":
        if head in word_set("WHOLE") or (not nouns and _whole_before(tokens, state.end, skill)):
            grown = state.base in ("build", "rebuild", "create", "develop", "establish", "found", "stand up")
            return "central" if grown or scoped else "used"
        return "used"
    return "used"


def _whole_before(tokens: Sequence[Token], low: int, skill: int) -> bool:
    return any(each.low in word_set("WHOLE") for each in tokens[low:skill])


def _without_verb(tokens: Sequence[Token], clause: Clause, skill: int, scoped: bool) -> Judgement:
    """Judge a skill in a phrase without a verb: a list, a title, a noun of activity, a tool of something."""
    from workbench.evidence.phrases import without_verb

    depth, why = without_verb(tokens, clause, skill, scoped)
    return Judgement(depth, "unknown", why)
