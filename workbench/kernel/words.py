"""What the extension says, in one place, so that another language is one more table.

The help of a verb is its docstring; a language may give its own under `help.<verb>`.
"""

from __future__ import annotations

from types import MappingProxyType

_ENGLISH = {
    "usage": "%{verb}: {problem}. Type %{verb}? to see how it is used.",
    "no_such_action": "%{verb} does not know “{given}”. It knows {known}.",
    "no_language": "There are no words in “{given}” yet; there are in {known}.",
    "no_folder": "There is no folder {given}. Check the name, or type it from the notebook's folder.",
    "bad_minutes": "A meeting takes 15 to 180 minutes; {given} is outside.",
    "no_person": "Nobody on this panel is called “{given}”. On it are {known}.",
    "who_joins": "Say who you are: %meeting join NAME. On this panel are {known}.",
    "no_session": "There is no session “{given}” in this store. There is {known}.",
    "no_profile": "There is no profile “{given}”. There is {known}.",
    "no_capability": "There is no capability “{given}” here. There is {known}.",
    "no_documents": "{given} holds no PDF, Word or text file.",
    "stopped": "Stopped after {done} of {of}. What was read is kept; run the cell again for the rest.",
    "reading": "Reading profiles",
    "progress": "{what}: {done} of {of}",
    "unknown_skill": "No glossary knows “{given}”.{near}",
    "near": " Did you mean {names}?",
    "ambiguous_skill": "“{given}” has several meanings: {names}. Name the one you mean.",
    "no_family": "There is no glossary “{given}”. There is {known}.",
    "no_term": "The glossary {family} does not have “{given}”.",
    "nothing_typed": "Write something for %{verb} to read, in the same line or below %%{verb}.",
    "no_map": "There is no map yet. Open one with %intake backend, or with %meeting the one of a meeting.",
    "clock_acts": "The clock takes start, pause, next or back.",
    "no_notebook": "There is no {kind} notebook in this version yet. There is {known}.",
    "no_kind": "There is no notebook for “{given}”. There is {known}.",
    "written": "Written: {file}. Open it from the file list.",
    "no_change": "There is no change {given}. There is {known}.",
    "no_changes": "Nothing to change was found in this text.",
    "still_sealed": "Scores are sealed until the reveal.",
    "not_open_store": "There is no store {given}.",
}

WORDS: MappingProxyType[str, dict[str, str]] = MappingProxyType({"en": _ENGLISH})
_in_use = "en"


def use(language: str) -> None:
    """Speak this language from now on; it must be one of `WORDS`."""
    global _in_use
    _in_use = language


def say(key: str, **values: object) -> str:
    """Give a sentence with its values put in; what a language lacks is said in English.

    >>> say("no_folder", given="cvs")
    "There is no folder cvs. Check the name, or type it from the notebook's folder."
    """
    table = WORDS[_in_use]
    return (table.get(key) or _ENGLISH[key]).format_map(values)


def listed(names: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Join names as people do.

    >>> listed(["Ana", "Ben", "Chi"])
    'Ana, Ben and Chi'
    """
    if not names:
        return "none"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
