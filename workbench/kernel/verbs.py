"""What the classes of verbs have in common."""

from __future__ import annotations

from typing import Any

from IPython.core.magic import Magics

from workbench.kernel.room import Room


class Verbs(Magics):
    """Magics that act on one notebook's room."""

    def __init__(self, shell: Any, room: Room) -> None:
        super().__init__(shell)
        self.room = room
