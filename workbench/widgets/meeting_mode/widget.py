"""`MeetingMode`: one button that makes the notebook fit for a shared screen, and undoes itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from workbench.widgets import _open_widgets
from workbench.widgets._base import MeetingWidget, verb

_KEY = "MeetingMode"


class MeetingMode(MeetingWidget):
    """Hides the code, widens the page and enlarges the type of the notebook it stands in.

    >>> MeetingMode()  # doctest: +SKIP
    MeetingMode(shared_screen='on')

    Nothing is written into the notebook: when the widget is closed or the page is reloaded, it looks as before.

    Parameters
    ----------
    on : bool
        Whether it begins switched on.

    Attributes
    ----------
    value : bool
        Whether it is on.
    """

    title: ClassVar[str] = "Meeting mode"

    def __init__(self, on: bool = True) -> None:
        self._on = on
        super().__init__(about={"shared_screen": "on" if on else "off"}, key=_KEY)

    @classmethod
    def switch(cls, on: bool | None = None) -> MeetingMode:
        """Give the widget switched on or off; with nothing said, the other of what it is now."""
        before = next((one for one in _open_widgets.now_open() if isinstance(one, cls)), None)
        return cls((before is None or not before.value) if on is None else on)

    @property
    def value(self) -> bool:
        """Whether it is on."""
        return self._on

    def compute(self) -> dict[str, Any]:
        """Give whether it is on."""
        return {"on": self._on}

    def saved_rows(self) -> Sequence[tuple[str, str]]:
        """Say what the button is for."""
        return [("For", "a shared screen; %meeting_mode switches it")]

    @verb(reads=True)
    def turn(self, *, request: str, on: bool) -> None:
        """Switch it."""
        self._on = bool(on)
        self._about["shared_screen"] = "on" if self._on else "off"
