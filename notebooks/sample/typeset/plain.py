"""Write a profile as plain text, as typed into a mail."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from source import Source

_WIDTH = 78


def write_text(source: Source, path: Path) -> None:
    """Write the profile to ``path``, UTF-8, lines of at most 78 characters."""
    basics = source.basics
    lines = [basics["name"].upper(), basics["label"]]
    lines.append(" | ".join(text for _, text in source.contact()))
    for section in source.order:
        title = source.heading(section)
        lines += ["", title, "-" * len(title)]
        lines += _summary(basics) if section == "summary" else _entries(source, section)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _wrap(text: str, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False, break_long_words=False
    )


def _summary(basics: dict[str, Any]) -> list[str]:
    return _wrap(basics["summary"])


def _entries(source: Source, section: str) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(source.resume[section]):
        match section:
            case "work":
                lines += [""] if number else []
                lines += [f"{entry['position']}, {entry['name']}, {entry['location']}", source.when(entry)]
                for highlight in entry["highlights"]:
                    lines += _wrap(highlight, "* ", "  ")
            case "skills":
                lines += _wrap(f"{entry['name']}: {', '.join(entry['keywords'])}")
            case "education":
                lines += [f"{entry['studyType']}, {entry['area']}, {entry['institution']}, {source.when(entry)}"]
            case "languages":
                lines += [", ".join(language["language"] for language in source.resume[section])] if not number else []
            case "projects":
                text = f"{entry['name']} ({source.when(entry)}): {entry['description']}"
                lines += _wrap(text)
    return lines
