"""Errors that people cause come as one sentence; everything else keeps its traceback."""

from __future__ import annotations

import types
from typing import Any

from workbench.errors import WorkbenchError


class CalmErrors:
    """Puts a handler for `WorkbenchError` before whatever handler the shell has, and takes it out again.

    IPython has one place for such a handler. Whoever was there before is asked for their own exceptions still.
    """

    def __init__(self, shell: Any) -> None:
        self._shell = shell
        self._before = (shell.custom_exceptions, shell.CustomTB)
        others, tell_others = self._before

        def tell(self: Any, etype: Any, value: Any, tb: Any, tb_offset: Any = None) -> Any:
            if isinstance(value, WorkbenchError):
                said = [str(value)]
                self._showtraceback(etype, value, said)
                return said
            return tell_others(etype, value, tb, tb_offset=tb_offset)

        shell.set_custom_exc((WorkbenchError, *others), tell)
        self._ours = shell.CustomTB

    def remove(self) -> None:
        """Put the former handler back, unless somebody has put theirs over ours since."""
        if self._is_ours():
            self._shell.custom_exceptions, self._shell.CustomTB = self._before

    def _is_ours(self) -> bool:
        now = self._shell.CustomTB
        return isinstance(now, types.MethodType) and now.__func__ is self._ours.__func__
