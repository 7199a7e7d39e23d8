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

    heads = {head: row for row, head in enumerate(h for h in kits() if h in index)}
    lies = [(row, index[k], w) for head, row in heads.items() for k, w in kits()[head].items() if k in index]
    stands = [
        (row, heads[base])
        for skill, row in index.items()
        for base in {skill, *ends(words.terms[skill], "implies"), *ends(words.terms[skill], "built_on")}
        if base in heads
    ]
    size = len(index)
    kit = _matrix([(row, column) for row, column, _ in lies], [w for _, _, w in lies], (len(heads), size))
    owns = _matrix([(index[head], row) for head, row in heads.items()], [1.0] * len(heads), (size, len(heads)))
    bases = _matrix(stands, [1.0] * len(stands), (size, len(heads)))
    taken = bases @ kit
    taken.data = np.minimum(taken.data, 1.0)
    own, taken = owns @ kit, sparse.csr_array(taken)
    out = _OWN * own.maximum(own.T) + _TAKEN_OVER * taken.maximum(taken.T)
    out = sparse.csr_array(out - sparse.dia_array((out.diagonal()[None, :], [0]), shape=(size, size)))
    out.eliminate_zeros()
    return sparse.csr_array(out, dtype=np.float32)


def _matrix(places: list[tuple[int, int]], values: list[float], shape: tuple[int, int]) -> Any:
    from scipy import sparse

    rows, columns = zip(*places, strict=True) if places else ((), ())
    return sparse.csr_array((values, (rows, columns)), shape=shape, dtype="float32")
