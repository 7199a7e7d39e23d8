"""A drill in the vocabulary, made from the glossaries: graded, explained, and the same again for the same seed.

Three kinds of question. *not shown*: which of these does a term not show? The others are what practically everybody who
knows the term knows too. *meant*: whose description is this, among terms that people take for each other? *near*: a
profile names one term and the role asks for another; what can be said? Every option comes from a glossary, so that none
is there to be laughed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Literal

from workbench.errors import NotAllowed
from workbench.skills import Skill

Kind = Literal["not_shown", "meant", "near"]
KINDS: tuple[Kind, ...] = ("not_shown", "meant", "near")
MOST_OPTIONS = 4
_SHOWS = 0.5  # from which knowing one means knowing the other, practically always


@dataclass(frozen=True)
class Option:
    """An answer: what it says, whether it is right, and why or why not."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Question:
    """One question; exactly one option is right. `term` is the glossary's id, `ask` what to ask on the phone."""

    kind: Kind
    term: str
    text: str
    options: tuple[Option, ...]
    ask: str = ""

    @property
    def right(self) -> int:
        """Which option is right, counted from 0."""
        return next(n for n, one in enumerate(self.options) if one.right)


def questions(seed: int, *, count: int = 10, families: Sequence[str] = ()) -> tuple[Question, ...]:
    """Make a drill; the same seed, count and families give the same questions in the same order.

    >>> questions(seed=1, count=4) == questions(seed=1, count=4)
    True

    Parameters
    ----------
    seed
        Any whole number.
    count
        How many, at most; a small glossary may hold fewer.
    families
        Role families to ask about, such as `backend`; all when left out.

    Raises
    ------
    NotAllowed
        When no glossary is called so, or it holds nothing to ask about.
    """
    dice = Random(seed)
    piles = {kind: list(there) for kind, there in _material(tuple(sorted(families)))}
    for pile in piles.values():
        dice.shuffle(pile)
    found: list[Question] = []
    used: set[str] = set()
    while len(found) < count and any(piles.values()):
        for kind in KINDS:
            one = _next(kind, piles[kind], used, dice)
            if one is not None and len(found) < count:
                found.append(one)
    if not found:
        raise NotAllowed(f"The glossary {', '.join(families)} holds nothing to ask about yet.")
    return tuple(found)


def _next(kind: Kind, pile: list[tuple[str, str]], used: set[str], dice: Random) -> Question | None:
    makers = {"not_shown": _not_shown, "meant": _meant, "near": _near}
    while pile:
        term, other = pile.pop()
        if term not in used and other not in used:
            used.update((term, other))
            return makers[kind](term, other, dice)
    return None


@lru_cache(maxsize=32)
def _material(families: tuple[str, ...]) -> tuple[tuple[Kind, tuple[tuple[str, str], ...]], ...]:
    """Give the pairs of terms that each kind of question can be made of, in the glossaries' order."""
    from workbench import skills

    pages = {one.family: one for one in skills.glossaries()}
    unknown = [one for one in families if one not in pages]
    if unknown:
        raise NotAllowed(f"There is no glossary {unknown[0]}. There are {', '.join(pages)}.")
    every = {term.id: term for page in pages.values() for term in page.terms}
    asked = [term for family in families or tuple(pages) for term in pages[family].terms]
    graph = skills.graph()
    told = [term for term in asked if term.plain]
    # a term's `not` names what does not show it: from the other side, what that one does not show
    denied = [
        (link.id, term.id)
        for term in asked
        for link in term.not_
        if link.id in every
        and every[link.id].plain
        and graph.implies(link.id, term.id) < _SHOWS
        and link.id not in {one.id for one in term.part_of}  # a part that whoever uses the whole has in hand
    ]
    not_shown = [(known, other) for known, other in denied if len(_shown_by(every[known])) >= 2]
    meant = [
        (term.id, other)
        for term in told
        for other in term.confused_with
        if other in every and every[other].plain and len(_taken_for(term, other)) >= 1
    ]
    met = [term for term in told if term.ask]  # those that a recruiter meets first
    near = [(known, other) for known, other in denied if every[other].plain and _judged(known, other)]
    shown = [(term.id, one.id) for term in met for one in term.implies if one.id in every and every[one.id].ask]
    step = max(1, len(shown) // max(1, len(near)))
    near += shown[::step]  # about as many that show it as that do not
    return (("not_shown", tuple(not_shown)), ("meant", tuple(meant)), ("near", tuple(near)))


def _judged(known: str, other: str) -> bool:
    """Whether the way between two terms was judged by people, or there is none; an estimate is nothing to grade by."""
    from workbench import skills

    ramp = skills.graph().ramp([known], other)
    return ramp is None or "estimated" not in ramp.why


def _shown_by(term: Skill) -> list[str]:
    """Ids of what practically everybody who knows a term knows too, and of nothing that its glossary denies."""
    from workbench import skills

    return [one.id for one in term.implies if skills.graph().implies(term.id, one.id) >= _SHOWS]


def _taken_for(term: Skill, other: str) -> list[str]:
    """Ids of what a term is taken for besides `other`, each with a description of its own."""
    from workbench import skills

    words = skills.graph().words
    return [one for one in term.confused_with if one != other and one in words and words[one].plain]


def _not_shown(known: str, other: str, dice: Random) -> Question:
    from workbench import skills

    term, right = skills.skill(known), skills.skill(other)
    shown = [skills.skill(one) for one in dice.sample(_shown_by(term), min(MOST_OPTIONS - 1, len(_shown_by(term))))]
    why = f"{term.name} does not show {right.name}. {_described(right)}"
    options = [Option(right.name, True, why)]
    options += [Option(s.name, False, f"Practically everybody who knows {term.name} knows {s.name}.") for s in shown]
    text = f"A profile names {term.name}, used in earnest. Which of these does that not show?"
    return _question("not_shown", term, text, options, right.ask, dice)


def _meant(known: str, other: str, dice: Random) -> Question:
    from workbench import skills

    term, right = skills.skill(known), skills.skill(other)
    rest = _taken_for(term, other)
    wrong = [term, *(skills.skill(one) for one in dice.sample(rest, min(MOST_OPTIONS - 2, len(rest))))]
    options = [Option(right.name, True, f"{right.name} and {term.name} are often taken for each other.")]
    options += [Option(one.name, False, _described(one)) for one in wrong]
    return _question("meant", term, f"“{right.plain}” What is described here?", options, right.ask, dice)


def _near(known: str, other: str, dice: Random) -> Question:
    from workbench import skills

    term, wanted, graph = skills.skill(known), skills.skill(other), skills.graph()
    shows = graph.implies(known, other) >= _SHOWS
    ramp = None if shows else graph.ramp([known], other)
    short = ramp is not None and ramp.weeks[1] <= 26
    way = f"{ramp.why}. " if ramp is not None else "No way from one to the other is known. "
    whose = "Weeks are a judgement and filter nobody."
    reasons = (
        f"Practically everybody who knows {term.name} knows {wanted.name}.",
        f"It does not show {wanted.name}. {way}{whose}",
        f"It does not show {wanted.name}. {way}{_described(wanted)}",
    )
    truth = 0 if shows else 1 if short else 2
    texts = (
        f"It shows {wanted.name} as well",
        f"It does not show {wanted.name}, but the way there is short: ask",
        f"It does not show {wanted.name}, and the way there is long or unknown: ask",
    )
    options = [Option(text, n == truth, reasons[truth]) for n, text in enumerate(texts)]
    text = f"A profile names {term.name}. The role asks for {wanted.name}. What can be said?"
    return Question("near", known, text, tuple(options), wanted.ask)  # always in this order: a scale


def _question(kind: Kind, term: Skill, text: str, options: list[Option], ask: str, dice: Random) -> Question:
    dice.shuffle(options)
    return Question(kind, term.id, text, tuple(options), ask)


def _described(term: Skill) -> str:
    return f"{term.name}: {term.plain}"
