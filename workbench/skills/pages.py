"""A role family as a page that a recruiter reads from top to bottom, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.skills.values import Glossary, Skill

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


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
    for term in rich:
        parts += _entry(term, name_of)
    if tail:
        parts += ["## Also met", "| Skill | Also written | What it is |\n|---|---|---|\n" + "\n".join(map(_row, tail))]
    return "\n\n".join(parts) + "\n"


def _entry(term: Skill, name_of: Callable[[str], str]) -> list[str]:
    parts = [f"## {_safe(term.name)}"]
    written = ", ".join(_safe(a) for a in (*term.aliases, *term.shared))
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
                f"- From {_safe(name_of(n.id))}: {n.ramp_weeks[0]:g}–{n.ramp_weeks[1]:g} weeks, a judgement"
                f"{': ' + _safe(n.why) if n.why else ''}."
                for n in term.near
            )
        )
    return parts


def _row(term: Skill) -> str:
    return f"| {_safe(term.name)} | {_safe(', '.join(term.aliases))} | {_safe(term.plain) or term.kind} |"


def _safe(text: str) -> str:
    """Write text as text: nothing in it is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
