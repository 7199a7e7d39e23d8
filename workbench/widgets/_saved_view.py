"""What people see who open a saved notebook without running it: a date, what was here, and how to go on."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime

# Without its kernel a saved widget shows "model not found". This hides that output, and hides the saved view
# while the live one is there. A style sheet is all it takes; there is no script in a saved notebook.
_HIDE_THE_OTHER = (
    ".jp-OutputArea-child:not(:has(.wb)):has(+ .jp-OutputArea-child .wb-saved){display:none}"
    ".jp-OutputArea-child:has(.wb)+.jp-OutputArea-child:has(.wb-saved){display:none}"
)


def sentence(when: datetime) -> str:
    """Give the line that dates the view.

    >>> sentence(datetime(2026, 11, 22))
    'Saved notebook view, 22 November 2026: run the cell to work with it.'
    """
    return f"Saved notebook view, {when.day} {when:%B %Y}: run the cell to work with it."


def saved_view(title: str, rows: Sequence[tuple[str, str]], when: datetime) -> str:
    """Give escaped, script-free HTML with a title and a few facts about the meeting.

    Neither a candidate's words nor a score belongs in `rows`: a saved notebook is mailed around.

    >>> "<i>" in saved_view("Map", [("Must", "<i>")], datetime(2026, 11, 22))
    False
    """
    cells = "".join(
        f'<tr><th scope="row" style="text-align:left">{html.escape(name)}</th>'
        f'<td style="text-align:left">{html.escape(text)}</td></tr>'
        for name, text in rows
    )
    table = f"<table>{cells}</table>" if cells else ""
    return (
        f'<div class="wb-saved"><style>{_HIDE_THE_OTHER}</style>'
        f"<p><b>{html.escape(title)}</b></p><p>{html.escape(sentence(when))}</p>{table}</div>"
    )
