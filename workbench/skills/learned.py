"""What a team's own texts say about skills that stand together, blended with the curated graph.

From the mentions of each text: co-occurrence counts, positive pointwise mutual information with shrinkage
(:math:`\\max(0, \\log\\frac{n_{ab} N}{n_a n_b}) \\cdot \\frac{n_{ab}}{n_{ab} + k}`, Church and Hanks 1990; Levy and
Goldberg 2014), and a truncated SVD of that matrix, whose rows are compared by cosine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workbench.skills.values import Mention

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.skills.skillgraph import SkillGraph

_SHRINK = 5.0


class Learned:
    """A learned layer over a skill graph; it changes `related` and `adjacent`, never `implies` or `not`.

    Attributes
    ----------
    weight
        The share of the learned score in a blend for a pair that both stand in the texts; 0.3 unless said.
    texts
        How many texts it was learned from.
    """

    def __init__(
        self, ids: list[str], vectors: NDArray[np.float64], counts: Counter[str], pairs: Counter[tuple[str, str]],
        texts: int, weight: float,
    ) -> None:  # fmt: skip
        self.ids = ids
        self.texts = texts
        self.weight = weight
        self._index = {skill: i for i, skill in enumerate(ids)}
        self._vectors = vectors
        self._counts = counts
        self._pairs = pairs

    def score(self, a: str, b: str) -> float | None:
        """Give the cosine of two skills in 0–1; None when one of them stands in no text."""
        i, j = self._index.get(a), self._index.get(b)
        if i is None or j is None:
            return None
        return max(0.0, float(self._vectors[i] @ self._vectors[j]))

    def blend(self, a: str, b: str, curated: float) -> float:
        """Give `(1 - weight) * curated + weight * learned`, or the curated score alone."""
        own = self.score(a, b)
        return curated if own is None else (1 - self.weight) * curated + self.weight * own

    def blend_row(self, a: str, ids: list[str], curated: NDArray[np.float32]) -> NDArray[np.float32]:
        """Blend the scores of one skill to many."""
        import numpy as np

        i = self._index.get(a)
        if i is None:
            return curated
        out = curated.copy()
        own = np.maximum(self._vectors @ self._vectors[i], 0)
        for position, other in enumerate(ids):
            j = self._index.get(other)
            if j is not None:
                out[position] = (1 - self.weight) * out[position] + self.weight * own[j]
        return out

    def why(self, a: str, b: str) -> str:
        """Say what the texts add to a score."""
        own = self.score(a, b)
        if own is None:
            return f"Your {self.texts} texts do not name both; the score is the glossaries' alone."
        together = self._pairs[min(a, b), max(a, b)]
        return (
            f"{self.weight:.0%} of the score comes from your {self.texts} texts, "
            f"where they stand together in {together} (alone in {self._counts[a]} and {self._counts[b]})."
        )

    def on(self, graph: SkillGraph) -> SkillGraph:
        """Give a graph that blends this layer; the one given stays as it is."""
        from workbench.skills.skillgraph import SkillGraph

        blended = SkillGraph(graph.words)
        blended.learned = self
        return blended


def learn_from(
    mentions: Iterable[Iterable[Mention]], graph: SkillGraph, *, weight: float = 0.3, dimensions: int = 50
) -> Learned:
    """Learn from the mentions of each text; the same texts give the same layer.

    Raises
    ------
    ValueError
        When `weight` is not in 0–1.
    """
    import numpy as np

    if not 0 <= weight <= 1:
        raise ValueError("the weight of the learned layer lies in 0 to 1")
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    texts = 0
    for found in mentions:
        skills = sorted({m.id for m in found if m.id in graph.words.terms})
        texts += 1
        counts.update(skills)
        pairs.update(combinations(skills, 2))
    ids = sorted(counts)
    if len(ids) < 3 or not pairs:
        return Learned([], np.zeros((0, 1)), counts, pairs, texts, weight)
    matrix = _associations(ids, counts, pairs, texts)
    vectors = _vectors(matrix, min(dimensions, len(ids) - 1))
    return Learned(ids, vectors, counts, pairs, texts, weight)


def _associations(ids: list[str], counts: Counter[str], pairs: Counter[tuple[str, str]], texts: int) -> Any:
    import numpy as np
    from scipy import sparse

    index = {skill: i for i, skill in enumerate(ids)}
    rows, columns, values = [], [], []
    for (a, b), n in pairs.items():
        value = np.log(n * texts / (counts[a] * counts[b])) * n / (n + _SHRINK)
        if value > 0:
            rows += [index[a], index[b]]
            columns += [index[b], index[a]]
            values += [value, value]
    return sparse.csr_array((values, (rows, columns)), shape=(len(ids), len(ids)), dtype=np.float64)


def _vectors(matrix: Any, dimensions: int) -> NDArray[np.float64]:
    import numpy as np
    from sklearn.decomposition import TruncatedSVD

    if matrix.nnz == 0:
        return np.zeros((matrix.shape[0], 1))
    reduced = TruncatedSVD(n_components=max(1, dimensions), random_state=0).fit_transform(matrix)
    norms = np.linalg.norm(reduced, axis=1, keepdims=True)
    result: NDArray[np.float64] = np.divide(reduced, norms, out=np.zeros_like(reduced), where=norms > 1e-12)
    return result
