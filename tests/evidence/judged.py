"""Read the judged sentences and score a reader against them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

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


def spell(value: float, unit: str) -> str:
    return f"{value:.12g} {unit}"


@dataclass(frozen=True)
class Stub:
    id: str
    name: str
    text: str
    start: int
    end: int


_KINDS = {
    "language": "Python Java Go Rust Kotlin Scala Ruby R C# C++ SQL TypeScript JavaScript".split(),
    "framework": ["Django", "Spring Boot", ".NET", "React", "Node.js", "pandas"],
}


def kind_of(skill_id: str) -> str:
    return next((kind for kind, names in _KINDS.items() if skill_id in names), "platform")


def mentions_of(judged: Judged) -> list[Stub]:
    """Mark the judged names where they stand, so that the reading is tested apart from the recogniser."""
    found = []
    for each in judged.skills:
        for match in re.finditer(rf"(?<![\w]){re.escape(each.name)}(?![\w+#])", judged.text):
            found.append(Stub(each.name, each.name, match.group(), match.start(), match.end()))
    return sorted(found, key=lambda stub: stub.start)
