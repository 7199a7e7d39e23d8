"""A difference laid over a term: what a team says otherwise, while the rest of the term stays ours and grows with ours.

A team's file keeps it under `changes`:

    changes:
      - id: kubernetes
        near:
          - {id: docker, ramp_weeks: [4, 8], why: we have no cluster to learn on}
        without: {near: [nomad]}

An entry takes the place of ours for the same skill, or is added; `without` takes ours out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

RELATIONS = ("near", "not", "implies", "part_of", "built_on", "alternative_to")
_TEXTS = ("plain", "ask")


def id_of(entry: Any) -> str:
    """Give the id of a relation's entry, which may be the id alone."""
    return str(entry if isinstance(entry, str) else entry["id"])


def laid_over(term: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Give a term with a change laid over it; neither is touched.

    >>> term = {"id": "helm", "implies": ["kubernetes", "yaml"]}
    >>> laid_over(term, {"id": "helm", "without": {"implies": ["yaml"]}})
    {'id': 'helm', 'implies': ['kubernetes']}
    """
    made = dict(term)
    for field in RELATIONS:
        said = {id_of(one): one for one in change.get(field, ())}
        out = set(change.get("without", {}).get(field, ()))
        if not said and not out:
            continue
        kept = [said.pop(id_of(one), one) for one in term.get(field, ()) if id_of(one) not in out]
        made[field] = [*kept, *said.values()]
        if not made[field]:
            del made[field]
    made.update({field: change[field] for field in _TEXTS if field in change})
    return made
