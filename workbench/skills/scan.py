"""Find a few short signs in a text much faster than one search after the other does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Places = Sequence[tuple[int, int, int]]


def scanner(*signs: bytes) -> Callable[[bytes], Places]:
    """Make a search for signs of two bytes and more: (which, start, end) of each, in order and apart.

    >>> scanner(b"://", b".com")(b"see https://example.com")
    [(0, 9, 12), (1, 19, 23)]
    """
    import ahocorasick_rs as aho

    # among a handful of leftmost matches the library compares many bytes at once
    found: Callable[[bytes], Places] = aho.BytesAhoCorasick(signs, aho.MatchKind.LeftmostFirst).find_matches_as_indexes
    return found
