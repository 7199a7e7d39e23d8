"""The shell: `workbench …`, for scripts and for measuring.

One module a room; each has a Typer `app`. Rooms are imported inside the commands, so that `workbench --help` is quick.
"""

from __future__ import annotations

from workbench.cli.main import main

__all__ = ["main"]
