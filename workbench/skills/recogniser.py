"""Find the skills a text names.

>>> from workbench.skills import recognise
>>> [(m.id, m.text) for m in recognise("Took the helm of a team that ran k8s with Helm charts")]
[('kubernetes', 'k8s'), ('helm', 'Helm')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from workbench.skills.context import THRESHOLD, Passage, chained, passages, weigh
from workbench.skills.lexicon import SURE, Lexicon, Surface
from workbench.skills.matcher import Match, find
from workbench.skills.values import Mention

_SURE = "a name that means nothing else"
_LISTS = frozenset(("skills", "languages", "certificates", "keywords"))


class Recogniser:
    """Finds skills with one lexicon; `kin` gives the skills related to one, for names with several senses."""

    def __init__(self, lexicon: Lexicon, kin: Callable[[str], frozenset[str]]) -> None:
        self.lexicon = lexicon
        self.kin = kin

    def recognise(self, text: str, *, section: str | None = None) -> list[Mention]:
        """Give the mentions of a text in order, without overlaps; see `workbench.skills.recognise`."""
        matches, folded = find(self.lexicon, text)
        if not matches:
            return []
        terms = self.lexicon.words.terms
        doubtful = [i for i, m in enumerate(matches) if m.surface.level != SURE or len(m.surface.senses) > 1]
        decided = self._decide(text, matches, doubtful, section in _LISTS) if doubtful else {}
        out = []
        for i, match in enumerate(matches):
            if i in decided:
                found = decided[i]
                if found is None:
                    continue
                skill, why = found
            else:
                skill, why = match.surface.senses[0], _SURE
            written = text[match.start : match.end]
            if folded.lookalikes and not written.isascii() and _mixes(written):
                why += "; written with look-alike letters"
            out.append(Mention(skill, terms[skill]["name"], written, match.start, match.end, why))
        return out

    def recognise_all(self, texts: Iterable[str], *, section: str | None = None) -> list[list[Mention]]:
        """Give the mentions of each text."""
        return [self.recognise(text, section=section) for text in texts]

    def _decide(
        self, text: str, matches: list[Match], doubtful: list[int], section: bool
    ) -> dict[int, tuple[str, str] | None]:
        places = passages(text)
        starts = [p.start for p in places]
        unsure = set(doubtful)
        # passage number of every match, and the ids without doubt in each passage
        where = [max(0, bisect_right(starts, m.start) - 1) for m in matches]
        certain: dict[int, set[str]] = {}
        for i, match in enumerate(matches):
            if i not in unsure:
                certain.setdefault(where[i], set()).add(match.surface.senses[0])
        linked = _links(text, matches, doubtful)
        out: dict[int, tuple[str, str] | None] = dict.fromkeys(doubtful)
        waiting = doubtful
        # what the first round decides speaks for its neighbours in the second: "go, r and c"
        for _ in range(2):
            decided = []
            for i in waiting:
                near = certain.get(where[i], set())
                out[i] = self._one(matches, i, places[where[i]], near, linked, unsure, section)
                if out[i] is not None:
                    decided.append(i)
            unsure.difference_update(decided)
            waiting = [i for i in waiting if out[i] is None and (linked.get(i) or linked.get(i - 1))]
            if not decided:
                break
        return out

    def _one(
        self,
        matches: list[Match],
        i: int,
        passage: Passage,
        near: set[str],
        linked: dict[int, bool],
        unsure: set[int],
        section: bool,
    ) -> tuple[str, str] | None:
        surface = matches[i].surface
        skill, chosen = self._sense(surface, near)
        if skill is None:
            return None
        sure, other = _run(i, linked, unsure, matches)
        if surface.level == SURE:
            return skill, chosen
        kin = len(near & self.kin(skill))
        tally = weigh(matches[i], passage, sure, other, len(near - {skill}), kin, section)
        if tally.points < THRESHOLD:
            return None
        return skill, "; ".join(filter(None, (chosen, tally.why())))

    def _sense(self, surface: Surface, near: set[str]) -> tuple[str | None, str]:
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


def _links(text: str, matches: list[Match], doubtful: list[int]) -> dict[int, bool]:
    """Say, for the matches around doubtful ones, whether match i and i + 1 stand in one enumeration."""
    linked: dict[int, bool] = {}
    last = len(matches) - 1
    for i in doubtful:
        for j in range(max(0, i - 4), min(last, i + 4)):
            if j not in linked:
                linked[j] = chained(text, matches[j], matches[j + 1])
    return linked


def _run(i: int, linked: dict[int, bool], unsure: set[int], matches: list[Match]) -> tuple[int, int]:
    """Count the skills without and with doubt in the enumeration around match i, four to each side."""
    sure = other = 0
    for step in (-1, 1):
        j = i
        for _ in range(4):
            edge = j - 1 if step < 0 else j
            if not linked.get(edge, False):
                break
            j += step
            if j in unsure and matches[j].surface.level != SURE:
                other += 1
            else:
                sure += 1
    return sure, other


def _mixes(written: str) -> bool:
    return any(c.isascii() and c.isalpha() for c in written) or any(ord(c) > 0x36F for c in written)
