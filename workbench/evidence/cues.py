"""Find the words of a sentence that say what someone did: cues, each with its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.evidence.lexicon import Entry, Form, Sense, table, word_set
from workbench.evidence.tokens import Token
from workbench.evidence.words_other import SMALL

Subject = Literal["self", "we", "other"]


@dataclass(frozen=True)
class Cue:
    """A verb or phrase at tokens `start` to `end`. A `free` cue opens a clause; others hang on the one before."""

    start: int
    end: int
    sense: Sense
    form: Form
    subject: Subject
    free: bool
    text: str


_ADVERBS = frozenset(
    """also then later now still personally jointly successfully currently mainly mostly first once always daily
    regularly often finally subsequently initially independently single handedly both almost previously formerly
    have has had been be am is was were are just even since ever recently jointly largely only as well
    already actively again 've 'd""".split()
)
_LINKS = frozenset(("and", "or", "but", ",", "&", "/", "then", "plus", "while", "as", "well"))
_ENDS = frozenset((".", ";", "!", "?", "•", "|", "·"))
_MEANS_PARTICIPLES = frozenset(
    "write build implement develop base power host code deploy run create program make orchestrate back drive".split()
)
_MEANS_PREPOSITIONS = ("in", "on", "with", "using", "atop", "upon", "by", "through", "via")
_NOUN_ING = frozenset("train test monitor program model process schedule learn cache index profile track store serve "
                      "teach study script engineer package document analyse host wire read plan".split())  # fmt: skip
_DETERMINERS = frozenset("a an the our my their its this that these those his her some any each every no one".split())


def small(token: Token) -> str:
    """Give a token's word with German, French and Spanish prepositions and articles read as the English ones."""
    return token.low if token.kind == "skill" else SMALL.get(token.low, token.low)


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Give the cues of one piece of text, left to right, longest match first."""
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        entry = _match(tokens, at, cues)
        if entry is None:
            at += 1
            continue
        end = at + len(entry.words)
        text = " ".join(token.text for token in tokens[at:end])
        subject, explicit = _subject(tokens, at, entry, cues)
        free = explicit or _opens_clause(tokens, at, entry, cues)
        cues.append(Cue(at, end, entry.sense, entry.form, subject, free, text))
        at = end
    return cues


def _match(tokens: Sequence[Token], at: int, cues: list[Cue]) -> Entry | None:
    token = tokens[at]
    if token.kind == "skill" and token.low.split("-")[0].split()[0] not in ("mentoring", "mentored", "on", "oncall"):
        return None
    for entry in table().get(token.low, ()):
        size = len(entry.words)
        found = tokens[at : at + size]
        if (
            len(found) == size
            and all(
                each.low == word and (n == 0 or each.kind != "skill")
                for n, (each, word) in enumerate(zip(found, entry.words, strict=True))
            )
            and _plausible(tokens, at, at + size, entry, cues)
        ):
            return entry
    return None


def _plausible(tokens: Sequence[Token], at: int, end: int, entry: Entry, cues: list[Cue]) -> bool:
    """Tell a verb from the noun or adjective that is written like it."""
    before = _previous_word(tokens, at)
    after = tokens[end] if end < len(tokens) else None
    if entry.form == "role":
        return (
            at == 0
            or before is None
            or before.kind == "mark"
            or before.low
            in _DETERMINERS
            | _ADVERBS
            | {"sole", "main", "became", "former", "global", "senior", "acting", "und", "the", "and", "principal"}
            and not (before.low in ("the", "a", "an", "our", "his", "her") and _after_preposition(tokens, at))
        )
    if entry.sense.kind in ("plan", "not"):
        return True
    if entry.form == "phrase":
        return _phrase_fits(tokens, at, entry, before, after)
    if entry.form in ("base", "third"):
        return _finite_place(tokens, at, entry, before, after, cues)
    if entry.form == "past":
        if after is not None and after.is_("by") and not _by_me(tokens, end):
            return False
        if before is not None and before.low in ("a", "an", "the") and entry.words[0] not in ("aufbau",):
            return entry.sense.base not in ("manage", "distribute", "train") and _is_foreign(entry)
        if entry.sense.base in _MEANS_PARTICIPLES and after is not None and small(after) in _MEANS_PREPOSITIONS:
            return not _after_noun(tokens, at)
        return not (before is not None and before.low in ("well", "be") and entry.sense.kind == "use")
    if entry.form == "ing":
        if before is not None and before.kind == "skill" and not tokens[at].glued:
            return entry.sense.ownership in ("owned", "led", "designed") or entry.sense.weight == "thing"
        if entry.sense.base in _NOUN_ING:
            return before is not None and before.low in ("of", "for", "by", "and", "in", "with", "from", "engineers")
        if before is not None and before.low in _DETERMINERS:
            return False
    return True


def _is_foreign(entry: Entry) -> bool:
    return not entry.words[0].endswith("ed")


def _phrase_fits(tokens: Sequence[Token], at: int, entry: Entry, before: Token | None, after: Token | None) -> bool:
    base = entry.sense.base
    if base in ("some", "basic", "advanced", "intermediate", "theoretical"):
        return (
            after is not None
            and after.kind == "skill"
            and (before is None or before.kind == "mark" or before.is_("and"))
        )
    if base in ("daily", "day-to-day", "everyday"):
        return at == 0 or after is None or after.kind == "mark"
    if base in ("years of", "years in"):
        return after is not None and (after.kind == "skill" or after.is_("experience"))
    if base == "on call":
        return after is None or after.kind == "mark" or after.low in ("for", "one", "every", "rotation")
    if base in ("degree", "course", "courses", "exam", "passed", "learning", "studied", "lecture", "workshop", "some"):
        return not (before is not None and before.is_("machine", "deep", "reinforcement"))
    return True


def _finite_place(
    tokens: Sequence[Token], at: int, entry: Entry, before: Token | None, after: Token | None, cues: list[Cue]
) -> bool:
    """Say whether a present-tense form stands where a verb stands and a noun does not."""
    if entry.words[0] in ("put", "set", "cut", "split", "read", "run") and entry.form == "base":
        pass
    if before is None:
        if entry.sense.base in ("use", "support", "design", "help", "plan", "head", "lead", "process", "test", "work"):
            return (
                after is not None and not after.is_("of", "for", ":", "engineer", "developer") or len(entry.words) > 1
            )
        return after is None or not after.is_("of", ":", "engineer")
    if before.low in ("to", "i", "we", "they", "who", "that", "which", "can", "will", "would", "could", "did", "n't",
                      "not", "you", "he", "she", "it", "also", "don't", "didn't"):  # fmt: skip
        return not (before.is_("that") and entry.form == "base") or True
    previous = cues[-1] if cues else None
    if (
        previous is not None
        and previous.end == at - 1
        and before.is_("and", ",", "or")
        and previous.form in ("base", "third")
    ):
        return True
    if previous is not None and previous.sense.kind == "assist" and entry.form == "base":
        return not before.low in _DETERMINERS and (previous.end == at or before.kind == "word" and after is not None)
    if entry.form == "third" or (entry.form == "base" and before.low in OTHER_NOUNS()):
        return before.low in OTHER_NOUNS() and not (after is not None and after.kind == "mark")
    return (
        previous is not None
        and previous.form in ("base",)
        and before.is_("and", ",", "then")
        and after is not None
        and not after.is_("of")
    )


def OTHER_NOUNS() -> frozenset[str]:
    """Give the nouns that name someone else when they stand before a verb."""
    return word_set("OTHERS")


def _previous_word(tokens: Sequence[Token], at: int) -> Token | None:
    """Give the token before, past adverbs."""
    at -= 1
    while at >= 0 and tokens[at].kind == "word" and tokens[at].low in _ADVERBS - {"as", "been", "be"}:
        at -= 1
    return tokens[at] if at >= 0 else None


def _after_preposition(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun phrase is what a preposition such as `with` or `to` leads to: someone else's role."""
    for index in range(at - 1, max(at - 5, -1), -1):
        if small(tokens[index]) in ("with", "to", "for", "by", "from", "under", "of"):
            return True
        if tokens[index].kind == "mark":
            return False
    return False


def _after_noun(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    if before is not None and before.is_(","):
        before = tokens[at - 2] if at > 1 else None
    return before is not None and (
        before.kind == "skill" or (before.kind == "word" and before.low not in _ADVERBS | _LINKS | {"i", "we"})
    )


def _by_me(tokens: Sequence[Token], end: int) -> bool:
    return end + 1 < len(tokens) and tokens[end].is_("by") and tokens[end + 1].is_("me", "myself", "us")


def _subject(tokens: Sequence[Token], at: int, entry: Entry, cues: list[Cue]) -> tuple[Subject, bool]:
    """Give who does it, and whether the words name them right before the verb."""
    index = at - 1
    while index >= 0 and (tokens[index].low in _ADVERBS or tokens[index].is_("n't", "not", "never", "all")):
        index -= 1
    if index < 0 or entry.form in ("phrase", "role") and entry.sense.kind != "use":
        return "self", False
    token = tokens[index]
    passive = any(tokens[i].is_("was", "were", "is", "are", "been", "be", "being", "got") for i in range(index + 1, at))
    end = at + len(entry.words)
    if _by_me(tokens, end):
        return ("we" if tokens[end + 1].is_("us") else "self"), False
    if token.is_("i", "je", "ich", "yo"):
        return "self", True
    if small(token) == "we" or (token.is_("together")):
        return "we", True
    if passive and entry.form == "past" and (token.kind == "skill" or token.kind == "word" and token.low not in _LINKS):
        return "other", True
    governed = bool(cues) and cues[-1].sense.kind in ("act", "assist", "part", "use") and cues[-1].subject == "self"
    if token.is_("who", "that", "which", "whose", "where"):
        return _relative_subject(tokens, index, cues)
    if token.kind == "word" and (token.low in OTHER_NOUNS() or (token.low in word_set("PEOPLE"))):
        if entry.form == "ing":
            return ("other", False) if not governed or token.low not in word_set("PEOPLE") else ("self", False)
        return ("other", True) if not _object_of(tokens, index, cues, entry) else ("self", False)
    if token.kind == "skill" and entry.form in ("past", "third") and index == 0 and entry.form == "third":
        return "other", True
    if token.kind == "word" and entry.form == "third":
        return "other", True
    return "self", False


def _object_of(tokens: Sequence[Token], noun: int, cues: list[Cue], entry: Entry) -> bool:
    """Say whether a noun before a bare verb is the object of a helping verb: "helped the team migrate"."""
    return entry.form == "base" and bool(cues) and cues[-1].sense.kind == "assist"


def _relative_subject(tokens: Sequence[Token], pronoun: int, cues: list[Cue]) -> tuple[Subject, bool]:
    """`who` and `that` speak of the noun before: a led team's work is the leader's, a client's is not."""
    noun = tokens[pronoun - 1] if pronoun else None
    led = bool(cues) and cues[-1].sense.kind in ("act", "part", "assist", "use") and cues[-1].subject != "other"
    if noun is not None and noun.low in word_set("PEOPLE"):
        return (
            ("self", False)
            if led and cues[-1].sense.ownership == "led" or led and cues[-1].sense.kind == "part"
            else ("other", False)
        )
    if noun is not None and noun.low in OTHER_NOUNS() - {"platform", "system", "application", "app", "site", "product"}:
        return "other", False
    return ("self", False) if led else ("other", False)


def _opens_clause(tokens: Sequence[Token], at: int, entry: Entry, cues: list[Cue]) -> bool:
    if not cues:
        return True
    index = at - 1
    while index >= 0 and tokens[index].kind == "word" and tokens[index].low in _ADVERBS - {"as", "well"}:
        index -= 1
    linked = index >= 0 and (
        tokens[index].low in _LINKS or tokens[index].low in _ENDS or tokens[index].is_(":", "-", "–", "—", "(")
    )
    if entry.form in ("past", "phrase", "role", "third"):
        return linked or index < 0
    if entry.form == "ing":
        return index >= 0 and tokens[index].is_("and", "but", "&") and cues[-1].form == "ing" and cues[-1].free
    return linked and cues[-1].form == "base" and cues[-1].free
