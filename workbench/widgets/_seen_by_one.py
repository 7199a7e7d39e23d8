"""What is one person's until the reveal is shown to one person: not in a notebook at which several people are."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.widgets._base import MeetingWidget, Reply, verb
from workbench.widgets._commands import Command, refused
from workbench.widgets.score_sheets import sheet_name

if TYPE_CHECKING:
    from workbench.calibration import Session

_ALWAYS = ("ping", "look_again")


class SeenByOne(MeetingWidget):
    """A rater's sheet. While several people are at its kernel it shows and takes nothing, and says why.

    That is so with jupyter-collaboration. A server without it is one person's, and a second browser is theirs.
    """

    _meeting: Session

    def get_state(self, *args: Any, **kwargs: Any) -> Any:
        """Give the traits to a browser that has just come; the sheet is no longer among them then."""
        if self.comm is not None and bool(self._several()) != ("several" in self.state):
            self.refresh()
        return super().get_state(*args, **kwargs)

    @verb(reads=True)
    def look_again(self, *, request: str) -> None:
        """Show the sheet again when its person is alone."""
        self.refresh()

    def _several(self) -> int:
        """Give how many people would see what only one may; 0 when that is all right."""
        people = people_here()
        return people if people > 1 and self._meeting.state_for()["me"]["scores"] else 0

    def _fresh(self) -> Mapping[str, Any]:
        several = self._several()
        return {"several": several, "why": sentence(several, self._meeting.actor)} if several else super()._fresh()

    def _answer(self, request: str, name: str, args: dict[str, Any], command: Command | None) -> Reply:
        several = 0 if name in _ALWAYS else self._several()
        if several:
            return refused(request, sentence(several, self._meeting.actor))
        return super()._answer(request, name, args, command)


def people_here() -> int:
    """Give how many people have this kernel's notebook open in a browser; 0 where nobody counts.

    Jupyter's server counts, with our extension and jupyter-collaboration in it (`workbench.server`); nothing else does.
    """
    module = sys.modules.get("ipykernel.kernelapp")
    if module is None or not module.IPKernelApp.initialized():
        return 0
    file = Path(module.IPKernelApp.instance().abs_connection_file).with_suffix(".people")
    with suppress(FileNotFoundError, ValueError):  # the last one left, or it is being written
        return int(file.read_text(encoding="ascii"))
    return 0


def sentence(people: int, actor: str) -> str:
    """Say why nobody scores here, and where to go instead."""
    return (
        f"{people} people are at this notebook, and scores are blind: all of them would see this sheet. Open your own "
        f"from the facilitator's board, such as {sheet_name(actor)}, or ask the facilitator for an invitation. If the "
        "other window is yours too, close one of them."
    )
