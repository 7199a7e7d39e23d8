"""The small words of grammar that cues, clauses and places are read by."""

from __future__ import annotations

from workbench.evidence.tokens import Token
from workbench.evidence.words_other import SMALL

ADVERBS = frozenset(
    """also then later now still personally jointly successfully currently mainly mostly first once always daily
    regularly often finally subsequently initially independently single handedly both almost previously formerly
    have has had been be am is was were are just even since ever recently largely only as well already actively again
    've 'd""".split()
)
AUXILIARIES = ("was", "were", "is", "are", "been", "be", "being", "got", "wurde", "wurden")
LINKS = frozenset(("and", "or", "but", ",", "&", "/", "then", "plus", "while", "as", "well"))
BREAKS = frozenset((",", "and", "but", "&", ":", "-", "–", "—", "(", "while", "then", "whereas", "or", "plus"))
DETERMINERS = frozenset("a an the our my their its this that these those his her some any each every no one".split())
RELATIVES = ("who", "that", "which", "whose", "where")
PRONOUNS = frozenset("i we they you he she it".split())
MEANS = frozenset("using with in via through on atop upon by over under into onto against inside within behind".split())
PREPOSITIONS = MEANS | frozenset(
    "to from for of between across about around without instead than as at into alongside off".split()
)
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())


def small(token: Token) -> str:
    """Give a token's word, German, French and Spanish small words read as the English ones.

    >>> small(Token("word", "Für", 0, 3))
    'for'
    """
    return token.low if token.kind == "skill" else SMALL.get(token.low, token.low)
