"""`%config Workbench.…`: where the store lies, whose glossary is laid over ours, and what is covered."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from traitlets import Bool, Int, TraitError, Unicode, observe, validate
from traitlets.config import Configurable

from workbench.kernel import words
from workbench.kernel.words import listed, say

_VARIABLE = {"store": "WORKBENCH_STORE", "glossary": "WORKBENCH_GLOSSARIES"}


class Workbench(Configurable):
    """What `%config Workbench` shows and sets.

    `%config Workbench.redact = False` holds from the next verb on. The store and the glossary are told to the rest of
    the program by its environment variables, which are put back when the extension is unloaded. A value that does not
    fit is refused with a sentence, and the one before stays.
    """

    store = Unicode("", help="The meeting's store; empty: .workbench/meeting.db beside the notebook.").tag(config=True)
    glossary = Unicode("", help="A folder with your own glossaries, laid over ours term by term.").tag(config=True)
    redact = Bool(True, help="Cover names, contact, schools and years when profiles are shown.").tag(config=True)
    clock = Int(45, help="Minutes of a meeting that %meeting new begins.").tag(config=True)
    language = Unicode("en", help="The language of what the verbs say.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        self._before: dict[str, str | None] = {}
        super().__init__(**kwargs)

    @validate("glossary")
    def _folder_is_there(self, proposal: Any) -> str:
        given = str(proposal["value"])
        if given and not Path(given).expanduser().is_dir():
            raise TraitError(say("no_folder", given=given))
        return given

    @validate("clock")
    def _minutes_fit(self, proposal: Any) -> int:
        given = int(proposal["value"])
        if not 15 <= given <= 180:
            raise TraitError(say("bad_minutes", given=given))
        return given

    @validate("language")
    def _language_is_known(self, proposal: Any) -> str:
        given = str(proposal["value"])
        if given not in words.WORDS:
            raise TraitError(say("no_language", given=given, known=listed(list(words.WORDS))))
        return given

    @observe("language")
    def _speak(self, change: Any) -> None:
        words.use(change["new"])

    @observe("store", "glossary")
    def _tell(self, change: Any) -> None:
        name = _VARIABLE[change["name"]]
        self._before.setdefault(name, os.environ.get(name))
        value = str(Path(change["new"]).expanduser()) if change["new"] else self._before[name]
        _put(name, value)
        if change["name"] == "glossary":
            _read_glossaries_again()

    def put_back(self) -> None:
        """Leave the environment as it was found."""
        for name, value in self._before.items():
            _put(name, value)
        if _VARIABLE["glossary"] in self._before:
            _read_glossaries_again()
        self._before.clear()
        words.use("en")


def _put(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _read_glossaries_again() -> None:
    if "workbench.skills.vocabulary" in sys.modules:
        from workbench import skills

        skills.reload()
