"""The small words of grammar that cues, clauses and places are read by."""

from __future__ import annotations

from workbench.evidence.bags import bag
from workbench.evidence.tokens import Token
from workbench.evidence.words_other import SMALL

ADVERBS = bag(
    """
    also then later now still personally jointly successfully currently mainly mostly first once always daily
    regularly often finally subsequently initially independently single handedly both almost previously formerly
    have has had been be am is was were are just even since ever recently largely only as well already actively
    again 've 'd
    """
)
AUXILIARIES = ("was", "were", "is", "are", "been", "be", "being", "got", "wurde", "wurden")
LINKS = frozenset(("and", "or", "but", ",", "&", "/", "then", "plus", "while", "as", "well"))
BREAKS = frozenset((",", "and", "but", "&", ":", "-", "–", "—", "(", "while", "then", "whereas", "or", "plus"))
DETERMINERS = bag("a an the our my their its this that these those his her some any each every no one")
RELATIVES = ("who", "that", "which", "whose", "where")
PRONOUNS = bag("i we they you he she it")
MEANS = bag(
    """
    using with in via through on atop upon by over under into onto against inside within behind
    """
)
PREPOSITIONS = MEANS | bag(
    """
    to from for of between across about around without instead than as at into alongside off
    """
)
NUMBERS = bag("one two three four five six seven eight nine ten")


def small(token: Token) -> str:
    """Give a token's word, German, French and Spanish small words read as the English ones.

    >>> small(Token("word", "Für", 0, 3))
    'for'
    """
    return token.low if token.kind == "skill" else SMALL.get(token.low, token.low)
