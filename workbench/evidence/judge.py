"""Depth and ownership of one skill in its clause, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.evidence.attach import tail
from workbench.evidence.clauses import Clause
from workbench.evidence.combining import State, combine
from workbench.evidence.cues import Cue
from workbench.evidence.lexicon import word_set
from workbench.evidence.phrases import of_company, without_verb
from workbench.evidence.small_words import MEANS, PREPOSITIONS, small
from workbench.evidence.tokens import Token
from workbench.evidence.values import Depth, Ownership

Place = Literal["object", "means", "move", "host", "denied", "people"]

_CODE = frozenset(("language", "framework", "library"))
_IDEAS = frozenset(("concept", "practice", "protocol"))
_BUILT = frozenset(("build", "rebuild", "create", "develop", "establish", "found", "stand up", "aufbauen"))
_REFINED = frozenset(("tune", "fine-tune", "optimise", "scale", "harden", "shard", "upgrade", "secure"))
_CHOSEN = frozenset(("choose", "select", "pick", "decide on", "decide for"))
_DENIED = {"not": "a negation", "plan": "a wish or a plan", "other": "someone else's work"}


@dataclass(frozen=True)
class Judgement:
    """Depth and ownership, and the words they rest on."""

    depth: Depth
    ownership: Ownership
    why: str


def judge(
    tokens: Sequence[Token], clause: Clause, skill: int, *, kind: str, scope: float, more: Sequence[Cue] = ()
) -> Judgement:
    """Judge one skill of a clause.

    Parameters
    ----------
    tokens, clause
        The sentence and the part of it that speaks of the skill.
    skill
        The index of the skill's token.
    kind
        The skill's kind in the glossary, such as `language`.
    scope
        The largest size that belongs to it, 0 for none.
    more
        Cues of later clauses that speak of the same thing ("and ran it").
    """
    state = combine(tokens, clause, skill, more)
    if of_company(tokens, clause, skill) and (state is None or state.form not in ("past", "base")):
        return Judgement("unknown", "unknown", "speaks of a company or product, not of this person")
    if state is None:
        depth, why = without_verb(tokens, clause, skill, scope > 0)
        return Judgement(depth, "unknown", why)
    said = f"“{state.words}”"
    if state.kind in _DENIED:
        return Judgement("unknown", "unknown", f"{said}: {_DENIED[state.kind]}")
    if state.kind == "listed":
        return Judgement("listed", "unknown", f"{said}: named, not shown in use")
    if state.kind == "watch":
        return Judgement("listed", "assisted", f"{said}: watched others at work")
    place = place_of(tokens, clause, skill, state)
    if place == "denied":
        return Judgement("unknown", "unknown", "named as what was not used")
    if place == "people" and state.ownership != "led":
        return Judgement("unknown", "unknown", "names other people's field")
    if state.kind == "assist":
        return Judgement("used", "assisted", f"{said}: took part, so at most used")
    if state.kind in ("part", "use"):
        return Judgement("used", "unknown", f"{said} does not say whose it was")
    depth = _depth(tokens, clause, skill, state, place, kind, scope)
    reason = "the work was about it" if depth == "central" else "a means, or ordinary use"
    if state.we:
        return Judgement(depth, "unknown", f"{said}: {reason}; “we” does not say who")
    return Judgement(depth, state.ownership, f"{said}: {reason}")


def place_of(tokens: Sequence[Token], clause: Clause, skill: int, state: State) -> Place:
    """Give the skill's place by its verb: its object, a means, where something moved, or not it at all."""
    low, high = tail(tokens, skill, clause.end)
    heads = {token.low for token in tokens[low:high]} | _own_noun(tokens[skill])
    if heads & word_set("PEOPLE") and not heads & word_set("ITSELF") - {"set"}:
        return "people"
    if state.means or (low < high and tokens[low].glued and tokens[low].is_("based", "backed", "powered", "driven")):
        return "means"
    if skill < state.end:
        return "object"
    between = tokens[state.end : skill]
    if _listed_after(between, state):
        return "means"
    glued = [each.glued for each in tokens[state.end + 1 : skill + 1]]  # the "on" of "on-prem" is no preposition
    links = [
        small(t) for t, g in zip(between, glued, strict=True) if t.kind == "word" and not g and small(t) in PREPOSITIONS
    ]
    if links and between[0].low == links[0] and state.form in ("role", "phrase"):
        links = links[1:]
    if not links:
        return "object"
    moving = word_set("MOVES")
    moved = state.base.split()[0] in moving or bool(heads & moving) or any(each.last in moving for each in between)
    if links[-1] == "for" and state.ownership == "owned" and state.weight == "thing" and heads & word_set("ITSELF"):
        return "object"
    return _by_preposition(links, state, moved)


def _listed_after(between: Sequence[Token], state: State) -> bool:
    """Say whether the skill stands in brackets or after a colon behind another noun: "an API (Go, Redis)"."""
    opened = sum(each.is_("(") for each in between) > sum(each.is_(")") for each in between)
    colon = next((n for n, each in enumerate(between) if each.is_(":")), None)
    if colon is not None:
        nouns = between[:colon]
        plural = bool(nouns) and nouns[-1].low in ("systems", "databases", "tools", "platforms", "clusters", "services")
        return state.form == "role" or not plural
    return opened


def _by_preposition(links: list[str], state: State, moved: bool) -> Place:
    last = links[-1]
    if last == "for" and state.base == "responsible":
        return "object"
    if last in ("without", "instead", "than"):
        return "denied"
    if last == "over" and state.base in _CHOSEN:
        return "denied"
    if last in ("with", "by") and state.base in ("replace", "swap"):
        return "move"
    if last in ("to", "from", "between", "onto", "into", "off", "of") and moved:
        return "move" if last != "of" or len(links) == 1 else "object"
    if last == "of":
        return "means" if links[-2:-1] and links[-2] in MEANS | {"for"} else "object"
    if last == "on" and state.base in ("run", "operate", "host", "manage"):
        return "host"
    return "means"


def _depth(
    tokens: Sequence[Token], clause: Clause, skill: int, state: State, place: Place, kind: str, scope: float
) -> Depth:
    low, high = tail(tokens, skill, clause.end)
    head = tokens[high - 1].low if high > low else next(iter(_own_noun(tokens[skill])), "")
    whole = head in word_set("WHOLE") or (not head and _whole_before(tokens, state.end, skill))
    itself = head in word_set("ITSELF") or head in word_set("ACTIVITIES")
    if place in ("means", "people"):
        return "used"
    if place == "host":
        return "central" if scope else "used"
    if place == "move":
        return "central"
    if state.weight == "thing":
        if kind in _CODE and head and not (state.base in word_set("MOVES") or head in word_set("MOVES")):
            return "central" if scope and itself else "used"
        if state.form == "phrase" and kind in _IDEAS and not scope:
            return "used"  # "responsible for development of microservices" names a field, not what was done
        made = head in word_set("ARTEFACTS") and state.base not in _REFINED
        return "used" if made and not scope else "central"
    if state.weight == "make" and kind not in _CODE:
        if whole:
            return "central" if state.base in _BUILT or scope else "used"
        return "central" if scope >= 10 and (itself or not head) else "used"
    return "used"


def _whole_before(tokens: Sequence[Token], low: int, skill: int) -> bool:
    """Find "a cluster of" before the skill."""
    return any(each.last in word_set("WHOLE") for each in tokens[low:skill])


def _own_noun(token: Token) -> set[str]:
    """Give the noun inside a mention of several words, as in "Kafka cluster"."""
    return {token.last} if " " in token.text and token.last in word_set("ITSELF") | word_set("ACTIVITIES") else set()
