"""A role family as a page that a recruiter reads from top to bottom, in Markdown; all of them as a folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from workbench.skills.ramps import weeks
from workbench.skills.values import Glossary, Skill

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
# how many other ways to write a name stand on a page, in a term's own entry and in the table
_IN_ENTRY, _IN_TABLE = 14, 6

# how many terms a newcomer reads first
FIRST = 40


def page(glossary: Glossary, name_of: Callable[[str], str] = str) -> str:
    """Write a family as a Markdown page: the terms with a text first, the long tail as a table.

    Parameters
    ----------
    glossary
        The family.
    name_of
        Gives the name of a skill's id, for what a term is confused with or near to.

    Examples
    --------
    >>> from workbench import skills
    >>> text = page(skills.glossaries()[0])
    >>> text.startswith("# ")
    True
    """
    rich = [t for t in glossary.terms if t.plain and t.ask]
    tail = [t for t in glossary.terms if not (t.plain and t.ask)]
    parts = [f"# {_safe(glossary.title)}", _safe(glossary.about)]
    if glossary.neighbours:
        parts += ["## Its neighbours, and what titles hide", _safe(glossary.neighbours)]
    for term in rich[:FIRST]:
        parts += _entry(term, name_of)
    if rich[FIRST:]:
        parts += [
            "## Further terms",
            f"The {FIRST} above are those one meets first; read on when one of these comes up.",
        ]
    for term in rich[FIRST:]:
        parts += _entry(term, name_of)
    if tail:
        parts += ["## Also met", "| Skill | Also written | What it is |\n|---|---|---|\n" + "\n".join(map(_row, tail))]
    return "\n\n".join(parts) + "\n"


def _entry(term: Skill, name_of: Callable[[str], str]) -> list[str]:
    parts = [f"## {_safe(term.name)}"]
    written = _written((*term.aliases, *term.shared), _IN_ENTRY)
    parts.append(f"*{term.kind}*" + (f" · also written {written}" if written else ""))
    parts.append(_safe(term.plain))
    parts.append(f"**Ask:** {_safe(term.ask)}")
    if term.sounds:
        parts.append("\n".join(f"- **{level}:** {_safe(text)}" for level, text in term.sounds.items()))
    if term.confused_with:
        parts.append("Not to be confused with " + ", ".join(_safe(name_of(i)) for i in term.confused_with) + ".")
    if term.not_:
        parts.append(
            "\n".join(
                f"- {_safe(name_of(n.id))} does not show it{': ' + _safe(n.why) if n.why else ''}." for n in term.not_
            )
        )
    if term.near:
        parts.append(
            "\n".join(
                f"- From {_safe(name_of(n.id))}: {weeks(*n.ramp_weeks)}, a judgement"
                f"{': ' + _safe(n.why) if n.why else ''}."
                for n in term.near
            )
        )
    return parts


def _row(term: Skill) -> str:
    return f"| {_safe(term.name)} | {_written(term.aliases, _IN_TABLE)} | {_safe(term.plain) or term.kind} |"


def _written(names: tuple[str, ...], most: int) -> str:
    said = ", ".join(_safe(name) for name in names[:most])
    return f"{said} and {len(names) - most} more" if len(names) > most else said


def _safe(text: str) -> str:
    """Write text as text: nothing in it is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def all_pages(glossaries: Iterable[Glossary], name_of: Callable[[str], str] = str) -> dict[str, str]:
    """Give the pages of all families by file name, with a `README.md` that leads to each."""
    out = {}
    lines = [
        "# Glossaries",
        "One page a role family, made by `workbench skills pages`. Start with the one you hire for.",
    ]
    listed = []
    for glossary in sorted(glossaries, key=lambda g: g.title.lower()):
        out[f"{glossary.family}.md"] = page(glossary, name_of)
        listed.append(f"- [{_safe(glossary.title)}]({glossary.family}.md): {len(glossary.terms)} skills")
    return {"README.md": "\n\n".join([*lines, "\n".join(listed)]) + "\n", **out}


def write_pages(pages: dict[str, str], folder: Path) -> list[Path]:
    """Write the pages that differ from what lies in the folder, and give those files."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = [folder / name for name in stale(pages, folder)]
    for file in changed:
        file.write_text(pages[file.name], encoding="utf-8")
    return changed


def stale(pages: dict[str, str], folder: Path) -> list[str]:
    """Give the names of pages that are missing from a folder or differ from what the glossaries say now."""
    here = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")} if folder.is_dir() else {}
    return [name for name, text in pages.items() if here.get(name) != text]
