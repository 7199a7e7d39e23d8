"""Kits: what lies on the bench of whoever works with a technology.

A language has its package manager and its editor, a framework its usual database, a store its query language. Each line
of `kits.txt` names one technology and what usually comes with it, with `~` after what often but not always does. A
skill that is built on another, or implies it, takes over that one's kit at a smaller share: who uses an unknown Rust
library has Cargo. Knowledge of the field, written down; it says nothing of who can do what, only what stands together.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.skills.kin import ends

if TYPE_CHECKING:
    from workbench.skills.vocabulary import Vocabulary

_OFTEN = 0.5
# what a skill's own kit counts, and the kit of what it stands on
_OWN, _TAKEN_OVER = 1.0, 0.4


@functools.cache
def kits() -> dict[str, dict[str, float]]:
    """Give each technology's kit: ids with their shares, 1 for what always comes with it and 0.5 for what often does.

    >>> kits()["rust"]["cargo"]
    1.0
    """
    out = {}
    for line in (Path(__file__).with_suffix(".txt")).read_text(encoding="utf-8").splitlines():
        head, _, parts = line.partition(": ")
        out[head] = {p.rstrip("~"): _OFTEN if p.endswith("~") else 1.0 for p in parts.split()}
    return out


def in_kit(a: str, b: str) -> bool:
    """Say whether one of two skills lies in the other's own kit."""
    return b in kits().get(a, {}) or a in kits().get(b, {})


def shares(words: Vocabulary, index: dict[str, int]) -> Any:
    """Give how far each skill lies in the kit of each other.

    Parameters
    ----------
    words
        Whose relations say what a skill stands on.
    index
        The row of each skill.

    Returns
    -------
    scipy.sparse.csr_array
        Symmetric, shape (skills, skills); 0 to 1.4: a share of the own kit, and 0.4 of it for what one stands on.
    """
    import numpy as np
    from scipy import sparse

    own: dict[tuple[int, int], float] = {}
    taken: dict[tuple[int, int], float] = {}

    def lay(into: dict[tuple[int, int], float], skill: str, kit: dict[str, float], weight: float) -> None:
        for other, share in kit.items():
            if other in index and other != skill:
                for pair in ((index[skill], index[other]), (index[other], index[skill])):
                    into[pair] = max(into.get(pair, 0.0), share * weight)

    for skill, term in words.terms.items():
        lay(own, skill, kits().get(skill, {}), _OWN)
        for base in {skill, *ends(term, "implies"), *ends(term, "built_on")}:
            lay(taken, skill, kits().get(base, {}), _TAKEN_OVER)
    for pair, share in taken.items():
        own[pair] = own.get(pair, 0.0) + share
    size = len(index)
    if not own:
        return sparse.csr_array((size, size), dtype=np.float32)
    rows, columns = zip(*own, strict=True)
    return sparse.csr_array((list(own.values()), (rows, columns)), shape=(size, size), dtype=np.float32)
