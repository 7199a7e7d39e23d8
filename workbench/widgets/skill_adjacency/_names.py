"""From what people type, or what a profile says, to skills."""

from __future__ import annotations

from collections.abc import Sequence

from workbench import skills
from workbench.errors import NotAllowed
from workbench.resume import Resume


def suggestions(text: str, limit: int = 8) -> list[dict[str, str]]:
    """Give the skills that a few typed letters may mean: exact, then beginnings, then near spellings and sounds."""
    typed = text.strip()
    if not typed:
        return []
    found = skills.resolve(typed)
    words = skills.graph().words
    ids = [found.id] if found.id else [one for one in found.candidates if one in words]
    low = typed.casefold()
    begin = [
        (not term["name"].casefold().startswith(low), len(term["name"]), one)
        for one, term in words.terms.items()
        if any(name.casefold().startswith(low) for name in (term["name"], *term.get("aliases", ())))
    ]
    ids += [one for _, _, one in sorted(begin)[:limit]]
    ids += found.nearest
    shown = [skills.skill(one) for one in dict.fromkeys(ids)][:limit]
    return [{"id": term.id, "name": term.name, "kind": term.kind} for term in shown]


def known(name: str) -> str:
    """Give the id of a typed name.

    Raises
    ------
    NotAllowed
        When it is unknown or has several meanings; the sentence offers what it may stand for.
    """
    if name in skills.graph().words:
        return name
    found = skills.resolve(name)
    if found.id:
        return str(found.id)
    if found.candidates:
        raise NotAllowed(f"{name} has several meanings: {_names(found.candidates)}. Name the one you mean.")
    near = f" Did you mean {_names(found.nearest)}?" if found.nearest else ""
    raise NotAllowed(f"No glossary knows {name}.{near}")


def known_all(text: str) -> list[str]:
    """Give the ids of one name, or of several with commas between them."""
    try:
        return [known(text.strip())]
    except NotAllowed:
        parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        if len(parts) < 2:
            raise
    return list(dict.fromkeys(known(part) for part in parts))


def of_profile(profile: Resume) -> list[str]:
    """Give the skills that a profile names where it can be seen, in the order they come."""
    found = skills.recognise_all(line.text for line in profile.document.lines())
    return list(dict.fromkeys(mention.id for line in found for mention in line))


def _names(ids: Sequence[str]) -> str:
    words = skills.graph().words
    return ", ".join(words[one].name if one in words else one for one in ids)
