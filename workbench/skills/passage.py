"""The sentence or line around a doubtful name, and what can be said of it once for all its names."""

from __future__ import annotations

import functools
import re

from workbench.skills import cues
from workbench.skills.fold import fold
from workbench.skills.matcher import Match
from workbench.skills.ordinary import NEVER, NEVER_SMALL, words_of

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*[+#]*")
_GAP = re.compile(
    r"^[\s\d.]{0,12}(?:\([^()]{0,24}\)\s*)?"
    r"(?:[,/&+|;•·()\[\]:]|\s[–-]\s|\b(?:and|or|und|oder|sowie|et|ou|y|e|o|plus|as well as)\b|,\s*(?:and|or)\b)"
    r"[\s(]*(?:(?:e\.g\.|etc\.?)\s*)?$"
)


_LITTLE = words_of("a an the and or of to in on at for with is was as by from")


@functools.cache
def says_little(phrase: str, key: str) -> bool:
    """Say whether a phrase holds but the name and little words: `rust and` is no word against Rust and C."""
    return frozenset(fold(phrase).text.split()) <= _LITTLE | frozenset(key.split())


@functools.cache
def _every_phrase() -> tuple[tuple[str, bool, str, frozenset[str]], ...]:
    every = [(p, False) for p in NEVER] + [(p, True) for p in NEVER_SMALL]
    return tuple((p, small, fold(p).text, frozenset(p.split())) for p, small in every)


@functools.cache
def phrases(key: str) -> tuple[tuple[str, bool], ...]:
    """Give the phrases in which a folded name is not the skill, and whether that holds for small letters only."""
    inside = f" {key} "
    return tuple((p, small) for p, small, folded, words in _every_phrase() if inside in folded or key in words)


class Passage:
    """The sentence or line a name stands in, and what can be said of it once for all its names."""

    __slots__ = (
        "_elsewhere",
        "_technical",
        "_words",
        "all_capital",
        "all_small",
        "labelled",
        "line",
        "lower",
        "start",
        "text",
    )

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.text = text
        self.lower = lower = text.lower()
        self.line = lower.replace("\n", " ") if "\n" in lower else lower
        self._words: frozenset[str] | None = None
        self._technical = self._elsewhere = 0
        head = text[:60]
        self.labelled = (":" in head or "|" in head or "–" in head or "—" in head or " - " in head) and (
            cues.LABELS.match(text) is not None
        )
        # where small letters, or capitals, are all there is, they say nothing
        self.all_small = text == lower
        self.all_capital = text.isupper() and len(text) > 12

    @property
    def words(self) -> frozenset[str]:
        """The words in small letters, found when they are first asked for."""
        if self._words is None:
            self._words = words = frozenset(_WORD.findall(self.lower))
            self._technical = len(words & cues.TECH)
            self._elsewhere = len(words & cues.ELSE)
        return self._words

    @property
    def technical(self) -> int:
        """How many words are of the field."""
        return self._technical if self.words else 0

    @property
    def elsewhere(self) -> int:
        """How many words are of another field."""
        return self._elsewhere if self.words else 0


_gaps: dict[str, bool] = {}


def chained(text: str, left: Match, right: Match) -> bool:
    """Say whether two names stand beside each other in an enumeration."""
    if right.start - left.end > 30:
        return False
    gap = text[left.end : right.start]
    known = _gaps.get(gap)
    if known is None:
        if len(_gaps) >= 20_000:
            _gaps.clear()
        known = _gaps[gap] = _GAP.match(gap) is not None
    return known
