r"""How close two skills are: a diffusion over relations, roles and families, and the worlds of work they share.

Skills, role tags and families are the nodes of one weighted graph. With :math:`S = D^{-1/2} W D^{-1/2}` the kernel is
:math:`K = \sum_{k=0}^{5} \alpha^k S^k`, and the closeness of a and b is :math:`k_{ab} = K_{ab} / \sqrt{K_{aa} K_{bb}}`,
so that a hub such as a popular language is not close to everything (Kondor and Lafferty 2002, diffusion kernels on
graphs). Beside it stand how far the same people use both, :math:`w_{ab}` (the cosine of two skills' worlds of work) and
:math:`r_{ab}` (that of their roles, the rarer the heavier), how far those people look beyond their world,
:math:`o_a + o_b`, :math:`d_{ab}`, the strength of a direct relation, and :math:`t_{ab}`, how far one lies in the
other's kit:

.. math::
    \frac{0.38 \sqrt{k_{ab}} + 0.2 w_{ab} + 0.05 r_{ab} + 0.15 d_{ab} + 0.28 t_{ab} + 0.045 (o_a + o_b) + 0.15}{1.15}

cut to 0–1. One query is five sparse products, a small part of a personalised PageRank.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.skills import cache, kits, worlds
from workbench.skills.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.skills.learned import Learned

# what one relation says of two skills being used or learned together
_EDGE = {
    "near": 1.0,
    "alternative_to": 0.8,
    "implies": 1.0,
    "built_on": 1.0,
    "part_of": 1.0,
    "confused_with": 0.2,
}
_ROLE, _FAMILY = 0.55, 0.1
_ALPHA, _DEPTH = 0.8, 5
_SPREAD, _WORLDS, _SAME_PEOPLE, _DIRECT, _KIT, _REACH = 0.38, 0.2, 0.05, 0.15, 0.28, 0.045
# where two skills that share nothing lie, so that those of opposite worlds can lie below
_ZERO = 0.15
_SOFTEN = 0.6


class Relatedness:
    """The closeness of all skills of a vocabulary to one, and of two to each other."""

    def __init__(self, words: Vocabulary) -> None:
        import numpy as np
        from scipy import sparse

        self.ids = list(words.terms)
        self.index = {skill: i for i, skill in enumerate(self.ids)}
        self._direct: dict[int, dict[int, float]] = {}
        nodes = dict(self.index)
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []

        def edge(a: int, b: int, weight: float) -> None:
            rows.extend((a, b))
            columns.extend((b, a))
            values.extend((weight, weight))

        for skill, term in words.terms.items():
            i = self.index[skill]
            for field, weight in _EDGE.items():
                for entry in term.get(field, ()):
                    j = self.index.get(entry if isinstance(entry, str) else entry["id"])
                    if j is None or i == j:
                        continue
                    edge(i, j, weight)
                    for a, b in ((i, j), (j, i)):
                        known = self._direct.setdefault(a, {})
                        known[b] = max(known.get(b, 0.0), weight)
            for role in term.get("used_by", ()):
                edge(i, nodes.setdefault(f"role {role}", len(nodes)), _ROLE)
            family = nodes.setdefault(f"family {words.family_of[skill]}", len(nodes))
            edge(i, family, _FAMILY)
        size = len(nodes)
        weights = sparse.csr_array((values, (rows, columns)), shape=(size, size), dtype=np.float32)
        scale = sparse.dia_array((1 / np.sqrt(np.maximum(weights.sum(axis=0), 1e-9))[None, :], [0]), shape=(size, size))
        self._step = sparse.csr_array(scale @ weights @ scale, dtype=np.float32)
        self._size = size
        self._self = self._diagonal(words.digest)
        self._people = self._roles(words)
        self._worlds, self._reach = worlds.vectors(self.index, self._step[: len(self.ids), : len(self.ids)])
        self._kits = kits.shares(words, self.index)
        self._row = lru_cache(maxsize=4096)(self._compute)

    def score(self, a: str, b: str) -> float:
        """Give the closeness of two skills in 0–1."""
        if a == b:
            return 1.0
        return float(self._row(self.index[a])[self.index[b]])

    def closest(self, skill: str, limit: int, learned: Learned | None = None) -> list[tuple[str, float]]:
        """Give the closest skills with their scores, closest first; equal ones in alphabetical order."""
        import numpy as np

        row = self._row(self.index[skill])
        if learned is not None:
            row = learned.blend_row(skill, self.ids, row)
        row = row.copy()
        row[self.index[skill]] = -1.0
        many = min(limit, len(row) - 1)
        if many <= 0:
            return []
        best = np.argpartition(-row, many - 1)[:many]
        return sorted(((self.ids[i], float(row[i])) for i in best if row[i] > 0), key=lambda x: (-x[1], x[0]))

    def _compute(self, i: int) -> NDArray[np.float32]:
        import numpy as np

        spread = np.zeros(self._size, dtype=np.float32)
        spread[i] = 1.0
        total = spread.copy()
        for k in range(1, _DEPTH + 1):
            spread = self._step @ spread
            total += (_ALPHA**k) * spread
        spread_to = np.clip(total[: len(self.ids)] / np.sqrt(self._self[i] * self._self), 0, 1)
        direct = np.zeros(len(self.ids), dtype=np.float32)
        for j, weight in self._direct.get(i, {}).items():
            direct[j] = weight
        first, last = self._kits.indptr[i : i + 2]
        kit = np.zeros(len(self.ids), dtype=np.float32)
        kit[self._kits.indices[first:last]] = self._kits.data[first:last]
        people = np.clip(self._people @ self._people[i], 0, 1)
        row = _SPREAD * np.sqrt(spread_to) + _WORLDS * (self._worlds @ self._worlds[i]) + _SAME_PEOPLE * people
        row += _DIRECT * direct + _KIT * kit
        row = np.clip((row + _REACH * (self._reach + self._reach[i]) + _ZERO) / (1 + _ZERO), 0, 1)
        row[i] = 1.0
        result: NDArray[np.float32] = row
        return result

    def _roles(self, words: Vocabulary) -> NDArray[np.float32]:
        """Give each skill's roles as a unit vector; shape (skills, roles)."""
        import numpy as np

        roles = sorted({role for term in words.terms.values() for role in term.get("used_by", ())})
        column = {role: i for i, role in enumerate(roles)}
        vectors = np.zeros((len(self.ids), max(1, len(roles))), dtype=np.float32)
        for i, term in enumerate(words.terms.values()):
            for role in term.get("used_by", ()):
                vectors[i, column[role]] = 1.0
        vectors *= np.log1p(len(self.ids) / np.maximum(vectors.sum(axis=0), 1))
        vectors += _SOFTEN * (self._step[: len(self.ids), : len(self.ids)] @ vectors)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        result: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-9)
        return result

    def _diagonal(self, digest: str) -> NDArray[np.float32]:
        """Give the kernel's diagonal, kept between runs because it takes a product with every skill."""
        import numpy as np

        name = f"diagonal-{cache.digest(str(cache.FORMAT), digest, repr((_EDGE, _ROLE, _FAMILY, _ALPHA, _DEPTH)))}"
        kept: Any = cache.load(name)
        if isinstance(kept, list) and len(kept) == len(self.ids):
            return np.array(kept, dtype=np.float32)
        out = np.ones(len(self.ids), dtype=np.float32)
        for start in range(0, len(self.ids), 256):
            block = np.arange(start, min(start + 256, len(self.ids)))
            spread = np.zeros((self._size, len(block)), dtype=np.float32)
            spread[block, np.arange(len(block))] = 1.0
            for k in range(1, _DEPTH + 1):
                spread = self._step @ spread
                out[block] += (_ALPHA**k) * spread[block, np.arange(len(block))]
        rounded = [round(float(x), 6) for x in out]
        cache.keep(name, rounded)
        return np.array(rounded, dtype=np.float32)
