"""Where a column begins inside lines: labels set flush right before text set flush left, with little white between.

Templates with dates or labels in a margin leave six points between "08/2023" and "Engineer": less than a wide space.
That many lines part at the very same place, and that others begin there, tells the margin from a space.
"""

from __future__ import annotations

import itertools
from collections import Counter

from workbench.resume.tokens import Token

_GAP = 0.38  # of the letters' size: a space is a quarter, a stretched one a third
_NEAR = 0.9  # points


def margin_stops(lines: list[list[Token]]) -> list[tuple[float, float]]:
    """Give the gaps that part a margin from what stands beside it, as where they begin and end.

    Parameters
    ----------
    lines
        The words line by line, each line from left to right.
    """
    starts = Counter(round(line[0].x0) for line in lines)
    pairs = Counter(
        (round(one.x1), round(two.x0))
        for line in lines
        for one, two in itertools.pairwise(line)
        if two.x0 - one.x1 > _GAP * min(one.size, two.size)
    )
    found: list[tuple[float, float]] = []
    for (end, start), _ in pairs.items():
        alike = sum(count for (a, b), count in pairs.items() if abs(a - end) <= 1 and abs(b - start) <= 1)
        begun = sum(starts[start + step] for step in (-1, 0, 1))
        if alike >= 2 and begun >= 2:
            found.append((end, start))
    return found


def at_stop(one: Token, two: Token, stops: list[tuple[float, float]]) -> bool:
    """Whether two words stand on the two sides of such a gap."""
    if not stops:
        return False
    x1, x0 = one.x1, two.x0
    return any(abs(x0 - start) <= _NEAR and abs(x1 - end) <= 1 + _NEAR for end, start in stops)
