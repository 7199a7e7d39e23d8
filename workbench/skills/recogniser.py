"""Find the skills a text names.

>>> from workbench.skills import recognise
>>> [(m.id, m.text) for m in recognise("Took the helm of a team that ran k8s with Helm charts")]
[('kubernetes', 'k8s'), ('helm', 'Helm charts')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from workbench.skills.decision import Decider, Known
from workbench.skills.lexicon import Lexicon
from workbench.skills.matcher import find
from workbench.skills.values import Mention

_SURE = "a name that means nothing else"
# a named tuple made without its Python-level constructor
_mention: Any = tuple.__new__
_LISTS = frozenset(("skills", "languages", "certificates", "keywords"))


class Recogniser:
    """Finds skills with one lexicon; `kin` gives the skills related to one, for names with several senses."""

    def __init__(self, lexicon: Lexicon, kin: Callable[[str], frozenset[str]]) -> None:
        self.lexicon = lexicon
        self._decider = Decider(lexicon, kin)
        self._names = {skill: str(term["name"]) for skill, term in lexicon.words.terms.items()}

    def recognise(self, text: str, *, section: str | None = None) -> list[Mention]:
        """Give the mentions of a text in order, without overlaps; see `workbench.skills.recognise`."""
        matches, folded = find(self.lexicon, text)
        decide, names, make, raw, in_list = self._decider.decide, self._names, _mention, folded.raw, section in _LISTS
        known: Known = {}
        out: list[Mention] = []
        note = out.append
        for i, (start, end, surface, _, _) in enumerate(matches):
            if (skill := surface.sure) is not None:
                note(make(Mention, (skill, names[skill], text[start:end], start, end, _SURE)))
                continue
            decided = known[i] if i in known else decide(text, matches, i, raw, in_list, known)
            if decided is not None:
                skill, why = decided
                note(make(Mention, (skill, names[skill], text[start:end], start, end, why)))
        if folded.lookalikes:
            out = [m._replace(why=f"{m.why}; written with look-alike letters") if _mixes(m.text) else m for m in out]
        return out

    def recognise_all(self, texts: Iterable[str], *, section: str | None = None) -> list[list[Mention]]:
        """Give the mentions of each text."""
        return [self.recognise(text, section=section) for text in texts]


def _mixes(written: str) -> bool:
    return any(c.isascii() and c.isalpha() for c in written) or any(ord(c) > 0x36F for c in written)
