"""Take in the vocabulary people already have: ESCO, O*NET, Lightcast-shaped tables, or two columns.

What is taken in is marked with its source and comes without relations or texts: those are a person's to write.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

from workbench.errors import BadTemplate
from workbench.skills.fold import fold_name

# per shape: the columns it is known by, then those of the name and of the other names
_SHAPES: dict[str, tuple[frozenset[str], str, str | None]] = {
    "ESCO": (frozenset(("conceptUri", "preferredLabel", "altLabels")), "preferredLabel", "altLabels"),
    "O*NET": (frozenset(("O*NET-SOC Code", "Example")), "Example", None),
    "O*NET technology": (frozenset(("Example", "Commodity Title")), "Example", None),
    "Lightcast": (frozenset(("id", "name", "type")), "name", None),
}
_SPLIT = re.compile(r"[\n|;]")
# what heads a table of two columns rather than being a skill in it
_HEADS = frozenset(
    ("name", "skill", "skills", "term", "alias", "aliases", "synonym", "synonyms", "other name", "preferred name")
)


def import_csv(path: str | Path, family: str, *, source: str | None = None) -> dict[str, Any]:
    """Read a CSV or TSV file as a glossary's plain data, every term marked with its source.

    The shape is known by the header: ESCO skills (`preferredLabel`, `altLabels`), O*NET technology skills
    (`Example`), a Lightcast-shaped table (`id`, `name`, `type`), or two columns: a name and another name for it.

    Raises
    ------
    BadTemplate
        When the file is none of these.
    """
    file = Path(path)
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
    header = rows[0] if rows else []
    names: dict[str, list[str]] = {}
    for shape, (columns, name_column, other_column) in _SHAPES.items():
        if columns <= set(header):
            at = header.index(name_column)
            other_at = header.index(other_column) if other_column else None
            for row in rows[1:]:
                others = row[other_at] if other_at is not None and other_at < len(row) else ""
                _note(names, row[at] if at < len(row) else "", _SPLIT.split(others))
            return _glossary(family, names, source or shape)
    if len(header) != 2:
        raise BadTemplate(file.name, 1, "", "this is neither ESCO, O*NET, Lightcast nor a table of two columns")
    headed = {cell.strip().lower() for cell in header} <= _HEADS
    for name, other in (row for row in rows[headed:] if len(row) == 2):
        _note(names, name, [other])
    return _glossary(family, names, source or file.name)


def _note(names: dict[str, list[str]], name: str, others: list[str]) -> None:
    name = " ".join(name.split())
    if not fold_name(name):
        return
    known = names.setdefault(name, [])
    for other in (" ".join(o.split()) for o in others):
        if fold_name(other) and other != name and other not in known:
            known.append(other)


def _glossary(family: str, names: dict[str, list[str]], source: str) -> dict[str, Any]:
    terms: dict[str, dict[str, Any]] = {}
    for name, others in names.items():
        spelled = name.replace("++", " plus plus").replace("#", " sharp").replace("+", " plus")
        skill = fold_name(spelled).replace(" ", "-")
        skill = re.sub(r"[^a-z0-9-]", "", skill).strip("-")
        if not skill or skill in terms:
            continue
        terms[skill] = {"id": skill, "name": name, "kind": "tool", "source": source}
        if others:
            terms[skill]["aliases"] = others
    about = f"Taken in from {source}; names only, to be written and related by a person."
    return {"family": family, "title": family, "about": about, "terms": list(terms.values())}


def without_known(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Leave out what the vocabulary in use has, so that laying this over it replaces no term that people wrote.

    Returns
    -------
    tuple of dict
        The glossary's data with the rest, and the names left out, each with the id it already has.
    """
    from workbench.skills.current import resolve

    known = {term["name"]: skill for term in data["terms"] if (skill := resolve(term["name"]).id) is not None}
    terms = []
    for term in data["terms"]:
        if term["name"] in known:
            continue
        others = [a for a in term.get("aliases", ()) if resolve(a).id is None]
        terms.append({**{k: v for k, v in term.items() if k != "aliases"}, **({"aliases": others} if others else {})})
    return {**data, "terms": terms}, known


def write_glossary(data: dict[str, Any], path: str | Path) -> None:
    """Write a glossary's plain data as YAML that `load_glossary` reads."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    with Path(path).open("w", encoding="utf-8") as file:
        yaml.dump(data, file)
