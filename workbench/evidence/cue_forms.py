"""Tell a verb from the noun or adjective that is written like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.evidence.bags import bag
from workbench.evidence.lexicon import Entry, word_set
from workbench.evidence.small_words import ADVERBS, DETERMINERS, LINKS, small
from workbench.evidence.tokens import Token

if TYPE_CHECKING:
    from workbench.evidence.cues import Cue

# "written in Go", "built on Kafka": after a noun these say with what, not who did it
_MEANS_PARTICIPLES = bag(
    """
    write build implement develop base power host code deploy run create program make orchestrate back drive
    """
)
_MEANS_PREPOSITIONS = ("in", "on", "with", "using", "atop", "upon", "by", "through", "via")
_NOUN_ING = bag(
    """
    train test monitor program model process schedule learn cache index profile track store serve teach study
    script engineer package document analyse host wire read plan code bill price
    """
)
_NOUN_BASES = bag("use support design help plan head lead process test work cover start code model")
_BEFORE_ROLE = ADVERBS | {
    *(
        "sole",
        "main",
        "technical",
        "overall",
        "joint",
        "became",
        "former",
        "global",
        "senior",
        "acting",
        "and",
        "principal",
        "und",
        "primary",
        "our",
    ),
    *DETERMINERS,
}
_BEFORE_BASE = bag(
    """
    to i we they who that which can will would could did not you he she it also don't didn't couldn't won't
    still n't may must should
    """
)


def stands(tokens: Sequence[Token], at: int, entry: Entry, cues: Sequence[Cue]) -> bool:
    """Say whether the words at `at` are what the entry says, by what stands around them."""
    end = at + len(entry.words)
    before, after = past_adverbs(tokens, at), tokens[end] if end < len(tokens) else None
    kind = entry.sense.kind
    if tokens[at].glued and entry.form in ("past", "ing", "base"):
        return False  # "event-driven", "home-grown"
    if kind == "not":
        return not (after is not None and after.is_("only", "just"))
    if kind == "plan":
        return not (before is not None and before.low in DETERMINERS and entry.words[0] in ("plan", "aim", "wish"))
    if entry.form == "noun":
        return at == 0 or (len(cues) == 1 and cues[0].form == "noun" and cues[0].end == at)
    if entry.form == "role":
        return _role(tokens, at, before)
    if entry.form == "phrase":
        return _phrase(at, entry, before, after)
    if entry.form == "past":
        return _past(tokens, at, end, entry, before, after)
    if entry.form == "ing":
        return _gerund(entry, tokens[at], before)
    return _present(tokens, at, entry, before, after, cues)


def past_adverbs(tokens: Sequence[Token], at: int) -> Token | None:
    """Give the token before `at`, adverbs and auxiliaries skipped."""
    at -= 1
    while at >= 0 and tokens[at].kind == "word" and tokens[at].low in ADVERBS - {"as", "been", "be"}:
        at -= 1
    return tokens[at] if at >= 0 else None


def by_me(tokens: Sequence[Token], end: int) -> bool:
    """Say whether "by me" or "by us" follows."""
    return end + 1 < len(tokens) and tokens[end].is_("by") and tokens[end + 1].is_("me", "myself", "us")


def passive(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an auxiliary of the passive stands right before a participle."""
    index = at - 1
    while index >= 0 and tokens[index].low in ADVERBS | {"not", "never"}:
        if tokens[index].low in ("was", "were", "is", "are", "been", "be", "being"):
            return True
        index -= 1
    return False


def _role(tokens: Sequence[Token], at: int, before: Token | None) -> bool:
    """A role speaks of this person at the start of a phrase; "with the tech lead" speaks of another."""
    if at == 0 or before is None or before.kind == "mark":
        return True
    if before.low not in _BEFORE_ROLE:
        return False
    for index in range(at - 1, max(at - 5, -1), -1):
        if tokens[index].kind == "mark" or tokens[index].is_("as", "was", "became"):
            return True
        if small(tokens[index]) in ("with", "to", "for", "by", "from", "under", "of", "alongside", "after", "before"):
            return False
    return True


def _phrase(at: int, entry: Entry, before: Token | None, after: Token | None) -> bool:
    base = entry.sense.base
    if base in ("some", "basic", "advanced", "intermediate", "theoretical", "a little"):
        return (
            after is not None
            and after.kind == "skill"
            and (before is None or before.kind == "mark" or before.is_("and"))
        )
    if base in ("daily", "day-to-day", "everyday"):
        return at == 0 or after is None or after.kind == "mark"
    if base in ("years of", "years in"):
        return after is not None and (after.kind == "skill" or after.is_("experience", "professional", "commercial"))
    if base == "responsible":
        return after is not None and after.is_(",", "with", "together", "along", "mainly", "solely")
    if base == "on call":
        return after is None or after.kind == "mark" or after.low in ("for", "one", "every", "since", "during")
    if base in ("learning", "course", "degree", "passed", "exam"):
        return not (before is not None and before.is_("machine", "deep", "reinforcement", "of", "e"))
    return True


def _past(tokens: Sequence[Token], at: int, end: int, entry: Entry, before: Token | None, after: Token | None) -> bool:
    if after is not None and after.is_("by") and not by_me(tokens, end):
        return passive(tokens, at)  # "used by six teams" only describes; "was built by a vendor" says whose work it was
    if before is not None and before.low in ("a", "an", "the") and tokens[at - 1] is before:
        return not entry.words[0].endswith("ed") and entry.sense.base not in ("build", "run", "write", "set", "cut")
    if entry.words == ("run",) and not passive(tokens, at):  # "jobs run on it"; "designed and run by me" shares a verb
        return before is not None and before.is_("and", ",") and by_me(tokens, end)
    if entry.sense.base in _MEANS_PARTICIPLES and after is not None and small(after) in _MEANS_PREPOSITIONS:
        return not _after_noun(tokens, at)
    if entry.sense.base == "keep" and after is not None and after.low.endswith("ing"):
        return False
    return not (before is not None and before.low in ("well", "be") and entry.sense.kind == "use")


def _gerund(entry: Entry, token: Token, before: Token | None) -> bool:
    if entry.sense.base in _NOUN_ING:
        return before is not None and before.low in ("of", "for", "by", "in", "with", "from", "engineers", "while")
    if before is not None and before.kind == "skill" and not token.glued:
        return entry.sense.weight == "thing"
    return not (before is not None and before.low in DETERMINERS)


def _present(
    tokens: Sequence[Token],
    at: int,
    entry: Entry,
    before: Token | None,
    after: Token | None,
    cues: Sequence[Cue],
) -> bool:
    """A present form stands at the start, after "to", a pronoun or a helping verb, or beside another verb."""
    if before is None:
        if after is None:
            return True
        if entry.sense.base in _NOUN_BASES and len(entry.words) == 1:
            return not after.is_("of", "for", ":", ",", "and", "engineer", "developer")
        return not after.is_("of", ":", "engineer")
    if before.low in _BEFORE_BASE:
        return True
    previous = cues[-1] if cues else None
    if entry.form == "third":
        if previous is not None and previous.end == at and previous.subject == "self":
            # "the system I designed uses X", but "Deployed models" has an object
            return previous.start > 0 and tokens[previous.start - 1].low in ("i", "we")
        return before.low in word_set("OTHERS") and after is not None and after.kind != "mark"
    beside = previous is not None and before.low in LINKS and tokens[previous.end : at][:1] == (before,)
    if previous is not None and beside:
        return previous.form in ("base", "third") or entry.sense.weight == "thing" or entry.sense.base == "maintain"
    if previous is not None and previous.sense.kind == "assist":
        return before.low not in DETERMINERS and (previous.end == at or (before.kind == "word" and after is not None))
    if before.low in word_set("OTHERS") and entry.words != ("lead",):
        return after is not None and after.kind != "mark" and small(after) not in ("of", "for")
    return (
        previous is not None
        and previous.form == "base"
        and before.is_("and", ",", "then", ";")
        and after is not None
        and not after.is_("of", ",", "and")
    )


def _after_noun(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    if before is not None and before.is_(","):
        before = tokens[at - 2] if at > 1 else None
    if before is None:
        return False
    return before.kind == "skill" or (before.kind == "word" and before.low not in ADVERBS | LINKS | {"i", "we"})
