"""Putting the language into a shell, and taking it out again without a trace."""

from __future__ import annotations

import sys
import weakref
from typing import Any

from workbench.kernel.calm import CalmErrors
from workbench.kernel.completing import matcher_for
from workbench.kernel.formatting import Formatters
from workbench.kernel.room import Room
from workbench.kernel.settings import Workbench

_loaded: weakref.WeakKeyDictionary[Any, Extension] = weakref.WeakKeyDictionary()


def load_ipython_extension(shell: Any) -> None:
    """Give the shell the verbs, completion, views and settings of the meeting; a second call changes nothing."""
    if shell not in _loaded:
        _loaded[shell] = Extension(shell)


def unload_ipython_extension(shell: Any) -> None:
    """Take everything out again; what others put there stays or comes back."""
    extension = _loaded.pop(shell, None)
    if extension is not None:
        extension.remove()


class Extension:
    """Everything of ours in one shell."""

    def __init__(self, shell: Any) -> None:
        from workbench.kernel.judging_magics import JudgingMagics
        from workbench.kernel.meeting_magics import MeetingMagics
        from workbench.kernel.role_magics import RoleMagics
        from workbench.kernel.skill_magics import SkillMagics
        from workbench.kernel.training_magics import TrainingMagics

        self._shell = shell
        self.settings = Workbench(parent=shell)
        shell.configurables.append(self.settings)
        self.room = Room(self.settings)
        self._former_magics: dict[tuple[str, str], Any] = {}
        kinds = (MeetingMagics, RoleMagics, SkillMagics, JudgingMagics, TrainingMagics)
        self._magics = [kind(shell, self.room) for kind in kinds]
        self._put_magics()
        self._matcher = matcher_for(self.room)
        shell.Completer.custom_matchers.append(self._matcher)
        self._formatters = Formatters(shell)
        self._calm = CalmErrors(shell)

    def _put_magics(self) -> None:
        magics = self._shell.magics_manager.magics
        for ours in self._magics:
            for kind, names in ours.magics.items():
                for name in names:
                    self._former_magics[kind, name] = magics[kind].get(name)
        self._shell.register_magics(*self._magics)
        self._own = {place: magics[place[0]][place[1]] for place in self._former_magics}

    def remove(self) -> None:
        """Take everything out, in the opposite order."""
        shell = self._shell
        self._calm.remove()
        self._formatters.remove()
        shell.Completer.custom_matchers[:] = [m for m in shell.Completer.custom_matchers if m is not self._matcher]
        manager = shell.magics_manager
        for (kind, name), former in self._former_magics.items():
            if manager.magics[kind].get(name) != self._own[kind, name]:
                continue  # somebody defined a verb of this name since: it is theirs
            if former is None:
                del manager.magics[kind][name]
            else:
                manager.magics[kind][name] = former
        for ours in self._magics:
            if manager.registry.get(type(ours).__name__) is ours:
                del manager.registry[type(ours).__name__]
        gone = [self.settings, *self._magics]
        shell.configurables[:] = [one for one in shell.configurables if not any(one is g for g in gone)]
        _end_what_runs()
        self.room.close()
        self.settings.put_back()


def _end_what_runs() -> None:
    """Close widgets with their threads, and the process that reads documents, where there are any."""
    if "workbench.widgets._base" in sys.modules:
        from workbench.widgets._base import end

        end()
    if "workbench.resume.reader" in sys.modules:
        from workbench.resume import default_reader

        default_reader().close()
