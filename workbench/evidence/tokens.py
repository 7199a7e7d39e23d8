"""Words, numbers, marks and skill mentions of a sentence, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal["word", "number", "mark", "skill"]


class Mentioned(Protocol):
    """What this room needs of a skill mention: which skill, and where it stands."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Token:
    """A word, number, mark or skill. `glued` says that a hyphen joins it to the token before."""

    kind: Kind
    text: str
    start: int
    end: int
    glued: bool = False
    mention: int | None = None

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def last(self) -> str:
        """The last word in lower case: a mention such as "cloud migration" counts as its noun."""
        return self.low.split()[-1] if self.text else ""

    def is_(self, *words: str) -> bool:
        """Say whether this is one of these words or marks, whatever its case."""
        return self.kind != "skill" and self.low in words


_GAP = "[,.'\u2019 \u00a0\u202f\u2009]"
_TOKEN = re.compile(
    rf"""
    (?P<number>(?<![\w.])[~≈<>]?\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?(?!\d)(?:\s?(?:bn|[kKM])(?!\w))?\+?
      |(?<![\w.])[~≈<>]?\d+(?:[.,]\d+)?(?:(?:bn|mn|[kKMB])(?!\w))?\+?(?![\w]*\d))
    |(?P<word>\w+(?:['’]\w+)?)
    |(?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_KINDS: dict[str, Kind] = {"number": "number", "word": "word", "mark": "mark"}
_HYPHENS = "-‐‑"


def tokenise(
    text: str,
    mentions: Sequence[Mentioned] = (),
    *,
    verbs: Callable[[str], bool] = lambda _: False,
    nouns: Container[str] = (),
) -> tuple[Token, ...]:
    """Split a sentence into tokens; a skill mention is one token.

    A mention may hold more than the name, as in "Managed Kubernetes" or "RabbitMQ cluster". A word that is one of
    `verbs` at the start of a phrase, and one of `nouns` after a name, become tokens of their own.

    >>> [token.text for token in tokenise("a 40-node cluster")]
    ['a', '40', 'node', 'cluster']
    """
    tokens: list[Token] = []
    at = 0
    for index in sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end)):
        mention = mentions[index]
        if mention.start < at:
            continue
        start, end = mention.start, mention.end
        _plain(text, at, start, tokens)
        first, _, rest = text[start:end].partition(" ")
        if rest and verbs(first.lower()) and (not tokens or tokens[-1].is_("and", ",", ";", ".", "i", "•", "-")):
            _plain(text, start, start + len(first), tokens)
            start = end - len(rest)
        name, _, last = text[start:end].rpartition(" ")
        if name and last.lower() in nouns and any(letter.isupper() for letter in name):
            end = start + len(name)
        glued = _glue(text, start, tokens)
        tokens.append(Token("skill", text[start:end], start, end, glued, index))
        at = end
    _plain(text, at, len(text), tokens)
    return tuple(tokens)


def _plain(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        glued = _glue(text, match.start(), tokens)
        kind = _KINDS[match.lastgroup or "mark"]
        tokens.append(Token(kind, match.group(), match.start(), match.end(), glued))


def _glue(text: str, start: int, tokens: list[Token]) -> bool:
    """Drop a hyphen that joins two words, and say that there was one."""
    if not tokens or tokens[-1].text not in _HYPHENS or tokens[-1].end != start or len(tokens) < 2:
        return False
    if tokens[-2].end != tokens[-1].start or start >= len(text) or text[start].isspace():
        return False
    if tokens[-2].kind == "number" and text[start].isdigit():
        return False  # 10-15 is a range
    tokens.pop()
    return True


def place(tokens: Sequence[Token], mention: int) -> int | None:
    """Give the index of the token that stands for a mention."""
    return next((index for index, token in enumerate(tokens) if token.mention == mention), None)
