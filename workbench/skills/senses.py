"""What short names and bare words may mean, and what people type for a name that no text would be searched for.

`spoken/ambiguous.txt` holds a name a line and its meanings: the name of a skill where a glossary has it, plain words
where none does. A glossary says the same of its own terms with `shared`; there stands what runs across families or is
no skill at all. `spoken/typed.txt` holds a skill a line and what people type for it in a search box or a form: import
names, endings of files, joined words and the words behind an abbreviation. A name that two lines claim is ambiguous.
Knowledge of the field's abbreviations, not of any text.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.skills.fold import fold_name

if TYPE_CHECKING:
    from workbench.skills.lexicon import Lexicon

MOST = 5


_SPOKEN = Path(__file__).parent / "spoken"


@functools.cache
def spoken() -> dict[str, tuple[str, ...]]:
    """Give the ambiguous names, folded and without spaces, each with its meanings in words."""
    rows = (line.partition(":") for line in _lines("ambiguous"))
    return {_squeezed(name): tuple(m.strip() for m in said.split(";")) for name, _, said in rows}


@functools.cache
def typed() -> dict[str, tuple[str, ...]]:
    """Give what people type for a skill, folded and without spaces, each with the skill's name (or names)."""
    out: dict[str, tuple[str, ...]] = {}
    for line in _lines("typed"):
        name, _, ways = line.partition(": ")
        for way in ways.split(","):
            if (key := _squeezed(way)) and name not in out.get(key, ()):
                out[key] = (*out.get(key, ()), name)
    return out


@functools.cache
def everyday() -> frozenset[str]:
    """Give the words that without their maker's name mean no product: finance, planning, console."""
    return frozenset(word for line in _lines("everyday") for word in line.split())


def _lines(name: str) -> list[str]:
    return (_SPOKEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _squeezed(name: str) -> str:
    return fold_name(name).replace(" ", "")


def senses(lexicon: Lexicon, key: str, known: list[str]) -> list[str]:
    """Give what a folded name may mean: ids, and words where no glossary has the meaning; at most five.

    Parameters
    ----------
    lexicon
        Where the names of meanings are looked up.
    key
        The folded name.
    known
        The ids that the glossaries give for it; they come first.
    """
    out = list(known)
    squeezed = key.replace(" ", "")
    for meaning in spoken().get(squeezed) or (() if known else typed().get(squeezed, ())):
        ids = lexicon.surfaces[k].senses if (k := fold_name(meaning)) in lexicon.surfaces else []
        sense = ids[0] if len(ids) == 1 else meaning
        if sense not in out:
            out.append(sense)
    return out[:MOST]
