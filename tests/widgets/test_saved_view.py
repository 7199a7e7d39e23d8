"""The notebook that is mailed around: dated, escaped, without a script, a score or a candidate's words."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from IPython.core.interactiveshell import InteractiveShell

from tests.browser.demo.widget import Demo, FileSession
from workbench.widgets._saved_view import saved_view

WHEN = datetime(2026, 11, 22, 14, 44)


def test_it_says_when_and_how_to_go_on():
    assert "Saved notebook view, 22 November 2026: run the cell to work with it." in saved_view("Map", [], WHEN)


def test_every_word_is_escaped():
    view = saved_view("<script>1</script>", [("<img src=x onerror=alert(1)>", "</td><svg onload=alert(1)>")], WHEN)
    assert not re.search(r"<(script|img|svg)", view)
    assert "&lt;script&gt;" in view


@pytest.fixture
def published(monkeypatch):
    shell = InteractiveShell.instance()
    out = []
    monkeypatch.setattr(shell.display_pub, "publish", lambda data, metadata=None, **_: out.append(data))
    return out


def test_a_widget_shows_itself_and_beside_it_what_stays(tmp_path, published):
    """Two outputs: Lab shows "model not found" for a saved widget, and one output cannot say both."""
    session = FileSession(tmp_path / "demo.sqlite", texts=["Zuzana Nowak", "led 12 people"])
    session.do("score", {"row": "Zuzana N", "value": 4}, request="r")
    widget = Demo(session=session)
    widget._ipython_display_()
    live, saved = published
    assert live["application/vnd.jupyter.widget-view+json"]["model_id"] == widget.model_id
    assert "text/html" not in live
    assert saved["text/html"].startswith('<div class="wb-saved">')
    assert "<script" not in saved["text/html"]
    for private in ("Zuzana", "led 12", "value"):
        assert private not in str(published)
    widget.close()


def test_a_closed_widget_says_so(tmp_path, published):
    widget = Demo(session=FileSession(tmp_path / "demo.sqlite"))
    widget.close()
    widget._ipython_display_()
    assert [list(data) for data in published] == [["text/plain"]]
