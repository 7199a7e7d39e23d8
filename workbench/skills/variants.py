"""How else people write a name, by rule: joined or split words, `.js`, a plural, the other spelling of -isation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.skills.fold import fold_name
from workbench.skills.ordinary import ORDINARY, words_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_HARD = re.compile(r"[,;:/|&()\[\]{}<>•·\\\"]")
# who does it: in the plural hardly ever the writer ("prepared reports for the auditors")
PEOPLE = words_of(
    "accountant administrator admin analyst architect auditor coach consultant designer developer director "
    "engineer lawyer lead manager master mathematician modeler modeller officer owner planner programmer "
    "recruiter researcher scientist specialist statistician strategist supervisor teacher technician tester trainer "
    "translator writer"
)
_SMALL = words_of("no on in is it at an as be by to do my of or us we up go")


def in_javascript(term: dict[str, Any]) -> bool:
    """Say whether a framework or library stands on JavaScript, so that people write `.js` after its name."""
    if term["kind"] not in ("framework", "library"):
        return False
    ends = [*term.get("implies", ()), *term.get("built_on", ())]
    ids = {e if isinstance(e, str) else e["id"] for e in ends}
    return bool(ids & {"javascript", "typescript", "nodejs", "node-js", "react", "vue", "vuejs", "vue-js"})


def variants(term: dict[str, Any], javascript: bool) -> Iterator[str]:
    """Give other ways to write a term's names, by rule.

    >>> term = {"name": "Vue.js", "aliases": [], "kind": "framework"}
    >>> sorted(variants(term, javascript=True))
    ['Vue', 'Vuejs']
    """
    out: dict[str, None] = {}
    for name in (term["name"], *term.get("aliases", ())):
        for made in (*_joined(name), *_javascript(name, javascript), *_grammar(name, term["kind"])):
            if made != name and len(fold_name(made)) > 2:
                out[made] = None
        if name.startswith("Apache "):
            out[name.removeprefix("Apache ")] = None
    yield from out


def _joined(name: str) -> Iterable[str]:
    words = fold_name(name).split()
    if not name.isascii():
        return
    short = 1 < len(words) < 4 and len(words[0]) > 1 and 5 < len("".join(words)) < 18
    telling = "." in name or "-" in name or not {words[0], words[-1]} <= ORDINARY if words else False
    if short and telling and not _HARD.search(name):
        yield "".join(words) if not name.lower().endswith(".js") else name.replace(".js", "js")
    if len(words) == 1 and (split := _CAMEL.sub(" ", name)) != name:
        pieces = split.lower().split()
        if all(len(p) > 1 for p in pieces) and not _SMALL & set(pieces):
            yield split


def _javascript(name: str, javascript: bool) -> Iterable[str]:
    if name.lower().endswith(".js"):
        yield name[:-3]
        yield name[:-3] + "js"
    elif javascript and fold_name(name).replace(" ", "").isalpha() and not name.lower().endswith("js"):
        bare = name.replace(" ", "")
        yield f"{bare}.js"
        yield f"{bare}JS"


def _grammar(name: str, kind: str) -> Iterable[str]:
    if kind in ("practice", "concept", "protocol"):
        last = name.split()[-1]
        if len(last) > 4 and last.isalpha() and last[-1].islower() and last.lower() not in PEOPLE:
            if last.endswith("s") and not last.endswith(("ss", "is", "us", "ics", "ops")):
                yield name[:-1]
            elif not last.endswith(("s", "ing", "y", "ion")):
                yield f"{name}s"
    for one, other in (("isation", "ization"), ("elling", "eling"), ("haviour", "havior"), ("alyse", "alyze")):
        if one in name:
            yield name.replace(one, other)
        elif other in name:
            yield name.replace(other, one)
