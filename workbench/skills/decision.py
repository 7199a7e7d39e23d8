"""The doubtful names of a text: which sense, and whether it is the skill at all."""

from __future__ import annotations

from collections.abc import Callable

from workbench.skills import cues
from workbench.skills.context import THRESHOLD, weigh
from workbench.skills.lexicon import Lexicon
from workbench.skills.matcher import Match
from workbench.skills.ordinary import ELSEWHERE, words_of
from workbench.skills.passage import Passage, chained, phrases
from workbench.skills.sentences import span_around
from workbench.skills.surfaces import MOSTLY_SKILL, SURE, WORD, Surface

_JOINS = words_of("and or und oder sowie et ou y e o plus")
_SPEAKS = frozenset(w.encode() for w in cues.SPEAKS_BEFORE | cues.VENDORS | _JOINS)
_FOLLOWS = frozenset(w.encode() for w in cues.AFTER | _JOINS)
_PLAINLY = "a name that rarely means anything else in a profile; written as a name"
_LISTED = "listed beside other skills; written as a name"


Decided = tuple[str, str] | None
Known = dict[int, Decided]
_REMEMBERED = 20_000
_GLUED = frozenset("-'’")


class Decider:
    """Decides doubtful names; what a sentence said is remembered, so that reading it again costs a look-up."""

    def __init__(self, lexicon: Lexicon, kin: Callable[[str], frozenset[str]]) -> None:
        self.lexicon = lexicon
        self.kin = kin
        self._remembered: dict[tuple[str, bool, int], list[Decided]] = {}

    def decide(self, text: str, matches: list[Match], i: int, folded: bytes, section: bool, known: Known) -> Decided:
        """Give the skill and why, or None, of the doubtful match at a place in `matches`.

        What is learned of others of its sentence on the way is put into `known`.
        """
        start, end, surface, _, _ = matches[i]
        if text[start:end].islower():
            if not section and _is_prose(text, matches[i], folded):
                return None
        # a name in small letters is never as it is spelled
        elif surface.level <= WORD and len(surface.senses) == 1 and _as_spelled(text, matches[i]):
            if listed(text, matches, i):
                return surface.senses[0], _LISTED
            if surface.level == MOSTLY_SKILL and plainly(text, matches[i]):
                return surface.senses[0], _PLAINLY
        self._sentence(text, matches, i, section, known)
        return known[i]

    def _sentence(self, text: str, matches: list[Match], i: int, section: bool, known: Known) -> None:
        """Decide all names of the sentence around one."""
        low, stop = span_around(text, matches[i][0], matches[i][1])
        first, last, many = i, i + 1, len(matches)
        while first and matches[first - 1][0] >= low:
            first -= 1
        while last < many and matches[last][0] < stop:
            last += 1
        inside = matches[first:last]
        # a prefix of the sentence belongs to the key: a window can begin with another name
        key = (text[low:stop], section, inside[0][0] - low)
        decided = self._remembered.get(key)
        if decided is None or len(decided) != len(inside):
            decided = Sentence(self, Passage(low, key[0]), text, inside, section).all()
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = decided
        for j in range(i, last):
            if matches[j][2].sure is None:
                known[j] = decided[j - first]

    def sense(self, surface: Surface, near: set[str]) -> tuple[str | None, str]:
        if len(surface.senses) == 1:
            return surface.senses[0], ""
        best, most = None, 0
        for skill in surface.senses:
            shared = len(near & (self.kin(skill) | {skill}))
            if shared > most:
                best, most = skill, shared
        if best is not None:
            return best, "the sense that fits the skills near it"
        if surface.key in self.lexicon.names or surface.owner:
            return surface.owner or surface.senses[0], "its usual sense"
        return None, ""


class Sentence:
    """The names of one sentence or line, decided in at most two rounds."""

    def __init__(self, decider: Decider, passage: Passage, text: str, matches: list[Match], section: bool) -> None:
        self.decider = decider
        self.passage = passage
        self.text = text
        self.matches = matches
        self.section = section
        self._near = {m.surface.sure for m in matches if m.surface.sure is not None}
        self._linked: dict[int, bool] = {}
        self._settled: set[int] = set()

    def all(self) -> list[Decided]:
        """Decide each; what the first round settles speaks for its neighbours in the second ("go, r and c")."""
        out: list[Decided] = [None] * len(self.matches)
        doubtful = [i for i, match in enumerate(self.matches) if match.surface.sure is None]
        for i in doubtful:
            out[i] = self._one(i)
        self._settled = {i for i in doubtful if out[i] is not None}
        if self._settled and len(self._settled) < len(doubtful):
            self._near |= {found[0] for found in out if found is not None}
            for i in doubtful:
                if out[i] is None:
                    out[i] = self._one(i)
        return out

    def _one(self, i: int) -> Decided:
        match = self.matches[i]
        surface = match.surface
        sure, other = self._company(i)
        if sure and surface.level <= WORD and len(surface.senses) == 1 and _as_spelled(self.text, match):
            return surface.senses[0], _LISTED
        near = self._near
        skill, chosen = self.decider.sense(surface, near)
        if skill is None:
            return None
        if surface.level == SURE:
            return skill, chosen
        kin = len(near & self.decider.kin(skill)) if near else 0
        company = len(near) - (skill in near)
        tally = weigh(match, self.passage, sure, other, company, kin, self.section)
        if tally.points < THRESHOLD:
            return None
        return skill, "; ".join(filter(None, (chosen, tally.why())))

    def _link(self, i: int) -> bool:
        """Say whether names i and i + 1 stand in one enumeration."""
        if i < 0 or i + 1 >= len(self.matches):
            return False
        known = self._linked.get(i)
        if known is None:
            known = self._linked[i] = chained(self.text, self.matches[i], self.matches[i + 1])
        return known

    def _company(self, i: int) -> tuple[int, int]:
        """Count the skills without and with doubt in the enumeration around a name, four to each side."""
        sure = other = 0
        for step in (-1, 1):
            j = i
            for _ in range(4):
                if not self._link(j - 1 if step < 0 else j):
                    break
                j += step
                if self.matches[j].surface.level == SURE or j in self._settled:
                    sure += 1
                else:
                    other += 1
        return sure, other


def listed(text: str, matches: list[Match], i: int) -> bool:
    """Say whether a name that is as it is spelled stands straight beside a skill without doubt in an enumeration.

    The commonest case by far, decided without a look at the rest of the sentence.
    """
    if i and matches[i - 1][2].level == SURE and chained(text, matches[i - 1], matches[i]):
        return True
    return i + 1 < len(matches) and matches[i + 1][2].level == SURE and chained(text, matches[i], matches[i + 1])


def plainly(text: str, match: Match) -> bool:
    """Say whether a name that rarely means anything else, as it is spelled, has no other name beside it."""
    start, end, surface, _, _ = match
    if surface.key in ELSEWHERE or phrases(surface.key):
        return False
    before = text[max(0, start - 24) : start]
    if before[-1:] == " " and before[-2:-1].isalnum():
        word = before.rsplit(None, 1)[-1]
        if not word.islower():
            return False
    after = text[end : end + 3]
    return not (after[:1] == " " and after[1:2].isupper())


def _as_spelled(text: str, match: Match) -> bool:
    """Say whether a name carries its own capitals and stands free of hyphens and of a word of another field."""
    start, end, surface, _, _ = match
    written = text[start:end]
    if surface.never or written not in surface.spellings or written.islower():
        return False
    return text[start - 1 : start] not in _GLUED and text[end : end + 1] not in _GLUED


def _is_prose(text: str, match: Match, folded: bytes) -> bool:
    """Say whether a name in small letters stands in running text between two words that do not speak for a skill.

    A cheap first look that spares most ordinary words the weighing.
    """
    start, end, surface, at, version = match
    if surface.level < WORD or surface.small or version:
        return False
    if text[start - 1 : start] != " " or text[end : end + 1] != " ":
        return False
    if not (text[max(0, start - 2) : start - 1].isalnum() and text[end + 1 : end + 2].isalpha()):
        return False
    if text[max(0, start - 60) : end + 60].islower():
        return False
    before = folded[folded.rfind(b" ", max(0, at - 30), at - 1) + 1 : at - 1]
    stop = at + len(surface.key) + 1
    after = folded[stop : folded.find(b" ", stop, stop + 30)]
    return before not in _SPEAKS and after not in _FOLLOWS
