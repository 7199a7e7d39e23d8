"""Read the judged sentences and score a reader against them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workbench.evidence.bags import bag
from workbench.evidence.sentence import merge, read_mentions

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    name: str
    depth: str
    ownership: str
    sizes: frozenset[str]


@dataclass(frozen=True)
class Judged:
    text: str
    skills: tuple[Expected, ...]


def load(half: str) -> list[Judged]:
    """Give the sentences of `judged_<half>.txt`."""
    found: list[Judged] = []
    for line in (_HERE / f"judged_{half}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            found.append(Judged(line.strip(), ()))
            continue
        name, depth, ownership, *sizes = (part.strip() for part in line.split("|"))
        units = frozenset(size.strip() for size in "".join(sizes).split(";") if size.strip())
        last = found[-1]
        found[-1] = Judged(last.text, (*last.skills, Expected(name, depth, ownership, units)))
    return found


@dataclass(frozen=True)
class Score:
    """Shares of the judged skills on which the reading agrees exactly, and the sentences on which it does not."""

    depth: float
    ownership: float
    scale: float
    wrong: tuple[str, ...]


def measure(half: str) -> Score:
    """Read a half and compare."""
    hits = {"depth": 0, "ownership": 0, "scale": 0}
    wrong: list[str] = []
    total = 0
    for judged in load(half):
        read = read_mentions(judged.text, mentions_of(judged), kind_of=kind_of)
        found = {each.id: each for each in merge([evidence for _, evidence in read])}
        for want in judged.skills:
            got = found[want.name]
            sizes = frozenset(f"{size.value:.12g} {size.unit}" for size in got.scale)
            right = {
                "depth": got.depth == want.depth,
                "ownership": got.ownership == want.ownership,
                "scale": sizes == want.sizes,
            }
            total += 1
            for part, good in right.items():
                hits[part] += good
                if not good:
                    wrong.append(f"{part} of {want.name}: {judged.text}")
    return Score(hits["depth"] / total, hits["ownership"] / total, hits["scale"] / total, tuple(wrong))


@dataclass(frozen=True)
class Stub:
    id: str
    name: str
    text: str
    start: int
    end: int


_CODE = bag(
    """Python Java Go Rust Kotlin Scala Ruby R C# C++ SQL TypeScript JavaScript Haskell Django .NET React Node.js pandas
    Spring"""
)


def kind_of(skill_id: str) -> str:
    return "language" if skill_id.split()[0] in _CODE else "platform"


def mentions_of(judged: Judged) -> list[Stub]:
    """Mark the judged names where they stand, so that the reading is tested apart from the recogniser."""
    found = []
    for each in judged.skills:
        for match in re.finditer(rf"(?<![\w]){re.escape(each.name)}(?![\w+#])", judged.text):
            found.append(Stub(each.name, each.name, match.group(), match.start(), match.end()))
    return sorted(found, key=lambda stub: stub.start)
